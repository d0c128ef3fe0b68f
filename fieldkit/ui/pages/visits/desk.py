"""Whom or what the panel is about, and the forms that are saved there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.visits.plan import Access, StopPlace
from fieldkit.store.drafts import draft
from fieldkit.store.queries.lists.target_list_page import ask_draft_kind, visit_draft_kind
from fieldkit.store.queries.table.warnings import has_nik
from fieldkit.store.queries.visits.page import VisitsView
from fieldkit.store.queries.visits.requests import VisitRequest
from fieldkit.store.queries.visits.route import Met, Stop
from fieldkit.store.search import search_residents
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drawer_form import DrawerForm, FormSaver
from fieldkit.ui.forms.nik_bearer import BearerFinder
from fieldkit.ui.language import tr
from fieldkit.ui.pages.visits import faces
from fieldkit.ui.pages.visits.acts import Acts
from fieldkit.ui.pages.visits.ask_form import AskForm
from fieldkit.ui.pages.visits.deliver_form import DeliverForm
from fieldkit.ui.pages.visits.panel import VisitPanel
from fieldkit.ui.pages.visits.route_card import RouteCard, RouteRow, stop_row_id
from fieldkit.ui.pages.visits.stop_form import StopForm
from fieldkit.ui.pages.visits.visit_form import VisitForm
from fieldkit.ui.pages.visits.waiting_card import WaitingCard
from fieldkit.ui.pages.visits.wording import stop_title
from fieldkit.work.cards.handover import hand_over_card
from fieldkit.work.inverse import Inverse
from fieldkit.work.visits.attempts import log_visit, undo_visit
from fieldkit.work.visits.requests import ask_visit, withdraw_visit
from fieldkit.work.visits.route import (
    AddStop,
    ChangeStop,
    PlaceVisit,
    StopDetails,
    add_stop,
    cancel_stop,
    change_stop,
)

T = TypeVar("T")


class VisitDesk(QObject):
    """Follows what is opened at the left and in the middle, and writes what the forms say."""

    looked = Signal()
    """Something is looked at in the panel."""
    stale = Signal()
    freed = Signal()
    """A form was saved; the keys go back to where work goes on."""

    def __init__(self, context: Context, waiting: WaitingCard, route: RouteCard) -> None:
        super().__init__(waiting)
        self._context, self._user = context, UserId(context.user.id)
        self._waiting, self._route = waiting, route
        self.panel = VisitPanel(context.regions)
        self._acts, self._saver = Acts(context, self), FormSaver(context, self)
        self._view: VisitsView | None = None
        self._free: int | None = None
        self._asked_id, self._row_id, self._for_id = "", "", ""
        self._listen()

    def show_view(self, view: VisitsView, free: int | None) -> None:
        """The page as it is now; who is looked at stays, unless that has gone."""
        self._view, self._free = view, free
        form = self.panel.open_form()
        if isinstance(form, StopForm):
            form.set_pairs(view.pairs)
        if not self.panel.is_busy():
            self._look_again()

    def begin_request(self) -> None:
        """Somebody new can not come: who?"""
        if self._view is not None and not self.panel.is_busy():
            self.looked.emit()
            self.panel.show_view(self.panel.who, tr("Permintaan baru"))
            self.panel.who.begin(self._on(), self._view.time_zone)

    def _listen(self) -> None:
        panel = self.panel
        self._waiting.opened.connect(self._open_waiting)
        self._waiting.asked_new.connect(self.begin_request)
        self._route.opened.connect(self._open_row)
        self._route.table.selected_row.connect(self._on_selected)
        self._route.moved.connect(self._acts.order)
        self._route.time_given.connect(self._give_minutes)
        panel.face.picked.connect(self._act)
        panel.who.searched.connect(self._search)
        panel.who.picked.connect(self._begin_ask)
        panel.made.connect(self._listen_to)
        panel.laid.connect(self._on_laid)
        self._acts.done.connect(self.freed)

    def _listen_to(self, form: DrawerForm) -> None:
        saves: dict[type[DrawerForm], Callable[[], None]] = {
            StopForm: self._save_stop,
            VisitForm: self._save_visit,
            DeliverForm: self._save_delivery,
            AskForm: self._save_ask,
        }
        form.saved.connect(saves[type(form)])
        form.edited.connect(self._saver.touch)
        if isinstance(form, VisitForm):
            BearerFinder(self._context, form.door.nik, lambda: self._for_id)

    def _open_waiting(self, request_id: str) -> None:
        if not self.panel.is_busy():
            self._asked_id, self._row_id = request_id, ""
            self._come_in()

    def _open_row(self, found: RouteRow) -> None:
        if not self.panel.is_busy():
            self._asked_id, self._row_id = "", found.id
            self._come_in()

    def _come_in(self) -> None:
        self._look_again()
        self.looked.emit()
        self.panel.focus_first()

    def _on_selected(self, _row: object) -> None:
        """Another stop is offered to whoever waits."""
        if self._asked_id and not self.panel.is_busy():
            self._look_again()

    def _look_again(self) -> None:
        each, found = self._waiting.waiting(self._asked_id), self._route.row_of(self._row_id)
        face, view = self.panel.face, self._view
        if view is not None and each is not None:
            face.show_waiting(each, self._route.selected_stop(), self._on(), view.time_zone)
            self.panel.show_face(tr("Menunggu kunjungan"))
        elif view is not None and found is not None and found.met is not None:
            face.show_placed(found.met, self._request_of(found.met), found.stop, self._on(), view.time_zone)
            self.panel.show_face(tr("Di rute"))
        elif found is not None:
            face.show_stop(found.stop)
            self.panel.show_face(tr("Perhentian {n}", n=found.number))
        else:
            self._asked_id = self._row_id = ""
            face.name.set_text("")
            self.panel.show_nobody()

    def _act(self, which: str) -> None:
        each, found = self._waiting.waiting(self._asked_id), self._route.row_of(self._row_id)
        if each is not None:
            self._act_waiting(which, each.request)
        elif found is not None and found.met is not None:
            self._act_met(which, found.stop, found.met)
        elif found is not None:
            self._act_stop(which, found.stop)

    def _act_waiting(self, which: str, asked: VisitRequest) -> None:
        stop = self._route.selected_stop()
        if which == faces.NEW_STOP:
            fill = partial(self._stop_form().fill_for, asked, self._user)
            self._begin(self.panel.stop, tr("Perhentian baru"), _stop_kind(asked.id), fill)
        elif which == faces.JOIN and stop is not None:
            self._acts.join(PlaceVisit(asked.id, stop.id, self._free), asked.name, stop_title(stop))
        elif which == faces.WITHDRAW:
            self._acts.withdraw(asked.id, asked.name)
        else:
            self._begin_about(which, asked.resident_id, asked.name, asked.card_request_id)

    def _act_met(self, which: str, stop: Stop, met: Met) -> None:
        if which == faces.TAKE_OFF:
            self._acts.take_off(met.request_id, stop.id, met.name)
        elif which == faces.WITHDRAW:
            self._acts.withdraw(met.request_id, met.name)
        elif which == faces.UNDO:
            self._acts.undo_attempt(met.attempt_id, met.name)
        else:
            self._begin_about(which, met.resident_id, met.name, met.card_request_id)

    def _act_stop(self, which: str, stop: Stop) -> None:
        if which == faces.CHANGE:
            fill = partial(self._stop_form().fill_from, stop)
            self._begin(self.panel.stop, tr("Ubah perhentian"), _stop_kind(stop.id), fill)
        elif which == faces.CANCEL:
            self._acts.cancel(stop.id, stop_title(stop))
        else:
            self._route.select(stop_row_id(stop.id))
            self._route.shift_stop(-1 if which == faces.EARLIER else 1)

    def _stop_form(self) -> StopForm:
        if self._view is not None:
            self.panel.stop.set_pairs(self._view.pairs)
        return self.panel.stop

    def _begin_about(self, which: str, resident_id: str, name: str, card_request_id: str) -> None:
        self._for_id = resident_id
        if which == faces.VISIT:
            self._begin_visit(resident_id, name, is_for_card=bool(card_request_id))
        elif which == faces.DELIVER:
            fill = partial(self.panel.deliver.fill, card_request_id, name)
            self._begin(self.panel.deliver, tr("Kartu {name}", name=name), f"visit_card:{card_request_id}", fill)

    def _begin_visit(self, resident_id: str, name: str, *, is_for_card: bool) -> None:
        store, form = self._context.store, self.panel.visit

        def come(is_known: bool) -> None:
            fill = partial(form.fill, is_for_card=is_for_card, asks_nik=not is_known)
            self._begin(form, name, visit_draft_kind(resident_id), fill)

        self._context.ask(self, lambda: store.query(has_nik, resident_id), come)

    def _begin(self, form: DrawerForm, title: str, kind: str, fill: Callable[[str | None], None]) -> None:
        """A form, filled with what was typed into it before."""
        store = self._context.store

        def come(kept: str | None) -> None:
            fill(kept)
            self.panel.begin(form, title)
            self._saver.begin(form, kind)

        self._context.ask(self, lambda: store.query(draft, self._user, kind), come)

    def _begin_ask(self, resident_id: str, name: str) -> None:
        self._for_id = resident_id
        self._begin(self.panel.ask, name, ask_draft_kind(resident_id), self.panel.ask.fill)

    def _search(self, typed: str) -> None:
        store, who = self._context.store, self.panel.who
        village = self._view.shift.village if self._view and self._view.shift else ""
        work = partial(store.query, search_residents, typed, village)
        self._context.ask(self, work, lambda hits: who.show_hits(typed, hits))

    def _save_stop(self) -> None:
        form, store, details = self.panel.stop, self._context.store, self.panel.stop.details()
        found = self._route.row_of(self._row_id)
        if found is not None:
            before, stop = _details_of(found.stop), found.stop.id
            back = Inverse(change_stop, ChangeStop(stop, before))
            work: Callable[[], Any] = partial(store.execute, change_stop, ChangeStop(stop, details))
            self._save(form, work, lambda _changed: back, tr("Perhentian diubah"), tr("Perhentian seperti semula"))
        elif self._view is not None:
            day = date.fromisoformat(self._view.day)
            command = AddStop(day, (self._asked_id,), details, self._free)
            work = partial(store.execute, add_stop, command)
            self._save(form, work, self._on_added, tr("Perhentian ditambahkan"), tr("Perhentian ditarik"))

    def _on_added(self, stop_id: str) -> Inverse[str]:
        self._asked_id, self._row_id = "", stop_row_id(stop_id)
        return Inverse(cancel_stop, stop_id)

    def _save_visit(self) -> None:
        form, store = self.panel.visit, self._context.store
        found = self._route.row_of(self._row_id)
        stop_id = found.stop.id if found is not None else None
        command = self._answer_of(form, lambda: form.command(self._for_id, stop_id))
        if command is not None:
            said, undone = tr("Kunjungan tercatat"), tr("Catatan kunjungan ditarik")
            work = partial(store.execute, log_visit, command)
            self._save(form, work, lambda attempt: Inverse(undo_visit, attempt), said, undone)

    def _save_delivery(self) -> None:
        form = self.panel.deliver
        work = partial(self._context.store.execute, hand_over_card, form.command())
        self._save(form, work, lambda _handover: None, tr("Kartu diserahkan di rumah"), "")

    def _save_ask(self) -> None:
        form, store = self.panel.ask, self._context.store
        command = self._answer_of(form, lambda: form.command(self._for_id))
        if command is not None:
            work = partial(store.execute, ask_visit, command)
            self._save(
                form, work, self._on_asked, tr("Permintaan kunjungan tercatat"), tr("Permintaan kunjungan ditarik")
            )

    def _on_asked(self, request_id: str) -> Inverse[str]:
        self._asked_id, self._row_id = request_id, ""
        return Inverse(withdraw_visit, request_id)

    def _save(
        self,
        form: DrawerForm,
        work: Callable[[], T],
        inverse_of: Callable[[T], Inverse[Any] | None],
        said: str,
        undone: str,
    ) -> None:
        def saved(result: T) -> None:
            inverse = inverse_of(result)
            self._context.done(
                said, tr("Aman di laptop ini, dikirim saat ada jaringan."), inverse=inverse, undone=undone
            )
            self.panel.step_out()
            self.stale.emit()
            self._select_looked_at()
            self.freed.emit()

        self._saver.save(form, work, saved)

    def _select_looked_at(self) -> None:
        """The line of what was just written, so that the next person can join it."""
        if self._row_id:
            self._route.select(self._row_id)
        elif self._asked_id:
            self._waiting.table.select(self._asked_id)

    def _give_minutes(self, minutes: int | None) -> None:
        if self._view is not None and minutes != self._view.typed_minutes:
            self._acts.give_minutes(self._view.day, minutes, self.stale.emit)

    def _answer_of(self, form: DrawerForm, answer: Callable[[], T]) -> T | None:
        """What the form says; None where something is missing, which is then said beside it."""
        try:
            return answer()
        except RuleError as error:
            form.show_problems(error)
            return None

    def _on_laid(self) -> None:
        if self.panel.open_form() is None:
            self._saver.rest()

    def _request_of(self, met: Met) -> VisitRequest | None:
        placed = self._view.route.placed if self._view is not None else ()
        return next((each for each in placed if each.id == met.request_id), None)

    def _on(self) -> date:
        return date.fromisoformat(self._view.day) if self._view is not None else date(2000, 1, 1)


def _stop_kind(about: str) -> str:
    return f"visit_stop:{about}"


def _details_of(stop: Stop) -> StopDetails:
    about = (stop.host_name, stop.address, stop.rt, stop.rw, Access(stop.access) if stop.access else None)
    return StopDetails(StopPlace(stop.place_kind), *about, stop.note, stop.led_by or None)
