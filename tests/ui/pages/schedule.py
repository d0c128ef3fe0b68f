"""The page Jadwal as a planner works it: keys and the mouse, and what can be read."""

from __future__ import annotations

from typing import TypeVar

from calendars import Calendar, furnish, people
from desk import Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QWidget

from fieldkit.store.queries.people import AppUser, app_user
from fieldkit.ui.pages.schedule import SchedulePage
from fieldkit.ui.pages.schedule.body import CalendarBody
from fieldkit.ui.pages.schedule.faces import Face
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.choices import ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Badge
from fieldkit.ui.widgets.marks import TickBox

WidgetT = TypeVar("WidgetT", bound=QWidget)

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


class SchedulePageDriver:
    """Keys go to whatever has the focus, as on a keyboard."""

    def __init__(self, desk: Desk, *, user: AppUser | None = None, is_furnished: bool = True) -> None:
        self.desk = desk
        self.office: Calendar = furnish(desk.store) if is_furnished else people(desk.store)
        planner = desk.store.query(app_user, self.office.planner)
        assert planner is not None
        self.planner = planner
        self.user = user or planner

    def open(self) -> None:
        """The page, in a window."""
        self.window = self.desk.open(("schedule", SchedulePage), user=self.user)
        page = self.window.page("schedule")
        assert isinstance(page, SchedulePage)
        self.page = page
        self.settle()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """One key stroke."""
        QTest.keyClick(self.focused(), key, held)
        self.settle()

    def type(self, data: str) -> None:
        """Typed data."""
        QTest.keyClicks(self.focused(), data)
        self.settle()

    def save(self) -> None:
        """The filled button."""
        self.press(Key.Key_Return, CTRL)

    def undo(self) -> None:
        """What the toast offers."""
        self.press(Key.Key_Backspace, CTRL)

    def go(self, plan_id: str) -> None:
        """The cursor onto a shift, with the keys at the calendar."""
        self.blocks.setFocus()
        assert self.blocks.go_to(plan_id)
        self.settle()

    def drag(self, plan_id: str, row: int, column: int) -> None:
        """A block is taken with the mouse, and let go over a cell."""
        begin = self.blocks.block_of(plan_id).center()
        end = self.blocks.measures().cell((row, column)).center()
        QTest.mousePress(self.blocks, Qt.MouseButton.LeftButton, PLAIN, begin)
        for step in (begin + QPoint(4, 4), (begin + end) / 2, end):
            QTest.mouseMove(self.blocks, step)
            self.settle()
        QTest.mouseRelease(self.blocks, Qt.MouseButton.LeftButton, PLAIN, end)
        self.settle()

    def fill(self, form: str, field: str, data: str) -> None:
        """Replace what stands in a field of a form."""
        self.answer(form, field).setFocus()
        self.press(Key.Key_A, CTRL)
        self.type(data)

    def choose(self, form: str, field: str, words: str) -> None:
        """Choose in a box with the arrows."""
        box = self.answer(form, field)
        assert isinstance(box, QComboBox)
        box.setFocus()
        self.press(Key.Key_Home)
        for _ in range(box.count() + 1):
            if box.currentText() == words:
                return
            self.press(Key.Key_Down)
        raise AssertionError(words)

    def press_button(self, name: str) -> None:
        """A button that is in sight, by what a screen reader calls it: to it, and Space."""
        button = next(one for one in self.window.findChildren(Button) if one.accessibleName() == name)
        assert button.isVisible()
        button.setFocus()
        self.press(Key.Key_Space)

    def field(self, form: str, field: str) -> Findings:
        """A field of a form."""
        found = self.window.findChild(Findings, f"{form}_{field}")
        assert isinstance(found, Findings)
        return found

    def answer(self, form: str, field: str) -> QWidget:
        """What takes the keys of a field."""
        return self.field(form, field).answer_widget()

    def add(self, form: str, /, **answers: str) -> None:
        """A new row of the kind that is listed: text is typed, what is in a box or a group is chosen."""
        self.press(Key.Key_N, CTRL)
        for name, said in answers.items():
            field = self.field(form, name)
            if isinstance(field, ComboBox):
                self.choose(form, name, said)
            elif isinstance(field, ChoiceGroup):
                field.answer_widget().setFocus()
                self.press(Key(Key.Key_0 + int(said)))
            else:
                self.fill(form, name, said)
        self.save()

    def choose_more(self, name: str) -> None:
        """Somebody is added to the crew that is being put together."""
        box = self.form_widget(ComboBox, "crew_more").combo
        box.setFocus()
        at = box.findText(name)
        box.setCurrentIndex(at - 1)
        self.press(Key.Key_Down)

    def tick(self, name: str) -> None:
        """A tick: to it, and Space."""
        self.form_widget(TickBox, name).box.setFocus()
        self.press(Key.Key_Space)

    def form_widget(self, kind: type[WidgetT], name: str) -> WidgetT:
        """A part that is in sight."""
        return next(one for one in self.window.findChildren(kind, name) if one.isVisible())

    @property
    def badges(self) -> list[str]:
        """The badges in the drawer."""
        return [one.text() for one in self.page.gear.panel.list.findChildren(Badge) if one.isVisible()]

    @property
    def gear(self) -> list[str]:
        """The rows in the drawer, as they are read out."""
        frames = self.page.gear.panel.list.findChildren(QFrame)
        return [each.accessibleName() for each in frames if each.isVisible() and each.property("kind") == "row"]

    @property
    def blocks(self) -> CalendarBody:
        """The calendar."""
        return self.page.calendar.blocks

    @property
    def face(self) -> Face | None:
        """The block under the cursor."""
        return self.blocks.face()

    @property
    def cells(self) -> dict[tuple[int, int], list[tuple[str, str]]]:
        """Hours and title of the blocks, by row and column."""
        faces = self.blocks.board.faces
        return {cell: [(face.hours, face.title) for face in each] for cell, each in faces.items()}

    @property
    def rows(self) -> list[str]:
        """Heads of the rows."""
        return [head.title for head in self.blocks.board.rows]

    @property
    def feet(self) -> list[tuple[str, str]]:
        """What stands by, with its tone."""
        return [(foot.text, foot.tone) for foot in self.blocks.board.feet]

    def side(self, name: str) -> str:
        """What a card beside the calendar says; empty where it is not there."""
        card = self.window.findChild(QWidget, name)
        assert card is not None
        return f"{card.accessibleName()}. {card.accessibleDescription()}" if card.isVisible() else ""

    @property
    def ways(self) -> list[str]:
        """The ways out of the clash."""
        buttons = self.page.side.clashes.acts.findChildren(QWidget)
        return [each.choice.caption for each in buttons if hasattr(each, "choice") and each.isVisible()]

    @property
    def suggested(self) -> list[str]:
        """The villages to go to next that are in sight."""
        frames = self.page.side.next_list.findChildren(QFrame)
        return [each.accessibleName() for each in frames if each.isVisible() and each.property("kind") == "row"]

    @property
    def acts(self) -> list[str]:
        """What can be done with the shift in the drawer."""
        buttons = self.page.shift.panel.acts.findChildren(QWidget)
        return [each.choice.caption for each in buttons if hasattr(each, "choice") and each.isVisible()]

    @property
    def toasts(self) -> list[str]:
        """What was said last."""
        return [". ".join(filter(None, (toast.title, toast.text))) for toast in self.window.toasts()]

    @property
    def is_drawer_open(self) -> bool:
        """Whether something is over the calendar."""
        return self.page.shift.is_open()

    def focused(self) -> QWidget:
        """What has the focus."""
        return QApplication.focusWidget() or self.window

    def settle(self) -> None:
        """Let what was asked for happen."""
        QApplication.processEvents()
