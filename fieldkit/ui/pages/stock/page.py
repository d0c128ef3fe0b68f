"""Who has what, how long it lasts, what is on its way; and what the stock keeper does about it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.roles import STOCK_KEEPERS, TABLE_WORKERS
from fieldkit.store.drafts import draft
from fieldkit.store.queries.stock.movements import EVERYBODY
from fieldkit.store.queries.stock.page import StockView, stock_view
from fieldkit.ui.context import Context
from fieldkit.ui.formats import day_long
from fieldkit.ui.forms.drawer_form import FormSaver
from fieldkit.ui.forms.signing import PinSigning, Question
from fieldkit.ui.forms.stock_fields import LoanWith
from fieldkit.ui.language import tr
from fieldkit.ui.pages.stock.alert import AlertLine
from fieldkit.ui.pages.stock.figures import Figures
from fieldkit.ui.pages.stock.form import Act, StockForm
from fieldkit.ui.pages.stock.holders_card import ComingCard, HoldersCard
from fieldkit.ui.pages.stock.loan_form import LoanForm
from fieldkit.ui.pages.stock.movements_card import MovementsCard
from fieldkit.ui.pages.stock.panel import StockPanel
from fieldkit.ui.pages.stock.papers import Papers
from fieldkit.ui.pages.stock.wording import warning
from fieldkit.ui.shell.page import Page
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.work.instants import at_site
from fieldkit.work.inverse import Inverse
from fieldkit.work.stock.booking import undo_movement

_CHART_FROM: Final = 620
"""Of the window's height in pixels at 100 %: below it the curve gives its room to the table."""


class StockPage(Page):
    """The stock, worked from the keyboard."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Blangko")
        self._context = context
        self._view: StockView | None = None
        self._chosen = EVERYBODY
        self._loan: LoanWith | None = None
        self.figures, self.notice = Figures(), AlertLine()
        self.holders, self.coming = HoldersCard(context.regions), ComingCard(context.regions)
        self._may_undo = context.user.role in TABLE_WORKERS
        self.movements = MovementsCard(context.regions, may_undo=self._may_undo)
        self.panel = StockPanel(context.user.name, may_keep=context.user.role in STOCK_KEEPERS)
        self.signing = PinSigning(context, self)
        self.papers = Papers(context, self)
        self._saver = FormSaver(context, self)
        self._arrange()
        self._listen()

    def subtitle(self) -> str:
        """The day that the figures are of."""
        return tr("per {day}", day=day_long(self._today_at_site().date()))

    def header_slot(self) -> QWidget:
        """The way to the keys."""
        return holder(row(KeyCap("F1"), Label(tr("Bantuan"), "second", "ink2"), gap=10))

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the stock."""
        return [
            ("1 / 9", tr("Lot, keluarkan, ambil sisa, rusak, musnahkan, hitung, pinjam")),
            ("Ctrl+Enter", tr("Di isian: simpan, atau tanda tangani dengan PIN")),
            ("Ctrl+J", tr("Ke tindakan")),
            *([("U", tr("Di daftar mutasi: urungkan yang disorot"))] if self._may_undo else []),
            ("Ctrl+P", tr("Berita acara, rekap bulanan, stok hari ini")),
            ("Ctrl+Backspace", tr("Urungkan yang baru dicatat")),
        ]

    def refresh(self) -> None:
        """Ask for everything again."""
        chosen, today, store = self._chosen, self._today_at_site().date().isoformat(), self._context.store
        self._context.ask(self, lambda: store.query(stock_view, chosen, today), self._show)

    def shown(self) -> None:
        """To the form that is open, or to the digits of the acts; where they are a drawer, to the holders."""
        if self.panel.isVisible():
            self.panel.focus_first()
        else:
            self.holders.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def opened_with(self, argument: object) -> None:
        """Another page sends somebody to a loan."""
        if isinstance(argument, LoanWith) and self.panel.names():
            self._loan = argument
            self._begin_loan()

    def step_out(self) -> bool:
        """Out of the papers, the form, the drawer, and then back to all holders."""
        if self.papers.is_open():
            self.papers.close()
            return True
        if self.panel.open_form() is not None:
            self.panel.close_form()
            return True
        if self._columns.close_side():
            return True
        was_chosen = self._chosen != EVERYBODY
        self.holders.select(EVERYBODY)
        return was_chosen

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The curve needs height."""
        super().resizeEvent(event)
        self._show_movements()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text makes the window lower."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_movements()

    def _arrange(self) -> None:
        left = QWidget()
        column(stretched(self.holders), self.coming, gap=12, inside=left)
        self._columns = Columns(
            [(left, 340), (self.movements, None), (self.panel, 336)], side_key="Ctrl+J", side_title=tr("Tindakan")
        )
        self.add(self.figures, self.notice, stretched(self._columns))

    def _listen(self) -> None:
        self.holders.chosen.connect(self._choose)
        self.movements.undo_asked.connect(self._undo)
        self.panel.laid.connect(self._on_laid)
        self.panel.papers_asked.connect(self._open_papers)
        bind(self, "Ctrl+P", self._open_papers, everywhere=True)
        self._bind_digits()
        self.panel.table_asked.connect(lambda: self.go.emit("today", None))
        self.panel.saved.connect(self._save)
        self.panel.edited.connect(self._saver.touch)

    def _bind_digits(self) -> None:
        """The digits of the acts work in the lists as well, where a holder is chosen first."""
        for table in (self.holders.table, self.movements.table):
            for digit, which in enumerate(self.panel.names(), start=1):
                bind(table, str(digit), partial(self._begin, which))

    def _begin(self, which: str) -> None:
        self._columns.open_side()
        self.panel.begin(which)

    def _today_at_site(self) -> datetime:
        zone = self._view.time_zone if self._view is not None else self._context.home_zone
        return at_site(self._context.clock.now_utc(), zone)

    def _choose(self, holder_id: str) -> None:
        if holder_id != self._chosen:
            self._chosen = holder_id
            self.refresh()

    def _show(self, view: StockView) -> None:
        self._view, self._chosen = view, view.chosen.id
        self.figures.show_supply(view.chosen.supply, view.in_box, view.prints_per_ribbon)
        self.holders.show_holders(view.holders, view.chosen.id)
        self.coming.show_view(view)
        self._show_movements()
        self.panel.know(view, self._context.regions)
        self.notice.show_words(warning(self._context.regions, view))
        self.header_changed.emit()
        self._begin_loan()

    def _begin_loan(self) -> None:
        """The form of the loan that was asked for, once it is known what it can offer."""
        loan = self._loan
        if loan is None or self._view is None:
            return
        self._loan = None
        self._begin(loan.kind)
        form = self.panel.open_form()
        if isinstance(form, LoanForm):
            form.begin_with(loan.partner, loan.quantity)

    def _show_movements(self) -> None:
        if self._view is not None:
            height = self.window().height() * 100 / look().scale.percent
            self.movements.show_view(self._view, with_chart=height >= _CHART_FROM)

    def _on_laid(self) -> None:
        self._saver.rest()
        form = self.panel.open_form()
        self.primary = form.save_button if form is not None else None
        if form is not None:
            self._fill(form)

    def _fill(self, form: StockForm) -> None:
        user, store = self._context.user.id, self._context.store
        form.fill(store.query(draft, user, form.kind))
        self._saver.begin(form, form.kind)

    def _save(self) -> None:
        form = self.panel.open_form()
        if form is None:
            return
        try:
            act = form.act()
        except RuleError as error:
            form.show_problems(error)
            return
        if act.signed:
            self._sign(form, act)
        else:
            store = self._context.store
            self._saver.save(form, lambda: act.run(store, None), lambda inverse: self._done(act, inverse))

    def _sign(self, form: StockForm, act: Act) -> None:
        store, what = self._context.store, tr("Yang ditandatangani tidak berubah lagi dan bisa dicetak kapan saja.")
        self.signing.ask(
            Question(act.title, what, act.signed),
            lambda signer: act.run(store, signer),
            lambda inverse: self._signed(form, act, inverse),
            form.show_problems,
        )

    def _signed(self, form: StockForm, act: Act, inverse: Inverse[Any] | None) -> None:
        self._saver.save(form, lambda: None, lambda _none: self._done(act, inverse))

    def _done(self, act: Act, inverse: Inverse[Any] | None) -> None:
        self.panel.close_form()
        self._context.done(act.title, act.text, inverse=inverse, undone=tr("Diurungkan, stoknya kembali"))

    def _open_papers(self) -> None:
        zone = self._view.time_zone if self._view is not None else self._context.home_zone
        self.papers.open(self._today_at_site().date(), zone)

    def _undo(self, movement_id: str) -> None:
        store = self._context.store

        self._context.ask(
            self,
            lambda: store.execute(undo_movement, movement_id),
            lambda _id: self._context.messages.done(tr("Diurungkan, stoknya kembali")),
        )
