"""What is done with visits, each with the way back in its toast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from fieldkit.domain.errors import RuleError
from fieldkit.store.drafts import drop_draft, keep_draft
from fieldkit.store.queries.visits.page import minutes_kind
from fieldkit.ui.context import Context
from fieldkit.ui.language import say, tr
from fieldkit.work.inverse import Inverse
from fieldkit.work.visits.attempts import undo_visit
from fieldkit.work.visits.requests import withdraw_visit
from fieldkit.work.visits.route import PlaceVisit, cancel_stop, order_route, place_visit, reopen_stop, take_off


class Acts(QObject):
    """Runs the verbs off the UI thread, and says what was done."""

    done = Signal()
    """Whom it was about is dealt with for now."""

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context

    def join(self, command: PlaceVisit, name: str, where: str) -> None:
        """Somebody is met at a stop that is there; where it does not fit, it says why."""
        said = tr("{name} ikut ke {stop}", name=name, stop=where)
        back = Inverse(take_off, command.request_id)
        self._run(partial(self._context.store.execute, place_visit, command), said, back, tr("Menunggu lagi"))

    def take_off(self, request_id: str, stop_id: str, name: str) -> None:
        """Somebody waits again."""
        said, back = tr("{name} menunggu lagi", name=name), Inverse(place_visit, PlaceVisit(request_id, stop_id))
        self._run(partial(self._context.store.execute, take_off, request_id), said, back, tr("Kembali ke rute"))

    def withdraw(self, request_id: str, name: str) -> None:
        """Nobody has to go to somebody any more."""
        withdrawn, undone = tr("Permintaan kunjungan {name} ditarik", name=name), tr("Menunggu lagi")
        self._context.ask(
            self,
            partial(self._context.store.execute, withdraw_visit, request_id),
            lambda fact: self._said(withdrawn, Inverse(undo_visit, fact), undone),
            self._refused,
        )

    def cancel(self, stop_id: str, where: str) -> None:
        """Nobody goes to a stop."""
        said, back = tr("Tidak jadi ke {stop}", stop=where), Inverse(reopen_stop, stop_id)
        self._run(partial(self._context.store.execute, cancel_stop, stop_id), said, back, tr("Kembali ke rute"))

    def order(self, before: Sequence[str], after: Sequence[str]) -> None:
        """The stops in another order."""
        back = Inverse(order_route, tuple(before))
        work = partial(self._context.store.execute, order_route, tuple(after))
        said, undone = tr("Urutan rute diubah"), tr("Urutan sebelumnya kembali")
        self._context.ask(self, work, lambda _done: self._context.done(said, inverse=back, undone=undone))

    def undo_attempt(self, attempt_id: str, name: str) -> None:
        """An attempt noted by mistake is taken back."""
        said = tr("Catatan kunjungan {name} dibatalkan", name=name)
        self._run(partial(self._context.store.execute, undo_visit, attempt_id), said, None, "")

    def give_minutes(self, day: str, minutes: int | None, then: Callable[[], None]) -> None:
        """So much time is for visits that day, as this user sees it; it stays on this laptop."""
        store, user, now = self._context.store, self._context.user.id, self._context.clock.now_utc()
        kind = minutes_kind(day)
        work: Callable[[], Any] = partial(store.write_local, drop_draft, user, kind)
        if minutes is not None:
            work = partial(store.write_local, keep_draft, user, kind, str(minutes), now)
        self._context.ask(self, work, lambda _none: then())

    def _run(self, work: Callable[[], object], said: str, inverse: Inverse[Any] | None, undone: str) -> None:
        self._context.ask(self, work, lambda _result: self._said(said, inverse, undone), self._refused)

    def _said(self, said: str, inverse: Inverse[Any] | None, undone: str) -> None:
        self._context.done(said, inverse=inverse, undone=undone)
        self.done.emit()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, RuleError):
            words = " ".join(say(each.message) for each in problem.problems)
            self._context.messages.window.toast(tr("Belum bisa"), words, tone="warn")
        else:
            self._context.messages.show_failure(problem)
