"""Closings of tables and teams that do not go together, and shifts that were opened again too late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.contradiction import (
    CaseKind,
    ClosingFact,
    ReopeningFact,
    TeamClosingFact,
    reopened_late,
    team_closed_twice,
    two_closings,
)
from fieldkit.domain.identifiers import regency_of_origin
from fieldkit.domain.roles import PLANNERS
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.domain.zones import day_on_clock
from fieldkit.server.office.findings.window import Row, Window, areas_of
from fieldkit.server.schema import METADATA

_CLOSING: Final = METADATA.tables["closing"].c
_OPENING: Final = METADATA.tables["shift_opening"].c
_USER: Final = METADATA.tables["app_user"].c


class _CountedTable(msgspec.Struct, frozen=True):
    shift_id: str


class _TeamDocument(msgspec.Struct, frozen=True):
    tables: tuple[_CountedTable, ...] = ()


def closings(window: Window) -> None:
    """Closings of one table of which none supersedes the other."""
    is_table = _CLOSING.kind == ClosingKind.TABLE
    shifts = set(window.values(_CLOSING.shift_id, sa.and_(window.is_new(_CLOSING), is_table)))
    columns = (_CLOSING.id, _CLOSING.shift_id, _CLOSING.kind, _CLOSING.supersedes_id, _CLOSING.area)
    rows = [row for row in window.among(_CLOSING.shift_id, shifts, *columns) if row.kind == ClosingKind.TABLE]
    found = two_closings(ClosingFact(row.id, row.shift_id, row.supersedes_id or "") for row in rows)
    window.note(CaseKind.TWO_CLOSINGS, shifts, found, areas_of(rows))


def team_closings(window: Window) -> None:
    """Closings of teams that count one table.

    The tables of a team are of one village: so are all closings that may count one of them.
    """
    is_team = _CLOSING.kind == ClosingKind.TEAM
    areas = set(window.values(_CLOSING.area, sa.and_(window.is_new(_CLOSING), is_team)))
    query = sa.select(_CLOSING.id, _CLOSING.area, _CLOSING.supersedes_id, _CLOSING.document).where(
        _CLOSING.regency == window.regency, is_team, window.bulk.among(_CLOSING.area, areas)
    )
    rows = list(window.connection.execute(query)) if areas else []
    facts = [TeamClosingFact(row.id, _tables_of_team(row.document), row.supersedes_id or "") for row in rows]
    subjects = {table for each in facts for table in each.tables}
    window.note(CaseKind.TEAM_CLOSED_TWICE, subjects, team_closed_twice(facts), areas_of(rows))


def reopenings(window: Window) -> None:
    """Shifts that were opened again by a lead on another day, or after the report.

    A laptop asks the same first; but it may not know of the report yet, and one that was tampered with is not
    believed about the day.
    """
    shifts = {
        *window.values(_CLOSING.shift_id, window.is_new(_CLOSING)),
        *window.values(_OPENING.id, window.is_new(_OPENING)),
    }
    columns = (_CLOSING.id, _CLOSING.shift_id, _CLOSING.kind, _CLOSING.number, _CLOSING.at, _CLOSING.signer_id)
    rows = window.among(_CLOSING.shift_id, shifts, *columns, _CLOSING.origin, _CLOSING.area)
    reopened = [row for row in rows if row.kind == ClosingKind.REOPENING]
    wanted = {row.shift_id for row in reopened}
    openings = {row.id: row for row in window.among(_OPENING.id, wanted, _OPENING.id, _OPENING.day, _OPENING.time_zone)}
    planners = _planners(window, reopened)
    facts = [
        ReopeningFact(row.id, row.shift_id, row.number, _day_at_site(row, openings), row.signer_id in planners)
        for row in reopened
    ]
    found = reopened_late(facts, _days_of_lead(rows, openings), _reported(rows))
    window.note(CaseKind.REOPENED_LATE, shifts, found, areas_of(rows))


def _planners(window: Window, signed: Collection[Row]) -> set[str]:
    """Who of the signers plans, for this regency or for the one that the laptop came from to help."""
    regencies = {window.regency, *(regency_of_origin(row.origin) for row in signed)}
    is_of = sa.and_(window.bulk.among(_USER.regency, regencies), _USER.role.in_(sorted(PLANNERS)))
    signers = window.bulk.among(_USER.id, {row.signer_id for row in signed})
    return set(window.values(_USER.id, sa.and_(is_of, signers))) if signed else set()


def _tables_of_team(document: str) -> frozenset[str]:
    """The shifts of the tables that the document of a team closing counts; none where it can not be read."""
    try:
        return frozenset(each.shift_id for each in msgspec.json.decode(document, type=_TeamDocument).tables)
    except msgspec.MsgspecError:
        return frozenset()


def _days_of_lead(rows: Iterable[Row], openings: Mapping[str, Row]) -> dict[tuple[str, int], frozenset[str]]:
    """On which days a lead may open a closed table again: that of its shift, and those on which it was signed."""
    days: dict[tuple[str, int], frozenset[str]] = {}
    for row in rows:
        if row.kind == ClosingKind.TABLE and row.shift_id in openings:
            known = days.get((row.shift_id, row.number), {openings[row.shift_id].day})
            days[row.shift_id, row.number] = frozenset({*known, _day_at_site(row, openings)})
    return days


def _day_at_site(row: Row, openings: Mapping[str, Row]) -> str:
    return day_on_clock(openings[row.shift_id].time_zone, row.at) if row.shift_id in openings else ""


def _reported(rows: Iterable[Row]) -> dict[str, int]:
    """The first closing of a shift of which the office has the report."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row.kind == ClosingKind.REPORTED:
            numbers[row.shift_id].append(row.number)
    return {shift: min(each) for shift, each in numbers.items()}
