"""What is done to somebody in the queue: called, an outcome noted, and each of them taken back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from fieldkit.domain.errors import RuleError
from fieldkit.domain.requests.service import Step, step_label
from fieldkit.ui.context import Context
from fieldkit.ui.forms.nik_bearer import BearerFinder
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register import calls
from fieldkit.ui.pages.register.note_keeper import NoteKeeper
from fieldkit.ui.pages.register.queue_panel import QueuePanel
from fieldkit.work.inverse import Inverse
from fieldkit.work.table.corrections import NikFound, take_back_nik, write_nik
from fieldkit.work.table.outcomes import note_step, undo_step


class QueueActs(QObject):
    """Writes what the queue panel asks for, and says it with a way back."""

    def __init__(self, context: Context, panel: QueuePanel) -> None:
        super().__init__(panel)
        self._context, self._panel = context, panel
        panel.called.connect(self._call)
        panel.service.noted.connect(self._note)
        panel.service.nik_typed.connect(self._write_nik)
        NoteKeeper(context, panel.service)
        BearerFinder(context, panel.service.nik_form.nik, panel.service.resident_id)

    def _call(self, request_id: str) -> None:
        entry = self._panel.entry(request_id)
        if entry is not None:
            said = tr("{queue_no} {name} dipanggil.", queue_no=entry.queue_no, name=entry.name)
            self._context.ask(self, lambda: calls.call(self._context.store, entry), partial(self._said, said))

    def _note(self, request_id: str, step: str, note: str) -> None:
        entry, outcome = self._panel.entry(request_id), Step(step)
        if entry is None:
            return
        word = say(step_label(outcome))
        said = tr("{queue_no} {name}: {outcome}.", queue_no=entry.queue_no, name=entry.name, outcome=word)
        store = self._context.store
        work = partial(store.execute, note_step, request_id, outcome, note)
        self._context.ask(self, work, partial(self._said, said), self._on_refused)

    def _write_nik(self, request_id: str, nik: str) -> None:
        entry, store = self._panel.entry(request_id), self._context.store
        if entry is not None:
            said = tr("NIK {name} tertulis", name=entry.name)
            work = partial(store.execute, write_nik, NikFound(request_id, nik))
            self._context.ask(self, work, partial(self._said_nik, said), self._on_no_nik)

    def _said_nik(self, said: str, request_id: str) -> None:
        inverse = Inverse(take_back_nik, request_id)
        self._context.done(said, tr("Sekarang catat hasilnya."), inverse=inverse, undone=tr("NIK batal ditulis"))

    def _on_no_nik(self, problem: Exception) -> None:
        if isinstance(problem, RuleError) and problem.problems[0].field == "nik":
            self._panel.service.nik_form.show_problem(problem)
        else:
            self._context.messages.show_failure(problem)

    def _on_refused(self, problem: Exception) -> None:
        self._panel.service.offer_again()
        self._context.messages.show_failure(problem)

    def _said(self, said: str, noted: str) -> None:
        self._context.done(said, inverse=Inverse(undo_step, noted), undone=tr("Kembali ke antrean."))
