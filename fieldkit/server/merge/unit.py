"""One push while it is worked out: the rows it touches, and what it leaves behind beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.stamp import Stamp, clamped
from fieldkit.records.journal import Header
from fieldkit.records.wire import Verdict
from fieldkit.server.bulk import Bulk
from fieldkit.server.cases import CaseBook
from fieldkit.server.ledger.feed_numbers import FeedNumbers
from fieldkit.server.merge.bonds import Bonds
from fieldkit.server.merge.proposals import Proposal
from fieldkit.server.merge.rows import RowBook
from fieldkit.server.merge.seals import Seals
from fieldkit.server.schema import FIELD_HISTORY, REGENCY, REMOVAL

TOLERANCE_MS: Final = 5 * 60 * 1000
"""How far ahead of the centre a laptop's clock may be before its stamps are cut back."""
_HISTORY: Final = ("regency", "origin", "number", "field", "table", "row", "value", "value_origin", "value_stamp")
_RANK: Final = (Verdict.DUPLICATE, Verdict.APPLIED, Verdict.MERGED, Verdict.CASE)


class Effect(msgspec.Struct, frozen=True, gc=False):
    """What became of one change, and the feed number at which its row contains the decision."""

    verdict: Verdict
    version: int | None = None
    reason: str = ""
    case_id: str = ""


class Outcome(msgspec.Struct, frozen=True):
    """What became of a command, and the feed number for each of its changes."""

    verdict: Verdict
    reason: str = ""
    case_id: str = ""
    versions: Sequence[int | None] = ()

    @classmethod
    def of(cls, effects: Sequence[Effect]) -> Outcome:
        """The gravest verdict among the changes speaks for the command."""
        worst = effects[0] if len(effects) == 1 else max(effects, key=lambda effect: _RANK.index(effect.verdict))
        return cls(worst.verdict, worst.reason, worst.case_id, [effect.version for effect in effects])


class Unit:
    """What deciding reads and writes with; lives as long as the transaction of one push."""

    def __init__(self, connection: sa.Connection, bulk: Bulk, now_ms: int, *, is_careful: bool = False) -> None:
        self.is_careful = is_careful
        """Whether to look first if the rows to insert exist; where it was not done, the database tells."""
        self.connection = connection
        self.bulk = bulk
        self.now_ms = now_ms
        self.rows = RowBook(connection, bulk)
        self.numbers = FeedNumbers()
        self.seals = Seals(connection, bulk)
        self.bonds = Bonds(connection, bulk, now_ms)
        self.cases = CaseBook(now_ms)
        self.is_as_sent = True
        """Whether the rows stand as their senders have them, as far as the verdicts say nothing else."""
        self.change_count = 0
        """How many changes were taken in."""
        self.epochs: dict[str, int] = {}
        """Epoch of each regency that is hosted here, of those that were asked for."""
        self.lineages: dict[str, dict[str, int]] = {}
        """Of origins that go on from others: those, each with the last number that is the laptop's own."""
        self._history: list[tuple[Any, ...]] = []
        self._left: list[tuple[Proposal, str, int]] = []

    def learn_epochs(self, regencies: Iterable[str]) -> None:
        """Ask which of these regencies are hosted here."""
        unknown = sorted(set(regencies) - self.epochs.keys())
        if unknown:
            regency = REGENCY.c.regency
            # Mostly it is one, which is then asked for where it lies.
            these = regency == unknown[0] if len(unknown) == 1 else self.bulk.among(regency, unknown)
            query = sa.select(regency, REGENCY.c.epoch).where(these)
            self.epochs.update((row.regency, row.epoch) for row in self.connection.execute(query))

    def stamp(self, header: Header) -> int:
        """The stamp by which a change is compared; what it claims stays in its header."""
        return max(clamped(Stamp(header.stamp), self.now_ms, TOLERANCE_MS), 0)

    @property
    def latest_instant(self) -> str:
        """The latest time that a fact may claim, as its column holds it."""
        at = datetime.fromtimestamp((self.now_ms + TOLERANCE_MS) / 1000, UTC)
        return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def open_case(self, kind: str, header: Header, home: str, details: Mapping[str, Any]) -> str:
        """Open a case at the office of the row's regency, or at home where that is not hosted here."""
        regency = header.regency if header.regency in self.epochs else home
        return self.cases.open(regency, kind, (header.table, header.row), (header.origin, header.number), details)

    def keep_loser(self, header: Header, name: str, value: Any, whose: tuple[str, int]) -> None:
        """Remember a value that another took the place of (invariant 6), with its origin and stamp."""
        encoded = msgspec.json.encode(value).decode()
        change = (header.regency, header.origin, header.number, name, header.table, header.row)
        self._history.append((*change, encoded, *whose))

    def leave_area(self, proposal: Proposal, area: str, version: int) -> None:
        """Note that a row left an area."""
        self.is_as_sent = False
        self._left.append((proposal, area, version))

    def take_numbers(self) -> None:
        """Take the feed numbers; ClashError where something was erased by law while this was worked out."""
        self.learn_epochs(self.seals.regencies)
        self.numbers.take(self.connection, self.epochs)
        self.seals.require_unchanged()

    def write(self) -> None:
        """Write everything, with the numbers taken."""
        self.seals.blank_rows(self.rows)
        self.rows.write(self.numbers)
        self.bonds.write()
        self.cases.write(self.connection, self.bulk)
        if self._history:
            self.bulk.insert(self.connection, FIELD_HISTORY, _HISTORY, self._history)
        for proposal, area, version in self._left:
            self._write_move(proposal.header, area, version)
        self.seals.erase_beside()

    def _write_move(self, header: Header, area: str, version: int) -> None:
        removal = REMOVAL.c
        this = sa.and_(removal.regency == header.regency, removal.table == header.table, removal.row == header.row)
        # Where the row stands now it is not removed from, whatever happened before.
        self.connection.execute(REMOVAL.delete().where(this, removal.area.in_([area, header.area])))
        final = self.numbers.final(header.regency, version)
        row = {"regency": header.regency, "table": header.table, "row": header.row, "area": area, "version": final}
        self.connection.execute(REMOVAL.insert(), row | {"at_ms": self.now_ms})
