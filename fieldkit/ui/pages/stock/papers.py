"""Papers of the stock in a drawer: of the day, of a month, every signed record; Enter writes one as PDF and Excel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.cards.handover import record_label
from fieldkit.reports.stock.papers import StockPaper, day_paper, month_paper, stock_paper
from fieldkit.store.database import Database
from fieldkit.store.queries.stock.page import day_stock
from fieldkit.store.queries.stock.records import SignedRecord, month_total, signed_records
from fieldkit.ui.context import Context
from fieldkit.ui.formats import day_long, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.papers.paper import write_pdf
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import EmptyState
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.instants import at_site, moment

_MONTHS: Final = 3


@dataclass(frozen=True, slots=True, repr=False)
class PaperRow:
    """The stock of the day, a month, or a signed record."""

    id: str
    title: str
    second: str
    month: str = ""
    record: SignedRecord | None = None


class PapersPanel(QWidget):
    """The list of papers."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        columns = [Column(tr("Dokumen"), lambda each: (each.title, each.second), kind="two", width="stretch")]
        self.table = Table(RowsModel(columns), two_line=True, name=tr("Berita acara dan rekap"))
        self.table.setObjectName("stock_papers_list")
        self.table.activated_row.connect(self._write)
        self.write_button = Button(
            tr("Simpan PDF dan Excel"), "primary", key=tr("Enter"), press=lambda: self._write(self.table.selected())
        )
        self._empty = EmptyState("clipboard-text", tr("Belum ada dokumen."))
        column(stretched(self.table), stretched(self._empty), row(None, self.write_button), gap=10, inside=self)
        self.setFocusProxy(self.table)

    def show_rows(self, rows: Sequence[PaperRow]) -> None:
        """These, the first one selected."""
        self.table.rows_model.set_rows(rows)
        if rows and self.table.selected() is None:
            self.table.select(rows[0].id)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _write(self, chosen: PaperRow | None) -> None:
        if chosen is not None:
            self.wanted.emit(chosen)


class Papers(QObject):
    """The drawer, and the writing."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self.panel = PapersPanel()
        self._drawer = Drawer(page, tr("Berita acara dan rekap"), self.panel, width=440)
        self._today, self._time_zone = date(2000, 1, 1), "UTC"
        self.panel.wanted.connect(self._write)

    def open(self, today: date, time_zone: str) -> None:
        """Ask for what there is, and show it."""
        self._today, self._time_zone = today, time_zone
        store = self._context.store
        self._context.ask(self, lambda: store.query(signed_records), self._show)

    def is_open(self) -> bool:
        """Whether the drawer lies over the page."""
        return not self._drawer.isHidden()

    def close(self) -> None:
        """Back to the page."""
        self._drawer.close_drawer()

    def _show(self, records: list[SignedRecord]) -> None:
        months = [_month_row(each) for each in _last_months(self._today)]
        today = PaperRow("today", tr("Stok blangko hari ini"), tr("untuk ditempel, agar warga tahu"))
        self.panel.show_rows([today, *months, *(_record_row(record, self._time_zone) for record in records)])
        if not self.is_open():
            self._drawer.open_drawer()
        self.panel.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, chosen: PaperRow) -> None:
        store, folder, keeper = self._context.store, self._context.folders.documents, self._context.user.name
        today = self._today

        def work() -> list[str]:
            paper = store.query(_paper_of, chosen, keeper, today)
            return write_papers(paper, folder)

        self._context.ask(self, work, self._written)

    def _written(self, names: list[str]) -> None:
        told = tr("{name} dan {n} berkas lain, di folder {folder}.", name=names[0], n=1, folder=self._folder())
        self._context.messages.done(tr("Dokumen tersimpan"), told)

    def _folder(self) -> str:
        return self._context.folders.documents.name


def write_papers(paper: StockPaper, folder: Path) -> list[str]:
    """Write a paper as PDF and Excel; names of the files. StoreError where they can not be written."""
    # Workbooks and templates take their time to import, and most who look at the stock write nothing.
    from fieldkit.reports.stock.files import stock_paper_html, write_stock_paper

    folder.mkdir(parents=True, exist_ok=True)
    pdf, book = folder / f"{paper.file_name}.pdf", folder / f"{paper.file_name}.xlsx"
    write_pdf(stock_paper_html(paper), pdf)
    write_stock_paper(paper, book)
    return [pdf.name, book.name]


def _paper_of(database: Database, chosen: PaperRow, keeper: str, today: date) -> StockPaper:
    if chosen.record is not None:
        return stock_paper(chosen.record)
    if chosen.month:
        return month_paper(month_total(database, chosen.month), keeper, today)
    return day_paper(day_stock(database, today.isoformat()), keeper, today)


def _last_months(today: date) -> list[date]:
    """The first day of this month and of those before it."""
    months = [today.replace(day=1)]
    while len(months) < _MONTHS:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return months


def _month_row(first: date) -> PaperRow:
    name = " ".join(day_long(first).split()[-2:])
    month = first.isoformat()[:7]
    return PaperRow(month, tr("Rekap kartu rusak {month}", month=name), tr("rusak, dimusnahkan, sisa kotak"), month)


def _record_row(record: SignedRecord, time_zone: str) -> PaperRow:
    day = day_short(at_site(moment(record.at), time_zone).date())
    title = f"{say(record_label(record.kind))} · {record.number}"
    return PaperRow(record.id, title, f"{day} · {record.signer_name}", record=record)
