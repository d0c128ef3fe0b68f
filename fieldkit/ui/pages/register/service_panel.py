"""Who is at the set, for how long, and the outcome by digit; an outcome that needs a note asks for it in place."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.domain.errors import Severity
from fieldkit.domain.people.person import Marital, may_be_recorded
from fieldkit.domain.requests.reasons import allowed_outcomes, reason_label, seldom_outcomes
from fieldkit.domain.requests.service import Step, outcome_needs_note, step_label
from fieldkit.store.queries.table.registration import QueueEntry
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register.nik_form import NikForm
from fieldkit.ui.pages.register.wording import doubt_words, minutes_since
from fieldkit.ui.settling import Settling
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import Sunken
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.work.instants import moment

_LOOKS: Final = {
    Step.RECORDED: ("check-circle", "ok"),
    Step.RECORDED_WITH_EXCEPTION: ("note-pencil", "ok"),
    Step.ACCEPTED_FOR_REPRINT: ("check-circle", "ok"),
    Step.FORWARDED_TO_OFFICE: ("paper-plane-tilt", ""),
    Step.REFERRED: ("identification-card", ""),
    Step.INCOMPLETE_PAPERS: ("file-x", ""),
    Step.ALREADY_RECORDED: ("prohibit", ""),
    Step.CANCELLED: ("x-circle", ""),
    Step.LEFT_QUEUE: ("arrow-u-up-left", ""),
    Step.FAILED_EQUIPMENT: ("lightning-slash", ""),
    Step.UNDER_AGE: ("clock", ""),
    Step.REFUSED: ("hand-palm", ""),
    Step.REDIRECTED_TO_PICKUP: ("arrow-bend-up-right", ""),
    Step.CARD_COLLECTED: ("check-circle", "ok"),
}
_MORE: Final = 7
"""The key of what happens seldom."""
_RECORDINGS: Final = frozenset({Step.RECORDED, Step.RECORDED_WITH_EXCEPTION})


class NoteState(msgspec.Struct, frozen=True):
    """A note as far as it is written, of which outcome of whom."""

    request_id: str = ""
    resident_id: str = ""
    """By this it is found where the law wants the person's data erased."""
    step: str = ""
    note: str = ""


class ServicePanel(Sunken):
    """One person at the set."""

    noted = Signal(str, str, str)
    """Request, step, note."""
    nik_typed = Signal(str, str)
    """Request, and the NIK that was found."""
    note_asked = Signal()
    note_begun = Signal()
    """The caret is there."""
    put_away = Signal()
    """Another page comes, or the window goes."""
    note_left = Signal()
    """The note is done with, and the hands were elsewhere before."""

    def __init__(self) -> None:
        super().__init__(gap=6)
        self.entry: QueueEntry | None = None
        self.opened_at: datetime | None = None
        """When FieldKit was started: who was at the set before that was there when it ended."""
        self._steps: tuple[Step, ...] = ()
        self._seldom: tuple[Step, ...] = ()
        self._asked: Step | None = None
        self._sent_for, self._on, self._shows_seldom = "", date.max, False
        self._noted_for, self.settling = "", Settling()
        self.written = NoteState()
        self._before: QWidget | None = None
        self._state, self._minutes = Label("", "label", "ink2"), Label("", "label", "ink2")
        self._number, self._name = Label("", "person"), Label("", "strong", wrap=True)
        self._question = Label("", "second", "ink2", elide=True)
        self._look = IconText("warning", "", "second", "warn", wrap=True, size=16)
        self._more = Button(tr("Lainnya"), "quiet", key=str(_MORE), size="small", press=self._turn)
        self.outcomes = ActionPanel(name=tr("Hasil"))
        self.note, self.nik_form = TextField(""), NikForm()
        self._note_form = self._make_note_form()
        self._arrange()

    def show_entry(self, entry: QueueEntry | None, on: date, now: datetime) -> None:
        """Somebody, or nobody, at the set."""
        fresh = entry is None or self.entry is None or entry.request_id != self.entry.request_id
        other_nik = not fresh and entry is not None and self.entry is not None and entry.has_nik != self.entry.has_nik
        if fresh:
            self._begin_settling()
        self.entry, self._sent_for = entry, ""
        self._on = on
        self.setVisible(entry is not None)
        if entry is None:
            self._close_note()
            return
        if fresh:
            self._begin(entry)
        elif other_nik:
            self._go_on_with_nik(entry)
        self._name_person(entry)
        self.show_minutes(now)

    def resident_id(self) -> str:
        """Who is at the set; empty for nobody."""
        return self.entry.resident_id if self.entry is not None else ""

    def show_minutes(self, now: datetime) -> None:
        """How long the person has been at the set."""
        if self.entry is not None:
            self._minutes.set_text(tr("{n} mnt", n=minutes_since(self.entry.since, now)))

    def pick(self, digit: int) -> None:
        """An outcome by its digit, from anywhere."""
        if self.entry is not None and 0 < digit <= len(self._steps):
            self._pick(self._steps[digit - 1])
        elif digit == _MORE:
            self._turn()

    def offer_again(self) -> None:
        """Nothing was written: the same person can get another outcome."""
        self._sent_for = self._noted_for = ""

    def focus_first(self) -> None:
        """Make the digits live, or go on with the note."""
        if self._asked is not None:
            self._asked_field().focus_answer()
        else:
            self.outcomes.focus_first()

    def go_on_with(self, kept: NoteState) -> None:
        """What was written of this outcome before, unless something new is there by now."""
        if kept.note and not self.note.value() and kept == self._state_of(kept.note):
            self.note.set_value(kept.note)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing of a note waits for a pause in typing that does not come."""
        super().hideEvent(event)
        self.put_away.emit()

    def make_room(self, *, on: bool) -> None:
        """Without the outcomes for a moment, unless a note is being written."""
        if self._asked is None:
            self.outcomes.setVisible(not on)

    def step_out(self) -> bool:
        """Leave the note; the digits are there again."""
        if self._asked is not None:
            self._close_note()
            self._give_focus_back()
            return True
        if self.entry is not None and self._shows_seldom:
            self._turn()
            return True
        return False

    def _arrange(self) -> None:
        self.setObjectName("service")
        self.outcomes.setObjectName("outcomes")
        self.note.setObjectName("outcome_note")
        self._number.setObjectName("service_number")
        self._name.setObjectName("service_name")
        self._minutes.setObjectName("service_minutes")
        self.add(
            row(self._state, None, self._minutes),
            row(self._number, stretched(self._name), gap=8),
            row(stretched(self._question), self._more, gap=4),
            self._look,
            self.outcomes,
            self._note_form,
            self.nik_form,
        )
        self._look.setObjectName("service_look")
        self._more.setObjectName("more_outcomes")
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.outcomes.picked.connect(lambda step: self._pick(Step(step)))
        bind(self.outcomes, str(_MORE), self._turn)
        self.note.entered.connect(self._send_note)
        self.note.edited.connect(self._take_note)
        self.nik_form.typed.connect(self._send_nik)
        self.nik_form.left.connect(self.step_out)
        self.nik_form.hide()

    def _make_note_form(self) -> QWidget:
        send = Button(tr("Catat"), "small", key=tr("Enter"), press=self._send_note)
        back = Button(tr("Batal"), "quiet", key=tr("Esc"), size="small", press=self.step_out)
        form = holder(column(self.note, row(back, None, send, gap=4), gap=8))
        form.hide()
        return form

    def _offer(self, entry: QueueEntry, on: date) -> None:
        self._steps, self._shows_seldom = _outcomes(entry, on), False
        six = allowed_outcomes(entry.reason)
        displaced = six if Step.UNDER_AGE in self._steps else ()
        # Who is married all the same is recorded with a note, behind the key of what is seldom (F-W2).
        self._seldom = tuple(step for step in (*displaced, *seldom_outcomes(entry.reason)) if step not in self._steps)
        self._fill()

    def _fill(self) -> None:
        self.outcomes.set_choices(
            [Choice(step, say(step_label(step)), *_LOOKS.get(step, ("info", ""))) for step in self._steps]
        )
        self._more.set_text(tr("Kembali") if self._shows_seldom else tr("Lainnya"))
        self._more.setVisible(bool(self._seldom))
        self.outcomes.show_at_once()

    def _turn(self) -> None:
        """To what happens seldom, and back."""
        entry = self.entry
        if entry is None or self._asked is not None or not self._seldom:
            return
        if not self._shows_seldom:
            self._steps, self._shows_seldom = self._seldom, True
            self._fill()
        else:
            self._offer(entry, self._on)
        self.outcomes.focus_first()

    def _begin(self, entry: QueueEntry) -> None:
        self._close_note()
        self._offer(entry, self._on)
        self._show_doubts(entry)

    def _go_on_with_nik(self, entry: QueueEntry) -> None:
        """The NIK was written, or taken back: other outcomes, and the hands where they were before it was asked for."""
        focused, before = QApplication.focusWidget(), self._before
        were_here = focused is not None and self.isAncestorOf(focused)
        is_elsewhere = self._asked is not None and before is not None and not self.isAncestorOf(before)
        self._before = None
        self._begin(entry)
        if were_here and is_elsewhere and before is not None:
            self.note_left.emit()
            before.setFocus()
        elif were_here:
            self.outcomes.focus_first()

    def _show_doubts(self, entry: QueueEntry) -> None:
        was_cut = entry.step == Step.CAPTURING and self.opened_at is not None and moment(entry.since) < self.opened_at
        doubts = tr("Cek dulu: {what}.", what=doubt_words(entry.doubts)) if entry.doubts else ""
        self._look.set(tr("Terputus saat direkam. Lihat di alat: sudah tersimpan?") if was_cut else doubts, "warn")
        self._look.setVisible(was_cut or bool(doubts))

    def _name_person(self, entry: QueueEntry) -> None:
        records = _RECORDINGS.intersection(allowed_outcomes(entry.reason))
        self._state.set_text(tr("Sedang direkam") if records else tr("Sedang dilayani"))
        self._number.set_text(entry.queue_no)
        self._name.set_text(entry.name)
        self._question.set_text(say(reason_label(entry.reason)))

    def _begin_settling(self) -> None:
        """Whoever is brought in by hand is meant at once; the next after an outcome only once the hands are off."""
        if self.entry is not None and self.entry.request_id == self._noted_for:
            self.settling.begin()
        else:
            self.settling.end()

    def _pick(self, step: Step) -> None:
        if self.entry is None or self._sent_for == self.entry.request_id or self.settling.lasts():
            return
        if outcome_needs_note(step) or self._needs_nik(step):
            self._ask(step)
        else:
            self._send(step, "")

    def _needs_nik(self, step: Step) -> bool:
        return step in _RECORDINGS and self.entry is not None and not self.entry.has_nik

    def _asked_field(self) -> TextField:
        return self.nik_form.nik if self._asked is not None and self._needs_nik(self._asked) else self.note

    def _ask(self, step: Step) -> None:
        """For what the outcome needs: the NIK that is not there yet, or a note."""
        if self._asked is None:
            self._before = QApplication.focusWidget()
        self._asked = step
        self._more.hide()
        self.outcomes.hide()
        if self.entry is not None and self._needs_nik(step):
            self.nik_form.begin(self.entry, self._on)
            self.nik_form.show()
        else:
            self.note.set_label(say(step_label(step)))
            self._question.set_text(tr("Sebut singkat apa dan kenapa."))
            self._note_form.show()
        self.note_asked.emit()
        self._asked_field().focus_answer()
        self.note_begun.emit()

    def _send_nik(self, nik: str) -> None:
        if self.entry is not None:
            self.nik_typed.emit(self.entry.request_id, nik)

    def _take_note(self, note: str) -> None:
        self.note.clear_finding()
        self.written = self._state_of(note)

    def _state_of(self, note: str) -> NoteState:
        if self.entry is None or self._asked is None:
            return NoteState()
        return NoteState(self.entry.request_id, self.entry.resident_id, self._asked, note)

    def _send_note(self) -> None:
        if self._asked is None:
            return
        if not self.note.value().strip():
            self.note.set_finding(Severity.STOP, tr("Catatan belum ditulis. Sebut singkat apa dan kenapa."))
            return
        step, note = self._asked, self.note.value().strip()
        self._close_note()
        self._give_focus_back()
        self._send(step, note)

    def _send(self, step: Step, note: str) -> None:
        if self.entry is not None:
            # Until the queue is shown again, another press means the same person.
            self._sent_for = self._noted_for = self.entry.request_id
            self.noted.emit(self.entry.request_id, step, note)

    def _close_note(self) -> None:
        self._asked = None
        self._more.setVisible(bool(self._seldom))
        if self.entry is not None:
            self._name_person(self.entry)
        self.note.set_value("")
        self.note.clear_finding()
        self.outcomes.show()
        self._note_form.hide()
        self.nik_form.hide()

    def _give_focus_back(self) -> None:
        before, self._before = self._before, None
        if before is not None and not self.isAncestorOf(before):
            self.note_left.emit()
        if before is not None and before.isVisible():
            before.setFocus()
        else:
            self.outcomes.focus_first()


def _outcomes(entry: QueueEntry, on: date) -> tuple[Step, ...]:
    """Those of the reason; who is too young, or has no NIK, gets an outcome of the own in place of the second."""
    steps = allowed_outcomes(entry.reason)
    birth = date.fromisoformat(entry.birth_date) if entry.birth_date else None
    if birth is not None and not may_be_recorded(birth, on, Marital.SINGLE):
        return _in_second_place(Step.UNDER_AGE, steps)
    return steps if entry.has_nik else _in_second_place(Step.REFERRED, steps)


def _in_second_place(own: Step, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(own if step is Step.RECORDED_WITH_EXCEPTION else step for step in steps)
