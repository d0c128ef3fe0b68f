"""From the table to the person and back: the centre sends, the clerk sees it, calls, and nobody is told twice.

The gateway is a real Kannel with its fake message centre. Everybody is invented.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.notices.messages import NoticeState
from fieldkit.domain.notices.tasks import Task
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import CARD_PLACE, NOTICE_STEP
from fieldkit.server.notices.reports import take_report
from fieldkit.server.notices.sender import Sender
from fieldkit.server.notices.ways import Gateway
from fieldkit.server.office.writing import add_user
from fieldkit.store.queries.notices.desk import NoticeCard, notice_view
from fieldkit.work.notices.lists import TakeOut, take_out
from fieldkit.work.notices.steps import NoteResult, note_result
from tests.flows.enrolled import Ground, Laptop
from tests.laptops import JATI, REGENCY, opened, registered
from tests.patience import until
from tests.server.kannel_double import NO_ROUTE, Kannel, kannel

GOOD = "081234901117"
MORNING = {"days": 1, "hours": -6}
"""The table works at 16.05; messages go out the next morning at 10.05."""


@pytest.fixture(scope="module")
def gateway_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kannel]:
    with kannel(tmp_path_factory.mktemp("kannel")) as gateway:
        yield gateway


class Office:
    """A table that makes cards ready, a clerk's laptop, and the centre between them."""

    def __init__(self, ground: Ground, gateway: Kannel) -> None:
        self.ground, self.table, self.clerk = ground, ground.laptop("meja"), ground.laptop("petugas")
        opened(self.table.store)
        user, _ = add_user(ground.centre, REGENCY, name="Wati Lestari", role="clerk", now_ms=now_ms(ground.clock))
        self.clerk.sync()
        self.clerk.store.user = UserId(user)
        way = Gateway(
            way="kannel",
            url=gateway.url,
            username="fieldkit",
            password="kunci",
            sender="DUKCAPIL",
        )
        self.sender = Sender(ground.centre, {REGENCY: way}, lambda: now_ms(ground.clock))

    def ready(self, phone: str) -> str:
        """A card lies ready at the table, and both laptops know."""
        request = registered(self.table.store, phone=phone).request_id
        lies = {"request_id": request, "state": "ready", "place": "Kel. Jati", "custodian": "Rina"}
        at = self.ground.clock.now_utc().isoformat(timespec="milliseconds").replace("+00:00", "Z")
        self.table.store.execute(lambda unit: unit.insert(CARD_PLACE, JATI, **lies, at=at))
        self.sync()
        return request

    def round(self, **later: float) -> int:
        """Time passes, and the centre looks at what is due."""
        self.ground.clock.pass_by(**later)
        taken = self.sender.round()
        self.sync()
        return taken

    def sync(self) -> None:
        """Both hand in and fetch."""
        for laptop in (self.table, self.clerk):
            laptop.sync()

    def card(self, request: str, on: Laptop | None = None) -> NoticeCard:
        """As the clerk sees it."""
        view = (on or self.clerk).store.query(notice_view, self.ground.clock.now_utc())
        return next(card for card in view.cards if card.request_id == request)

    def steps(self, request: str) -> list[str]:
        """What the centre holds of a card."""
        place = [column.name for column in NOTICE_STEP.columns].index("state") + 4
        rows = self.ground.rows(NOTICE_STEP)
        return sorted(str(row[place]) for row in rows if row[4] == request)


@pytest.fixture
def office(ground: Ground, gateway_up: Kannel) -> Office:
    return Office(ground, gateway_up)


def test_a_card_that_is_ready_at_a_table_is_told_of_and_the_clerk_sees_one_of_three(
    office: Office, gateway_up: Kannel
) -> None:
    before = len(gateway_up.messages())
    request = office.ready(GOOD)
    assert office.card(request).task is Task.SEND
    assert office.round(**MORNING) == 1
    until(lambda: len(gateway_up.messages()) == before + 1)
    reported(office, request, "1")
    office.sync()
    card = office.card(request)
    assert (card.counted, card.task, card.told[0].state) == (1, Task.WAIT, NoticeState.DELIVERED)
    assert office.card(request, office.table) == card
    assert office.round(minutes=5) == 0


def test_a_number_that_fails_is_called_by_the_clerk_and_the_second_message_keeps_its_day(office: Office) -> None:
    request = office.ready(NO_ROUTE)
    assert office.round(**MORNING) == 0
    assert office.card(request).task is Task.CALL
    office.clerk.store.execute(take_out, TakeOut(SheetKind.CARD_CALLS, (request,)))
    office.clerk.store.execute(note_result, NoteResult(request, NoticeState.TOLD_BY_PHONE))
    office.sync()
    told_on = office.card(request).told[0].counted_on
    assert office.round(days=30) == 0
    assert office.steps(request) == ["queued", "rejected", "submitted", "told_by_phone"]
    office.round(days=31)
    due = office.card(request)
    assert told_on is not None
    assert [message.sequence for message in due.told] == [1, 2]
    assert (due.counted, due.task) == (1, Task.CALL)


def test_whom_the_clerk_tells_without_the_centre_is_sent_nothing_once_both_know(
    office: Office, gateway_up: Kannel
) -> None:
    before = len(gateway_up.messages())
    request = office.ready(GOOD)
    office.clerk.store.execute(note_result, NoteResult(request, NoticeState.TOLD_BY_RT))
    office.sync()
    assert office.round(**MORNING) == 0
    assert office.steps(request) == ["told_by_rt"]
    assert len(gateway_up.messages()) == before


def test_a_call_and_a_message_in_the_same_hour_are_one_of_the_three(office: Office) -> None:
    request = office.ready(GOOD)
    office.ground.clock.pass_by(**MORNING)
    office.sender.round()
    # The clerk has not heard of it yet.
    office.clerk.store.execute(note_result, NoteResult(request, NoticeState.TOLD_BY_PHONE))
    office.sync()
    card = office.card(request)
    assert (card.counted, len(card.told)) == (1, 1)
    assert office.round(days=40) == 0


def test_a_laptop_sends_nothing_by_itself(office: Office, gateway_up: Kannel) -> None:
    before = len(gateway_up.messages())
    request = office.ready(GOOD)
    office.clerk.store.execute(take_out, TakeOut(SheetKind.CARD_CALLS, (request,)))
    for _ in range(3):
        office.sync()
    assert office.steps(request) == ["call_list"]
    assert len(gateway_up.messages()) == before


def reported(office: Office, request: str, status: str) -> None:
    """The gateway's report, as it comes to the centre's door."""
    from fieldkit.server.database import reading
    from fieldkit.server.notices.reports import secret_of

    reference = office.card(request).told[0].reference
    with reading(office.ground.centre.engine) as connection:
        secret = secret_of(connection, REGENCY, reference)
    asked = {"regency": REGENCY, "reference": reference, "secret": secret, "status": status}
    assert take_report(office.ground.centre, asked, now_ms(office.ground.clock))
