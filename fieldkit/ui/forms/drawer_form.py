"""Forms in a drawer: what is typed is kept as a draft, Ctrl+Enter saves once, Esc leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError, Severity
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drafts import DraftKeeper
from fieldkit.ui.language import tr
from fieldkit.ui.messages import left_line, show_problems
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Scrolled
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.form_scroll import FormScroll
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.ui.widgets.path import EnterPath

S = TypeVar("S", bound=msgspec.Struct)
T = TypeVar("T")


class DrawerForm(QWidget):
    """Fields that scroll where there is little room, over a bar with two ways out; Enter leads from field to field."""

    saved = Signal()
    cancelled = Signal()
    edited = Signal()
    hidden = Signal()

    def __init__(self, name: str, fields: Mapping[str, Findings], *, save: str) -> None:
        super().__init__()
        self.fields = fields
        self.save_button = Button(save, "primary", key="Ctrl+Enter", press=self.saved.emit)
        self.cancel_button = Button(tr("Batal"), key=tr("Esc"), press=self.cancelled.emit)
        self.bar = ActionBar(self.cancel_button, self.save_button, stacks=True)
        self.setObjectName(f"{name}_form")
        self.save_button.setObjectName(f"{name}_save")
        self.cancel_button.setObjectName(f"{name}_cancel")
        for field_name, field in fields.items():
            field.setObjectName(f"{name}_{field_name}")
        self._path = EnterPath(list(fields.values()), self.save_button.setFocus)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page comes, or the window goes."""
        super().hideEvent(event)
        self.hidden.emit()

    def state(self) -> str:
        """What is answered so far, to be kept as a draft."""
        raise NotImplementedError

    def show_problems(self, error: RuleError) -> None:
        """Each beside its field."""
        show_problems(self.fields, error, self.bar)

    def focus_first(self) -> None:
        """To the first answer; where that is a choice its digits are live."""
        next(iter(self.fields.values())).focus_answer()

    def right_again(self, field: Findings) -> None:
        """An answer that was wrong was given anew: what was said of it is taken back, and those left are counted."""
        field.look_again()
        if not self.bar.line.isHidden():
            self.bar.set_left(left_line(sum(each.finding() is Severity.STOP for each in self.fields.values())))

    def lay(self, *parts: QWidget, over: Sequence[QWidget] = ()) -> Scrolled:
        """Put these under each other, over the bar; those `over` it stay where the rest scrolls."""
        held = QWidget()
        column(*parts, None, gap=10, inside=held)
        scrolled = FormScroll(held)
        column(stretched(scrolled), *over, self.bar, gap=10, inside=self)
        return scrolled

    def begin(self, draft: str | None) -> None:
        """Nothing is wrong yet; say whether the form goes on where a draft stopped."""
        for field in self.fields.values():
            field.clear_finding()
        self.bar.set_left("")
        self.bar.set_draft(tr("Draf dilanjutkan") if draft else "")


def decoded(draft: str | None, kind: type[S]) -> S:
    """The state that was kept; an empty one where another version kept it otherwise."""
    try:
        return msgspec.json.decode(draft, type=kind) if draft else kind()
    except msgspec.DecodeError:
        return kind()


class FormSaver(QObject):
    """Keeps the draft of the one form that is open, and saves it once, however often that is asked."""

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context
        self._draft: DraftKeeper | None = None
        self._is_saving = False

    def begin(self, form: DrawerForm, kind: str) -> None:
        """From now on keep this form under this kind of draft."""
        self.rest()
        self._draft = DraftKeeper(self._context, kind, form.state, self)
        form.hidden.connect(self._draft.flush)
        self._draft.kept.connect(lambda: form.bar.set_draft(tr("Draf aman")))

    def touch(self) -> None:
        """Something was typed."""
        if self._draft is not None:
            self._draft.touch()

    def rest(self) -> None:
        """Nothing is typed any more; what was typed is kept."""
        if self._draft is not None:
            self._draft.flush()
            self._draft.deleteLater()
            self._draft = None

    def save(self, form: DrawerForm, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do the work off the UI thread and drop the draft; what is wrong is said in the form."""
        if self._is_saving:
            return
        self._is_saving = True

        def saved(result: T) -> None:
            self._is_saving = False
            if self._draft is not None:
                self._draft.drop()
            done(result)

        def refused(problem: Exception) -> None:
            self._is_saving = False
            if isinstance(problem, RuleError):
                form.show_problems(problem)
            else:
                self._context.messages.show_failure(problem)

        self._context.ask(self, work, saved, refused)
