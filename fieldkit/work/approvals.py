"""The head of the office signs: a rule, the targets, an exception. What was read is what is kept (HO-3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fieldkit.domain.signing import canonical
from fieldkit.records.tables import APPROVAL
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_head
from fieldkit.work.instants import behind
from fieldkit.work.sign_in import Signer


def approve(unit: Unit, kind: str, subject: str, document: Mapping[str, Any], signer: Signer) -> str:
    """Sign a document of a kind about a subject; returns the row. It never changes; a later one stands in for it."""
    require_head(unit)
    written = canonical(document)
    newest = unit.value("SELECT max(at) FROM approval WHERE subject = ?", subject)
    return unit.insert(
        APPROVAL,
        unit.meta.regency,
        kind=kind,
        subject=subject,
        document=written.decode(),
        signer_id=signer.user_id,
        key_id=signer.key_id,
        signature=signer.sign(written),
        at=behind(newest, unit.now_utc),
    )
