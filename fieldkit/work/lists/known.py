"""Who of a list is on this laptop already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fieldkit.domain.people.names import words
from fieldkit.work.lists.doubles import Face, face_of, has_same_name, person_key
from fieldkit.work.lists.rows import ListRow

_TAIL_DIGITS = 4


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
        self._sharing_a_nik: dict[str, list[KnownResident]] = {}
        self._by_person: dict[object, KnownResident] = {}
        self._faces: set[Face | None] = set()
        for resident in residents:
            self._add(resident)

    def match(self, row: ListRow) -> str | None:
        """The id of the resident that a row is about; None for somebody new."""
        found = self._by_its_nik(row.nik, row.name) if row.nik in self._by_nik else self._without_nik(row)
        return found.id if found else None

    def has_nik(self, nik: str | None) -> bool:
        """Whether somebody here has this NIK."""
        return nik in self._by_nik

    def has_face(self, row: ListRow) -> bool:
        """Whether somebody with another NIK has this name, birth date and village (F-N3)."""
        return row.birth_date is not None and face_of(row.name, row.birth_date, row.village_code) in self._faces

    def _add(self, resident: KnownResident) -> None:
        if resident.nik:
            self._faces.add(face_of(resident.name, resident.birth_date, resident.village))
            if self._by_nik.setdefault(resident.nik, resident) is not resident:
                self._sharing_a_nik.setdefault(resident.nik, []).append(resident)
        elif resident.birth_date or resident.nik_tail:
            key = (words(resident.name), resident.birth_date, resident.nik_tail, resident.village)
            self._by_person.setdefault(key, resident)

    def _by_its_nik(self, nik: str | None, name: str) -> KnownResident | None:
        if nik is None:
            return None
        sharing = (self._by_nik[nik], *self._sharing_a_nik.get(nik, ()))
        return next((resident for resident in sharing if has_same_name(resident.name, name)), None)

    def _without_nik(self, row: ListRow) -> KnownResident | None:
        if not self._by_person:
            return None
        return next((self._by_person[key] for key in _keys(row) if key in self._by_person), None)


def _keys(row: ListRow) -> Iterator[object]:
    """As whom a row may be known who has no NIK here: an earlier list was perhaps a reduced one."""
    if row.nik is None:
        yield person_key(row)
        return
    name, tail = words(row.name), row.nik[-_TAIL_DIGITS:]
    yield name, row.birth_date, tail, row.village_code
    yield name, None, tail, row.village_code
    if row.birth_date:
        yield name, row.birth_date, None, row.village_code
