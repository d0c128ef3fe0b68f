"""The lease of this laptop, and by what it recognises codes that the office tells over the telephone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from typing import Final

import msgspec

from fieldkit.domain.lease import Lease, day_of
from fieldkit.records.phone_codes import LEASE, PhoneLine, is_worn, pin_matter
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

_LEASE: Final = "lease"
"""Meta key of its figures."""
_LINES: Final = "phone_lines"
"""Meta key of those lines, as JSON."""
_OPENED_BY: Final = "opened_by_phone"
"""Meta key of the day of the code that opened this laptop, while nobody has gone in since."""
_NEWS_MS: Final = 3_600_000


def kept_lease(database: Database) -> Lease | None:
    """The lease as it was noted last; None before anybody looked at it."""
    told = Meta(database).get(_LEASE)
    return Lease(*map(int, told.split())) if told else None


def lease(database: Database, now_ms: int, monotonic_s: float, days: int) -> Lease:
    """The lease of so many days as it stands now; one that nobody noted yet begins now."""
    known = kept_lease(database) or Lease(now_ms, now_ms, int(monotonic_s))
    return known.at(now_ms, monotonic_s, days)


def put_lease(database: Database, lease: Lease) -> None:
    """Keep it; use with `Store.write_local`."""
    Meta(database).put(_LEASE, " ".join(map(str, astuple(lease))))


def renew(database: Database, centre_ms: int, monotonic_s: float, lines: Iterable[PhoneLine]) -> None:
    """The centre was reached, and told its time: what a clock that ran ahead had shown is forgotten."""
    known = kept_lease(database)
    if known is None or max(centre_ms - known.renewed_ms, known.seen_ms - centre_ms) >= _NEWS_MS:
        put_lease(database, Lease(centre_ms, centre_ms, int(monotonic_s)))
    keep_phone_lines(database, lines)


def opened_by(database: Database) -> int | None:
    """The day of the code that opened this laptop, until somebody has gone in; None where none did."""
    told = Meta(database).get(_OPENED_BY)
    return int(told) if told else None


def put_opened_by(database: Database, day: int | None) -> None:
    """Keep it, or forget it; use with `Unit.write_local`."""
    Meta(database).put(_OPENED_BY, "" if day is None else day)


def phone_line(database: Database, matter: str) -> PhoneLine | None:
    """By what codes of a matter are recognised; None before the centre told it."""
    return _lines(database).get(matter)


def keep_phone_lines(database: Database, lines: Iterable[PhoneLine]) -> None:
    """Go by these from now on; use with `Store.write_local`."""
    if new := {line.matter: line for line in lines}:
        Meta(database).put(_LINES, msgspec.json.encode(list((_lines(database) | new).values())).decode())


def forget_phone_lines(database: Database) -> None:
    """What was put back from a backup recognises codes that may have served since: none until it knows better, from
    this computer's own mark or the next contact."""
    Meta(database).put(_LINES, "[]")


class LeaseMark(msgspec.Struct, frozen=True):
    """How far the lease of a laptop has come, and its codes: kept outside of the database, which may be put back."""

    device_id: str
    renewed_ms: int
    seen_ms: int
    over_s: int
    lines: tuple[PhoneLine, ...]

    def is_news_after(self, before: LeaseMark) -> bool:
        """Whether it has to be kept: a code that served at once, time that has come by the hour."""
        is_same = (self.device_id, self.renewed_ms, self.lines) == (before.device_id, before.renewed_ms, before.lines)
        return not is_same or self.seen_ms - before.seen_ms >= _NEWS_MS


def lease_mark(database: Database) -> LeaseMark | None:
    """How far it has come; None before anybody looked at it."""
    known = kept_lease(database)
    if known is None:
        return None
    lines = tuple(sorted(_lines(database).values(), key=lambda line: line.matter))
    return LeaseMark(Meta(database).get("device_id"), known.renewed_ms, known.seen_ms, known.over_s, lines)


def go_forward(database: Database, mark: LeaseMark, monotonic_s: float) -> None:
    """Go on from where this laptop was, whatever was put back; use with `Store.write_local`."""
    if mark.device_id != Meta(database).get("device_id"):
        return
    known, lines = kept_lease(database), _lines(database)
    keep_phone_lines(database, [each for each in mark.lines if _is_later(each, lines.get(each.matter))])
    if known is None or mark.renewed_ms > known.renewed_ms:
        put_lease(database, Lease(mark.renewed_ms, mark.seen_ms, int(monotonic_s), mark.over_s))
    elif mark.renewed_ms == known.renewed_ms:
        seen_ms, over_s = max(mark.seen_ms, known.seen_ms), max(mark.over_s, known.over_s)
        put_lease(database, Lease(known.renewed_ms, seen_ms, known.mark_s, over_s))


def _is_later(line: PhoneLine, known: PhoneLine | None) -> bool:
    return known is None or line.day > known.day


def phone_wanted(database: Database, now_ms: int) -> tuple[str, ...]:
    """Matters whose codes are not recognised yet, or not for long: the lease, and the PIN of everybody who has one."""
    known, day = _lines(database), day_of(now_ms)
    people = database.rows("SELECT l.user_id FROM local_user l JOIN app_user u ON u.id = l.user_id AND u.active = 1")
    matters = (LEASE, *(pin_matter(user) for (user,) in people))
    return tuple(matter for matter in matters if matter not in known or is_worn(known[matter], day))


def _lines(database: Database) -> dict[str, PhoneLine]:
    told = msgspec.json.decode(Meta(database).get(_LINES, "[]"), type=list[PhoneLine])
    return {line.matter: line for line in told}
