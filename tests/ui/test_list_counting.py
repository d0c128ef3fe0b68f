"""What each filter of the list would show, counted under all the others."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.people.age_band import AgeBand
from fieldkit.store.queries.lists.listing import Facet, ListFilter, Sieve
from fieldkit.ui.pages.target_list.counting import left_by_rt, tally

APART = [str(part) for part in ListFilter if part not in {ListFilter.LEFT, ListFilter.ALL}] + ["listed"]
facets = st.lists(
    st.builds(
        Facet,
        st.sampled_from(APART),
        st.sampled_from(["", "01", "02"]),
        st.sampled_from(["01", "02"]),
        st.sampled_from(["male", "female", ""]),
        st.sampled_from(list(AgeBand)),
        st.booleans(),
        st.integers(min_value=1, max_value=50),
    ),
    max_size=30,
)
sieves = st.builds(
    Sieve,
    part=st.sampled_from(ListFilter),
    rw=st.sampled_from(["", "01", "02"]),
    rt=st.sampled_from(["", "01"]),
    sex=st.sampled_from(["", "male"]),
    band=st.sampled_from(["", AgeBand.FROM_17]),
    only_voters=st.booleans(),
)


def people(known: list[Facet], sieve: Sieve) -> int:
    """The number of the chosen part: what the table then holds."""
    return tally(known, sieve).parts[sieve.part]


@given(facets, sieves)
def test_each_count_is_what_the_table_holds_once_that_answer_is_chosen(known: list[Facet], sieve: Sieve) -> None:
    found = tally(known, sieve)
    for part in ListFilter:
        assert found.parts[part] == people(known, replace(sieve, part=part))
    for sex in ("male", "female"):
        assert found.sexes[sex] == people(known, replace(sieve, sex=sex))
    for band in AgeBand:
        assert found.bands[band] == people(known, replace(sieve, band=band))
    for rw in ("01", "02"):
        assert found.rws[rw] == people(known, replace(sieve, rw=rw, rt=""))
    for rt in ("01", "02"):
        assert found.rts[rt] == people(known, replace(sieve, rt=rt))
    assert found.voters == people(known, replace(sieve, only_voters=True))


@given(facets)
def test_the_parts_make_the_list(known: list[Facet]) -> None:
    parts = tally(known, Sieve()).parts
    assert parts["all"] == sum(facet.people for facet in known)
    assert parts["all"] == parts["left"] + parts["recorded"] + parts["confirmed"] + parts["away"]


@given(facets)
def test_what_is_left_by_rt_adds_up_and_the_most_come_first(known: list[Facet]) -> None:
    ranked = left_by_rt(known)
    assert sum(left for *_, left, _ in ranked) == tally(known, Sieve()).parts["left"]
    assert [left for *_, left, _ in ranked] == sorted((left for *_, left, _ in ranked), reverse=True)
    assert all(0 <= proposed <= left for *_, left, proposed in ranked)
