"""What the table refuses, and what it only doubts and keeps with the record."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fieldkit.domain.cards.card import Check
from fieldkit.domain.cards.pick_up import Receiving
from fieldkit.domain.errors import ClosedError, RuleError
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore, Step
from fieldkit.records.tables import RESIDENT, VISIT_ATTEMPT
from fieldkit.store.store import Store
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.printing import check_card, print_card
from fieldkit.work.closing.figures import figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.shifts.opening import OpenShift, open_shift
from fieldkit.work.table.outcomes import note_step, undo_registration, undo_step, undo_wait
from fieldkit.work.table.registration import NewPerson
from tests.laptops import (
    JATI,
    ZONE,
    StillClock,
    add_people,
    add_user,
    laptop,
    let_print,
    opened,
    registered,
    signing_lead,
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = laptop(tmp_path)
    add_user(store)
    let_print(store)
    opened(store, blanks=100)
    return store


def state(store: Store, request_id: str) -> str:
    return str(
        store.query(lambda d: d.value("SELECT state FROM request_state WHERE request_id = ?", request_id)),
    )


def notes(store: Store, request_id: str) -> list[str]:
    sql = "SELECT note FROM request_step WHERE request_id = ? AND step = 'registered'"
    return [row[0] for row in store.query(lambda d: d.rows(sql, request_id))]


@pytest.mark.parametrize("reason", [Reason.DATA_CHANGE, Reason.MOVED])
@pytest.mark.parametrize("step", [Step.RECORDED, Step.ACCEPTED_FOR_REPRINT, Step.CARD_COLLECTED])
def test_a22_a_change_of_data_ends_in_the_office_and_the_field_can_not_close_it(
    store: Store, reason: Reason, step: Step
) -> None:
    request = registered(store, reason=reason, recorded_before=None).request_id
    with pytest.raises(RuleError) as told:
        store.execute(note_step, request, step)
    assert told.value.problems[0].code == "not_of_reason"
    assert "Pilih Diteruskan ke kantor." in str(told.value.problems[0].message)
    store.execute(note_step, request, Step.FORWARDED_TO_OFFICE)
    assert state(store, request) == "forwarded_to_office"


def test_who_was_recorded_at_home_is_stopped_at_the_table(store: Store) -> None:
    """The list says so, whichever way the recording came about."""
    resident = add_people(store, "SITI NURAINI")[0]
    values = {"resident_id": resident, "outcome": "recorded", "next_step": "none", "at": "2019-02-22T03:00:00.000Z"}
    store.execute(lambda unit: unit.insert(VISIT_ATTEMPT, JATI, **values))
    assert state(store, registered(store, resident).request_id) == "rejected_duplicate"


def test_a_second_recording_is_refused_with_the_remedy(store: Store) -> None:
    resident = add_people(store, "SITI NURAINI")[0]
    store.execute(note_step, registered(store, resident).request_id, Step.RECORDED)
    again = registered(store, resident, reason=Reason.OUT_OF_REGION).request_id
    with pytest.raises(RuleError) as told:
        store.execute(note_step, again, Step.RECORDED)
    assert told.value.problems[0].code == "recorded_elsewhere"
    assert state(store, again) == "waiting"


def test_who_was_recorded_here_is_stopped_whatever_the_form_says(store: Store) -> None:
    resident = add_people(store, "SITI NURAINI")[0]
    store.execute(note_step, registered(store, resident).request_id, Step.RECORDED)
    again = registered(store, resident, recorded_before=RecordedBefore.NO).request_id
    assert state(store, again) == "rejected_duplicate"


def test_a_repeat_after_the_office_deleted_the_first_has_a_reason_of_its_own(store: Store) -> None:
    resident = add_people(store, "SITI NURAINI")[0]
    store.execute(note_step, registered(store, resident).request_id, Step.RECORDED)
    again = registered(store, resident, reason=Reason.RE_RECORDING, recorded_before=None).request_id
    store.execute(note_step, again, Step.RECORDED)
    assert state(store, again) == "recorded"


def test_a_recording_that_was_taken_back_stops_nobody(store: Store) -> None:
    resident = add_people(store, "SITI NURAINI")[0]
    request = registered(store, resident).request_id
    store.execute(undo_step, store.execute(note_step, request, Step.RECORDED))
    store.execute(note_step, request, Step.RECORDED)
    assert state(store, request) == "recorded"


def test_it_is_asked_before_somebody_from_elsewhere_is_recorded(store: Store) -> None:
    with pytest.raises(RuleError) as told:
        registered(store, reason=Reason.OUT_OF_REGION, recorded_before=None)
    assert [problem.code for problem in told.value.problems] == ["not_asked"]


def printed(store: Store) -> tuple[str, str]:
    """Somebody whose card was made, and the request of it."""
    resident = add_people(store, "SITI NURAINI")[0]
    request = registered(store, resident).request_id
    store.execute(note_step, request, Step.RECORDED)
    store.execute(print_card, request)
    return resident, request


def test_whose_card_lies_uncollected_is_sent_to_fetch_it_and_no_second_one_is_made(store: Store) -> None:
    resident, _ = printed(store)
    lost = registered(store, resident, reason=Reason.LOST, recorded_before=None).request_id
    assert state(store, lost) == "redirected_to_pickup"
    with pytest.raises(RuleError):
        store.execute(print_card, lost)


def test_whose_card_was_handed_over_may_have_lost_it(store: Store) -> None:
    resident, request = printed(store)
    store.execute(hand_over_card, HandOver(request, Receiving("yang bersangkutan", "Kartu keluarga")))
    lost = registered(store, resident, reason=Reason.LOST, recorded_before=None).request_id
    assert state(store, lost) == "waiting"


def test_a_card_that_was_spoiled_waits_for_nobody(store: Store) -> None:
    resident, request = printed(store)
    store.execute(check_card, request, Check.ENCODE_FAILED)
    lost = registered(store, resident, reason=Reason.LOST, recorded_before=None).request_id
    assert state(store, lost) == "waiting"


def test_the_school_of_156_recordings_prints_68_cards_and_holds_88(store: Store) -> None:
    """SMKN 1 Paron: 156 recorded, 68 printed, 88 under age (F-W2)."""
    requests = []
    for number in range(156):
        born = date(2002, 2, 23) if number < 68 else date(2002, 2, 24)
        pupil = NewPerson(f"PELAJAR {number:03}", Sex.MALE, born)
        request = registered(store, new_person=pupil, phone=f"08120000{number:04}").request_id
        store.execute(note_step, request, Step.RECORDED)
        requests.append(request)
    told = [refusal_to_print(store, request) for request in requests]
    assert (told.count(""), told.count("under_17")) == (68, 88)
    people = store.query(figures_of, the_shift(store)).people
    assert (people.arrived, people.recorded_under_17) == (156, 88)


def refusal_to_print(store: Store, request_id: str) -> str:
    """The code of what keeps a card from being printed, or nothing."""
    try:
        store.execute(print_card, request_id)
    except RuleError as error:
        return error.problems[0].code
    return ""


def the_shift(store: Store) -> str:
    return str(store.query(lambda d: d.value("SELECT id FROM shift_opening ORDER BY at DESC")))


def test_a10_who_is_served_at_ten_past_five_counts_to_that_day_and_is_marked(tmp_path: Path) -> None:
    """One day of two, 08.00 to 16.00, "but outside the hours we still accept" (002)."""
    clock = StillClock(datetime(2019, 4, 4, 8, 30, tzinfo=UTC))
    store = laptop(tmp_path, clock)
    add_user(store)
    values = OpenShift(None, date(2019, 4, 4), "Hari pertama", "Balai Desa", JATI, "08:00", "16:00", ZONE, 0, 0, ())
    shift = store.execute(open_shift, values)
    in_time = registered(store).request_id
    clock.pass_by(hours=1, minutes=40)
    late = registered(store, phone="081234901118").request_id
    store.execute(note_step, late, Step.RECORDED)
    marks = dict(store.query(lambda d: d.rows("SELECT id, out_of_hours FROM service_request")))
    assert marks == {in_time: 0, late: 1}
    figures = store.query(figures_of, shift)
    assert (figures.shift.day, figures.people_count.recorded, figures.people.out_of_hours) == ("2019-04-04", 1, 1)


def test_what_was_warned_about_is_kept_with_the_record(store: Store) -> None:
    """A landline, a NIK of another sex, a paper not seen, and what the form added."""
    request = registered(
        store,
        new_person=NewPerson("SRI WAHYUNI", Sex.FEMALE, date(1987, 11, 12)),
        nik="3574031211879955",
        phone="0335421234",
        papers=(),
        doubts=("phone_crowded",),
    ).request_id
    assert notes(store, request) == ["phone_landline, sex_mismatch, papers_missing, phone_crowded"]
    assert state(store, request) == "waiting"


def test_what_was_pasted_into_a_walk_ins_form_and_nobody_sees_is_not_written(store: Store) -> None:
    pasted = NewPerson("Siti\u00ad Ami\u200dnah\u202c", Sex.FEMALE, date(1990, 5, 2), "Jl. Ikan\u200b Hiu 3\ufeff")
    done = registered(store, new_person=pasted, contact_name="Bu\u200d Rini")
    assert done.name == "SITI AMINAH"
    kept = store.query(
        lambda database: database.row("SELECT name, address, contact_name FROM resident WHERE id = ?", done.resident_id)
    )
    assert kept == ("SITI AMINAH", "Jl. Ikan Hiu 3", "Bu Rini")


def test_where_nothing_is_in_doubt_nothing_is_noted(store: Store) -> None:
    request = registered(store, papers=(Paper.FAMILY_CARD,)).request_id
    assert notes(store, request) == []


def test_who_is_under_16_and_single_is_not_recorded(store: Store) -> None:
    """F-W2; where nobody knows, a note says what was shown at the table."""
    child = registered(store, new_person=NewPerson("ANAK", Sex.MALE, date(2009, 1, 5))).request_id
    with pytest.raises(RuleError) as told:
        store.execute(note_step, child, Step.RECORDED)
    assert told.value.problems[0].code == "too_young"
    store.execute(note_step, child, Step.UNDER_AGE)
    assert state(store, child) == "not_recorded"
    bride = registered(
        store, new_person=NewPerson("ISTRI", Sex.FEMALE, date(2003, 2, 24)), phone="08120000991"
    ).request_id
    store.execute(note_step, bride, Step.RECORDED_WITH_EXCEPTION, "Buku nikah dilihat")
    assert state(store, bride) == "recorded"


def of_15(store: Store, marital: str) -> str:
    """The request of somebody of 15 of whom the list says this."""
    resident = add_people(store, "SITI NURAINI")[0]
    store.execute(lambda unit: unit.update(RESIDENT, resident, birth_date="2004-01-05", marital=marital))
    return registered(store, resident).request_id


@pytest.mark.parametrize("marital", ["married", "ever_married"])
def test_who_is_married_by_the_list_is_recorded_at_15(store: Store, marital: str) -> None:
    request = of_15(store, marital)
    store.execute(note_step, request, Step.RECORDED)
    assert state(store, request) == "recorded"


def test_no_note_makes_somebody_old_enough_who_is_single_by_the_list(store: Store) -> None:
    request = of_15(store, "single")
    with pytest.raises(RuleError) as told:
        store.execute(note_step, request, Step.RECORDED_WITH_EXCEPTION, "Buku nikah dilihat")
    assert told.value.problems[0].code == "too_young"


def test_who_says_to_be_recorded_before_is_not_recorded_from_elsewhere_but_may_get_a_card(store: Store) -> None:
    request = registered(store, reason=Reason.OUT_OF_REGION, recorded_before=RecordedBefore.YES).request_id
    with pytest.raises(RuleError) as told:
        store.execute(note_step, request, Step.RECORDED)
    assert told.value.problems[0].code == "recorded_elsewhere"
    store.execute(note_step, request, Step.ACCEPTED_FOR_REPRINT)
    assert state(store, request) == "accepted_for_reprint"


@pytest.mark.parametrize("role", ["keeper", "viewer"])
def test_who_does_not_work_at_a_table_takes_nobody_in_and_notes_nothing(store: Store, role: str) -> None:
    request = registered(store).request_id
    step = store.execute(note_step, request, Step.LEFT_QUEUE)
    add_user(store, "Pak Tamu", role)
    acts = (
        lambda: registered(store, phone="08120000992"),
        lambda: store.execute(note_step, request, Step.BACK_IN_QUEUE),
        lambda: store.execute(undo_step, step),
    )
    for act in acts:
        with pytest.raises(RuleError) as told:
            act()
        assert told.value.problems[0].code == "not_desk_worker"
    assert state(store, request) == "left_queue"


def test_a_clerk_takes_people_in(store: Store) -> None:
    add_user(store, "Bu Kartu", "clerk")
    assert state(store, registered(store).request_id) == "waiting"


def refused_undo(store: Store, step_id: str) -> str:
    with pytest.raises(RuleError) as told:
        store.execute(undo_step, step_id)
    return told.value.problems[0].code


def test_a_step_is_taken_back_once(store: Store) -> None:
    request = registered(store).request_id
    left = store.execute(note_step, request, Step.LEFT_QUEUE)
    store.execute(undo_step, left)
    assert refused_undo(store, left) == "undone"


@pytest.mark.parametrize("outcome", [Step.RECORDED, Step.LEFT_QUEUE])
def test_a_call_is_not_taken_back_once_its_outcome_is_noted(store: Store, outcome: Step) -> None:
    request = registered(store).request_id
    called = store.execute(note_step, request, Step.CAPTURING)
    noted = store.execute(note_step, request, outcome)
    before = state(store, request)
    assert refused_undo(store, called) == "overtaken"
    assert state(store, request) == before
    store.execute(undo_step, noted)
    store.execute(undo_step, called)
    assert state(store, request) == "waiting"


def test_a_registration_that_was_finished_by_itself_is_taken_back(store: Store) -> None:
    """Who was taken for recorded by a slip: cancelled as any other registration, and counted as nothing else."""
    request = registered(store, recorded_before=RecordedBefore.YES).request_id
    assert state(store, request) == "rejected_duplicate"
    store.execute(undo_registration, request, "Diurungkan di meja pendaftaran")
    assert state(store, request) == "cancelled"
    with pytest.raises(RuleError):
        store.execute(undo_registration, request, "Diurungkan di meja pendaftaran")


def test_who_was_served_meanwhile_stays_registered(store: Store) -> None:
    request = registered(store).request_id
    store.execute(note_step, request, Step.LEFT_QUEUE)
    with pytest.raises(RuleError):
        store.execute(undo_registration, request, "Diurungkan di meja pendaftaran")
    assert state(store, request) == "left_queue"


def test_who_was_put_back_in_the_queue_by_mistake_has_the_outcome_of_before(store: Store) -> None:
    request = registered(store).request_id
    store.execute(note_step, request, Step.INCOMPLETE_PAPERS, "KK belum ada")
    again = store.execute(note_step, request, Step.BACK_IN_QUEUE)
    store.execute(undo_wait, again)
    assert state(store, request) == "incomplete_papers"
    store.execute(note_step, request, Step.BACK_IN_QUEUE)
    assert state(store, request) == "waiting"


def test_who_was_called_again_meanwhile_is_not_sent_away_by_an_undo(store: Store) -> None:
    request = registered(store).request_id
    store.execute(note_step, request, Step.LEFT_QUEUE)
    again = store.execute(note_step, request, Step.BACK_IN_QUEUE)
    store.execute(note_step, request, Step.CAPTURING)
    with pytest.raises(RuleError) as told:
        store.execute(undo_wait, again)
    assert told.value.problems[0].code == "called"
    assert state(store, request) == "in_service"


def test_a_recording_whose_card_is_made_is_not_taken_back(store: Store) -> None:
    request = registered(store).request_id
    recorded = store.execute(note_step, request, Step.RECORDED)
    store.execute(print_card, request)
    assert refused_undo(store, recorded) == "card_made"
    assert state(store, request) == "recorded"


def test_nothing_is_taken_back_in_a_closed_shift(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    signer = signing_lead(store)
    shift = opened(store)
    left = store.execute(note_step, registered(store).request_id, Step.LEFT_QUEUE)
    store.execute(close_shift, CloseShift(shift, 46), signer)
    with pytest.raises(ClosedError):
        store.execute(undo_step, left)
