"""The papers of the stock: signed handover records (berita acara), and the monthly total of spoiled cards (F-B5).

A record is printed from what was signed alone, so that it can be printed again for ever. They are official papers, and
in Bahasa Indonesia whatever the language of the window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from fieldkit.domain.cards.handover import RecordKind, destruction_label, record_label
from fieldkit.domain.formats import count, day_long
from fieldkit.domain.stock.holders import HolderKind, code_of, kind_of
from fieldkit.domain.stock.movements import Product, difference_reason_label, spoil_reason_label
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.reports.making.labels import labelled
from fieldkit.reports.making.minutes import (
    TO_BE_WRITTEN,
    TRUE,
    OfficePart,
    SignerPart,
    date_words,
    letterhead,
    place_and_day,
    preamble,
    print_line,
    read_back,
    signed,
    to_sign,
)
from fieldkit.reports.making.parts import Fact, Letterhead, Signature, known
from fieldkit.reports.making.saving import file_name
from fieldkit.store.queries.stock.page import DayStock
from fieldkit.store.queries.stock.records import MonthTotal, SignedRecord


class MovementPart(msgspec.Struct, frozen=True):
    """What went from one to another."""

    kind: str
    product: str
    from_holder: str
    to_holder: str
    quantity: int


class RecordDocument(msgspec.Struct, frozen=True):
    """A record as it is read back: what a later version leaves out or adds does not matter."""

    kind: str
    number: str
    day: str
    movements: tuple[MovementPart, ...]
    office: OfficePart = OfficePart()
    signer: SignerPart = SignerPart()
    time_zone: str = OFFICE_ZONE
    witnesses: tuple[str, ...] = ()
    other_party: str = ""
    other_name: str = ""
    note: str = ""
    way: str = ""
    reason: str = ""
    counted_by: str = ""
    comes_in: bool = False
    difference: int = 0
    expected: int | None = None
    counted: int | None = None
    returned: int | None = None
    printed: int | None = None
    spoiled: int | None = None
    kept: int | None = None
    in_box: int | None = None
    before_news: bool = False
    """Of a table that may have used more than it had told by then."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows under their heads; numbers stay numbers, the last column is one. `total` is bold below them."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    total: tuple[str | int, ...] = ()

    @property
    def shown(self) -> tuple[tuple[str, ...], ...]:
        """The rows as they are printed."""
        return tuple(tuple(map(_shown, row)) for row in self.rows)

    @property
    def shown_total(self) -> tuple[str, ...]:
        """The total as it is printed."""
        return tuple(map(_shown, self.total))


@dataclass(frozen=True, slots=True)
class StockPaper:
    """A paper ready to be laid out."""

    title: str
    page_title: str
    number: str
    file_name: str
    letterhead: Letterhead
    preamble: str
    facts: tuple[Fact, ...]
    grid: Grid
    statements: tuple[str, ...]
    place_and_day: str
    signatures: tuple[Signature, ...]
    closing: str
    mark: str = ""
    """What it is signed with is always there; kept for the letterhead that all papers share."""


def stock_paper(record: SignedRecord) -> StockPaper:
    """The paper of a signed record; FileError where it can not be read."""
    document = read_back(record.document, RecordDocument)
    title = f"Berita acara {str(record_label(document.kind)).lower()} blangko"
    day = date.fromisoformat(document.day)
    return StockPaper(
        title,
        f"{title} · {document.number} · {date_words(day)}",
        document.number,
        file_name("berita-acara", document.kind, document.day, document.number),
        letterhead(document.office.name, document.office.regency),
        preamble(day, _deed(document)),
        _facts(document),
        _grid(document),
        _statements(document),
        place_and_day(document.office.regency, day),
        _signatures(document, record),
        print_line(document.number, record),
    )


def month_paper(total: MonthTotal, keeper: str, today: date) -> StockPaper:
    """The total of spoiled and destroyed cards of a month, as it is reported."""
    first = date.fromisoformat(f"{total.month}-01")
    month = date_words(first).partition(" ")[2]
    rows: list[tuple[str | int, ...]] = [("Di kotak rusak pada awal bulan", total.in_box_before)]
    rows += [(f"Rusak: {labelled(reason, spoil_reason_label).lower()}", pieces) for reason, pieces in total.spoiled]
    for day, number, pieces in total.destroyed:
        rows.append((f"Dimusnahkan {date_words(date.fromisoformat(day))}, {known(number)}", -pieces))
    rows.append(("Rusak dalam bulan ini", total.spoiled_sum))
    rows.append(("Dimusnahkan dalam bulan ini", total.destroyed_sum))
    return StockPaper(
        "Rekap bulanan kartu rusak",
        f"Rekap bulanan kartu rusak · {month}",
        TO_BE_WRITTEN,
        file_name("rekap-kartu-rusak", total.month),
        letterhead(total.office, total.regency),
        f"Keping KTP-el yang rusak dan yang dimusnahkan dalam bulan {month}, menurut catatan stok blangko.",
        (),
        Grid(("Uraian", "Keping"), tuple(rows), ("Di kotak rusak pada akhir bulan", total.in_box)),
        (),
        place_and_day(total.regency, today),
        (to_sign("Mengetahui, kepala bidang"), Signature("Penyimpan blangko", known(keeper), "")),
        f"Dibuat dari catatan per {date_words(today)}",
    )


def day_paper(told: DayStock, keeper: str, today: date) -> StockPaper:
    """What is hung up for everybody to see: who comes knows what there is (F-B8)."""
    supply, day = told.supply, date_words(today)
    rows: list[tuple[str | int, ...]] = [("Blangko yang ada", supply.blanks)]
    rows += [("Kartu yang menunggu dicetak", supply.ready), ("Bisa dicetak dengan stok ini", supply.printable)]
    if supply.unserved:
        rows.append(("Menunggu stok berikutnya", supply.unserved))
    lasts = () if supply.days_left is None else (f"Cukup untuk kira-kira {count(supply.days_left)} hari pencetakan.",)
    return StockPaper(
        "Pengumuman stok blangko KTP-el",
        f"Pengumuman stok blangko KTP-el · {day}",
        TO_BE_WRITTEN,
        file_name("stok-blangko", today.isoformat()),
        letterhead(told.office, told.regency),
        f"Stok blangko KTP-el pada {day_long(today)}, menurut catatan stok blangko.",
        (),
        Grid(("Uraian", "Keping"), tuple(rows)),
        lasts,
        place_and_day(told.regency, today),
        (to_sign("Mengetahui, kepala bidang"), Signature("Penyimpan blangko", known(keeper), "")),
        f"Dibuat dari catatan per {day}",
    )


def _deed(document: RecordDocument) -> str:
    where = document.other_name or "pemegang stok"
    deeds: Mapping[str, str] = {
        RecordKind.DESTRUCTION: "memusnahkan keping KTP-el yang rusak",
        RecordKind.TAKING_BACK: f"menerima kembali sisa blangko dari {where}",
        RecordKind.COUNTING: f"menghitung stok di {where}",
        RecordKind.LENDING: f"meminjamkan blangko atau bahan cetak kepada {where}",
        RecordKind.BORROWING: f"meminjam blangko atau bahan cetak dari {where}",
        RecordKind.GIVING_BACK: f"menyelesaikan pinjaman dengan {where}",
    }
    return deeds.get(document.kind, "memindahkan stok")


def _facts(document: RecordDocument) -> tuple[Fact, ...]:
    told = (
        ("Cara pemusnahan", str(destruction_label(document.way)) if document.way else ""),
        ("Dihitung oleh", document.counted_by),
        ("Petugas pihak sana", document.other_party),
        ("Sebab selisih", labelled(document.reason, difference_reason_label) if document.reason else ""),
        ("Keterangan", document.note),
    )
    return tuple(Fact(label, words) for label, words in told if words)


def _grid(document: RecordDocument) -> Grid:
    rows = [
        (_product(each.product), _holder(each.from_holder, document), _holder(each.to_holder, document), each.quantity)
        for each in document.movements
    ]
    return Grid(("Barang", "Dari", "Ke", _unit(document)), tuple(rows))


def _statements(document: RecordDocument) -> tuple[str, ...]:
    sums = (
        ("Tercatat", document.expected),
        ("Dihitung", document.counted),
        ("Kembali", document.returned),
        ("Tercetak", document.printed),
        ("Rusak", document.spoiled),
        ("Tetap di sana", document.kept),
        ("Di kotak rusak sebelum dimusnahkan", document.in_box),
    )
    told = [f"{label} {count(number)}." for label, number in sums if number is not None]
    if document.difference:
        word = "kurang" if document.difference > 0 else "lebih"
        told.append(f"Selisih: {word} {count(abs(document.difference))} keping, dijelaskan di atas.")
    if document.before_news:
        told.append("Catatan meja ini mungkin belum semua masuk saat itu.")
    return (*told, TRUE)


def _signatures(document: RecordDocument, record: SignedRecord) -> tuple[Signature, ...]:
    own = signed(document.signer, record.at, document.time_zone)
    if document.other_party:
        return own, to_sign(f"Petugas {document.other_name}".strip(), document.other_party)
    if document.witnesses:
        return own, Signature("Saksi-saksi", "; ".join(document.witnesses), "Tanda tangan di samping nama")
    return own, to_sign("Mengetahui, kepala bidang")


def _product(product: str) -> str:
    return {Product.BLANK: "Blangko", Product.RIBBON: "Ribbon", Product.FILM: "Film"}.get(Product(product), product)


def _unit(document: RecordDocument) -> str:
    products = {movement.product for movement in document.movements}
    return "Keping" if products <= {Product.BLANK} else "Jumlah (ribbon dan film: cetak)"


def _holder(holder: str, document: RecordDocument) -> str:
    words = {
        HolderKind.OFFICE: "Gudang kantor",
        HolderKind.SPOILED: "Kotak rusak",
        HolderKind.DESTROYED: "Dimusnahkan",
        HolderKind.USED: "Tercetak",
        HolderKind.UNEXPLAINED: "Selisih",
        HolderKind.SUPPLIER: "Pemasok",
    }
    kind = kind_of(holder)
    if kind in words:
        return words[kind]
    if kind is HolderKind.TABLE:
        return f"Meja {(code_of(holder) or holder).rpartition('-')[2]}"
    return document.other_name or code_of(holder)


def _shown(value: str | int) -> str:
    return count(value) if isinstance(value, int) else value
