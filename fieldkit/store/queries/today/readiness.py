"""What should be in order on this laptop before the team leaves (TL-1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from fieldkit.domain.clock import KnownClock
from fieldkit.domain.planning.schedule import CrewRole
from fieldkit.domain.stock.movements import Product
from fieldkit.store.database import Database
from fieldkit.store.departure import Departure, departure
from fieldkit.store.neighbours.carried import count_carried
from fieldkit.store.queries.clock import known_clock
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.syncing.outgoing import count_waiting


@dataclass(frozen=True, slots=True)
class VillageList:
    """The newest by-name list of a village here. `version` counts the lists of this laptop; 0 where there is none."""

    village: str
    version: int
    as_of: str
    people: int


@dataclass(frozen=True, slots=True)
class SetHere:
    """The set of devices that the plan names."""

    code: str
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class PlaceHere:
    """What is known of power and network at the place of the plan; empty where nobody looked."""

    network: str
    power: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """What should be in order before the team leaves; `synced_at_ms` is 0 before the first sync."""

    lists: tuple[VillageList, ...]
    synced_at_ms: int
    yesterday_ended: datetime | None
    """When the last shift of the day before was planned to end; None where none was planned."""
    waiting: int
    carried: int
    """Files of other tables that wait here for the centre."""
    blanks: int
    ribbon_prints: int | None
    """None where this table never had a ribbon."""
    device_set: SetHere | None
    place: PlaceHere
    without_certificate: tuple[str, ...]
    """Names of those who go and have none noted: the crew of the plan, else who is signed in."""
    certificate_until: str
    """The first day on which one of their certificates ends; empty where none ends or none is known."""
    departure: Departure
    clock: KnownClock


def readiness(database: Database, villages: Sequence[str], day: str, plan_id: str | None, user: str) -> Readiness:
    """How this laptop stands for a day and its plan."""
    holder = table_holder(database)
    return Readiness(
        tuple(_village_list(database, village) for village in villages),
        int(database.value("SELECT coalesce(max(at_ms), 0) FROM sync_receipt")),
        _yesterday_ended(database, day),
        count_waiting(database),
        count_carried(database),
        balance_of(database, holder, Product.BLANK),
        _ribbon(database, holder),
        _set(database, plan_id),
        _place(database, plan_id),
        *_certificates(database, plan_id, user),
        departure(database, day),
        known_clock(database),
    )


def _village_list(database: Database, village: str) -> VillageList:
    row = database.row(
        "SELECT (SELECT count(*) FROM target_list older WHERE older.imported_at <= l.imported_at), l.as_of, "
        "(SELECT count(*) FROM resident r WHERE r.village = ?1 AND r.list_id IS NOT NULL) - "
        "(SELECT count(*) FROM resident_state s JOIN resident d ON d.id = s.resident_id "
        "WHERE s.is_double = 1 AND d.village = ?1) FROM target_list l "
        "WHERE l.id IN (SELECT DISTINCT list_id FROM resident WHERE village = ?1) "
        "ORDER BY l.imported_at DESC LIMIT 1",
        village,
    )
    return VillageList(village, *(row or (0, "", 0)))


def _yesterday_ended(database: Database, day: str) -> datetime | None:
    """Of all tables of the office: what they recorded is what the list of today should know."""
    before = date.fromisoformat(day) - timedelta(days=1)
    rows = database.rows(
        "SELECT planned_start, planned_end, time_zone FROM shift_plan "
        "WHERE day = ? AND coalesce(state, 'published') = 'published'",
        before.isoformat(),
    )
    return max((_end(before, *row) for row in rows), default=None)


def _end(day: date, start: str, end: str, time_zone: str) -> datetime:
    past_midnight = timedelta(days=end <= start)
    return datetime.combine(day + past_midnight, time.fromisoformat(end), ZoneInfo(time_zone)).astimezone(UTC)


def _ribbon(database: Database, holder: str) -> int | None:
    moved = database.value(
        "SELECT 1 FROM stock_movement WHERE product = ?1 AND ?2 IN (from_holder, to_holder)", Product.RIBBON, holder
    )
    return balance_of(database, holder, Product.RIBBON) if moved else None


def _set(database: Database, plan_id: str | None) -> SetHere | None:
    row = database.row(
        "SELECT p.set_code, coalesce(s.state, ''), coalesce(s.note, '') FROM shift_plan p "
        "LEFT JOIN device_set s ON s.code = p.set_code WHERE p.id = ? AND p.set_code <> ''",
        plan_id,
    )
    return SetHere(*row) if row else None


def _place(database: Database, plan_id: str | None) -> PlaceHere:
    row = database.row(
        "SELECT coalesce(s.network, ''), coalesce(s.power, '') FROM shift_plan p JOIN site s ON s.id = p.site_id "
        "WHERE p.id = ?",
        plan_id,
    )
    return PlaceHere(*(row or ("", "")))


def _certificates(database: Database, plan_id: str | None, user: str) -> tuple[tuple[str, ...], str]:
    """Of each person and kind the one that holds longest."""
    crew = [row[0] for row in database.rows(_CREW, plan_id, CrewRole.OFF)] or [user]
    lacking, ends = list[str](), list[str]()
    for one in crew:
        rows = database.rows(
            "SELECT max(coalesce(valid_until, '')), min(coalesce(valid_until, '')) = '' FROM certificate "
            "WHERE user_id = ? GROUP BY kind",
            one,
        )
        ends += [until for until, is_endless in rows if not is_endless]
        if not rows:
            lacking.append(str(database.value("SELECT name FROM app_user WHERE id = ?", one)))
    return tuple(sorted(lacking)), min(ends, default="")


_CREW: Final = (
    "SELECT user_id FROM plan_staff WHERE plan_id = ?1 AND role <> ?2 UNION "
    "SELECT m.user_id FROM team_member m JOIN shift_plan p ON p.team_id = m.team_id WHERE p.id = ?1 AND m.role <> ?2"
)
