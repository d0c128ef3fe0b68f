"""Correct what is known about a person: at the table together with the registration, and a NIK that was found since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldkit.domain.errors import Problem, RuleError, Severity
from fieldkit.domain.people.nik import check_nik
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.people.written import as_seen, name_as_seen
from fieldkit.domain.requests.service import Step
from fieldkit.domain.text import text
from fieldkit.records.tables import REQUEST_STEP, RESIDENT
from fieldkit.store.queries.table.warnings import bearer_of_nik, has_nik
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_desk_worker
from fieldkit.work.days import today
from fieldkit.work.table.outcomes import after_the_last, refuse_card_made
from fieldkit.work.table.registration import Register, Registered, register


@dataclass(frozen=True, slots=True, repr=False)
class Correction:
    """A person as the family card says. What is empty here never erases what is known."""

    name: str
    sex: Sex | None
    birth_date: date | None
    address: str = ""
    rt: str = ""
    rw: str = ""


def register_corrected(unit: Unit, command: Register, correction: Correction) -> Registered:
    """Register somebody of the list and correct what is known: both, or neither."""
    require_desk_worker(unit)
    if not name_as_seen(correction.name):
        raise RuleError(Problem("name", "no_name", text("Nama belum diisi. Tulis seperti di KK.")))
    if command.resident_id is not None:
        unit.update(RESIDENT, command.resident_id, **_known(correction))
    return register(unit, command)


@dataclass(frozen=True, slots=True, repr=False)
class NikFound:
    """The NIK of somebody who came without one, as it was typed; the request is what it was asked for."""

    request_id: str
    nik: str


def write_nik(unit: Unit, command: NikFound) -> str:
    """Write a NIK that was found after the registration; returns the request, with which `take_back_nik` undoes it.

    What looks wrong with it is kept as a doubt. RuleError where it is no NIK, or the person has one meanwhile.
    """
    require_desk_worker(unit)
    resident_id, area = _asker(unit, command.request_id)
    if unit.query(has_nik, resident_id):
        raise RuleError(Problem("nik", "has_nik", text("NIK-nya sudah tertulis. Muat ulang, lalu lanjutkan.")))
    nik, codes = _checked(unit, resident_id, command.nik)
    unit.update(RESIDENT, resident_id, nik=nik)
    if codes:
        values = {"request_id": command.request_id, "step": Step.REGISTERED, "note": ", ".join(codes)}
        unit.insert(REQUEST_STEP, area, **values, at=after_the_last(unit, command.request_id))
    return command.request_id


def take_back_nik(unit: Unit, request_id: str) -> bool:
    """A NIK was written by mistake: there is none again. RuleError where a card was made with it."""
    require_desk_worker(unit)
    resident_id, _ = _asker(unit, request_id)
    refuse_card_made(unit, request_id)
    return unit.update(RESIDENT, resident_id, nik=None)


def _checked(unit: Unit, resident_id: str, typed: str) -> tuple[str, list[str]]:
    """The number as it is kept, and the codes of what is in doubt."""
    sex, born = unit.row("SELECT sex, birth_date FROM resident WHERE id = ?", resident_id) or (None, None)
    checked = check_nik(
        typed,
        on=today(unit),
        birth_date=date.fromisoformat(born) if born else None,
        sex=Sex(sex) if sex in set(Sex) else None,
    )
    if checked.nik is None:
        raise RuleError(*checked.findings if typed.strip() else (_nothing_typed(),))
    codes = [found.code for found in checked.findings if found.severity is Severity.WARN]
    # Asked here, and not taken from the form: who presses Enter at once has not read what it says.
    shared = ["nik_shared"] if unit.query(bearer_of_nik, checked.nik, resident_id) else []
    return checked.nik, codes + shared


def _asker(unit: Unit, request_id: str) -> tuple[str, str]:
    row = unit.row("SELECT resident_id, area FROM service_request WHERE id = ?", request_id)
    if row is None:
        raise KeyError(request_id)
    return row[0], row[1]


def _nothing_typed() -> Problem:
    return Problem("nik", "no_nik", text("NIK belum ditulis. Ketik 16 angkanya."))


def _known(correction: Correction) -> dict[str, str]:
    values = {
        "name": name_as_seen(correction.name),
        "sex": correction.sex,
        "birth_date": correction.birth_date.isoformat() if correction.birth_date else "",
        "address": as_seen(correction.address).strip(),
        "rt": as_seen(correction.rt).strip(),
        "rw": as_seen(correction.rw).strip(),
    }
    return {name: value for name, value in values.items() if value}
