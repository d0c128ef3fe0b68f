"""Missions in words."""

from __future__ import annotations

from datetime import date

from fieldkit.domain.missions.mission import (
    SHARING,
    DataKnown,
    LaptopKnown,
    MissionState,
    known_label,
    next_states,
    open_points,
    state_label,
)
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.missions.missions import Mission
from fieldkit.ui.formats import capital, count, day_month
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.missions.forms import Typed, day_typed
from fieldkit.ui.places import district_name, village_label

_TONES = {
    MissionState.AGREED: "mute",
    MissionState.LISTS_SHARED: "info",
    MissionState.RUNNING: "accent",
    MissionState.SETTLED: "ok",
    MissionState.CANCELLED: "mute",
}
_KNOWN_TONES = {DataKnown.GONE: "ok", DataKnown.SILENT: "warn", DataKnown.NO_LAPTOP: "err", DataKnown.TOLD: "warn"}


def region_name(regions: RegionTable, code: str) -> str:
    """A regency as it is called."""
    region = regions.by_code(code)
    return region.name if region is not None else code


def days_words(mission: Mission) -> str:
    """From when to when."""
    first, last = mission.terms.from_day, mission.terms.until_day
    if first == last:
        return day_month(first)
    is_same_month = (first.year, first.month) == (last.year, last.month)
    return f"{first.day if is_same_month else day_month(first)} – {day_month(last)}"


def state_badge(mission: Mission) -> tuple[str, str]:
    """Where a mission stands, as a badge."""
    return capital(say(state_label(mission.state))), _TONES[mission.state]


def known_tone(known: DataKnown) -> str:
    """How much a laptop wants a look."""
    return _KNOWN_TONES.get(known, "")


def area_words(regions: RegionTable, areas: tuple[str, ...]) -> str:
    """The areas that are helped."""
    length = len("35.74.03")
    names = (village_label(regions, each) if len(each) > length else district_name(regions, each) for each in areas)
    return ", ".join(names) or "–"


def laptop_title(mission: Mission, laptop: LaptopKnown) -> str:
    """A guest laptop: how it is called at home, here, and how many it recorded."""
    recorded = mission.recorded.get(laptop.given, 0)
    given = tr("di sini {given}", given=laptop.given) if laptop.given else ""
    told = tr("{n} terekam", n=count(recorded)) if laptop.given else ""
    return " · ".join(filter(None, (laptop.laptop, given, told)))


def laptop_words(laptop: LaptopKnown) -> str:
    """What is known of the lists on it."""
    return capital(say(known_label(laptop.known)))


def silent_words(mission: Mission) -> str:
    """What is said of a guest laptop of which the centre has told nothing."""
    if mission.state in SHARING:
        return tr("Daftar dibagikan, pusat belum memberi kabar")
    return tr("Daftar belum dibagikan") if mission.state is MissionState.AGREED else tr("Pusat belum memberi kabar")


def paper_words(mission: Mission) -> str:
    """The letter and the note that were written down with the terms."""
    letter, note = mission.terms.letter_no, mission.terms.note
    parts = (tr("Surat: {number}", number=letter) if letter else "", tr("Catatan: {note}", note=note) if note else "")
    return "\n".join(filter(None, parts))


def early_words(mission: Mission, today: date) -> str:
    """From when on the next step can be gone, where its day has not come."""
    following = next_states(mission.state)
    if MissionState.RUNNING in following and today < mission.terms.from_day:
        return tr("Bisa dimulai pada {day}.", day=day_month(mission.terms.from_day))
    if MissionState.SETTLED in following and not mission.terms.is_over(today):
        return tr("Bisa diselesaikan sesudah {day}.", day=day_month(mission.terms.until_day))
    return ""


def blank_words(mission: Mission) -> str:
    """What was agreed to be brought, and how the loan stands."""
    loan, brought = mission.loan, mission.terms.blanks_brought
    if loan is None:
        return tr("{n} disepakati, belum dicatat sebagai pinjaman", n=count(brought)) if brought else tr("tidak ada")
    return tr(
        "{n} disepakati, {borrowed} dipinjam, {owed} belum dikembalikan",
        n=count(brought),
        borrowed=count(loan.borrowed),
        owed=count(loan.owed),
    )


def open_words(mission: Mission) -> str:
    """What is left to settle, in a sentence for each."""
    return "\n".join(f"• {say(point)}" for point in open_points(mission.standing))


def typed_of(mission: Mission) -> Typed:
    """The terms as they would be typed."""
    terms = mission.terms
    return Typed(
        terms.name,
        terms.guest_regency,
        day_typed(terms.from_day),
        day_typed(terms.until_day),
        terms.areas,
        ", ".join(terms.laptops),
        str(terms.blanks_brought or ""),
        terms.letter_no,
        terms.note,
    )
