"""What the page Sync shows in one look: what waits, what was received, the centre's proofs, open questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from fieldkit.domain.identifiers import device_prefix
from fieldkit.records.tables import BY_NAME, HEALTH, OFFICE, PEOPLE, SERVICE, SHIFT, STOCK
from fieldkit.records.wire import SilentLaptop
from fieldkit.store.database import Database
from fieldkit.store.former import Former, former
from fieldkit.store.meta import Meta
from fieldkit.store.neighbours.carried import GAP, Carried, carried_files
from fieldkit.store.queries.closing.tables import TableClosing, other_tables
from fieldkit.store.queries.shifts import Shift, current_shift, last_shift, site_zone
from fieldkit.store.queries.syncing import SETTLED, AttentionRow, GroupCount, attention
from fieldkit.store.syncing.comparing import Compared, compared
from fieldkit.store.syncing.giving_back import is_given_back
from fieldkit.store.syncing.loads import CaughtUp, caught_up
from fieldkit.store.syncing.outgoing import count_waiting
from fieldkit.store.told import silent_laptops

_SHOWN: Final = {SERVICE: SERVICE, STOCK: STOCK, SHIFT: SHIFT, PEOPLE: PEOPLE, OFFICE: PEOPLE, HEALTH: SERVICE}
"""Lines of the table; what little a laptop writes for the office stands with the people, and why with the visit."""
_DAY_MS: Final = 24 * 60 * 60 * 1000
_TOLD_FOR_MS: Final = 7 * _DAY_MS
_LONG_AGO_MS: Final = 100_000 * _DAY_MS
"""Keeps the division of earlier days from rounding towards zero."""
_MOST_PROOFS: Final = 10
_TO_DECIDE: Final = (
    "SELECT 1 FROM attention a WHERE (a.origin, a.number) = (j.origin, j.number) "
    f"AND NOT {SETTLED.format(case_id='a.case_id', kind='a.reason')}"
)
_BY_TABLE: Final = (
    "SELECT table_name, count(*) FILTER (WHERE verdict IS NULL), count(*) FILTER (WHERE verdict IS NOT NULL), "
    f"count(*) FILTER (WHERE EXISTS ({_TO_DECIDE})) "
    # What waits of a former origin goes out with the rest; asked with OR, SQLite would read the whole journal.
    "FROM (SELECT origin, number, table_name, verdict FROM journal WHERE origin = ?1 AND number > ?2 "
    "UNION ALL SELECT origin, number, table_name, verdict FROM journal "
    "WHERE verdict IS NULL AND NOT (origin = ?1 AND number > ?2)) j GROUP BY table_name"
)


@dataclass(frozen=True, slots=True)
class Proof:
    """The centre's word of a day: it holds changes 1 to `number`; `is_whole` where its chain is that of this laptop."""

    number: int
    at_ms: int
    chain: str
    epoch: int
    signature: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class SyncView:
    """The page at a glance. Changes are counted from the last proof of an earlier day on, or all of them."""

    device: str
    """Prefix of this laptop, empty before its enrolment."""
    origin: str
    groups: tuple[GroupCount, ...]
    waiting: int
    carried: tuple[Carried, ...]
    """Files of other tables, as long as one of them or its receipt still has a way to go."""
    since_ms: int
    """Time of that earlier proof, 0 where all changes are counted."""
    proofs: tuple[Proof, ...]
    """The last one of each day, newest first."""
    attention: tuple[AttentionRow, ...]
    silent: tuple[SilentLaptop, ...]
    """Laptops that have not reported for long; for lead and office."""
    compared: Compared
    """The last comparison with the centre."""
    caught_up: CaughtUp
    """What was loaded afresh lately because this laptop was long away."""
    shift: Shift | None
    is_open: bool
    time_zone: str
    former: tuple[Former, ...] = ()
    """What is known of the origins of before this laptop was restored."""
    tables: tuple[TableClosing, ...] = ()
    """The closings of the other tables, as far as they are here."""
    is_given_back: bool = False
    """Whether the centre is asked to let this laptop go."""

    @property
    def carried_waiting(self) -> int:
        """Those that wait for the centre."""
        return sum(file.waits for file in self.carried)

    @property
    def carried_stuck(self) -> int:
        """Those before which something is missing at the centre that only their own laptop, or its files, can bring."""
        return sum(file.refusal == GAP for file in self.carried)

    @property
    def received(self) -> int:
        """Changes that the centre has answered."""
        return sum(group.sent for group in self.groups)

    @property
    def total(self) -> int:
        """All changes that are counted here."""
        return self.received + sum(group.waiting for group in self.groups)


def sync_view(database: Database, now: datetime) -> SyncView:
    """Everything that the page shows, by the days of the site."""
    meta, here = Meta(database), current_shift(database)
    shift, time_zone = here or last_shift(database), site_zone(database)
    day_start_ms = _day_start_ms(now, time_zone)
    start, since_ms = _start(database, meta.origin, day_start_ms)
    return SyncView(
        device=device_prefix(meta.origin) if meta.is_enrolled else "",
        origin=meta.origin,
        groups=_groups(database, meta.origin, start),
        waiting=count_waiting(database),
        carried=tuple(file for file in carried_files(database) if not file.is_returned),
        since_ms=since_ms,
        proofs=_proofs(database, meta.origin, day_start_ms),
        attention=tuple(attention(database)),
        silent=silent_laptops(database),
        compared=compared(database),
        caught_up=_lately(caught_up(database), now),
        shift=shift,
        former=former(database),
        tables=other_tables(database),
        is_given_back=is_given_back(database),
        is_open=here is not None,
        time_zone=time_zone,
    )


def _lately(told: CaughtUp, now: datetime) -> CaughtUp:
    return told if abs(now.timestamp() * 1000 - told.at_ms) < _TOLD_FOR_MS else CaughtUp()


def _day_start_ms(now: datetime, time_zone: str) -> int:
    midnight = now.astimezone(ZoneInfo(time_zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    return int(midnight.timestamp() * 1000)


def _start(database: Database, origin: str, day_start_ms: int) -> tuple[int, int]:
    """The number after which changes are counted, and when it was proven."""
    proven = database.row(
        "SELECT number, min(at_ms) FROM sync_receipt WHERE origin = ?1 AND at_ms < ?2 "
        "GROUP BY number ORDER BY number DESC LIMIT 1",
        origin,
        day_start_ms,
    )
    first = database.value("SELECT min(number) FROM journal WHERE origin = ? AND verdict IS NULL", origin)
    if proven is None or (first is not None and first <= proven[0]):
        return 0, 0
    return int(proven[0]), int(proven[1])


def _groups(database: Database, origin: str, start: int) -> tuple[GroupCount, ...]:
    counts = {group: [0, 0, 0] for group in _SHOWN.values()}
    for table, *figures in database.rows(_BY_TABLE, origin, start):
        sums = counts[_SHOWN[BY_NAME[table].group]]
        sums[:] = [before + more for before, more in zip(sums, figures, strict=True)]
    return tuple(GroupCount(group, *sums) for group, sums in counts.items())


def _proofs(database: Database, origin: str, day_start_ms: int) -> tuple[Proof, ...]:
    # Of each day the row with the highest number: SQLite takes the bare columns from where max() is.
    rows = database.rows(
        "SELECT max(r.number), r.at_ms, r.chain, r.epoch, r.signature, coalesce(lower(hex(j.chain)) = r.chain, 0) FROM "
        "(SELECT number, chain, min(at_ms) AS at_ms, epoch, signature FROM sync_receipt WHERE origin = ?1 "
        "GROUP BY number, chain) r "
        "LEFT JOIN journal j ON j.origin = ?1 AND j.number = r.number "
        "WHERE r.number > 0 GROUP BY (r.at_ms - ?2) / ?3 ORDER BY r.at_ms DESC LIMIT ?4",
        origin,
        day_start_ms - _LONG_AGO_MS,
        _DAY_MS,
        _MOST_PROOFS,
    )
    return tuple(
        Proof(number, at_ms, chain, epoch, signature, bool(is_whole))
        for number, at_ms, chain, epoch, signature, is_whole in rows
    )
