"""The papers of cards that go to a district: the handover record with name and address, and its receipt (F-K2, NC-3).

A signed record is printed from what was signed alone. A NIK is masked, and no name of a file tells of a person or of a
place (F-P5). They are official papers, and in Bahasa Indonesia whatever the language of the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

import msgspec

from fieldkit.domain.cards.batches import Difference, difference_label
from fieldkit.domain.cards.handover import RecordKind
from fieldkit.domain.errors import FileError
from fieldkit.domain.formats import clock, count, day_long
from fieldkit.domain.requests.receipt import grouped
from fieldkit.domain.roles import role_label
from fieldkit.domain.text import text
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.reports.html import filled
from fieldkit.reports.labels import labelled
from fieldkit.reports.parts import NONE, Fact, Letterhead, Signature, known
from fieldkit.reports.spelling import spelled
from fieldkit.reports.team_papers import grouped_print
from fieldkit.store.queries.cards.batches import BatchCard
from fieldkit.store.queries.stock.records import SignedRecord
from fieldkit.work.instants import at_site, moment

KEEP: Final = "Berita acara ini memuat nama dan alamat warga. Jangan difoto atau ditempel; simpan di berkas kantor."
_DRAFT: Final = "KONSEP, BELUM DITANDATANGANI"
_TO_BE_WRITTEN: Final = "." * 40
_TRUE: Final = "Berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
_FREE: Final = "Kartu diserahkan kepada pemiliknya dengan melihat identitas, GRATIS."
_HEADS: Final = ("No", "Nama", "Alamat", "NIK", "Resi", "Ada")
_WIDTHS: Final = (5, 27, 38, 9, 14, 7)
_DRAFT_HEADS: Final = ("No", "Nama", "Alamat", "NIK", "Resi", "Tempat")
_DRAFT_WIDTHS: Final = (5, 25, 34, 9, 13, 14)
_DIFFERENCE_HEADS: Final = ("No", "Selisih", "Nama di kartu", "Resi", "Keterangan")
_DIFFERENCE_WIDTHS: Final = (5, 20, 31, 14, 30)


class OfficePart(msgspec.Struct, frozen=True):
    """Whose paper it is."""

    name: str = ""
    regency: str = ""


class NamedPart(msgspec.Struct, frozen=True):
    """Who signed, or which district; what is not said is empty."""

    name: str = ""
    role: str = ""
    code: str = ""


class CardPart(msgspec.Struct, frozen=True):
    """A card as it was signed for."""

    name: str = ""
    address: str = ""
    nik_tail: str = ""
    reference: str = ""
    kind: str = ""
    note: str = ""


class AnsweredPart(msgspec.Struct, frozen=True):
    """The record that a receipt answers."""

    number: str = ""
    sha256: str = ""


class CardsDocument(msgspec.Struct, frozen=True):
    """A record as it is read back: what a later version leaves out or adds does not matter."""

    kind: str
    number: str
    day: str
    office: OfficePart = OfficePart()
    signer: NamedPart = NamedPart()
    district: NamedPart = NamedPart()
    time_zone: str = OFFICE_ZONE
    other_party: str = ""
    cards: tuple[CardPart, ...] = ()
    answers: AnsweredPart = AnsweredPart()
    listed: int = 0
    counted: int = 0
    collected: tuple[CardPart, ...] = ()
    differences: tuple[CardPart, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class CardsPaper:
    """A paper ready to be laid out; `widths` are shares of the hundred."""

    title: str
    page_title: str
    number: str
    file_name: str
    letterhead: Letterhead
    preamble: str
    facts: tuple[Fact, ...]
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str | int, ...], ...]
    statements: tuple[str, ...]
    place_and_day: str
    signatures: tuple[Signature, Signature]
    closing: str
    keep: str = KEEP
    mark: str = ""


@dataclass(frozen=True, slots=True)
class DraftHead:
    """What is known of a draft: whose, for which district, and when it is printed."""

    office: str
    regency: str
    district: str
    day: date
    giver: str


def cards_paper(signed: SignedRecord) -> CardsPaper:
    """The paper of a signed record about cards; FileError where it can not be read."""
    document = _read(signed.document)
    is_receipt = document.kind == RecordKind.RECEIPT
    return _receipt(document, signed) if is_receipt else _distribution(document, signed)


def draft_paper(head: DraftHead, cards: Sequence[BatchCard]) -> CardsPaper:
    """The list by which the cards are taken from their shelves, before anybody signs."""
    title = "Daftar kartu ke kecamatan"
    rows = tuple(
        (number, known(card.name), known(card.address), _tail(card.nik_tail), _reference(card.receipt_ref), card.place)
        for number, card in enumerate(cards, 1)
    )
    return CardsPaper(
        title,
        f"{title} · {_date_words(head.day)}",
        _TO_BE_WRITTEN,
        f"konsep-kartu-kecamatan-{head.day.isoformat()}",
        _letterhead(head.office, head.regency),
        f"Kartu yang disiapkan untuk {head.district}. Cocokkan dengan kartunya; yang tidak ada dicoret di FieldKit.",
        (Fact("Jumlah kartu", count(len(cards))),),
        _DRAFT_HEADS,
        _DRAFT_WIDTHS,
        rows,
        (),
        f"{head.regency or _TO_BE_WRITTEN}, {_date_words(head.day)}",
        (Signature("Petugas", known(head.giver), ""), Signature("Mengetahui", f"({_TO_BE_WRITTEN})", "Nama, NIP")),
        f"Dicetak {_date_words(head.day)}",
        mark=_DRAFT,
    )


def cards_paper_html(paper: CardsPaper) -> str:
    """A paper about cards as HTML."""
    return filled("berita-acara-kartu.html", (), paper=paper, report=paper)


def _distribution(document: CardsDocument, signed: SignedRecord) -> CardsPaper:
    title, day = "Berita acara penyerahan KTP-el", date.fromisoformat(document.day)
    rows = tuple(
        (number, known(card.name), known(card.address), _tail(card.nik_tail), _reference(card.reference), "")
        for number, card in enumerate(document.cards, 1)
    )
    deed = (
        f"menyerahkan KTP-el yang belum diambil pemiliknya kepada {document.district.name}, sesudah tiga kali kabar "
        "dalam enam bulan"
    )
    return CardsPaper(
        title,
        f"{title} · {document.number} · {_date_words(day)}",
        document.number,
        f"berita-acara-kartu-{document.day}-{_slug(document.number)}",
        _letterhead(document.office.name, document.office.regency),
        _preamble(day, deed),
        (Fact("Jumlah kartu", f"{count(len(rows))} ({spelled(len(rows))})"), Fact("Kepada", document.district.name)),
        _HEADS,
        _WIDTHS,
        rows,
        (_FREE, _TRUE),
        f"{document.office.regency or _TO_BE_WRITTEN}, {_date_words(day)}",
        (_signature(document, signed), _other(f"Yang menerima, {document.district.name}", document.other_party)),
        _closing(document.number, signed),
    )


def _receipt(document: CardsDocument, signed: SignedRecord) -> CardsPaper:
    title, day = "Berita acara penerimaan KTP-el", date.fromisoformat(document.day)
    rows = tuple(
        (number, labelled(card.kind, difference_label), known(card.name), _reference(card.reference), card.note)
        for number, card in enumerate(document.differences, 1)
    )
    deed = f"menerima KTP-el menurut berita acara nomor {document.answers.number}"
    return CardsPaper(
        title,
        f"{title} · {document.number} · {_date_words(day)}",
        document.number,
        f"penerimaan-kartu-{document.day}-{_slug(document.number)}",
        _letterhead(document.office.name, document.office.regency),
        _preamble(day, deed),
        _counts(document),
        _DIFFERENCE_HEADS,
        _DIFFERENCE_WIDTHS,
        rows or ((NONE, "Tidak ada selisih", "", "", ""),),
        (f"Sidik berita acara yang dijawab: {grouped_print(document.answers.sha256)}.", _TRUE),
        f"{document.office.regency or _TO_BE_WRITTEN}, {_date_words(day)}",
        (_signature(document, signed), _other("Yang menyerahkan", document.other_party)),
        _closing(document.number, signed),
    )


def _counts(document: CardsDocument) -> tuple[Fact, ...]:
    kinds = [card.kind for card in document.differences]
    told = [
        ("Tertulis di daftar", document.listed),
        ("Sudah diambil pemiliknya", len(document.collected)),
        *((labelled(kind, difference_label), kinds.count(kind)) for kind in Difference),
        ("Dihitung", document.counted),
    ]
    return (*(Fact(label, count(number)) for label, number in told), Fact("Ditaruh di", known(document.district.name)))


def _read(document: str) -> CardsDocument:
    try:
        return msgspec.json.decode(document, type=CardsDocument)
    except msgspec.DecodeError as error:
        raise FileError(
            text("Berita acara ini tidak bisa dibaca."),
            text("Berkas yang ditandatangani tetap tersimpan. Beri tahu kantor, sebutkan nomornya."),
        ) from error


def _preamble(day: date, deed: str) -> str:
    weekday, month = day_long(day).partition(",")[0], _date_words(day).split()[1]
    on = f"Pada hari ini, {weekday} tanggal {spelled(day.day)} bulan {month} tahun {spelled(day.year)}"
    return f"{on}, yang bertanda tangan di bawah ini menyatakan telah {deed}, dengan rincian berikut."


def _signature(document: CardsDocument, signed: SignedRecord) -> Signature:
    at = at_site(moment(signed.at), document.time_zone)
    how = f"Ditandatangani di FieldKit, {_date_words(at.date())} pukul {clock(at)} {at.tzname()}"
    return Signature(labelled(document.signer.role, role_label), known(document.signer.name), how)


def _other(quality: str, name: str) -> Signature:
    return Signature(quality, name or f"({_TO_BE_WRITTEN})", "Nama, NIP, cap")


def _closing(number: str, signed: SignedRecord) -> str:
    return f"Nomor {number} · sidik {grouped_print(sha256(signed.document.encode()).hexdigest())}"


def _letterhead(office: str, regency: str) -> Letterhead:
    return Letterhead(f"Pemerintah {regency}".upper() if regency else NONE, known(office.upper()), "")


def _tail(nik_tail: str) -> str:
    return f"…{nik_tail[-4:]}" if nik_tail else NONE


def _reference(reference: str) -> str:
    return grouped(reference) if reference else NONE


def _slug(number: str) -> str:
    """A number as part of the name of a file: letters and digits alone."""
    return "-".join("".join(char if char.isalnum() else " " for char in number.lower()).split())


def _date_words(day: date) -> str:
    return day_long(day).partition(", ")[2]
