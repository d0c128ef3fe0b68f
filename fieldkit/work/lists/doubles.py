"""The same person twice in one list."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

from rapidfuzz import fuzz

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.people.names import same_sound, words
from fieldkit.domain.text import text
from fieldkit.work.lists.rows import ListRow

_SAME_NAME: Final = 90.0
Face: TypeAlias = str
_Person: TypeAlias = tuple[tuple[str, ...], str | None, str | None, str]


class Doubled(NamedTuple):
    """What was found: a row that is not taken (`certain`), or one that is taken and should be looked at."""

    certain: bool
    problem: Problem


class DoubleFinder:
    """Told of one row after the other; knows them again by NIK, or without one by name, birth date and village."""

    def __init__(self) -> None:
        self._by_nik: dict[str, ListRow] = {}
        self._by_person: dict[_Person, ListRow] = {}
        self._by_face: dict[Face, ListRow] = {}

    def seen_before(self, row: ListRow) -> Doubled | None:
        """None for a person who is new."""
        if row.nik is not None:
            first = self._by_nik.setdefault(row.nik, row)
            return self._under_another_nik(row) if first is row else _same_nik(first, row)
        first = self._by_person.setdefault(person_key(row), row)
        return None if first is row else _same_person(first, row)

    def _under_another_nik(self, row: ListRow) -> Doubled | None:
        face = face_of(row.name, row.birth_date, row.village_code)
        first = self._by_face.setdefault(face, row) if face else row
        return None if first is row else _two_niks(first)


def face_of(name: str, birth_date: str | None, village: str) -> Face | None:
    """As what two rows with different NIKs may be one person (F-N3); None where too little is known to ask."""
    return f"{birth_date} {village} {name}" if birth_date else None


def person_key(row: ListRow) -> _Person:
    """What tells a person without a NIK from another."""
    return words(row.name), row.birth_date, row.nik_tail, row.village_code


def has_same_name(first: str, second: str) -> bool:
    """Whether two names may be one person's: alike in letters, or in sound."""
    return first == second or fuzz.token_sort_ratio(first, second) >= _SAME_NAME or same_sound(first, second)


def _same_nik(first: ListRow, row: ListRow) -> Doubled:
    # Lists do hold two people with one NIK (F-N3): then neither is dropped.
    if has_same_name(first.name, row.name):
        return _certain("nik", first.line)
    message = text("NIK sama dengan baris {line}, namanya lain. Keduanya diambil; cocokkan dengan KK.", line=first.line)
    return Doubled(False, Problem("nik", "nik_shared", message, Severity.WARN))


def _two_niks(first: ListRow) -> Doubled:
    message = text(
        "Nama, tanggal lahir, dan kelurahan sama dengan baris {line}, NIK-nya lain. Keduanya diambil; "
        "mungkin orang yang sama.",
        line=first.line,
    )
    return Doubled(False, Problem("nik", "maybe_two_niks", message, Severity.WARN))


def _same_person(first: ListRow, row: ListRow) -> Doubled:
    if row.birth_date or row.nik_tail:
        return _certain("name", first.line)
    message = text("Nama sama dengan baris {line}. Keduanya diambil; mungkin orang yang sama.", line=first.line)
    return Doubled(False, Problem("name", "maybe_double", message, Severity.WARN))


def _certain(field: str, line: int) -> Doubled:
    message = text("Orang yang sama sudah ada di baris {line}. Yang diambil baris {line} saja.", line=line)
    return Doubled(True, Problem(field, "double_in_file", message))
