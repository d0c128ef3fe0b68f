"""The facts of a regency at the centre, brought into the form in which the rules of `domain` take them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import cached_property
from typing import Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from fieldkit.domain.cards.card import CardFact, Kind
from fieldkit.domain.national.file import taken_back
from fieldkit.domain.national.track import NationalState, StatusFact, national_state
from fieldkit.domain.people.same_person import Link, shown_ids
from fieldkit.domain.requests.service import RequestState, Step, StepFact, deciding_step
from fieldkit.server.bulk import Bulk
from fieldkit.server.regencies import clock_of
from fieldkit.server.schema import METADATA

_STEPS: Final = frozenset(Step)
_TELLERS: Final = (
    ("service_request", "resident_id"),
    ("visit_attempt", "resident_id"),
    ("list_proposal", "resident_id"),
    ("national_status", "resident_id"),
    ("same_person_link", "resident_id"),
    ("same_person_link", "other_id"),
)
"""Where something may be told of a resident that the figures need."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as far as figures need it."""

    id: str
    resident_id: str
    reason: str
    eligible_on: str
    shift_id: str
    state: RequestState
    since: str


class Facts:
    """What is known of a regency now; each kind of fact is read once, when it is asked for."""

    def __init__(self, connection: sa.Connection, bulk: Bulk, regency: str) -> None:
        self._connection = connection
        self.bulk = bulk
        self.regency = regency

    def rows(
        self, table: str, *names: str, where: sa.ColumnElement[bool] | None = None
    ) -> list[sa.Row[*tuple[Any, ...]]]:
        """These columns of all rows of a table."""
        columns = METADATA.tables[table].c
        query = sa.select(*(columns[name] for name in names)).where(columns.regency == self.regency)
        return list(self._connection.execute(query if where is None else query.where(where)).all())

    def standing(
        self, table: str, *names: str, where: sa.ColumnElement[bool] | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """These columns of the rows that nobody took back or corrected; the id comes first."""
        rows = self.rows(table, "id", "corrects_id", *names, where=where)
        gone = {row.corrects_id for row in rows if row.corrects_id}
        return ((row[0], *row[2:]) for row in rows if row.id not in gone)

    @cached_property
    def shown(self) -> dict[str, str]:
        """For each linked row the one that shows."""
        links = self.rows("same_person_link", "id", "resident_id", "other_id", "undoes_id")
        return shown_ids(Link(row[0], row[1], row[2], row[3] or "") for row in links)

    @cached_property
    def residents(self) -> list[sa.Row[*tuple[Any, ...]]]:
        """Id, village and list of the rows of which more is known than that they are there, in the order of their
        ids: of a long list these are few."""
        told = sa.union(*(self._tellers(table, column) for table, column in _TELLERS))
        is_told = METADATA.tables["resident"].c.id.in_(told)
        return sorted(self.rows("resident", "id", "village", "list_id", where=is_told), key=lambda row: row.id)

    def _tellers(self, table: str, column: str) -> sa.Select[str]:
        columns = METADATA.tables[table].c
        return sa.select(columns[column]).where(columns.regency == self.regency)

    @cached_property
    def rows_on_lists(self) -> dict[str, int]:
        """How many rows of each village stand on a list; of a person there may be several."""
        this = METADATA.tables["resident"].c
        query = sa.select(this.village, sa.func.count()).where(this.regency == self.regency, this.list_id.is_not(None))
        return {row[0]: row[1] for row in self._connection.execute(query.group_by(this.village))}

    @cached_property
    def village_of(self) -> dict[str, str]:
        """The village of each of these rows."""
        return {row.id: row.village for row in self.residents}

    @cached_property
    def national(self) -> dict[str, NationalState]:
        """What the centre of the country says of each person, by the row that shows, in files that nobody took back."""
        return self._national(None)

    def national_of(self, resident_id: str) -> NationalState | None:
        """The same of one person, from any of the person's rows."""
        person = self.shown.get(resident_id, resident_id)
        rows = {person, *(row for row, shown in self.shown.items() if shown == person)}
        return self._national(rows).get(person)

    def _national(self, residents: Collection[str] | None) -> dict[str, NationalState]:
        gone = taken_back(self.rows("national_file", "id", "kind", "source"))
        column = METADATA.tables["national_status"].c.resident_id
        told: dict[str, list[StatusFact]] = defaultdict(list)
        names = ("resident_id", "file_id", "as_of", "id", "status", "raw")
        where = None if residents is None else column.in_(sorted(residents))
        for resident, file_id, *fact in self.rows("national_status", *names, where=where):
            if file_id not in gone:
                told[self.shown.get(resident, resident)].append(StatusFact(*fact))
        states = {person: national_state(each) for person, each in told.items()}
        return {person: state for person, state in states.items() if state is not None}

    @cached_property
    def settings(self) -> list[sa.Row[*tuple[Any, ...]]]:
        """Key, value and first day of what the office set, in the order in which it was written."""
        return sorted(self.rows("setting", "key", "value", "valid_from", "id"), key=lambda row: row.id)

    def request(self, request_id: str) -> Asked | None:
        """One request; None where nobody knows it."""
        columns = METADATA.tables["request_step"].c
        found = self._asked(columns.request_id == request_id, METADATA.tables["service_request"].c.id == request_id)
        return found.get(request_id)

    @cached_property
    def requests(self) -> dict[str, Asked]:
        """All requests with the state that their steps lead to."""
        return self._asked(None, None)

    def _asked(
        self, of_steps: sa.ColumnElement[bool] | None, of_requests: sa.ColumnElement[bool] | None
    ) -> dict[str, Asked]:
        steps: dict[str, list[StepFact]] = defaultdict(list)
        names = ("request_id", "step", "at", "note")
        for _, request, step, at, note in self.standing("request_step", *names, where=of_steps):
            if step in _STEPS:
                steps[request].append(StepFact(Step(step), instant(at), note or ""))
        columns = ("id", "resident_id", "reason", "print_eligible_on", "shift_id", "at")
        found = {}
        for id_, resident, reason, eligible, shift, at in self.rows("service_request", *columns, where=of_requests):
            state, decided = deciding_step(steps[id_])
            since = decided.at_utc.isoformat() if decided else at
            found[id_] = Asked(id_, resident, reason, eligible or "", shift, state, since)
        return found

    def cards(self, requests: Collection[str] | None = None) -> dict[str, list[CardFact]]:
        """The facts of all cards, or of those of these requests."""
        found: dict[str, list[CardFact]] = defaultdict(list)

        def told(table: str, *names: str) -> list[sa.Row[*tuple[Any, ...]]]:
            column = METADATA.tables[table].c.request_id
            return self.rows(table, *names, where=None if requests is None else self.bulk.among(column, requests))

        prints = told("card_print", "id", "request_id", "at", "shift_id")
        opening = METADATA.tables["shift_opening"].c.id
        at_work = None if requests is None else self.bulk.among(opening, {row.shift_id for row in prints})
        sites = {row.id: row.site_name for row in self.rows("shift_opening", "id", "site_name", where=at_work)}
        for id_, request, at, shift in prints:
            found[request].append(CardFact(Kind.PRINT, at, id_, "", id_, sites.get(shift, "")))
        for id_, request, at, result, print_id in told("card_check", "id", "request_id", "at", "result", "print_id"):
            found[request].append(CardFact(Kind.CHECK, at, id_, result, print_id))
        names = ("id", "request_id", "at", "state", "place", "record_id")
        for id_, request, at, state, place, batch in told("card_place", *names):
            found[request].append(CardFact(Kind.PLACE, at, id_, state, "", place, batch=batch or ""))
        for id_, request, at in told("card_handover", "id", "request_id", "at"):
            found[request].append(CardFact(Kind.HANDOVER, at, id_))
        return found

    @cached_property
    def days(self) -> dict[str, str]:
        """The day of each shift."""
        return {row.id: row.day for row in self.rows("shift_opening", "id", "day")}

    @cached_property
    def _clock(self) -> ZoneInfo:
        return clock_of(self._connection, self.regency)

    def day_of(self, at: str, shift_id: str | None) -> str:
        """The day of the shift, or else that of the regency's clock."""
        return self.days.get(shift_id or "") or self.day_at(at)

    def day_at(self, at: str) -> str:
        """The day of an instant by the regency's clock."""
        return instant(at).astimezone(self._clock).date().isoformat()


def instant(written: str) -> datetime:
    """An instant as the rows have it."""
    at = datetime.fromisoformat(written)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def local_time(clock: tzinfo, at_ms: int) -> datetime:
    """What the clock of a regency shows at an instant."""
    return datetime.fromtimestamp(at_ms / 1000, clock).replace(tzinfo=None)
