"""Why the person came, whether recorded before, and the papers that the answer asks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLayout, QWidget

from fieldkit.domain.requests.reasons import asks_recorded_before, paper_label, reason_label, required_papers
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore, recorded_before_label
from fieldkit.ui.language import say, tr
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import Sunken
from fieldkit.ui.widgets.choices import Choice, ChoiceButton, ChoiceGroup
from fieldkit.ui.widgets.layouts import inner, lay, row, rule
from fieldkit.ui.widgets.marks import RadioRow, TickBox
from fieldkit.ui.widgets.stops import step_beyond

_BESIDE_NARROW: Final = 3
_GAP: Final = 6
_IN_FRONT: Final = 5
"""As many reasons as fit beside each other; the rest comes with the key after them."""


class Marks(QWidget):
    """Two marks of a person: called before others, and a foreigner. Alt and a letter ticks them from any field."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first, self.foreign = TickBox(tr("Didahulukan")), TickBox(tr("Orang asing"))
        self.first.setObjectName("first")
        self.foreign.setObjectName("foreign")
        self.first.setToolTip(tr("Alt+D. Lansia, ibu hamil, penyandang disabilitas; alasannya tidak disimpan."))
        self.foreign.setToolTip(tr("Alt+O. Pemegang izin tinggal tetap: paspor dan ITAP ikut dilihat."))
        row(self.first, self.foreign, None, gap=8, inside=self)
        for box, keys in ((self.first, "Alt+D"), (self.foreign, "Alt+O")):
            box.ticked.connect(self.changed)
            bind(self, keys, box.box.click, everywhere=True)


class ReasonGroup(ChoiceGroup):
    """The reason: five in front, the others behind 6."""

    def __init__(self) -> None:
        super().__init__(tr("Keperluan"), _choices()[:_IN_FRONT], columns=_IN_FRONT)
        self._shows_all, self._columns = False, _IN_FRONT
        self.marks = Marks()
        self._more = Button(tr("Lainnya"), "quiet", key=str(_IN_FRONT + 1), size="small", press=self.show_all)
        self.setObjectName("reason")
        self._more.setObjectName("more_reasons")
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = self._head()
        if head is not None:
            head.addWidget(self.marks)
            head.addWidget(self._more)
        self._more_key = bind(self, str(_IN_FRONT + 1), self.show_all)

    def show_all(self) -> None:
        """Bring the other reasons into a second row; the answer stays, and the digits stay live."""
        if self._shows_all:
            return
        self._lay(_choices(), is_all=True)
        # New buttons are shown a moment later, and nothing hidden takes the focus.
        self.answer_widget().show()
        self.focus_answer()

    def set_value(self, value: str | None) -> None:
        """Choose by program; the second row is there only while its answer is."""
        behind = [reason.value for reason in Reason][_IN_FRONT:]
        if value in behind and not self._shows_all:
            self._lay(_choices(), is_all=True)
        elif value is None and self._shows_all:
            self._lay(_choices()[:_IN_FRONT], is_all=False)
        super().set_value(value)

    def set_compact(self, *, on: bool) -> None:
        """Fewer beside each other where it is narrow."""
        columns = _BESIDE_NARROW if on else _IN_FRONT
        if columns != self._columns:
            self._columns = columns
            self._place()
            self._place_marks(under=on)

    def full_width(self) -> int:
        """What the reasons in front need beside each other: the widest part of the form."""
        buttons = [button for button in self.findChildren(ChoiceButton) if _is_placed(button)][:_IN_FRONT]
        return sum(button.sizeHint().width() + look().px(_GAP) for button in buttons) - look().px(_GAP)

    def _lay(self, choices: Sequence[Choice], *, is_all: bool) -> None:
        kept = self.value()
        self._shows_all = is_all
        self._more.setVisible(not is_all)
        self._more_key.setEnabled(not is_all)
        self.set_choices(choices)
        self._place()
        if kept is not None:
            super().set_value(kept)

    def _place(self) -> None:
        buttons = [button for button in self.findChildren(ChoiceButton) if _is_placed(button)]
        lay(_grid_of(buttons[0]), buttons, self._columns)

    def _place_marks(self, *, under: bool) -> None:
        """Beside the question, or under it where it is narrow."""
        head, whole = self._head(), self.layout()
        if head is None or not isinstance(whole, QBoxLayout):
            return
        (head if under else whole).removeWidget(self.marks)
        if under:
            whole.insertWidget(1, self.marks)
        else:
            head.insertWidget(head.count() - 1, self.marks)

    def _head(self) -> QHBoxLayout | None:
        head = _line_of(self)
        return head if isinstance(head, QHBoxLayout) else None


class RecordedBeforeRow(RadioRow):
    """ "Have you ever been recorded anywhere?" (F-R4), by mark or digit."""

    def __init__(self) -> None:
        answers = [Choice(each, say(recorded_before_label(each))) for each in RecordedBefore]
        super().__init__(tr("Pernah direkam di tempat lain?"), answers)
        self.setObjectName("recorded_before")
        for digit, answer in enumerate(answers, 1):
            bind(self, str(digit), partial(self._answer, answer.id))

    def set_compact(self, *, on: bool) -> None:
        """The answers under the question where it is narrow."""
        line = _line_of(self)
        if isinstance(line, QBoxLayout):
            line.setDirection(QBoxLayout.Direction.TopToBottom if on else QBoxLayout.Direction.LeftToRight)

    def _answer(self, value: str) -> None:
        self._choose(value)
        step_beyond(self)


class PaperList(QWidget):
    """The papers to look at; the last tick leads on."""

    ticked = Signal()
    finished = Signal()
    """The last paper of the list was ticked."""

    def __init__(self) -> None:
        super().__init__()
        self._boxes = {paper: self._box(paper) for paper in Paper}
        self._wanted: tuple[Paper, ...] = ()

    def boxes(self) -> list[TickBox]:
        """A box for each paper there is, wanted or not."""
        return list(self._boxes.values())

    def want(self, papers: Sequence[Paper], hint: str) -> None:
        """Ask for these; ticks of papers that are asked for again stay."""
        self._wanted = tuple(paper for paper in Paper if paper in papers)
        for paper, box in self._boxes.items():
            box.setVisible(paper in self._wanted)
            box.set_hint(hint if self._wanted[-1:] == (paper,) else "")

    def checked(self) -> tuple[Paper, ...]:
        """The papers that were seen."""
        return tuple(paper for paper in self._wanted if self._boxes[paper].checked())

    def check(self, papers: Sequence[str]) -> None:
        """Tick by program."""
        for paper, box in self._boxes.items():
            box.set_checked(paper in papers)

    def _box(self, paper: Paper) -> TickBox:
        box = TickBox(say(paper_label(paper)))
        box.setObjectName(f"paper_{paper}")
        box.ticked.connect(lambda on: self._on_ticked(paper, on=on))
        box.hide()
        return box

    def _on_ticked(self, paper: Paper, *, on: bool) -> None:
        self.ticked.emit()
        if on and paper is self._wanted[-1]:
            self.finished.emit()
        elif on:
            step_beyond(self._boxes[paper])


class Questions(Sunken):
    """The grouped block: recorded before, then the papers."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.before = RecordedBeforeRow()
        self.papers = PaperList()
        self._line, self._is_compact = rule(), False
        self.add(self.before, self._line, *self.papers.boxes())
        self.before.chosen.connect(self.changed)
        self.papers.ticked.connect(self.changed)

    def ask(self, reason: Reason | None, forms: Sequence[str], *, foreign: bool, recorded_here: bool) -> None:
        """Show what a reason asks for, and the forms that go with it; nothing before there is one."""
        self.setVisible(reason is not None)
        asks_before = asks_recorded_before(reason) and not (recorded_here and reason is Reason.FIRST_RECORDING)
        self.before.setVisible(asks_before)
        self._line.setVisible(asks_before)
        papers = required_papers(reason, foreign=foreign) if reason is not None else ()
        is_enough = papers == (Paper.FAMILY_CARD,) and not self._is_compact
        enough = tr("Cukup KK untuk rekam baru") if is_enough else ""
        filled = tr("Formulir {codes}", codes=", ".join(forms)) if forms else ""
        self.papers.want(papers, " · ".join(filter(None, (enough, filled))))

    def set_compact(self, *, on: bool) -> None:
        """The answers under the question where it is narrow, and fewer words beside the papers."""
        self._is_compact = on
        self.before.set_compact(on=on)


def _grid_of(button: QWidget) -> QGridLayout:
    holder = button.parentWidget()
    grid = holder.layout() if holder is not None else None
    if not isinstance(grid, QGridLayout):
        raise TypeError(type(grid))
    return grid


def _line_of(question: QWidget) -> QLayout | None:
    """The line that a question begins with."""
    whole = question.layout()
    return next(iter(inner(whole)), None) if whole is not None else None


def _is_placed(button: QWidget) -> bool:
    """Buttons that are on their way out have left the grid already."""
    return _grid_of(button).indexOf(button) >= 0


def _choices() -> list[Choice]:
    return [Choice(reason, say(reason_label(reason))) for reason in Reason]
