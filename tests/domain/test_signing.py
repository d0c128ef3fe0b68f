"""The bytes that are signed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.shifts.incident import IncidentKind
from fieldkit.domain.signing import canonical

letters = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | letters,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(letters, inner, max_size=4),
    max_leaves=12,
)
documents = st.dictionaries(letters, values, max_size=6)


def test_keys_are_sorted_without_spaces_and_letters_kept() -> None:
    document = {"lead": "Rina — P2", "counted": 12, "blanks": {"taken": 46, "printed": 31}, "kind": IncidentKind.POWER}
    expected = '{"blanks":{"printed":31,"taken":46},"counted":12,"kind":"power","lead":"Rina — P2"}'
    assert canonical(document) == expected.encode()


@given(documents)
def test_a_document_read_back_has_the_same_bytes(document: dict[str, Any]) -> None:
    written = canonical(document)
    assert json.loads(written) == document
    assert canonical(json.loads(written)) == written


@given(documents)
def test_the_order_of_the_keys_does_not_matter(document: dict[str, Any]) -> None:
    backwards = dict(reversed(document.items()))
    assert canonical(backwards) == canonical(document)
    assert canonical(MappingProxyType(document)) == canonical(document)


@given(documents, letters, values, values)
def test_another_figure_makes_other_bytes(document: dict[str, Any], key: str, one: object, other: object) -> None:
    same = canonical({**document, key: one}) == canonical({**document, key: other})
    assert same is (json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_not_signed(number: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical({"minutes": number})


def test_what_json_has_no_form_for_is_not_signed() -> None:
    with pytest.raises(TypeError):
        canonical({"at": datetime(2019, 2, 23, tzinfo=UTC)})


def test_broken_text_is_not_signed() -> None:
    with pytest.raises(UnicodeEncodeError):
        canonical({"note": "\ud800"})
