"""Invented people for demonstration, tests and measurements: as real lists look, and nobody real.

The serial of every NIK and KK is 99xx, and every phone number has 0000 in its middle, so that neither is likely to be
anybody's. The same seed gives the same people.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.people.person import Marital
from fieldkit.domain.people.sex import Sex
from fieldkit.records.regions import RegionTable
from fieldkit.work.practice_names import (
    FEMALE_FIRST,
    FEMALE_LAST,
    FEMALE_OLD,
    FISH,
    MALE_FIRST,
    MALE_LAST,
    MALE_OLD,
)


@dataclass(frozen=True, slots=True, repr=False)
class InventedPerson:
    """One person of a practice list."""

    name: str
    nik: str | None
    kk: str
    birth_place: str
    birth_date: date
    sex: Sex
    marital: Marital
    address: str
    rt: str
    rw: str
    village_code: str
    phone: str | None


_FIRST_SERIAL: Final = 9900
_SERIALS: Final = 100
_FEMALE_DAY: Final = 40
_YEAR_DAYS: Final = 365
_OLD_FROM_DAYS: Final = 60 * _YEAR_DAYS
# Ages in days, and how many of a hundred people have them: most who are not recorded turn 17 (seed 000).
_TURNING_17: Final = (16 * _YEAR_DAYS + 4, 18 * _YEAR_DAYS)
_ADULT: Final = (18 * _YEAR_DAYS, _OLD_FROM_DAYS)
_OLD: Final = (_OLD_FROM_DAYS, 92 * _YEAR_DAYS)
_EVERYBODY: Final = (_TURNING_17[0], _OLD[1])
_AGES: Final = ((_TURNING_17, _ADULT, _OLD), (72, 20, 8))
_WITH_PHONE: Final = 0.78
_SAME_DISTRICT: Final = 0.96
_SAME_FAMILY: Final = 0.3
_MOBILE_FRONTS: Final = ("0812", "0813", "0821", "0852", "0857", "0878", "0895")


def invent_people(count: int, *, seed: int, villages: Sequence[tuple[str, int]], on: date) -> Iterator[InventedPerson]:
    """That many people on a day, divided over villages (code and share) exactly where the shares add up to `count`."""
    inventor = _Inventor(_chance(seed), [code for code, _ in villages], on)
    for code, number in zip((code for code, _ in villages), _divided(count, villages), strict=True):
        for _ in range(number):
            yield inventor.person(code)


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 the same people each time, not a secret


def _divided(count: int, villages: Sequence[tuple[str, int]]) -> list[int]:
    """Whole numbers that add up to `count`: the largest remainders are rounded up."""
    whole = sum(share for _, share in villages)
    numbers = [count * share // whole for _, share in villages]
    by_remainder = sorted(range(len(villages)), key=lambda i: -(count * villages[i][1] % whole))
    for index in by_remainder[: count - sum(numbers)]:
        numbers[index] += 1
    return numbers


class _Inventor:
    """Invents people one by one; remembers the serials that are given."""

    def __init__(self, chance: random.Random, villages: Sequence[str], on: date) -> None:
        self._chance = chance
        self._on = on
        self._districts = sorted({_digits(code[:8]) for code in villages})
        self._serials: dict[str, tuple[int, int]] = {}
        self._family: tuple[str, str, str, str, str] | None = None

    def person(self, village: str) -> InventedPerson:
        sex = self._chance.choice(tuple(Sex))
        born, nik = self._nik(self._first_district(village), sex)
        age_days = (self._on - born).days
        kk, address, rt, rw = self._household(village)
        return InventedPerson(
            name=self._name(sex, age_days),
            nik=nik,
            kk=kk,
            birth_place=self._chance.choices(("PROBOLINGGO", "SURABAYA", "LUMAJANG", "PASURUAN"), (92, 3, 3, 2))[0],
            birth_date=born,
            sex=sex,
            marital=self._marital(age_days),
            address=address,
            rt=rt,
            rw=rw,
            village_code=village,
            phone=self._phone(),
        )

    def _first_district(self, village: str) -> str:
        """Where the NIK was issued: some have moved since."""
        moved = self._chance.random() >= _SAME_DISTRICT
        return self._chance.choice(self._districts) if moved else _digits(village[:8])

    def _nik(self, district: str, sex: Sex) -> tuple[date, str]:
        """A birth date on which a serial is left, and the NIK; where an age is full, any age."""
        ages = self._chance.choices(*_AGES)[0]
        while True:
            born = self._on - timedelta(days=self._chance.randint(*ages))
            day = born.day + _FEMALE_DAY * (sex is Sex.FEMALE)
            nik = self._numbered(f"{district}{day:02}{born.month:02}{born.year % 100:02}")
            if nik is not None:
                return born, nik
            ages = _EVERYBODY

    def _numbered(self, front: str) -> str | None:
        """The next number that begins so, None when all hundred are given; the first one is drawn."""
        start, given = self._serials.get(front) or (self._chance.randrange(_SERIALS), 0)
        self._serials[front] = start, given + 1
        return f"{front}{_FIRST_SERIAL + (start + given) % _SERIALS}" if given < _SERIALS else None

    def _household(self, village: str) -> tuple[str, str, str, str]:
        """KK, address, RT and RW; some live with the person before."""
        if self._family is None or self._family[0] != village or self._chance.random() >= _SAME_FAMILY:
            street = f"Jl. Ikan {self._chance.choice(FISH).title()} No. {self._chance.randint(1, 240)}"
            rt, rw = f"{self._chance.randint(1, 9):03}", f"{self._chance.randint(1, 12):03}"
            self._family = village, self._kk(_digits(village[:8])), street, rt, rw
        return self._family[1:]

    def _kk(self, district: str) -> str:
        while True:
            made = self._on - timedelta(days=self._chance.randint(30, 14 * _YEAR_DAYS))
            kk = self._numbered(f"KK{district}{made:%d%m%y}")
            if kk is not None:
                return kk.removeprefix("KK")

    def _name(self, sex: Sex, age_days: int) -> str:
        first, last, old = _NAMES[sex]
        if age_days > _OLD_FROM_DAYS and self._chance.random() < 0.7:
            return self._chance.choice(old)
        parts = [self._chance.choice(first), self._chance.choice(last)]
        if self._chance.random() < 0.25:
            parts.insert(1, self._chance.choice(first))
        return " ".join(dict.fromkeys(parts))

    def _marital(self, age_days: int) -> Marital:
        if age_days < _ADULT[0]:
            return self._chance.choices((Marital.SINGLE, Marital.MARRIED), (98, 2))[0]
        shares = (0, 60, 40) if age_days > _OLD_FROM_DAYS else (35, 58, 7)
        return self._chance.choices((Marital.SINGLE, Marital.MARRIED, Marital.EVER_MARRIED), shares)[0]

    def _phone(self) -> str | None:
        if self._chance.random() >= _WITH_PHONE:
            return None
        return f"{self._chance.choice(_MOBILE_FRONTS)}0000{self._chance.randint(0, 9999):04}"


_NAMES: Final = {
    Sex.MALE: (MALE_FIRST, MALE_LAST, MALE_OLD),
    Sex.FEMALE: (FEMALE_FIRST, FEMALE_LAST, FEMALE_OLD),
}


def _digits(code: str) -> str:
    return code.replace(".", "")


# Kota Probolinggo as seed 000 tells it

PROBOLINGGO: Final = "35.74"
PROBOLINGGO_DAY: Final = date(2019, 2, 23)
JATI: Final = "35.74.03.1004"
MANGUNHARJO: Final = "35.74.03.1002"
PROBOLINGGO_PEOPLE: Final = 12_222
# 12,222 and Jati's 1,024 are told, and that Mangunharjo has more; the rest is invented.
PROBOLINGGO_VILLAGES: Final = (
    ("35.74.01.1001", 446), ("35.74.01.1002", 401), ("35.74.01.1003", 377), ("35.74.01.1007", 171),
    ("35.74.01.1008", 388), ("35.74.01.1009", 364), ("35.74.02.1001", 259), ("35.74.02.1002", 243),
    ("35.74.02.1003", 206), ("35.74.02.1005", 337), ("35.74.02.1006", 429), ("35.74.02.1007", 281),
    ("35.74.03.1001", 774), (MANGUNHARJO, 1_187), (JATI, 1_024), ("35.74.03.1007", 512),
    ("35.74.03.1010", 468), ("35.74.04.1001", 466), ("35.74.04.1002", 421), ("35.74.04.1003", 643),
    ("35.74.04.1004", 318), ("35.74.04.1005", 352), ("35.74.04.1006", 655), ("35.74.05.1001", 266),
    ("35.74.05.1002", 194), ("35.74.05.1003", 213), ("35.74.05.1004", 305), ("35.74.05.1005", 344),
    ("35.74.05.1006", 178),
)  # fmt: skip
WITHOUT_NIK: Final = 24
OTHER_SEX_IN_NIK: Final = 9
SERIAL_ZERO: Final = 5
DOUBLES: Final = 11
UNUSABLE_NIKS: Final = 7


@dataclass(frozen=True)
class PracticeList:
    """A list as an office would send it: `people` can all be taken, `spoiled` can not (doubles, NIKs that are none)."""

    people: tuple[InventedPerson, ...]
    spoiled: tuple[InventedPerson, ...]

    @property
    def rows(self) -> tuple[InventedPerson, ...]:
        """All of it, in the order of the file."""
        return self.people + self.spoiled


def probolinggo_list(*, seed: int = 2019, on: date = PROBOLINGGO_DAY) -> PracticeList:
    """12,222 people in 29 kelurahan, 1,024 in Jati, with known numbers of faults, and the rows to be refused."""
    chance = _chance(seed)
    invented = invent_people(PROBOLINGGO_PEOPLE, seed=seed, villages=PROBOLINGGO_VILLAGES, on=on)
    people = list(invented)
    chosen = chance.sample(range(len(people)), WITHOUT_NIK + OTHER_SEX_IN_NIK + SERIAL_ZERO)
    for number, index in enumerate(chosen):
        people[index] = _with_fault(people[index], number)
    sound = [person for index, person in enumerate(people) if index not in set(chosen)]
    doubles = chance.sample(sound, DOUBLES)
    strangers = list(invent_people(UNUSABLE_NIKS, seed=seed + 1, villages=PROBOLINGGO_VILLAGES, on=on))
    unusable = [_with_unusable_nik(person, number) for number, person in enumerate(strangers)]
    return PracticeList(tuple(people), (*doubles, *unusable))


def _with_fault(person: InventedPerson, number: int) -> InventedPerson:
    nik = person.nik or ""
    if number < WITHOUT_NIK:
        return replace(person, nik=None)
    if number < WITHOUT_NIK + OTHER_SEX_IN_NIK:
        day = (int(nik[6:8]) + _FEMALE_DAY) % (2 * _FEMALE_DAY)
        return replace(person, nik=f"{nik[:6]}{day:02}{nik[8:]}")
    return replace(person, nik=f"{nik[:12]}0000")


def _with_unusable_nik(person: InventedPerson, number: int) -> InventedPerson:
    nik = person.nik or ""
    ways = (f"{nik[:14]}O{nik[15:]}", nik[:15], "3,57403E+15")
    return replace(person, nik=ways[number % len(ways)])


_HEADER: Final = (
    "NO", "NIK", "NO KK", "NAMA LENGKAP", "TEMPAT LAHIR", "TGL LAHIR", "JK", "ALAMAT", "RT", "RW", "KELURAHAN",
    "KECAMATAN", "STATUS KAWIN",
)  # fmt: skip
_SEX_WRITTEN: Final = {Sex.MALE: "L", Sex.FEMALE: "P"}
_MARITAL_WRITTEN: Final = {
    Marital.SINGLE: "BELUM KAWIN",
    Marital.MARRIED: "KAWIN",
    Marital.EVER_MARRIED: "CERAI MATI",
}


def write_list_xlsx(people: Iterable[InventedPerson], path: Path, regions: RegionTable) -> None:
    """The list as an Excel file with Indonesian titles, NIK and KK as text."""
    from openpyxl import Workbook  # only practice writes such a file, and a laptop seldom practises

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Daftar")
    sheet.append(_HEADER)
    places: dict[str, tuple[str, ...]] = {}
    for number, person in enumerate(people, start=1):
        code = person.village_code
        if code not in places:
            places[code] = tuple(name.upper() for name in regions.path_names(code))
        sheet.append(_written(number, person, places[code]))
    workbook.save(path)


def _written(number: int, person: InventedPerson, place: tuple[str, ...]) -> tuple[str | int, ...]:
    _, _, district, village = place
    return (
        number,
        person.nik or "",
        person.kk,
        person.name,
        person.birth_place,
        date_numeric(person.birth_date),
        _SEX_WRITTEN[person.sex],
        person.address,
        person.rt,
        person.rw,
        village,
        district,
        _MARITAL_WRITTEN[person.marital],
    )
