"""Counts of somebody on a day, and how far the field has come since: acceptance cases A3 to A5, A8, A12, A13, A17."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.lists.coverage import ListNumbers, percent, target_count
from fieldkit.domain.lists.outlook import DEFAULT_TARGET
from fieldkit.domain.national.counts import Source
from fieldkit.domain.national.standing import Counted, Standing, base_of

NOBODY = ListNumbers(0, 0, 0, 0)


def counted(source: str, obligated: int, recorded: int, as_of: date = date(2018, 1, 5)) -> Counted:
    return Counted(source, as_of, obligated, recorded)


def standing(obligated: int, recorded: int, since: int = 0) -> Standing:
    return Standing(NOBODY, 0, counted(Source.LOCAL, obligated, recorded), since)


def test_a3_the_gross_list_stays_and_approved_and_away_are_shown_apart() -> None:
    before = Standing(ListNumbers(12_222, 0, 300, 0), proposed=200)
    after = Standing(ListNumbers(12_222, 200, 300, 0))
    assert (before.whole, before.numbers.reachable, before.out_of_reach) == (12_222, 11_922, 300)
    assert (after.whole, after.numbers.reachable, after.out_of_reach) == (12_222, 11_722, 500)


def test_a4_people_without_a_recording_leave_95_65_percent() -> None:
    assert standing(1_288_630, 1_288_630 - 56_014).share == Decimal("95.65")


def test_a5_recordings_since_the_count_bring_the_coverage_to_96_86_percent() -> None:
    place = standing(1_288_630, 1_288_630 - 56_014, since=15_600)
    assert place.share == Decimal("96.86")
    assert place.whole - place.recorded == 40_414


def test_a8_the_gaps_to_the_target_are_1_46_and_12_points() -> None:
    assert standing(10_000, 9_654).gap(DEFAULT_TARGET) == Decimal("1.46")
    assert standing(100, 86).gap(DEFAULT_TARGET) == Decimal("12.00")


def test_a12_of_169067_people_13298_are_left_and_9917_are_missing_to_the_target() -> None:
    kapuas = standing(169_067, 155_769)
    assert kapuas.share == Decimal("92.13")
    assert kapuas.whole - kapuas.recorded == 13_298
    assert kapuas.to_go(DEFAULT_TARGET) == 9_917


def test_a13_97_percent_of_the_same_base_are_8226_people_more() -> None:
    national = counted(Source.NATIONAL, 169_067, 155_769)
    assert target_count(169_067, 97) - national.recorded == 8_226


def test_a17_99_5_percent_of_1_4_million_leave_7000() -> None:
    palembang = standing(1_400_000, 1_393_000)
    assert (palembang.share, palembang.whole - palembang.recorded) == (Decimal("99.50"), 7_000)
    assert palembang.to_go(DEFAULT_TARGET) == 0
    assert palembang.gap(DEFAULT_TARGET) == Decimal("-1.50")


def test_the_field_counts_on_from_the_own_count_and_only_without_one_from_the_national() -> None:
    own, national = counted(Source.LOCAL, 100, 90), counted(Source.NATIONAL, 110, 80)
    assert base_of({Source.LOCAL: own, Source.NATIONAL: national}) is own
    assert base_of({Source.NATIONAL: national}) is national
    assert base_of({"desa": counted("desa", 100, 90)}) is None


def test_who_can_not_be_found_on_the_list_is_told_apart() -> None:
    place = Standing(ListNumbers(50, 5, 5, 10), 0, counted(Source.LOCAL, 1_000, 900), 10)
    assert (place.to_go(DEFAULT_TARGET), place.numbers.left, place.beyond_the_list(DEFAULT_TARGET)) == (70, 30, 40)


@given(
    st.integers(0, 500), st.integers(0, 500), st.integers(0, 500), st.integers(0, 500), st.integers(0, 500), st.data()
)
def test_nobody_improves_the_percentage_of_a_list_by_being_taken_off(
    recorded: int, away: int, approved: int, proposed: int, untouched: int, data: st.DataObject
) -> None:
    gross = recorded + away + approved + proposed + untouched
    moved = data.draw(st.integers(0, proposed))
    before = Standing(ListNumbers(gross, approved, away, recorded), proposed)
    after = Standing(ListNumbers(gross, approved + moved, away, recorded), proposed - moved)
    assert before.share == after.share == percent(recorded, gross)
    assert before.to_go(DEFAULT_TARGET) == after.to_go(DEFAULT_TARGET)
    assert after.numbers.left == before.numbers.left - moved
    assert before.unrecorded_on_list == before.numbers.left + before.out_of_reach
