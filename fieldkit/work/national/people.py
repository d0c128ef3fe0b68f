"""Whom a row of a status file is about: by NIK, with a name and a birth date that agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.people.names import words
from fieldkit.domain.text import text
from fieldkit.work.lists.doubles import has_same_name
from fieldkit.work.national.status_rows import StatusRow

_TAIL: Final = 4


class Known(NamedTuple):
    """A person of this laptop, by the row that shows, with what the centre said last."""

    id: str
    nik: str
    name: str
    birth_date: str
    nik_tail: str
    village: str
    on_list: int
    status: str
    raw: str
    as_of: str


class Match(NamedTuple):
    """Somebody, or nobody, and what is to be said about it."""

    person: Known | None
    problem: Problem | None = None


class People:
    """Everybody on this laptop, to be found by the rows of a file."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_nik: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_tail: defaultdict[tuple[object, ...], list[Known]] = defaultdict(list)
        self.on_list: set[str] = set()
        for each in known:
            if each.on_list:
                self.on_list.add(each.id)
            if each.nik:
                self._add(self._by_nik[each.nik], each)
            elif each.nik_tail and each.birth_date:
                self._add(self._by_tail[words(each.name), each.birth_date, each.nik_tail], each)

    def find(self, row: StatusRow) -> Match:
        """Whom a row is about; nobody where several could be meant (a NIK on two people is a finding)."""
        same_nik = self._by_nik.get(row.nik)
        if same_nik is not None:
            return self._among(same_nik, row)
        if not (row.name and row.birth_date and self._by_tail):
            return _NOBODY
        same = self._by_tail.get((words(row.name), row.birth_date, row.nik[-_TAIL:]), [])
        return Match(same[0]) if len(same) == 1 else Match(None, _SHARED if same else None)

    @staticmethod
    def _among(same_nik: list[Known], row: StatusRow) -> Match:
        named = [each for each in same_nik if not row.name or has_same_name(each.name, row.name)]
        if not named:
            return Match(None, _OTHER_NAME)
        if len(named) > 1:
            return Match(None, _SHARED)
        person = named[0]
        agrees = not (row.birth_date and person.birth_date) or row.birth_date == person.birth_date
        return Match(person, None if agrees else _OTHER_BIRTH)

    @staticmethod
    def _add(group: list[Known], person: Known) -> None:
        # Rows that are known as one person's come under one id.
        if all(each.id != person.id for each in group):
            group.append(person)


_NOBODY: Final = Match(None)
_SHARED: Final = Problem(
    "nik",
    "nik_shared",
    text("NIK ini di laptop ini dipakai lebih dari satu orang. Statusnya tidak diambil; cocokkan keduanya dengan KK."),
    Severity.STOP,
)
_OTHER_NAME: Final = Problem(
    "name",
    "other_name",
    text("NIK ini di laptop ini milik orang dengan nama lain. Statusnya tidak diambil; cocokkan dengan KK."),
    Severity.STOP,
)
_OTHER_BIRTH: Final = Problem(
    "birth_date",
    "other_birth_date",
    text("Tanggal lahir di berkas lain dari yang di sini. Statusnya diambil; cocokkan dengan KK."),
    Severity.WARN,
)
