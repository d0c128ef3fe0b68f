"""What a planner does with shifts, each with the way back in its toast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from fieldkit.domain.errors import RuleError
from fieldkit.ui.context import Context
from fieldkit.ui.language import say, tr
from fieldkit.work.inverse import Inverse
from fieldkit.work.planning.plans import (
    Done,
    Move,
    PlanShift,
    cancel_shift,
    change_shift,
    discard_shift,
    leave_clash,
    move_shift,
    place_shift,
    plan_shift,
    postpone_shift,
    publish_shifts,
    put_back,
)

Work = Callable[[], Done]


class Acts(QObject):
    """Runs the verbs off the UI thread, and says what was done."""

    done = Signal(str)
    """The shift that the keys shall be at."""

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context

    def move(self, plan_id: str, move: Move, said: str) -> None:
        """To another place in the calendar; where that is refused, it says why and nothing moves."""
        refused = tr("Tidak dipindah")
        self._run(self._verb(move_shift, plan_id, move), said, tr("Shift kembali ke tempatnya"), refused)

    def publish(self, plan_ids: Sequence[str]) -> None:
        """Others may rely on these."""
        said = tr("{n} shift terbit", n=len(plan_ids))
        undone, refused = tr("Kembali menjadi konsep"), tr("Belum bisa terbit")
        self._run(self._verb(publish_shifts, list(plan_ids)), said, undone, refused)

    def discard(self, plan_id: str) -> None:
        """A draft is thrown away."""
        undone, refused = tr("Konsep dikembalikan"), tr("Tidak dibuang")
        self._run(self._verb(discard_shift, plan_id), tr("Konsep dibuang"), undone, refused)

    def place(self, plan_id: str, site_id: str) -> None:
        """It takes place at a site that was just recorded."""
        said, undone = tr("Tempat shift tercatat"), tr("Shift seperti semula")
        self._run(self._verb(place_shift, plan_id, site_id), said, undone, tr("Shift belum diubah"))

    def planning(self, command: PlanShift) -> Work:
        """Work that a form saves: a new shift."""
        return self._verb(plan_shift, command)

    def changing(self, plan_id: str, command: PlanShift) -> Work:
        """Work that a form saves: a shift that is there."""
        return self._verb(change_shift, plan_id, command)

    def postponing(self, plan_id: str, day: date | None, reason: str) -> Work:
        """Work that a form saves: another day."""
        return self._verb(postpone_shift, plan_id, day, reason)

    def cancelling(self, plan_id: str, reason: str) -> Work:
        """Work that a form saves: it does not take place."""
        return self._verb(cancel_shift, plan_id, reason)

    def leaving(self, plan_ids: Sequence[str], reason: str) -> Work:
        """Work that a form saves: the clash stays."""
        return self._verb(leave_clash, list(plan_ids), reason)

    def say_done(self, done: Done, said: str, undone: str) -> None:
        """The toast, with the way back."""
        self._context.done(said, inverse=Inverse(put_back, done), undone=undone)
        self.done.emit(done.plan_id)

    def _run(self, work: Work, said: str, undone: str, refused: str) -> None:
        self._context.ask(
            self, work, lambda done: self.say_done(done, said, undone), lambda problem: self._refuse(refused, problem)
        )

    def _refuse(self, title: str, problem: Exception) -> None:
        if isinstance(problem, RuleError):
            words = " ".join(dict.fromkeys(say(one.message) for one in problem.problems))
            self._context.messages.window.toast(title, words, tone="err")
        else:
            self._context.messages.show_failure(problem)

    def _verb(self, verb: Callable[..., Done], *arguments: Any) -> Work:
        store = self._context.store
        return lambda: store.execute(verb, *arguments)
