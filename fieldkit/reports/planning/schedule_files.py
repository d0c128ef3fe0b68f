"""The schedule as a workbook, and as events that any calendar can take in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from openpyxl.styles import Border, PatternFill, Side

from fieldkit.domain.planning.schedule import PlanState
from fieldkit.records.regions import RegionTable
from fieldkit.reports.making.html import filled
from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import WRAPPED, Sheet, new_book, type_of
from fieldkit.reports.planning.schedule import SchedulePaper, place_line
from fieldkit.store.queries.planning.schedule import Plan, Schedule

if TYPE_CHECKING:
    from icalendar import Event

_WIDTHS: Final = (18, 34, 14, 34, 9, 8, 16)
_LINE: Final = Border(bottom=Side("thin", "C4CCD2"))
_SHADE: Final = PatternFill("solid", "EEF1F3")
_STATUS: Final = {PlanState.PLANNED: "TENTATIVE", PlanState.CANCELLED: "CANCELLED", PlanState.POSTPONED: "CANCELLED"}


def schedule_html(paper: SchedulePaper) -> str:
    """The paper for a wall."""
    return filled("jadwal.html", (), paper=paper)


def write_schedule_book(paper: SchedulePaper, path: Path) -> None:
    """Write the schedule as .xlsx. StoreError where the file can not be written."""
    book = new_book(paper.page_title)
    page = Sheet(book, "Jadwal", paper.page_title, _WIDTHS)
    page.cells.page_setup.orientation = page.cells.ORIENTATION_LANDSCAPE
    page.wide(paper.title, type_of(14, bold=True))
    page.wide(paper.subtitle, type_of(11))
    if paper.note:
        page.wide(paper.note)
    page.row += 1
    for day in paper.days:
        page.wide(" · ".join(filter(None, (day.title, day.holiday))), type_of(11, bold=True))
        _row(page, paper.heads, is_head=True)
        for line in day.lines:
            _row(page, line.values)
        page.row += 1
    save_document(path, workbook_bytes(book))


def write_schedule_feed(
    schedule: Schedule, plans: Iterable[Plan], regions: RegionTable, at_utc: datetime, path: Path
) -> None:
    """Write the shifts as .ics, each in the zone of its place. StoreError where the file can not be written."""
    # A quarter of a second, and seldom wanted.
    from icalendar import Calendar

    feed = Calendar.new(prodid="-//FieldKit//Jadwal//ID", name="Jadwal jemput bola")
    for plan in plans:
        feed.add_component(_event(schedule, plan, regions, at_utc))
    feed.add_missing_timezones()
    save_document(path, feed.to_ical())


def _event(schedule: Schedule, plan: Plan, regions: RegionTable, at_utc: datetime) -> Event:
    from icalendar import Event
    from icalendar.enums import STATUS

    zone = ZoneInfo(plan.time_zone)
    begins = datetime.combine(plan.day, plan.start, zone)
    ends = datetime.combine(plan.day, plan.end, zone)
    team = schedule.register.team(plan.team_id)
    about = (team.name if team else "", f"Alat {plan.set_code}" if plan.set_code else "", _target(plan))
    return Event.new(
        uid=f"{plan.id}@fieldkit",
        stamp=at_utc,
        start=begins,
        end=ends if ends > begins else ends + timedelta(days=1),
        summary=f"Perekaman KTP-el: {plan.site_name}",
        location=place_line(plan, regions),
        description=" · ".join(filter(None, about)),
        status=STATUS(_STATUS.get(plan.state, "CONFIRMED")),
    )


def _target(plan: Plan) -> str:
    return f"target {plan.target}" if plan.target else ""


def _row(page: Sheet, cells: Iterable[str | int], *, is_head: bool = False) -> None:
    for column, value in enumerate(cells, start=1):
        cell = page.put(column, value, type_of(bold=is_head), WRAPPED)
        cell.border = _LINE
        if is_head:
            cell.fill = _SHADE
    page.row += 1
