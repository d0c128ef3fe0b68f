"""Register somebody at the table: from the list, or a walk-in."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import msgspec

from fieldkit.domain.areas import AreaCode, regency_of
from fieldkit.domain.errors import Problem, RuleError, Severity
from fieldkit.domain.lists.listing import doubt_of, unexpected_state
from fieldkit.domain.people.nik import check_kk, check_nik
from fieldkit.domain.people.person import marital_of, print_eligible_on
from fieldkit.domain.people.phone import PhoneOwner, check_phone, check_phone_answer
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.people.written import as_seen, name_as_seen
from fieldkit.domain.requests.reasons import asks_recorded_before, required_papers
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore, Step, papers_missing_problem
from fieldkit.domain.text import text
from fieldkit.records.tables import REQUEST_STEP, RESIDENT, SERVICE_REQUEST
from fieldkit.store.persons import IS_ON_LIST, ROWS_OF_PERSON
from fieldkit.store.queries.shifts import Shift, is_late
from fieldkit.store.queries.table.registration import LAST_QUEUE_NUMBER, last_queue_number, next_queue_number
from fieldkit.store.queries.table.warnings import is_recorded, states_of, uncollected_card
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_desk_worker
from fieldkit.work.instants import instant
from fieldkit.work.shifts.opening import the_receiving_session

REFERENCE_ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without letters and digits that are mistaken for each other (F-K8); 32, so that a random byte picks fairly."""
REFERENCE_LENGTH: Final = 10


@dataclass(frozen=True, slots=True, repr=False)
class NewPerson:
    """A walk-in who is not on the list. `village` is where the person lives, "" where it is the shift's."""

    name: str
    sex: Sex | None
    birth_date: date | None
    address: str = ""
    rt: str = ""
    rw: str = ""
    village: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Register:
    """What the form says. Exactly one of `resident_id` and `new_person` is given; nik and kk as they were typed."""

    resident_id: str | None
    new_person: NewPerson | None
    reason: Reason | None
    recorded_before: RecordedBefore | None
    papers: tuple[Paper, ...]
    nik: str
    kk: str
    phone_owner: PhoneOwner | None
    phone: str
    contact_name: str
    contact_relation: str
    sms_consent: bool
    priority: str = ""
    doubts: tuple[str, ...] = ()
    """Codes of what the form warned about beyond what the verb finds itself."""


@dataclass(frozen=True, slots=True, repr=False)
class Registered:
    """What the person goes away with."""

    request_id: str
    resident_id: str
    queue_no: str
    receipt_ref: str
    name: str


def register(unit: Unit, command: Register) -> Registered:
    """Save a registration with its queue number and reference. RuleError names every answer that is missing."""
    require_desk_worker(unit)
    shift = the_receiving_session(unit)
    day = date.fromisoformat(shift.day)
    problems = [found for found in findings(command, day, shift) if found.severity is Severity.STOP]
    if problems:
        raise RuleError(*problems)
    if command.resident_id is not None:
        _refuse_second(unit, command, shift)
    resident = _resident(unit, command, shift)
    queue_no = unit.query(next_queue_number, regency_of(AreaCode(shift.village)))
    unit.meta.put(LAST_QUEUE_NUMBER, unit.query(last_queue_number) + 1)
    reference = "".join(REFERENCE_ALPHABET[byte % len(REFERENCE_ALPHABET)] for byte in os.urandom(REFERENCE_LENGTH))
    request_id = unit.insert(
        SERVICE_REQUEST,
        shift.village,
        shift_id=shift.id,
        resident_id=resident["id"],
        queue_no=queue_no,
        receipt_ref=reference,
        on_list=int(resident["on_list"]),
        **_answers(command, unit, shift),
        **_print_day(resident),
        at=instant(unit.now_utc),
    )
    for step, note in _known_at_once(unit, command, resident, shift):
        values = {"request_id": request_id, "step": step, "note": note}
        unit.insert(REQUEST_STEP, shift.village, **values, at=instant(unit.now_utc))
    return Registered(request_id, resident["id"], queue_no, reference, resident["name"])


def _known_at_once(
    unit: Unit, command: Register, resident: dict[str, Any], shift: Shift
) -> list[tuple[Step, str | None]]:
    """What is a fact with the registration: no second recording, a card that is there already, and what is in doubt."""
    known: list[tuple[Step, str | None]] = []
    if codes := [*_doubts(command, resident, shift), *_left_list(unit, resident["id"])]:
        known.append((Step.REGISTERED, ", ".join(codes)))
    if command.reason is Reason.FIRST_RECORDING and _is_recorded(unit, command):
        known.append((Step.ALREADY_RECORDED, None))
    if command.reason is Reason.LOST and unit.query(uncollected_card, resident["id"]) is not None:
        known.append((Step.REDIRECTED_TO_PICKUP, None))
    return known


def _left_list(unit: Unit, resident_id: str) -> list[str]:
    """Who was reported or confirmed as dead, moved or double stands here all the same: in doubt, never refused."""
    code = doubt_of(unexpected_state(unit.query(states_of, resident_id)))
    return [code] if code else []


def _is_recorded(unit: Unit, command: Register) -> bool:
    """Whether the person says so, or the field recorded the person before (OP-4)."""
    if command.recorded_before is RecordedBefore.YES:
        return True
    return command.resident_id is not None and unit.query(is_recorded, command.resident_id)


def _doubts(command: Register, resident: dict[str, Any], shift: Shift) -> list[str]:
    """Codes of what was warned about and saved all the same: it stays with the record."""
    born = date.fromisoformat(resident["birth_date"]) if resident["birth_date"] else None
    sex = Sex(resident["sex"]) if resident["sex"] in set(Sex) else None
    day = date.fromisoformat(shift.day)
    found = check_phone_answer(command.phone_owner, command.phone, command.contact_name, command.contact_relation)
    if command.nik:
        found += check_nik(command.nik, on=day, birth_date=born, sex=sex).findings
    if command.kk:
        found += check_kk(command.kk).findings
    if command.reason is not None and set(required_papers(command.reason)) - set(command.papers):
        found += (papers_missing_problem(),)
    codes = [problem.code for problem in found if problem.severity is Severity.WARN]
    return list(dict.fromkeys((*codes, *command.doubts)))


def _refuse_second(unit: Unit, command: Register, shift: Shift) -> None:
    """Nobody stands twice in the queue of a shift."""
    queue_no = unit.value(
        "SELECT q.queue_no FROM service_request q JOIN request_state s ON s.request_id = q.id "
        f"WHERE q.resident_id IN {ROWS_OF_PERSON} AND q.shift_id = ?2 AND s.state IN ('waiting', 'in_service')",
        command.resident_id,
        shift.id,
    )
    if queue_no:
        message = text("Sudah ada di antrean dengan nomor {number}. Catat hasilnya di sana.", number=queue_no)
        raise RuleError(Problem("resident", "in_queue", message))


def findings(command: Register, day: date, shift: Shift) -> list[Problem]:
    """Everything to say about the form as it stands: red stops, amber may go on."""
    found = _questions(command)
    found += check_phone_answer(command.phone_owner, command.phone, command.contact_name, command.contact_relation)
    if command.nik:
        lives = command.new_person.village if command.new_person else ""
        found += check_nik(command.nik, on=day, home_regency=regency_of(lives or shift.village)).findings
    if command.kk:
        found += check_kk(command.kk).findings
    return found


def _questions(command: Register) -> list[Problem]:
    found = []
    if command.new_person and not name_as_seen(command.new_person.name):
        found.append(Problem("name", "no_name", text("Nama belum diisi. Tulis seperti di KK.")))
    if command.reason is None:
        found.append(Problem("reason", "no_reason", text("Keperluan belum dipilih. Tanyakan dulu untuk apa datang.")))
    if asks_recorded_before(command.reason) and command.recorded_before is None:
        found.append(
            Problem(
                "recorded_before",
                "not_asked",
                text("Belum ditanyakan. Rekam dua kali membuat data ganda dan kartunya tidak bisa dicetak."),
            )
        )
    return found


def _resident(unit: Unit, command: Register, shift: Shift) -> dict[str, Any]:
    values = _contact(command)
    if command.resident_id is None:
        person = _new_person(command)
        village = person.pop("village") or shift.village
        # The row stands where the person was served: a hall serves people of villages that the laptop was not given.
        new_id = unit.insert(RESIDENT, shift.village, village=village, **person, **values, **_numbers(command))
        return {"id": new_id, "on_list": False, "marital": None, **person}
    unit.update(RESIDENT, command.resident_id, **values, **_numbers(command))
    names = ("id", "name", "birth_date", "sex", "marital")
    row = unit.row(f"SELECT {', '.join(names)}, {IS_ON_LIST} FROM resident WHERE id = ?1", command.resident_id)
    return dict(zip((*names, "on_list"), row or (), strict=True))


def _new_person(command: Register) -> dict[str, Any]:
    person = command.new_person or NewPerson("", None, None)
    return {
        "name": name_as_seen(person.name),
        "sex": person.sex,
        "birth_date": person.birth_date.isoformat() if person.birth_date else None,
        "address": as_seen(person.address) or None,
        "rt": as_seen(person.rt) or None,
        "rw": as_seen(person.rw) or None,
        "village": person.village,
    }


def _numbers(command: Register) -> dict[str, str]:
    """NIK and KK where they were given; what is empty on the form never erases what is known."""
    nik = check_nik(command.nik, on=date.max).nik if command.nik else None
    kk = check_kk(command.kk).kk if command.kk else None
    return {name: value for name, value in (("nik", nik), ("kk", kk)) if value}


def _contact(command: Register) -> dict[str, str | None]:
    return {
        "phone": _e164(command.phone) if command.phone.strip() else None,
        "phone_owner": command.phone_owner,
        "contact_name": as_seen(command.contact_name).strip() or None,
        "contact_relation": as_seen(command.contact_relation).strip() or None,
    }


def _e164(typed: str) -> str:
    """The number as it is kept: as typed where it is none."""
    checked = check_phone(typed)
    return checked.e164 or checked.as_typed


def _answers(command: Register, unit: Unit, shift: Shift) -> dict[str, Any]:
    return {
        "reason": command.reason,
        "recorded_before": command.recorded_before,
        "papers": msgspec.json.encode(command.papers).decode(),
        "priority": command.priority or None,
        "phone_answer": command.phone_owner,
        "sms_consent": int(command.sms_consent),
        "out_of_hours": int(is_late(shift, unit.now_utc)),
    }


def _print_day(resident: dict[str, Any]) -> dict[str, str | None]:
    if not resident["birth_date"]:
        return {}
    day = print_eligible_on(date.fromisoformat(resident["birth_date"]), marital_of(resident["marital"]))
    return {"print_eligible_on": day.isoformat() if day else None}
