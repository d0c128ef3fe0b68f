"""Who has no NIK yet: referred for biodata first, recorded once it is found, and never lost (domain.md, 4.2)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fieldkit.domain.cards.print_order import Wait
from fieldkit.domain.errors import RuleError
from fieldkit.domain.requests.service import Reason, Step
from fieldkit.domain.visits.visit import NextStep, VisitOutcome
from fieldkit.records.tables import REQUEST_STEP, RESIDENT
from fieldkit.store.queries.cards.page import cards_view
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.store.queries.table.registration import QueueEntry, queue
from fieldkit.store.store import Store
from fieldkit.work.cards.printing import print_card
from fieldkit.work.table.corrections import NikFound, take_back_nik, write_nik
from fieldkit.work.table.outcomes import note_step, undo_step
from fieldkit.work.table.same_person import link_same_person
from fieldkit.work.visits.attempts import LogVisit, log_visit
from tests.laptops import JATI, SATURDAY, add_people, add_user, form, laptop, let_print, opened, registered

NIK = "3574034205909917"
OF_A_MAN = "3574030205909918"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = laptop(tmp_path)
    add_user(store)
    let_print(store)
    opened(store, blanks=10)
    return store


def came(store: Store, **answers: object) -> str:
    return registered(store, nik="", **answers).request_id


def code_of(store: Store, *command: object) -> str:
    with pytest.raises(RuleError) as told:
        store.execute(*command)
    return told.value.problems[0].code


def card(store: Store, request_id: str) -> CardRow:
    view = store.query(cards_view, store.user, SATURDAY.isoformat(), "")
    return next(each for each in view.cards if each.request_id == request_id)


def waiting(store: Store) -> list[QueueEntry]:
    shift = store.query(lambda d: d.value("SELECT id FROM shift_opening"))
    return store.query(queue, shift)


def recorded_elsewhere(store: Store) -> str:
    """An older laptop noted the recording of somebody without NIK, and it was taken in."""
    request = came(store)
    values = {"request_id": request, "step": "recorded", "at": "2019-02-23T09:06:00.000Z"}
    store.execute(lambda unit: unit.insert(REQUEST_STEP, JATI, **values))
    return request


@pytest.mark.parametrize("step", [Step.RECORDED, Step.RECORDED_WITH_EXCEPTION])
def test_nobody_is_recorded_without_a_nik_and_both_ways_out_are_told(store: Store, step: Step) -> None:
    request = came(store)
    with pytest.raises(RuleError) as told:
        store.execute(note_step, request, step, "jari terluka")
    assert told.value.problems[0].code == "no_nik"
    assert "ketik sekarang" in str(told.value.problems[0].message)
    assert "Urus biodata dulu" in str(told.value.problems[0].message)
    store.execute(note_step, request, Step.REFERRED)
    assert waiting(store) == []


def test_a_nik_that_was_found_is_written_and_the_person_is_recorded(store: Store) -> None:
    request = came(store)
    store.execute(write_nik, NikFound(request, " 3574 0342 0590 9917 "))
    assert waiting(store)[0].has_nik
    assert waiting(store)[0].doubts == ""
    store.execute(note_step, request, Step.RECORDED)
    assert card(store, request).turn == 1


def test_a_nik_that_looks_wrong_is_a_doubt_that_stays_with_the_record(store: Store) -> None:
    request = came(store, phone="0812349011")
    before = waiting(store)[0].doubts
    store.execute(write_nik, NikFound(request, OF_A_MAN))
    assert waiting(store)[0].doubts == ", ".join(filter(None, (before, "sex_mismatch")))
    store.execute(note_step, request, Step.RECORDED)


def test_a_nik_of_somebody_else_is_a_doubt_that_stays_with_the_record(store: Store) -> None:
    other = add_people(store, "TUTIK")[0]
    store.execute(lambda unit: unit.update(RESIDENT, other, nik=NIK))
    request = came(store)
    store.execute(write_nik, NikFound(request, NIK))
    assert waiting(store)[0].doubts == "nik_shared"


@pytest.mark.parametrize(("typed", "code"), [("", "no_nik"), ("357403420590991", "not_16_digits")])
def test_what_is_no_nik_is_refused_beside_its_field(store: Store, typed: str, code: str) -> None:
    assert code_of(store, write_nik, NikFound(came(store), typed)) == code


def test_a_nik_that_is_there_is_not_written_over(store: Store) -> None:
    request = came(store)
    store.execute(write_nik, NikFound(request, NIK))
    assert code_of(store, write_nik, NikFound(request, OF_A_MAN)) == "has_nik"


def test_a_nik_is_taken_back_until_a_card_was_made_with_it(store: Store) -> None:
    request = came(store)
    written = store.execute(write_nik, NikFound(request, NIK))
    store.execute(take_back_nik, written)
    assert not waiting(store)[0].has_nik
    written = store.execute(write_nik, NikFound(request, NIK))
    store.execute(note_step, request, Step.RECORDED)
    store.execute(print_card, request)
    assert code_of(store, take_back_nik, written) == "card_made"


@pytest.mark.parametrize("role", ["viewer", "keeper"])
def test_a_nik_is_written_by_who_takes_people_in(store: Store, role: str) -> None:
    request = came(store)
    add_user(store, "Budi Santoso", role)
    assert code_of(store, write_nik, NikFound(request, NIK)) == "not_desk_worker"
    assert code_of(store, take_back_nik, request) == "not_desk_worker"


def test_the_nik_of_another_row_of_the_person_and_the_end_of_one_will_do(store: Store) -> None:
    """A walk-in who turned out to be on the list; and a reduced list, which has only the last digits."""
    request = registered(store, nik="")
    listed = add_people(store, "SUMIATI")[0]
    store.execute(link_same_person, request.resident_id, listed)
    store.execute(note_step, request.request_id, Step.RECORDED)
    assert card(store, request.request_id).turn == 1
    values = {"name": "PAINEM", "village": JATI, "nik_tail": "9931"}
    reduced = store.execute(lambda unit: unit.insert(RESIDENT, JATI, **values))
    other = registered(store, reduced).request_id
    store.execute(note_step, other, Step.RECORDED)
    assert card(store, other).wait == ""


def test_nobody_is_recorded_at_home_without_a_nik(store: Store) -> None:
    values = {"name": "PAINEM", "village": JATI, "birth_date": "1950-03-01", "sex": "female"}
    resident = store.execute(lambda unit: unit.insert(RESIDENT, JATI, **values))
    visit = LogVisit(resident, VisitOutcome.RECORDED, NextStep.NONE, registration=form(resident))
    with pytest.raises(RuleError) as told:
        store.execute(log_visit, visit)
    problem = told.value.problems[0]
    assert (problem.field, problem.code) == ("nik", "no_nik")
    assert "Tidak bisa direkam" in str(problem.message)
    typed = replace(visit, registration=form(resident, nik="3574034103509919"))
    store.execute(log_visit, typed)
    (name,) = store.query(lambda d: [row[0] for row in d.rows("SELECT name FROM resident WHERE nik IS NOT NULL")])
    assert name == "PAINEM"


def test_who_an_older_laptop_recorded_without_a_nik_stands_but_is_not_printed_before_it_is_there(store: Store) -> None:
    request = recorded_elsewhere(store)
    other = registered(store, reason=Reason.LOST, recorded_before=None).request_id
    store.execute(note_step, other, Step.ACCEPTED_FOR_REPRINT)
    held = card(store, request)
    assert (held.state, held.turn, held.wait) == ("recorded", 0, Wait.NO_NIK)
    assert card(store, other).turn == 1
    assert code_of(store, print_card, request) == "no_nik"
    store.execute(write_nik, NikFound(request, NIK))
    assert card(store, request).turn == 1
    store.execute(print_card, request)


def test_who_is_held_without_a_nik_takes_no_blank_from_others(store: Store, tmp_path: Path) -> None:
    """The last blanks are not kept for somebody whose card can not be made."""
    store = laptop(tmp_path / "scarce")
    add_user(store)
    let_print(store)
    opened(store, blanks=1)
    recorded_elsewhere(store)
    lost = registered(store, reason=Reason.LOST, recorded_before=None).request_id
    store.execute(note_step, lost, Step.ACCEPTED_FOR_REPRINT)
    assert card(store, lost).turn == 1
    store.execute(print_card, lost)


def test_what_was_recorded_without_a_nik_can_still_be_taken_back(store: Store) -> None:
    request = recorded_elsewhere(store)
    step = store.query(lambda d: d.value("SELECT id FROM request_step WHERE step = 'recorded'"))
    store.execute(undo_step, step)
    assert waiting(store)[0].request_id == request
