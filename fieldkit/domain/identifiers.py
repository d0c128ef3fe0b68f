"""Names of things that travel: UUID version 7 row ids, made on the laptop and final (RFC 9562)."""

from __future__ import annotations

import re
from typing import Final, NewType

RowId = NewType("RowId", str)
UserId = NewType("UserId", str)
Origin = NewType("Origin", str)
"""A laptop and its incarnation, such as "3574-P2.1"."""

_INCARNATION: Final = re.compile(r"[1-9][0-9]{0,5}")
_TOLD_APART = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62
_RANDOM_MASK = (0xFFF << 64) | ((1 << 62) - 1)
_FRONT = len("00000000-0000-7000-")
_END_MASK = (1 << 62) - 1
_LAST_MS = (1 << 48) - 1


def row_id(now_ms: int, random_10_bytes: bytes) -> RowId:
    """A UUIDv7 in its canonical text, from milliseconds since 1970 and ten random bytes."""
    bits = (now_ms << 80) | _VERSION_7 | _VARIANT | (int.from_bytes(random_10_bytes, "big") & _RANDOM_MASK)
    digits = f"{bits:032x}"
    return RowId(f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}")


def row_ids(now_ms: int, batch: int, random_bytes: bytes) -> list[RowId]:
    """One row id for each eight random bytes, ascending; so are the batches of one millisecond, numbered from 0."""
    front = row_id(now_ms, (batch & 0xFFF).to_bytes(2, "big") + bytes(8))[:_FRONT]
    numbers = (int.from_bytes(random_bytes[start : start + 8], "big") for start in range(0, len(random_bytes), 8))
    ends = [f"{number & _END_MASK | _VARIANT:016x}" for number in numbers]
    return [RowId(f"{front}{end[:4]}-{end[4:]}") for end in sorted(ends)]


def behind_id(newest: str, now_ms: int) -> int:
    """Now, or just behind the time of an id that is known, where the clock is behind that: ids made then sort last."""
    try:
        newest_ms = int(newest[:8] + newest[9:13], 16)
    except ValueError:
        return now_ms
    return max(now_ms, min(newest_ms + 1, _LAST_MS))


def origin_of(regency: str, prefix: str, incarnation: int) -> Origin:
    """The origin under which a laptop numbers its changes: regency 35.74, prefix P2, incarnation 1: "3574-P2.1"."""
    return Origin(f"{regency.replace('.', '')}-{prefix}.{incarnation}")


def regency_of_origin(origin: str) -> str:
    """The regency in which an origin was enrolled: 35.74 of "3574-P2.1"."""
    digits = origin.partition("-")[0]
    return f"{digits[:2]}.{digits[2:]}"


def laptop_of(origin: str) -> str:
    """The laptop of an origin, whichever incarnation it is: "3574-P2" of "3574-P2.1"."""
    return origin.rpartition(".")[0]


def incarnation_number(origin: str) -> int:
    """Which incarnation of its laptop an origin is: 1 of "3574-P2.1"."""
    return int(origin.rpartition(".")[2])


def incarnation_beside(origin: str, other: str) -> int | None:
    """Which incarnation of the laptop of an origin another one is; None where it is not of that laptop."""
    family, _, number = other.rpartition(".")
    is_same = family == laptop_of(origin) and _INCARNATION.fullmatch(number)
    return int(number) if is_same else None


def in_incarnation(origin: str, number: int) -> Origin:
    """The origin of the same laptop in another incarnation."""
    return Origin(f"{laptop_of(origin)}.{number}")


def device_prefix(origin: Origin) -> str:
    """The prefix of queue numbers at home: "P2" of "3574-P2.1"."""
    return incarnate(origin.rpartition("-")[2].partition(".")[0], origin)


def foreign_prefix(origin: Origin) -> str:
    """The prefix away from home, where no host gave one: "3574P2" of "3574-P2.1"."""
    return f"{origin.partition('-')[0]}{device_prefix(origin)}"


def incarnate(prefix: str, origin: Origin) -> str:
    """A prefix that belongs to the incarnation alone: P2, P2B, P2C, ..., P2AA."""
    count, letters = incarnation_number(origin), ""
    if count == 1:
        return prefix
    while count:
        count, place = divmod(count - 1, 26)
        letters = chr(ord("A") + place) + letters
    return prefix + letters


def series_letters(random_2_bytes: bytes) -> str:
    """Two letters that tell apart the numbers of copies which know nothing of each other; none looks like a digit."""
    return "".join(_TOLD_APART[byte % len(_TOLD_APART)] for byte in random_2_bytes)
