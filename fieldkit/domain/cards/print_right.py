"""Who may book a print, and where: trained, appointed, in a district that may print (F-B6, ST-7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fieldkit.domain.errors import Problem
from fieldkit.domain.text import text


class Paper(StrEnum):
    """What shows that somebody may print."""

    TRAINING = "training"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A training, or a letter of appointment, from one day to another; without an end it holds on."""

    kind: str
    valid_from: date
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day, its last one included."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Permit:
    """The four conditions of a district, as they were found, and from when to when that stands."""

    valid_from: date
    valid_until: date | None
    funds: bool
    network: bool
    equipment: bool
    staff: bool

    def holds_on(self, day: date) -> bool:
        """Whether the district may print on a day."""
        in_force = self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
        return in_force and self.funds and self.network and self.equipment and self.staff


def check_print_right(certificates: Iterable[Certificate], day: date) -> tuple[Problem, ...]:
    """What keeps a person from booking prints on a day; nothing where training and appointment hold."""
    held = {each.kind for each in certificates if each.holds_on(day)}
    found = (_not_trained(held), _not_appointed(held))
    return tuple(problem for problem in found if problem)


def check_place(permits: Iterable[Permit], day: date) -> tuple[Problem, ...]:
    """What keeps cards from being printed in a district on a day."""
    if any(permit.holds_on(day) for permit in permits):
        return ()
    return (
        Problem(
            "district",
            "district_may_not_print",
            text(
                "Kecamatan ini belum boleh mencetak: dana, jaringan, alat, atau petugasnya belum lengkap di catatan "
                "kantor. Kartunya dicetak di kantor."
            ),
        ),
    )


def _not_trained(held: set[str]) -> Problem | None:
    if Paper.TRAINING in held:
        return None
    return Problem(
        "user",
        "not_trained",
        text(
            "Pelatihan cetak petugas ini belum tercatat atau sudah lewat. "
            "Minta petugas cetak lain, atau hubungi kantor."
        ),
    )


def _not_appointed(held: set[str]) -> Problem | None:
    if Paper.APPOINTMENT in held:
        return None
    return Problem(
        "user",
        "not_appointed",
        text(
            "Surat penunjukan cetak petugas ini belum tercatat atau sudah lewat. "
            "Minta petugas cetak lain, atau hubungi kantor."
        ),
    )
