"""The ways a problem surfaces: beside the field, as a toast, as a modal. What must be decided later is on Sync."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from fieldkit.domain.errors import (
    CorruptError,
    DiskFullError,
    FieldKitError,
    KeyUnavailableError,
    ReadOnlyError,
    RuleError,
    Severity,
    TooNewError,
)
from fieldkit.ui.language import say, tr
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.widgets.cards import ActionBar
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.overlays import Modal

STOPPING = (CorruptError, DiskFullError, ReadOnlyError, TooNewError, KeyUnavailableError)
"""Errors after which work can not go on."""


class Messages:
    """Says what happened, over one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def done(self, title: str, text: str = "", *, undo: Callable[[], object] | None = None) -> None:
        """Something is done; it may be undone while the toast is there."""
        self.window.toast(title, text, action=tr("Urungkan") if undo else "", on_action=undo)

    def show_error(self, error: FieldKitError, *, retry: Callable[[], object] | None = None) -> None:
        """A modal if work can not go on, else a toast; with a way to try again where that makes sense."""
        again = retry if error.retry else None
        if isinstance(error, STOPPING):
            self._stop(error, again)
        else:
            action = tr("Coba lagi") if again else ""
            self.window.toast(say(error.title), _second(error), tone=tone_of(error), action=action, on_action=again)

    def show_failure(self, problem: Exception) -> None:
        """What a lane failed with: an error is shown, anything else is a bug and goes on as one."""
        if not isinstance(problem, FieldKitError):
            raise problem
        self.show_error(problem)

    def _stop(self, error: FieldKitError, again: Callable[[], object] | None) -> None:
        accept = tr("Coba lagi") if again else tr("Kembali ke halaman")
        modal = Modal(
            self.window, say(error.title), say(error.advice), accept=accept, other=tr("Nanti") if again else ""
        )
        modal.answered.connect(lambda accepted: again() if accepted and again else None)
        modal.answered.connect(modal.deleteLater)
        modal.open()


def _second(error: FieldKitError) -> str:
    """What to do; of a rule what else it refuses, since beside no field nothing is marked."""
    if isinstance(error, RuleError):
        return " ".join(say(problem.message) for problem in error.problems[1:])
    return say(error.advice)


def tone_of(error: FieldKitError) -> str:
    """Amber when trying again may help, red otherwise."""
    return "warn" if error.retry else "err"


def show_problems(fields: Mapping[str, Findings], error: RuleError, bar: ActionBar | None = None) -> int:
    """Put each problem beside its field, focus the first red one, say above the bar how many are left."""
    for field in fields.values():
        field.clear_finding()
    for problem in error.problems:
        if problem.field in fields:
            fields[problem.field].show_problem(problem)
    red = [field for field in fields.values() if field.finding() is Severity.STOP]
    if red:
        red[0].focus_answer()
    stray = [say(problem.message) for problem in error.problems if problem.field not in fields]
    if bar is not None:
        bar.set_left(left_line(len(red), stray))
    return len(red)


def left_line(count: int, stray: Sequence[str] = ()) -> str:
    """How many answers are still wrong, and what is wrong beside no field; nothing where all is right."""
    left = [tr("{n} isian belum benar.", n=count)] if count else []
    return " ".join([*left, *stray])
