"""Who of a list is on this laptop already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fieldkit.domain.names import words
from fieldkit.work.lists.doubles import has_same_name, person_key
from fieldkit.work.lists.rows import ListRow


class KnownResident(NamedTuple):
    """What tells a resident from another."""

    id: str
    nik: str | None
    name: str
    birth_date: str | None
    nik_tail: str | None
    village: str


class KnownPeople:
    """Knows people again by NIK and a name that fits, else by name, village, and birth date or last digits.

    A NIK that belongs to somebody of quite another name is no match: lists do hold two people with one NIK (F-N3).
    """

    def __init__(self, residents: Iterable[KnownResident] = ()) -> None:
        self._by_nik: dict[str, KnownResident] = {}
        self._by_person: dict[object, KnownResident] = {}
        for resident in residents:
            if resident.nik:
                self._by_nik.setdefault(resident.nik, resident)
            elif resident.birth_date or resident.nik_tail:
                key = (words(resident.name), resident.birth_date, resident.nik_tail, resident.village)
                self._by_person.setdefault(key, resident)

    def match(self, row: ListRow) -> str | None:
        """The id of the resident that a row is about; None for somebody new."""
        if row.nik is None:
            found = self._by_person.get(person_key(row)) if self._by_person else None
            return found.id if found else None
        found = self._by_nik.get(row.nik)
        return found.id if found and has_same_name(found.name, row.name) else None
