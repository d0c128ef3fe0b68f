"""One person of the list in the drawer: shown, visited, linked with another row; half-typed forms are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lists.proposal import proposal_label
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.store.queries.lists.target_list_page import (
    Known,
    ask_draft_kind,
    known,
    propose_draft_kind,
    visit_draft_kind,
)
from fieldkit.store.search import search_residents
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drawer_form import DrawerForm, FormSaver
from fieldkit.ui.forms.nik_bearer import BearerFinder
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.target_list.link_form import LinkForm
from fieldkit.ui.pages.target_list.part_form import PartForm
from fieldkit.ui.pages.target_list.person_panel import PersonPanel
from fieldkit.ui.pages.target_list.propose_form import ProposeForm
from fieldkit.ui.pages.visits.ask_form import AskForm
from fieldkit.ui.pages.visits.visit_form import VisitForm
from fieldkit.ui.roles import may_open
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.late_drawer import LateDrawer
from fieldkit.work.inverse import Inverse
from fieldkit.work.lists.proposals import propose, take_back
from fieldkit.work.table.looks import Look, Seen, note_look
from fieldkit.work.table.same_person import link_same_person, undo_links_between
from fieldkit.work.visits.attempts import log_visit, undo_visit
from fieldkit.work.visits.requests import ask_visit, withdraw_visit

T = TypeVar("T")
_DRAFTS: Final[dict[type[DrawerForm], Callable[[str], str]]] = {
    VisitForm: visit_draft_kind,
    AskForm: ask_draft_kind,
    ProposeForm: propose_draft_kind,
}
"""Forms that are kept while they are typed, and under which kind."""


class PersonDrawer(QObject):
    """Opens over the page, and knows who is open and which form was begun."""

    register_asked = Signal(str)
    primary_changed = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._user = context, UserId(context.user.id)
        self._on, self._time_zone = date(2000, 1, 1), OFFICE_ZONE
        self._saver = FormSaver(context, self)
        self._open_id = ""
        words = tr("Warga di daftar")
        self._drawer = LateDrawer(page, words, self._make, width=440, closed=self._on_closed, name="person_drawer")

    @property
    def panel(self) -> PersonPanel:
        """What is in it."""
        return self._drawer.panel

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
        return self._drawer.is_open

    def step_out(self) -> bool:
        """Out of the form, and after that out of the person; False where nobody is open."""
        if not self.is_open():
            return False
        if self.panel.open_form() is not None:
            self.panel.close_form()
        else:
            self._drawer.close()
        return True

    def _make(self) -> PersonPanel:
        panel = PersonPanel(self._context.regions, may_write=may_open(self._context.user.role, "register"))
        panel.laid.connect(self._on_laid)
        panel.register_asked.connect(self._register)
        panel.made.connect(self._listen_to)
        return panel

    def _listen_to(self, form: DrawerForm) -> None:
        saves: dict[type[DrawerForm], Callable[[], None]] = {
            VisitForm: self._save_visit,
            AskForm: self._save_ask,
            ProposeForm: self._save_proposal,
            LinkForm: self._save_link,
            PartForm: self._save_parting,
        }
        form.saved.connect(saves[type(form)])
        if isinstance(form, LinkForm):
            form.searched.connect(self._search)
        elif type(form) in _DRAFTS:
            form.edited.connect(self._saver.touch)
        if isinstance(form, VisitForm):
            BearerFinder(self._context, form.door.nik, lambda: self._open_id)
        if isinstance(form, ProposeForm):
            form.take_back_button.clicked.connect(self._take_back)

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
        if not self._drawer.is_open:
            self._drawer.open()
        self.primary_changed.emit()
        self.panel.focus_first()

    def _show(self, found: Known | None) -> None:
        if found is not None:
            # Of a person of several rows, the one that shows.
            self._open_id = found.person.id
            self.panel.show_person(found, self._on, self._time_zone)

    def _on_laid(self) -> None:
        self._saver.rest()
        self._drawer.offer_close(on=self.panel.open_form() is None)
        self.primary_changed.emit()
        form = self.panel.open_form()
        if form is None:
            self.refresh()
        elif type(form) in _DRAFTS:
            self._saver.begin(form, _DRAFTS[type(form)](self._open_id))

    def _search(self, typed: str) -> None:
        store, known_of = self._context.store, self.panel.known
        village = known_of.person.village if known_of is not None else ""
        self._context.ask(
            self,
            lambda: store.query(search_residents, typed, village),
            lambda hits: self.panel.link.show_hits(typed, hits),
        )

    def _on_closed(self) -> None:
        self._saver.rest()
        self._open_id = ""
        self.primary_changed.emit()

    def _register(self, resident_id: str) -> None:
        self._drawer.close()
        self.register_asked.emit(resident_id)

    def _save_visit(self) -> None:
        form, store = self.panel.visit, self._context.store
        command = self._asked_of(form, lambda: form.command(self._open_id))
        if command is not None:
            self._saver.save(form, lambda: store.execute(log_visit, command), self._on_visited)

    def _on_visited(self, attempt_id: str) -> None:
        inverse, undone = Inverse(undo_visit, attempt_id), tr("Catatan kunjungan dibatalkan.")
        self._on_saved(tr("Kunjungan tercatat"), inverse=inverse, undone=undone)

    def _save_ask(self) -> None:
        form, store, wanted = self.panel.ask, self._context.store, self._open_id
        command = self._asked_of(form, lambda: form.command(wanted))
        if command is not None:
            self._saver.save(form, lambda: store.execute(ask_visit, command), self._on_asked)

    def _on_asked(self, request_id: str) -> None:
        inverse, undone = Inverse(withdraw_visit, request_id), tr("Permintaan kunjungan ditarik")
        self._on_saved(tr("Permintaan kunjungan tercatat"), inverse=inverse, undone=undone)

    def _save_proposal(self) -> None:
        form, store = self.panel.propose, self._context.store
        command = self._asked_of(form, lambda: form.command(self._open_id))
        if command is not None:
            kind = say(proposal_label(command.kind))
            done = tr("Diusulkan {kind}", kind=kind.lower())
            self._saver.save(form, lambda: store.execute(propose, command), partial(self._on_proposed, done))

    def _on_proposed(self, done: str, proposal_id: str) -> None:
        self._on_saved(done, inverse=Inverse(take_back, proposal_id), undone=tr("Usulan ditarik."))

    def _take_back(self) -> None:
        form, store = self.panel.propose, self._context.store
        waiting = form.waiting_id
        self._saver.save(
            form, lambda: store.execute(take_back, waiting), lambda _id: self._on_saved(tr("Usulan ditarik"))
        )

    def _save_link(self) -> None:
        form, store, wanted = self.panel.link, self._context.store, self._open_id
        other = self._asked_of(form, form.other)
        if other is not None:
            self._save(form, lambda: store.execute(link_same_person, wanted, other), tr("Disatukan"))

    def _save_parting(self) -> None:
        form, store = self.panel.part, self._context.store
        pair = self._asked_of(form, form.answer)
        if pair is not None:
            self._save(
                form,
                lambda: store.execute(undo_links_between, pair.resident_id, pair.other_id),
                tr("Dipisahkan"),
            )

    def _asked_of(self, form: DrawerForm, answer: Callable[[], T]) -> T | None:
        """What the form says; None where something is missing, which is then said beside it."""
        try:
            return answer()
        except RuleError as error:
            form.show_problems(error)
            return None

    def _save(self, form: DrawerForm, work: Callable[[], object], done: str) -> None:
        self._saver.save(form, work, lambda _result: self._on_saved(done))

    def _on_saved(self, done: str, *, inverse: Inverse[Any] | None = None, undone: str = "") -> None:
        name = self.panel.known.person.name if self.panel.known is not None else ""
        self.panel.close_form()
        self._context.done(
            tr("{done}: {name}", done=done, name=name),
            tr("Aman di laptop ini, dikirim saat ada jaringan."),
            inverse=inverse,
            undone=undone,
        )
