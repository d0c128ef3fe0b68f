"""A day in full swing, made by the real verbs: a morning that is closed, and an afternoon with a queue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from fieldkit.demo.cast import clear_people
from fieldkit.demo.day import DAY, PIN
from fieldkit.demo.laptop import PracticeLaptop, receive
from fieldkit.demo.lively.cards import ask_for_cards_again, put_cards_away
from fieldkit.demo.lively.closing import bring_other_table
from fieldkit.demo.lively.laptops import tell_of_laptops
from fieldkit.demo.lively.lists import clean_list
from fieldkit.demo.lively.planning import plan_week
from fieldkit.demo.lively.rules import rule_the_office
from fieldkit.demo.lively.stock import keep_stock
from fieldkit.demo.lively.today import look_before_leaving, note_who_is_there, tell_what_the_power_did
from fieldkit.demo.lively.visits import ask_for_a_card, visit_homes
from fieldkit.demo.office import JATI, ZONE
from fieldkit.domain.cards.pick_up import Receiving
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.people.person import Marital, age_on
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.reasons import allowed_outcomes
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore, Step, is_recording
from fieldkit.domain.shifts.incident import IncidentKind
from fieldkit.domain.stock.movements import SpoilReason
from fieldkit.records.wire import CommandVerdict, Verdict
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.queries.lists.imported import residents_to_compare
from fieldkit.store.queries.shifts import current_shift, planned_shifts
from fieldkit.store.queries.table.warnings import has_nik
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.printing import print_card, spoil_blank
from fieldkit.work.closing.figures import figures_of
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.practice import InventedPerson
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.incidents import begin_incident, end_incident
from fieldkit.work.shifts.opening import OpenShift, open_shift
from fieldkit.work.sign_in import check_in
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.registration import NewPerson, Register, register

RECORDED_IN_THE_MORNING: Final = 60
RECORDED_SO_FAR: Final = 22
_MORNING_MINUTES: Final = 2.3
_AFTERNOON_MINUTES: Final = 1.7
"""Each person takes so long."""
_AHEAD: Final = 4
"""So many have registered before the first of them is called."""
_STRIDE: Final = 7
_NOTES: Final = {
    Step.RECORDED_WITH_EXCEPTION: "Jari telunjuk kanan diperban",
    Step.CANCELLED: "Pulang mengambil KK, tidak kembali",
}
_MORNING: Final = (
    *(Step.RECORDED for _ in range(RECORDED_IN_THE_MORNING - 3)),
    *(Step.RECORDED_WITH_EXCEPTION for _ in range(3)),
    *(Step.INCOMPLETE_PAPERS for _ in range(4)),
    *(Step.LEFT_QUEUE for _ in range(2)),
    Step.ALREADY_RECORDED,
)
_AFTERNOON: Final = (
    *(Step.RECORDED for _ in range(RECORDED_SO_FAR - 1)),
    Step.RECORDED_WITH_EXCEPTION,
    Step.INCOMPLETE_PAPERS,
    Step.LEFT_QUEUE,
)


@dataclass
class Desk:
    """Serves people of the list one after the other."""

    laptop: PracticeLaptop
    visitors: Iterator[InventedPerson]
    ids: dict[str, str]
    minutes_each: float
    came: dict[str, InventedPerson] = field(default_factory=dict)
    """Who came, by request."""
    printable: list[str] = field(default_factory=list)
    """Requests whose cards can be printed now."""

    def come(self, **answers: object) -> str:
        """The next visitor registers; returns the request."""
        person = next(self.visitors)
        phone = f"08120000{len(self.came):04}"
        command = replace(_form(self.ids[person.nik or ""], phone), **answers)  # type: ignore[arg-type]
        request = self.laptop.store.execute(register, command).request_id
        self.came[request] = person
        return request

    def call(self, request: str) -> None:
        """Somebody comes to the set."""
        self.laptop.store.execute(note_step, request, Step.CAPTURING)

    def serve(self, request: str, outcome: Step) -> None:
        """Call somebody, and note what becomes of it."""
        self.call(request)
        self.laptop.clock.pass_by(self.minutes_each)
        self.laptop.store.execute(note_step, request, outcome, _NOTES.get(outcome, ""))
        if outcome is Step.RECORDED and _may_print(self.came[request]):
            self.printable.append(request)

    def work(self, outcomes: Sequence[Step]) -> None:
        """Serve so many, with a few who wait all the time."""
        waiting = [self.come() for _ in range(_AHEAD)]
        for number, outcome in enumerate(outcomes):
            if number + _AHEAD < len(outcomes):
                waiting.append(self.come())
            self.serve(waiting.pop(0), outcome)

    def print_cards(self, printed: int, handed_over: int) -> None:
        """Cards of those recorded; the first ones are handed over."""
        store = self.laptop.store
        for number, request in enumerate(self.printable[:printed]):
            store.execute(print_card, request)
            if number < handed_over:
                store.execute(hand_over_card, HandOver(request, Receiving("yang bersangkutan", "Kartu keluarga")))
        self.printable.clear()


def live_through(laptop: PracticeLaptop) -> None:
    """From before the morning shift to 16.42 in the afternoon."""
    ids = {nik: resident for resident, nik, *_ in laptop.store.query(residents_to_compare) if nik}
    desk = Desk(laptop, iter(_visitors(laptop.people)), ids, _MORNING_MINUTES)
    keep_stock(laptop)
    look_before_leaving(laptop)
    _morning(desk)
    visit_homes(laptop, ids)
    plan_week(laptop)
    tell_of_laptops(laptop)
    rule_the_office(laptop)
    clean_list(laptop, [ids[person.nik or ""] for person in reversed(_visitors(laptop.people))])
    _afternoon(desk)
    note_who_is_there(laptop)
    tell_what_the_power_did(laptop)
    ask_for_a_card(laptop)
    laptop.clock.set("16:42")


def finish_queue(laptop: PracticeLaptop) -> None:
    """Nobody waits any more, and the power is back: the shift can be closed."""
    store = laptop.store
    for request, state, reason, resident in store.query(_open_requests):
        if state == "waiting":
            store.execute(note_step, request, Step.CAPTURING)
        outcome = allowed_outcomes(reason)[0]
        has_number = store.query(has_nik, resident)
        store.execute(note_step, request, outcome if has_number or not is_recording(outcome) else Step.REFERRED)
        laptop.clock.pass_by(_AFTERNOON_MINUTES)
    for incident in store.query(_running_incidents):
        store.execute(end_incident, incident)
    laptop.clock.set("19:04")


def close_now(laptop: PracticeLaptop) -> None:
    """The afternoon is counted and signed, too."""
    shift = laptop.store.query(current_shift)
    if shift is not None:
        _sign(laptop, shift.id, 36)
        bring_other_table(laptop)


def _sign(laptop: PracticeLaptop, shift: str, counted: int) -> None:
    signer = check_in(laptop.store, UserId(laptop.lead.id), PIN)
    held = laptop.store.query(figures_of, shift).cards.held
    command = CloseShift(shift, counted, village_name="Jati", district_name="Mayangan", held=held)
    laptop.store.execute(close_shift, command, signer)
    back_up(laptop.store, laptop.folders.backups)


def _morning(desk: Desk) -> None:
    laptop = desk.laptop
    laptop.clock.set("08:56")
    shift = _open(laptop, "Shift pagi", 40)
    laptop.clock.set("09:04")
    desk.work(_mixed(_MORNING))
    desk.print_cards(18, 15)
    laptop.store.execute(spoil_blank, SpoilReason.PRINT_FAILED)
    laptop.clock.set("12:06")
    _sign(laptop, shift, 21)
    laptop.clock.set("12:31")
    number = laptop.store.query(_last_edit)
    receive(laptop.store, CommandVerdict(number=number, verdict=Verdict.CASE, reason="weighty"))


def _afternoon(desk: Desk) -> None:
    laptop, store, desk.minutes_each = desk.laptop, desk.laptop.store, _AFTERNOON_MINUTES
    laptop.clock.set("15:52")
    _open(laptop, "Shift sore", 46)
    store.execute(begin_incident, IncidentKind.NETWORK)
    desk.work(_mixed(_AFTERNOON))
    power = store.execute(begin_incident, IncidentKind.POWER)
    for _ in range(3):
        desk.serve(desk.come(), Step.FAILED_EQUIPMENT)
    store.execute(end_incident, power)
    desk.print_cards(9, 7)
    store.execute(spoil_blank, SpoilReason.ENCODE_FAILED)
    ask_for_cards_again(laptop, desk.come)
    put_cards_away(laptop)
    desk.come(new_person=_walk_in(), resident_id=None)
    desk.come(recorded_before=RecordedBefore.YES)
    desk.come(reason=Reason.DATA_CHANGE, recorded_before=None, papers=(Paper.OLD_CARD, Paper.PROOF_OF_CHANGE))
    for _ in range(4):
        desk.come()
    desk.call(store.query(_open_requests)[0][0])


def _open(laptop: PracticeLaptop, name: str, blanks: int) -> str:
    plan = next(plan for plan in laptop.store.query(planned_shifts, DAY.isoformat()) if plan.name == name)
    present = (
        Attendant(laptop.lead.name, "lead", laptop.lead.id),
        Attendant("Agus Prasetyo", "operator"),
        Attendant("Dedi Kurniawan", "operator"),
    )
    command = OpenShift(
        plan_id=plan.id,
        day=date.fromisoformat(plan.day),
        name=plan.name,
        site_name=plan.site_name,
        village=JATI,
        planned_start=plan.planned_start,
        planned_end=plan.planned_end,
        time_zone=ZONE,
        target_count=plan.target_count,
        blanks_taken=blanks,
        present=present,
    )
    return laptop.store.execute(open_shift, command)


def _visitors(people: Sequence[InventedPerson]) -> list[InventedPerson]:
    """Who comes: 16 and older, younger than those who are visited, from all over the list."""
    able = [person for person in clear_people(people) if 16 <= age_on(person.birth_date, DAY) < 75]
    return [person for start in range(_STRIDE) for person in able[start::_STRIDE]]


def _may_print(person: InventedPerson) -> bool:
    return age_on(person.birth_date, DAY) >= 17 or person.marital is not Marital.SINGLE


def _mixed(outcomes: Sequence[Step]) -> list[Step]:
    """The same outcomes, the rare ones between the others."""
    usual = [outcome for outcome in outcomes if outcome is Step.RECORDED]
    rare = [outcome for outcome in outcomes if outcome is not Step.RECORDED]
    every = max(1, len(usual) // max(1, len(rare)))
    mixed: list[Step] = []
    for number, outcome in enumerate(usual, start=1):
        mixed.append(outcome)
        if number % every == 0 and rare:
            mixed.append(rare.pop())
    return mixed + rare


def _form(resident: str, phone: str) -> Register:
    return Register(
        resident_id=resident,
        new_person=None,
        reason=Reason.FIRST_RECORDING,
        recorded_before=RecordedBefore.NO,
        papers=(Paper.FAMILY_CARD,),
        nik="",
        kk="",
        phone_owner=PhoneOwner.OWN,
        phone=phone,
        contact_name="",
        contact_relation="",
        sms_consent=True,
    )


def _walk_in() -> NewPerson:
    return NewPerson("SUMARLIK HANDAYANI", Sex.FEMALE, date(1995, 8, 17), "Jl. Ikan Lumba-Lumba No. 99", "004", "002")


def _last_edit(database: Database) -> int:
    """Number of the change with which somebody's data were edited last, at a registration."""
    return int(database.value("SELECT max(number) FROM journal WHERE header LIKE '%\"resident\"%'"))


def _open_requests(database: Database) -> list[tuple[str, str, str, str]]:
    rows = database.rows(
        "SELECT s.request_id, s.state, q.reason, q.resident_id FROM request_state s "
        "JOIN service_request q ON q.id = s.request_id "
        "WHERE s.state IN ('waiting', 'in_service') AND s.shift_id = ? ORDER BY q.at",
        getattr(current_shift(database), "id", ""),
    )
    return [(str(request), str(state), str(reason), str(resident)) for request, state, reason, resident in rows]


def _running_incidents(database: Database) -> list[str]:
    sql = (
        "SELECT id FROM incident i WHERE ended_at IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM incident later WHERE later.corrects_id = i.id)"
    )
    return [str(row[0]) for row in database.rows(sql)]
