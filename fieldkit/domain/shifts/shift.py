"""Shifts: the day they stand for, and the figures that have to add up before one is closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.text import Text, text


class SessionKind(StrEnum):
    """What a table works at from its opening to its closing; the day of the opening is its day, also past midnight."""

    SHIFT = "shift"
    """In the field: people are recorded, and cards printed on the spot."""
    COUNTER = "counter"
    """At the standby set of a district, without a plan of the day."""
    NIGHT_PRINT = "night_print"
    """Nobody is received: cards of those recorded are printed at the office, and handed over later (F-B7)."""


@dataclass(frozen=True, slots=True)
class PeopleCount:
    """Who came, and how it ended for them."""

    arrived: int
    recorded: int
    incomplete_papers: int
    already_recorded: int
    left: int
    failed: int
    forwarded: int
    other: int
    still_open: int

    @property
    def explained(self) -> int:
        """People whose request has an outcome."""
        settled = self.recorded + self.incomplete_papers + self.already_recorded + self.left
        return settled + self.failed + self.forwarded + self.other

    @property
    def difference(self) -> int:
        """People who came and are neither explained nor still open; below 0 more were counted than came."""
        return self.arrived - self.explained - self.still_open


@dataclass(frozen=True, slots=True)
class BlankCount:
    """Blanks of a shift: taken along, used, and what was counted at the end (None while not counted).

    `returned` are pieces handed back during the shift, so that they are not among the counted. `settled` are missing
    ones, below 0 too many, that the stock keeper counted and signed meanwhile: they are explained already.
    """

    taken: int
    printed: int
    spoiled: int
    returned: int
    counted: int | None
    settled: int = 0

    @property
    def accounted(self) -> int | None:
        """Blanks that are known to be somewhere; None while not counted."""
        moved = self.printed + self.spoiled + self.returned + self.settled
        return None if self.counted is None else moved + self.counted

    @property
    def difference(self) -> int | None:
        """Blanks that nobody can account for; below 0 there are more than were taken. None while not counted."""
        return None if self.accounted is None else self.taken - self.accounted


@dataclass(frozen=True, slots=True)
class CardCount:
    """Cards of a shift: printed, handed over, and held for their owners."""

    printed: int
    handed_over: int
    held: int

    @property
    def difference(self) -> int:
        """Printed cards that are neither handed over nor held."""
        return self.printed - self.handed_over - self.held


# A laptop with a flat clock battery wakes up in 2000, which is before any recording for this card.
_FIRST_LIKELY_YEAR = 2011


def is_out_of_hours(at_site: datetime, day: date, planned_start: time, planned_end: time) -> bool:
    """Whether it is outside the planned hours of the shift's day; counted all the same (OP-8). May run past midnight.

    A shift that nobody closed is still of its day: the next morning is outside its hours.
    """
    last_day = day if planned_start <= planned_end else day + timedelta(days=1)
    zone = at_site.tzinfo
    return not datetime.combine(day, planned_start, zone) <= at_site <= datetime.combine(last_day, planned_end, zone)


def check_day(confirmed_day: date | None, laptop_day: date, planned_day: date | None) -> tuple[Problem, ...]:
    """What is odd about the day that the lead confirms: none stops, a clock or a plan that differs only warns."""
    if confirmed_day is None:
        return (_day_missing(),)
    found = (_clock_problem(confirmed_day, laptop_day), _plan_problem(confirmed_day, planned_day))
    return tuple(problem for problem in found if problem)


def check_blanks(counted: int, on_record: int) -> tuple[Problem, ...]:
    """What is odd about the blanks that a table begins with: fewer than lie there on record. It only warns."""
    missing = on_record - counted
    if missing <= 0:
        return ()
    words = text(
        "Di meja ini tercatat {on_record}, jadi {n} belum ada ceritanya. Hitung lagi, atau catat Kembalikan sesudah "
        "dibuka.",
        on_record=on_record,
        n=missing,
    )
    return (Problem("blanks", "fewer_than_on_record", words, Severity.WARN),)


def check_closing(
    people: PeopleCount, blanks: BlankCount, cards: CardCount, *, reason: str, note: str
) -> tuple[Problem, ...]:
    """What keeps a shift from being closed: nobody open, blanks counted, no difference without reason and note (TL-4).

    Whoever is still in the queue is to be settled, and blanks are to be counted: no reason replaces that. A difference
    of people, blanks or cards can be signed, once it has a reason and a note.
    """
    missing = (_still_open_problem(people), _not_counted_problem(blanks))
    differences = _difference_problems(people, blanks, cards)
    unexplained = () if reason.strip() else differences
    untold = () if note.strip() or not differences else (_note_missing(),)
    return (*(problem for problem in missing if problem), *unexplained, *untold)


def sum_line(parts: Sequence[int], total: int) -> str:
    """The sum as it is shown: "31 + 2 + 12 = 45"; what is too much is taken off, "31 + 15 − 1 = 45"."""
    first, *others = parts
    signed = "".join(f" {'−' if part < 0 else '+'} {abs(part)}" for part in others)
    return f"{first}{signed} = {total}"


def _day_missing() -> Problem:
    return Problem(
        "day",
        "day_missing",
        text("Hari kerja belum dipastikan. Umur dan jam layanan dihitung dari hari ini. Pilih tanggalnya."),
    )


def _clock_problem(confirmed_day: date, laptop_day: date) -> Problem | None:
    if laptop_day.year < _FIRST_LIKELY_YEAR:
        return Problem("day", "clock_reset", _clock_reset(laptop_day), Severity.WARN)
    if confirmed_day != laptop_day:
        return Problem("day", "clock_off", _clock_off(confirmed_day, laptop_day), Severity.WARN)
    return None


def _clock_reset(laptop_day: date) -> Text:
    return text(
        "Jam laptop kembali ke tahun {year}. Urutan catatan tetap benar, jam di resi bisa salah. "
        "Betulkan jam laptop saat sempat.",
        year=laptop_day.year,
    )


def _clock_off(confirmed_day: date, laptop_day: date) -> Text:
    if laptop_day > confirmed_day:
        return text(
            "Jam laptop maju {days} hari dari hari yang dipilih. Urutan catatan tetap benar, jam di resi bisa salah. "
            "Cocokkan tanggalnya, atau betulkan jam laptop saat sempat.",
            days=(laptop_day - confirmed_day).days,
        )
    return text(
        "Jam laptop mundur {days} hari dari hari yang dipilih. Urutan catatan tetap benar, jam di resi bisa salah. "
        "Cocokkan tanggalnya, atau betulkan jam laptop saat sempat.",
        days=(confirmed_day - laptop_day).days,
    )


def _plan_problem(confirmed_day: date, planned_day: date | None) -> Problem | None:
    if planned_day is None or planned_day == confirmed_day:
        return None
    return Problem(
        "day",
        "day_not_planned",
        text("Shift ini direncanakan untuk hari lain. Hari yang dipilih yang berlaku. Cocokkan dulu dengan jadwal."),
        Severity.WARN,
    )


def _still_open_problem(people: PeopleCount) -> Problem | None:
    if not people.still_open:
        return None
    return Problem(
        "people",
        "still_open",
        text(
            "{n} orang masih antre atau sedang dilayani. Shift belum bisa ditutup. "
            "Catat hasilnya, atau pilih Pulang dulu.",
            n=people.still_open,
        ),
    )


def _not_counted_problem(blanks: BlankCount) -> Problem | None:
    if blanks.counted is None:
        return Problem(
            "counted",
            "not_counted",
            text(
                "Sisa blangko belum dihitung. Shift belum bisa ditutup. Hitung keping di kotak, lalu tulis jumlahnya."
            ),
        )
    return _negative_count_problem(blanks.counted)


def _negative_count_problem(counted: int) -> Problem | None:
    if counted >= 0:
        return None
    return Problem(
        "counted",
        "counted_negative",
        text("Jumlah keping tidak bisa di bawah 0. Hitung keping di kotak, lalu tulis jumlahnya."),
    )


def _note_missing() -> Problem:
    return Problem(
        "note",
        "note_missing",
        text(
            "Selisih belum ada ceritanya. Angka asli tetap tersimpan. "
            "Tulis singkat apa yang terjadi dan siapa yang tahu."
        ),
    )


def _difference_problems(people: PeopleCount, blanks: BlankCount, cards: CardCount) -> tuple[Problem, ...]:
    found = []
    if people.difference:
        found.append(Problem("reason", "people_difference", _people_sentence(people.difference)))
    if blanks.difference:
        found.append(Problem("reason", "blank_difference", _blank_sentence(blanks.difference)))
    if cards.difference:
        found.append(Problem("reason", "card_difference", _card_sentence(cards.difference)))
    if cards.printed != blanks.printed:
        found.append(Problem("reason", "print_difference", _print_sentence(cards.printed, blanks.printed)))
    return tuple(found)


def _people_sentence(difference: int) -> Text:
    if difference > 0:
        return text(
            "{n} orang belum ada penjelasannya. Shift belum bisa ditutup. "
            "Cocokkan antrean dengan hasilnya; kalau tetap kurang, pilih alasan dan tulis singkat.",
            n=difference,
        )
    return text(
        "{n} orang terhitung lebih dari yang datang. Shift belum bisa ditutup. "
        "Cocokkan antrean dengan hasilnya; kalau tetap lebih, pilih alasan dan tulis singkat.",
        n=-difference,
    )


def _blank_sentence(difference: int) -> Text:
    if difference > 0:
        return text(
            "{n} keping blangko belum ada penjelasannya. Shift belum bisa ditutup. "
            "Hitung ulang, lihat kotak kartu rusak; kalau tetap kurang, pilih alasan dan tulis singkat.",
            n=difference,
        )
    return text(
        "{n} keping blangko lebih dari yang dibawa. Shift belum bisa ditutup. "
        "Hitung ulang, lihat catatan cetak; kalau tetap lebih, pilih alasan dan tulis singkat.",
        n=-difference,
    )


def _print_sentence(cards: int, blanks: int) -> Text:
    return text(
        "{cards} kartu tercatat dicetak, tapi {blanks} keping blangko tercatat dipakai mencetak. Shift belum bisa "
        "ditutup. Cocokkan catatan cetak; kalau tetap beda, pilih alasan dan tulis singkat.",
        cards=cards,
        blanks=blanks,
    )


def _card_sentence(difference: int) -> Text:
    if difference > 0:
        return text(
            "{n} kartu belum ada penjelasannya. Shift belum bisa ditutup. "
            "Cocokkan kartu yang ada dengan daftar serah terima; kalau tetap kurang, pilih alasan dan tulis singkat.",
            n=difference,
        )
    return text(
        "{n} kartu lebih dari yang dicetak. Shift belum bisa ditutup. "
        "Cocokkan kartu yang ada dengan daftar serah terima; kalau tetap lebih, pilih alasan dan tulis singkat.",
        n=-difference,
    )
