"""What each step of a mission needs, and what is known of the host's data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.missions.mission import (
    DataKnown,
    LaptopKnown,
    MissionState,
    Standing,
    Terms,
    check_step,
    check_terms,
    data_known,
    next_states,
    open_points,
    state_of,
)

HOST = "35.74"
TERMS = Terms("Gotong royong", "35.13", date(2019, 4, 3), date(2019, 4, 4), ("35.74.03",), ("P1", "P2"), 200)
BEFORE, DURING, AFTER = date(2019, 4, 1), date(2019, 4, 3), date(2019, 4, 5)
GONE = tuple(LaptopKnown(name, name, "T1", DataKnown.GONE) for name in TERMS.laptops)
SETTLED = Standing(0, GONE, TERMS.laptops)
S = MissionState


def codes(
    state: S, wanted: S, today: date = AFTER, standing: Standing = SETTLED, note: str = "", terms: Terms = TERMS
) -> list[str]:
    return [problem.code for problem in check_step(state, wanted, terms, standing, today, note)]


def test_a_mission_goes_from_agreed_to_settled() -> None:
    assert state_of([]) is S.AGREED
    assert codes(S.AGREED, S.LISTS_SHARED, BEFORE) == []
    assert codes(S.LISTS_SHARED, S.RUNNING, DURING) == []
    assert codes(S.RUNNING, S.SETTLED) == []
    assert state_of(["lists_shared", "laptop", "running", "of_a_newer_program"]) is S.RUNNING


@given(st.sampled_from(S), st.sampled_from(S))
def test_no_step_is_left_out(state: S, wanted: S) -> None:
    if wanted not in next_states(state):
        assert codes(state, wanted, note="penjelasan") == ["not_now"]


@pytest.mark.parametrize(
    ("changes", "today", "code"),
    [({"areas": ()}, BEFORE, "none"), ({"laptops": ()}, BEFORE, "none"), ({}, AFTER, "over")],
)
def test_lists_are_shared_with_named_laptops_for_named_areas_and_not_afterwards(
    changes: dict[str, object], today: date, code: str
) -> None:
    assert codes(S.AGREED, S.LISTS_SHARED, today, terms=replace(TERMS, **changes)) == [code]  # type: ignore[arg-type]


def test_it_runs_from_its_first_day_on_and_is_settled_after_its_last() -> None:
    assert codes(S.LISTS_SHARED, S.RUNNING, BEFORE) == ["early"]
    assert codes(S.RUNNING, S.SETTLED, TERMS.until_day) == ["runs"]


def test_what_is_open_is_explained_or_it_is_not_settled() -> None:
    owed = replace(SETTLED, owed=3)
    silent = replace(SETTLED, laptops=(GONE[0], replace(GONE[1], known=DataKnown.SILENT)))
    missing = replace(SETTLED, laptops=GONE[:1])
    for standing, words in (
        (owed, "3 blangko pinjaman belum dikembalikan"),
        (silent, "laptop P2: belum terhubung sejak selesai, daftarnya mungkin masih ada"),
        (missing, "laptop P2: tidak dikenal pusat"),
    ):
        assert [str(point) for point in open_points(standing)] == [words]
        assert codes(S.RUNNING, S.SETTLED, standing=standing) == ["unexplained"]
        assert codes(S.RUNNING, S.SETTLED, standing=standing, note="Disepakati dibeli bulan depan") == []
    assert open_points(SETTLED) == ()


def test_whoever_calls_it_off_says_why() -> None:
    assert codes(S.AGREED, S.CANCELLED) == ["no_reason"]
    assert codes(S.LISTS_SHARED, S.CANCELLED, note="Jalan putus") == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"guest_regency": ""}, "guest_regency"),
        ({"guest_regency": HOST}, "guest_regency"),
        ({"until_day": date(2019, 4, 2)}, "until_day"),
        ({"areas": ("35.13.01",)}, "areas"),
        ({"blanks_brought": -1}, "blanks_brought"),
    ],
)
def test_what_speaks_against_terms(changes: dict[str, object], field: str) -> None:
    found = check_terms(replace(TERMS, **changes), HOST)  # type: ignore[arg-type]
    assert [problem.field for problem in found] == [field]


def test_sound_terms_have_nothing_against_them_and_lists_come_a_day_before() -> None:
    assert check_terms(TERMS, HOST) == ()
    assert TERMS.lists_from == date(2019, 4, 2)


moments = st.integers(0, 100)


@given(st.booleans(), st.none() | moments, moments, moments, moments, st.none() | st.booleans())
def test_only_a_laptop_that_was_in_touch_after_the_end_and_said_so_is_without_the_lists(
    is_laptop: bool, seen: int | None, begin: int, end: int, now: int, holds: bool | None
) -> None:
    known = data_known(is_laptop=is_laptop, seen_ms=seen, from_ms=begin, end_ms=end, now_ms=now, holds=holds)
    if known is DataKnown.GONE:
        assert is_laptop
        assert seen is not None
        assert seen >= end
        assert now >= end
        assert holds is False
    if known is DataKnown.NO_LAPTOP:
        assert not is_laptop
