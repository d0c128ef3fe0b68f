"""The line under a field that says what is wrong with it, and how it gets onto the field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.text import Text
from fieldkit.ui.language import say
from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import at_top, row, stretched
from fieldkit.ui.widgets.painted import announce, set_state

TONES = {Severity.INFO: "info", Severity.WARN: "warn", Severity.STOP: "err"}


class FindingLine(QWidget):
    """Icon and sentence in amber or red; takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("warning", 16, "warn", filled=True)
        self._label = Label("", "second-strong", "warn", wrap=True)
        box = row(self._icon, stretched(self._label), gap=6, edges=(0, 2, 0, 0), inside=self)
        box.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def set(self, tone: str, sentence: str) -> None:
        """Show a finding."""
        self._icon.set_icon(STATUS_ICONS[tone], tone=tone)
        self._label.set_tone(tone)
        self._label.set_text(sentence)
        self.show()

    def text(self) -> str:
        """The sentence shown, or nothing."""
        return "" if self.isHidden() else self._label.full_text()


class Findings(QWidget):
    """Base of everything that is answered: holds at most one finding about the answer."""

    def __init__(self) -> None:
        super().__init__()
        self._severity: Severity | None = None
        self.finding_line = FindingLine()
        at_top(self)

    def answer_widget(self) -> QWidget:
        """The part that gets the focus, the coloured border and the description."""
        return self

    def focus_answer(self) -> None:
        """Put the focus on the answer."""
        self.answer_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_selected(self) -> None:
        """Put the focus on the answer so that another one takes its place."""
        self.focus_answer()

    def settled(self) -> bool:
        """Whether Enter may pass it over."""
        return False

    def finding(self) -> Severity | None:
        """How bad the finding is, None for none."""
        return self._severity

    def finding_text(self) -> str:
        """The sentence shown under it."""
        return self.finding_line.text()

    def set_finding(self, severity: Severity, sentence: Text | str) -> None:
        """Say what was found; the cursor stays and the typed text too."""
        words = sentence if isinstance(sentence, str) else say(sentence)
        fresh = words != self.finding_text()
        self._severity = severity
        self.finding_line.set(TONES[severity], words)
        self._mark(TONES[severity], words)
        if fresh:
            announce(self.answer_widget(), words, urgent=severity is Severity.STOP)

    def show_problem(self, problem: Problem) -> None:
        """Say what a rule found."""
        self.set_finding(problem.severity, problem.message)

    def lift_finding(self) -> FindingLine:
        """Take the line out, to be put where it is wider, such as under a pair of fields."""
        layout = self.layout()
        if layout is not None:
            layout.removeWidget(self.finding_line)
        return self.finding_line

    def clear_finding(self) -> None:
        """The answer is right now."""
        self._severity = None
        self.finding_line.hide()
        self._mark("", "")

    def look_again(self) -> None:
        """Another answer was given: what was said of the one before is taken back."""
        self.clear_finding()

    def _mark(self, tone: str, words: str) -> None:
        set_state(self.answer_widget(), "finding", "" if tone == "info" else tone)
        self.answer_widget().setAccessibleDescription(words)
