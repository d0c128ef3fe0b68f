"""The tables of one session, side by side, and the closing of their team."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from fieldkit.domain.shifts.closing import ClosingKind, blanks_together, cards_together, people_together
from fieldkit.store.database import Database
from fieldkit.store.neighbours.team import team_laptops
from fieldkit.store.queries.closing.signed import SignedClosing, closings
from fieldkit.store.queries.closing.tables import Session, TableClosing, TableFigures, table_closings
from fieldkit.store.queries.openings import STANDS
from fieldkit.store.queries.shifts import Shift


class _Named(msgspec.Struct, frozen=True):
    id: str


class _Contained(msgspec.Struct, frozen=True):
    tables: tuple[_Named, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamView:
    """What a team closing would say now, and what the last one said."""

    tables: tuple[TableClosing, ...]
    """The last closing of each table, the first one signed first."""
    open: tuple[str, ...]
    """Tables that opened the session, as far as it is known here, and whose closing is not here."""
    others: tuple[tuple[str, str], ...]
    """Laptops of the team of which nothing is here: they may have been there all the same; prefix and name."""
    last: SignedClosing | None
    """The last closing of the team."""
    number: int
    """How often the team was closed."""

    @property
    def counted(self) -> tuple[TableClosing, ...]:
        """The closings that may be counted."""
        return tuple(each for each in self.tables if each.counts)

    @property
    def absent(self) -> tuple[str, ...]:
        """Tables that are known to have worked, and whose figures are not counted: these are told as missing."""
        return tuple(dict.fromkeys([*self.open, *(each.table for each in self.tables if not each.counts)]))

    @property
    def together(self) -> TableFigures:
        """The sum of those."""
        figures = [each.figures for each in self.counted if each.figures is not None]
        return TableFigures(
            people_together(each.people for each in figures),
            cards_together(each.cards for each in figures),
            blanks_together(each.blanks for each in figures),
        )

    @property
    def news(self) -> tuple[TableClosing, ...]:
        """Closings that came, came anew or were taken back after the team's own: it has to be closed once more."""
        if self.last is None:
            return ()
        known = {each.id for each in msgspec.json.decode(self.last.document, type=_Contained).tables}
        return tuple(each for each in self.tables if each.counts != (each.id in known))


def team_view(database: Database, shift: Shift) -> TeamView:
    """The tables of the session of a shift."""
    found = table_closings(database, shift.day, shift.village)
    tables = tuple(each for each in found if each.is_of_session(shift))
    waiting = tuple(each for each in _open_tables(database, shift) if each not in {one.table for one in tables})
    known = {one.table for one in tables} | set(waiting)
    others = tuple((each.prefix, each.name) for each in team_laptops(database) if each.prefix not in known)
    signed = closings(database, shift.id, ClosingKind.TEAM)
    return TeamView(tables, waiting, others, signed[-1] if signed else None, len(signed))


def _open_tables(database: Database, shift: Shift) -> list[str]:
    """Prefixes of the other tables that opened the session and did not close it, as the centre told."""
    rows = database.rows(_OPEN, shift.day, shift.village, shift.id)
    return sorted({str(table) for table, *said in rows if table and Session(*said).is_one_with(shift)})


_OPEN: Final = (
    "SELECT coalesce((SELECT substr(queue_no, 1, instr(queue_no, '-') - 1) FROM service_request q "
    "WHERE q.shift_id = o.id LIMIT 1), (SELECT substr(to_holder, instr(to_holder, '-') + 1) FROM stock_movement m "
    "WHERE m.shift_id = o.id AND to_holder LIKE 'table:%' LIMIT 1)), o.name, o.planned_start, o.planned_end, "
    "coalesce(o.kind, 'shift'), coalesce(o.plan_id, ''), coalesce(o.team_id, p.team_id, '') FROM shift_opening o "
    f"LEFT JOIN shift_plan p ON p.id = o.plan_id WHERE o.day = ?1 AND o.village = ?2 AND o.id <> ?3 AND {STANDS} "
    "AND NOT EXISTS (SELECT 1 FROM closing c WHERE c.shift_id = o.id AND c.kind = 'table')"
)
