"""Phone numbers: the traps of domain 2.9, the read-back, the mask, and the question that must be answered."""

from __future__ import annotations

import subprocess
import sys

import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.people.phone import PhoneOwner, check_phone, check_phone_answer, mask_phone, read_back

_MOBILE = "+6281234567890"
_ANY_NUMBER = st.from_regex(r"8[1-35-9][0-9]{7,10}", fullmatch=True)


def codes(findings: tuple[Problem, ...]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    "raw",
    [
        "081234567890",
        "0812-3456-7890",
        "0812 3456 7890",
        "0812.3456.7890",
        "(0812) 3456–7890",
        "+62 812-3456-7890",
        "6281234567890",
        "81234567890",
        "62081234567890",
        "+62081234567890",
        "006281234567890",
        "0062 0812 3456 7890",
        "  081234567890\u00a0",
    ],
)
def test_all_ways_to_write_a_mobile_number_are_one_number(raw: str) -> None:
    check = check_phone(raw)
    assert (check.e164, check.can_take_sms, check.findings) == (_MOBILE, True, ())


@given(_ANY_NUMBER, st.sampled_from(["0", "+62", "62", "620", "0062", ""]))
def test_no_number_that_an_operator_gives_out_is_lost(number: str, front: str) -> None:
    assert check_phone(f"{front}{number}").e164 == check_phone(f"0{number}").e164 == f"+62{number}"


@given(st.from_regex(r"0[0-9]{8,14}", fullmatch=True) | st.from_regex(r"08[0-9]{7,12}", fullmatch=True))
def test_the_short_way_for_mobile_numbers_says_what_the_library_says(raw: str) -> None:
    assume(not raw.startswith("00"))
    number = phonenumbers.parse(raw, "ID")
    is_mobile = phonenumbers.number_type(number) is phonenumbers.PhoneNumberType.MOBILE
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    check = check_phone(raw)
    assert check.can_take_sms == is_mobile
    assert check.e164 == (e164 if phonenumbers.is_valid_number(number) else None)


_GAPS = st.lists(st.sampled_from(["", "", "", " ", ".", "-", "\u00a0"]), min_size=14, max_size=14)


@given(_ANY_NUMBER, st.sampled_from(["0", "+62", "62", "+62 0", "0062", "(0)"]), _GAPS)
def test_a_number_is_the_same_wherever_it_is_parted(number: str, front: str, gaps: list[str]) -> None:
    parted = "".join(f"{digit}{gap}" for digit, gap in zip(number, gaps, strict=False))
    assert check_phone(f"{front}{parted}").e164 == f"+62{number}"


@given(st.text("0123456789+-. ()/,", max_size=30) | st.text(max_size=30))
def test_a_number_that_was_read_is_read_again_as_itself(raw: str) -> None:
    e164 = check_phone(raw).e164
    assert e164 is None or check_phone(e164).e164 == e164


@given(st.text("0123456789+-. ()/,", max_size=30) | st.text(max_size=30))
def test_a_mask_never_shows_more_than_both_ends(raw: str) -> None:
    shown = [letter for letter in mask_phone(raw) if letter not in {"•", " "}]
    assert len(shown) <= min(7, max(0, len(raw) - 2))


def test_what_was_typed_is_kept_as_it_was() -> None:
    assert check_phone(" 0812-3456-7890 ").as_typed == "0812-3456-7890"


def test_a_number_of_14_digits_warns_and_is_kept() -> None:
    check = check_phone("08123456789012")
    assert (check.e164, check.as_typed, check.can_take_sms) == (None, "08123456789012", False)
    assert codes(check.findings) == ["phone_unlikely"]
    assert check.findings[0].severity is Severity.WARN
    assert str(check.findings[0].message).startswith("Nomor HP ini 14 angka dan tidak lazim")


@pytest.mark.parametrize("raw", ["1", "0812", "0", "-", "00", "+999999999999", "9" * 40])
def test_what_can_not_be_a_number_warns(raw: str) -> None:
    check = check_phone(raw)
    assert check.e164 is None
    assert codes(check.findings) == ["phone_unlikely"]


@pytest.mark.parametrize("raw", ["0812-3456-789O", "08l234567890", "0812x3456", "tidak ada", "+", "081234567890 (ibu)"])
def test_a_letter_is_never_dropped_in_silence(raw: str) -> None:
    check = check_phone(raw)
    assert (check.e164, check.as_typed, check.can_take_sms) == (None, raw, False)
    assert codes(check.findings) == ["phone_letters"]


@pytest.mark.parametrize("raw", ["0335421234", "(0335) 421-234", "+62 335 421234", "62335421234"])
def test_a_landline_is_a_number_that_takes_no_sms(raw: str) -> None:
    check = check_phone(raw)
    assert (check.e164, check.can_take_sms) == ("+62335421234", False)
    assert codes(check.findings) == ["phone_landline"]


@pytest.mark.parametrize("mark", ["/", ",", ";", " / "])
def test_of_two_numbers_the_first_is_taken_and_a_warning_says_so(mark: str) -> None:
    check = check_phone(f"081234567890{mark}085712345678")
    assert check.e164 == _MOBILE
    assert codes(check.findings) == ["phone_several"]
    assert "0812 •••• 890" in str(check.findings[0].message)


def test_of_two_numbers_the_one_that_takes_sms_is_preferred() -> None:
    assert check_phone("0335421234 / 081234567890").e164 == _MOBILE
    assert check_phone("0812345O / 0335421234").e164 == "+62335421234"


def test_two_numbers_that_can_not_be_read_are_said_to_be_two_and_unlikely() -> None:
    check = check_phone("0812 / 0813")
    assert check.e164 is None
    assert codes(check.findings) == ["phone_several", "phone_unlikely"]
    assert "dipakai {number}" not in check.findings[0].message.source


def test_a_slash_at_the_end_makes_no_second_number() -> None:
    assert check_phone("081234567890/").findings == ()


@pytest.mark.parametrize("raw", ["", "   ", " / "])
def test_nothing_typed_is_no_number_and_no_finding(raw: str) -> None:
    check = check_phone(raw)
    assert (check.e164, check.can_take_sms, check.findings) == (None, False, ())


def test_a_number_of_another_country_is_accepted() -> None:
    assert check_phone("+60 12-345 6789").e164 == "+60123456789"
    assert check_phone("0060 12-345 6789").e164 == "+60123456789"


@given(st.text(max_size=40))
def test_no_text_breaks_the_check_and_none_of_it_is_lost(raw: str) -> None:
    check = check_phone(raw)
    assert check.as_typed == raw.strip()
    assert all(finding.severity is Severity.WARN for finding in check.findings)
    assert check.can_take_sms <= (check.e164 is not None)


@pytest.mark.parametrize(
    ("raw", "spoken"),
    [
        ("0812 3490 11", "0812 – 3490 – 11"),
        ("081234901122", "0812 – 3490 – 1122"),
        ("+6281234901122", "0812 – 3490 – 1122"),
        ("6281234901122", "0812 – 3490 – 1122"),
        ("006281234901122", "0812 – 3490 – 1122"),
        ("81234901122", "0812 – 3490 – 1122"),
        ("0812/0813", "0812 / 0813"),
        ("+81312345678", "8131 – 2345 – 678"),
        ("08", "08"),
        ("62", "62"),
        ("+62 335 421234", "0335 – 4212 – 34"),
        ("0060123456789", "6012 – 3456 – 789"),
        ("", ""),
    ],
)
def test_a_number_is_read_back_in_groups_of_four(raw: str, spoken: str) -> None:
    assert read_back(raw) == spoken


@given(st.from_regex(r"0[1-9][0-9]{0,14}", fullmatch=True))
def test_the_read_back_has_every_digit_in_its_order(raw: str) -> None:
    groups = read_back(raw).split(" – ")
    assert "".join(groups) == raw
    assert all(len(group) == 4 for group in groups[:-1])


@pytest.mark.parametrize("number", ["+6285712340204", "085712340204", "0857-1234-0204"])
def test_a_masked_number_shows_both_ends(number: str) -> None:
    assert mask_phone(number) == "0857 •••• 204"


@given(st.from_regex(r"[0-9]{0,9}", fullmatch=True).filter(lambda digits: not digits.startswith("8")))
def test_a_number_too_short_to_mask_shows_nothing(digits: str) -> None:
    assert mask_phone(digits) == "••••"


def test_an_unanswered_phone_question_stops_the_save_in_the_words_of_the_screen() -> None:
    (problem,) = check_phone_answer(None, "", "", "")
    assert (problem.field, problem.code, problem.severity) == ("phone", "phone_unanswered", Severity.STOP)
    assert str(problem.message) == (
        "Nomor HP belum dijawab. Tanpa nomor, kabar KTP jadi tidak sampai. Tanyakan lagi, atau pilih Tidak punya HP "
        "dan tulis siapa yang bisa dihubungi."
    )


@pytest.mark.parametrize("owner", [PhoneOwner.OWN, PhoneOwner.FAMILY])
@pytest.mark.parametrize("raw", ["", "  ", "-", "belum"])
def test_an_owner_without_a_number_is_no_answer(owner: PhoneOwner, raw: str) -> None:
    assert codes(check_phone_answer(owner, raw, "WARSITI", "tetangga")) == ["phone_unanswered"]


@pytest.mark.parametrize("owner", [PhoneOwner.OWN, PhoneOwner.FAMILY])
def test_a_number_with_its_owner_is_an_answer(owner: PhoneOwner) -> None:
    assert check_phone_answer(owner, "081234567890", "", "") == ()


def test_a_number_without_its_owner_is_half_an_answer() -> None:
    (problem,) = check_phone_answer(None, "081234567890", "", "")
    assert (problem.field, problem.code, problem.severity) == ("phone", "phone_owner_unanswered", Severity.STOP)


def test_a_doubtful_number_warns_and_does_not_stop() -> None:
    (problem,) = check_phone_answer(PhoneOwner.OWN, "08123456789012", "", "")
    assert (problem.code, problem.severity) == ("phone_unlikely", Severity.WARN)


def test_who_has_no_phone_needs_a_contact_with_name_and_relation() -> None:
    problems = check_phone_answer(PhoneOwner.NONE, "", " ", "")
    assert [problem.field for problem in problems] == ["contact_name", "contact_relation"]
    assert all(problem.severity is Severity.STOP for problem in problems)
    assert codes(check_phone_answer(PhoneOwner.NONE, "", "WARSITI", "")) == ["contact_relation_missing"]
    assert codes(check_phone_answer(PhoneOwner.NONE, "", "", "tetangga")) == ["contact_name_missing"]
    assert check_phone_answer(PhoneOwner.NONE, "", "WARSITI", "tetangga") == ()


@given(st.sampled_from([None, *PhoneOwner]), st.text(max_size=20), st.text(max_size=9), st.text(max_size=9))
def test_registration_never_ends_with_neither_number_nor_contact(
    owner: PhoneOwner | None, raw: str, name: str, relation: str
) -> None:
    stops = [p for p in check_phone_answer(owner, raw, name, relation) if p.severity is Severity.STOP]
    has_contact = owner is PhoneOwner.NONE and bool(name.strip()) and bool(relation.strip())
    has_number = owner in (PhoneOwner.OWN, PhoneOwner.FAMILY) and any(c in "0123456789" for c in raw)
    assert (not stops) == (has_contact or has_number)


def test_the_values_that_travel_do_not_change() -> None:
    assert [owner.value for owner in PhoneOwner] == ["own", "family", "none"]


def test_the_tables_of_the_library_are_not_loaded_with_the_module() -> None:
    probe = "import sys, fieldkit.domain.people.phone; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0
