"""A code that is told over the telephone answers one request of one laptop, once, and can not be made there."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fieldkit.records.codes import SPOKEN
from fieldkit.records.phone_codes import (
    LEASE,
    PhoneLine,
    PhoneRequest,
    answer,
    ends,
    is_about,
    new_line,
    pin_matter,
    read_request,
    recognised,
    request,
    user_of,
)

SECRET = bytes(range(32))
HERE, ELSEWHERE = "device-one", "device-two"
DAY = 17_950
AHEAD = st.integers(1, 399)


def ask(line: PhoneLine, day: int = DAY, device: str = HERE, prefix: str = "P2") -> PhoneRequest:
    return request(device, prefix, line, day)


def told(line: PhoneLine, asked: PhoneRequest, day: int, device: str = HERE, secret: bytes = SECRET) -> str:
    return answer(secret, device, (line.matter, line.until), asked, day)


@settings(max_examples=40)
@given(st.integers(10_000, 25_000), AHEAD, st.sampled_from((LEASE, pin_matter("u1"))))
def test_the_code_of_any_later_day_is_recognised_with_its_day(given_on: int, ahead: int, matter: str) -> None:
    line = new_line(SECRET, HERE, matter, given_on)
    asked = ask(line, given_on + ahead)
    read = read_request(asked.spoken)
    assert read == asked
    assert is_about(read, HERE, matter, line.until)
    now = recognised(HERE, line, asked, told(line, asked, given_on + ahead).lower())
    assert now is not None
    assert (now.matter, now.day, now.until) == (matter, given_on + ahead, line.until)
    assert line.until in ends(given_on + ahead)


@settings(max_examples=30)
@given(AHEAD, st.integers(-30, 0))
def test_a_code_serves_once_and_an_older_one_never(ahead: int, earlier: int) -> None:
    line = new_line(SECRET, HERE, LEASE, DAY)
    asked = ask(line)
    used = recognised(HERE, line, asked, told(line, asked, DAY + ahead))
    assert used is not None
    again = recognised(HERE, used, asked, told(line, asked, DAY + ahead + earlier))
    assert again is None or (earlier == 0 and again.day == used.day)


def test_a_code_answers_one_request_of_one_laptop_about_one_matter() -> None:
    line, other = new_line(SECRET, HERE, LEASE, DAY), new_line(SECRET, HERE, pin_matter("u1"), DAY)
    asked = ask(line, DAY + 3)
    code = told(line, asked, DAY + 3)
    assert recognised(HERE, line, asked, code) is not None
    assert recognised(HERE, line, ask(line, DAY + 4), code) is None, "another day on the laptop"
    assert recognised(HERE, other, ask(other, DAY + 3), code) is None, "another matter"
    there = new_line(SECRET, ELSEWHERE, LEASE, DAY)
    assert recognised(ELSEWHERE, there, ask(there, DAY + 3, ELSEWHERE), code) is None, "another laptop"
    assert recognised(HERE, line, asked, told(line, asked, DAY + 3, secret=bytes(32))) is None, "another centre"


@settings(max_examples=60)
@given(st.integers(0, 11), st.sampled_from(SPOKEN))
def test_one_wrong_letter_is_no_code(at: int, letter: str) -> None:
    line = new_line(SECRET, HERE, LEASE, DAY)
    asked = ask(line)
    code = told(line, asked, DAY + 1).replace("-", "")
    wrong = code[:at] + letter + code[at + 1 :]
    assume(wrong != code)
    assert recognised(HERE, line, asked, wrong) is None


@given(st.text(max_size=20))
def test_whatever_else_is_typed_is_no_code_and_no_request(typed: str) -> None:
    line = new_line(SECRET, HERE, LEASE, DAY)
    assert recognised(HERE, line, ask(line), typed) is None
    read = read_request(typed)
    assert read is None or read.prefix.startswith("P")


def test_a_request_of_another_matter_or_day_has_another_check() -> None:
    line = new_line(SECRET, HERE, LEASE, DAY)
    asked = ask(line)
    assert is_about(asked, HERE, LEASE, line.until)
    assert not is_about(asked, ELSEWHERE, LEASE, line.until)
    assert not is_about(asked, HERE, pin_matter("u1"), line.until)
    assert not is_about(PhoneRequest(asked.prefix, asked.day + 1, asked.check), HERE, LEASE, line.until)


def test_the_requests_of_a_laptop_with_a_long_number_are_read() -> None:
    line = new_line(SECRET, HERE, LEASE, DAY)
    asked = ask(line, prefix="P1234")
    assert read_request(asked.spoken.replace("-", " ")) == asked


def test_a_matter_tells_whose_pin_it_is() -> None:
    assert user_of(pin_matter("u1")) == "u1"
    assert user_of(LEASE) is None
