"""Which shift a file of registrations belongs to: the one that is open, or one that is opened for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from fieldkit.domain.areas import AreaLevel
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.host.places import resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.people import AppUser
from fieldkit.store.queries.shifts import PlannedShift, current_shift, planned_shifts
from fieldkit.store.store import Store
from fieldkit.work.instants import at_site
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.opening import OpenShift

_UNPLANNED: Final = "Shift"
_WHOLE_DAY: Final = ("00:00", "23:59")


@dataclass(frozen=True, slots=True)
class WhichShift:
    """What the command line says of the shift; at most one is given.

    `id` is that of the open one, `plan` id or name of one planned for today, `village` where an unplanned one is.
    """

    id: str = ""
    plan: str = ""
    village: str = ""
    time_zone: str = OFFICE_ZONE


def opening(store: Store, which: WhichShift, user: AppUser) -> OpenShift | None:
    """The shift to open; None to work in the open one, which has to be the one that was named."""
    if which.plan:
        return _planned(_plan(store, which), user)
    if which.village:
        return _unplanned(store, which, user)
    open_now = store.query(current_shift)
    if which.id and (open_now is None or open_now.id != which.id):
        raise _no_such()
    return None


def _plan(store: Store, which: WhichShift) -> PlannedShift:
    today = at_site(store.clock.now_utc(), which.time_zone).date()
    plans = store.query(planned_shifts, today.isoformat())
    fitting = [plan for plan in plans if which.plan in {plan.id, plan.name}]
    if len(fitting) != 1:
        raise _no_such()
    return fitting[0]


def _planned(plan: PlannedShift, user: AppUser) -> OpenShift:
    return OpenShift(
        plan_id=plan.id,
        day=date.fromisoformat(plan.day),
        name=plan.name,
        site_name=plan.site_name,
        village=plan.village,
        planned_start=plan.planned_start,
        planned_end=plan.planned_end,
        time_zone=plan.time_zone,
        target_count=plan.target_count,
        blanks_taken=0,
        present=(Attendant(user.name, user.role, user.id),),
    )


def _unplanned(store: Store, which: WhichShift, user: AppUser) -> OpenShift:
    region = RegionTable(resources_dir() / "regions").by_code(which.village)
    if region is None or region.level is not AreaLevel.VILLAGE:
        raise _no_such()
    now = at_site(store.clock.now_utc(), which.time_zone)
    return OpenShift(
        plan_id=None,
        day=now.date(),
        name=_UNPLANNED,
        site_name=region.name,
        village=region.code,
        planned_start=_WHOLE_DAY[0],
        planned_end=_WHOLE_DAY[1],
        time_zone=which.time_zone,
        target_count=0,
        blanks_taken=0,
        present=(Attendant(user.name, user.role, user.id),),
    )


def _no_such() -> RuleError:
    message = text("Shift itu tidak ada. Periksa rencana hari ini, kode kelurahan, atau shift yang terbuka.")
    return RuleError(Problem("shift", "which_shift", message))
