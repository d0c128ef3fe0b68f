"""Drives the registration page as an operator does: by keys alone, and by what is seen."""

from __future__ import annotations

from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.ui.pages.register import RegisterPage
from fieldkit.ui.rows.lists import HitList, QueueList
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.choices import ChoiceButton, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.flow import Fitted
from fieldkit.ui.widgets.labels import Badge, IconText, Label
from fieldkit.ui.widgets.marks import RadioRow, TickBox

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class RegisterPageDriver:
    """Keys go to whatever has the focus, as on a keyboard; `strokes` counts those that are no typed data."""

    def __init__(self, desk: Desk, window: MainWindow | None = None) -> None:
        self.desk = desk
        self.window = window or desk.open(("register", RegisterPage))
        page = self.window.page("register")
        assert isinstance(page, RegisterPage)
        self.page = page
        self.strokes = 0
        QApplication.processEvents()

    def type(self, data: str) -> None:
        """Data that has to be typed anyhow: a name, a number."""
        QTest.keyClicks(self._focused(), data)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """One key stroke."""
        self.strokes += 1
        QTest.keyClick(self._focused(), key, held)
        QApplication.processEvents()

    def digit(self, digit: int, held: Qt.KeyboardModifier = PLAIN) -> None:
        """A digit as a choice."""
        self.press(Qt.Key(Qt.Key.Key_0 + digit), held)

    def enter(self) -> None:
        """Enter."""
        self.press(Qt.Key.Key_Return)

    def space(self) -> None:
        """Space."""
        self.press(Qt.Key.Key_Space)

    def escape(self) -> None:
        """Esc."""
        self.press(Qt.Key.Key_Escape)

    def save(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CTRL)

    def undo(self) -> None:
        """Ctrl+Backspace."""
        self.press(Qt.Key.Key_Backspace, CTRL)

    def walk_in(self) -> None:
        """Ctrl+N."""
        self.press(Qt.Key.Key_N, CTRL)

    def to_queue(self) -> None:
        """Ctrl+J."""
        self.press(Qt.Key.Key_J, CTRL)

    def pick(self, name: str) -> None:
        """Search for somebody and pick the best hit."""
        self.type(name)
        self.enter()

    def register(self, name: str, phone: str = "081234901100") -> None:
        """A person of the list, recorded for the first time, with a phone of the own."""
        self.pick(name)
        self.digit(1)
        self.digit(1)
        self.space()
        self.type(phone)
        self.save()

    @property
    def focused_name(self) -> str:
        """Object name of the part with the focus."""
        widget: QWidget | None = self._focused()
        while widget is not None and not widget.objectName():
            widget = widget.parentWidget()
        return widget.objectName() if widget is not None else ""

    @property
    def hits(self) -> list[str]:
        """Names found, best first."""
        view = self._find(HitList, "hits")
        return [view.rows_model.at(row).title for row in range(view.model().rowCount())]

    def is_cut(self) -> bool:
        """Whether the page is higher than the window has room for."""
        frame = next(frame for frame in self.window.findChildren(Fitted) if frame.widget() is self.page)
        return frame.verticalScrollBar().maximum() > 0

    @property
    def villages(self) -> list[str]:
        """Codes of the villages found, the nearest first."""
        model = self._find(QueueList, "residence_hits").rows_model
        return [str(code) for code in model.ids()]

    @property
    def queue(self) -> list[str]:
        """Numbers that wait."""
        view = self._find(QueueList, "queue")
        return [view.rows_model.at(row).number for row in range(view.model().rowCount())]

    @property
    def just_done(self) -> list[str]:
        """Numbers of who was done with last."""
        view = self._find(QueueList, "recent")
        return [view.rows_model.at(row).number for row in range(view.model().rowCount())]

    @property
    def just_done_said(self) -> list[str]:
        """What is said of who was done with last."""
        view = self._find(QueueList, "recent")
        return [view.rows_model.at(row).second for row in range(view.model().rowCount())]

    @property
    def at_the_set(self) -> str:
        """Number of the person at the set, or nothing."""
        label = self._find(Label, "service_number")
        return label.full_text() if label.isVisible() else ""

    @property
    def form_is_open(self) -> bool:
        """Whether somebody is being registered."""
        return self._find(QWidget, "register_form").isVisible()

    @property
    def person(self) -> str:
        """Name over the form."""
        return self.label("person_name") if self.form_is_open else ""

    @property
    def primary_text(self) -> str:
        """The filled button."""
        return self._find(Button, "save").caption()

    @property
    def left_line(self) -> str:
        """The red line over the buttons."""
        line = self.page.form.bar.line
        return line.text() if line.isVisible() else ""

    @property
    def draft_text(self) -> str:
        """How safe the form is."""
        draft = self.page.form.bar.draft
        return draft.text() if draft.isVisible() else ""

    @property
    def toasts(self) -> list[str]:
        """What was said last."""
        return [toast.title for toast in self.window.toasts()]

    @property
    def printers(self) -> list[str]:
        """What the drawer of receipts offers to print with."""
        combo = self._find(ComboBox, "receipt_printer").combo
        return [combo.itemText(at) for at in range(combo.count())]

    @property
    def printer_finding(self) -> str:
        """What the drawer of receipts says of the printer, or nothing while that can not be seen."""
        box = self._find(ComboBox, "receipt_printer")
        return box.finding_text() if box.finding_line.isVisible() else ""

    @property
    def papers(self) -> list[str]:
        """The papers asked for, by name."""
        boxes = self.page.findChildren(TickBox)
        return [box.objectName() for box in boxes if box.objectName().startswith("paper_") and box.isVisible()]

    def paper_hint(self, paper: str) -> str:
        """What stands beside a paper."""
        return self._find(TickBox, f"paper_{paper}").box.accessibleDescription()

    @property
    def outcomes(self) -> list[str]:
        """The outcomes offered, in the order of their digits."""
        buttons = self.page.queue.service.outcomes.findChildren(ChoiceButton)
        return [button.caption() for button in buttons if button.isVisible()]

    def field(self, name: str) -> TextField:
        """A field of the form."""
        return self._find(TextField, name)

    def shown(self, name: str) -> str:
        """What is to be read in a field."""
        return self.field(name).line.text()

    def finding(self, name: str) -> str:
        """The sentence under a field."""
        for kind in (TextField, ChoiceGroup, RadioRow):
            found = self.page.findChild(kind, name)
            if found is not None:
                return found.finding_text()
        raise KeyError(name)

    def label(self, name: str) -> str:
        """A text."""
        found = self.window.findChild(Label, name)
        assert found is not None, name
        return found.full_text()

    def line(self, name: str) -> str:
        """A line with an icon, if it is shown."""
        found = self._find(IconText, name)
        return found.text() if found.isVisible() else ""

    def badge(self) -> str:
        """State of the person."""
        return self._find(Badge, "person_state").text()

    def is_shown(self, name: str) -> bool:
        """Whether a part is on the screen."""
        return self._find(QWidget, name).isVisible()

    def header_shows(self, name: str) -> bool:
        """Whether a label of the header is to be seen."""
        found = self.window.findChild(Label, name)
        return found is not None and found.isVisible()

    def is_whole(self, part: QWidget) -> bool:
        """Whether nothing of a part is cut off."""
        return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()

    def cut_outcomes(self) -> list[str]:
        """Outcomes that are not to be seen whole."""
        buttons = self.page.queue.service.outcomes.findChildren(ChoiceButton)
        return [each.caption() for each in buttons if each.isVisible() and not self.is_whole(each)]

    def answer(self, name: str) -> str | None:
        """What is chosen in a group or a row of marks."""
        group = self.page.findChild(ChoiceGroup, name) or self.page.findChild(RadioRow, name)
        assert group is not None
        return group.value()

    def click(self, name: str) -> None:
        """Press the first visible button of that name."""
        shown = [button for button in self.page.findChildren(Button, name) if button.isVisible()]
        shown[0].click()
        QApplication.processEvents()

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def _find(self, kind: type, name: str) -> QWidget:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found
