"""How the desk of national data words statuses, counts and people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from fieldkit.domain.areas import AreaCode, AreaLevel, level
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.national.file import FileKind
from fieldkit.domain.national.status import HALTED, NationalStatus, status_label
from fieldkit.domain.national.work_lists import WorkList
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.national.counts import DatedCount, SideBySide
from fieldkit.store.queries.national.files import NationalFile
from fieldkit.store.queries.national.work_lists import WorkListEntry
from fieldkit.ui.formats import clock, count, day_short, percent_text
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register.wording import neighbourhood
from fieldkit.ui.places import district_name, village_label
from fieldkit.work.instants import at_site, moment

NOTHING: Final = "–"


def day(iso: str) -> str:
    """A day as it stands in a table."""
    return date_numeric(date.fromisoformat(iso))


def place_words(regions: RegionTable, code: str) -> str:
    """A village, a district, or the regency itself."""
    kind = level(AreaCode(code))
    if kind is AreaLevel.VILLAGE:
        return village_label(regions, code)
    if kind is AreaLevel.DISTRICT:
        return district_name(regions, code)
    region = regions.by_code(code)
    return region.name if region else code


def file_title(regions: RegionTable, file: NationalFile) -> str:
    """What a file is called; of a typed count its place."""
    return place_words(regions, file.name) if file.kind == FileKind.TYPED else file.name


def file_kind(file: NationalFile) -> str:
    """What a file told."""
    words = {FileKind.STATUSES: tr("Status"), FileKind.COUNTS: tr("Angka"), FileKind.TYPED: tr("Angka diketik")}
    return words.get(FileKind(file.kind), file.kind) if file.kind in set(FileKind) else file.kind


def taken_at(file: NationalFile, time_zone: str) -> str:
    """When a file came in."""
    local = at_site(moment(file.imported_at), time_zone)
    return f"{day_short(local.date())} {clock(local)}"


def count_words(told: DatedCount | None) -> str:
    """Recorded of obligated, in people."""
    if told is None:
        return NOTHING
    return f"{_number(told.count.recorded)} / {_number(told.count.obligated)}"


def share_words(told: DatedCount | None) -> str:
    """The percentage with its day."""
    if told is None:
        return NOTHING
    share = told.count.share
    return tr("{share} per {day}", share=percent_text(share) if share is not None else NOTHING, day=day(told.as_of))


def gap_words(row: SideBySide) -> str:
    """The gap in people, with its direction."""
    if row.gap is None:
        return NOTHING
    return f"{'+' if row.gap.people > 0 else ''}{count(row.gap.people)}"


def place_story(row: SideBySide) -> str:
    """All that is to be said of a place: the gap with what can not be known, then what does not add up."""
    parts = [say(words) for words in row.doubts]
    if row.gap is not None:
        told = tr("Lokal dikurangi pusat: {n} orang.", n=gap_words(row))
        parts = [f"{told} {say(row.gap.words)}", *parts]
    return " ".join(parts)


def list_hint(work_list: WorkList) -> str:
    """What is to be done about a list."""
    words: Mapping[WorkList, str] = {
        WorkList.UPLOAD: tr(
            "Sudah direkam di sini, pusat belum tahu. Kirim lagi dari alatnya, lalu minta status baru."
        ),
        WorkList.SLOW: tr("Terkirim lama dan belum ada jawaban. Tanyakan ke pusat; jangan janjikan tanggal."),
        WorkList.UNPRINTED: tr("Pusat sudah siap, kartunya belum dicetak di sini. Masukkan ke giliran cetak."),
        WorkList.FAILED: tr("Berhenti di pusat. Baca tindakannya, lalu hubungi warganya."),
        WorkList.DOUBLE: tr("Pusat menemukan dua rekaman. Jangan direkam lagi; ajukan penghapusan."),
    }
    return words[work_list]


def status_badge(status: str, raw: str) -> tuple[str, str]:
    """Word and tone of a status."""
    if status in HALTED:
        return say(status_label(status, raw)), "warn"
    return say(status_label(status, raw)), "ok" if status == NationalStatus.PRINT_READY else "info"


def person_place(regions: RegionTable, entry: WorkListEntry) -> str:
    """Where somebody lives."""
    tail = f"NIK …{entry.nik_tail}" if entry.nik_tail else ""
    parts = (village_label(regions, entry.village), neighbourhood(entry.rt, entry.rw), tail)
    return " · ".join(filter(None, parts))


def recorded_words(entry: WorkListEntry) -> str:
    """When and with which set somebody was recorded here."""
    if not entry.recorded_on:
        return ""
    return " · ".join(filter(None, (day(entry.recorded_on), entry.set_code)))


def _number(number: int | None) -> str:
    return NOTHING if number is None else count(number)
