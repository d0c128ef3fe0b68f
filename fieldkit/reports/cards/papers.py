"""The papers of cards that go to a district: the handover record with name and address, and its receipt (F-K2, NC-3).

A signed record is printed from what was signed alone. A NIK is masked, and no name of a file tells of a person or of a
place (F-P5). They are official papers, and in Bahasa Indonesia whatever the language of the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec

from fieldkit.domain.cards.batches import Difference, difference_label
from fieldkit.domain.cards.handover import RecordKind
from fieldkit.domain.formats import count
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.reports.making.html import filled
from fieldkit.reports.making.labels import labelled
from fieldkit.reports.making.minutes import (
    TO_BE_WRITTEN,
    TRUE,
    OfficePart,
    SignerPart,
    date_words,
    grouped_print,
    letterhead,
    place_and_day,
    preamble,
    print_line,
    read_back,
    signed,
    to_sign,
)
from fieldkit.reports.making.parts import NONE, Fact, Letterhead, Signature, known, masked_tail, reference
from fieldkit.reports.making.saving import file_name
from fieldkit.reports.making.spelling import spelled
from fieldkit.store.queries.cards.batches import BatchCard
from fieldkit.store.queries.stock.records import SignedRecord

KEEP: Final = "Berita acara ini memuat nama dan alamat warga. Jangan difoto atau ditempel; simpan di berkas kantor."
_DRAFT: Final = "KONSEP, BELUM DITANDATANGANI"
_FREE: Final = "Kartu diserahkan kepada pemiliknya dengan melihat identitas, GRATIS."
_HEADS: Final = ("No", "Nama", "Alamat", "NIK", "Resi", "Ada")
_WIDTHS: Final = (5, 27, 38, 9, 14, 7)
_DRAFT_HEADS: Final = ("No", "Nama", "Alamat", "NIK", "Resi", "Tempat")
_DRAFT_WIDTHS: Final = (5, 25, 34, 9, 13, 14)
_DIFFERENCE_HEADS: Final = ("No", "Selisih", "Nama di kartu", "Resi", "Keterangan")
_DIFFERENCE_WIDTHS: Final = (5, 20, 31, 14, 30)


class DistrictPart(msgspec.Struct, frozen=True):
    """To whom the cards go."""

    name: str = ""


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
    signer: SignerPart = SignerPart()
    district: DistrictPart = DistrictPart()
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


def cards_paper(record: SignedRecord) -> CardsPaper:
    """The paper of a signed record about cards; FileError where it can not be read."""
    document = read_back(record.document, CardsDocument)
    is_receipt = document.kind == RecordKind.RECEIPT
    return _receipt(document, record) if is_receipt else _distribution(document, record)


def draft_paper(head: DraftHead, cards: Sequence[BatchCard]) -> CardsPaper:
    """The list by which the cards are taken from their shelves, before anybody signs."""
    title = "Daftar kartu ke kecamatan"
    rows = tuple(
        (
            number,
            known(card.name),
            known(card.address),
            masked_tail(card.nik_tail),
            reference(card.receipt_ref),
            card.place,
        )
        for number, card in enumerate(cards, 1)
    )
    return CardsPaper(
        title,
        f"{title} · {date_words(head.day)}",
        TO_BE_WRITTEN,
        file_name("konsep-kartu-kecamatan", head.day.isoformat()),
        letterhead(head.office, head.regency),
        f"Kartu yang disiapkan untuk {head.district}. Cocokkan dengan kartunya; yang tidak ada dicoret di FieldKit.",
        (Fact("Jumlah kartu", count(len(cards))),),
        _DRAFT_HEADS,
        _DRAFT_WIDTHS,
        rows,
        (),
        place_and_day(head.regency, head.day),
        (Signature("Petugas", known(head.giver), ""), Signature("Mengetahui", f"({TO_BE_WRITTEN})", "Nama, NIP")),
        f"Dicetak {date_words(head.day)}",
        mark=_DRAFT,
    )


def cards_paper_html(paper: CardsPaper) -> str:
    """A paper about cards as HTML."""
    return filled("berita-acara-kartu.html", (), paper=paper, report=paper)


def _distribution(document: CardsDocument, record: SignedRecord) -> CardsPaper:
    title, day = "Berita acara penyerahan KTP-el", date.fromisoformat(document.day)
    rows = tuple(
        (number, known(card.name), known(card.address), masked_tail(card.nik_tail), reference(card.reference), "")
        for number, card in enumerate(document.cards, 1)
    )
    deed = (
        f"menyerahkan KTP-el yang belum diambil pemiliknya kepada {document.district.name}, sesudah tiga kali kabar "
        "dalam enam bulan"
    )
    return CardsPaper(
        title,
        f"{title} · {document.number} · {date_words(day)}",
        document.number,
        file_name("berita-acara-kartu", document.day, document.number),
        letterhead(document.office.name, document.office.regency),
        preamble(day, deed),
        (Fact("Jumlah kartu", f"{count(len(rows))} ({spelled(len(rows))})"), Fact("Kepada", document.district.name)),
        _HEADS,
        _WIDTHS,
        rows,
        (_FREE, TRUE),
        place_and_day(document.office.regency, day),
        (
            signed(document.signer, record.at, document.time_zone),
            to_sign(f"Yang menerima, {document.district.name}", document.other_party),
        ),
        print_line(document.number, record),
    )


def _receipt(document: CardsDocument, record: SignedRecord) -> CardsPaper:
    title, day = "Berita acara penerimaan KTP-el", date.fromisoformat(document.day)
    rows = tuple(
        (number, labelled(card.kind, difference_label), known(card.name), reference(card.reference), card.note)
        for number, card in enumerate(document.differences, 1)
    )
    deed = f"menerima KTP-el menurut berita acara nomor {document.answers.number}"
    return CardsPaper(
        title,
        f"{title} · {document.number} · {date_words(day)}",
        document.number,
        file_name("penerimaan-kartu", document.day, document.number),
        letterhead(document.office.name, document.office.regency),
        preamble(day, deed),
        _counts(document),
        _DIFFERENCE_HEADS,
        _DIFFERENCE_WIDTHS,
        rows or ((NONE, "Tidak ada selisih", "", "", ""),),
        (f"Sidik berita acara yang dijawab: {grouped_print(document.answers.sha256)}.", TRUE),
        place_and_day(document.office.regency, day),
        (signed(document.signer, record.at, document.time_zone), to_sign("Yang menyerahkan", document.other_party)),
        print_line(document.number, record),
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
