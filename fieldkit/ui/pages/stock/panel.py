"""What can be done with the stock: acts by digit, and the form of the one that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.stock.movements import MovementKind
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.stock.page import StockView
from fieldkit.ui.language import tr
from fieldkit.ui.pages.stock.count_forms import BackForm, CountForm
from fieldkit.ui.pages.stock.form import StockForm
from fieldkit.ui.pages.stock.give_forms import DestroyForm, IssueForm, SpoilForm
from fieldkit.ui.pages.stock.loan_form import LoanForm
from fieldkit.ui.pages.stock.lot_form import LotForm
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, stretched


class StockPanel(Card):
    """The acts, or one form."""

    laid = Signal()
    """Another of its views is shown now."""
    saved = Signal()
    edited = Signal()
    papers_asked = Signal()
    table_asked = Signal()

    def __init__(self, counter: str, *, may_keep: bool) -> None:
        super().__init__(tr("Tindakan"), gap=8)
        self._may_keep = may_keep
        self._makers = _makers(counter)
        self._forms: dict[str, StockForm] = {}
        self._known: tuple[StockView, RegionTable] | None = None
        self.acts = ActionPanel(_acts() if may_keep else (), columns=2, name=tr("Tindakan"))
        self.acts.setObjectName("stock_acts")
        self.papers = Button(tr("Berita acara dan rekap"), icon="printer", key="Ctrl+P", press=self.papers_asked.emit)
        self.papers.setObjectName("stock_papers")
        self.own_table = Button(tr("Blangko meja ini"), key="F2", press=self.table_asked.emit)
        self._stack = QStackedWidget()
        self._overview = self._make_overview()
        self._stack.addWidget(self._overview)
        self.add(stretched(self._stack))
        self.acts.picked.connect(self.begin)

    def know(self, view: StockView, regions: RegionTable) -> None:
        """What the form that is open can offer now; any other is told when it opens."""
        self._known = view, regions
        form = self.open_form()
        if form is not None:
            form.know(view, regions)

    def names(self) -> list[str]:
        """The acts by their digits; none for who only looks."""
        return list(self._makers) if self._may_keep else []

    def begin(self, which: str) -> None:
        """Open a form."""
        form = self._forms.get(which) or self._made(which)
        if self._known is not None:
            form.know(*self._known)
        self._show(form)
        form.focus_first()

    def open_form(self) -> StockForm | None:
        """The form that is open."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, StockForm) else None

    def close_form(self) -> None:
        """Back to the acts."""
        self._show(self._overview)
        self.focus_first()

    def focus_first(self) -> None:
        """Where work begins."""
        form = self.open_form()
        if form is not None:
            form.focus_first()
        elif self._may_keep:
            self.acts.focus_first()
        else:
            self.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form first."""
        if event.key() == Qt.Key.Key_Escape and self.open_form() is not None:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _made(self, which: str) -> StockForm:
        """Forms are made when they are first wanted: nine of them would keep the page waiting."""
        form = self._forms[which] = self._makers[which]()
        self._stack.addWidget(form)
        form.cancelled.connect(self.close_form)
        form.saved.connect(self.saved)
        form.edited.connect(self.edited)
        return form

    def _show(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        form = self.open_form()
        self.set_title(form.title if form is not None else tr("Tindakan"))
        self.laid.emit()

    def _make_overview(self) -> QWidget:
        overview = QWidget()
        words = tr(
            "Lot, serah terima, dan hitung stok dicatat penyimpan blangko. Blangko meja ini dicatat di Hari ini."
        )
        told = Label(words, "body", "ink2", wrap=True)
        column(told, self.own_table, self.acts, None, self.papers, gap=10, inside=overview)
        for part in (told, self.own_table):
            part.setVisible(not self._may_keep)
        self.acts.setVisible(self._may_keep)
        return overview


def _makers(counter: str) -> dict[str, Callable[[], StockForm]]:
    return {
        "lot": LotForm,
        "issue": IssueForm,
        "back": BackForm,
        "spoil": SpoilForm,
        "destroy": DestroyForm,
        "count": partial(CountForm, counter),
        "lend": partial(LoanForm, MovementKind.LEND),
        "borrow": partial(LoanForm, MovementKind.BORROW),
        "give_back": partial(LoanForm, MovementKind.GIVE_BACK),
    }


def _acts() -> list[Choice]:
    return [
        Choice("lot", tr("Lot"), "truck"),
        Choice("issue", tr("Keluarkan"), "arrow-square-out"),
        Choice("back", tr("Ambil sisa"), "arrow-square-in"),
        Choice("spoil", tr("Rusak"), "warning"),
        Choice("destroy", tr("Musnahkan"), "fire"),
        Choice("count", tr("Hitung"), "calculator"),
        Choice("lend", tr("Pinjamkan"), "handshake"),
        Choice("borrow", tr("Pinjam"), "hand"),
        Choice("give_back", tr("Kembalikan"), "arrow-u-up-left"),
    ]
