"""Shifts, clashes and places in the words of the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Final

from fieldkit.domain.planning.clashes import Clash, ClashKind
from fieldkit.domain.planning.schedule import PlanKind, PlanState, state_label, stop_reason_label
from fieldkit.domain.planning.site import Quality, SiteKind, Surroundings, quality_label
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.planning.register import Site
from fieldkit.store.queries.planning.schedule import Plan, Schedule
from fieldkit.ui.formats import clock, day_short
from fieldkit.ui.language import say, tr

QUALITY_ICONS: Final = {
    Quality.GOOD: "wifi-high",
    Quality.WEAK_NETWORK: "wifi-medium",
    Quality.UNSTEADY_POWER: "lightning",
    Quality.NO_NETWORK: "wifi-slash",
    Quality.NO_POWER: "lightning-slash",
    Quality.UNKNOWN: "question",
}


def hours_words(start: time, end: time) -> str:
    """Hours as narrow as they can be: "09–12", "09.30–12"."""
    return f"{_hour(start)}–{_hour(end)}"


def when_words(plan: Plan) -> str:
    """Day and hours: "Rab 27, 09–12"."""
    return f"{day_short(plan.day).rpartition(' ')[0]}, {hours_words(plan.start, plan.end)}"


def place_words(plan: Plan, site: Site | None, regions: RegionTable) -> str:
    """Where a shift is, in as few letters as tell it: the village, or the place where that says more."""
    says_more = site is not None and site.kind != SiteKind.VILLAGE_OFFICE
    if plan.site_name and (plan.kind == PlanKind.VISITS or says_more):
        return plan.site_name
    return village_name(regions, plan.village)


def village_name(regions: RegionTable, code: str) -> str:
    """The name of a village alone."""
    region = regions.by_code(code)
    return region.name if region is not None else code


def district_name(regions: RegionTable, code: str) -> str:
    """The name of a district alone."""
    region = regions.by_code(code)
    return tr("Kec. {name}", name=region.name) if region is not None else code


def team_name(schedule: Schedule, team_id: str) -> str:
    """A team."""
    team = schedule.register.team(team_id)
    return team.name if team is not None else tr("Tanpa tim")


def state_words(plan: Plan) -> str:
    """The state, with its reason."""
    label = say(state_label(plan.state))
    return f"{label}: {say(stop_reason_label(plan.state_reason))}" if plan.state_reason else label


def quality_words(surroundings: Surroundings) -> str:
    """What is known of a place at a glance."""
    return say(quality_label(surroundings.quality))


def clash_words(schedule: Schedule, clash: Clash, regions: RegionTable) -> str:
    """What can not all be kept, and who wants it."""
    plans = [plan for plan in schedule.around if plan.id in clash.shifts]
    who = ", ".join(
        tr(
            "{team} di {place}",
            team=team_name(schedule, plan.team_id),
            place=place_words(plan, schedule.register.site(plan.site_id), regions),
        )
        for plan in plans
    )
    if clash.kind is ClashKind.SET:
        return tr("Alat {code} dipakai dua tim sekaligus: {who}.", code=clash.subject, who=who)
    if clash.kind is ClashKind.TEAM:
        team = team_name(schedule, clash.subject)
        places = [place_words(plan, schedule.register.site(plan.site_id), regions) for plan in plans]
        return tr("{team} ada di dua tempat sekaligus: {places}.", team=team, places=", ".join(places))
    if clash.kind is ClashKind.PERSON:
        return tr("{name} bertugas di dua tempat sekaligus: {who}.", name=person_name(plans, clash.subject), who=who)
    return tr("{district} tanpa alat siaga: {who}.", district=district_name(regions, clash.subject), who=who)


def person_name(plans: Sequence[Plan], user_id: str) -> str:
    """Somebody on one of these shifts."""
    return next((one.name for plan in plans for one in plan.staff if one.user_id == user_id), user_id)


def week_words(first: date, plans: Sequence[Plan]) -> str:
    """What a week is: its number, and how much of it others may rely on."""
    drafts = sum(plan.state is PlanState.PLANNED for plan in plans)
    standing = sum(plan.stands for plan in plans)
    return " · ".join((tr("Minggu ke-{n}", n=first.isocalendar().week), published_words(drafts, standing)))


def published_words(drafts: int, standing: int) -> str:
    """How many of the shifts are drafts."""
    if not standing:
        return tr("belum ada shift")
    if drafts == standing:
        return tr("konsep, belum diterbitkan")
    if drafts:
        return tr("{n} konsep, {m} terbit", n=drafts, m=standing - drafts)
    return tr("sudah terbit")


def span_words(first: date, last: date) -> str:
    """The days that are shown: "25 Feb – 3 Mar 2019"."""
    if first == last:
        return f"{day_short(first)} {first.year}"
    end = f"{day_short(last).partition(' ')[2]} {last.year}"
    begin = day_short(first).partition(" ")[2]
    if first.month == last.month:
        begin = begin.partition(" ")[0]
    return f"{begin} – {end}"


def _hour(moment: time) -> str:
    return f"{moment.hour:02}" if not moment.minute else clock(moment)
