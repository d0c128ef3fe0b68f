"""Home visits in what is signed: what was taken back counts nowhere, and what is planned is what this shift goes to."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.domain.errors import ClosedError
from fieldkit.domain.requests.service import RequestState
from fieldkit.domain.visits.plan import StopPlace
from fieldkit.domain.visits.visit import NextStep, VisitOutcome
from fieldkit.records.tables import SHIFT_OPENING
from fieldkit.reports.closing.document import read_document
from fieldkit.reports.closing.shift_documents import daily_report
from fieldkit.store.queries.closing.signed import closings
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.store import Store
from fieldkit.work.closing.figures import figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.visits.attempts import LogVisit, log_visit, undo_visit
from fieldkit.work.visits.requests import AskVisit, ask_visit, withdraw_visit
from fieldkit.work.visits.route import AddStop, StopDetails, add_stop, cancel_stop
from tests.laptops import SATURDAY, StillClock, add_people, form, laptop, opened, signing_lead

NOT_HOME = (VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, "Pagi ke pasar")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return laptop(tmp_path)


def shift_of(store: Store) -> str:
    shift = store.query(current_shift)
    assert shift is not None
    return shift.id


def planned(store: Store) -> int | None:
    return store.query(figures_of, shift_of(store)).frame.visits_planned


def stop(store: Store, person: str, led_by: str | None = None) -> str:
    request = store.execute(ask_visit, AskVisit(person, "Bu Dewi"))
    return store.execute(add_stop, AddStop(SATURDAY, (request,), StopDetails(StopPlace.HOME, led_by=led_by)))


def test_a_visit_that_was_taken_back_is_in_no_figure(store: Store) -> None:
    signing_lead(store)
    shift = opened(store)
    first, second = add_people(store, "MUSRIFAH", "KASTURI")
    mistaken = store.execute(log_visit, LogVisit(first, *NOT_HOME))
    store.execute(log_visit, LogVisit(second, *NOT_HOME))
    store.execute(undo_visit, mistaken)
    assert store.query(figures_of, shift).visits == (("not_home", 1),)


def test_from_the_attempts_and_their_undo_to_the_signed_document(store: Store) -> None:
    """One was noted by mistake, one recorded by mistake, one withdrawn: none of them is signed."""
    signer = signing_lead(store)
    shift = opened(store)
    people = add_people(store, "MUSRIFAH", "KASTURI", "PAINEM", "SARINAH")
    asked = [store.execute(ask_visit, AskVisit(each, "Bu Dewi")) for each in people]
    recorded = (VisitOutcome.RECORDED, NextStep.NONE)
    mistaken = [
        store.execute(log_visit, LogVisit(people[0], *NOT_HOME)),
        store.execute(log_visit, LogVisit(people[1], *recorded, registration=form(people[1]))),
    ]
    pass_by(store)
    for attempt in mistaken:
        store.execute(undo_visit, attempt)
    pass_by(store)
    store.execute(log_visit, LogVisit(people[1], *NOT_HOME))
    store.execute(log_visit, LogVisit(people[2], *recorded, registration=form(people[2])))
    store.execute(withdraw_visit, asked[3])
    store.execute(close_shift, CloseShift(shift, 46), signer)
    (closing,) = store.query(closings, shift)
    signed = read_document(closing.document)
    assert signed.visits_by_outcome == (("not_home", 1), ("recorded", 1))
    assert sum(step.people for step in signed.people.by_step if step.state == RequestState.RECORDED) == 1
    blocks = {block.title: block for column in daily_report(closing).details for block in column}
    shown = [(line.label, line.amount) for block in blocks.values() for line in block.figures]
    assert [line for line in shown if line[0] in {"Tidak di rumah", "Dilakukan"}] == [
        ("Dilakukan", 2), ("Tidak di rumah", 1),
    ]  # fmt: skip


def pass_by(store: Store) -> None:
    assert isinstance(store.clock, StillClock)
    store.clock.pass_by(minutes=1)


def test_a_visit_that_a_closing_has_signed_is_not_taken_back(store: Store) -> None:
    signer = signing_lead(store)
    shift = opened(store)
    attempt = store.execute(log_visit, LogVisit(add_people(store, "MUSRIFAH")[0], *NOT_HOME))
    store.execute(close_shift, CloseShift(shift, 46), signer)
    with pytest.raises(ClosedError):
        store.execute(undo_visit, attempt)


def test_who_was_to_be_met_at_a_cancelled_stop_is_not_planned(store: Store) -> None:
    signing_lead(store)
    opened(store)
    first, second = add_people(store, "MUSRIFAH", "KASTURI")
    stop(store, first)
    given_up = stop(store, second)
    assert planned(store) == 2
    store.execute(cancel_stop, given_up)
    assert planned(store) == 1


def test_whose_request_was_withdrawn_is_not_planned(store: Store) -> None:
    signing_lead(store)
    opened(store)
    request = store.execute(ask_visit, AskVisit(add_people(store, "MUSRIFAH")[0], "Bu Dewi"))
    store.execute(add_stop, AddStop(SATURDAY, (request,), StopDetails(StopPlace.HOME)))
    pass_by(store)
    withdrawn = store.execute(withdraw_visit, request)
    assert planned(store) is None
    pass_by(store)
    store.execute(undo_visit, withdrawn)
    assert planned(store) == 1


def test_the_stops_of_a_pair_of_another_village_are_not_planned_here(store: Store) -> None:
    signing_lead(store)
    opened(store)
    here = add_people(store, "MUSRIFAH")[0]
    (elsewhere,) = add_people(store, "KASTURI", village="35.74.03.1001")
    stop(store, here)
    stop(store, elsewhere)
    assert planned(store) == 1


def test_the_stops_of_somebody_who_is_not_of_this_session_are_not_planned_here(store: Store) -> None:
    signing_lead(store)
    opened(store)
    first, second = add_people(store, "MUSRIFAH", "KASTURI")
    stop(store, first, led_by=store.user)
    stop(store, second, led_by="another-lead")
    assert planned(store) == 1


def test_who_was_met_in_another_session_of_the_day_is_not_planned_again(store: Store) -> None:
    signer = signing_lead(store)
    morning = opened(store)
    first, second = add_people(store, "MUSRIFAH", "KASTURI")
    met, _waits = stop(store, first), stop(store, second)
    store.execute(log_visit, LogVisit(first, *NOT_HOME, stop_id=met))
    assert planned(store) == 2
    store.execute(close_shift, CloseShift(morning, 46), signer)
    opened(store)
    assert planned(store) == 1


def test_nobody_leaves_for_a_visit_from_a_night_of_printing(store: Store) -> None:
    signing_lead(store)
    shift = opened(store)
    stop(store, add_people(store, "MUSRIFAH")[0])
    store.execute(lambda unit: unit.update(SHIFT_OPENING, shift, kind="night_print"))
    assert planned(store) is None
