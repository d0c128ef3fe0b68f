"""What is signed about a shift: closings of a table and of the team, and what is said of them afterwards (4.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date
from enum import StrEnum

from fieldkit.domain.errors import Problem
from fieldkit.domain.roles import LEADS, PLANNERS
from fieldkit.domain.shifts.shift import BlankCount, CardCount, PeopleCount
from fieldkit.domain.text import text


class ClosingKind(StrEnum):
    """What a signed document says. Of the closings of a table and of a team one holds, and a later one says which it
    replaces; the others only add."""

    TABLE = "table"
    TEAM = "team"
    REOPENING = "reopening"
    """The last closing does not hold any more: the shift is open again, for a reason."""
    REPORTED = "reported"
    """The office has the report; from now on figures are only corrected by what is added."""
    CORRECTION = "correction"
    """What is wrong in a closing that was reported; the closing stays as it is."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a shift stands: whether figures of it hold, were reported, and until when its lead may take them back."""

    is_closed: bool
    is_reported: bool
    days: frozenset[date]
    """Days at the site on which the team lead may open it again: that of the shift, and that of its signature."""


def may_report(role: str | None) -> bool:
    """Whether a role may say that the office has the report of a shift."""
    return role in PLANNERS


def check_reopening(standing: Standing, *, role: str | None, today: date, reason: str) -> tuple[Problem, ...]:
    """What keeps a closed shift from being opened again: a lead on that day, a planner later, with a reason (4.3)."""
    if not standing.is_closed:
        return (Problem("shift", "not_closed", text("Shift ini masih terbuka. Lanjutkan saja, lalu tutup.")),)
    if standing.is_reported:
        return (_already_reported(),)
    found = () if reason.strip() else (_reason_missing(),)
    if role in PLANNERS or (role in LEADS and today in standing.days):
        return found
    return (_not_yours_any_more() if role in LEADS else _not_lead(), *found)


def check_correction(standing: Standing, *, what: str) -> tuple[Problem, ...]:
    """What keeps a correction from being added: only what was reported is corrected so, and it is told (4.3)."""
    if not standing.is_reported:
        return (Problem("shift", "not_reported", text("Penutupan ini belum dilaporkan. Buka lagi, lalu tutup lagi.")),)
    if what.strip():
        return ()
    return (
        Problem(
            "correction",
            "correction_missing",
            text("Koreksinya belum ditulis. Sebut angka mana, seharusnya berapa, dan dari mana diketahui."),
        ),
    )


def check_count(counted: int | None, stood: int | None) -> tuple[Problem, ...]:
    """What keeps an older shift from being counted otherwise: its table went on with the blanks that were signed."""
    if counted == stood:
        return ()
    words = text(
        "Meja itu sudah lanjut dengan {n} keping yang ditandatangani, jadi hitungannya tetap. Kalau keliru, hitung "
        "stoknya di Blangko.",
        n=stood or 0,
    )
    return (Problem("counted", "count_stands", words),)


def open_elsewhere() -> Problem:
    """A shift that another table still works in is closed there."""
    return Problem(
        "shift", "open_elsewhere", text("Shift ini masih terbuka di laptop lain. Ketua timnya menutup di sana.")
    )


def people_together(tables: Iterable[PeopleCount]) -> PeopleCount:
    """The people of several tables."""
    return PeopleCount(*map(sum, zip(astuple(PeopleCount(*[0] * 9)), *map(astuple, tables), strict=True)))


def cards_together(tables: Iterable[CardCount]) -> CardCount:
    """The cards of several tables."""
    return CardCount(*map(sum, zip(astuple(CardCount(0, 0, 0)), *map(astuple, tables), strict=True)))


def blanks_together(tables: Iterable[BlankCount]) -> BlankCount:
    """The blanks of several tables; not counted where one of them was not."""
    known = list(tables)
    counted = [each.counted for each in known if each.counted is not None]
    return BlankCount(
        sum(each.taken for each in known),
        sum(each.printed for each in known),
        sum(each.spoiled for each in known),
        sum(each.returned for each in known),
        sum(counted) if len(counted) == len(known) else None,
        sum(each.settled for each in known),
    )


def check_team_closing(*, is_own_closed: bool, counted: int, missing: int, note: str) -> tuple[Problem, ...]:
    """What keeps the closing of a team from being signed: the lead's own table, and tables that are missing untold."""
    if not is_own_closed or not counted:
        return (Problem("shift", "own_open", text("Meja ini belum ditutup. Tutup dulu, lalu tutup timnya.")),)
    if not missing or note.strip():
        return ()
    return (
        Problem(
            "note",
            "missing_untold",
            text("{n} meja belum ada penutupannya. Ambil kirimannya, atau tulis singkat kenapa belum ada.", n=missing),
        ),
    )


def _already_reported() -> Problem:
    return Problem(
        "shift",
        "reported",
        text("Penutupan ini sudah dilaporkan, jadi tidak dibuka lagi. Angkanya tetap; tambahkan koreksi."),
    )


def _reason_missing() -> Problem:
    return Problem(
        "reason",
        "reason_missing",
        text("Alasan membuka lagi belum ditulis. Penutupan yang lama tetap tersimpan. Tulis singkat apa yang salah."),
    )


def _not_yours_any_more() -> Problem:
    return Problem(
        "user",
        "another_day",
        text(
            "Ketua tim membuka lagi hanya pada hari yang sama. Minta perencana atau admin kantor: di sini, atau di "
            "laptop kantor sesudah sinkron."
        ),
    )


def _not_lead() -> Problem:
    return Problem("user", "not_lead", text("Hanya ketua tim yang bisa melakukan ini. Minta ketua tim masuk."))
