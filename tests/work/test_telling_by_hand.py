"""The clerk tells people that their card is ready: results, lists, opt-out, each taken back by one more fact."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.notices.messages import NoticeState, reference_of
from fieldkit.domain.notices.tasks import Task
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.records.tables import CARD_PLACE, LIST_SHEET, NOTICE_STEP, NOTICE_STOP, SETTING
from fieldkit.store.queries.cards.queue import cards_of
from fieldkit.store.queries.cards.story import card_story
from fieldkit.store.queries.notices.desk import NoticeCard, NoticeView, notice_story, notice_view
from fieldkit.store.queries.rows import all_rows
from fieldkit.store.store import Store
from fieldkit.work.inverse import Inverse
from fieldkit.work.notices.lists import TakeOut, take_out
from fieldkit.work.notices.steps import NoteResult, UndoSteps, note_result
from fieldkit.work.notices.stops import allow_messages, stop_messages
from tests.laptops import JATI, REGENCY, StillClock, add_user, handed_over, opened, registered

DUE_DAYS = [datetime(2019, *when, tzinfo=UTC) for when in ((2, 23, 10), (4, 24, 3), (6, 23, 3))]
TOLD, RT, MISSED = NoticeState.TOLD_BY_PHONE, NoticeState.TOLD_BY_RT, NoticeState.UNREACHABLE


@pytest.fixture
def office(store: Store) -> Store:
    opened(store)
    return store


def ready(store: Store, **answers: Any) -> str:
    """A card that lies ready now, of somebody whom a message reaches; the clerk sits there from now on."""
    request = registered(store, **answers).request_id
    lies = {"request_id": request, "state": "ready", "place": "Loket 2", "custodian": "Rina"}
    store.execute(lambda unit: unit.insert(CARD_PLACE, JATI, **lies, at="2019-02-23T09:10:00.000Z"))
    add_user(store, "Wati Lestari", "clerk")
    return request


def without_number(store: Store) -> str:
    return ready(store, phone_owner=PhoneOwner.NONE, phone="", contact_name="Bu Tini", contact_relation="tetangga")


def said(store: Store, request: str, state: str, sequence: int = 1, **more: object) -> str:
    """What the centre wrote down."""
    values = {"request_id": request, "sequence": sequence, "channel": "sms", "state": state}
    given = {"reference": reference_of(REGENCY, request, sequence), "at": "2019-02-23T09:20:00.000Z", **more}
    return store.execute(lambda unit: unit.insert(NOTICE_STEP, JATI, **{**values, **given}))


def view(store: Store) -> NoticeView:
    return store.query(notice_view, store.clock.now_utc())


def card(store: Store, request: str) -> NoticeCard:
    return next(each for each in view(store).cards if each.request_id == request)


def set_rule(store: Store, key: str, value: str) -> None:
    store.execute(lambda unit: unit.insert(SETTING, REGENCY, key=key, value=value, valid_from="2019-01-01"))


def undo(store: Store, inverse: Inverse[UndoSteps]) -> None:
    store.execute(inverse.verb, inverse.command)


def test_who_has_no_number_is_told_through_the_rt_and_that_is_the_first_of_three(office: Store) -> None:
    request = without_number(office)
    assert card(office, request).task is Task.ASK_RT
    office.execute(note_result, NoteResult(request, RT))
    told = card(office, request)
    assert (told.counted, told.task) == (1, Task.WAIT)
    assert told.due is not None
    assert told.due.due_on == date(2019, 4, 24)


def test_a_result_that_was_a_mistake_is_taken_back_by_one_more_step(office: Store) -> None:
    request = without_number(office)
    noted = office.execute(note_result, NoteResult(request, TOLD))
    undo(office, noted.inverse)
    assert (card(office, request).counted, card(office, request).task) == (0, Task.ASK_RT)
    assert [(step.state, step.is_undone) for step in office.query(notice_story, request)] == [(TOLD, True)]
    office.execute(note_result, NoteResult(request, RT))
    assert card(office, request).counted == 1


def test_a_result_is_not_taken_back_once_another_followed(office: Store) -> None:
    request = without_number(office)
    missed = office.execute(note_result, NoteResult(request, MISSED))
    told = office.execute(note_result, NoteResult(request, TOLD))
    with pytest.raises(RuleError):
        undo(office, missed.inverse)
    undo(office, told.inverse)
    undo(office, missed.inverse)
    with pytest.raises(RuleError):
        undo(office, missed.inverse)


def test_who_could_not_be_reached_may_be_reached_later_and_is_one_message(office: Store) -> None:
    request = without_number(office)
    office.execute(note_result, NoteResult(request, MISSED))
    assert (card(office, request).task, card(office, request).counted) == (Task.WAIT, 0)
    office.execute(note_result, NoteResult(request, TOLD))
    assert [message.sequence for message in card(office, request).told] == [1]


@pytest.mark.parametrize(("answer", "task"), [("delivered", Task.WAIT), ("failed", Task.CALL)])
def test_the_clerk_settles_a_message_nobody_knows_of(office: Store, answer: str, task: Task) -> None:
    request = ready(office)
    for state in ("queued", "submitted", "unknown"):
        said(office, request, state)
    assert (card(office, request).task, card(office, request).counted) == (Task.SETTLE, 0)
    noted = office.execute(note_result, NoteResult(request, NoticeState(answer)))
    assert card(office, request).task is task
    assert card(office, request).counted == (1 if answer == "delivered" else 0)
    undo(office, noted.inverse)
    assert card(office, request).task is Task.SETTLE


def test_a_message_that_failed_is_called_and_told_counts_once(office: Store) -> None:
    request = ready(office)
    for state in ("queued", "submitted", "accepted", "failed"):
        said(office, request, state)
    assert card(office, request).task is Task.CALL
    office.execute(note_result, NoteResult(request, TOLD))
    assert card(office, request).counted == 1
    with pytest.raises(RuleError):
        office.execute(note_result, NoteResult(request, TOLD))


def test_a_list_takes_people_out_of_the_queue_of_messages_and_gives_them_back(office: Store) -> None:
    request, waiting = without_number(office), ready(office)
    said(office, waiting, "queued")
    assert card(office, waiting).task is Task.SEND
    noted = office.execute(take_out, TakeOut(SheetKind.CARD_CALLS, (request, waiting)))
    assert {card(office, each).task for each in (request, waiting)} == {Task.CALL, Task.ASK_RT}
    assert [row[1:] for row in office.query(all_rows, LIST_SHEET.name, ("id", "kind", "row_count"))] == [
        ("card_calls", 2)
    ]
    undo(office, noted.inverse)
    assert card(office, waiting).task is Task.SEND
    assert card(office, waiting).told[0].state is NoticeState.QUEUED


def test_a_list_that_goes_out_twice_writes_each_person_down_once(office: Store) -> None:
    request = without_number(office)
    assert len(office.execute(take_out, TakeOut(SheetKind.CARD_CALLS, (request,))).ids) == 1
    assert office.execute(take_out, TakeOut(SheetKind.CARD_CALLS, (request,))).ids == ()
    office.execute(note_result, NoteResult(request, RT))
    with pytest.raises(RuleError):
        office.execute(take_out, TakeOut(SheetKind.CARD_CALLS, (request,)))


def test_a_posting_is_a_notice_only_where_the_head_lets_it_and_nobody_has_a_number(office: Store) -> None:
    request, reachable = without_number(office), ready(office)
    for verb, command in (
        (take_out, TakeOut(SheetKind.CARD_POSTING, (request,))),
        (note_result, NoteResult(request, NoticeState.POSTED)),
    ):
        with pytest.raises(RuleError):
            office.execute(verb, command)  # type: ignore[arg-type]
    set_rule(office, "notice_postings", "on")
    noted = office.execute(take_out, TakeOut(SheetKind.CARD_POSTING, (request, reachable)))
    assert (len(noted.ids), card(office, request).counted, card(office, reachable).counted) == (1, 1, 0)
    undo(office, noted.inverse)
    assert card(office, request).counted == 0


def test_a19_three_by_hand_make_the_card_eligible_in_the_reading_of_the_office(
    office: Store, clock: StillClock
) -> None:
    request = without_number(office)
    for day in DUE_DAYS:
        clock.now = day
        office.execute(note_result, NoteResult(request, RT))
    assert (card(office, request).task, card(office, request).eligible) == (Task.DONE, date(2019, 8, 23))
    set_rule(office, "notice_reading", "after_third")
    assert card(office, request).eligible == date(2019, 6, 23)


def test_who_wants_no_messages_is_sent_none_until_they_are_wanted_again(office: Store) -> None:
    request = ready(office)
    assert office.execute(stop_messages, request) == "+6281234901117"
    assert card(office, request).way.cause == "stopped"
    with pytest.raises(RuleError):
        office.execute(stop_messages, request)
    office.execute(allow_messages, request)
    assert card(office, request).way.cause == ""
    with pytest.raises(RuleError):
        office.execute(allow_messages, request)
    assert len(office.query(all_rows, NOTICE_STOP.name, ("id",))) == 2


def test_a_card_that_was_fetched_is_told_of_no_more(office: Store) -> None:
    request = without_number(office)
    office.execute(handed_over, request)
    assert view(office).cards == ()
    with pytest.raises(RuleError):
        office.execute(note_result, NoteResult(request, RT))


def test_who_was_called_to_come_again_was_not_told_of_a_card(office: Store) -> None:
    request = without_number(office)
    said(office, request, "told_by_phone", 0, reference=None)
    assert (card(office, request).counted, office.query(notice_story, request)) == (0, [])


def test_the_month_knows_what_was_handed_to_the_gateway(office: Store) -> None:
    request = ready(office)
    for state in ("submitted", "deferred", "submitted"):
        said(office, request, state, parts=1)
    assert view(office).parts == 1


@pytest.mark.parametrize("role", ["operator", "lead", "keeper"])
def test_only_the_clerk_and_the_office_note_notices(office: Store, role: str) -> None:
    request = without_number(office)
    add_user(office, "Budi Hartono", role)
    for verb, command in ((note_result, NoteResult(request, RT)), (stop_messages, request)):
        with pytest.raises(RuleError):
            office.execute(verb, command)  # type: ignore[arg-type]


def test_messages_that_nobody_sends_are_told_of_on_the_third_day(office: Store, clock: StillClock) -> None:
    said(office, ready(office), "queued")
    ready(office, phone="081234901118")
    for days, stuck in ((1, 0), (1, 2)):
        clock.pass_by(days=days)
        assert view(office).stuck == stuck


def test_a19_three_postings_replace_the_messages_where_the_head_lets_them(office: Store, clock: StillClock) -> None:
    set_rule(office, "notice_postings", "on")
    request = without_number(office)
    for day in DUE_DAYS:
        clock.now = day
        office.execute(take_out, TakeOut(SheetKind.CARD_POSTING, (request,)))
    assert (card(office, request).task, card(office, request).eligible) == (Task.DONE, date(2019, 8, 23))


def test_a23_who_heard_nothing_after_all_is_among_those_who_were_never_told(office: Store) -> None:
    request, other = without_number(office), ready(office)
    noted = office.execute(note_result, NoteResult(request, TOLD))
    said(office, other, "accepted")
    assert all(each.told_at for each in office.query(cards_of, [request, other]))
    undo(office, noted.inverse)
    said(office, other, "failed")
    assert not any(each.told_at for each in office.query(cards_of, [request, other]))
    assert [line.word for line in office.query(card_story, request) if line.kind == "told"] == []
