"""Correct at the table what the list says about a person, together with the registration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.text import text
from fieldkit.records.tables import RESIDENT
from fieldkit.store.unit import Unit
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
    if not correction.name.strip():
        raise RuleError(Problem("name", "no_name", text("Nama belum diisi. Tulis seperti di KK.")))
    if command.resident_id is not None:
        unit.update(RESIDENT, command.resident_id, **_known(correction))
    return register(unit, command)


def _known(correction: Correction) -> dict[str, str]:
    values = {
        "name": " ".join(correction.name.upper().split()),
        "sex": correction.sex,
        "birth_date": correction.birth_date.isoformat() if correction.birth_date else "",
        "address": correction.address.strip(),
        "rt": correction.rt.strip(),
        "rw": correction.rw.strip(),
    }
    return {name: value for name, value in values.items() if value}
