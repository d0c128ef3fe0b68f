"""The day and the closing of a shift."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import Severity
from fieldkit.domain.shifts.shift import (
    BlankCount,
    CardCount,
    PeopleCount,
    check_closing,
    check_day,
    is_out_of_hours,
    sum_line,
)

SATURDAY = date(2019, 2, 23)
PEOPLE = PeopleCount(
    arrived=44,
    recorded=38,
    incomplete_papers=3,
    already_recorded=2,
    left=1,
    failed=0,
    forwarded=0,
    other=0,
    still_open=0,
)
BLANKS = BlankCount(taken=46, printed=31, spoiled=2, returned=0, counted=13)
CARDS = CardCount(printed=31, handed_over=29, held=2)

counts = st.integers(min_value=0, max_value=500)
hours = st.times()


def on(day: date, at: time) -> datetime:
    return datetime.combine(day, at, ZoneInfo("Asia/Jakarta"))


def closing(
    people: PeopleCount = PEOPLE,
    blanks: BlankCount = BLANKS,
    cards: CardCount = CARDS,
    reason: str = "",
    note: str = "",
) -> dict[str, str]:
    return {p.code: p.field for p in check_closing(people, blanks, cards, reason=reason, note=note)}


def sentence(people: PeopleCount = PEOPLE, blanks: BlankCount = BLANKS, cards: CardCount = CARDS) -> str:
    (problem,) = check_closing(people, blanks, cards, reason="", note="hujan deras")
    return str(problem.message)


@pytest.mark.parametrize(
    ("at", "out"),
    [
        (time(7, 59), True),
        (time(8), False),
        (time(12, 30), False),
        (time(16), False),
        (time(17, 10), True),
    ],
)
def test_a10_somebody_served_after_hours_is_marked_out_of_hours(at: time, out: bool) -> None:
    assert is_out_of_hours(on(SATURDAY, at), SATURDAY, time(8), time(16)) is out


def test_a7_a_shift_until_20_on_a_saturday_is_no_special_case() -> None:
    assert not is_out_of_hours(on(SATURDAY, time(19, 59)), SATURDAY, time(8), time(20))


def test_who_comes_on_the_next_day_is_outside_the_hours_of_a_shift_that_nobody_closed() -> None:
    assert is_out_of_hours(on(SATURDAY + timedelta(days=1), time(10)), SATURDAY, time(8), time(16))


@pytest.mark.parametrize(
    ("later_days", "at", "out"),
    [(0, time(23, 30), False), (1, time(0, 40), False), (1, time(3), True), (0, time(20), True), (0, time(1), True)],
)
def test_a_night_of_printing_runs_past_midnight(later_days: int, at: time, out: bool) -> None:
    then = on(SATURDAY + timedelta(days=later_days), at)
    assert is_out_of_hours(then, SATURDAY, time(21), time(2)) is out


@given(hours, hours)
def test_start_and_end_are_inside_the_hours(start: time, end: time) -> None:
    ends_on = SATURDAY if start <= end else SATURDAY + timedelta(days=1)
    assert not is_out_of_hours(on(SATURDAY, start), SATURDAY, start, end)
    assert not is_out_of_hours(on(ends_on, end), SATURDAY, start, end)


def test_the_confirmed_day_of_a_right_clock_has_no_findings() -> None:
    assert check_day(SATURDAY, SATURDAY, SATURDAY) == ()
    assert check_day(SATURDAY, SATURDAY, None) == ()


def test_without_a_day_no_shift_is_opened() -> None:
    (problem,) = check_day(None, SATURDAY, SATURDAY)
    assert (problem.field, problem.code, problem.severity) == ("day", "day_missing", Severity.STOP)


def test_a_clock_in_the_year_2000_warns() -> None:
    (problem,) = check_day(SATURDAY, date(2000, 1, 1), SATURDAY)
    assert (problem.code, problem.severity) == ("clock_reset", Severity.WARN)
    assert "tahun 2000" in str(problem.message)


@pytest.mark.parametrize(("days", "said"), [(2, "maju 2 hari"), (-3, "mundur 3 hari")])
def test_a_clock_that_is_days_off_warns(days: int, said: str) -> None:
    (problem,) = check_day(SATURDAY, SATURDAY + timedelta(days=days), SATURDAY)
    assert (problem.code, problem.severity) == ("clock_off", Severity.WARN)
    assert said in str(problem.message)


def test_another_day_than_planned_warns() -> None:
    (problem,) = check_day(SATURDAY, SATURDAY, SATURDAY + timedelta(days=1))
    assert (problem.code, problem.severity) == ("day_not_planned", Severity.WARN)


@given(st.dates(), st.dates(), st.none() | st.dates())
def test_a_confirmed_day_is_never_blocked(confirmed: date, laptop: date, planned: date | None) -> None:
    found = check_day(confirmed, laptop, planned)
    assert {problem.severity for problem in found} <= {Severity.WARN}


def test_the_people_of_the_picture_add_up() -> None:
    assert (PEOPLE.explained, PEOPLE.difference) == (44, 0)


@given(st.lists(counts, min_size=8, max_size=8), st.integers(min_value=-5, max_value=5))
def test_every_pile_explains_people_and_the_rest_is_the_difference(piles: list[int], unexplained: int) -> None:
    people = PeopleCount(sum(piles) + unexplained, *piles)
    assert people.explained == sum(piles[:-1])
    assert people.difference == unexplained


@given(counts, counts, counts, counts, st.integers(min_value=-5, max_value=5))
def test_every_blank_is_printed_spoiled_returned_or_counted(
    printed: int, spoiled: int, returned: int, counted: int, missing: int
) -> None:
    known = printed + spoiled + returned + counted
    blanks = BlankCount(known + missing, printed, spoiled, returned, counted)
    assert (blanks.accounted, blanks.difference) == (known, missing)


def test_blanks_that_were_not_counted_have_no_difference_yet() -> None:
    blanks = replace(BLANKS, counted=None)
    assert (blanks.accounted, blanks.difference) == (None, None)


@given(counts, counts, st.integers(min_value=-5, max_value=5))
def test_every_card_is_handed_over_or_held(handed_over: int, held: int, missing: int) -> None:
    assert CardCount(handed_over + held + missing, handed_over, held).difference == missing


def test_figures_that_add_up_can_be_closed_without_a_word() -> None:
    assert closing() == {}


def test_nobody_may_still_be_in_the_queue() -> None:
    waiting = replace(PEOPLE, arrived=46, still_open=2)
    assert closing(waiting, reason="other", note="sudah malam") == {"still_open": "people"}


def test_blanks_are_counted_before_closing() -> None:
    blanks = replace(BLANKS, counted=None)
    assert closing(blanks=blanks, reason="other", note="sudah malam") == {"not_counted": "counted"}


def test_a_count_below_zero_is_refused_even_with_a_reason() -> None:
    blanks = replace(BLANKS, counted=-1)
    assert closing(blanks=blanks, reason="other", note="salah ketik") == {"counted_negative": "counted"}


def test_no_difference_is_closed_in_silence() -> None:
    blanks = replace(BLANKS, counted=12)
    assert closing(blanks=blanks) == {"blank_difference": "reason", "note_missing": "note"}
    assert closing(blanks=blanks, reason="lost") == {"note_missing": "note"}
    assert closing(blanks=blanks, note="dicari di mobil") == {"blank_difference": "reason"}
    assert closing(blanks=blanks, reason="lost", note="dicari di mobil") == {}


@pytest.mark.parametrize("blank_words", ["", "  ", "\n"])
def test_blank_space_is_neither_reason_nor_note(blank_words: str) -> None:
    found = closing(blanks=replace(BLANKS, counted=12), reason=blank_words, note=blank_words)
    assert found == {"blank_difference": "reason", "note_missing": "note"}


def test_every_difference_is_named() -> None:
    found = closing(replace(PEOPLE, arrived=45), replace(BLANKS, counted=12), replace(CARDS, held=1), note="ramai")
    assert found == dict.fromkeys(("people_difference", "blank_difference", "card_difference"), "reason")


def test_a_missing_blank_is_told_with_its_number_and_what_to_do() -> None:
    assert sentence(blanks=replace(BLANKS, counted=12)) == (
        "1 keping blangko belum ada penjelasannya. Shift belum bisa ditutup. Hitung ulang, lihat kotak kartu rusak; "
        "kalau tetap kurang, pilih alasan dan tulis singkat."
    )


def test_too_many_are_told_as_too_many() -> None:
    assert sentence(blanks=replace(BLANKS, counted=15)).startswith("2 keping blangko lebih dari yang dibawa.")
    assert sentence(people=replace(PEOPLE, arrived=41)).startswith("3 orang terhitung lebih dari yang datang.")
    assert sentence(cards=replace(CARDS, held=6)).startswith("4 kartu lebih dari yang dicetak.")


def test_too_few_people_and_cards_are_told_with_their_number() -> None:
    assert sentence(people=replace(PEOPLE, arrived=45)).startswith("1 orang belum ada penjelasannya.")
    assert sentence(cards=replace(CARDS, held=0)).startswith("2 kartu belum ada penjelasannya.")


@given(
    st.builds(PeopleCount, *[counts] * 9),
    st.builds(BlankCount, *[counts] * 4, st.none() | counts),
    st.builds(CardCount, counts, counts, counts),
    st.sampled_from(["", "lost"]),
    st.sampled_from(["", "dicari di mobil"]),
)
def test_a_shift_closes_only_when_all_is_settled_counted_and_explained(
    people: PeopleCount, blanks: BlankCount, cards: CardCount, reason: str, note: str
) -> None:
    adds_up = not (people.difference or blanks.difference or cards.difference)
    explained = adds_up or bool(reason and note)
    may_close = people.still_open == 0 and blanks.counted is not None and explained
    assert (check_closing(people, blanks, cards, reason=reason, note=note) == ()) is may_close


def test_st2_of_200_issued_one_is_missing() -> None:
    assert BlankCount(taken=200, printed=150, spoiled=3, returned=46, counted=0).difference == 1


def test_a_sum_is_shown_with_its_parts() -> None:
    assert sum_line([31, 2, 12], 45) == "31 + 2 + 12 = 45"
    assert sum_line([29], 29) == "29 = 29"
    assert sum_line([1, -2, 47], 46) == "1 − 2 + 47 = 46"
