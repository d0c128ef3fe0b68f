"""One row for whatever is signed about a shift: its document, who signed, and which one it stands in for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.domain.signing import canonical
from fieldkit.records.tables import CLOSING
from fieldkit.store.queries.closing.signed import SignedClosing
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.sign_in import Signer


@dataclass(frozen=True, slots=True)
class Statement:
    """What is to be signed about a shift. `supersedes_id` names the document of its kind that no longer holds."""

    kind: ClosingKind
    shift: Shift
    number: int
    document: Mapping[str, Any]
    supersedes_id: str | None = None


def sign_statement(unit: Unit, statement: Statement, signer: Signer) -> str:
    """Sign a document and keep it; returns its id. It never changes afterwards (invariant 8)."""
    document = canonical(statement.document)
    return unit.insert(
        CLOSING,
        statement.shift.village,
        shift_id=statement.shift.id,
        kind=statement.kind,
        number=statement.number,
        supersedes_id=statement.supersedes_id,
        document=document.decode(),
        signer_id=signer.user_id,
        key_id=signer.key_id,
        signature=signer.sign(document),
        at=instant(unit.now_utc),
    )


def named(closing: SignedClosing) -> dict[str, Any]:
    """A closing as other documents name it: by id, number and print."""
    return {"id": closing.id, "number": closing.number, "sha256": closing.digest}
