"""Who comes on the practice day: people of the practice list, found by rule so that the names stay real to the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from fieldkit.domain.people.person import Marital, age_on
from fieldkit.work.practice import JATI, InventedPerson

_KNOWN_VISITORS: Final = 10
_OLD: Final = 75


@dataclass(frozen=True, slots=True)
class Cast:
    """Grown people in the order in which they come, one who is not 17 yet, and one who can not leave the house."""

    grown: tuple[InventedPerson, ...]
    young: InventedPerson
    at_home: InventedPerson


def cast_of(people: Sequence[InventedPerson], on: date) -> Cast:
    """The cast of a day."""
    clear = clear_people(people)
    grown = [person for person in clear if 17 < age_on(person.birth_date, on) < _OLD]
    young = [person for person in clear if age_on(person.birth_date, on) == 16 and person.marital is Marital.SINGLE]
    old = [person for person in clear if age_on(person.birth_date, on) >= _OLD]
    return Cast(tuple(_spread(grown, _KNOWN_VISITORS)), young[0], old[0])


def clear_people(people: Sequence[InventedPerson]) -> list[InventedPerson]:
    """Each is the only one of that name on the list of Kelurahan Jati, and has a NIK that says the same."""
    here = [person for person in people if person.village_code == JATI]
    names = Counter(person.name for person in here)
    return [person for person in here if names[person.name] == 1 and person.nik and not _is_odd(person)]


def _is_odd(person: InventedPerson) -> bool:
    """Whether the NIK was spoiled on purpose: the other sex, or zeros at the end."""
    nik = person.nik or ""
    day = int(nik[6:8]) % 40
    return nik.endswith("0000") or day != person.birth_date.day or (int(nik[6:8]) > 40) != (person.sex == "female")


def _spread(people: Sequence[InventedPerson], number: int) -> Iterator[InventedPerson]:
    """So many of them, from all over the list."""
    step = len(people) // number
    return iter(people[step // 2 :: step][:number])
