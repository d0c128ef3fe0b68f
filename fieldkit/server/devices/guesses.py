"""Wrong enrolment codes, counted by the address that asks and by the code: whoever guesses waits, longer each time.

The counts stand in the database, so that a restart of the centre forgives nobody. Addresses are kept as hashes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Final, TypeVar

import sqlalchemy as sa

from fieldkit.records.codes import code_hash, code_regency, secret_hash
from fieldkit.server.centre import Centre
from fieldkit.server.database import writing
from fieldkit.server.schema import WRONG_CODE
from fieldkit.server.trouble import TroubleError, busy

FREE: Final = 5
"""Wrong codes without a wait."""
FIRST_WAIT_S: Final = 30
LONGEST_WAIT_S: Final = 3600
FORGOTTEN_MS: Final = 24 * 60 * 60 * 1000
"""Who was not wrong for so long begins anew."""
_SITE_BITS: Final = 64
AT_ONCE: Final = threading.BoundedSemaphore(2)
"""A code or a passphrase is checked with 64 MB of memory: two at a time are enough."""
_IN_LINE: Final = threading.BoundedSemaphore(8)
"""Who comes while so many wait is sent away at once: the threads belong to the laptops as well."""
_BUSY_S: Final = 3
_LOCK: Final = sa.text(
    "INSERT INTO wrong_code (regency, who, failures, last_ms) VALUES (:regency, :who, 0, :now) "
    "ON CONFLICT (regency, who) DO UPDATE SET failures = wrong_code.failures RETURNING failures, last_ms"
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Guesser:
    """Under which a try is counted: a regency of the centre, or the whole of it, and a hash."""

    regency: str
    who: str


def guessers(address: str, code: str) -> list[Guesser]:
    """The address, whatever it asks for, and the code, whoever asks for it."""
    return [
        Guesser("", secret_hash(f"address {site_of(address)}")),
        Guesser(code_regency(code) or "", secret_hash(f"code {code_hash(code)}")),
    ]


@contextmanager
def in_line() -> Iterator[None]:
    """Around what takes `AT_ONCE`; TroubleError 429 where too many wait."""
    if not _IN_LINE.acquire(blocking=False):
        raise busy(429, retry_after_s=_BUSY_S)
    try:
        yield
    finally:
        _IN_LINE.release()


def one_try(centre: Centre, tried: Sequence[Guesser], now_ms: int, attempt: Callable[[sa.Connection], T]) -> T:
    """Try a code in one transaction; TroubleError 429 to wait, or what the attempt raised, which is then counted.

    Tries of one address or one code come one after the other, so that many at once are no way around; right ones leave
    nothing behind and hold nobody up. An attempt that raises has written nothing.
    """
    with writing(centre.engine) as connection:
        _take_turn(connection, tried, now_ms)
        try:
            done = attempt(connection)
        except TroubleError as error:
            wrong = error
            _count(connection, tried, now_ms)
        else:
            _forgive(connection, tried)
            return done
    raise wrong


def wait_s(failures: int) -> int:
    """Seconds to wait after so many wrong codes."""
    if failures < FREE:
        return 0
    return min(FIRST_WAIT_S << min(failures - FREE, 10), LONGEST_WAIT_S)


def _take_turn(connection: sa.Connection, tried: Sequence[Guesser], now_ms: int) -> None:
    """Wait for tries under way, then see whether this one has to wait longer."""
    for regency in sorted({each.regency for each in tried}):
        is_old = sa.and_(WRONG_CODE.c.regency == regency, WRONG_CODE.c.last_ms <= now_ms - FORGOTTEN_MS)
        connection.execute(WRONG_CODE.delete().where(is_old))
    left_ms = max(_left_ms(connection, each, now_ms) for each in tried)
    if left_ms > 0:
        raise busy(429, retry_after_s=-(-left_ms // 1000))


def _left_ms(connection: sa.Connection, guesser: Guesser, now_ms: int) -> int:
    """How long a guesser has to wait still; whoever else tries under it waits until this transaction ends."""
    said = {"regency": guesser.regency, "who": guesser.who, "now": now_ms}
    found = connection.execute(_LOCK, said).one()
    whole_ms = wait_s(found.failures) * 1000
    # A clock that was put back makes nobody wait longer than that.
    return min(int(found.last_ms) + whole_ms - now_ms, whole_ms)


def _count(connection: sa.Connection, tried: Sequence[Guesser], now_ms: int) -> None:
    more = {"failures": WRONG_CODE.c.failures + 1, "last_ms": now_ms}
    for each in tried:
        connection.execute(WRONG_CODE.update().where(_this(each)).values(more))


def _forgive(connection: sa.Connection, tried: Sequence[Guesser]) -> None:
    for each in tried:
        connection.execute(WRONG_CODE.delete().where(_this(each)))


def _this(guesser: Guesser) -> sa.ColumnElement[bool]:
    return sa.and_(WRONG_CODE.c.regency == guesser.regency, WRONG_CODE.c.who == guesser.who)


def site_of(address: str) -> str:
    """The address; of IPv6 the network, of which everybody at a site has as many addresses as one likes."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if not isinstance(known, IPv6Address):
        return str(known)
    return str(known.ipv4_mapped or int(known) >> _SITE_BITS)
