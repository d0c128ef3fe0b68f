"""The lease of this laptop: how it stands, and how a code renews it that the office tells over the telephone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lease import (
    DAY_MS,
    Lease,
    LeaseStanding,
    ShiftUnderWay,
    day_of,
    ended_in_peace_until,
    is_near,
    standing,
)
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.domain.text import Text, text
from fieldkit.host.clock import Clock, now_ms
from fieldkit.records.phone_codes import (
    LEASE,
    PhoneLine,
    PhoneRequest,
    PhoneStep,
    date_of,
    recognised,
    request,
    step_of,
)
from fieldkit.records.tables import PHONE_STEP
from fieldkit.store.database import Database
from fieldkit.store.keeping.lease_mark import keep_lease_mark
from fieldkit.store.lease import (
    keep_phone_lines,
    kept_lease,
    lease,
    opened_by,
    phone_line,
    put_lease,
    put_opened_by,
)
from fieldkit.store.meta import Meta
from fieldkit.store.queries.rules.versions import rule_values
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.store import Store
from fieldkit.store.told import clock_check
from fieldkit.store.unit import Unit
from fieldkit.work.instants import at_site, moment

_KEPT_EVERY_MS: Final = 60_000


@dataclass(frozen=True, slots=True)
class Call:
    """What is read out to the office, and by what its answer is recognised."""

    asked: PhoneRequest
    line: PhoneLine
    device_id: str


def look_at_lease(store: Store) -> LeaseStanding | None:
    """How the lease stands now; None on a laptop that no centre has taken in. Time that has come is written down."""
    if not store.meta.is_enrolled:
        return None
    (known, days), kept = store.query(_lease, store.clock), store.query(kept_lease)
    if kept is None or known.seen_ms - kept.seen_ms >= _KEPT_EVERY_MS:
        store.write_local(put_lease, known)
        keep_lease_mark(store)
    return standing(known, days, store.query(_shift_under_way))


def lease_now(database: Database, clock: Clock) -> LeaseStanding | None:
    """How it stands now, for a look that writes nothing down; None on a laptop that no centre has taken in."""
    if not Meta(database).is_enrolled:
        return None
    return standing(*_lease(database, clock), _shift_under_way(database))


def require_lease(store: Store) -> None:
    """RuleError where the data of this laptop stays closed until its lease is renewed."""
    now = look_at_lease(store)
    if now is not None and not now.opens:
        raise RuleError(Problem("lease", "lease_over", _OVER_IN_SHIFT if now.has_shift else _OVER))


def call_about(store: Store, matter: str) -> Call | None:
    """What to read out about a matter; None before the centre told by what its codes are recognised."""
    line, meta = store.query(phone_line, matter), store.meta
    if line is None:
        return None
    prefix, device_id = meta.origin.rpartition("-")[2].partition(".")[0], meta.get("device_id")
    known, _ = store.query(_lease, store.clock)
    return Call(request(device_id, prefix, line, known.day), line, device_id)


def answered(store: Store, matter: str, code: str) -> PhoneLine:
    """The line from now on, by a code that answers the request; RuleError where it does not, or serves no more."""
    call = call_about(store, matter)
    line = recognised(call.device_id, call.line, call.asked, code) if call is not None else None
    if call is None or line is None:
        raise _refused("phone_code_wrong", _WRONG)
    if line.day <= call.line.day:
        raise _refused("phone_code_used", _USED)
    here_ms = store.query(now_by_centre_ms, store.clock)
    if not is_near(line.day, here_ms):
        here, there = (date_numeric(date_of(day)) for day in (day_of(here_ms), line.day))
        raise _refused("clock", _clock_is_off(here, there))
    return line


def renew_by_phone(store: Store, code: str) -> None:
    """Renew the lease by a code of the office; RuleError says why one is not taken."""
    line = answered(store, LEASE, code)
    at_ms = max(store.query(now_by_centre_ms, store.clock), line.day * DAY_MS)
    store.execute(_renew, line, Lease(at_ms, at_ms, int(store.clock.monotonic_s())))
    keep_lease_mark(store)


def _renew(unit: Unit, line: PhoneLine, renewed: Lease) -> None:
    """All or none. The centre's day has come, so what a clock that ran ahead had shown is forgotten."""
    unit.write_local(put_lease, renewed)
    unit.write_local(put_opened_by, line.day)
    spend(unit, line)


def spend(unit: Unit, line: PhoneLine) -> None:
    """A code served: none of its day or before serves again, and the office learns of it."""
    unit.write_local(keep_phone_lines, [line])
    _note_step(unit, line.matter, PhoneStep.TAKEN, line.day)


def note_first_in(store: Store, user_id: UserId) -> None:
    """Somebody signed in; the first one after the lease was renewed by a code is told to the office."""
    day = store.query(opened_by)
    if day is not None:
        with store.acting(user_id):
            store.execute(_note_first_in, day)


def _note_first_in(unit: Unit, day: int) -> None:
    unit.write_local(put_opened_by, None)
    _note_step(unit, LEASE, PhoneStep.ENTERED, day, unit.user)


def _note_step(unit: Unit, matter: str, kind: PhoneStep, day: int, user_id: str = "") -> None:
    told = step_of(unit.meta.get("device_id"), matter, kind, day, unit.now_ms, user_id)
    unit.insert(PHONE_STEP, unit.meta.regency, **told)


def _lease(database: Database, clock: Clock) -> tuple[Lease, int]:
    """The lease as it stands now, and for how many days it is."""
    here_ms, kept = now_by_centre_ms(database, clock), kept_lease(database)
    day = day_of(max(here_ms, kept.seen_ms) if kept is not None else here_ms)
    days = int(rule_values(database, RuleName.LEASE, date_of(day))[RuleKey.LEASE_DAYS])
    return lease(database, here_ms, clock.monotonic_s(), days), days


def now_by_centre_ms(database: Database, clock: Clock) -> int:
    """By the clock on the wall, put right by what the last contact told of it."""
    here_ms = now_ms(clock)
    return here_ms + clock_check(database).error_ms(here_ms)


def _shift_under_way(database: Database) -> ShiftUnderWay | None:
    shift = current_shift(database)
    if shift is None:
        return None
    opened = moment(shift.opened_at)
    until = ended_in_peace_until(at_site(opened, shift.time_zone))
    return ShiftUnderWay(_ms(opened), _ms(until))


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _refused(why: str, message: Text) -> RuleError:
    return RuleError(Problem("code", why, message))


def _clock_is_off(here: str, there: str) -> Text:
    return text(
        "Kode ini dari tanggal {there}, jam laptop menunjuk {here}. Betulkan jam laptop lalu ketik lagi kode yang "
        "sama; kalau jamnya sudah benar, minta kode baru.",
        here=here,
        there=there,
    )


_OVER: Final = text("Laptop ini terlalu lama tidak terhubung ke pusat. Sinkronkan, atau minta kode lewat telepon.")
_OVER_IN_SHIFT: Final = text(
    "Laptop ini terlalu lama tidak terhubung ke pusat. Sinkronkan, atau minta kode lewat telepon; sesudah itu shift "
    "yang terbuka bisa ditutup."
)
_WRONG: Final = text(
    "Kode tidak cocok. Bacakan lagi kode permintaan di atas, lalu periksa balasannya huruf demi huruf."
)
_USED: Final = text("Kode ini sudah dipakai. Satu kode berlaku sekali; minta kode baru besok, atau sinkronkan.")
