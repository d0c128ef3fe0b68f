"""The signed closings of all tables of a village on one day: what a team closing rests on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Final

import msgspec

from fieldkit.domain.identifiers import Origin, device_prefix
from fieldkit.domain.shifts.shift import BlankCount, CardCount, PeopleCount, SessionKind
from fieldkit.host.secrets import verify
from fieldkit.store.database import Database
from fieldkit.store.queries.doubts import is_doubted
from fieldkit.store.queries.shifts import Shift, own_shifts


class _Stock(msgspec.Struct, frozen=True):
    taken: int
    printed: int
    spoiled: int
    returned: int
    settled: int = 0


class Session(msgspec.Struct, frozen=True):
    """What a table opened, as far as it tells; empty where it does not."""

    name: str = ""
    planned_start: str = ""
    planned_end: str = ""
    kind: str = SessionKind.SHIFT.value
    plan_id: str = ""
    team_id: str = ""

    def is_one_with(self, shift: Shift) -> bool:
        """Whether it is the session of a shift of its day and village: each table opens its own.

        One plan is one session. Of two plans it is only where both are of one team; and two teams are never one.
        """
        if self.kind != shift.kind:
            return False
        if self.plan_id and self.plan_id == shift.plan_id:
            return True
        if self.team_id and shift.team_id:
            may_be = self.team_id == shift.team_id
        else:
            may_be = not (self.plan_id and shift.plan_id)
        hours = (self.planned_start, self.planned_end) == (shift.planned_start, shift.planned_end)
        return may_be and (hours or self.name.casefold() == shift.name.casefold())


class _Signed(msgspec.Struct, frozen=True):
    """The part of a closing's document that is counted."""

    people_count: PeopleCount
    card_count: CardCount
    stock: _Stock
    counted: int | None = None
    shift: Session = Session()


@dataclass(frozen=True, slots=True)
class TableFigures:
    """What one table closed with."""

    people: PeopleCount
    cards: CardCount
    blanks: BlankCount


@dataclass(frozen=True)
class TableClosing:
    """The latest closing of a table. `table` is the prefix of its queue, empty where nothing here tells which it is."""

    id: str
    shift_id: str
    number: int
    table: str
    is_brought: bool
    """Whether it came by stick, and the centre has not sent it down yet."""
    is_taken_back: bool
    """Whether its table was opened again since, so that it does not hold."""
    document: str
    signer_name: str
    at: str
    signature: str
    public_key: str

    @property
    def digest(self) -> str:
        """The print of the signed bytes: SHA-256, hex."""
        return hashlib.sha256(self.document.encode()).hexdigest()

    @property
    def counts(self) -> bool:
        """Whether it may be counted: signed, readable, and not taken back."""
        return self.is_signed and self.figures is not None and not self.is_taken_back

    @cached_property
    def is_signed(self) -> bool:
        """Whether the document carries the signature of its signer, by a key that is known here, and the centre
        does not doubt it."""
        return verify(self.public_key, self.signature, self.document.encode())

    @cached_property
    def figures(self) -> TableFigures | None:
        """The signed figures; None where this version can not read the document."""
        said = self._said
        if said is None:
            return None
        stock = said.stock
        blanks = BlankCount(stock.taken, stock.printed, stock.spoiled, stock.returned, said.counted, stock.settled)
        return TableFigures(said.people_count, said.card_count, blanks)

    def is_of_session(self, shift: Shift) -> bool:
        """Whether it closes the same session as a shift."""
        said = self._said.shift if self._said is not None else Session()
        return self.shift_id == shift.id or said.is_one_with(shift)

    @cached_property
    def _said(self) -> _Signed | None:
        try:
            return msgspec.json.decode(self.document, type=_Signed)
        except msgspec.MsgspecError:
            return None


def table_closings(database: Database, day: str, village: str) -> list[TableClosing]:
    """The latest closing of each table, the first one signed first; only what `is_signed` may be counted."""
    latest: dict[tuple[str, str], TableClosing] = {}
    for row_id, shift_id, number, brought_of, queue, own, is_brought, taken_back, *said in database.rows(
        _CLOSINGS, day, village
    ):
        # Where nobody came, no queue number tells whose table it was.
        origin = brought_of or ("" if queue else own)
        table = device_prefix(Origin(origin)) if origin else queue
        found = TableClosing(row_id, shift_id, number, table, bool(is_brought), bool(taken_back), *said)
        known = latest.get((shift_id, table))
        if known is None or known.number <= number:
            latest[shift_id, table] = found
    return sorted(latest.values(), key=lambda closing: (closing.at, closing.id))


def other_tables(database: Database) -> tuple[TableClosing, ...]:
    """The closings of the other tables that are here, of the newest day that has any, the first one signed first."""
    own = own_shifts(database)
    occasions = database.rows(_OCCASIONS, msgspec.json.encode(own).decode())
    for day, villages in groupby(occasions, key=itemgetter(0)):
        found = [each for _, village in villages for each in table_closings(database, day, village)]
        others = [each for each in found if each.shift_id not in own]
        if others:
            return tuple(sorted(others, key=lambda closing: (closing.at, closing.id)))
    return ()


_OCCASIONS: Final = (
    "SELECT json_extract(document, '$.shift.day') AS day, json_extract(document, '$.shift.village') "
    "FROM brought_closing WHERE kind = 'table' AND json_valid(document) AND day IS NOT NULL "
    "UNION SELECT day, village FROM shift_opening WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY 1 DESC, 2"
)
"""The days and villages of which other tables may have closed: those they told, and those of this laptop itself."""
_CLOSINGS: Final = (
    "SELECT c.id, c.shift_id, c.number, coalesce(b.origin, ''), "
    "coalesce((SELECT substr(queue_no, 1, instr(queue_no, '-') - 1) FROM service_request q "
    "WHERE q.shift_id = c.shift_id LIMIT 1), ''), "
    "iif(b.origin IS NOT NULL OR EXISTS (SELECT 1 FROM service_request q WHERE q.shift_id = c.shift_id), '', "
    "coalesce((SELECT j.origin FROM journal j WHERE j.row_id = c.shift_id LIMIT 1), "
    "(SELECT substr(to_holder, 7) || '.1' FROM stock_movement m "
    "WHERE m.shift_id = c.shift_id AND to_holder LIKE 'table:%' LIMIT 1), '')), c.is_brought, "
    "EXISTS (SELECT 1 FROM (SELECT shift_id, kind, number FROM closing UNION ALL SELECT shift_id, kind, number "
    "FROM brought_closing) r WHERE r.shift_id = c.shift_id AND r.kind = 'reopening' AND r.number >= c.number), "
    "c.document, coalesce(u.name, ''), c.at, c.signature, "
    f"iif({is_doubted('c.id')}, '', coalesce(k.public_key, b.public_key, '')) "
    "FROM (SELECT id, shift_id, number, kind, document, signer_id, key_id, signature, at, 0 AS is_brought FROM closing "
    "UNION ALL SELECT id, shift_id, number, kind, document, signer_id, key_id, signature, at, 1 FROM brought_closing "
    "WHERE id NOT IN (SELECT id FROM closing)) c "
    "LEFT JOIN brought_closing b ON b.id = c.id LEFT JOIN app_user u ON u.id = c.signer_id "
    "LEFT JOIN user_key k ON k.id = c.key_id AND k.user_id = c.signer_id "
    "WHERE c.kind = 'table' AND json_valid(c.document) AND json_extract(c.document, '$.shift.day') = ? "
    "AND json_extract(c.document, '$.shift.village') = ? ORDER BY c.at, c.id"
)
