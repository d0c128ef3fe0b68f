"""What stands beside a signed closing: facts that came later, corrections, and the closing that took its place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.store.database import Database
from fieldkit.store.queries.closing.addenda import Addendum, addenda
from fieldkit.store.queries.closing.signed import SignedClosing, closings


@dataclass(frozen=True, slots=True)
class Correction:
    """What the office added to a closing that was reported; `at` is UTC."""

    number: int
    what: str
    signer_name: str
    at: str


@dataclass(frozen=True, slots=True)
class Reopening:
    """Who took a closing back, and why; `at` is UTC."""

    signer_name: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Beside:
    """All of it. `replaced_by` is the number of the closing that holds instead, 0 while this one does."""

    addenda: tuple[Addendum, ...] = ()
    corrections: tuple[Correction, ...] = ()
    replaced_by: int = 0
    reopened_by: Reopening | None = None
    """Where it was taken back, and nothing holds instead yet."""


NOTHING_BESIDE: Final = Beside()


def beside(database: Database, closing: SignedClosing) -> Beside:
    """What stands beside a closing. Late facts stand beside the last one, which is the one that does not count them."""
    last = closings(database, closing.shift_id, ClosingKind(closing.kind))[-1]
    if last.id != closing.id:
        return Beside(replaced_by=last.number)
    if closing.kind != ClosingKind.TABLE:
        return Beside()
    reopened = closings(database, closing.shift_id, ClosingKind.REOPENING)
    if reopened and reopened[-1].number >= closing.number:
        return Beside(reopened_by=_reopening(reopened[-1]))
    added = closings(database, closing.shift_id, ClosingKind.CORRECTION)
    return Beside(tuple(addenda(database, closing.shift_id)), tuple(map(_correction, added)))


def _reopening(signed: SignedClosing) -> Reopening:
    return Reopening(signed.signer_name, signed.at, str(json.loads(signed.document).get("reason", "")))


def _correction(signed: SignedClosing) -> Correction:
    what = str(json.loads(signed.document).get("what", ""))
    return Correction(signed.number, what, signed.signer_name, signed.at)
