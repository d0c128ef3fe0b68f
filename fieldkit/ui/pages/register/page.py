"""The registration page: search at the left, one person in the middle, the queue at the right."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.errors import FieldKitError, RuleError, Severity
from fieldkit.domain.formats import count, day_long
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.service import Step, step_label
from fieldkit.store.queries.register_page import Picked, RegisterView, picked, register_view
from fieldkit.store.queries.registration import Person, QueueEntry
from fieldkit.store.queries.shifts import Shift
from fieldkit.ui.context import Context
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register import calls
from fieldkit.ui.pages.register.desk_columns import DeskColumns
from fieldkit.ui.pages.register.draft import FormState, command_of, decoded, decoded_all, walk_in_key
from fieldkit.ui.pages.register.form import RegisterForm
from fieldkit.ui.pages.register.form_keeper import FormKeeper
from fieldkit.ui.pages.register.idle import Idle
from fieldkit.ui.pages.register.queue_panel import QueuePanel
from fieldkit.ui.pages.register.search_column import SearchColumn
from fieldkit.ui.pages.register.wording import known_line, state_badge
from fieldkit.ui.places import village_label
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.work.outcomes import note_step, undo_step
from fieldkit.work.registration import Registered, findings

T = TypeVar("T")
_MINUTES_EVERY_MS: Final = 20_000
_OUTCOME_KEYS: Final = range(1, 7)
_FORM_MOST: Final = 680
_log = logging.getLogger(__name__)


class RegisterPage(Page):
    """Find, register, call, note: a hundred times a day, without a mouse."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Pendaftaran")
        self._context, self._user = context, UserId(context.user.id)
        self._view: RegisterView | None = None
        self._is_saving = False
        self.column = SearchColumn(context.regions)
        self.form, self.idle = RegisterForm(context.regions), Idle()
        self.queue = QueuePanel()
        self._drafts = FormKeeper(context, self.form.state, self._failed, self)
        self._recorded = Label("", "strong")
        self._recorded.setObjectName("recorded_today")
        self._arrange()
        self._listen()
        self._bind_keys()

    @property
    def shift(self) -> Shift | None:
        """The shift that people are registered in."""
        return self._view.shift if self._view else None

    def subtitle(self) -> str:
        """Place, day and shift."""
        if self.shift is None:
            return tr("belum ada shift")
        start, end = (moment.replace(":", ".") for moment in (self.shift.planned_start, self.shift.planned_end))
        day = day_long(date.fromisoformat(self.shift.day))
        return f"{self._place()} · {day} · {self.shift.name} {start}–{end}"

    def header_slot(self) -> QWidget:
        """How many were recorded today, and the way to the keys."""
        return holder(row(self._recorded, KeyCap("F1"), Label(tr("Bantuan"), "second", "ink2"), gap=10))

    def keys(self) -> list[tuple[str, str]]:
        """The keys of registration."""
        return [
            ("Enter", tr("Pilih warga yang disorot; di isian: ke isian berikutnya")),
            ("Ctrl+N", tr("Warga yang tidak ada di daftar")),
            (tr("1 / 8"), tr("Keperluan, lalu Belum, Pernah, Ragu")),
            (tr("Spasi"), tr("Centang berkas; di antrean: panggil berikutnya")),
            ("Alt+S / Alt+K / Alt+T", tr("HP sendiri, keluarga, tidak punya HP")),
            ("Alt+M", tr("Mau SMS")),
            ("Alt+P", tr("Perbaiki data warga")),
            ("Ctrl+J", tr("Ke antrean")),
            ("Alt+1 / Alt+6", tr("Hasil orang yang sedang dilayani")),
            ("Ctrl+Backspace", tr("Urungkan yang baru dicatat")),
        ]

    def refresh(self) -> None:
        """Ask for everything but the search."""
        self._run(lambda: self._context.store.query(register_view, self._user), self._show)

    def shown(self) -> None:
        """To the question that waits, or to the box."""
        if self._form_is_open():
            self.form.focus_question()
        else:
            self.column.focus()

    def opened_with(self, argument: object) -> None:
        """Another page sends somebody here, by id."""
        if isinstance(argument, str):
            self.pick(argument)

    def step_out(self) -> bool:
        """Out of the note, the drawer, the queue, the form, the search: in this order."""
        if self.queue.service.step_out() or self._columns.close_side():
            return True
        if self.queue.holds_focus():
            self.shown()
            return True
        if self._form_is_open():
            self._leave_form()
            self.column.focus()
            return True
        has_text = bool(self.column.search.text())
        self.column.clear()
        self.column.focus()
        return has_text

    def pick(self, resident_id: str) -> None:
        """Take somebody into the form."""
        self._run(lambda: self._context.store.query(picked, self._user, resident_id), self._open_known)

    def walk_in(self) -> None:
        """Take in somebody who is not on the list, by the name that was searched for."""
        if self.shift is None:
            return
        self._leave_form()
        key = walk_in_key(int(self._context.clock.now_utc().timestamp() * 1000))
        typed = self.column.search.text().strip()
        is_number = any(map(str.isdigit, typed))
        state = FormState(key, name="" if is_number else typed.upper())
        self._enter_form()
        self.form.open_walk_in(state, self.shift, is_fresh=True)

    def save(self) -> None:
        """Save the form; what stops is said beside the fields."""
        if self._is_saving or self.shift is None or not self._form_is_open():
            return
        state, on, recorded = self.form.state(), date.fromisoformat(self.shift.day), self.form.recorded_here()
        own = self.form.own_problems()
        if own:
            command = command_of(state, on, recorded_here=recorded)
            found = [problem for problem in findings(command, on, self.shift) if problem.severity is Severity.STOP]
            self.form.show_problems(RuleError(*own, *found))
            return
        self._is_saving = True
        self._drafts.rest()
        self._run(
            lambda: calls.save(self._context.store, self._user, state, on, recorded_here=recorded),
            lambda saved: self._on_saved(state, saved),
            self._on_save_failed,
        )

    def _arrange(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self.idle)
        self._middle.addWidget(self.form)
        self._columns = DeskColumns(
            [(self.column, 314), (self._middle, None), (self.queue, 258)],
            side_key="Ctrl+J",
            side_title=tr("Antrean"),
            most=_FORM_MOST,
        )
        self.add(stretched(self._columns))
        self.search_field, self.primary = self.column.search, self.form.save_button

    def _listen(self) -> None:
        self.column.asked.connect(self._search)
        self.column.picked.connect(self.pick)
        self.column.walk_in.connect(self.walk_in)
        self.form.edited.connect(self._drafts.touch)
        self.form.saved.connect(self.save)
        self.form.cancelled.connect(self.step_out)
        self.form.revealed.connect(self._note_look)
        self._drafts.kept.connect(lambda: self.form.bar.set_draft(tr("Draf aman")))
        self.idle.open_shift.connect(lambda: self.go.emit("today", None))
        self.idle.drafts.resumed.connect(self._resume)
        self.idle.drafts.dropped.connect(self._drop)
        self.queue.called.connect(self._call)
        self.queue.emptied.connect(self.column.focus)
        self.queue.service.noted.connect(self._note)
        self.queue.service.note_asked.connect(self._open_drawer)
        self.queue.service.note_left.connect(self._columns.close_side)
        timer = QTimer(self, interval=_MINUTES_EVERY_MS)
        timer.timeout.connect(lambda: self.queue.show_minutes(self._context.clock.now_utc()))
        timer.start()

    def _bind_keys(self) -> None:
        bind(self, "Ctrl+N", self.walk_in, everywhere=True)
        for digit in _OUTCOME_KEYS:
            bind(self, f"Alt+{digit}", partial(self.queue.service.pick, digit), everywhere=True)

    def _run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None] | None = None
    ) -> None:
        self._context.lanes.run("store", work, done, failed or self._failed, self)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, FieldKitError):
            raise error
        self._context.messages.show_error(error)

    def _place(self) -> str:
        return village_label(self._context.regions, self.shift.village) if self.shift else ""

    def _show(self, view: RegisterView) -> None:
        is_first, self._view = self._view is None, view
        shift = view.shift
        if shift is not None:
            on = date.fromisoformat(shift.day)
            self.column.show_place(on, shift.time_zone, view.list_total, self._place())
            self.queue.show_queue(view.queue, on, self._context.clock.now_utc())
            self.form.set_queue_no(view.queue_no)
        self.idle.show_shift(is_open=shift is not None)
        self.queue.setVisible(shift is not None)
        self.column.walk_in_button.setEnabled(shift is not None)
        self._recorded.set_text(tr("{n} terekam hari ini", n=count(view.recorded_today)) if shift else "")
        self._show_drafts(decoded_all(view.drafts), resumes=is_first)
        self.header_changed.emit()
        if self.column.search.text().strip():
            self._search(self.column.search.text())

    def _show_drafts(self, drafts: list[FormState], *, resumes: bool) -> None:
        self.idle.drafts.show_drafts([draft for draft in drafts if draft.key != self._open_key()])
        open_before = [draft for draft in drafts if draft.is_open]
        if resumes and open_before and self.shift is not None:
            self._resume(open_before[0].key)

    def _search(self, typed: str) -> None:
        shift = self.shift
        village = shift.village if shift else ""
        region = self._context.regions.by_code(village) if village else None
        name = region.name if region else ""
        self._run(
            lambda: calls.search_here(self._context.store, typed, village, name),
            lambda hits: self.column.show_hits(typed, hits),
        )

    def _open_known(self, found: Picked | None) -> None:
        if found is None:
            return
        if self.shift is None:
            self._show_known(found.person)
            return
        if self._open_key() == found.person.id:
            self.form.focus_question()
            return
        self._leave_form()
        self._enter_form()
        self.form.open_known(found, self.shift, decoded(found.draft) if found.draft else None)

    def _show_known(self, person: Person) -> None:
        today = self._context.clock.now_utc().date()
        badge = state_badge(person.state, person.since, person.birth_date, today, "UTC")
        self.idle.show_person(person.name, badge, known_line(person, today, self._context.regions))

    def _resume(self, key: str) -> None:
        drafts = decoded_all(self._view.drafts) if self._view else []
        state = next((draft for draft in drafts if draft.key == key), None)
        if state is None or self.shift is None:
            return
        if not state.is_walk_in:
            self.pick(key)
            return
        self._leave_form()
        self._enter_form()
        self.form.open_walk_in(state, self.shift, is_fresh=False)
        self.form.bar.set_draft(tr("Draf aman"))

    def _drop(self, key: str) -> None:
        drafts = decoded_all(self._view.drafts) if self._view else []
        state = next((draft for draft in drafts if draft.key == key), None)
        if state is None:
            return
        self._drafts.drop(state)
        self.refresh()
        self._context.messages.done(tr("Isian dibuang."), undo=lambda: self._keep_again(state))
        self.column.focus()

    def _keep_again(self, state: FormState) -> None:
        self._drafts.keep(state)
        self.refresh()

    def _enter_form(self) -> None:
        self._middle.setCurrentWidget(self.form)

    def _form_is_open(self) -> bool:
        return self._middle.currentWidget() is self.form

    def _open_key(self) -> str:
        return self.form.state().key if self._form_is_open() else ""

    def _leave_form(self) -> None:
        """Close the form; what was typed stays as a draft."""
        if not self._form_is_open():
            return
        state = replace(self.form.state(), is_open=False)
        # Before the form goes, so that the focus does not wander into the queue.
        self.column.focus()
        if self.form.is_untouched():
            self._drafts.drop(state)
        else:
            self._drafts.keep(state)
        self._middle.setCurrentWidget(self.idle)
        self.refresh()

    def _on_saved(self, state: FormState, saved: Registered) -> None:
        self._is_saving = False
        was_recorded = self.form.stops_recording()
        self.column.clear()
        self.column.focus()
        self._middle.setCurrentWidget(self.idle)
        self.idle.receipt.show_saved(saved)
        safe = tr("Aman di laptop ini walau listrik padam. Dikirim saat ada jaringan.")
        if was_recorded:
            self._context.messages.done(tr("Tercatat sudah pernah direkam, kantor yang melanjutkan."), safe)
        else:
            self._context.messages.done(
                tr("Tersimpan, antrean {queue_no}.", queue_no=saved.queue_no),
                safe,
                undo=lambda: self._take_back(state, saved),
            )
        self.refresh()

    def _on_save_failed(self, error: Exception) -> None:
        self._is_saving = False
        self._drafts.touch()
        if isinstance(error, RuleError):
            self.form.show_problems(error)
        else:
            self._failed(error)

    def _take_back(self, state: FormState, saved: Registered) -> None:
        """The registration is cancelled, and the form is there again as it was."""
        again = replace(state, key=saved.resident_id, is_open=True)
        self._run(lambda: calls.take_back(self._context.store, saved.request_id), lambda _: self._open_again(again))

    def _open_again(self, state: FormState) -> None:
        self.idle.receipt.hide()
        self._drafts.keep(state)
        self.pick(state.key)

    def _call(self, request_id: str) -> None:
        entry = self._entry(request_id)
        if entry is not None:
            said = tr("{queue_no} {name} dipanggil.", queue_no=entry.queue_no, name=entry.name)
            self._run(lambda: calls.call(self._context.store, entry), partial(self._said, said))

    def _note(self, request_id: str, step: str, note: str) -> None:
        entry, outcome = self._entry(request_id), Step(step)
        if entry is None:
            return
        word = say(step_label(outcome))
        said = tr("{queue_no} {name}: {outcome}.", queue_no=entry.queue_no, name=entry.name, outcome=word)
        self._run(
            lambda: self._context.store.execute(note_step, request_id, outcome, note),
            partial(self._said, said),
        )

    def _said(self, said: str, noted: str) -> None:
        self._context.messages.done(said, undo=partial(self._undo_step, noted))

    def _undo_step(self, noted: str) -> None:
        self._run(
            lambda: self._context.store.execute(undo_step, noted),
            lambda _: self._context.messages.done(tr("Kembali ke antrean.")),
        )

    def _entry(self, request_id: str) -> QueueEntry | None:
        entries = self._view.queue if self._view else ()
        return next((entry for entry in entries if entry.request_id == request_id), None)

    def _open_drawer(self) -> None:
        if self._columns.narrow():
            self._columns.open_side()

    def _note_look(self, field: str) -> None:
        # Each look at a masked number is noted: by whom and about whom, never the number.
        _log.info("revealed %s of %s by %s", field, self._open_key(), self._user)
