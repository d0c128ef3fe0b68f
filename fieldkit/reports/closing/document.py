"""The signed document of a closing, as it is read back: what a later version leaves out or adds does not matter."""

from __future__ import annotations

from typing import Final

import msgspec

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text
from fieldkit.reports.making.minutes import OfficePart

FORMAT: Final = 1


class ShiftPart(msgspec.Struct, frozen=True):
    """The shift. Times of day are the site's, instants UTC."""

    day: str
    name: str
    site_name: str
    village: str
    planned_start: str
    planned_end: str
    time_zone: str
    lead_name: str
    target_count: int
    opened_at: str
    kind: str = "shift"


class StepPart(msgspec.Struct, frozen=True):
    """How many people ended with a step."""

    step: str
    state: str
    people: int


class PeoplePart(msgspec.Struct, frozen=True):
    """Who came, and who of them was recorded."""

    by_step: tuple[StepPart, ...]
    by_reason: tuple[tuple[str, int], ...]
    recorded_male: int
    recorded_female: int
    recorded_under_17: int
    recorded_elsewhere: int
    with_exception: int
    out_of_hours: int
    without_phone: int
    receipts: int
    recorded_first_time: int | None = None
    recorded_sex_unknown: int | None = None


class PilesPart(msgspec.Struct, frozen=True):
    """The people of the balance, by what became of them."""

    arrived: int
    recorded: int
    incomplete_papers: int
    already_recorded: int
    left: int
    failed: int
    forwarded: int
    other: int
    still_open: int


class StockPart(msgspec.Struct, frozen=True):
    """Blanks of the shift."""

    taken: int
    printed: int
    spoiled: int
    returned: int
    settled: int = 0
    """Missing, below 0 too many, as the stock keeper counted and signed."""


class CardsPart(msgspec.Struct, frozen=True):
    """Cards of the shift."""

    printed: int
    handed_over: int
    handed_of_earlier: int | None = None


class CardPilesPart(msgspec.Struct, frozen=True):
    """The cards of the balance."""

    printed: int
    handed_over: int
    held: int


class ListPart(msgspec.Struct, frozen=True):
    """The by-name list of the village."""

    total: int
    recorded: int
    visits: int
    explained: int
    left: int | None = None


class PresentPart(msgspec.Struct, frozen=True):
    """Somebody of the team; `until` is empty for the whole shift."""

    name: str
    role: str
    until: str


class IncidentPart(msgspec.Struct, frozen=True):
    """What went wrong; `ended_at` is empty where it lasted to the end."""

    kind: str
    began_at: str
    ended_at: str
    effect: str


class PlacePart(msgspec.Struct, frozen=True):
    """Names of the place as they were on the day; its code is the shift's."""

    village: str = ""
    district: str = ""
    hamlet: str = ""
    kind: str = ""


class RibbonPart(msgspec.Struct, frozen=True):
    """Ribbon or film, measured in prints; `told` is what the printer said at the end, where somebody looked."""

    taken: int
    used: int
    left: int
    told: int | None = None


class UploadPart(msgspec.Struct, frozen=True):
    """Recordings of one enrolment set of which the upload is not confirmed."""

    set: str
    waiting: int


class TablePart(msgspec.Struct, frozen=True):
    """A table's closing in the closing of its team, named by id and print (SHA-256 of the signed bytes)."""

    id: str
    sha256: str
    table: str
    number: int
    signer: str
    at: str
    arrived: int | None = None
    recorded: int | None = None
    taken: int | None = None
    printed: int | None = None
    spoiled: int | None = None
    counted: int | None = None
    difference: int | None = None
    card_difference: int | None = None
    reason: str = ""
    note: str = ""
    remarks: str = ""


class ReplacesPart(msgspec.Struct, frozen=True):
    """The closing that this one stands in for, and why that one was taken back."""

    number: int
    sha256: str
    reason: str = ""
    reopened_by: str = ""
    reopened_at: str = ""


class ClosingDocument(msgspec.Struct, frozen=True):
    """Everything that was signed. What has a default may be absent, and is then shown as absent."""

    shift: ShiftPart
    people: PeoplePart
    stock: StockPart
    cards: CardsPart
    village: ListPart
    present: tuple[PresentPart, ...]
    incidents: tuple[IncidentPart, ...]
    visits: int
    counted: int | None
    difference: int | None
    reason: str
    note: str
    remarks: str
    other_products: dict[str, int]
    people_count: PilesPart | None = None
    card_count: CardPilesPart | None = None
    held_counted: int | None = None
    office: OfficePart = OfficePart()
    place: PlacePart = PlacePart()
    letter_number: str = ""
    assignment_letter: str = ""
    sets: tuple[str, ...] = ()
    village_target: int | None = None
    visits_planned: int | None = None
    visits_by_outcome: tuple[tuple[str, int], ...] | None = None
    ribbon: RibbonPart | None = None
    uploads: tuple[UploadPart, ...] | None = None
    film: RibbonPart | None = None
    kind: str = "table"
    tables: tuple[TablePart, ...] = ()
    missing: tuple[str, ...] = ()
    missing_note: str = ""
    replaces: ReplacesPart | None = None


class _Head(msgspec.Struct, frozen=True):
    format: int


def read_document(document: str) -> ClosingDocument:
    """The signed document of a closing; FileError where this version can not read it."""
    try:
        if msgspec.json.decode(document, type=_Head).format > FORMAT:
            raise _too_new()
        return msgspec.json.decode(document, type=ClosingDocument)
    except msgspec.DecodeError as error:
        raise _unreadable() from error


def _too_new() -> FileError:
    return FileError(
        text("Penutupan ini ditulis oleh FieldKit yang lebih baru."),
        text("Angkanya tetap tersimpan. Perbarui FieldKit di laptop ini, lalu cetak lagi."),
    )


def _unreadable() -> FileError:
    return FileError(
        text("Isi penutupan ini tidak bisa dibaca."),
        text("Tidak ada yang diubah. Sinkronkan laptop ini, lalu cetak lagi; kalau tetap, hubungi kantor."),
    )
