"""The verbs of a day at the table."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from fieldkit.domain.cards.pick_up import Receiving
from fieldkit.domain.errors import ClosedError, RuleError, SignatureError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.service import Reason, RecordedBefore, Step
from fieldkit.domain.shifts.incident import IncidentKind
from fieldkit.domain.stock.movements import DifferenceReason, SpoilReason
from fieldkit.domain.visits.visit import NextStep, VisitOutcome
from fieldkit.host.secrets import verify
from fieldkit.records.journal import read_header
from fieldkit.store.meta import Meta
from fieldkit.store.queries.closing.signed import closings
from fieldkit.store.queries.lists.listing import list_counts
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.queries.table.registration import next_queue_number, person, queue
from fieldkit.store.queries.today.day import call_backs, incidents_of_day, recorded_by_shift
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.printing import print_card, spoil_blank
from fieldkit.work.closing.figures import figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.shifts.incidents import begin_incident, end_incident
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from fieldkit.work.table.outcomes import note_step, undo_step
from fieldkit.work.table.registration import NewPerson
from fieldkit.work.visits.attempts import LogVisit, log_visit
from tests.laptops import JATI, StillClock, add_people, add_user, form, laptop, let_print, opened, registered

PIN = "274913"


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Store:
    store = laptop(tmp_path, clock)
    add_user(store)
    let_print(store)
    opened(store)
    return store


def problems(told: pytest.ExceptionInfo[RuleError]) -> dict[str, str]:
    return {problem.field: problem.code for problem in told.value.problems}


def signer(store: Store) -> Signer:
    code_hash = hashlib.sha256(b"KODE12").hexdigest()
    store.write_local(lambda d: d.run("UPDATE app_user SET start_code_hash = ? WHERE id = ?", code_hash, store.user))
    set_first_pin(store, store.user, "kode12", PIN)
    return check_in(store, store.user, PIN)


def blanks(store: Store) -> int:
    return balance_of(*store.query(lambda d: (d, table_holder(d))), "blank")


def test_a_listed_person_is_registered_with_number_and_reference(store: Store) -> None:
    resident = add_people(store, "SITI NURAINI")[0]
    done = registered(store, resident)
    assert done.queue_no == "P2-001"
    assert len(done.receipt_ref) == 10
    found = store.query(person, resident)
    assert found is not None
    assert (found.phone, found.phone_owner) == ("+6281234901117", "own")
    assert [entry.name for entry in store.query(queue, current(store))] == ["SITI NURAINI"]


def current(store: Store) -> str:
    shift = store.query(current_shift)
    assert shift is not None
    return shift.id


def test_the_queue_series_goes_on_over_shifts(store: Store, clock: StillClock) -> None:
    registered(store)
    note_all(store, Step.LEFT_QUEUE)
    store.execute(close_shift, CloseShift(current(store), 46), signer(store))
    clock.pass_by(hours=2)
    opened(store, blanks=0)
    assert registered(store).queue_no == "P2-002"


def note_all(store: Store, step: Step) -> None:
    for entry in store.query(queue, current(store)):
        store.execute(note_step, entry.request_id, step)


def test_a24_an_empty_phone_can_not_be_saved(store: Store) -> None:
    with pytest.raises(RuleError) as told:
        registered(store, phone_owner=None, phone="")
    assert "phone" in problems(told)
    assert store.query(lambda d: d.value("SELECT count(*) FROM service_request")) == 0


def test_a24_no_phone_needs_a_contact(store: Store) -> None:
    with pytest.raises(RuleError) as told:
        registered(store, phone_owner=PhoneOwner.NONE, phone="")
    assert {"contact_name", "contact_relation"} <= set(problems(told))
    done = registered(
        store, phone_owner=PhoneOwner.NONE, phone="", contact_name="Pak Slamet", contact_relation="Ketua RT"
    )
    found = store.query(person, done.resident_id)
    assert found is not None
    assert found.contact_name == "Pak Slamet"


def test_the_reason_and_the_question_are_asked(store: Store) -> None:
    with pytest.raises(RuleError) as told:
        registered(store, reason=None)
    assert "reason" in problems(told)
    with pytest.raises(RuleError) as told:
        registered(store, recorded_before=None)
    assert "recorded_before" in problems(told)


def test_already_recorded_is_noted_and_counts_no_recording(store: Store) -> None:
    resident = add_people(store, "SITI NURAINI")[0]
    registered(store, resident, recorded_before=RecordedBefore.YES)
    assert store.query(queue, current(store)) == []
    people = store.query(figures_of, current(store)).people_count
    assert (people.arrived, people.recorded, people.already_recorded) == (1, 0, 1)


def test_what_is_empty_on_the_form_never_erases_the_nik(store: Store) -> None:
    resident = add_people(store, "SITI NURAINI")[0]
    registered(store, resident, nik="", kk="")
    found = store.query(person, resident)
    assert found is not None
    assert found.nik == "3574035211879901"


def test_a_nik_with_a_letter_is_told_and_nothing_is_saved(store: Store) -> None:
    with pytest.raises(RuleError) as told:
        registered(store, nik="35740312118799O1")
    assert problems(told) == {"nik": "letters"}
    assert store.query(queue, current(store)) == []


def test_recorded_takes_the_person_off_what_is_left(store: Store) -> None:
    resident = add_people(store, "SITI NURAINI", "BUDI HARTONO")[0]
    done = registered(store, resident)
    store.execute(note_step, done.request_id, Step.CALLED)
    store.execute(note_step, done.request_id, Step.RECORDED)
    counts = store.query(list_counts, JATI)
    assert (counts.total, counts.recorded, counts.left) == (2, 1, 1)
    assert [tally.recorded for tally in store.query(recorded_by_shift, "2019-02-23")] == [1]


def test_an_outcome_is_noted_once_and_can_be_taken_back(store: Store) -> None:
    done = registered(store)
    step = store.execute(note_step, done.request_id, Step.RECORDED)
    for second in (Step.RECORDED, Step.BACK_IN_QUEUE):
        with pytest.raises(RuleError):
            store.execute(note_step, done.request_id, second)
    store.execute(undo_step, step)
    assert [entry.request_id for entry in store.query(queue, current(store))] == [done.request_id]
    store.execute(note_step, done.request_id, Step.INCOMPLETE_PAPERS)


def test_an_exception_needs_its_note(store: Store) -> None:
    done = registered(store)
    with pytest.raises(RuleError) as told:
        store.execute(note_step, done.request_id, Step.RECORDED_WITH_EXCEPTION)
    assert "note" in problems(told)
    store.execute(note_step, done.request_id, Step.RECORDED_WITH_EXCEPTION, "Jari telunjuk kanan tidak ada")


def test_who_was_sent_home_is_called_back(store: Store) -> None:
    done = registered(store)
    store.execute(note_step, done.request_id, Step.FAILED_EQUIPMENT)
    assert [back.request_id for back in store.query(call_backs, "2019-02-23")] == [done.request_id]


def test_a_second_shift_is_refused_while_one_is_open(store: Store) -> None:
    with pytest.raises(RuleError) as told:
        opened(store)
    assert problems(told) == {"shift": "already_open"}


def test_nothing_is_registered_without_a_shift(tmp_path: Path) -> None:
    closed = laptop(tmp_path / "other")
    add_user(closed)
    with pytest.raises(RuleError) as told:
        registered(closed)
    assert problems(told) == {"shift": "no_shift"}


def test_an_incident_ends_by_a_new_fact(store: Store, clock: StillClock) -> None:
    incident = store.execute(begin_incident, IncidentKind.POWER)
    clock.pass_by(minutes=16)
    store.execute(end_incident, incident, "UPS menahan laptop")
    rows = store.query(incidents_of_day, "2019-02-23")
    assert [(row.kind, row.began_at[11:16], row.ended_at[11:16]) for row in rows] == [("power", "09:05", "09:21")]
    assert store.query(lambda d: d.value("SELECT count(*) FROM incident")) == 2


def test_a_visit_attempt_shows_on_the_list(store: Store) -> None:
    resident = add_people(store, "SUMIATI")[0]
    store.execute(log_visit, LogVisit(resident, VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, "Pagi ke pasar"))
    found = store.query(person, resident)
    assert found is not None
    assert found.state == "visit_failed"


def test_blanks_follow_what_happened(store: Store) -> None:
    done = registered(store, new_person=form().new_person)
    store.execute(note_step, done.request_id, Step.RECORDED)
    store.execute(print_card, done.request_id)
    store.execute(spoil_blank, SpoilReason.ENCODE_FAILED)
    store.execute(hand_over_card, HandOver(done.request_id, Receiving("SUMIATI", "KK")))
    assert blanks(store) == 44
    with pytest.raises(RuleError):
        store.execute(hand_over_card, HandOver(done.request_id, Receiving("SUMIATI", "KK")))
    figures = store.query(figures_of, current(store))
    assert (figures.stock.taken, figures.stock.printed, figures.stock.spoiled) == (46, 1, 1)
    assert (figures.cards.printed, figures.cards.handed_over, figures.cards.held) == (1, 1, 0)


def test_who_lives_elsewhere_is_recorded_under_the_own_region_and_counted(store: Store) -> None:
    lives = {"35.74.03.1002": 0, "61.06.15.2004": 1}
    for village, elsewhere in lives.items():
        guest = NewPerson("MARLINA", Sex.FEMALE, date(1990, 5, 2), village=village)
        done = registered(store, new_person=guest)
        store.execute(note_step, done.request_id, Step.RECORDED)
        found = store.query(person, done.resident_id)
        assert found is not None
        assert found.village == village
        assert store.query(figures_of, current(store)).people.recorded_elsewhere == elsewhere
    areas = store.query(lambda database: database.rows("SELECT DISTINCT area FROM resident WHERE name = 'MARLINA'"))
    assert areas == [(JATI,)]


def test_a_card_of_somebody_not_recorded_is_not_printed(store: Store) -> None:
    done = registered(store)
    with pytest.raises(RuleError):
        store.execute(print_card, done.request_id)
    assert blanks(store) == 46


def test_a_data_change_can_not_be_printed_here(store: Store) -> None:
    done = registered(store, reason=Reason.DATA_CHANGE)
    store.execute(note_step, done.request_id, Step.FORWARDED_TO_OFFICE)
    with pytest.raises(RuleError):
        store.execute(print_card, done.request_id)


def test_invariant_9_a_silent_difference_can_not_be_closed(store: Store) -> None:
    who = signer(store)
    with pytest.raises(RuleError) as told:
        store.execute(close_shift, CloseShift(current(store), 45), who)
    assert {"reason", "note"} <= set(problems(told))
    assert "1 keping blangko" in str(told.value.problems[0].message)
    assert store.query(current_shift) is not None


def test_invariant_9_a_difference_is_signed_with_reason_and_name(store: Store) -> None:
    shift, who = current(store), signer(store)
    command = CloseShift(shift, 45, DifferenceReason.LOST, "Jatuh waktu listrik padam, Agus tahu")
    store.execute(close_shift, command, who)
    closing = store.query(closings, shift)[0]
    public = store.query(lambda d: d.value("SELECT public_key FROM user_key WHERE id = ?", who.key_id))
    assert verify(public, closing.signature, closing.document.encode())
    assert '"difference":1' in closing.document
    assert blanks(store) == 45


def test_who_still_waits_keeps_the_shift_open(store: Store) -> None:
    registered(store)
    with pytest.raises(RuleError) as told:
        store.execute(close_shift, CloseShift(current(store), 46), signer(store))
    assert "people" in problems(told)


def test_a_shift_is_closed_once(store: Store) -> None:
    shift, who = current(store), signer(store)
    store.execute(close_shift, CloseShift(shift, 46), who)
    with pytest.raises(ClosedError):
        store.execute(close_shift, CloseShift(shift, 46), who)
    assert len(store.query(closings, shift)) == 1


def test_a_guest_numbers_its_queue_with_the_prefix_of_the_host(tmp_path: Path, clock: StillClock) -> None:
    guest = laptop(tmp_path / "guest", clock, origin="3513-P1.1")
    guest.write_local(lambda d: Meta(d).put("regency", "35.13"))
    add_user(guest)
    opened(guest)
    assert registered(guest).queue_no == "3513P1-001"
    Exchange(guest).keep_prefixes({"35.74": "T4"})
    assert registered(guest, nik="3574035211879977").queue_no == "T4-002"
    guest.write_local(lambda d: Meta(d).put("origin", "3513-P1.3"))
    assert guest.query(next_queue_number, "35.74") == "T4C-003"
    assert guest.query(next_queue_number, "35.13") == "P1C-003"
    guest.close()


def test_a_wrong_pin_signs_nothing_and_waits_grow(store: Store, clock: StillClock) -> None:
    signer(store)
    for _ in range(5):
        with pytest.raises(SignatureError):
            check_in(store, store.user, "000001")
    with pytest.raises(SignatureError) as told:
        check_in(store, store.user, PIN)
    assert problems(told) == {"pin": "waiting"}
    clock.pass_by(minutes=30)
    assert check_in(store, store.user, PIN).user_id == store.user


def test_who_was_dismissed_neither_signs_in_nor_signs(store: Store) -> None:
    signer(store)
    store.write_local(lambda d: d.run("UPDATE app_user SET active = 0"))
    with pytest.raises(SignatureError) as told:
        check_in(store, store.user, PIN)
    assert problems(told) == {"pin": "dismissed"}


def test_the_start_code_of_the_office_is_needed(store: Store) -> None:
    with pytest.raises(SignatureError) as told:
        set_first_pin(store, UserId("nobody"), "KODE12", PIN)
    assert problems(told) == {"code": "no_code"}


def test_a_key_is_published_in_the_users_own_name(store: Store) -> None:
    rina, store.user = store.user, UserId("")
    code_hash = hashlib.sha256(b"KODE12").hexdigest()
    store.write_local(lambda d: d.run("UPDATE app_user SET start_code_hash = ? WHERE id = ?", code_hash, rina))
    set_first_pin(store, rina, "KODE12", PIN)
    header = store.query(lambda d: d.value("SELECT header FROM journal ORDER BY number DESC LIMIT 1"))
    assert read_header(header).user == rina
    assert store.user == ""


def test_what_happens_after_the_clock_was_put_back_still_happens_after(store: Store, clock: StillClock) -> None:
    done = registered(store)
    store.execute(note_step, done.request_id, Step.CALLED)
    clock.pass_by(minutes=-20)
    left = store.execute(note_step, done.request_id, Step.LEFT_QUEUE)
    assert store.query(queue, current(store)) == []
    clock.pass_by(minutes=-20)
    store.execute(undo_step, left)
    assert [entry.request_id for entry in store.query(queue, current(store))] == [done.request_id]


def test_nobody_stands_twice_in_the_queue(store: Store) -> None:
    resident = add_people(store, "SITI NURAINI")[0]
    registered(store, resident)
    with pytest.raises(RuleError) as told:
        registered(store, resident)
    assert problems(told) == {"resident": "in_queue"}


def test_a_card_is_printed_once(store: Store) -> None:
    done = registered(store)
    store.execute(note_step, done.request_id, Step.RECORDED)
    store.execute(print_card, done.request_id)
    with pytest.raises(RuleError) as told:
        store.execute(print_card, done.request_id)
    assert problems(told) == {"request": "printed"}
    assert blanks(store) == 45


def test_an_outcome_is_not_taken_back_once_the_shift_is_closed(store: Store) -> None:
    done = registered(store)
    store.execute(note_step, done.request_id, Step.LEFT_QUEUE)
    store.execute(close_shift, CloseShift(current(store), 46), signer(store))
    with pytest.raises(ClosedError):
        store.execute(note_step, done.request_id, Step.BACK_IN_QUEUE)


def test_an_operator_neither_opens_nor_closes_a_shift(store: Store) -> None:
    shift, lead = current(store), store.user
    who = signer(store)
    add_user(store, "Agus Prasetyo", "operator")
    with pytest.raises(RuleError) as told:
        store.execute(close_shift, CloseShift(shift, 46), who)
    assert problems(told) == {"user": "not_lead"}
    store.user = lead
    store.execute(close_shift, CloseShift(shift, 46), who)
    add_user(store, "Agus Prasetyo", "operator")
    with pytest.raises(RuleError) as told:
        opened(store)
    assert problems(told) == {"user": "not_lead"}


def test_a_start_code_sets_one_pin_on_a_laptop(store: Store) -> None:
    signer(store)
    with pytest.raises(SignatureError) as told:
        set_first_pin(store, store.user, "KODE12", "908172")
    assert problems(told) == {"code": "code_used"}
    assert check_in(store, store.user, PIN)
