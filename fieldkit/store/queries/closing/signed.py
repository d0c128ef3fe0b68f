"""What was signed about a shift, and whether its figures hold."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.store.database import Database
from fieldkit.store.queries.doubts import is_doubted


@dataclass(frozen=True, slots=True)
class SignedClosing:
    """A closing as it was signed; its document never changes."""

    id: str
    shift_id: str
    number: int
    document: str
    signer_name: str
    at: str
    signature: str
    kind: str = ClosingKind.TABLE
    is_doubted: int = 0
    """1 where the centre doubts that its signer signed it."""

    @property
    def digest(self) -> str:
        """The print of the signed bytes, by which other papers name this one: SHA-256, hex."""
        return hashlib.sha256(self.document.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Replaced:
    """The closing that the next one stands in for, and why it was taken back."""

    id: str
    number: int
    sha256: str
    reason: str
    reopened_by: str
    reopened_at: str


def is_closed(shift: str) -> str:
    """SQL for whether a shift, given by this expression, is closed and was not opened again since."""
    numbers = (
        f"coalesce(max(c.number) FILTER (WHERE c.kind = '{kind}'), 0)"
        for kind in (ClosingKind.TABLE, ClosingKind.REOPENING)
    )
    return f"(SELECT {' > '.join(numbers)} FROM closing c WHERE c.shift_id = {shift})"


def closings(database: Database, shift_id: str, kind: ClosingKind = ClosingKind.TABLE) -> list[SignedClosing]:
    """The closings of a shift, or what else was signed of it; the last one counts, all stay printable."""
    rows = database.rows(f"{_SIGNED} WHERE c.shift_id = ? AND c.kind = ? ORDER BY c.number, c.id", shift_id, kind)
    return [SignedClosing(*row) for row in rows]


def replaced(database: Database, shift_id: str) -> Replaced | None:
    """Which closing the next one of a shift replaces; None where it is the first."""
    signed = closings(database, shift_id)
    if not signed:
        return None
    reopened = closings(database, shift_id, ClosingKind.REOPENING)
    told = (_reason(reopened[-1]), reopened[-1].signer_name, reopened[-1].at) if reopened else ("", "", "")
    last = signed[-1]
    return Replaced(last.id, last.number, last.digest, *told)


def _reason(reopening: SignedClosing) -> str:
    return str(json.loads(reopening.document).get("reason", ""))


_SIGNED: Final = (
    "SELECT c.id, c.shift_id, c.number, c.document, coalesce(u.name, ''), c.at, c.signature, c.kind, "
    f"{is_doubted('c.id')} FROM closing c LEFT JOIN app_user u ON u.id = c.signer_id"
)
