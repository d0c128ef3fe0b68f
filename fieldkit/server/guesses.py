"""Wrong enrolment codes, counted by the address that asks and by the code: whoever guesses waits, longer each time.

The counts stand in the database, so that a restart of the centre forgives nobody. Addresses are kept as hashes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Final

import sqlalchemy as sa

from fieldkit.server.centre import Centre
from fieldkit.server.database import writing
from fieldkit.server.schema import WRONG_CODE
from fieldkit.server.tokens import code_hash, code_regency, secret_hash
from fieldkit.server.trouble import busy

FREE: Final = 5
"""Wrong codes without a wait."""
FIRST_WAIT_S: Final = 30
LONGEST_WAIT_S: Final = 3600
FORGOTTEN_MS: Final = 24 * 60 * 60 * 1000
"""Who was not wrong for so long begins anew."""
_SITE_BITS: Final = 64
_COUNT: Final = sa.text(
    "INSERT INTO wrong_code (regency, who, failures, last_ms) VALUES (:regency, :who, 1, :now) "
    "ON CONFLICT (regency, who) DO UPDATE SET failures = wrong_code.failures + 1, last_ms = :now"
)


@dataclass(frozen=True, slots=True)
class Guesser:
    """Under which a try is counted: a regency of the centre, or the whole of it, and a hash."""

    regency: str
    who: str


def guessers(address: str, code: str) -> list[Guesser]:
    """The address, whatever it asks for, and the code, whoever asks for it."""
    return [
        Guesser("", secret_hash(f"address {_site(address)}")),
        Guesser(code_regency(code) or "", secret_hash(f"code {code_hash(code)}")),
    ]


def begin_try(centre: Centre, tried: Sequence[Guesser], now_ms: int) -> None:
    """Count a try as wrong before it is made, so that many at once are no way around; TroubleError 429 to wait."""
    with writing(centre.engine) as connection:
        connection.execute(WRONG_CODE.delete().where(WRONG_CODE.c.last_ms <= now_ms - FORGOTTEN_MS))
        left_ms = max(_left_ms(connection, each, now_ms) for each in tried)
        if left_ms > 0:
            raise busy(429, retry_after_s=-(-left_ms // 1000))
        for each in tried:
            connection.execute(_COUNT, {"regency": each.regency, "who": each.who, "now": now_ms})


def forgive(centre: Centre, tried: Sequence[Guesser]) -> None:
    """The try was right."""
    with writing(centre.engine) as connection:
        for each in tried:
            connection.execute(WRONG_CODE.delete().where(_this(each)))


def wait_s(failures: int) -> int:
    """Seconds to wait after so many wrong codes."""
    if failures < FREE:
        return 0
    return min(FIRST_WAIT_S << min(failures - FREE, 10), LONGEST_WAIT_S)


def _left_ms(connection: sa.Connection, guesser: Guesser, now_ms: int) -> int:
    query = sa.select(WRONG_CODE.c.failures, WRONG_CODE.c.last_ms).where(_this(guesser)).with_for_update()
    found = connection.execute(query).one_or_none()
    if found is None:
        return 0
    whole_ms = wait_s(found.failures) * 1000
    # A clock that was put back makes nobody wait longer than that.
    return min(int(found.last_ms) + whole_ms - now_ms, whole_ms)


def _this(guesser: Guesser) -> sa.ColumnElement[bool]:
    return sa.and_(WRONG_CODE.c.regency == guesser.regency, WRONG_CODE.c.who == guesser.who)


def _site(address: str) -> str:
    """The address; of IPv6 the network, of which everybody at a site has as many addresses as one likes."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if not isinstance(known, IPv6Address):
        return str(known)
    return str(known.ipv4_mapped or int(known) >> _SITE_BITS)
