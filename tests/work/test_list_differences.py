"""Where a list and the laptop say different things about one person."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.people.sex import Sex
from fieldkit.work.lists.differences import WEIGHTY, Difference, changes, differences, told_by
from fieldkit.work.lists.rows import ListRow

SOUND: dict[str, Any] = {
    "line": 7, "nik": "3574031211879901", "nik_tail": None, "kk": "3574031203189901", "name": "BUDI SANTOSO",
    "birth_place": "PROBOLINGGO", "birth_date": "1987-11-12", "sex": Sex.MALE, "marital": None,
    "address": "JL. ANGGREK 1", "rt": "003", "rw": "005", "village_code": "35.74.03.1001", "phone": None,
}  # fmt: skip
ROW = ListRow(**SOUND)


def here(**other: str | None) -> dict[str, Any]:
    """The same person as the laptop has it."""
    return {**told_by(ROW), **other}


def test_equal_values_and_what_one_side_does_not_know_are_no_differences() -> None:
    assert list(differences([(ROW, here())])) == []
    assert list(differences([(ROW, here(phone="+6281200000001", marital="single", kk=None, birth_place=""))])) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("address", "Jl.  Anggrek 1 "),
        ("rt", "3"),
        ("rw", "05"),
        ("birth_place", "Probolinggo"),
        ("name", "BUDI\u200d SANTOSO\ufeff"),
    ],
)
def test_spelling_alone_is_no_difference(field: str, value: str) -> None:
    assert list(differences([(ROW, here(**{field: value}))])) == []
    assert changes(ROW, here(**{field: value}), frozenset((field,))) == {}


def test_a_difference_names_row_field_and_both_values() -> None:
    found = list(differences([(ROW, here(name="BUDI SANTOSA", rt="004"))]))
    assert found == [Difference(7, "name", "BUDI SANTOSA", "BUDI SANTOSO"), Difference(7, "rt", "004", "003")]


def test_the_weighty_fields_are_those_that_may_become_a_case() -> None:
    assert frozenset(told_by(ROW)) & WEIGHTY == {"nik", "kk", "name", "birth_date", "sex", "village"}


FIELDS = sorted(told_by(ROW))


@given(
    st.dictionaries(st.sampled_from(FIELDS), st.sampled_from([None, "", "LAIN", "lain"])),
    st.frozensets(st.sampled_from(FIELDS)),
)
def test_a_list_changes_what_is_empty_and_what_is_taken_over_and_erases_nothing(
    other: dict[str, str | None], taken_over: frozenset[str]
) -> None:
    known = here(**other)
    changed, told = changes(ROW, known, taken_over), told_by(ROW)
    assert all(changed[field] == told[field] and told[field] for field in changed)
    empty = {field for field in FIELDS if told[field] and not known[field]}
    differing = {found.field for found in differences([(ROW, known)])}
    assert set(changed) == empty | (differing & taken_over)
