"""What plans are made of: the planner keeps teams, sets, certificates, permits, special days and places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.planning.schedule import DayKind
from fieldkit.domain.planning.site import Surroundings
from fieldkit.domain.text import text
from fieldkit.records.declaration import Table
from fieldkit.records.tables import (
    BY_NAME,
    CALENDAR_DAY,
    CERTIFICATE,
    DEVICE_SET,
    PRINT_PERMIT,
    SETTING,
    SHIFT_PLAN,
    SITE,
    TEAM,
)
from fieldkit.store.queries.planning.register import VOTE_DAY, register
from fieldkit.store.queries.planning.schedule import plans_with_set
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_planner
from fieldkit.work.planning.crew import put_members

_NOT_LOOKED_AT: Final = Surroundings()


@dataclass(frozen=True, slots=True)
class KeepTeam:
    """A team as it is from now on."""

    name: str
    district: str
    is_active: bool
    members: tuple[tuple[str, str], ...]
    """User and role."""


@dataclass(frozen=True, slots=True)
class KeepSet:
    """A set of devices as it is from now on."""

    code: str
    district: str
    kind: str
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeepPaper:
    """A certificate or a letter of somebody."""

    user_id: str
    kind: str
    letter_no: str
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class KeepPermit:
    """What was found about printing in a district (F-B6)."""

    district: str
    funds: bool
    network: bool
    equipment: bool
    staff: bool
    letter_no: str
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class KeepDay:
    """A day that is not like others."""

    day: date | None
    kind: str
    name: str


@dataclass(frozen=True, slots=True, repr=False)
class KeepSite:
    """A place as it was found."""

    name: str
    village: str
    kind: str
    hamlet: str = ""
    surroundings: Surroundings = _NOT_LOOKED_AT
    contact_name: str = ""
    contact_phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """Which row, and what `put_back_kept` needs to undo a change; nothing where the row is new."""

    id: str
    table: str = ""
    before: Mapping[str, Any] | None = None
    members: tuple[tuple[str, str], ...] = ()


def keep_team(unit: Unit, team_id: str, command: KeepTeam) -> Kept:
    """A team anew, or changed where an id is given."""
    require_planner(unit)
    _require(name=command.name, district=command.district)
    values = {"name": command.name.strip(), "district": command.district, "active": int(command.is_active)}
    before = unit.query(register).team(team_id)
    members = tuple((member.user_id, member.role) for member in before.members) if before is not None else ()
    kept = _keep(unit, TEAM, team_id, values)
    put_members(unit, kept.id, command.members)
    return replace(kept, members=members)


def keep_set(unit: Unit, set_id: str, command: KeepSet) -> Kept:
    """A set anew, or changed where an id is given; two sets never have the same code."""
    require_planner(unit)
    code = command.code.strip().upper()
    _require(code=code, district=command.district, state=command.state)
    same = unit.query(register).device_set(code)
    if same is not None and same.id != set_id:
        raise RuleError(Problem("code", "code_taken", text("Kode {code} sudah dipakai alat lain.", code=code)))
    values = {"code": code, "district": command.district, "kind": command.kind, "state": command.state}
    _rename_in_plans(unit, set_id, code)
    return _keep(unit, DEVICE_SET, set_id, values | {"note": command.note.strip() or None})


def keep_paper(unit: Unit, paper_id: str, command: KeepPaper) -> Kept:
    """A certificate or letter anew, or changed where an id is given."""
    require_planner(unit)
    _require(user=command.user_id, kind=command.kind)
    values = _validity(command.valid_from, command.valid_until)
    values |= {"user_id": command.user_id, "kind": command.kind, "letter_no": command.letter_no.strip() or None}
    return _keep(unit, CERTIFICATE, paper_id, values)


def keep_permit(unit: Unit, permit_id: str, command: KeepPermit) -> Kept:
    """What was found about a district anew, or changed where an id is given."""
    require_planner(unit)
    _require(district=command.district)
    values = _validity(command.valid_from, command.valid_until)
    conditions = {each: int(getattr(command, each)) for each in ("funds", "network", "equipment", "staff")}
    values |= {"district": command.district, "letter_no": command.letter_no.strip() or None, **conditions}
    return _keep(unit, PRINT_PERMIT, permit_id, values)


def keep_day(unit: Unit, day_id: str, command: KeepDay) -> Kept:
    """A special day anew, or changed where an id is given; the vote is the date of the campaign as well (F-W3)."""
    require_planner(unit)
    _require(name=command.name, kind=command.kind)
    if command.day is None:
        raise RuleError(_no_date("day"))
    day = command.day.isoformat()
    if command.kind == DayKind.VOTE:
        known = unit.value("SELECT id FROM setting WHERE key = ? ORDER BY id DESC", VOTE_DAY) or ""
        _keep(unit, SETTING, known, {"key": VOTE_DAY, "value": day})
    return _keep(unit, CALENDAR_DAY, day_id, {"day": day, "kind": command.kind, "name": command.name.strip()})


def keep_site(unit: Unit, site_id: str, command: KeepSite) -> Kept:
    """A place anew, or changed where an id is given."""
    require_planner(unit)
    _require(name=command.name, village=command.village, kind=command.kind)
    found = command.surroundings
    values = {
        "name": command.name.strip(),
        "village": command.village,
        "kind": command.kind,
        "hamlet": command.hamlet.strip() or None,
        "network": found.network or None,
        "power": found.power or None,
        "access": found.access or None,
        "contact_name": command.contact_name.strip() or None,
        "contact_phone": command.contact_phone.strip() or None,
        "note": command.note.strip() or None,
    }
    return _keep(unit, SITE, site_id, values, area=command.village)


def put_back_kept(unit: Unit, kept: Kept) -> None:
    """Undo of a change: the row as it was, and of a team also who was in it."""
    require_planner(unit)
    if kept.before is not None:
        if kept.table == DEVICE_SET.name:
            _rename_in_plans(unit, kept.id, str(kept.before["code"]))
        unit.update(BY_NAME[kept.table], kept.id, **kept.before)
    if kept.table == TEAM.name:
        put_members(unit, kept.id, kept.members)


def _rename_in_plans(unit: Unit, set_id: str, code: str) -> None:
    """Plans call a set by its code: those that were made go with it."""
    old = unit.value("SELECT code FROM device_set WHERE id = ?", set_id)
    if old is None or old == code:
        return
    for plan_id in unit.query(plans_with_set, str(old)):
        unit.update(SHIFT_PLAN, plan_id, set_code=code)


def _keep(unit: Unit, table: Table, row: str, values: Mapping[str, object], area: str = "") -> Kept:
    if not row:
        return Kept(unit.insert(table, area or unit.meta.regency, **values))
    found = unit.row(f"SELECT {', '.join(values)} FROM {table.name} WHERE id = ?", row) or ()
    before = dict(zip(values, found, strict=True))
    unit.update(table, row, **values)
    return Kept(row, table.name, before)


def _require(**answers: str) -> None:
    missing = [
        Problem(field, "missing", text("Bagian ini belum diisi."))
        for field, said in answers.items()
        if not said.strip()
    ]
    if missing:
        raise RuleError(*missing)


def _validity(begins: date | None, ends: date | None) -> dict[str, object]:
    if begins is None:
        raise RuleError(_no_date("valid_from"))
    if ends is not None and ends < begins:
        words = text("Berlaku sampai sebelum mulai berlaku. Betulkan salah satu tanggalnya.")
        raise RuleError(Problem("valid_until", "ends_before", words))
    return {"valid_from": begins.isoformat(), "valid_until": ends.isoformat() if ends else None}


def _no_date(field: str) -> Problem:
    return Problem(field, "no_date", text("Tanggalnya belum ditulis, misalnya 27-02-2019."))
