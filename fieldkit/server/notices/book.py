"""What the centre knows of cards that lie ready, of the notices about them, and of who wants none."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from fieldkit.domain.cards.card import CardFact, CardState, Kind, Position, position
from fieldkit.domain.identifiers import row_id
from fieldkit.domain.notices.messages import UNDONE, NoticeStep, standing
from fieldkit.domain.notices.rule import NoticeRule, rule_on
from fieldkit.domain.notices.way import stopped
from fieldkit.records.tables import NOTICE_STEP, NOTICE_STOP
from fieldkit.server.bulk import Bulk
from fieldkit.server.centre import Centre
from fieldkit.server.office.writing import OfficeRow, put_composed_rows
from fieldkit.server.regencies import clock_of
from fieldkit.server.schema import METADATA

_STEP = METADATA.tables[NOTICE_STEP.name].c
_STOP = METADATA.tables[NOTICE_STOP.name].c
_PLACE = METADATA.tables["card_place"].c
_PRINT = METADATA.tables["card_print"].c
_CHECK = METADATA.tables["card_check"].c
_HANDOVER = METADATA.tables["card_handover"].c
_REQUEST = METADATA.tables["service_request"].c
_RESIDENT = METADATA.tables["resident"].c
_SETTING = METADATA.tables["setting"].c
_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Local:
    """The clock of a regency at one moment."""

    now_ms: int
    zone: ZoneInfo

    @property
    def now(self) -> datetime:
        """What it shows."""
        return datetime.fromtimestamp(self.now_ms / 1000, self.zone)

    @property
    def instant(self) -> str:
        """The moment as facts carry it."""
        return datetime.fromtimestamp(self.now_ms / 1000, UTC).isoformat(timespec="milliseconds")[:-6] + "Z"

    def day(self, instant: str) -> date:
        """On which of its days an instant was."""
        return datetime.fromisoformat(instant).astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the steps."""

    request_id: str
    area: str
    reference: str
    sequence: int
    state: str
    at: str
    phone: str
    id: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Who a card is for, as far as a message needs it."""

    request_id: str
    area: str
    name: str
    phone: str
    receipt_ref: str
    may_write: bool


def local_of(connection: sa.Connection, regency: str, now_ms: int) -> Local:
    """The clock of a regency."""
    return Local(now_ms, clock_of(connection, regency))


def rule_of(connection: sa.Connection, regency: str, day: date) -> NoticeRule:
    """The rule that holds on a day."""
    query = sa.select(_SETTING.key, _SETTING.value, _SETTING.valid_from).where(_SETTING.regency == regency)
    settings: dict[str, list[tuple[date, str]]] = defaultdict(list)
    found = connection.execute(query.where(_SETTING.key.startswith("notice_", autoescape=True)).order_by(_SETTING.id))
    for key, value, since in found:
        # Of two for one day the later written holds, which comes first for whoever takes the first of the latest.
        settings[key].insert(0, (date.fromisoformat(since) if since else date.min, value))
    return rule_on(settings, day)


def ready_cards(connection: sa.Connection, bulk: Bulk, regency: str) -> dict[str, Position]:
    """The cards that lie ready for their owners, by request."""
    place, other = METADATA.tables["card_place"], METADATA.tables["card_place"].alias()
    back = sa.exists().where(
        other.c.regency == regency,
        other.c.request_id == place.c.request_id,
        other.c.state.in_(("undone", "returned_wrong_person")),
    )
    given = sa.exists().where(_HANDOVER.regency == regency, _HANDOVER.request_id == place.c.request_id)
    query = sa.select(place.c.request_id).distinct().where(place.c.regency == regency, place.c.state == "ready")
    wanted = list(connection.scalars(query.where(sa.or_(~given, back))))
    found = positions(connection, bulk, regency, wanted)
    return {request: card for request, card in found.items() if card.state is CardState.READY}


def positions(connection: sa.Connection, bulk: Bulk, regency: str, requests: Collection[str]) -> dict[str, Position]:
    """Where the cards of these requests are."""
    facts: dict[str, list[CardFact]] = {request: [] for request in requests}
    none = sa.literal("")
    kinds: tuple[tuple[Kind, Any, tuple[Any, ...]], ...] = (
        (Kind.PRINT, _PRINT, (none, _PRINT.id, none)),
        (Kind.CHECK, _CHECK, (_CHECK.result, _CHECK.print_id, none)),
        (Kind.PLACE, _PLACE, (_PLACE.state, none, _PLACE.place, none, sa.func.coalesce(_PLACE.record_id, ""))),
        (Kind.HANDOVER, _HANDOVER, (none, none, none)),
    )
    for kind, table, said in kinds if facts else ():
        query = sa.select(table.request_id, table.at, table.id, *said).where(table.regency == regency)
        for request, *told in connection.execute(query.where(bulk.among(table.request_id, facts))):
            facts[request].append(CardFact(kind, *told))
    return {request: position(known) for request, known in facts.items()}


def steps_of(connection: sa.Connection, bulk: Bulk, regency: str, requests: Collection[str]) -> dict[str, list[Step]]:
    """The steps of all notices about these cards, as they stand."""
    found: dict[str, list[Step]] = defaultdict(list)
    if requests:
        for step in _steps(connection, _STEP.regency == regency, bulk.among(_STEP.request_id, requests)):
            found[step.request_id].append(step)
    return {request: standing(steps) for request, steps in found.items()}


def steps_of_message(connection: sa.Connection, regency: str, reference: str) -> list[Step]:
    """The steps of one message, as they stand."""
    return standing(_steps(connection, _STEP.regency == regency, _STEP.reference == reference))


def open_messages(connection: sa.Connection, regency: str) -> dict[str, list[Step]]:
    """The steps of messages that are queued, or of which nothing came back, by reference, the oldest first."""
    other, back = METADATA.tables[NOTICE_STEP.name].alias(), METADATA.tables[NOTICE_STEP.name].alias()
    undone = sa.exists().where(
        back.c.regency == regency,
        back.c.reference == other.c.reference,
        back.c.state == UNDONE,
        back.c.cause == other.c.id,
    )
    settled = sa.exists().where(
        other.c.regency == regency,
        other.c.reference == _STEP.reference,
        other.c.state.not_in(("queued", "submitted", "deferred", "unknown", UNDONE)),
        ~undone,
    )
    found: dict[str, list[Step]] = defaultdict(list)
    for step in _steps(connection, _STEP.regency == regency, _STEP.sequence > 0, ~settled):
        found[step.reference].append(step)
    return {reference: said for reference, steps in found.items() if (said := standing(steps))}


def last_answer(connection: sa.Connection, regency: str) -> str:
    """When a gateway of the regency took or refused a message last; empty where none did."""
    answered = _STEP.state.in_(("accepted", "rejected"))
    query = sa.select(sa.func.max(_STEP.at)).where(_STEP.regency == regency, answered)
    return connection.scalar(query) or ""


def _steps(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> Iterable[Step]:
    told = (_STEP.state, _STEP.at, _STEP.phone, _STEP.id, _STEP.cause)
    query = sa.select(_STEP.request_id, _STEP.area, _STEP.reference, _STEP.sequence, *told).where(*where)
    for request, area, reference, sequence, state, at, phone, id_, cause in connection.execute(
        query.order_by(_STEP.at, _STEP.id)
    ):
        known = reference or f"{request}-{sequence}"
        yield Step(request, area, known, sequence, state, at, phone or "", id_, cause or "")


def as_steps(steps: Iterable[Step], local: Local) -> list[NoticeStep]:
    """The steps as the rules read them."""
    return [
        NoticeStep(each.reference, each.sequence, each.state, local.day(each.at), each.id, each.cause) for each in steps
    ]


def people(connection: sa.Connection, bulk: Bulk, regency: str, requests: Collection[str]) -> dict[str, Person]:
    """Whose cards these are."""
    same = sa.and_(_RESIDENT.regency == _REQUEST.regency, _RESIDENT.id == _REQUEST.resident_id)
    columns = (_REQUEST.id, _REQUEST.area, _RESIDENT.name, _RESIDENT.phone, _REQUEST.receipt_ref, _REQUEST.sms_consent)
    query = sa.select(*columns).where(same, _REQUEST.regency == regency, bulk.among(_REQUEST.id, requests))
    return {
        id_: Person(id_, area, name or "", phone or "", reference, bool(consent))
        for id_, area, name, phone, reference, consent in (connection.execute(query) if requests else ())
    }


def stopped_numbers(connection: sa.Connection, regency: str) -> set[str]:
    """Numbers that want no messages."""
    query = sa.select(_STOP.id, _STOP.phone, _STOP.undoes_id).where(_STOP.regency == regency)
    return stopped((id_, phone, takes_back or "") for id_, phone, takes_back in connection.execute(query))


def step_row(step: Step, **more: Any) -> OfficeRow:
    """A step as the office writes it."""
    values = {name: getattr(step, name) for name in ("request_id", "sequence", "state", "reference", "at")}
    given = {"channel": "sms", "phone": step.phone or None, **more}
    return OfficeRow(
        NOTICE_STEP.name,
        step.area,
        fresh_id(int(datetime.fromisoformat(step.at).timestamp() * 1000)),
        {**values, **given},
    )


def fresh_id(now_ms: int) -> str:
    """A new row id."""
    return row_id(now_ms, os.urandom(10))


def write(centre: Centre, regency: str, compose: Callable[[], Sequence[OfficeRow]], now_ms: int) -> bool:
    """Write what is composed once nobody else writes as the office; False where that is nothing."""
    return put_composed_rows(centre, regency, compose, now_ms=now_ms) > 0


def write_new(centre: Centre, regency: str, rows: Sequence[OfficeRow], now_ms: int) -> int:
    """Write steps that nobody wrote meanwhile, each state of a message once; returns how many."""
    written = 0
    for start in range(0, len(rows), _BATCH):
        part = rows[start : start + _BATCH]
        fresh: list[OfficeRow] = []

        def compose(part: Sequence[OfficeRow] = part, fresh: list[OfficeRow] = fresh) -> Sequence[OfficeRow]:
            with centre.engine.connect() as connection:
                known = _known(connection, centre.bulk, regency, [str(row.values["reference"]) for row in part])
            fresh[:] = [row for row in part if (row.values["reference"], str(row.values["state"])) not in known]
            return fresh

        written += len(fresh) if write(centre, regency, compose, now_ms) else 0
    return written


def _known(connection: sa.Connection, bulk: Bulk, regency: str, references: Collection[str]) -> set[tuple[str, str]]:
    said = _steps(connection, _STEP.regency == regency, bulk.among(_STEP.reference, references))
    return {(step.reference, step.state) for step in standing(said)}
