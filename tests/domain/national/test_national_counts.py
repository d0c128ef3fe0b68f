"""Counts of places side by side: the cases A12 and A13, and the figures of Denpasar that do not add up."""

from __future__ import annotations

from decimal import Decimal

from fieldkit.domain.lists.coverage import percent, target_count
from fieldkit.domain.national.counts import Count, doubts, gap_between, parts_differ, people_at, stated_percent

KAPUAS_HULU = Count(obligated=169_067, recorded=155_769)


def test_a12_the_national_count_of_kapuas_hulu() -> None:
    assert KAPUAS_HULU.share == Decimal("92.13")
    assert KAPUAS_HULU.left == 13_298
    goal = target_count(169_067, 98)
    assert (goal, goal - 155_769) == (165_686, 9_917)
    assert doubts(KAPUAS_HULU) == []


def test_a13_local_97_percent_beside_national_92() -> None:
    local = Count(note="97 %")
    gap = gap_between(local, KAPUAS_HULU)
    assert people_at(Decimal(97), 169_067) == 163_995
    assert gap is not None
    assert gap.people == 8_226
    assert "belum diketahui" in str(gap.words)


def test_a13_says_that_bases_are_not_known_to_be_equal_whatever_is_told() -> None:
    for obligated, words in [(None, "tidak tertulis"), (169_067, "belum tentu"), (170_000, "berbeda 933 orang")]:
        gap = gap_between(Count(obligated, 163_995), KAPUAS_HULU)
        assert gap is not None
        assert gap.people == 8_226
        assert words in str(gap.words)


def test_without_figures_there_is_no_gap() -> None:
    assert gap_between(None, KAPUAS_HULU) is None
    assert gap_between(Count(note="dari surat"), KAPUAS_HULU) is None
    assert gap_between(Count(recorded=5), Count(obligated=9)) is None
    assert gap_between(Count(note="97 %"), Count(recorded=9)) is None


def test_f_t5_denpasar_is_flagged_and_nothing_is_repaired() -> None:
    denpasar = Count(obligated=492_765, recorded=445_540, unrecorded=48_523)
    (doubt,) = doubts(denpasar)
    assert "494.063" in str(doubt)
    assert "1.298" in str(doubt)
    assert denpasar.left == 48_523
    assert denpasar.share == percent(445_540, 492_765)


def test_more_recorded_than_obligated_and_more_printed_than_recorded_are_flagged() -> None:
    assert len(doubts(Count(obligated=10, recorded=11, printed=12))) == 2
    assert doubts(Count(recorded=3)) == []


def test_parts_that_do_not_come_to_the_whole_are_flagged() -> None:
    whole = Count(obligated=100, recorded=90)
    assert parts_differ(whole, [Count(60, 50), Count(40, 40)]) == []
    (found,) = parts_differ(whole, [Count(60, 50), Count(40, 41)])
    assert "91" in str(found)
    assert parts_differ(whole, [Count(60), Count(None, 90)]) == []


def test_a_note_may_tell_a_percentage() -> None:
    assert stated_percent("97,25 % menurut kadis") == Decimal("97.25")
    assert stated_percent("kira-kira 97 %") is None
    assert Count(note="97 %").share == Decimal(97)
    assert Count(obligated=0, recorded=0).share is None
