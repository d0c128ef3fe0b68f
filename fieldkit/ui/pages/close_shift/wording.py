"""The sentences of the page: whose figures they are, of when, and by whom."""

from __future__ import annotations

from datetime import date, datetime

from fieldkit.domain.shifts.closing import check_reopening, may_report
from fieldkit.records.regions import RegionTable
from fieldkit.reports.closing.beside import late_things
from fieldkit.store.queries.closing.draft import Answers
from fieldkit.ui.formats import clock, day_long, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.close_shift.view import CloseView
from fieldkit.ui.places import village_label
from fieldkit.work.instants import at_site, moment


def occasion(view: CloseView, regions: RegionTable, now_utc: datetime) -> str:
    """Village, day, shift, and from when to when."""
    until = moment(view.closing.at) if view.closing is not None else now_utc
    hours = f"{site_clock(view, moment(view.shift.opened_at))}–{site_clock(view, until)}"
    place = village_label(regions, view.shift.village)
    return f"{place} · {day_long(date.fromisoformat(view.shift.day))} · {view.shift.name} {hours}"


def day_sum(view: CloseView, now_utc: datetime) -> str:
    """Recorded people of the day at this table, shift by shift; that it is this table where there are others."""
    names = [one.name.removeprefix("Shift ") for one in view.day]
    parts = " + ".join(f"{name} {one.recorded}" for name, one in zip(names, view.day, strict=True))
    total = sum(one.recorded for one in view.day)
    figures = f"{parts} = {total}" if len(view.day) > 1 else parts
    figures = figures[:1].upper() + figures[1:]
    alone = not view.is_own or (all(one.shift_id == view.shift.id for one in view.team.tables) and not view.team.open)
    said = tr("{figures} terekam", figures=figures) if alone else tr("{figures} terekam, meja ini", figures=figures)
    return tr("{sum} · per {time}", sum=said, time=site_clock(view, now_utc)) if view.is_open else said


def counted_by(view: CloseView, answers: Answers, user_name: str) -> str:
    """Who counted the blanks, and when."""
    at = f", {site_clock(view, moment(answers.counted_at))}" if answers.counted_at else ""
    name = view.closing.signer_name if view.closing is not None else user_name
    return tr("oleh {name}{time}", name=_short_name(name), time=at)


def signed_by(view: CloseView) -> str:
    """Who signed, and when; nothing while nobody did."""
    if view.closing is None:
        return ""
    at = at_site(moment(view.closing.at), view.shift.time_zone)
    when = clock(at) if at.date().isoformat() == view.shift.day else f"{day_short(at.date())} {clock(at)}"
    return tr("{name}, {time}", name=view.closing.signer_name, time=when)


def why_not_again(view: CloseView, role: str, today: date) -> str:
    """Why somebody may not open or correct it, and who may; nothing where the reason is all that is left to write."""
    if view.standing.is_reported:
        return "" if may_report(role) else tr("Hanya perencana atau admin kantor yang menambah koreksi.")
    found = check_reopening(view.standing, role=role, today=today, reason="-")
    if view.standing.is_closed and view.hindrance is not None:
        found = (*found, view.hindrance)
    return " ".join(say(problem.message) for problem in found)


def what_came_late(view: CloseView) -> str:
    """That the signed figures stay, and what came after them."""
    said = [_late_sentence(view), *_beside_sentences(view)]
    return " ".join(sentence for sentence in said if sentence)


def _beside_sentences(view: CloseView) -> list[str]:
    """Which closing this one replaces, that the office has the report, and the last correction."""
    said = []
    if view.closing is not None and view.closing.number > 1:
        said.append(tr("Menggantikan penutupan ke-{n}.", n=view.closing.number - 1))
    if view.standing.is_reported:
        said.append(tr("Kantor sudah menerima laporannya."))
    if view.beside.corrections:
        last = view.beside.corrections[-1]
        said.append(tr("Koreksi ke-{n}: {what}", n=last.number, what=last.what))
    return said


def _late_sentence(view: CloseView) -> str:
    if not view.addenda:
        return tr("Angkanya tidak berubah lagi. Yang datang sesudah ini dicatat sebagai tambahan.")
    last = at_site(moment(view.addenda[-1].at), view.shift.time_zone)
    return tr(
        "Angkanya tidak berubah lagi. Tambahan sesudah penutupan: {things}; terakhir {when}.",
        things=", ".join(map(say, late_things(view.addenda))),
        when=f"{day_short(last.date())} {clock(last)}",
    )


def site_clock(view: CloseView, at: datetime) -> str:
    """A time of day at the site of the shift."""
    return clock(at_site(at, view.shift.time_zone))


def _short_name(name: str) -> str:
    """First name and initial: Rina W."""
    first, _, rest = name.partition(" ")
    return f"{first} {rest[0]}." if rest else first
