"""What nobody sees in a text makes no name another one."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.people.written import as_seen, name_as_seen

UNSEEN = st.text(st.characters(categories=["Cf"]) | st.sampled_from("\0\x7f\u034f\u3164\ufe0f\U000e0101"), max_size=3)
SEEN = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\u115f\u1160\u3164\uffa0"))


@given(st.lists(st.tuples(SEEN, UNSEEN), max_size=6))
def test_what_nobody_sees_makes_no_difference_wherever_it_stands(parts: list[tuple[str, str]]) -> None:
    bare = "".join(seen for seen, _ in parts)
    marked = "".join(seen + unseen for seen, unseen in parts)
    assert as_seen(marked) == as_seen(bare)
    assert name_as_seen(marked) == name_as_seen(bare)


@given(SEEN)
def test_what_is_seen_stays_however_it_was_composed(written: str) -> None:
    composed = unicodedata.normalize("NFC", written)
    assert as_seen(written) == as_seen(unicodedata.normalize("NFD", written)) == composed


@given(st.text())
def test_it_changes_nothing_the_second_time(written: str) -> None:
    assert as_seen(as_seen(written)) == as_seen(written)


def test_spaces_and_line_ends_stay_in_an_address_and_a_name_is_capitals_with_one_space_between() -> None:
    assert as_seen("Jl. Ikan\u00ad Paus,\u00a0\r\nRT 3\ufeff") == "Jl. Ikan Paus,\u00a0\r\nRT 3"
    assert name_as_seen(" \ufeffsiti \u200b nur\u200daini\u202c") == "SITI NURAINI"
