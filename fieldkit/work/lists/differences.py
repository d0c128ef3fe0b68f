"""What a list says otherwise than this laptop about people who are on both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from fieldkit.domain.people.written import as_seen
from fieldkit.records.declaration import Merge
from fieldkit.records.tables import RESIDENT
from fieldkit.work.lists.rows import ListRow

WEIGHTY: Final = frozenset(column.name for column in RESIDENT.columns if column.merge is Merge.WEIGHTY)
"""Columns in which a change may become a case at the centre."""
_NUMBERED: Final = frozenset(("rt", "rw"))


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs; `line` is the number that Excel shows beside the row."""

    line: int
    field: str
    here: str
    told: str


def told_by(row: ListRow) -> dict[str, Any]:
    """What a row says, by the columns of a resident."""
    return {
        "nik": row.nik,
        "kk": row.kk,
        "name": row.name,
        "birth_date": row.birth_date,
        "sex": row.sex and str(row.sex),
        "village": row.village_code,
        "birth_place": row.birth_place,
        "marital": row.marital and str(row.marital),
        "address": row.address,
        "rt": row.rt,
        "rw": row.rw,
        "phone": row.phone,
    }


def differences(matches: Iterable[tuple[ListRow, Mapping[str, Any]]]) -> Iterator[Difference]:
    """Where both say something, and not the same; `matches` are rows, each with the resident's columns as they are."""
    for row, here in matches:
        for field, told in told_by(row).items():
            if told and here[field] and not _is_same(field, here[field], told):
                yield Difference(row.line, field, str(here[field]), str(told))


def changes(row: ListRow, here: Mapping[str, Any], taken_over: frozenset[str]) -> dict[str, Any]:
    """What a row changes about a resident: what was empty is filled, what differs only if its field is taken over."""
    told = {field: value for field, value in told_by(row).items() if value}
    return {
        field: value
        for field, value in told.items()
        if not here[field] or (field in taken_over and not _is_same(field, here[field], value))
    }


def _is_same(field: str, here: str, told: str) -> bool:
    """Spaces, capital letters, zeros in front and what nobody sees make no difference."""
    return here == told or _folded(field, here) == _folded(field, told)


def _folded(field: str, value: str) -> str:
    folded = " ".join(as_seen(value).split()).casefold()
    return folded.lstrip("0") if field in _NUMBERED else folded
