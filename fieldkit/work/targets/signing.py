"""The head of the office signs the targets in force; one that is set afterwards waits for the next signature."""

from __future__ import annotations

from typing import Any

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.lists.targets import APPROVAL_KIND, signed_form
from fieldkit.domain.text import text
from fieldkit.store.queries.targets.targets import targets_in_force
from fieldkit.store.unit import Unit
from fieldkit.work.approvals import approve
from fieldkit.work.authority import require_head
from fieldkit.work.instants import instant
from fieldkit.work.sign_in import Signer


def sign_targets(unit: Unit, signer: Signer) -> str:
    """Sign all targets of the regency as they stand; returns the approval."""
    require_head(unit)
    regency = unit.meta.regency
    targets = signed_form(unit.query(targets_in_force), regency)
    if not targets:
        raise RuleError(Problem("targets", "none", text("Belum ada target yang bisa ditandatangani.")))
    document: dict[str, Any] = {
        "format": 1,
        "kind": APPROVAL_KIND,
        "regency": regency,
        "targets": targets,
        "at": instant(unit.now_utc),
    }
    return approve(unit, APPROVAL_KIND, regency, document, signer)
