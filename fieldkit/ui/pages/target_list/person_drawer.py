"""One person of the list in the drawer: shown, visited, asked to be visited; half-typed forms are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.store.queries.target_list_page import (
    DEFAULT_TIME_ZONE,
    Known,
    ask_draft_kind,
    known,
    visit_draft_kind,
)
from fieldkit.ui.context import Context
from fieldkit.ui.drafts import DraftKeeper
from fieldkit.ui.language import tr
from fieldkit.ui.pages.target_list.person_panel import VISIT, PersonPanel
from fieldkit.ui.roles import may_open
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.looks import Look, Seen, note_look
from fieldkit.work.visits import ask_visit, log_visit

T = TypeVar("T")


class PersonDrawer(QObject):
    """Opens over the page, and knows who is open and which form was begun."""

    register_asked = Signal(str)
    primary_changed = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._user = context, UserId(context.user.id)
        self._on, self._time_zone = date(2000, 1, 1), DEFAULT_TIME_ZONE
        self._keeper: DraftKeeper | None = None
        self._open_id, self._is_saving = "", False
        self.panel = PersonPanel(context.regions, may_write=may_open(context.user.role, "register"))
        self._drawer = Drawer(page, tr("Warga di daftar"), self.panel, width=440)
        self._drawer.setObjectName("person_drawer")
        self._listen()

    @property
    def primary(self) -> Button | None:
        """The filled button of what is shown; none while nobody is."""
        return self.panel.primary if self._open_id else None

    def set_day(self, on: date, time_zone: str) -> None:
        """The day on which ages are told, and the clock of the site."""
        self._on, self._time_zone = on, time_zone

    def open(self, resident_id: str) -> None:
        """What is known of somebody."""
        self._open_id = resident_id
        self._context.ask(
            self, lambda: self._context.store.execute(note_look, Look(resident_id, Seen.ENTRY)), lambda _: None
        )
        self._ask(self._come_in)

    def refresh(self) -> None:
        """Ask again about the person who is open."""
        if self._open_id:
            self._ask(self._show)

    def is_open(self) -> bool:
        """Whether somebody is shown."""
        return not self._drawer.isHidden()

    def step_out(self) -> bool:
        """Out of the form, and after that out of the person; False where nobody is open."""
        if not self.is_open():
            return False
        if self.panel.open_form_name():
            self.panel.close_form()
        else:
            self._drawer.close_drawer()
        return True

    def _listen(self) -> None:
        self.panel.laid.connect(self._on_laid)
        self.panel.register_asked.connect(self._register)
        self.panel.visit.saved.connect(self._save_visit)
        self.panel.ask.saved.connect(self._save_ask)
        self.panel.visit.edited.connect(self._keep_draft)
        self.panel.ask.edited.connect(self._keep_draft)
        self._drawer.closed.connect(self._on_closed)

    def _ask(self, done: Callable[[Known | None], None]) -> None:
        wanted, store = self._open_id, self._context.store

        def answered(found: Known | None) -> None:
            # An answer about somebody who is not looked at any more is dropped.
            if wanted == self._open_id:
                done(found)

        self._context.ask(self, lambda: store.query(known, self._user, wanted), answered)

    def _come_in(self, found: Known | None) -> None:
        if found is None:
            return
        self._show(found)
        if self._drawer.isHidden():
            self._drawer.open_drawer()
        self.primary_changed.emit()
        self.panel.focus_first()

    def _show(self, found: Known | None) -> None:
        if found is not None:
            # Of a person of several rows, the one that shows.
            self._open_id = found.person.id
            self.panel.show_person(found, self._on, self._time_zone)

    def _on_laid(self) -> None:
        self._rest_keeper()
        self.primary_changed.emit()
        which = self.panel.open_form_name()
        if which:
            kind = visit_draft_kind(self._open_id) if which == VISIT else ask_draft_kind(self._open_id)
            form = self.panel.visit if which == VISIT else self.panel.ask
            self._keeper = DraftKeeper(self._context, kind, form.state, self)
            self._keeper.kept.connect(lambda: form.bar.set_draft(tr("Draf aman")))
        else:
            self.refresh()

    def _keep_draft(self) -> None:
        if self._keeper is not None:
            self._keeper.touch()

    def _rest_keeper(self) -> None:
        if self._keeper is not None:
            self._keeper.flush()
            self._keeper.deleteLater()
            self._keeper = None

    def _on_closed(self) -> None:
        self._rest_keeper()
        self._open_id = ""
        self.primary_changed.emit()

    def _register(self, resident_id: str) -> None:
        self._drawer.close_drawer()
        self.register_asked.emit(resident_id)

    def _save_visit(self) -> None:
        form = self.panel.visit
        try:
            command = form.command(self._open_id)
        except RuleError as error:
            form.show_problems(error)
            return
        self._save(
            lambda: self._context.store.execute(log_visit, command), tr("Kunjungan tercatat"), form.show_problems
        )

    def _save_ask(self) -> None:
        form = self.panel.ask
        try:
            asked_by, note = form.answers()
        except RuleError as error:
            form.show_problems(error)
            return
        wanted = self._open_id
        self._save(
            lambda: self._context.store.execute(ask_visit, wanted, asked_by, note),
            tr("Permintaan kunjungan tercatat"),
            form.show_problems,
        )

    def _save(self, work: Callable[[], str], done: str, refused: Callable[[RuleError], None]) -> None:
        if self._is_saving:
            return
        self._is_saving = True
        self._context.ask(self, work, lambda _id: self._on_saved(done), partial(self._on_refused, refused))

    def _on_saved(self, done: str) -> None:
        self._is_saving = False
        name = self.panel.known.person.name if self.panel.known is not None else ""
        if self._keeper is not None:
            self._keeper.drop()
        self.panel.close_form()
        self._context.messages.done(
            tr("{done}: {name}", done=done, name=name), tr("Aman di laptop ini, dikirim saat ada jaringan.")
        )

    def _on_refused(self, show: Callable[[RuleError], None], error: Exception) -> None:
        self._is_saving = False
        if isinstance(error, RuleError):
            show(error)
        else:
            self._context.messages.show_failure(error)
