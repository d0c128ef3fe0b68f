"""Which facts contradict each other, among those that are new in a regency and those about the same things."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.cards.card import Placing
from fieldkit.domain.cards.handover import OF_CARDS, RecordKind
from fieldkit.domain.contradiction import (
    BatchFact,
    CaseKind,
    CaseState,
    ClosingFact,
    Contradiction,
    CountFact,
    LotReceipt,
    ReopeningFact,
    TeamClosingFact,
    batch_signed_twice,
    counted_apart,
    handed_over_ended,
    handed_over_twice,
    list_active_twice,
    negative_holders,
    print_ended_twice,
    printed_twice,
    received_twice,
    recorded_twice,
    reopened_late,
    sent_twice,
    taken_back_twice,
    team_closed_twice,
    two_closings,
    unseen_pairs,
)
from fieldkit.domain.identifiers import regency_of_origin
from fieldkit.domain.national.file import TAKEN_BACK
from fieldkit.domain.national.status import NationalStatus
from fieldkit.domain.people.same_person import Identity, Link, disagreeing, disputed, links_by_rule, shown_ids
from fieldkit.domain.requests.service import Reason
from fieldkit.domain.roles import PLANNERS
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.domain.stock.holders import is_counted
from fieldkit.domain.stock.lots import LotState, LotStep, count_lot
from fieldkit.domain.stock.movements import MovementKind
from fieldkit.domain.zones import day_on_clock
from fieldkit.records.list_steps import version_step
from fieldkit.server.bulk import Bulk
from fieldkit.server.office.links import links_of
from fieldkit.server.schema import IS_RECORDED, METADATA

_HANDOVER: Final = METADATA.tables["card_handover"].c
_PRINT: Final = METADATA.tables["card_print"].c
_CHECK: Final = METADATA.tables["card_check"].c
_PLACE: Final = METADATA.tables["card_place"].c
_RECORD: Final = METADATA.tables["handover_record"].c
_LIST_STEP: Final = METADATA.tables["list_step"].c
_MOVEMENT: Final = METADATA.tables["stock_movement"].c
_LOT: Final = METADATA.tables["stock_lot"].c
_LOT_STEP: Final = METADATA.tables["lot_step"].c
_COUNT: Final = METADATA.tables["stock_count"].c
_CLOSING: Final = METADATA.tables["closing"].c
_OPENING: Final = METADATA.tables["shift_opening"].c
_USER: Final = METADATA.tables["app_user"].c
_REQUEST: Final = METADATA.tables["service_request"].c
_STEP: Final = METADATA.tables["request_step"]
_STATUS: Final = METADATA.tables["national_status"].c
_FILE: Final = METADATA.tables["national_file"].c
_RESIDENT: Final = METADATA.tables["resident"]
_LINK: Final = METADATA.tables["same_person_link"].c
_CASE: Final = METADATA.tables["case_file"].c
Row = sa.Row[*tuple[Any, ...]]


class _CountedTable(msgspec.Struct, frozen=True):
    shift_id: str


class _TeamDocument(msgspec.Struct, frozen=True):
    tables: tuple[_CountedTable, ...] = ()


@dataclass
class Findings:
    """What was found: the subjects that were looked at, what contradicts about them, and links that follow by rule."""

    subjects: set[tuple[str, str]] = field(default_factory=set)
    contradictions: dict[Contradiction, str] = field(default_factory=dict)
    """Each with the area that its case is for."""
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    """Pairs of rows of one person, each with its area."""


class Search:
    """Looks at what took a feed number in a window, and at everything about the same things."""

    def __init__(self, connection: sa.Connection, bulk: Bulk, regency: str, window: tuple[int, int]) -> None:
        self._connection = connection
        self._bulk = bulk
        self._regency = regency
        self._after, self._up_to = window
        self._found = Findings()

    def run(self) -> Findings:
        """Everything that contradicts; the same facts give the same, whatever the windows were."""
        self._cards()
        self._batches()
        self._handover_records()
        self._lists()
        self._closings()
        self._team_closings()
        self._reopenings()
        self._stock()
        self._inverses()
        self._lots()
        self._counts()
        self._same_numbers()
        self._recordings()
        return self._found

    def _cards(self) -> None:
        is_back = _PLACE.state.in_([Placing.RETURNED, Placing.UNDONE])
        requests = set(self._values(_PLACE.request_id, sa.and_(self._is_new(_PLACE), is_back)))
        for table in (_HANDOVER, _PRINT, _CHECK):
            requests |= set(self._values(table.request_id, self._is_new(table)))
        places = self._among(_PLACE.request_id, requests, _PLACE.id, _PLACE.request_id, _PLACE.state, _PLACE.place)
        undone = {row.place for row in places if row.state == Placing.UNDONE}
        returned = Counter(row.request_id for row in places if row.state == Placing.RETURNED and row.id not in undone)
        given = [row for row in self._of_cards(_HANDOVER, requests) if row.id not in undone]
        prints = self._of_cards(_PRINT, requests)
        looks = self._of_cards(_CHECK, requests, _CHECK.print_id, _CHECK.result)
        looks = [row for row in looks if row.id not in undone]
        handovers, printed = ([(row.id, row.request_id) for row in rows] for rows in (given, prints))
        checks = [(row.print_id, row.result) for row in looks]
        ends = ((row.id, row.request_id, row.print_id, row.result) for row in looks)
        for kind, found, rows in (
            (CaseKind.HANDED_OVER_TWICE, handed_over_twice(handovers, returned), given),
            (CaseKind.HANDED_OVER_ENDED, handed_over_ended(handovers, printed, checks, returned), given),
            (CaseKind.PRINTED_TWICE, printed_twice(printed, checks), prints),
            (CaseKind.PRINT_ENDED_TWICE, print_ended_twice(ends), looks),
        ):
            self._note(kind, requests, found, _areas(rows))

    def _of_cards(self, table: Any, requests: set[str], *more: sa.Column[Any]) -> list[Row]:
        return self._among(table.request_id, requests, table.id, table.request_id, table.area, *more)

    def _batches(self) -> None:
        """Batches that took a card, gave one back, or are bound to those by one."""
        is_told = sa.and_(_PLACE.state.in_([Placing.SENT, Placing.READY]), _PLACE.record_id.is_not(None))
        wanted = set(self._values(_PLACE.record_id, sa.and_(self._is_new(_PLACE), is_told)))
        batches: set[str] = set()
        rows: dict[str, Row] = {}
        while wanted:
            batches |= wanted
            sent = self._among(_PLACE.record_id, wanted, _PLACE.request_id, _PLACE.state)
            requests = {row.request_id for row in sent if row.state == Placing.SENT}
            columns = (_PLACE.id, _PLACE.request_id, _PLACE.state, _PLACE.record_id, _PLACE.at, _PLACE.place)
            rows |= {row.id: row for row in self._among(_PLACE.request_id, requests, *columns)}
            wanted = {row.record_id for row in rows.values() if row.state == Placing.SENT} - batches
        undone = {row.place for row in rows.values() if row.state == Placing.UNDONE}
        places = (
            BatchFact(row.id, row.request_id, row.state, row.record_id or "", row.at)
            for row in rows.values()
            if row.id not in undone and row.state != Placing.UNDONE
        )
        records = self._of_records(batches, RecordKind.DISTRIBUTION)
        signed: dict[str, list[str]] = {batch: [] for batch in batches}
        for record in records:
            signed[record.answers_id].append(record.id)
        self._note(CaseKind.SENT_TWICE, batches, sent_twice(places, signed), _areas(records))

    def _handover_records(self) -> None:
        """Records of cards of which two answer the same."""
        is_told = sa.and_(_RECORD.kind.in_(OF_CARDS), _RECORD.answers_id.is_not(None))
        answered = set(self._values(_RECORD.answers_id, sa.and_(self._is_new(_RECORD), is_told)))
        rows = self._of_records(answered, *OF_CARDS)
        found = batch_signed_twice((row.id, row.answers_id) for row in rows)
        self._note(CaseKind.BATCH_SIGNED_TWICE, answered, found, _areas(rows))

    def _lists(self) -> None:
        """Versions of one list that were made active by offices that did not know of each other."""
        if not self._values(_LIST_STEP.list_id, self._is_new(_LIST_STEP)):
            return
        columns = (_LIST_STEP.id, _LIST_STEP.list_id, _LIST_STEP.state, _LIST_STEP.at)
        query = sa.select(*columns, sa.func.coalesce(_LIST_STEP.note, "")).where(_LIST_STEP.regency == self._regency)
        steps = [version_step(*row) for row in self._connection.execute(query)]
        self._note(CaseKind.LIST_ACTIVE_TWICE, {step.list_id for step in steps}, list_active_twice(steps), {})

    def _of_records(self, answered: Collection[str], *kinds: RecordKind) -> list[Row]:
        columns = (_RECORD.id, _RECORD.answers_id, _RECORD.kind, _RECORD.area)
        return [row for row in self._among(_RECORD.answers_id, answered, *columns) if row.kind in kinds]

    def _closings(self) -> None:
        is_table = _CLOSING.kind == ClosingKind.TABLE
        shifts = set(self._values(_CLOSING.shift_id, sa.and_(self._is_new(_CLOSING), is_table)))
        columns = (_CLOSING.id, _CLOSING.shift_id, _CLOSING.kind, _CLOSING.supersedes_id, _CLOSING.area)
        rows = [row for row in self._among(_CLOSING.shift_id, shifts, *columns) if row.kind == ClosingKind.TABLE]
        found = two_closings(ClosingFact(row.id, row.shift_id, row.supersedes_id or "") for row in rows)
        self._note(CaseKind.TWO_CLOSINGS, shifts, found, _areas(rows))

    def _team_closings(self) -> None:
        """The tables of a team are of one village: so are all closings that may count one of them."""
        is_team = _CLOSING.kind == ClosingKind.TEAM
        areas = set(self._values(_CLOSING.area, sa.and_(self._is_new(_CLOSING), is_team)))
        query = sa.select(_CLOSING.id, _CLOSING.area, _CLOSING.supersedes_id, _CLOSING.document).where(
            _CLOSING.regency == self._regency, is_team, self._bulk.among(_CLOSING.area, areas)
        )
        rows = list(self._connection.execute(query)) if areas else []
        facts = [TeamClosingFact(row.id, _tables_of_team(row.document), row.supersedes_id or "") for row in rows]
        subjects = {table for each in facts for table in each.tables}
        self._note(CaseKind.TEAM_CLOSED_TWICE, subjects, team_closed_twice(facts), _areas(rows))

    def _reopenings(self) -> None:
        """A laptop asks the same first; but it may not know of the report yet, and one that was tampered with is not
        believed about the day."""
        shifts = {
            *self._values(_CLOSING.shift_id, self._is_new(_CLOSING)),
            *self._values(_OPENING.id, self._is_new(_OPENING)),
        }
        columns = (_CLOSING.id, _CLOSING.shift_id, _CLOSING.kind, _CLOSING.number, _CLOSING.at, _CLOSING.signer_id)
        rows = self._among(_CLOSING.shift_id, shifts, *columns, _CLOSING.origin, _CLOSING.area)
        reopened = [row for row in rows if row.kind == ClosingKind.REOPENING]
        wanted = {row.shift_id for row in reopened}
        openings = {
            row.id: row for row in self._among(_OPENING.id, wanted, _OPENING.id, _OPENING.day, _OPENING.time_zone)
        }
        planners = self._planners(reopened)
        facts = [
            ReopeningFact(row.id, row.shift_id, row.number, _day_at_site(row, openings), row.signer_id in planners)
            for row in reopened
        ]
        found = reopened_late(facts, _days_of_lead(rows, openings), _reported(rows))
        self._note(CaseKind.REOPENED_LATE, shifts, found, _areas(rows))

    def _planners(self, signed: Collection[Row]) -> set[str]:
        """Who of the signers plans, for this regency or for the one that the laptop came from to help."""
        regencies = {self._regency, *(regency_of_origin(row.origin) for row in signed)}
        is_of = sa.and_(self._bulk.among(_USER.regency, regencies), _USER.role.in_(sorted(PLANNERS)))
        signers = self._bulk.among(_USER.id, {row.signer_id for row in signed})
        return set(self._values(_USER.id, sa.and_(is_of, signers))) if signed else set()

    def _stock(self) -> None:
        is_new = self._is_new(_MOVEMENT)
        holders = {*self._values(_MOVEMENT.from_holder, is_new), *self._values(_MOVEMENT.to_holder, is_new)}
        holders = {holder for holder in holders if is_counted(holder)}
        balances: dict[tuple[str, str], int] = {}
        for column, sign in ((_MOVEMENT.to_holder, 1), (_MOVEMENT.from_holder, -1)):
            total = sa.func.sum(_MOVEMENT.quantity).label("total")
            query = sa.select(column.label("holder"), _MOVEMENT.product, total).where(
                _MOVEMENT.regency == self._regency, self._bulk.among(column, holders)
            )
            for row in self._connection.execute(query.group_by(column, _MOVEMENT.product)) if holders else ():
                place = (row.holder, row.product)
                balances[place] = balances.get(place, 0) + sign * int(row.total)
        self._note(
            CaseKind.NEGATIVE_HOLDER,
            {f"{holder} {product}" for holder, product in balances},
            negative_holders(balances),
            {},
        )

    def _inverses(self) -> None:
        inverse = _MOVEMENT.corrects_id
        corrected = set(self._values(inverse, sa.and_(self._is_new(_MOVEMENT), inverse.is_not(None))))
        columns = (_MOVEMENT.id, inverse, _MOVEMENT.area, _MOVEMENT.kind, _MOVEMENT.request_id)
        rows = self._among(inverse, corrected, *columns)
        # What a print of a card used comes back when that is ended: twice is a case of the print.
        of_stock = (row for row in rows if row.kind != MovementKind.PRINT_USE or not row.request_id)
        found = taken_back_twice((row.id, row.corrects_id) for row in of_stock)
        self._note(CaseKind.TAKEN_BACK_TWICE, corrected, found, _areas(rows))

    def _lots(self) -> None:
        lots = set(self._values(_LOT_STEP.lot_id, self._is_new(_LOT_STEP)))
        lots |= set(self._values(_MOVEMENT.lot_id, sa.and_(self._is_new(_MOVEMENT), _MOVEMENT.lot_id.is_not(None))))
        columns = (_MOVEMENT.id, _MOVEMENT.lot_id, _MOVEMENT.origin, _MOVEMENT.quantity, _MOVEMENT.corrects_id)
        rows = self._among(_MOVEMENT.lot_id, lots, *columns, _MOVEMENT.area)
        undone = {row.corrects_id for row in rows}
        receipts = [
            LotReceipt(row.id, row.lot_id, row.origin.rpartition(".")[0], row.quantity)
            for row in rows
            if row.corrects_id is None and row.id not in undone
        ]
        self._note(CaseKind.RECEIVED_TWICE, lots, received_twice(receipts, self._room_of(lots)), _areas(rows))

    def _room_of(self, lots: set[str]) -> dict[str, int]:
        """What was asked for of each lot, less what is on its way."""
        columns = (_LOT_STEP.lot_id, _LOT_STEP.state, _LOT_STEP.quantity, _LOT_STEP.place, _LOT_STEP.at, _LOT_STEP.id)
        steps: dict[str, list[LotStep]] = {lot: [] for lot in lots}
        for row in sorted(self._among(_LOT_STEP.lot_id, lots, *columns), key=lambda row: (row.at, row.id)):
            if row.state in set(LotState):
                steps[row.lot_id].append(LotStep(LotState(row.state), row.quantity, row.place or ""))
        asked = {row.id: row.quantity for row in self._among(_LOT.id, lots, _LOT.id, _LOT.quantity)}
        return {lot: pieces - sum(count_lot(pieces, steps[lot]).on_the_way.values()) for lot, pieces in asked.items()}

    def _counts(self) -> None:
        is_new = self._is_new(_MOVEMENT)
        holders = {*self._values(_MOVEMENT.from_holder, is_new), *self._values(_MOVEMENT.to_holder, is_new)}
        holders |= set(self._values(_COUNT.holder, self._is_new(_COUNT)))
        columns = (_COUNT.id, _COUNT.holder, _COUNT.product, _COUNT.origin, _COUNT.expected, _COUNT.counted, _COUNT.at)
        rows = self._among(_COUNT.holder, holders, *columns)
        places = {f"{row.holder} {row.product}": (row.holder, row.product) for row in rows}
        facts = [
            CountFact(row.id, f"{row.holder} {row.product}", row.origin.rpartition(".")[0], *row[4:]) for row in rows
        ]
        found = (
            counted_apart(earlier, later, self._moved(*places[later.place], earlier.at, later.at))
            for earlier, later in unseen_pairs(facts)
        )
        self._note(CaseKind.COUNTED_APART, places, (each for each in found if each is not None), {})

    def _moved(self, holder: str, product: str, after: str, before: str) -> int:
        """What came to a holder less what went between two instants, neither of them included."""
        pieces = sa.case((_MOVEMENT.to_holder == holder, _MOVEMENT.quantity), else_=-_MOVEMENT.quantity)
        query = sa.select(sa.func.coalesce(sa.func.sum(pieces), 0)).where(
            _MOVEMENT.regency == self._regency,
            sa.or_(_MOVEMENT.from_holder == holder, _MOVEMENT.to_holder == holder),
            _MOVEMENT.product == product,
            _MOVEMENT.at > after,
            _MOVEMENT.at < before,
        )
        return int(self._connection.scalar(query) or 0)

    def _same_numbers(self) -> None:
        people = self._people_of_numbers({*self._shared_numbers(), *self._numbers_of_open_cases()})
        rows = {row.id: row for row in people}
        known = [Identity(row.id, row.nik, row.name, row.birth_date or "") for row in people]
        groups = [Contradiction(CaseKind.SAME_NUMBER, members[0], members) for members in disagreeing(known)]
        self._note(CaseKind.SAME_NUMBER, rows, groups, _areas(people))
        said = {link.pair for link in self._links(rows)}
        for pair in links_by_rule(known):
            if frozenset(pair) not in said:
                self._found.links[pair] = rows[pair[0]].area

    def _shared_numbers(self) -> Iterator[str]:
        """NIKs of new or edited people that somebody else has too."""
        one, other = _RESIDENT.alias(), _RESIDENT.alias()
        both = sa.and_(other.c.regency == one.c.regency, other.c.nik == one.c.nik, other.c.id != one.c.id)
        query = sa.select(one.c.nik).distinct().select_from(one.join(other, both))
        yield from self._connection.scalars(query.where(self._is_new(one.c), one.c.nik.is_not(None)))

    def _numbers_of_open_cases(self) -> Iterator[str]:
        """NIKs of everybody in an open case of which a row was edited: it may have no ground any more."""
        columns = _RESIDENT.c
        edited = set(self._values(columns.id, sa.and_(self._is_new(columns), columns.own_only == 0)))
        if not edited:
            return
        query = sa.select(_CASE.members).where(_CASE.regency == self._regency, _CASE.kind == CaseKind.SAME_NUMBER)
        for members in self._connection.scalars(query.where(_CASE.state == CaseState.OPEN)):
            ids = set(msgspec.json.decode(members, type=list[str]))
            if ids & edited:
                self._found.subjects |= {(CaseKind.SAME_NUMBER.value, each) for each in ids}
                yield from (nik for (nik,) in self._among(columns.id, ids, columns.nik) if nik)

    def _people_of_numbers(self, niks: set[str]) -> list[Row]:
        columns = _RESIDENT.c
        condition = sa.and_(columns.nik.is_not(None), self._bulk.among(columns.nik, niks))
        query = sa.select(columns.id, columns.nik, columns.name, columns.birth_date, columns.area)
        return list(self._connection.execute(query.where(columns.regency == self._regency, condition))) if niks else []

    def _recordings(self) -> None:
        people = set(self._newly_recorded())
        for column in (_LINK.resident_id, _LINK.other_id):
            people |= set(self._values(column, self._is_new(_LINK)))
        links = self._links(people)
        people |= {row for link in links for row in link.pair}
        rows = self._recorded(people)
        found = recorded_twice(((row.id, row.resident_id) for row in rows), shown_ids(links))
        self._note(CaseKind.RECORDED_TWICE, people, found, _areas(rows))
        pairs = {link.id: " ".join(sorted(link.pair)) for link in links}
        groups = [Contradiction(CaseKind.SAME_PERSON, pairs[members[0]], members) for members in disputed(links)]
        self._note(CaseKind.SAME_PERSON, pairs.values(), groups, {})

    def _newly_recorded(self) -> Iterator[str]:
        """Residents whose recording, or its taking back, or whose request is new."""
        step, request = _STEP.c, _REQUEST
        of_request = sa.and_(request.regency == step.regency, request.id == step.request_id)
        is_told = sa.or_(IS_RECORDED, step.corrects_id.is_not(None))
        query = sa.select(request.resident_id).distinct().where(of_request)
        yield from self._connection.scalars(query.where(self._is_new(step), is_told))
        yield from self._connection.scalars(query.where(self._is_new(request), IS_RECORDED))

    def _recorded(self, people: Collection[str]) -> list[Row]:
        """Requests of these residents that were recorded, and not by mistake; a wanted second recording is none, nor
        one whose record was deleted at the national centre since: the person was called back for the next (F-R4)."""
        step, later = _STEP.c, _STEP.alias().c
        taken_back = sa.exists().where(later.regency == step.regency, later.corrects_id == step.id)
        of_request = sa.and_(step.regency == _REQUEST.regency, step.request_id == _REQUEST.id)
        query = sa.select(_REQUEST.id, _REQUEST.resident_id, _REQUEST.area).distinct()
        query = query.where(_REQUEST.regency == self._regency, self._bulk.among(_REQUEST.resident_id, people))
        query = query.where(of_request, IS_RECORDED, ~taken_back, _REQUEST.reason != Reason.RE_RECORDING)
        query = query.where(~_was_deleted(step.at))
        return list(self._connection.execute(query)) if people else []

    def _links(self, people: Iterable[str]) -> list[Link]:
        return links_of(self._connection, self._bulk, self._regency, people)

    def _note(
        self, kind: CaseKind, subjects: Iterable[str], found: Iterable[Contradiction], areas: Mapping[str, str]
    ) -> None:
        self._found.subjects |= {(kind.value, subject) for subject in subjects}
        for each in found:
            places = {areas.get(member, self._regency) for member in each.members}
            self._found.contradictions[each] = places.pop() if len(places) == 1 else self._regency

    def _is_new(self, columns: Any) -> sa.ColumnElement[bool]:
        return sa.and_(columns.regency == self._regency, columns.version > self._after, columns.version <= self._up_to)

    def _values(self, column: sa.ColumnElement[str], condition: sa.ColumnElement[bool]) -> list[str]:
        return list(self._connection.scalars(sa.select(column).distinct().where(condition)))

    def _among(self, column: sa.Column[str], values: Collection[str], *wanted: sa.ColumnElement[Any]) -> list[Row]:
        query = sa.select(*wanted).where(column.table.c.regency == self._regency, self._bulk.among(column, values))
        return list(self._connection.execute(query)) if values else []


def _was_deleted(recorded_at: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Whether a file that nobody took back says that the record of a request was deleted after it was made."""
    against = sa.exists().where(
        _FILE.regency == _STATUS.regency, _FILE.kind == TAKEN_BACK, _FILE.source == _STATUS.file_id
    )
    return sa.exists().where(
        _STATUS.regency == _REQUEST.regency,
        _STATUS.resident_id == _REQUEST.resident_id,
        _STATUS.status == NationalStatus.DELETED_AT_CENTRE.value,
        _STATUS.as_of > sa.func.substr(recorded_at, 1, 10),
        ~against,
    )


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


def _areas(rows: Iterable[Row]) -> dict[str, str]:
    return {row.id: row.area for row in rows}
