"""Codes that the centre tells over the telephone, to a laptop that reaches nobody.

For each matter of a laptop (its lease, the PIN of one person) the centre can work out a chain of codes, one for each
day, from a secret that never leaves it. Each code hashed is the one of the day before. The laptop knows one of them,
and so recognises every later one, but can make none: that would be to run a hash backwards. From how often it has to
hash, it learns the centre's day. A code that served is the one it knows from then on, so none serves twice.

What is read out to the office is the request: which laptop, the latest day that it has seen, and a check of the matter.
What is read back is the code of the day, shifted by the request: it answers this one and no other.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final

import msgspec

from fieldkit.domain.lease import DAY_MS
from fieldkit.records.codes import SPOKEN, plain_code

LEASE: Final = "lease"
PIN: Final = "pin"
_PIN: Final = f"{PIN}:"
_LETTERS: Final = 12
_GROUP: Final = 4
_DAY_LETTERS: Final = 3
_CHECK_LETTERS: Final = 5
_SPAN_DAYS: Final = 400
_REQUEST: Final = re.compile(rf"(P[0-9]{{1,6}})([{SPOKEN}]{{{_DAY_LETTERS}}})([{SPOKEN}]{{{_CHECK_LETTERS}}})")


class PhoneStep(StrEnum):
    """What became of a code."""

    TOLD = "told"
    """The office read it out; the centre alone says so."""
    ANSWERED = "answered"
    """Which admin signed for it; the centre alone says so."""
    TAKEN = "taken"
    """The laptop took it."""
    ENTERED = "entered"
    """Who went in first after a lease was renewed by it: at a closed door nobody has said who they are."""


class PhoneLine(msgspec.Struct, array_like=True, frozen=True):
    """By what a laptop recognises the codes of a matter: the code of a day that is over for it, and the chain's end."""

    matter: str
    day: int
    until: int
    code: str


@dataclass(frozen=True, slots=True)
class PhoneRequest:
    """What is read out: the laptop by its prefix, the latest day that it has seen, and a check of the rest."""

    prefix: str
    day: int
    check: str

    @property
    def spoken(self) -> str:
        """As it is shown: "P2-ABC-DEFGH"."""
        return f"{self.prefix}-{_letters(self.day, _DAY_LETTERS)}-{self.check}"


def pin_matter(user_id: str) -> str:
    """The matter of somebody's PIN."""
    return f"{_PIN}{user_id}"


def user_of(matter: str) -> str | None:
    """Whose PIN a matter is about; None where it is another one."""
    return matter.removeprefix(_PIN) if matter.startswith(_PIN) else None


def step_of(
    laptop: str, matter: str, kind: PhoneStep, day: int, at_ms: int, user_id: str = ""
) -> dict[str, str | None]:
    """The values of the row that says what became of a code of a day; the code itself is not among them."""
    person = user_of(matter)
    told = {"laptop": laptop, "matter": LEASE if person is None else PIN, "kind": str(kind)}
    at = datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds")
    about = {"day": date_of(day).isoformat(), "at": at.replace("+00:00", "Z")}
    return {**told, "user_id": person or user_id or None, **about}


def date_of(day: int) -> date:
    """The date of a day, as the centre counts them."""
    return datetime.fromtimestamp(day * DAY_MS / 1000, UTC).date()


def request(device_id: str, prefix: str, line: PhoneLine, seen_day: int) -> PhoneRequest:
    """What a laptop reads out about a matter on a day."""
    day = seen_day % len(SPOKEN) ** _DAY_LETTERS
    return PhoneRequest(prefix, day, _check(device_id, line.matter, line.until, day))


def read_request(typed: str) -> PhoneRequest | None:
    """What was read out; None where that is no request."""
    match = _REQUEST.fullmatch(plain_code(typed))
    return PhoneRequest(match[1], _number(match[2]), match[3]) if match else None


def is_about(asked: PhoneRequest, device_id: str, matter: str, until: int) -> bool:
    """Whether a request is about this matter of this laptop."""
    return hmac.compare_digest(asked.check, _check(device_id, matter, until, asked.day))


def ends(day: int) -> tuple[int, int]:
    """Where the chains end that a laptop may know on a day, the newest first: it is out for a year at most."""
    newest = (day // _SPAN_DAYS + 2) * _SPAN_DAYS
    return newest, newest - _SPAN_DAYS


def line_of(asked: PhoneRequest, device_id: str, users: Iterable[str], day: int) -> tuple[str, int] | None:
    """The matter of a laptop that a request is about, its lease or the PIN of one of these people, and where its chain
    ends; None where it is about none."""
    lines = ((matter, until) for matter in (LEASE, *map(pin_matter, users)) for until in ends(day))
    return next((line for line in lines if is_about(asked, device_id, *line)), None)


def is_worn(line: PhoneLine, day: int) -> bool:
    """Whether a laptop should ask for a newer chain."""
    return line.until - day < _SPAN_DAYS


def new_line(secret: bytes, device_id: str, matter: str, day: int) -> PhoneLine:
    """What the centre tells a laptop on a day: codes of later days are recognised."""
    until = ends(day)[0]
    return PhoneLine(matter, day, until, _code(secret, device_id, matter, until, day))


def answer(secret: bytes, device_id: str, line: tuple[str, int], asked: PhoneRequest, day: int) -> str:
    """What the centre reads back on a day, in groups, about a matter with its chain's end."""
    code = _code(secret, device_id, *line, day)
    told = _shifted(code, asked, 1)
    return "-".join(told[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))


def recognised(device_id: str, line: PhoneLine, asked: PhoneRequest, typed: str) -> PhoneLine | None:
    """The line from now on, if what was typed answers this request; its day is the centre's.

    A line of the same day says that the code was the one that served last.
    """
    told = plain_code(typed)
    if len(told) != _LETTERS or not set(told) <= set(SPOKEN):
        return None
    code = _shifted(told, asked, -1)
    for steps, before in enumerate(_before(device_id, line.matter, code)):
        if line.day + steps > line.until:
            return None
        if hmac.compare_digest(before, line.code):
            return PhoneLine(line.matter, line.day + steps, line.until, code)
    return None


def _code(secret: bytes, device_id: str, matter: str, until: int, day: int) -> str:
    last = _spoken(hmac.new(secret, f"{device_id}\n{matter}\n{until}".encode(), sha256).digest())
    chain = _before(device_id, matter, last)
    return next(code for steps, code in enumerate(chain) if steps == until - day)


def _before(device_id: str, matter: str, code: str) -> Iterator[str]:
    """A code, and those of the days before."""
    while True:
        yield code
        code = _spoken(sha256(f"{device_id}\n{matter}\n{code}".encode()).digest())


def _spoken(digest: bytes) -> str:
    return _letters(int.from_bytes(digest), _LETTERS)


def _check(device_id: str, matter: str, until: int, day: int) -> str:
    digest = sha256(f"{device_id}\n{matter}\n{until}\n{day}".encode()).digest()
    return _letters(int.from_bytes(digest), _CHECK_LETTERS)


def _shifted(code: str, asked: PhoneRequest, way: int) -> str:
    by = sha256(asked.spoken.encode()).digest()
    turned = (SPOKEN.index(letter) + way * step for letter, step in zip(code, by, strict=False))
    return "".join(SPOKEN[at % len(SPOKEN)] for at in turned)


def _letters(number: int, length: int) -> str:
    letters = ""
    for _ in range(length):
        number, at = divmod(number, len(SPOKEN))
        letters = SPOKEN[at] + letters
    return letters


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * len(SPOKEN) + SPOKEN.index(letter)
    return number
