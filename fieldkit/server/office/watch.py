"""Keeps the cases of a centre in step with its facts: opened, withdrawn and settled, always beside the facts.
With them go what follows from facts without anybody's decision: successors, areas of guest laptops, reasons of visits
that are over, orders of the office, and the files of laptops.

Runs behind the pushes, over what took a feed number since it ran last. Running it twice changes nothing.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.contradiction import CaseState, Contradiction, Settlement, case_state, shown_settlement
from fieldkit.domain.identifiers import RowId, row_id
from fieldkit.domain.people.same_person import LinkRule
from fieldkit.domain.roles import may_settle
from fieldkit.records.tables import CASE_FILE, CASE_SETTLEMENT, SAME_PERSON_LINK
from fieldkit.server.bulk import Bulk
from fieldkit.server.cases import settle_cases
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.office.clashes import clashes
from fieldkit.server.office.device_files import keep_device_files
from fieldkit.server.office.filing import (
    case_areas,
    filed_row,
    mark_filed,
    regencies_with_unfiled,
    unfiled,
    within_bounds,
)
from fieldkit.server.office.findings.search import search
from fieldkit.server.office.findings.window import Findings, Window
from fieldkit.server.office.keys import look_at_keys
from fieldkit.server.office.missions import keep_missions
from fieldkit.server.office.needs import erase_ended_needs
from fieldkit.server.office.orders import obey_orders
from fieldkit.server.office.successors import follow
from fieldkit.server.office.writing import OfficeRow, put_composed_rows
from fieldkit.server.schema import FEED_COUNTER, METADATA, REGENCY

_CASE: Final = METADATA.tables[CASE_FILE.name].c
_SETTLEMENT: Final = METADATA.tables[CASE_SETTLEMENT.name].c
_USER: Final = METADATA.tables["app_user"].c
_ROUNDS: Final = 8
"""What is written may itself be worth a look (a link joins two recordings); it never takes more than two."""


@dataclass(frozen=True, slots=True)
class _Outstanding:
    """The rows that are to be written, the cases settled in the window, and those of pushes that are filed now."""

    rows: list[OfficeRow]
    settled: list[str]
    opened: list[str]


class Watch:
    """Looks once at a time; who asks meanwhile has it looked at again."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self._busy = threading.Lock()

    def look(self, now_ms: int) -> None:
        """Bring the cases of every regency up to date."""
        while self._behind():
            if not self._busy.acquire(blocking=False):
                return
            try:
                for regency in self._behind():
                    _look(self._centre, regency, now_ms)
            finally:
                self._busy.release()

    def _behind(self) -> list[str]:
        query = sa.select(REGENCY.c.regency).join(FEED_COUNTER, FEED_COUNTER.c.regency == REGENCY.c.regency)
        with reading(self._centre.engine) as connection:
            behind = list(connection.scalars(query.where(FEED_COUNTER.c.number > REGENCY.c.watched_version)))
            return list(dict.fromkeys([*behind, *regencies_with_unfiled(connection)]))


def _look(centre: Centre, regency: str, now_ms: int) -> None:
    for _ in range(_ROUNDS):
        window = _window(centre, regency)
        found = _outstanding(centre, regency, window, now_ms)
        if window[0] >= window[1] and not found.opened:
            return
        obey_orders(centre, regency, now_ms)
        look_at_keys(centre, regency, now_ms)
        keep_device_files(centre, regency, now_ms)
        follow(centre, regency, window, _instant(now_ms), now_ms)
        keep_missions(centre, regency, now_ms)
        erase_ended_needs(centre, regency, window, now_ms)
        if found.rows:
            _write(centre, regency, window, now_ms)
        _note_looked(centre, regency, window[1], found, now_ms)


def _window(centre: Centre, regency: str) -> tuple[int, int]:
    query = sa.select(REGENCY.c.watched_version, FEED_COUNTER.c.number)
    query = query.join(FEED_COUNTER, FEED_COUNTER.c.regency == REGENCY.c.regency).where(REGENCY.c.regency == regency)
    with reading(centre.engine) as connection:
        after, up_to = connection.execute(query).one()
    return int(after), int(up_to)


def _write(centre: Centre, regency: str, window: tuple[int, int], now_ms: int) -> None:
    """Found once more while nobody else writes as the office, so that nothing is written twice."""
    put_composed_rows(centre, regency, lambda: _outstanding(centre, regency, window, now_ms).rows, now_ms=now_ms)


def _note_looked(centre: Centre, regency: str, up_to: int, found: _Outstanding, now_ms: int) -> None:
    this = sa.and_(REGENCY.c.regency == regency, REGENCY.c.watched_version < up_to)
    with writing(centre.engine) as connection:
        settle_cases(connection, centre.bulk, regency, found.settled, now_ms)
        mark_filed(connection, centre.bulk, regency, found.opened)
        connection.execute(REGENCY.update().where(this).values(watched_version=up_to))


def _outstanding(centre: Centre, regency: str, window: tuple[int, int], now_ms: int) -> _Outstanding:
    with reading(centre.engine) as connection:
        found = search(Window(connection, centre.bulk, regency, window))
        settled, opened = _newly_settled(connection, regency, window), unfiled(connection, regency)
        ids = {*settled, *(each.id for each in opened)}
        known = _known_cases(connection, centre.bulk, regency, found, ids)
        wanted = {*ids, *known, *(each.id for each in found.contradictions)}
        kinds = {each.id: each.kind for each in opened} | {id_: row.kind for id_, row in known.items()}
        settlements = _settlements(connection, centre.bulk, regency, wanted, kinds)
        areas = case_areas(connection, centre.bulk, opened)
        details = clashes(connection, opened)
    rows = [*_link_rows(found, _instant(now_ms)), *_case_rows(found, known, settlements, _instant(now_ms))]
    for case in opened:
        if case.id not in known:
            standing = _standing(settlements.get(case.id), is_there=True)
            rows.append(filed_row(case, areas[case.id], _instant(case.opened_ms), standing, details.get(case.id)))
    rows = [within_bounds(row) if row.table == CASE_FILE.name else row for row in rows]
    return _Outstanding(rows, [case for case in settled if case in settlements], [each.id for each in opened])


def _instant(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _newly_settled(connection: sa.Connection, regency: str, window: tuple[int, int]) -> list[str]:
    query = sa.select(_SETTLEMENT.case_id).distinct().where(_SETTLEMENT.regency == regency)
    return list(connection.scalars(query.where(_SETTLEMENT.version > window[0], _SETTLEMENT.version <= window[1])))


def _known_cases(
    connection: sa.Connection, bulk: Bulk, regency: str, found: Findings, asked_for: Iterable[str]
) -> dict[str, sa.Row[*tuple[Any, ...]]]:
    """Cases about what was looked at, about what contradicts now, and those that are asked for."""
    names = ("id", "area", "kind", "subject", "state", "decision", "settled_by", "settled_at")
    query = sa.select(*(_CASE[name] for name in names)).where(_CASE.regency == regency)
    ids = {*asked_for, *(each.id for each in found.contradictions)}
    asked = ((_CASE.subject, {subject for _, subject in found.subjects}), (_CASE.id, ids))
    rows = [
        row for column, values in asked if values for row in connection.execute(query.where(bulk.among(column, values)))
    ]
    return {row.id: row for row in rows if row.id in ids or (row.kind, row.subject) in found.subjects}


def _settlements(
    connection: sa.Connection, bulk: Bulk, regency: str, cases: Collection[str], kinds: Mapping[str, str]
) -> dict[str, Settlement]:
    """The decision that shows for each case, of those by somebody who may decide; any kind that is not told is a
    contradiction."""
    names = ("id", "case_id", "decision", "settled_by", "at")
    query = sa.select(*(_SETTLEMENT[name] for name in names), _USER.role)
    by_user = sa.and_(_USER.regency == _SETTLEMENT.regency, _USER.id == _SETTLEMENT.settled_by, _USER.active == 1)
    query = query.where(by_user, _SETTLEMENT.regency == regency, bulk.among(_SETTLEMENT.case_id, cases))
    said: dict[str, list[Settlement]] = defaultdict(list)
    for *values, role in connection.execute(query) if cases else ():
        if may_settle(kinds.get(values[1], ""), role):
            said[values[1]].append(Settlement(*values))
    return {case: shown for case, each in said.items() if (shown := shown_settlement(each)) is not None}


def _case_rows(
    found: Findings,
    known: Mapping[str, sa.Row[*tuple[Any, ...]]],
    settlements: Mapping[str, Settlement],
    at: str,
) -> list[OfficeRow]:
    there = {each.id: each for each in found.contradictions}
    rows = []
    for case, contradiction in sorted(there.items()):
        if case not in known:
            values = {**_opened(contradiction, at), **_standing(settlements.get(case), is_there=True)}
            rows.append(OfficeRow(CASE_FILE.name, found.contradictions[contradiction], case, values))
    for row in sorted(known.values(), key=lambda each: str(each.id)):
        is_unseen = (row.kind, row.subject) not in found.subjects
        is_there = row.id in there or (is_unseen and row.state == CaseState.OPEN)
        wanted = _standing(settlements.get(row.id), is_there=is_there)
        changed = {name: value for name, value in wanted.items() if getattr(row, name) != value}
        if changed:
            rows.append(OfficeRow(CASE_FILE.name, row.area, row.id, changed, is_new=False))
    return rows


def _opened(contradiction: Contradiction, at: str) -> dict[str, Any]:
    members = msgspec.json.encode(contradiction.members).decode()
    return {"kind": contradiction.kind, "subject": contradiction.subject, "members": members, "opened_at": at}


def _standing(settlement: Settlement | None, *, is_there: bool) -> dict[str, Any]:
    shown = settlement or Settlement("", "", "", "", "")
    return {
        "state": case_state(settlement, is_there=is_there).value,
        "decision": shown.decision or None,
        "settled_by": shown.settled_by or None,
        "settled_at": shown.at or None,
    }


def _link_rows(found: Findings, at: str) -> list[OfficeRow]:
    return [
        OfficeRow(
            SAME_PERSON_LINK.name,
            area,
            _link_id(pair),
            {"resident_id": pair[0], "other_id": pair[1], "rule": LinkRule.SAME_NUMBER, "at": at},
        )
        for pair, area in sorted(found.links.items())
    ]


def _link_id(pair: tuple[str, str]) -> RowId:
    """The same two rows are linked by rule once, however often they are found."""
    return row_id(0, blake2b(" ".join(pair).encode(), digest_size=10, person=b"fieldkit-link").digest())
