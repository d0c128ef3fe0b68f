"""Numbers of identity (NIK) and family card (KK): what can be read from them, and what looks wrong (F-N1 to F-N7).

A finding warns and never blocks: a valid NIK may disagree with true birth date, sex or present district (F-N2).
Only what is not 16 digits is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import sqrt
from typing import Final

from fieldkit.domain.areas import regency_of
from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.text import Text, text

_LENGTH: Final = 16
_FEMALE_DAY: Final = 40
_RECORDING_AGE: Final = 16
_FRONT_SHOWN: Final = 6
_TAIL_SHOWN: Final = 4
_FEWEST_ROUNDED: Final = 5
_UNUSUAL_DEVIATIONS: Final = 4

_SEPARATORS: Final = re.compile(r"[\s.\-–—'’\u00a0\u200b\ufeff]+")
_SCIENTIFIC: Final = re.compile(r"[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+")


class NikOutcome(StrEnum):
    """What the check of a NIK came to; with `warn` it may still be used."""

    OK = "ok"
    WARN = "warn"
    REJECT = "reject"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, repr=False)
class NikCheck:
    """A NIK of 16 bare digits or None, what can be read from it, and what was found."""

    outcome: NikOutcome
    nik: str | None
    birth_date: date | None
    birth_date_guessed: bool
    sex: Sex | None
    district_code: str | None
    findings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, repr=False)
class KkCheck:
    """A family card number of 16 bare digits or None, and what was found."""

    kk: str | None
    findings: tuple[Problem, ...]


def check_nik(
    raw: str,
    *,
    on: date,
    birth_date: date | None = None,
    sex: Sex | None = None,
    home_regency: str | None = None,
    is_known_district: Callable[[str], bool] | None = None,
) -> NikCheck:
    """Read and check a NIK as typed; what the list says, the table's regency and the known districts where given."""
    nik = bare_number(raw)
    if not _is_number(nik):
        return _unusable(raw.strip(), nik)
    district = f"{nik[:2]}.{nik[2:4]}.{nik[4:6]}"
    nik_birth, nik_sex, findings = _birth_and_sex(nik, on, birth_date)
    if nik_birth is not None and birth_date is not None and nik_birth != birth_date:
        findings.append(_birth_date_mismatch(nik_birth, birth_date))
    if sex is not None and nik_sex is not None and nik_sex is not sex:
        findings.append(_sex_mismatch(nik_sex, sex))
    if nik.endswith("0000"):
        findings.append(_serial_zero("nik"))
    outcome = NikOutcome.WARN if findings else NikOutcome.OK
    if is_known_district is not None and not is_known_district(district):
        findings.append(_region_unknown())
    elif home_regency is not None and regency_of(district) != home_regency:
        findings.append(_issued_elsewhere())
    guessed = birth_date is None and nik_birth is not None
    return NikCheck(outcome, nik, nik_birth, guessed, nik_sex, district, tuple(findings))


def check_kk(raw: str) -> KkCheck:
    """Read and check a family card number as typed (F-N7); nothing typed is no finding."""
    kk = bare_number(raw)
    if not kk:
        return KkCheck(None, ())
    if not _is_number(kk):
        return KkCheck(None, (_not_a_number(raw.strip(), kk, "kk", "KK"),))
    return KkCheck(kk, (_serial_zero("kk"),) if kk.endswith("0000") else ())


def shared_nik_problem(name: str) -> Problem:
    """A number under which this laptop knows somebody else: the same person twice, or a wrong digit (F-N3, F-R4)."""
    message = text(
        "NIK ini sudah tercatat atas nama {name}. Kalau itu orangnya, tekan Esc dan cari NIK ini di kiri, supaya tidak "
        "terekam dua kali. Kalau bukan, cocokkan angkanya dengan KK, lalu lanjutkan.",
        name=name,
    )
    return Problem("nik", "nik_shared", message, Severity.WARN)


def shared_nik_at_set_problem(name: str) -> Problem:
    """The same of somebody who stands at the set already: short, and about what can still be stopped."""
    message = text(
        "NIK ini tercatat atas nama {name}. Kalau itu orangnya, tekan Esc dan cari NIK ini di kiri: mungkin sudah "
        "direkam. Kalau bukan, cocokkan angkanya dengan KK.",
        name=name,
    )
    return Problem("nik", "nik_shared", message, Severity.WARN)


def shared_late_nik_problem(name: str) -> Problem:
    """The same of somebody who was recorded already, and whose number is found only now."""
    message = text(
        "NIK ini sudah tercatat atas nama {name}. Cocokkan angkanya dengan KK, betulkan kalau salah ketik. Kalau "
        "angkanya benar, lanjutkan: orang yang sama disatukan saat sinkron, selebihnya diputuskan kantor.",
        name=name,
    )
    return Problem("nik", "nik_shared", message, Severity.WARN)


def bare_number(raw: str) -> str:
    """A number without the blanks, dots, hyphens and apostrophes that people and spreadsheets put in."""
    return raw if raw.isalnum() else _SEPARATORS.sub("", raw)


def mask_number(number: str) -> str:
    """NIK or KK as it may be shown: "357403******9901"; a shorter one shows less."""
    if len(number) < _LENGTH:
        return "*" * len(number)
    return f"{number[:_FRONT_SHOWN]}{'*' * (len(number) - _FRONT_SHOWN - _TAIL_SHOWN)}{number[-_TAIL_SHOWN:]}"


def tail(nik: str) -> str:
    """The last four digits, by which people of one name are told apart."""
    return nik[-_TAIL_SHOWN:]


def looks_rounded(niks: Iterable[str]) -> bool:
    """Whether more of the numbers end in 0 than chance explains: the trace of a spreadsheet (F-N6)."""
    ends = [nik[-1:] for nik in niks]
    rounded = ends.count("0")
    expected = len(ends) / 10 + _UNUSUAL_DEVIATIONS * sqrt(len(ends) * 0.09)
    return rounded >= _FEWEST_ROUNDED and rounded > expected


def _is_number(digits: str) -> bool:
    return len(digits) == _LENGTH and digits.isascii() and digits.isdigit()


def _birth_and_sex(nik: str, on: date, stated: date | None) -> tuple[date | None, Sex | None, list[Problem]]:
    day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    sex = Sex.MALE
    if day > _FEMALE_DAY:
        day, sex = day - _FEMALE_DAY, Sex.FEMALE
    day_exists, month_exists = 1 <= day <= 31, 1 <= month <= 12
    if day_exists and month_exists:
        birth = _birth(day, month, year, on, stated)
        return birth, sex, [] if birth else [_date_impossible(nik)]
    findings = [] if day_exists else [_day_out_of_range(nik)]
    if not month_exists:
        findings.append(_month_out_of_range(nik))
    return None, sex if day_exists else None, findings


def _birth(day: int, month: int, short_year: int, on: date, stated: date | None) -> date | None:
    if stated is not None and stated.day == day and stated.month == month and stated.year % 100 == short_year:
        return stated
    year = _likely_year(day, month, short_year, on, stated)
    try:
        return date(year, month, day)
    except ValueError:
        return _leap_day_of_other_century(day, month, short_year, year)


def _likely_year(day: int, month: int, short_year: int, on: date, stated: date | None) -> int:
    """The year nearest to the stated one, else the latest that makes the person at least 16 (F-N5)."""
    if stated is not None:
        year = stated.year - stated.year % 100 + short_year
        return year + 100 * (year < stated.year - 50) - 100 * (year > stated.year + 50)
    year = on.year - on.year % 100 + short_year
    while on.year - year - ((on.month, on.day) < (month, day)) < _RECORDING_AGE:
        year -= 100
    return year


def _leap_day_of_other_century(day: int, month: int, short_year: int, year: int) -> date | None:
    """29-02-00 is only possible in 2000, whichever century seemed likelier."""
    if (day, month, short_year) != (29, 2, 0) or year == 2000:
        return None
    return date(2000, 2, 29)


def _unusable(typed: str, nik: str) -> NikCheck:
    if not nik:
        return NikCheck(NikOutcome.EMPTY, None, None, False, None, None, (_no_nik(),))
    finding = _not_a_number(typed, nik, "nik", "NIK")
    return NikCheck(NikOutcome.REJECT, None, None, False, None, None, (finding,))


def _not_a_number(typed: str, digits: str, field: str, number: str) -> Problem:
    if _SCIENTIFIC.fullmatch(typed):
        return Problem(field, "scientific", _scientific(number))
    if not (digits.isascii() and digits.isdigit()):
        return Problem(field, "letters", _letters(number))
    return Problem(field, "not_16_digits", _not_16_digits(number, len(digits)))


def _scientific(number: str) -> Text:
    return text(
        "{number} dibulatkan oleh Excel, angka belakangnya hilang. Ketik 16 angkanya dari KK, atau minta daftar "
        "dengan kolom {number} sebagai teks.",
        number=number,
    )


def _letters(number: str) -> Text:
    return text(
        "Ada yang bukan angka di {number}. Sering huruf O tertukar dengan angka 0, atau huruf l dengan angka 1. "
        "Cocokkan dengan KK.",
        number=number,
    )


def _not_16_digits(number: str, n: int) -> Text:
    if n > _LENGTH:
        return text(
            "{number} sudah {n} angka, harus 16. Hapus yang kelebihan, atau kosongkan kalau tidak punya.",
            number=number,
            n=n,
        )
    return text(
        "{number} baru {n} angka, harus 16. Lanjutkan mengetik, atau kosongkan kalau tidak punya.", number=number, n=n
    )


def _no_nik() -> Problem:
    message = text("Tanpa NIK. Orangnya tetap dicatat, lalu dirujuk untuk biodata (F-1.01).")
    return Problem("nik", "no_nik", message, Severity.INFO)


def _date_impossible(nik: str) -> Problem:
    message = text(
        "Tanggal {day}-{month}-{year} di NIK tidak ada di kalender. Cocokkan dengan KK. Kalau KK sama, lanjutkan saja.",
        day=_day(nik),
        month=nik[8:10],
        year=nik[10:12],
    )
    return Problem("nik", "date_impossible", message, Severity.WARN)


def _day(nik: str) -> str:
    day = int(nik[6:8])
    return f"{day - _FEMALE_DAY if day > _FEMALE_DAY else day:02}"


def _day_out_of_range(nik: str) -> Problem:
    message = text(
        "Angka ke-7 dan ke-8 NIK tertulis {day}, harusnya tanggal 01–31, atau 41–71 untuk perempuan. "
        "Cocokkan dengan KK. Kalau KK sama, lanjutkan saja.",
        day=nik[6:8],
    )
    return Problem("nik", "day_out_of_range", message, Severity.WARN)


def _month_out_of_range(nik: str) -> Problem:
    message = text(
        "Angka ke-9 dan ke-10 NIK tertulis {month}, harusnya bulan 01–12. Cocokkan dengan KK. "
        "Kalau KK sama, lanjutkan saja.",
        month=nik[8:10],
    )
    return Problem("nik", "month_out_of_range", message, Severity.WARN)


def _serial_zero(field: str) -> Problem:
    message = text(
        "Empat angka terakhir 0000, biasanya karena dibulatkan oleh Excel. Cocokkan dengan KK dan betulkan; "
        "kalau KK sama, lanjutkan saja."
    )
    return Problem(field, "serial_zero", message, Severity.WARN)


def _region_unknown() -> Problem:
    message = text(
        "Kode wilayah di awal NIK tidak ada di daftar sekarang, mungkin kode lama. NIK tetap berlaku, lanjutkan saja."
    )
    return Problem("nik", "region_unknown_or_retired", message, Severity.INFO)


def _issued_elsewhere() -> Problem:
    message = text("NIK ini pertama terbit di daerah lain. NIK tetap berlaku; tanyakan alamatnya sekarang.")
    return Problem("nik", "issued_elsewhere", message, Severity.INFO)


def _sex_mismatch(nik_sex: Sex, list_sex: Sex) -> Problem:
    message = text(
        "Di NIK tertulis {nik_sex}, di daftar {list_sex}. Cocokkan dengan KK. Kalau KK sama, lanjutkan saja: "
        "NIK tidak pernah diubah di meja ini.",
        nik_sex=_sex_text(nik_sex),
        list_sex=_sex_text(list_sex),
    )
    return Problem("nik", "sex_mismatch", message, Severity.WARN)


def _sex_text(sex: Sex) -> Text:
    return text("laki-laki") if sex is Sex.MALE else text("perempuan")


def _birth_date_mismatch(nik_birth: date, list_birth: date) -> Problem:
    message = text(
        "Di NIK tertulis lahir {nik_birth}, di daftar {list_birth}. Cocokkan dengan KK. Kalau KK sama, lanjutkan saja: "
        "NIK tidak pernah diubah di meja ini.",
        nik_birth=date_numeric(nik_birth),
        list_birth=date_numeric(list_birth),
    )
    return Problem("nik", "birth_date_mismatch", message, Severity.WARN)
