"""The middle of the page: the form of one person, or what stands there while nobody is at the table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.errors import RuleError, Severity
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.people.phone import MOST_PER_PHONE
from fieldkit.domain.requests.service import Step
from fieldkit.records.villages import find_villages
from fieldkit.store.queries.shifts import Shift, is_late
from fieldkit.store.queries.table.register_page import Picked, picked
from fieldkit.store.queries.table.registration import Person
from fieldkit.store.queries.table.warnings import people_with_phone
from fieldkit.ui.context import Context
from fieldkit.ui.formats import day_short
from fieldkit.ui.forms.nik_bearer import BearerFinder
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register import calls
from fieldkit.ui.pages.register.draft import FormState, command_of, decoded, decoded_all, walk_in_key
from fieldkit.ui.pages.register.form import RegisterForm
from fieldkit.ui.pages.register.form_keeper import FormKeeper
from fieldkit.ui.pages.register.idle import Idle
from fieldkit.ui.pages.register.residence import MOST_VILLAGES
from fieldkit.ui.pages.register.wording import known_line, state_badge
from fieldkit.ui.theme.look import look
from fieldkit.work.inverse import Inverse
from fieldkit.work.table.looks import Look, Seen, note_look
from fieldkit.work.table.outcomes import note_step, undo_wait
from fieldkit.work.table.registration import Registered, findings

_CARD_EDGES: Final = 32


class FormDesk(QStackedWidget):
    """Opens, keeps, saves and takes back registrations, one person at a time."""

    freed = Signal()
    """Nobody is at the table in a moment: the hands go to the search, while the form still stands."""
    served = Signal()
    """Somebody was registered: the search is for the next person."""
    registered = Signal(str)
    """The request of somebody who was registered just now: the receipt is due."""
    stale = Signal()
    """What is kept or registered has changed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._user = context, UserId(context.user.id)
        self._shift: Shift | None = None
        self._drafts: tuple[FormState, ...] = ()
        self._is_saving = False
        self.form, self.idle = RegisterForm(context.regions), Idle()
        self._keeper = FormKeeper(context, self.form.state, self)
        self.addWidget(self.idle)
        self.addWidget(self.form)
        self._listen()

    def show_day(self, shift: Shift | None, queue_no: str, drafts: tuple[str, ...], *, resumes: bool) -> None:
        """The shift that people are registered in, the next number, and the forms that were begun."""
        self._shift, self._drafts = shift, tuple(decoded_all(drafts))
        if shift is not None:
            self.form.set_queue_no(queue_no)
        self.idle.show_shift(is_open=shift is not None)
        self.idle.drafts.show_drafts([draft for draft in self._drafts if draft.key != self.open_key()])
        open_before = [draft for draft in self._drafts if draft.is_open]
        if resumes and open_before and shift is not None:
            self._resume(open_before[0].key)

    def ask_again(self) -> None:
        """Something was stored: what is known of the person at the table may be another now."""
        key, store = self.open_key(), self._context.store
        if key and not self.form.state().is_walk_in and not self._is_saving:
            self._context.ask(self, lambda: store.query(picked, self._user, key), self._renew)

    def is_open(self) -> bool:
        """Whether somebody is being registered."""
        return self.currentWidget() is self.form

    def open_key(self) -> str:
        """Who is being registered; empty for nobody."""
        return self.form.state().key if self.is_open() else ""

    def last_visit(self) -> str:
        """The last request of whoever is at the table and was here before."""
        return self.form.last_visit() if self.is_open() else ""

    def pick(self, resident_id: str) -> None:
        """Take somebody who is known into the form."""
        store = self._context.store
        self._context.ask(self, lambda: store.query(picked, self._user, resident_id), self._open_known)

    def walk_in(self, typed: str) -> None:
        """Take in somebody who is not on the list, by the name that was searched for."""
        if self._shift is None:
            return
        self.leave()
        key = walk_in_key(int(self._context.clock.now_utc().timestamp() * 1000))
        is_number = any(map(str.isdigit, typed))
        self.setCurrentWidget(self.form)
        self.form.open_walk_in(FormState(key, name="" if is_number else typed.upper()), self._shift, is_fresh=True)

    def step_out(self) -> bool:
        """Esc: out of the search for a village, then out of the form; what was typed stays as a draft."""
        if not self.is_open():
            return False
        if not self.form.step_out():
            self.leave()
        return True

    def leave(self) -> None:
        """Close the form; what was typed stays as a draft."""
        if not self.is_open():
            return
        state = replace(self.form.state(), is_open=False)
        # Before the form goes, so that the focus does not wander into the queue.
        self.freed.emit()
        if self.form.is_untouched():
            self._keeper.drop(state)
        else:
            self._keeper.keep(state)
        self.setCurrentWidget(self.idle)
        self.stale.emit()

    def save(self) -> None:
        """Save the form; what stops is said beside the fields."""
        shift = self._shift
        if self._is_saving or shift is None or not self.is_open():
            return
        state, on, recorded = self.form.state(), date.fromisoformat(shift.day), self.form.recorded_here()
        own, doubts = self.form.own_problems(), self.form.doubts()
        if own:
            command = command_of(state, on, recorded_here=recorded)
            found = [problem for problem in findings(command, on, shift) if problem.severity is Severity.STOP]
            self.form.show_problems(RuleError(*own, *found))
            return
        self._is_saving = True
        self._keeper.rest()
        self._context.ask(
            self,
            lambda: calls.save(self._context.store, self._user, state, on, recorded_here=recorded, doubts=doubts),
            lambda saved: self._on_saved(state, saved),
            self._on_save_failed,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A form that is not in sight needs no more room than one that is."""
        super().resizeEvent(event)
        self._fit_receipt()
        if not self.is_open():
            self.form.fit(self.width())
            self.updateGeometry()

    def _fit_receipt(self) -> None:
        self.idle.receipt.set_room(self.width() - look().px(_CARD_EDGES))

    def hideEvent(self, event: QHideEvent) -> None:
        """What is half typed is safe before the window goes."""
        super().hideEvent(event)
        self._keeper.flush()

    def _listen(self) -> None:
        self.form.edited.connect(self._keeper.touch)
        self.form.saved.connect(self.save)
        self.form.cancelled.connect(self.leave)
        self.form.revealed.connect(self._note_look)
        self.form.queued_again.connect(self._wait_again)
        self.form.sheet.phone.said.connect(self._count_people)
        BearerFinder(self._context, self.form.sheet.numbers.nik, self.open_key)
        self.form.sheet.residence.asked.connect(self._find_villages)
        self._keeper.kept.connect(lambda: self.form.bar.set_draft(tr("Draf aman")))
        self.idle.drafts.resumed.connect(self._resume)
        self.idle.drafts.dropped.connect(self._drop)

    def _open_known(self, found: Picked | None) -> None:
        if found is None:
            return
        if self._shift is None:
            self._show_known(found.person)
        elif self.open_key() == found.person.id:
            self.form.focus_question()
        else:
            self.leave()
            self.setCurrentWidget(self.form)
            self.form.open_known(found, self._shift, decoded(found.draft) if found.draft else None)

    def _renew(self, found: Picked | None) -> None:
        if found is not None and found.person.id == self.open_key() and not self._is_saving:
            self.form.renew(found)

    def _show_known(self, person: Person) -> None:
        today = self._context.clock.now_utc().date()
        badge = state_badge(person.state, person.since, person.birth_date, today, "UTC")
        self.idle.show_person(person.name, badge, known_line(person, today, self._context.regions))

    def _resume(self, key: str) -> None:
        state = self._draft(key)
        if state is None or self._shift is None:
            return
        if not state.is_walk_in:
            self.pick(key)
            return
        self.leave()
        self.setCurrentWidget(self.form)
        self.form.open_walk_in(state, self._shift, is_fresh=False)
        self.form.sheet.numbers.nik.ask_again()
        self.form.bar.set_draft(tr("Draf aman"))

    def _drop(self, key: str) -> None:
        state = self._draft(key)
        if state is None:
            return
        self._keeper.drop(state)
        self.stale.emit()
        self._context.messages.done(tr("Isian dibuang."), undo=lambda: self._keep_again(state))
        self.freed.emit()

    def _keep_again(self, state: FormState) -> None:
        self._keeper.keep(state)
        self.stale.emit()

    def _draft(self, key: str) -> FormState | None:
        return next((draft for draft in self._drafts if draft.key == key), None)

    def _find_villages(self, typed: str) -> None:
        regions, near = self._context.regions, self._shift.village if self._shift else ""
        self._context.ask(
            self,
            lambda: find_villages(regions, typed, near, MOST_VILLAGES),
            lambda found: self.form.sheet.residence.show_villages(typed, found),
        )

    def _on_saved(self, state: FormState, saved: Registered) -> None:
        self._is_saving = False
        was_recorded, has_card = self.form.stops_recording(), self.form.has_card_waiting()
        self.served.emit()
        self.setCurrentWidget(self.idle)
        self.idle.receipt.show_saved(saved)
        self._fit_receipt()
        safe = tr("Aman di laptop ini walau listrik padam. Dikirim saat ada jaringan.")
        said = tr("Tersimpan, antrean {queue_no}.", queue_no=saved.queue_no)
        if was_recorded:
            said = tr("Tercatat sudah pernah direkam, kantor yang melanjutkan.")
        elif has_card:
            said = tr("Tercatat, warga diarahkan mengambil kartunya.")
        elif self._shift is not None and is_late(self._shift, self._context.clock.now_utc()):
            # The day of the shift: past midnight that is no longer today.
            day = day_short(date.fromisoformat(self._shift.day))
            safe = tr("Di luar jam, tetap dihitung untuk {day}. {safe}", day=day, safe=safe)
        self._context.messages.done(said, safe, undo=lambda: self._take_back(state, saved))
        self.stale.emit()
        self.registered.emit(saved.request_id)

    def _on_save_failed(self, error: Exception) -> None:
        self._is_saving = False
        self._keeper.touch()
        if isinstance(error, RuleError):
            self.form.show_problems(error)
        else:
            self._context.messages.show_failure(error)

    def _take_back(self, state: FormState, saved: Registered) -> None:
        """The registration is cancelled, and the form is there again as it was."""
        again = replace(state, key=saved.resident_id, is_open=True)
        store = self._context.store
        self._context.ask(self, lambda: calls.take_back(store, saved.request_id), lambda _: self._open_again(again))

    def _open_again(self, state: FormState) -> None:
        self.idle.receipt.hide()
        self._keeper.keep(state)
        self.pick(state.key)

    def _wait_again(self, request_id: str) -> None:
        store, name = self._context.store, self.form.state().name
        self._context.ask(
            self, lambda: store.execute(note_step, request_id, Step.BACK_IN_QUEUE), partial(self._on_waits, name)
        )

    def _on_waits(self, name: str, noted: str) -> None:
        self._keeper.drop(self.form.state())
        self.served.emit()
        self.setCurrentWidget(self.idle)
        said = tr("{name} antre lagi, nomornya tetap.", name=name)
        self._context.done(said, inverse=Inverse(undo_wait, noted), undone=tr("Hasilnya seperti tadi lagi."))
        self.stale.emit()

    def _count_people(self, number: str) -> None:
        store, but = self._context.store, self.open_key()

        def show(people: int) -> None:
            if people >= MOST_PER_PHONE:
                self.form.sheet.phone.show_crowded(number)

        self._context.ask(self, lambda: store.query(people_with_phone, number, but), show)

    def _note_look(self, field: str) -> None:
        # Each look at a masked number is noted: by whom and about whom, never the number.
        look, context = Look(self.open_key(), Seen(field)), self._context
        context.ask(self, lambda: context.store.execute(note_look, look), lambda _: None)
