"""The stock page as the stock keeper works it: keys, and what can be read."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.store.queries.stock.movements import MovementRow
from fieldkit.store.queries.stock.page import Holder
from fieldkit.ui.forms.signing import SignModal
from fieldkit.ui.pages.stock import StockPage
from fieldkit.ui.pages.stock.form import StockForm
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.widgets.cards import Figure
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.rows import RowList

WidgetT = TypeVar("WidgetT", bound=QWidget)
Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier


class StockPageDriver:
    """Finds the parts by name and types real keys."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        page = window.page("stock")
        assert isinstance(page, StockPage)
        self.page = page
        qtbot.waitUntil(window.isActiveWindow)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, to whatever has the focus."""
        QTest.keyClick(self.focused(), key, modifier)

    def type(self, text: str) -> None:
        """Letters and digits, to whatever has the focus."""
        QTest.keyClicks(self.focused(), text)

    def focused(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def begin(self, digit: str) -> StockForm:
        """An act by its digit."""
        self.page.shown()
        self.type(digit)
        form = self.page.panel.open_form()
        assert form is not None
        return form

    def answer(self, name: str, value: str) -> None:
        """Go to a field of the open form and answer it: letters, the name of a choice, or its digit."""
        field = self.field(name)
        assert field.isVisible(), name
        field.focus_answer()
        focused = self.focused()
        if isinstance(focused, QLineEdit):
            focused.selectAll()
        if isinstance(field, ComboBox):
            self._pick(field.combo, value)
        else:
            self.type(value)

    def field(self, name: str) -> Findings:
        """A field of the open form."""
        form = self.page.panel.open_form()
        assert form is not None
        return form.fields[name]

    def shown_fields(self) -> list[str]:
        """Which fields the open form asks for."""
        form = self.page.panel.open_form()
        assert form is not None
        return [name for name, field in form.fields.items() if field.isVisible()]

    def save(self) -> None:
        """The filled button of the form."""
        self.press(Key.Key_Return, _CONTROL)

    def sign(self, pin: str) -> None:
        """Give the PIN that is asked for."""
        modal = self.page.signing.modal
        assert isinstance(modal, SignModal)
        QTest.keyClicks(modal.pin.line, pin)
        QTest.keyClick(modal.pin.line, Key.Key_Return)

    def undo(self) -> None:
        """What the toast offers."""
        self.press(Key.Key_Backspace, _CONTROL)

    def findings(self) -> dict[str, str]:
        """What is said beside the fields of the open form."""
        form = self.page.panel.open_form()
        assert form is not None
        return {name: field.finding_text() for name, field in form.fields.items() if field.finding() is not None}

    def holders(self) -> dict[str, int]:
        """Blanks by holder, as the list says."""
        model = self.page.holders.table.rows_model
        rows: list[Holder] = [model.at(row) for row in range(model.rowCount())]
        return {row.id: row.supply.blanks for row in rows}

    def choose(self, holder: str) -> None:
        """Another holder in the list."""
        table = self.page.holders.table
        table.setFocus()
        row = table.rows_model.row_of(holder)
        assert row >= 0
        while table.currentIndex().row() != row:
            self.press(Key.Key_Down if table.currentIndex().row() < row else Key.Key_Up)

    def movements(self) -> list[MovementRow]:
        """The rows of the list of movements."""
        model = self.page.movements.table.rows_model
        return [model.at(row) for row in range(model.rowCount())]

    def coming(self) -> str:
        """What stands under "on the way and lent"."""
        rows = self._part(RowList, "coming")
        return "; ".join(part.accessibleName() for part in rows.findChildren(QWidget) if part.accessibleName())

    def figure(self, name: str) -> str:
        """A figure as it is read out."""
        return self._part(Figure, f"figure_{name}").accessibleName()

    def notice(self) -> str:
        """What wants a look; empty where nothing does."""
        notice = self.page.notice
        return f"{notice.accessibleName()} {notice.accessibleDescription()}" if notice.isVisible() else ""

    def papers(self) -> list[str]:
        """Titles of the papers in the drawer."""
        assert self.page.papers.is_open()
        model = self.page.papers.panel.table.rows_model
        return [model.at(row).title for row in range(model.rowCount())]

    def toast(self) -> str:
        """What the toasts say."""
        return " ".join(f"{toast.title}. {toast.text}" for toast in self.window.toasts())

    def _pick(self, combo: QComboBox, caption: str) -> None:
        wanted = combo.findText(caption, Qt.MatchFlag.MatchStartsWith)
        assert wanted >= 0, [combo.itemText(at) for at in range(combo.count())]
        while combo.currentIndex() != wanted:
            self.press(Key.Key_Down if combo.currentIndex() < wanted else Key.Key_Up)

    def _part(self, kind: type[WidgetT], name: str) -> WidgetT:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found
