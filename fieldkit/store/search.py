"""As-you-type search over residents: sound keys in any word order, NIK and KK by front or tail, this village first.

A contentless FTS5 index holds, per resident, the sound key of each word of the name, NIK and KK as they are, the
reversed NIK (a tail is a prefix of it) and one token for the village.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final

import msgspec

from fieldkit.domain.people.names import sound_keys, sound_prefix, words
from fieldkit.store.database import Database

_TAIL: Final = "zz"
_VILLAGE: Final = "qq"
"""Two letters that no sound key begins with."""
_LIMIT: Final = 30
_TYPING_ERROR_SCORE: Final = 70
_NEIGHBOURHOOD: Final = re.compile(r"\b(rt|rw)[\s.:/]*0*(\d{1,3})\b", re.IGNORECASE)
_HALF_TYPED: Final = re.compile(r"\s(rt|rw)[\s.:/]*$", re.IGNORECASE)
"""The number is yet to come."""
_ALL_OF_VILLAGE: Final = 30_000
"""More than a village has: which of them live there is looked at row by row."""


@dataclass(frozen=True, slots=True, repr=False)
class Spelling:
    """How another row of a person writes the name, and where its NIK ends."""

    name: str
    nik_tail: str


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One person found, by the row that shows; `marks` are (start, length) of the letters of the name that matched.

    `also` is the other row that matched, where that was not the one shown.
    """

    id: str
    name: str
    sex: str
    birth_date: str
    rt: str
    rw: str
    village: str
    nik_tail: str
    state: str
    since: str
    is_here: bool
    on_list: bool
    marks: tuple[tuple[int, int], ...]
    also: Spelling | None = None


SEARCHED: Final = ("name", "nik", "nik_tail", "kk", "village")
"""What of a resident the index holds."""


def index_new(database: Database, residents: Sequence[Sequence[Any]]) -> None:
    """Enter the residents that were inserted last, each by what is SEARCHED.

    Under the write lock their row numbers count up one by one.
    """
    first = database.value("SELECT last_insert_rowid()") - len(residents) + 1
    rows = [(number, _tokens(*each)) for number, each in enumerate(residents, first)]
    database.run_many("INSERT INTO resident_search (rowid, tokens) VALUES (?, ?)", rows)


def index_residents(database: Database, ids: Iterable[str]) -> None:
    """Bring the index up to date for residents that were written."""
    found = [
        row
        for chunk in _chunks(list(ids))
        for row in database.rows(
            f"SELECT seq, name, nik, nik_tail, kk, village FROM resident WHERE id IN ({', '.join('?' * len(chunk))})",
            *chunk,
        )
    ]
    database.run_many(
        "INSERT OR REPLACE INTO resident_search (rowid, tokens) VALUES (?, ?)",
        [(seq, _tokens(name, nik, nik_tail, kk, village)) for seq, name, nik, nik_tail, kk, village in found],
    )


def forget_residents(database: Database, ids: Sequence[str]) -> None:
    """Take residents that leave the laptop out of the index; call before their rows go."""
    for chunk in _chunks(ids):
        database.run(
            "DELETE FROM resident_search WHERE rowid IN (SELECT seq FROM resident WHERE id IN "
            f"({', '.join('?' * len(chunk))}))",
            *chunk,
        )


def search_residents(database: Database, typed: str, village: str, *, limit: int = _LIMIT) -> list[SearchHit]:
    """People who match every word typed, those of this village first; the nearest words where one finds nothing.

    "siti rt 3 rw 5" narrows to a neighbourhood of this village (OP-1), and "rt 3" alone tells who lives there.
    """
    wanted, typed = _neighbourhood(typed)
    terms = _terms(typed)
    if wanted is not None:
        return _neighbours(database, terms, village, wanted, limit, typed)
    if not terms:
        return []
    hits = _both(database, terms, village, limit, typed)
    return hits or _both(database, _nearest(database, terms), village, limit, typed)


def _neighbourhood(typed: str) -> tuple[tuple[int | None, int | None] | None, str]:
    """RT and RW among what was typed, and the rest of it; None where neither is named."""
    named = {kind.lower(): int(number) for kind, number in _NEIGHBOURHOOD.findall(typed)}
    rest = " ".join(_NEIGHBOURHOOD.sub(" ", typed).split()) if named else _HALF_TYPED.sub("", typed)
    return ((named.get("rt"), named.get("rw")) if named else None), rest


def _neighbours(
    database: Database,
    terms: Sequence[str],
    village: str,
    wanted: tuple[int | None, int | None],
    limit: int,
    typed: str,
) -> list[SearchHit]:
    """Who matches in a neighbourhood of this village; lists write its numbers with zeros and without."""
    found = _matches(database, [*terms, _village_token(village)], _ALL_OF_VILLAGE)
    if not found and terms:
        found = _matches(database, [*_nearest(database, terms), _village_token(village)], _ALL_OF_VILLAGE)
    rows = [
        row for row in found if all(want in (None, _number(has)) for want, has in zip(wanted, row[4:6], strict=True))
    ]
    ordered = _as_written_first(rows, typed) if terms else sorted(rows, key=itemgetter(1))
    return _person_by_person(database, ordered[:limit], {row[0] for row in rows}, typed)


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() else None


def _both(database: Database, terms: Sequence[str], village: str, limit: int, typed: str) -> list[SearchHit]:
    if not terms:
        return []
    here = _matches(database, [*terms, _village_token(village)], limit)
    known = {row[0] for row in here}
    elsewhere = _matches(database, terms, limit + len(here)) if len(here) < limit else []
    others = [row for row in elsewhere if row[0] not in known][: limit - len(here)]
    rows = _as_written_first(here, typed) + _as_written_first(others, typed)
    if not any(row[_SHOWN] for row in rows):
        return [_hit(row, row[0] in known, typed) for row in rows]
    return _person_by_person(database, rows, known, typed)


def _person_by_person(
    database: Database, rows: Sequence[tuple[Any, ...]], here: Set[str], typed: str
) -> list[SearchHit]:
    """A person of several rows once, where the best of them stands, and as the row that shows."""
    people: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows:
        people.setdefault(row[_SHOWN] or row[0], []).append(row)
    hidden = [row for row, (best, *_) in people.items() if best[0] != row]
    shown = {row[0]: row for row in database.rows(_SELECT_SHOWN, msgspec.json.encode(hidden).decode())}
    hits = []
    for person, matched in people.items():
        best = matched[0]
        hit = _hit(shown.get(person, best), any(row[0] in here for row in matched), typed)
        also = Spelling(best[1], best[_TAIL_COLUMN] or "") if best[0] != hit.id else None
        on_list = hit.on_list or any(row[_ON_LIST] for row in matched)
        hits.append(replace(hit, on_list=on_list, also=also))
    return hits


def _as_written_first(rows: Sequence[tuple[Any, ...]], typed: str) -> list[tuple[Any, ...]]:
    """Who is written just as typed comes before who only sounds so: Enter must not take the namesake."""
    wanted = " ".join(typed.upper().split())
    return sorted(rows, key=lambda row: (row[1] != wanted, not row[1].startswith(wanted)))


def _matches(database: Database, terms: Sequence[str], limit: int) -> list[tuple[Any, ...]]:
    query = " AND ".join(f'"{term}"' if term.startswith(_VILLAGE) else f'"{term}" *' for term in terms)
    return database.rows(_SELECT, query, limit)


_COLUMNS: Final = (
    "SELECT r.id, r.name, r.sex, r.birth_date, r.rt, r.rw, r.village, coalesce(r.nik_tail, substr(r.nik, -4)), "
    "s.state, s.since, r.list_id IS NOT NULL, s.shown_id FROM "
)
_TAIL_COLUMN: Final = 7
_ON_LIST: Final = 10
_SHOWN: Final = 11
_STATE: Final = "LEFT JOIN resident_state s ON s.resident_id = r.id"
_SELECT: Final = (
    f"{_COLUMNS} (SELECT rowid FROM resident_search WHERE resident_search MATCH ? LIMIT ?) f "
    f"JOIN resident r ON r.seq = f.rowid {_STATE}"
)
_SELECT_SHOWN: Final = f"{_COLUMNS} resident r {_STATE} WHERE r.id IN (SELECT value FROM json_each(?))"


def _hit(row: tuple[Any, ...], is_here: bool, typed: str) -> SearchHit:
    name, on_list = row[1], bool(row[_ON_LIST])
    id_, _, sex, birth_date, rt, rw, village, nik_tail, state, since = (value or "" for value in row[:10])
    state = state or ("unrecorded" if on_list else "not_listed")
    marks = matched_letters(name, typed)
    return SearchHit(id_, name, sex, birth_date, rt, rw, village, nik_tail, state, since, is_here, on_list, marks)


def matched_letters(name: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Which letters of the name to mark: of each word that sounds like a typed one, as many as were typed."""
    prefixes = [(sound_prefix(word), len(word)) for word in words(typed) if not word.isdigit()]
    marks, start = [], 0
    for part in name.split():
        start = name.index(part, start)
        keys = sound_keys(part)
        lengths = [length for prefix, length in prefixes if keys and prefix and keys[0].startswith(prefix)]
        if lengths:
            marks.append((start, min(max(lengths), len(part))))
        start += len(part)
    return tuple(marks)


def _terms(typed: str) -> list[str]:
    numbers = [part for part in (_digits(word) for word in typed.split()) if part]
    sounds = [sound_prefix(word) for word in words(typed) if not any(map(str.isdigit, word))]
    tails = [number if len(number) > 4 else f"{_TAIL}{number[::-1]}" for number in numbers]
    return [term.lower() for term in (*sounds, *tails) if term]


def _nearest(database: Database, terms: Sequence[str]) -> list[str]:
    """Each term that finds nothing by the nearest word of the index's own vocabulary; none where there is none."""
    mended = [term if _finds(database, term) else _nearest_word(database, term) for term in terms]
    return [] if mended == list(terms) or not all(mended) else mended


def _finds(database: Database, term: str) -> bool:
    return bool(database.rows("SELECT 1 FROM resident_search WHERE resident_search MATCH ? LIMIT 1", f'"{term}" *'))


def _nearest_word(database: Database, term: str) -> str:
    if not term.isalpha() or term.startswith(_TAIL):
        return _nearest_number(database, term)
    same_letter = (term[0], chr(ord(term[0]) + 1))
    return _most_alike(database, term, same_letter) or _most_alike(database, term, _ANY_LETTER)


def _most_alike(database: Database, term: str, span: tuple[str, str]) -> str:
    from rapidfuzz import process

    vocabulary = [row[0] for row in database.rows(_VOCABULARY, *span)]
    found = process.extractOne(term, vocabulary, score_cutoff=_TYPING_ERROR_SCORE)
    return str(found[0]) if found else ""


def _nearest_number(database: Database, term: str) -> str:
    """Digits from the front that nothing begins with may still be the end of a NIK."""
    tail = f"{_TAIL}{term[::-1]}" if term.isdigit() else ""
    return tail if tail and _finds(database, tail) else ""


_ANY_LETTER: Final = ("a", _TAIL)
_VOCABULARY: Final = "SELECT term FROM resident_words WHERE term >= ? AND term < ?"


def _tokens(name: str, nik: str | None, nik_tail: str | None, kk: str | None, village: str) -> str:
    tail = nik or nik_tail
    parts = [*sound_keys(name), _village_token(village)]
    if nik:
        parts.append(nik)
    if kk:
        parts.append(kk)
    if tail:
        parts.append(f"{_TAIL}{tail[::-1]}")
    return " ".join(parts).lower()


@lru_cache
def _village_token(village: str) -> str:
    return f"{_VILLAGE}{_digits(village)}"


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))


def _chunks(ids: Sequence[str], size: int = 5_000) -> Iterable[Sequence[str]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
