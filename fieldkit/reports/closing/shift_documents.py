"""The documents of a closed shift: the daily report, and the closing record (berita acara) that both sides sign.

Every figure is the signed one (invariant 8): nothing is asked of the database, so that both can be printed again for
ever. They are official papers, and in Bahasa Indonesia whatever the language of the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from fieldkit.domain.formats import clock, count, date_numeric, day_long
from fieldkit.domain.roles import role_label
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.domain.shifts.incident import incident_sentence, minutes_lost
from fieldkit.reports.closing.attendance import VisitorLine, visitor_line
from fieldkit.reports.closing.beside import beside_lines
from fieldkit.reports.closing.document import ClosingDocument, IncidentPart, PresentPart, read_document
from fieldkit.reports.closing.figures import blank_balance, card_balance, detail_columns, difference, people_balance
from fieldkit.reports.closing.team_papers import table_lines, team_remarks
from fieldkit.reports.making.labels import labelled, village_kind_label, village_label
from fieldkit.reports.making.minutes import (
    TO_BE_WRITTEN,
    TRUE,
    date_words,
    day_spelled,
    grouped_print,
    instant_words,
    letterhead,
    place_and_day,
    to_sign,
    weekday,
)
from fieldkit.reports.making.parts import (
    NONE,
    Block,
    Difference,
    Fact,
    Figure,
    IncidentLine,
    Letterhead,
    Signature,
    StaffLine,
    TableLine,
    known,
)
from fieldkit.reports.making.saving import file_name
from fieldkit.store.queries.closing.beside import NOTHING_BESIDE, Beside
from fieldkit.store.queries.closing.signed import SignedClosing
from fieldkit.store.queries.closing.visitors import Visitor
from fieldkit.work.instants import at_site, moment

NOT_SIGNED: Final = "BELUM DITANDATANGANI"
DOUBTED: Final = "TANDA TANGAN DIRAGUKAN"
"""The centre has a case about the signature: what is printed must not pass for signed."""


@dataclass(frozen=True, slots=True)
class DailyReport:
    """The daily report of a shift (laporan harian). `mark` is empty once the closing is signed."""

    title: str
    page_title: str
    subtitle: str
    number: str
    mark: str
    file_name: str
    letterhead: Letterhead
    occasion: tuple[Fact, ...]
    place: tuple[Fact, ...]
    people: Block
    blanks: Block
    cards: Block
    details: tuple[tuple[Block, ...], ...]
    difference: Difference
    staff: tuple[StaffLine, ...]
    incidents: tuple[IncidentLine, ...]
    remarks: str
    place_and_day: str
    signatures: tuple[Signature, ...]
    attendance: tuple[VisitorLine, ...]
    closing: str
    tables: tuple[TableLine, ...] = ()
    """The tables of a team closing; none in that of a table."""
    beside: tuple[str, ...] = ()
    """What came after the signature, or took its place."""

    @property
    def balances(self) -> tuple[Block, ...]:
        """The three balances, as they stand side by side."""
        return self.people, self.blanks, self.cards


@dataclass(frozen=True, slots=True)
class ClosingRecord:
    """The record of a closing (berita acara penutupan); the figures behind it are its annex."""

    title: str
    page_title: str
    subtitle: str
    file_name: str
    preamble: str
    parties: tuple[str, ...]
    purpose: str
    statements: tuple[str, ...]
    ending: str
    report: DailyReport


@dataclass(frozen=True, slots=True)
class _Paper:
    """A closing opened for printing, with its times at the site."""

    closing: SignedClosing
    document: ClosingDocument

    @property
    def is_signed(self) -> bool:
        return bool(self.closing.signature)

    @property
    def is_of_team(self) -> bool:
        return self.document.kind == ClosingKind.TEAM

    @property
    def name(self) -> str:
        """What the signed document is called, before its number."""
        return "Penutupan tim" if self.is_of_team else "Penutupan"

    @property
    def lead(self) -> str:
        return self.closing.signer_name or self.document.shift.lead_name

    @property
    def day(self) -> date:
        return date.fromisoformat(self.document.shift.day)

    @property
    def ended(self) -> datetime:
        return self.local(self.closing.at)

    @property
    def village(self) -> str:
        return village_label(self.document.shift.village, self.document.place.village)

    def local(self, instant: str) -> datetime:
        return at_site(moment(instant), self.document.shift.time_zone)


def daily_report(
    closing: SignedClosing, visitors: Sequence[Visitor] = (), beside: Beside = NOTHING_BESIDE
) -> DailyReport:
    """The daily report of a closing; one without a signature is a preview and says so. FileError if unreadable.

    `visitors` make the annex. They are not part of what was signed, so that they can be erased when the law wants it.
    """
    document = read_document(closing.document)
    paper = _Paper(closing, document)
    title = "Laporan harian tim" if paper.is_of_team else "Laporan harian"
    return DailyReport(
        title=title,
        page_title=_page_title(title, paper),
        subtitle=f"Pelayanan jemput bola perekaman KTP-el · {document.shift.name}",
        number=document.letter_number or TO_BE_WRITTEN,
        mark=_mark(paper),
        file_name=_file_name("laporan-harian", paper),
        letterhead=letterhead(document.office.name, document.office.regency, document.office.address),
        occasion=_occasion(paper),
        place=_place(paper),
        people=people_balance(document),
        blanks=blank_balance(document),
        cards=card_balance(document),
        details=detail_columns(document),
        difference=difference(document, closing.signer_name if paper.is_signed else ""),
        staff=tuple(_staff_line(paper, present) for present in document.present),
        incidents=tuple(_incident_line(paper, incident) for incident in document.incidents),
        remarks=known(team_remarks(document) if document.tables else document.remarks),
        place_and_day=place_and_day(document.place.village, paper.day),
        signatures=_signatures(paper),
        attendance=tuple(visitor_line(n, row, document.shift.time_zone) for n, row in enumerate(visitors, start=1)),
        closing=_closing_words(paper),
        tables=table_lines(document),
        beside=beside_lines(beside, document.shift.time_zone),
    )


def closing_record(
    closing: SignedClosing, visitors: Sequence[Visitor] = (), beside: Beside = NOTHING_BESIDE
) -> ClosingRecord:
    """The record of a closing; one without a signature is a preview and says so. FileError if unreadable."""
    report = daily_report(closing, visitors, beside)
    paper = _Paper(closing, read_document(closing.document))
    title = "Berita acara penutupan tim" if paper.is_of_team else "Berita acara penutupan"
    return ClosingRecord(
        title=title,
        page_title=_page_title(title, paper),
        subtitle=report.subtitle,
        file_name=_file_name("berita-acara-penutupan", paper),
        preamble=_preamble(paper),
        parties=_parties(paper),
        purpose=_purpose(paper),
        statements=_statements(paper),
        ending=TRUE,
        report=report,
    )


def _mark(paper: _Paper) -> str:
    if paper.closing.is_doubted:
        return DOUBTED
    return "" if paper.is_signed else NOT_SIGNED


def _page_title(title: str, paper: _Paper) -> str:
    """What stands on the foot of each page, and in the properties of the file: no person, no address."""
    number = f"{paper.name.lower()} ke-{paper.closing.number}" if paper.is_signed else NOT_SIGNED
    return f"{title} · {paper.village} · {date_words(paper.day)} · {paper.document.shift.name} · {number}"


def _file_name(kind: str, paper: _Paper) -> str:
    """The file's name without its ending; never made from what people typed about a place: it may be a home."""
    document = paper.document
    shift = file_name(document.shift.name).removeprefix("shift-")
    place = document.place.village or document.shift.village
    number = str(paper.closing.number) if paper.is_signed else "pratinjau"
    team = "tim" if paper.is_of_team else ""
    return file_name(kind, team, document.shift.day, shift, place, number)


def _occasion(paper: _Paper) -> tuple[Fact, ...]:
    document, shift = paper.document, paper.document.shift
    opened = paper.local(shift.opened_at)
    zone = opened.tzname()
    hours = f"{clock(opened)}–{clock(paper.ended)} {zone}" if paper.is_signed else f"{clock(opened)} {zone}, masih buka"
    return (
        Fact("Hari, tanggal", day_long(paper.day)),
        Fact("Shift", shift.name),
        Fact("Jam rencana", f"{_hours(shift.planned_start)}–{_hours(shift.planned_end)}"),
        Fact("Jam nyata", hours),
        Fact("Tim", known(document.office.team)),
        Fact("Ketua tim", known(shift.lead_name)),
        Fact("Surat tugas", known(document.assignment_letter)),
        Fact("Alat rekam", known(", ".join(document.sets))),
    )


def _place(paper: _Paper) -> tuple[Fact, ...]:
    place, shift = paper.document.place, paper.document.shift
    return (
        Fact("Tempat", known(shift.site_name)),
        Fact("Jenis tempat", known(place.kind)),
        Fact("Dusun / RW", known(place.hamlet)),
        Fact(village_kind_label(shift.village), known(place.village)),
        Fact("Kode wilayah", shift.village),
        Fact("Kecamatan", known(place.district)),
        Fact("Kabupaten/Kota", known(paper.document.office.regency)),
        Fact("Petugas hadir", f"{len(paper.document.present)} orang"),
    )


def _hours(time_of_day: str) -> str:
    return time_of_day.replace(":", ".")


def _staff_line(paper: _Paper, present: PresentPart) -> StaffLine:
    attended = f"s.d. {clock(paper.local(present.until))}" if present.until else "sampai selesai"
    return StaffLine(present.name, labelled(present.role, role_label), attended)


def _incident_line(paper: _Paper, incident: IncidentPart) -> IncidentLine:
    began = paper.local(incident.began_at)
    ended = paper.local(incident.ended_at) if incident.ended_at else None
    span = f"{clock(began)}–{clock(ended) if ended else 'selesai'}"
    minutes = Figure("menit", minutes_lost(began, ended, paper.ended))
    return IncidentLine(span, labelled(incident.kind, incident_sentence), minutes, known(incident.effect))


def _signatures(paper: _Paper) -> tuple[Signature, ...]:
    how = f"Ditandatangani di FieldKit, {instant_words(paper.ended)}" if paper.is_signed else "Belum ditandatangani"
    how = f"Diragukan pusat: {instant_words(paper.ended)}" if paper.closing.is_doubted else how
    official = f"Mengetahui, pejabat {_village_or_kind(paper)}"
    return Signature("Ketua tim", known(paper.lead), how), to_sign(official)


def _village_or_kind(paper: _Paper) -> str:
    return paper.village if paper.document.place.village else village_kind_label(paper.document.shift.village).lower()


def _closing_words(paper: _Paper) -> str:
    """Which closing this is, and the print of its bytes, so that paper and centre can be held side by side."""
    if not paper.is_signed:
        return "Pratinjau: angka masih bisa berubah"
    return f"{paper.name} ke-{paper.closing.number}{_instead(paper)} · sidik {grouped_print(paper.closing.digest)}"


def _instead(paper: _Paper) -> str:
    """Which closing this one replaces, and why that one was taken back."""
    replaces = paper.document.replaces
    if replaces is None:
        return ""
    by = f", dibuka lagi oleh {replaces.reopened_by}" if replaces.reopened_by else ""
    why = f": {replaces.reason}" if replaces.reason else ""
    told = f"{paper.name.lower()} ke-{replaces.number} (sidik {grouped_print(replaces.sha256)})"
    return f", menggantikan {told}{by}{why}"


def _preamble(paper: _Paper) -> str:
    shift, place = paper.document.shift, paper.document.place
    village, district = place.village and paper.village, place.district and f"Kecamatan {place.district}"
    named = ", ".join(part for part in (shift.site_name, village, district, paper.document.office.regency) if part)
    return (
        f"Pada hari ini, {weekday(paper.day)}, tanggal {day_spelled(paper.day)} ({date_numeric(paper.day)}), "
        f"bertempat di {named}, kami yang bertanda tangan di bawah ini:"
    )


def _parties(paper: _Paper) -> tuple[str, ...]:
    office = paper.document.office.name
    return (
        f"{known(paper.lead)}, ketua tim{f' {office}' if office else ''}",
        f"{TO_BE_WRITTEN}, pejabat {_village_or_kind(paper)}",
    )


def _purpose(paper: _Paper) -> str:
    time = clock(paper.ended) if paper.is_signed else "....."
    return (
        f"menutup pelayanan jemput bola perekaman KTP-el, {paper.document.shift.name}, pukul {time} "
        f"{paper.ended.tzname()}, dengan keadaan sebagai berikut."
    )


def _statements(paper: _Paper) -> tuple[str, ...]:
    document = paper.document
    counted = NONE if document.counted is None else count(document.counted)
    held = document.card_count and count(document.card_count.held)
    lead = known(paper.lead)
    return (
        f"Sisa blangko {counted} keping dan blangko rusak {count(document.stock.spoiled)} keping ada pada ketua tim, "
        f"{lead}, untuk dipertanggungjawabkan kepada penyimpan blangko.",
        f"Kartu yang belum diserahkan kepada pemiliknya: {held or NONE} keping, ada pada ketua tim.",
        f"Kendala selama pelayanan: {len(document.incidents)} kali. Rincian angka, petugas, dan kendala ada di "
        "lampiran, yang menjadi bagian dari berita acara ini.",
    )
