"""NIK and KK: every vector of domain 2.1, and the rules behind them. All serials are 99xx, nobody's."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.people.nik import (
    NikCheck,
    NikOutcome,
    bare_number,
    check_kk,
    check_nik,
    looks_rounded,
    mask_number,
    tail,
)
from fieldkit.domain.people.person import age_on
from fieldkit.domain.people.sex import Sex

_DAY = date(2019, 2, 23)
_MALE = "3574031211879901"
_FEMALE = "3574035211879902"
_BIRTH = date(1987, 11, 12)


def checked(
    raw: str, *, on: date = _DAY, birth_date: date | None = None, sex: Sex | None = None, home: str | None = "35.74"
) -> NikCheck:
    """A check at a table of Probolinggo that knows every district but those of old Sorong."""
    return check_nik(
        raw,
        on=on,
        birth_date=birth_date,
        sex=sex,
        home_regency=home,
        is_known_district=lambda code: not code.startswith("92.71"),
    )


def codes(findings: tuple[Problem, ...]) -> list[str]:
    return [finding.code for finding in findings]


def nik_of(birth: date, sex: Sex, district: str = "357403", serial: int = 9901) -> str:
    day = birth.day + (40 if sex is Sex.FEMALE else 0)
    return f"{district}{day:02}{birth.month:02}{birth.year % 100:02}{serial:04}"


@pytest.mark.parametrize(
    ("raw", "sex", "birth"),
    [
        (_MALE, Sex.MALE, _BIRTH),
        (_FEMALE, Sex.FEMALE, _BIRTH),
        ("3574037101029903", Sex.FEMALE, date(2002, 1, 31)),
        (" 3574 0312.1187-9901 ", Sex.MALE, _BIRTH),
        ("'3574031211879901", Sex.MALE, _BIRTH),
        ("3574032902009904", Sex.MALE, date(2000, 2, 29)),
    ],
)
def test_a_good_nik_tells_sex_birth_date_and_district(raw: str, sex: Sex, birth: date) -> None:
    check = checked(raw)
    assert (check.outcome, check.sex, check.birth_date) == (NikOutcome.OK, sex, birth)
    assert (check.district_code, check.findings) == ("35.74.03", ())


def test_blanks_dots_and_hyphens_are_taken_out() -> None:
    assert checked(" 3574 0312.1187-9901 ").nik == _MALE


@pytest.mark.parametrize(
    ("raw", "code", "sex", "birth"),
    [
        ("3574032902019905", "date_impossible", Sex.MALE, None),
        ("3574037102019905", "date_impossible", Sex.FEMALE, None),
        ("3574033511879906", "day_out_of_range", None, None),
        ("3574037211879907", "day_out_of_range", None, None),
        ("3574030011879906", "day_out_of_range", None, None),
        ("3574034011879906", "day_out_of_range", None, None),
        ("3574031213879908", "month_out_of_range", Sex.MALE, None),
        ("3574035200879908", "month_out_of_range", Sex.FEMALE, None),
        ("3574031211870000", "serial_zero", Sex.MALE, _BIRTH),
    ],
)
def test_what_looks_wrong_warns_and_may_be_used(raw: str, code: str, sex: Sex | None, birth: date | None) -> None:
    check = checked(raw)
    assert (check.outcome, check.nik, codes(check.findings)) == (NikOutcome.WARN, raw, [code])
    assert (check.sex, check.birth_date, check.birth_date_guessed) == (sex, birth, birth is not None)
    assert check.findings[0].severity is Severity.WARN


def test_everything_that_looks_wrong_is_named() -> None:
    assert codes(checked("9271013513010000").findings) == [
        "day_out_of_range",
        "month_out_of_range",
        "serial_zero",
        "region_unknown_or_retired",
    ]


@pytest.mark.parametrize(
    ("raw", "code"),
    [("9271010101909909", "region_unknown_or_retired"), ("6106150101909910", "issued_elsewhere")],
)
def test_a_nik_of_elsewhere_is_good_and_said_to_be_so(raw: str, code: str) -> None:
    check = checked(raw)
    assert (check.outcome, codes(check.findings)) == (NikOutcome.OK, [code])
    assert check.findings[0].severity is Severity.INFO


def test_without_a_home_or_a_table_of_districts_no_region_is_strange() -> None:
    assert check_nik("9271010101909909", on=_DAY).findings == ()


def test_another_sex_on_the_list_warns_in_the_words_of_the_screen() -> None:
    check = checked(_MALE, sex=Sex.FEMALE)
    assert (check.outcome, codes(check.findings)) == (NikOutcome.WARN, ["sex_mismatch"])
    assert str(check.findings[0].message) == (
        "Di NIK tertulis laki-laki, di daftar perempuan. Cocokkan dengan KK. Kalau KK sama, lanjutkan saja: "
        "NIK tidak pernah diubah di meja ini."
    )
    other_way = checked(_FEMALE, sex=Sex.MALE).findings[0].message
    assert str(other_way).startswith("Di NIK tertulis perempuan, di daftar laki-laki.")


def test_a_day_that_does_not_exist_says_nothing_of_the_sex() -> None:
    assert codes(checked("3574037211879907", sex=Sex.MALE).findings) == ["day_out_of_range"]


def test_another_birth_date_on_the_list_warns_with_both_dates() -> None:
    check = checked(_MALE, birth_date=date(1987, 11, 13))
    assert codes(check.findings) == ["birth_date_mismatch"]
    assert check.birth_date == _BIRTH
    assert str(check.findings[0].message).startswith("Di NIK tertulis lahir 12-11-1987, di daftar 13-11-1987.")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("357403121187990", "not_16_digits"),
        ("35740312118799011", "not_16_digits"),
        ("9901", "not_16_digits"),
        ("3,57403E+15", "scientific"),
        ("3.57403E+15", "scientific"),
        (" 3.574031211879E15 ", "scientific"),
        ("3E+15", "scientific"),
        ("35740312118799O1", "letters"),
        ("3574031211879901/2", "letters"),
        ("tidak ada", "letters"),
        ("３５７４０３１２１１８７９９０１", "letters"),
    ],
)
def test_what_is_not_16_digits_is_refused(raw: str, code: str) -> None:
    check = checked(raw)
    assert (check.outcome, check.nik, codes(check.findings)) == (NikOutcome.REJECT, None, [code])
    assert (check.birth_date, check.birth_date_guessed, check.sex, check.district_code) == (None, False, None, None)
    assert (check.findings[0].field, check.findings[0].severity) == ("nik", Severity.STOP)


def test_a_nik_too_short_is_refused_in_the_words_of_the_screen() -> None:
    assert str(checked("3574031211").findings[0].message) == (
        "NIK baru 10 angka, harus 16. Lanjutkan mengetik, atau kosongkan kalau tidak punya."
    )


def test_a_nik_too_long_is_told_apart_from_one_too_short() -> None:
    assert str(checked("35740312118799011").findings[0].message).startswith("NIK sudah 17 angka, harus 16.")


@pytest.mark.parametrize("raw", ["", "  ", "-", "–", " . "])
def test_no_nik_is_allowed_and_refers_the_person_for_biodata(raw: str) -> None:
    check = checked(raw)
    assert (check.outcome, check.nik, codes(check.findings)) == (NikOutcome.EMPTY, None, ["no_nik"])
    assert check.findings[0].severity is Severity.INFO


def test_messages_never_repeat_the_number() -> None:
    for raw in (_MALE, "3574032902019905", "35740312118799O1", "35740312118799011"):
        check = checked(raw, sex=Sex.FEMALE, birth_date=date(1990, 1, 1), home="16.71")
        assert check.findings
        assert not any(raw[:8] in str(finding.message) for finding in check.findings)


def test_the_stated_birth_date_decides_the_century() -> None:
    old = checked("3574031211109901", birth_date=date(1910, 11, 12))
    assert (old.birth_date, old.birth_date_guessed, old.findings) == (date(1910, 11, 12), False, ())
    near = checked("3574033112999901", birth_date=date(2000, 1, 1))
    assert (near.birth_date, codes(near.findings)) == (date(1999, 12, 31), ["birth_date_mismatch"])
    late = checked("3574030101009901", birth_date=date(1999, 12, 31))
    assert (late.birth_date, codes(late.findings)) == (date(2000, 1, 1), ["birth_date_mismatch"])


@pytest.mark.parametrize(
    ("short_year", "birth"),
    [("0223", date(2003, 2, 23)), ("0224", date(1903, 2, 24)), ("1231", date(1903, 12, 31))],
)
def test_without_one_the_century_is_the_latest_that_makes_the_person_16(short_year: str, birth: date) -> None:
    check = checked(f"357403{short_year[2:]}{short_year[:2]}039901")
    assert (check.birth_date, check.birth_date_guessed) == (birth, True)


def test_a_leap_day_of_the_year_00_is_one_of_2000_whoever_it_makes_too_young() -> None:
    assert checked("3574032902009904", on=date(2010, 1, 1)).birth_date == date(2000, 2, 29)
    assert checked("3574032902009904", birth_date=date(1900, 3, 1)).birth_date == date(2000, 2, 29)


@given(st.dates(date(1905, 1, 1), date(2018, 12, 31)), st.sampled_from(Sex), st.integers(1, 9999))
def test_a_nik_agrees_with_the_birth_date_and_sex_that_it_was_made_of(birth: date, sex: Sex, serial: int) -> None:
    check = checked(nik_of(birth, sex, serial=serial), birth_date=birth, sex=sex)
    assert (check.outcome, check.birth_date, check.sex, check.findings) == (NikOutcome.OK, birth, sex, ())


@given(st.dates(date(1925, 1, 1), date(2018, 12, 31)), st.dates(date(1925, 1, 1), date(2018, 12, 31)))
def test_any_other_birth_date_is_noticed(birth: date, stated: date) -> None:
    assume(birth != stated)
    assume(abs(birth.year - stated.year) < 50)
    check = checked(nik_of(birth, Sex.MALE), birth_date=stated)
    assert (check.birth_date, codes(check.findings)) == (birth, ["birth_date_mismatch"])


@given(st.dates(date(1905, 1, 1), date(2002, 12, 31)), st.dates(date(2019, 1, 1), date(2060, 12, 31)))
def test_a_guessed_birth_date_makes_the_person_at_least_16_and_differs_by_centuries_only(birth: date, on: date) -> None:
    guess = checked(nik_of(birth, Sex.FEMALE), on=on).birth_date
    assert guess is not None
    assume((guess.month, guess.day) != (2, 29))
    assert age_on(guess, on) >= 16
    assert (guess.day, guess.month, (guess.year - birth.year) % 100) == (birth.day, birth.month, 0)


@given(st.text(max_size=24), st.one_of(st.none(), st.dates()), st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_no_text_breaks_the_check(raw: str, stated: date | None, on: date) -> None:
    check = checked(raw, on=on, birth_date=stated)
    assert (check.nik is None) == (check.outcome in (NikOutcome.REJECT, NikOutcome.EMPTY))
    assert all(finding.field == "nik" for finding in check.findings)


@given(st.from_regex(r"[0-9]{16}", fullmatch=True), st.one_of(st.none(), st.dates()))
def test_sixteen_digits_are_never_refused_nor_changed(digits: str, stated: date | None) -> None:
    check = checked(digits, birth_date=stated)
    assert check.nik == digits
    assert all(finding.severity is not Severity.STOP for finding in check.findings)
    assert (check.outcome is NikOutcome.WARN) == any(f.severity is Severity.WARN for f in check.findings)


@given(st.text(" .-'0123456789", max_size=40) | st.text(max_size=24))
def test_a_number_that_was_read_is_read_again_as_itself(raw: str) -> None:
    nik, kk = checked(raw).nik, check_kk(raw).kk
    assert nik is None or checked(nik).nik == nik
    assert kk is None or check_kk(kk).kk == kk


@given(st.from_regex(r"[0-9]{16}", fullmatch=True), st.lists(st.sampled_from(["", "", " ", ".", "-"]), min_size=16))
def test_a_nik_is_the_same_wherever_it_is_parted(digits: str, gaps: list[str]) -> None:
    assert checked("".join(f"{digit}{gap}" for digit, gap in zip(digits, gaps, strict=False))).nik == digits


@given(st.from_regex(r"[0-9]{16}", fullmatch=True))
def test_a_mask_hides_the_birth_date(digits: str) -> None:
    assert mask_number(digits) == f"{digits[:6]}******{digits[12:]}"


@pytest.mark.parametrize("raw", ["3574032302190417", "3574 0323.0219-0417"])
def test_a_family_card_number_has_16_digits(raw: str) -> None:
    assert check_kk(raw).kk == "3574032302190417"
    assert check_kk(raw).findings == ()


@pytest.mark.parametrize(
    ("raw", "code"),
    [("35740323021904", "not_16_digits"), ("3,57403E+15", "scientific"), ("357403230219O417", "letters")],
)
def test_another_family_card_number_is_refused_by_its_own_name(raw: str, code: str) -> None:
    check = check_kk(raw)
    assert (check.kk, codes(check.findings), check.findings[0].field) == (None, [code], "kk")
    assert "KK" in str(check.findings[0].message)
    assert "NIK" not in str(check.findings[0].message)


def test_a_family_card_number_that_a_spreadsheet_rounded_warns() -> None:
    check = check_kk("3574032302190000")
    assert (check.kk, codes(check.findings)) == ("3574032302190000", ["serial_zero"])
    assert (check.findings[0].field, check.findings[0].severity) == ("kk", Severity.WARN)


def test_no_family_card_number_is_no_finding() -> None:
    assert (check_kk(" - ").kk, check_kk("").findings) == (None, ())


def test_a_bare_number_keeps_what_is_no_separator() -> None:
    assert bare_number("3574 0312.1187-99O1/") == "35740312118799O1/"


def test_a_masked_number_shows_district_and_tail() -> None:
    assert mask_number(_MALE) == "357403******9901"
    assert mask_number("9901") == "****"


@given(st.from_regex(r"[0-9]{0,15}", fullmatch=True))
def test_a_short_number_is_masked_whole(digits: str) -> None:
    assert mask_number(digits) == "*" * len(digits)


def test_the_tail_is_the_last_four() -> None:
    assert tail(_MALE) == "9901"


def test_a_list_of_which_many_end_in_0_looks_rounded() -> None:
    rounded = [f"35740312118799{n}0" for n in range(10)]
    exact = [f"357403121187{n:04}" for n in range(9000, 9200)]
    assert looks_rounded(rounded)
    assert looks_rounded([*rounded * 5, *exact])
    assert not looks_rounded(exact)


def test_a_few_zeros_prove_nothing() -> None:
    assert not looks_rounded([])
    assert not looks_rounded(["3574031211879910"] * 4)
    assert not looks_rounded(["3574031211879910"] * 5 + ["3574031211879911"] * 20)


@given(st.integers(1, 400))
def test_serials_in_their_order_never_look_rounded(people: int) -> None:
    assert not looks_rounded(f"357403121187{serial:04}" for serial in range(9001, 9001 + people))


def test_the_values_of_the_outcome_do_not_change() -> None:
    assert [outcome.value for outcome in NikOutcome] == ["ok", "warn", "reject", "empty"]
