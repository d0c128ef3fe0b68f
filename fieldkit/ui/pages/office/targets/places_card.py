"""The table of places: who comes next, with list, target and the next shift."""

from __future__ import annotations

from collections.abc import Sequence

from fieldkit.domain.lists.ranking import Order
from fieldkit.ui.formats import count, day_month
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.targets.places import PlaceRow
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import stretched


class PlacesCard(Card):
    """Districts, or villages."""

    def __init__(self) -> None:
        self._sorted_by = Label("", "hint")
        super().__init__(tr("Kecamatan"), right=self._sorted_by, gap=4, edges=(12, 12, 12, 8))
        columns = [
            Column(tr("No"), lambda each: count(each.place), align="right"),
            Column(tr("Nama"), lambda each: (each.name, say(each.site)), kind="two", width="stretch", tip=_tip),
            Column(tr("Di daftar"), lambda each: count(each.numbers.gross), align="right"),
            Column(tr("Terekam"), lambda each: count(each.numbers.recorded), align="right"),
            Column(tr("Sisa"), lambda each: count(each.numbers.left), align="right"),
            Column(tr("Target"), _target, align="right", tone=_tone, tip=_sum_tip),
            Column(tr("Kurang"), lambda each: "–" if each.missing is None else count(each.missing), align="right"),
            Column(tr("Shift berikut"), lambda each: day_month(each.next_shift) if each.next_shift else "–"),
        ]
        self.table = Table(RowsModel(columns), two_line=True, name=tr("Target per tempat"))
        self.table.setObjectName("target_places")
        self._sorted_by.setObjectName("target_order")
        self.add(stretched(self.table))

    def show_places(self, title: str, rows: Sequence[PlaceRow], order: Order, select: str = "") -> None:
        """These, with one selected."""
        kept = select or (self.table.selected().id if self.table.selected() is not None else "")
        self.set_title(title)
        by_site = order is Order.SITE
        self._sorted_by.set_text(tr("menurut tempat") if by_site else tr("menurut sisa terjangkau"))
        self.table.rows_model.set_rows(rows)
        if rows and not (kept and self.table.select(kept)):
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))


def _tip(row: PlaceRow) -> str:
    return f"{row.name}. {say(row.reason)}"


def _target(row: PlaceRow) -> str:
    return count(row.target.quantity) if row.target is not None else "–"


def _tone(row: PlaceRow) -> str:
    return "" if row.adds_up else "warn"


def _sum_tip(row: PlaceRow) -> str:
    return "" if row.adds_up else sum_words(row)


def sum_words(row: PlaceRow) -> str:
    """That a district's target and those of its villages differ; both stay as they were set (F-T5)."""
    target = row.target.quantity if row.target is not None else 0
    return tr(
        "Target kecamatan {n}, jumlah target desa/kelurahannya {m}. Tidak disamakan sendiri.",
        n=count(target),
        m=count(row.of_parts or 0),
    )
