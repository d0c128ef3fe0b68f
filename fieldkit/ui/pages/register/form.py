"""The form of one person: what is known, what is asked, what stops, and the way to save it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from fieldkit.domain.errors import Problem, RuleError, Severity
from fieldkit.domain.national.status import stop_words
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.forms import forms_for
from fieldkit.domain.requests.reasons import DEFAULT_FORMS, RECORDED_FOR
from fieldkit.domain.requests.service import (
    Reason,
    RecordedBefore,
    RequestState,
    may_wait_again,
    recorded_elsewhere_problem,
)
from fieldkit.domain.text import Text, text
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.queries.table.register_page import Picked
from fieldkit.store.queries.table.registration import PastRequest
from fieldkit.ui.formats import day_month
from fieldkit.ui.forms.nik_field import Stated
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.pages.register.birth import read_birth
from fieldkit.ui.pages.register.draft import PHONE_ANSWERS, FormState, known_state
from fieldkit.ui.pages.register.sheet import Sheet
from fieldkit.ui.pages.register.wording import (
    again_words,
    card_line,
    known_line,
    lives_line,
    past_line,
    state_badge,
    told_line,
    unexpected_line,
    young_line,
)
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import ActionBar, Card, Scrolled
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.layouts import column, rule, set_gaps, stretched
from fieldkit.work.instants import at_site, moment

_AROUND_FOCUS = 56
"""So much above and below the focus stays in sight."""


class RegisterForm(Card):
    """One person at a time."""

    edited = Signal()
    saved = Signal()
    """The filled button was pressed."""
    cancelled = Signal()
    revealed = Signal(str)
    queued_again = Signal(str)
    """Who was here before in this shift waits again, under the old number."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__(gap=8)
        self._regions = regions
        self._picked: Picked | None = None
        self._shift: Shift | None = None
        self._state = self._blank = FormState("")
        self._day, self._queue_no = date.max, ""
        self._stopped, self._is_compact = "", False
        self._forms: Mapping[str, tuple[str, ...]] = DEFAULT_FORMS
        # After the layout has settled: what was answered just now may have moved everything below it.
        self._in_sight = QTimer(self, interval=0, singleShot=True)
        self._in_sight.timeout.connect(self._show_focus)
        self.sheet = Sheet(regions)
        self.save_button = Button("", "primary", icon="ticket", key="Ctrl+Enter", size="main", press=self.saved.emit)
        self.cancel_button = Button(tr("Batal"), key=tr("Esc"), size="main", press=self.cancelled.emit)
        self.bar = ActionBar(self.cancel_button, self.save_button)
        self._scrolled = Scrolled(self.sheet)
        set_gaps(self.body, 8, (16, 12, 4, 12))
        foot = column(rule(), self.bar, gap=8, edges=(0, 0, 12, 0))
        self.add(stretched(self._scrolled), foot)
        self._listen()

    def open_known(self, picked: Picked, shift: Shift, state: FormState | None) -> None:
        """Somebody who is known, with the form as it was left if there is one."""
        known = known_state(picked.person, date.fromisoformat(shift.day))
        state, anew = state.renewed(known) if state is not None else (None, set())
        self._open(picked, shift, known, state)
        if anew:
            self.sheet.show_renewed(anew)
        self.sheet.reason.focus_answer()

    def renew(self, picked: Picked) -> None:
        """What is known has changed elsewhere: shown anew where nobody edited it; what was typed stays."""
        known, state = known_state(picked.person, self._day), self.state()
        changed, edited = known.differing(self._blank), state.differing(self._blank)
        self._picked, self._blank = picked, known
        self._state = replace(self._state, known=known.told())
        self._show_identity()
        if not changed:
            return
        self.sheet.renew(known, changed - (edited | PHONE_ANSWERS if edited & PHONE_ANSWERS else edited))
        self.sheet.show_renewed(changed)
        self._follow()
        if not self.is_untouched():
            self.edited.emit()

    def open_walk_in(self, state: FormState, shift: Shift, *, is_fresh: bool) -> None:
        """Somebody who is not on the list; fresh where nobody has typed anything yet."""
        self._open(None, shift, state if is_fresh else FormState(state.key), state)
        self.sheet.identity.name.focus_answer()

    def focus_question(self) -> None:
        """To the first question without an answer."""
        sheet = self.sheet
        if sheet.path.first_problem():
            return
        asked = [sheet.identity.name, sheet.reason, sheet.questions.before, sheet.phone.phone]
        waiting = [part for part in asked if part.isVisible() and not part.settled() and not _has_text(part)]
        (waiting[0] if waiting else sheet.phone).focus_answer()

    def state(self) -> FormState:
        """The form as it stands."""
        return self.sheet.read(self._state)

    def is_untouched(self) -> bool:
        """Whether nothing was typed or chosen since the form was opened on what is known."""
        return self.state().same_answers(self._blank)

    def recorded_here(self) -> bool:
        """Whether the field has recorded this person already."""
        return self._picked is not None and (self._picked.is_recorded or self._picked.person.state == "recorded")

    def stops_recording(self) -> bool:
        """Whether a recording would make double data (OP-4)."""
        asked = self.sheet.questions.before.value() == RecordedBefore.YES
        return self.sheet.reason.value() == Reason.FIRST_RECORDING and (self.recorded_here() or asked)

    def has_card_waiting(self) -> bool:
        """Whether somebody lost a card that was never fetched (F-K3)."""
        return self.sheet.reason.value() == Reason.LOST and self._picked is not None and self._picked.card is not None

    def last_visit(self) -> str:
        """The last request of somebody who was here before."""
        return self._picked.past[0].id if self._picked and self._picked.past else ""

    def doubts(self) -> tuple[str, ...]:
        """Codes of what is in doubt beyond what the save finds itself."""
        found = {"nik_shared": self.sheet.numbers.nik.is_shared(), "phone_crowded": self.sheet.phone.is_crowded()}
        return tuple(code for code, is_in_doubt in found.items() if is_in_doubt)

    def set_forms(self, forms: Mapping[str, tuple[str, ...]]) -> None:
        """The office's list of forms."""
        self._forms = forms

    def set_queue_no(self, queue_no: str) -> None:
        """The number that the person will get."""
        self._queue_no = queue_no
        self._show_button()

    def own_problems(self) -> tuple[Problem, ...]:
        """What stops before any rule is asked."""
        if not self.sheet.identity.birth.unreadable():
            return ()
        message = text("Tanggal lahir ini tidak terbaca atau tidak mungkin. Tulis seperti 12-11-1987, atau kosongkan.")
        return (Problem("birth_date", "unreadable", message),)

    def show_problems(self, error: RuleError) -> None:
        """Each beside its field, the focus on the first red one, the number of them above the buttons."""
        show_problems(self.sheet.fields(), error, self.bar)
        if self.sheet.numbers.nik.finding() is None:
            self.sheet.numbers.nik.check()

    def mend(self) -> None:
        """Open the fields of what is known; of a walk-in, the search for the village."""
        if self._state.is_walk_in:
            self.sheet.residence.open()
            return
        self._state = replace(self._state, is_mended=True)
        self._show_identity()
        self.sheet.identity.name.focus_answer()
        self.edited.emit()

    def step_out(self) -> bool:
        """Out of the search for a village; False where there is none."""
        return self.sheet.residence.step_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the sheet to the width there is."""
        if event.type() == QEvent.Type.Resize:
            self.fit(self._scrolled.viewport().width())
        return False

    def fit(self, width: int) -> None:
        """Less beside each other where it is narrow, also while the form is not in sight."""
        is_compact = width < self.sheet.reason.full_width()
        self.sheet.set_compact(on=is_compact)
        self.cancel_button.set_key(None if is_compact else tr("Esc"))
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._follow()
        if not self.isVisible():
            self._measure_anew()

    def _measure_anew(self) -> None:
        """What is not in sight does not tell its layout that it needs less now."""
        for part in (self.bar, self):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
                layout.activate()
        self.updateGeometry()

    def _open(self, picked: Picked | None, shift: Shift, blank: FormState, state: FormState | None) -> None:
        self._picked, self._shift, self._blank = picked, shift, blank
        self._state = replace(state or blank, is_open=True, known=blank.told() if picked else {})
        self._day = date.fromisoformat(shift.day)
        self.sheet.identity.birth.set_day(self._day)
        self.sheet.arrange(walk_in=self._state.is_walk_in)
        self.sheet.write(self._state, picked.person.nik_tail if picked else "")
        self.bar.set_left("")
        self.bar.set_draft("")
        self._stopped = ""
        self._show_identity()
        self._show_again()
        self._show_past()
        self._follow()
        self._scrolled.verticalScrollBar().setValue(0)

    def _listen(self) -> None:
        self.setObjectName("register_form")
        self._keep_room_for_bar()
        self.save_button.setObjectName("save")
        self.cancel_button.setObjectName("cancel")
        self.sheet.changed.connect(self._on_changed)
        self.sheet.head.mend.clicked.connect(self.mend)
        again = Button(tr("Antre lagi"), "small", key="Alt+A", press=self._wait_again)
        again.setObjectName("queue_again")
        self.sheet.again.set_actions([again])
        self.sheet.residence.changed.connect(self._show_identity)
        self.sheet.residence.left.connect(self._after_residence)
        self.sheet.ended.connect(self.save_button.setFocus)
        self.sheet.numbers.revealed.connect(self.revealed)
        self.sheet.phone.revealed.connect(lambda: self.revealed.emit("phone"))
        bind(self, "Alt+P", self.sheet.head.mend.click, everywhere=True)
        bind(self, "Alt+A", self._wait_again, everywhere=True)
        bind(self, "Alt+M", self.sheet.phone.tick_sms, everywhere=True)
        self._scrolled.viewport().installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._in_sight.start)  # type: ignore[union-attr]

    def _after_residence(self) -> None:
        """Back to where the form goes on: the address is of that village."""
        parts = self.sheet.identity
        (parts.address if parts.name.value() else parts.name).focus_answer()

    def _on_changed(self) -> None:
        self._follow()
        red = [field for field in self.sheet.fields().values() if field.finding() is Severity.STOP]
        self.bar.set_left(tr("{n} isian belum benar.", n=len(red)) if red and self.bar.line.text() else "")
        self.edited.emit()

    def _follow(self) -> None:
        """Bring to what was answered all that depends on it."""
        state, reason = self.state(), self.sheet.reason.value()
        has_nik = self._has_nik(state)
        forms = forms_for(reason, self._forms, has_nik=has_nik) if reason else ()
        self.sheet.questions.ask(
            Reason(reason) if reason else None, forms, foreign=state.is_foreign, recorded_here=self.recorded_here()
        )
        birth = read_birth(state.birth_date, self._day)
        sex = Sex(state.sex) if state.sex else None
        village = state.village or (self._shift.village if self._shift else "")
        self.sheet.numbers.compare_with(Stated(self._day, village, sex, birth))
        self.sheet.phone.ask(state.sex, state.name)
        self._show_young(birth)
        self._show_told(reason or "", has_nik=has_nik)
        self._show_already()
        self._show_button()

    def _show_identity(self) -> None:
        self.sheet.identity.setVisible(self._state.is_walk_in or self._state.is_mended)
        self._show_unexpected()
        if self._picked is None:
            self._show_walk_in()
            return
        person, zone = self._picked.person, self._shift.time_zone if self._shift else "UTC"
        badge = state_badge(person.state, person.since, person.birth_date, self._day, zone)
        known = known_line(person, self._day, self._regions)
        self.sheet.head.show_person(person.name, badge, known, mend="" if self._state.is_mended else tr("Perbaiki"))

    def _show_walk_in(self) -> None:
        here = self._shift.village if self._shift else ""
        lives = lives_line(self.state().village, here, self._regions)
        self.sheet.head.show_person(tr("Warga baru"), (tr("Di luar daftar"), "mute"), lives, mend=tr("Dari desa lain"))

    def _show_young(self, birth: date | None) -> None:
        marital = self._picked.person.marital if self._picked else ""
        reason = self.sheet.reason.value()
        line = young_line(birth, self._day, marital, records=not reason or reason in RECORDED_FOR)
        self.sheet.young.set(line, "info")
        self.sheet.young.setVisible(bool(line))

    def _show_unexpected(self) -> None:
        line = unexpected_line(self._picked.unexpected) if self._picked else ""
        self.sheet.unexpected.set(line, "warn")
        self.sheet.unexpected.setVisible(bool(line))

    def _has_nik(self, state: FormState) -> bool:
        return bool(state.nik or (self._picked and self._picked.person.nik_tail))

    def _show_told(self, reason: str, *, has_nik: bool) -> None:
        line = told_line(reason, has_nik=has_nik)
        self.sheet.told.set(line, "info")
        self.sheet.told.setVisible(bool(line))

    def _show_already(self) -> None:
        title, text = "", ""
        if self.stops_recording():
            title, text = tr("Jangan direkam lagi"), say(self._elsewhere())
        elif self.has_card_waiting():
            title, text = tr("Kartunya sudah jadi"), self._card_line()
        self.sheet.already.setVisible(bool(title))
        if title and title != self._stopped:
            self.sheet.already.set(title, text)
        self._stopped = title

    def _card_line(self) -> str:
        card = self._picked.card if self._picked else None
        return card_line(card, self._shift.time_zone if self._shift else "UTC") if card else ""

    def _show_again(self) -> None:
        was_here = self._was_here()
        self.sheet.again.setVisible(was_here is not None)
        if was_here is not None:
            self.sheet.again.set(*again_words(was_here))

    def _show_past(self) -> None:
        past = self._picked.past if self._picked else ()
        line = past_line(past[0], self._shift.time_zone) if past and self._shift and self._was_here() is None else ""
        self.sheet.past.set(line, "ink2", "receipt")
        self.sheet.past.setVisible(bool(line))

    def _was_here(self) -> PastRequest | None:
        past = self._picked.past[0] if self._picked and self._picked.past else None
        if past is None or self._shift is None or past.shift_id != self._shift.id:
            return None
        return past if may_wait_again(past.state) else None

    def _wait_again(self) -> None:
        was_here = self._was_here()
        if was_here is not None:
            self.queued_again.emit(was_here.id)

    def _elsewhere(self) -> Text:
        picked = self._picked
        found = [past for past in picked.past if past.state == RequestState.RECORDED] if picked else []
        if found and self._shift is not None:
            on = at_site(moment(found[0].since), self._shift.time_zone).date()
            return recorded_elsewhere_problem(f"{found[0].site_name}, {day_month(on)}", None).message
        if picked and picked.at_centre:
            return stop_words(picked.at_centre.status, picked.at_centre.as_of)
        return recorded_elsewhere_problem(tr("tempat lain"), None).message

    def _show_button(self) -> None:
        if self.stops_recording():
            self.save_button.set_text(tr("Catat: sudah pernah direkam"))
        elif self.has_card_waiting():
            self.save_button.set_text(tr("Catat: ambil kartu"))
        else:
            self.save_button.set_text(tr("Simpan · {queue_no}", queue_no=self._queue_no))

    def _keep_room_for_bar(self) -> None:
        """The scroll bar takes the place of the right margin, so that nothing moves when it comes."""
        bar = self._scrolled.verticalScrollBar()
        policy = bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        bar.setSizePolicy(policy)
        self._scrolled.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar.rangeChanged.connect(self._show_bar)
        bar.rangeChanged.connect(self._in_sight.start)

    def _show_bar(self, _low: int, high: int) -> None:
        self._scrolled.verticalScrollBar().setVisible(high > 0)

    def _show_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not self.sheet.isAncestorOf(focused):
            return
        self._scrolled.ensureWidgetVisible(focused, 0, look().px(_AROUND_FOCUS))
        phone = self.sheet.phone
        if phone.isAncestorOf(focused) and phone.height() <= self._scrolled.viewport().height():
            # The number is no answer without whose it is, which stands below it.
            self._scrolled.ensureWidgetVisible(phone, 0, 0)


def _has_text(part: Findings) -> bool:
    return isinstance(part, TextField) and bool(part.value())
