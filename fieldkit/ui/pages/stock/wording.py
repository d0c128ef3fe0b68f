"""Words of the stock: holders, movements, how long it lasts, what wants a look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fieldkit.domain.stock.holders import HolderKind, code_of, is_in_hand, kind_of
from fieldkit.domain.stock.loans import Loan
from fieldkit.domain.stock.lots import LotState
from fieldkit.domain.stock.movements import MovementKind, Product, difference_reason_label, spoil_reason_label
from fieldkit.domain.stock.supply import LOW_DAYS, Supply
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.stock.lots import Lot
from fieldkit.store.queries.stock.movements import EVERYBODY, MovementRow
from fieldkit.store.queries.stock.page import Holder, StockView
from fieldkit.ui.formats import clock, count, day_month
from fieldkit.ui.language import say, tr
from fieldkit.work.instants import at_site, moment
from fieldkit.work.stock.counting import BEFORE_NEWS, ESTIMATE
from fieldkit.work.stock.keeping import OVER_BALANCE


def holder_name(regions: RegionTable, holder: str) -> str:
    """How a holder is called."""
    words = {
        EVERYBODY: tr("Semua"),
        HolderKind.OFFICE: tr("Gudang kantor"),
        HolderKind.SPOILED: tr("Kotak rusak"),
        HolderKind.USED: tr("Tercetak"),
        HolderKind.DESTROYED: tr("Dimusnahkan"),
        HolderKind.UNEXPLAINED: tr("Selisih"),
        HolderKind.SUPPLIER: tr("Pemasok"),
    }
    if holder in words:
        return words[holder]
    if kind_of(holder) is HolderKind.TABLE:
        return tr("Meja {name}", name=(code_of(holder) or holder).rpartition("-")[2])
    region = regions.by_code(code_of(holder))
    name = region.name if region is not None else code_of(holder)
    return tr("Kec. {name}", name=name) if kind_of(holder) is HolderKind.STORE else name


def product_word(product: str) -> str:
    """The word for what is counted."""
    words = {Product.BLANK: tr("Blangko"), Product.RIBBON: tr("Ribbon"), Product.FILM: tr("Film")}
    return words.get(Product(product), product) if product in set(Product) else product


def amount(product: str, quantity: int) -> str:
    """So many pieces, or so many prints of ribbon or film, which are about."""
    if product == Product.BLANK:
        return tr("{n} keping blangko", n=count(quantity))
    return tr("± {n} cetak", n=count(quantity))


def movement_word(row: MovementRow) -> str:
    """What happened; of a spoiled piece also why, where it is not cut."""
    words = {
        MovementKind.RECEIVE: tr("Diterima"),
        MovementKind.ISSUE: tr("Dikeluarkan"),
        MovementKind.RETURN: tr("Kembali"),
        MovementKind.PRINT_USE: tr("Dicetak"),
        MovementKind.SPOIL: tr("Rusak"),
        MovementKind.DESTROY: tr("Dimusnahkan"),
        MovementKind.LEND: tr("Dipinjamkan"),
        MovementKind.BORROW: tr("Dipinjam"),
        MovementKind.GIVE_BACK: tr("Pinjaman kembali"),
        MovementKind.COUNT_ADJUST: tr("Selisih hitung"),
    }
    known = words[MovementKind(row.kind)] if row.kind in set(MovementKind) else row.kind
    if row.kind == MovementKind.SPOIL and row.reason:
        known = f"{known} · {_reason(row)}"
    return tr("Diurungkan: {what}", what=known.lower()) if row.is_inverse else known


def movement_line(regions: RegionTable, row: MovementRow) -> str:
    """From whom to whom, and what is told of it."""
    giver = row.lot_supplier or holder_name(regions, row.from_holder)
    ends = f"{giver} → {holder_name(regions, row.to_holder)}"
    reason = "" if row.kind == MovementKind.SPOIL else _reason(row)
    return " · ".join(filter(None, (ends, reason, row.record_number, row.note)))


def signed_amount(row: MovementRow, holder: str) -> str:
    """What it did to the stock of a holder: with its sign, or bare where it stayed among all of them."""
    came = is_in_hand(row.to_holder) if holder == EVERYBODY else row.to_holder == holder
    went = is_in_hand(row.from_holder) if holder == EVERYBODY else row.from_holder == holder
    sign = "" if came == went else "+" if came else "−"
    unit = "" if row.product == Product.BLANK else f" {product_word(row.product).lower()}"
    return f"{sign}{count(row.quantity)}{unit}"


def when(row: MovementRow, time_zone: str) -> str:
    """Day and time at the site."""
    here = at_site(moment(row.at), time_zone)
    return f"{day_month(here.date())} {clock(here)}"


def prints_figure(prints: int | None) -> str:
    """Ribbon or film in prints; a dash where nobody keeps count of it."""
    return "–" if prints is None else f"± {count(max(0, prints))}"


def lot_title(lot: Lot) -> str:
    """Who was asked for how much."""
    return tr("{supplier} · {amount}", supplier=lot.supplier, amount=amount(lot.product, lot.count.asked))


def lot_line(lot: Lot) -> str:
    """Where its parts are."""
    parts = [tr("disetujui")] if lot.state is LotState.APPROVED else []
    parts += [part_line(lot, place) for place in lot.count.on_the_way]
    if lot.count.received:
        parts.append(tr("diterima {n}", n=count(lot.count.received)))
    if lot.count.open:
        parts.append(tr("belum dikirim {n}", n=count(lot.count.open)))
    return " · ".join(parts)


def part_line(lot: Lot, place: str) -> str:
    """A part of a lot that waits somewhere, or is on its way from there."""
    pieces = count(lot.count.on_the_way[place])
    if not place:
        return tr("di jalan {n}", n=pieces)
    if place in lot.count.moving:
        return tr("{place} {n} (di jalan)", place=place, n=pieces)
    return f"{place} {pieces}"


def loan_line(regions: RegionTable, loan: Loan) -> str:
    """What goes back to an owner, and what comes back from there."""
    parts = []
    if loan.owed:
        parts.append(tr("kita kembalikan {amount}", amount=amount(loan.product, loan.owed)))
    if loan.due:
        parts.append(tr("mereka kembalikan {amount}", amount=amount(loan.product, loan.due)))
    return f"{holder_name(regions, loan.partner)}: {', '.join(parts)}"


def days_figure(supply: Supply) -> str:
    """How many days it lasts."""
    return "–" if supply.days_left is None else count(supply.days_left)


def days_foot(supply: Supply) -> str:
    """At which pace, and what runs out first."""
    if supply.days_left is None:
        return tr("belum ada yang dicetak")
    what = product_word(supply.scarcest).lower()
    return tr("{n} kartu sehari · {what} habis dulu", n=count(supply.per_day), what=what)


def warning(regions: RegionTable, view: StockView) -> tuple[str, str, str] | None:
    """The weightiest thing that wants a look: title, text and tone; None where all is well."""
    unexplained = [holder for holder in view.holders if holder.is_unexplained and holder.id != EVERYBODY]
    if unexplained:
        return _unexplained_words(regions, unexplained)
    if view.issued_twice:
        return _twice_words(regions, *view.issued_twice[0])
    office = view.holder("office")
    if office is not None and office.supply.blanks < 0:
        title = tr("Gudang kantor tercatat {n} keping", n=count(office.supply.blanks))
        words = tr("Ada penerimaan yang belum dicatat. Catat lotnya (1), atau hitung isi gudang (6).")
        return title, words, "warn"
    return _short_words(view.chosen.supply) or _running_out(regions, view)


def _twice_words(regions: RegionTable, holder: str, pieces: int) -> tuple[str, str, str]:
    name = holder_name(regions, holder)
    title = tr("{holder}: {n} keping mungkin tercatat dua kali", holder=name, n=count(pieces))
    words = tr("Dicatat keluar oleh kantor dan dicatat dibawa oleh meja. Kalau itu dus yang sama, urungkan satu (U).")
    return title, words, "warn"


def _running_out(regions: RegionTable, view: StockView) -> tuple[str, str, str] | None:
    """Whoever prints and has not enough for tomorrow, where all together have."""
    for each in view.holders if view.chosen.id == EVERYBODY else ():
        days = each.supply.days_left
        if each.id != EVERYBODY and days is not None and days < 1:
            what = product_word(each.supply.scarcest).lower()
            name = holder_name(regions, each.id)
            title = tr("{holder}: {what} tidak cukup untuk besok", holder=name, what=what)
            words = tr(
                "Sisanya {amount}, sehari {n} kartu. Keluarkan dari gudang (2), atau atur ulang jadwal cetaknya.",
                amount=amount(each.supply.scarcest, _left(each.supply)),
                n=count(each.supply.per_day),
            )
            return title, words, "warn"
    return None


def _left(supply: Supply) -> int:
    known = {Product.BLANK: supply.blanks, Product.RIBBON: supply.ribbon, Product.FILM: supply.film}
    return known[supply.scarcest] or 0


def _unexplained_words(regions: RegionTable, holders: Sequence[Holder]) -> tuple[str, str, str]:
    first = holders[0]
    name = holder_name(regions, first.id)
    title = tr("{holder} tercatat {n} keping", holder=name, n=count(first.supply.blanks))
    words = tr(
        "Yang keluar lebih banyak daripada yang diterima. Kantor tidak memberi lagi sampai ini dijelaskan: hitung "
        "stoknya (6), atau putuskan kasusnya di Sinkronisasi."
    )
    return title, words, "err"


def _short_words(supply: Supply) -> tuple[str, str, str] | None:
    what, here = product_word(supply.scarcest), supply.printable
    if supply.unserved:
        title = tr("{what} tinggal {n}, antrean cetak {ready}", what=what, n=count(here), ready=count(supply.ready))
        words = tr(
            "{n} orang tidak kebagian sekarang. Dahulukan rekam baru, sisanya dicetak setelah stok datang.",
            n=count(supply.unserved),
        )
        return title, words, "warn"
    days = supply.days_left
    if days is None or days > LOW_DAYS:
        return None
    title = tr("{what} cukup untuk {n} hari lagi", what=what, n=count(days))
    return title, tr("Minta lot berikutnya sekarang (1), supaya pencetakan tidak berhenti."), "warn"


def difference_words(missing: int) -> str:
    """What a count or a taking back leaves open."""
    if not missing:
        return tr("cocok")
    return tr("kurang {n}", n=count(missing)) if missing > 0 else tr("lebih {n}", n=count(-missing))


def curve_sentence(curve: Sequence[tuple[str, int]]) -> str:
    """The date of the last point."""
    if not curve:
        return ""
    return tr("Sisa di akhir hari, sampai {day}.", day=day_month(date.fromisoformat(curve[-1][0])))


def _reason(row: MovementRow) -> str:
    if not row.reason or row.reason == ESTIMATE:
        return ""
    if row.reason == BEFORE_NEWS:
        return tr("catatan meja mungkin belum semua masuk")
    if row.reason == OVER_BALANCE:
        return tr("melebihi catatan gudang")
    label = spoil_reason_label if row.kind == MovementKind.SPOIL else difference_reason_label
    return say(label(row.reason)).lower()
