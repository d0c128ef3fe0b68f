"""A national file comes in: chosen, its columns matched, checked, taken in; nothing is written before the last."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.errors import FieldKitError, FileError
from fieldkit.ui.context import Context
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.lists.file_step import FileStep
from fieldkit.ui.pages.office.lists.reading import CancelledError, let_go
from fieldkit.ui.pages.office.lists.steps import Step, StepLine
from fieldkit.ui.pages.office.national.file_columns import FileColumns
from fieldkit.ui.pages.office.national.outcome import Outcome
from fieldkit.ui.pages.office.national.reading import (
    NationalCheck,
    NationalChecked,
    NationalRead,
    Wanted,
    read_national,
    take_in,
)
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card, Notice
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.work.national.taking_in import TakenIn


class Intake(Card):
    """The four steps, on one card."""

    turned = Signal()
    """Another step: its filled button is another one."""
    was_taken_in = Signal(object)
    """The TakenIn."""
    _progress = Signal(int, int)

    def __init__(self, context: Context) -> None:
        self.steps = StepLine()
        super().__init__(tr("Ambil berkas data pusat"), right=self.steps, gap=12)
        self._context = context
        self._read: NationalRead | None = None
        self._check: NationalCheck | None = None
        self._checked: NationalChecked | None = None
        self._is_taking_in = False
        self.notice, self.file, self.columns = Notice(), FileStep(), FileColumns()
        self.outcome = Outcome(context.regions)
        self._stack = QStackedWidget()
        for step in (self.file, self.columns, self.outcome):
            self._stack.addWidget(step)
        self.add(self.notice, stretched(self._stack))
        self.notice.setObjectName("national_notice")
        self._listen()
        self.begin()

    def begin(self) -> None:
        """The first step, with nothing chosen."""
        self.file.path.set_value("")
        self.notice.hide()
        self._go_to(Step.FILE)

    def primary(self) -> Button:
        """The filled button of the step."""
        buttons = (self.file.read_button, self.columns.check_button, self.outcome.take_button)
        return buttons[self._stack.currentIndex()]

    def focus_first(self) -> None:
        """To the step that is open."""
        self._current().focus_first()

    def step_out(self) -> bool:
        """One step back; a check that runs is stopped, the taking in is not. False at the first step."""
        if self._is_taking_in:
            return True
        if self._check is not None:
            self._check.stop()
            return True
        if self._stack.currentIndex() == Step.FILE:
            return False
        self.notice.hide()
        self._go_to(Step.FILE if self._stack.currentIndex() == Step.COLUMNS else Step.COLUMNS)
        return True

    def _current(self) -> FileStep | FileColumns | Outcome:
        return (self.file, self.columns, self.outcome)[self._stack.currentIndex()]

    def _listen(self) -> None:
        self.file.chosen.connect(self._open)
        self.columns.checked.connect(self._start_check)
        self.columns.left.connect(self.step_out)
        self.outcome.left.connect(self.step_out)
        self.outcome.taken.connect(self._take_in)
        self._progress.connect(self._show_progress)

    def _go_to(self, step: Step) -> None:
        self._stack.setCurrentIndex(min(step, Step.CHECK))
        self.steps.set_step(step)
        self.turned.emit()
        if self.isVisible():
            self.focus_first()

    def _open(self, path: Path) -> None:
        self.notice.hide()
        self.file.show_reading(is_reading=True)
        store = self._context.store
        self._context.ask(self, lambda: read_national(store, path), self._on_read, self._on_unreadable, lane="network")

    def _on_read(self, read: NationalRead) -> None:
        self._read = read
        self.file.show_reading(is_reading=False)
        self.columns.show_file(read)
        self._go_to(Step.COLUMNS)

    def _on_unreadable(self, error: Exception) -> None:
        self.file.show_reading(is_reading=False)
        self._tell(error)
        self.focus_first()

    def _start_check(self, wanted: Wanted) -> None:
        if self._read is None or self._check is not None:
            return
        self.notice.hide()
        check = self._check = NationalCheck(self._read, wanted, self._context.regions)
        self.outcome.show_checking(0, self._read.table.row_count)
        self._go_to(Step.CHECK)
        store, told = self._context.store, self._progress.emit
        self._context.ask(self, lambda: check.run(store, told), self._on_checked, self._on_not_checked, lane="network")

    def _show_progress(self, done: int, total: int) -> None:
        if self._check is not None:
            self.outcome.working.show_checking(done, total)

    def _on_checked(self, checked: NationalChecked) -> None:
        self._check, self._checked = None, checked
        self.outcome.show_checked(checked)
        self._go_to(Step.TAKE_IN)

    def _on_not_checked(self, error: Exception) -> None:
        self._check = None
        self._go_to(Step.COLUMNS)
        if not isinstance(error, CancelledError):
            self._tell(error)

    def _take_in(self) -> None:
        checked, store = self._checked, self._context.store
        if checked is None or self._is_taking_in:
            return
        self._is_taking_in = True
        self.outcome.show_taking_in(checked.taken)
        self._context.ask(self, lambda: take_in(store, checked), self._on_taken_in, self._on_not_taken_in)

    def _on_taken_in(self, done: TakenIn) -> None:
        self._context.ask(self, partial(let_go, [self._checked]), lambda _: None)
        self._is_taking_in, self._checked, self._read = False, None, None
        self.begin()
        self.was_taken_in.emit(done)

    def _on_not_taken_in(self, error: Exception) -> None:
        self._is_taking_in = False
        self.outcome.show_results_again()
        if not isinstance(error, FieldKitError):
            raise error
        self._context.messages.show_error(error, retry=self._take_in)

    def _tell(self, error: Exception) -> None:
        """What is wrong with a file stays on the card, with what to do; anything else goes its usual way."""
        if isinstance(error, FileError):
            self.notice.show()
            self.notice.set(say(error.title), say(error.advice), tone="err")
        else:
            self._context.messages.show_failure(error)
