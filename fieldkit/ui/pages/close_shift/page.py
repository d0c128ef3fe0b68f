"""Close the shift: count, explain, sign; and print what was signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Final

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.formats import clock, day_long
from fieldkit.store.queries.stock import blank_uses
from fieldkit.ui.context import Context
from fieldkit.ui.drafts import DraftKeeper
from fieldkit.ui.language import tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.pages.close_shift.balance_cards import BlanksCard, CardsCard, PeopleCard
from fieldkit.ui.pages.close_shift.difference import DifferenceNotice, QueueNotice, SignedNotice
from fieldkit.ui.pages.close_shift.documents import Paper, preview_of
from fieldkit.ui.pages.close_shift.people import ListCard, incident_rows, team_rows
from fieldkit.ui.pages.close_shift.sign import SignCard
from fieldkit.ui.pages.close_shift.signing import Signing
from fieldkit.ui.pages.close_shift.uses import UsesPanel
from fieldkit.ui.pages.close_shift.verdict import Check, checklist
from fieldkit.ui.pages.close_shift.view import CLOSING_DRAFT, Answers, CloseView, close_view
from fieldkit.ui.places import village_label
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import EmptyState
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.closing import CloseShift
from fieldkit.work.instants import at_site, instant, moment

_EVERY_MS: Final = 20_000
_MAY_SIGN: Final = {"lead", "planner", "admin"}


class CloseShiftPage(Page):
    """People, blanks and cards side by side; below them what does not add up, and the signature."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Tutup shift")
        self._context = context
        self._view: CloseView | None = None
        self._answers = Answers()
        self.signing = Signing(context, self)
        self._drafts = DraftKeeper(context, CLOSING_DRAFT, self._kept, self)
        self._make_parts()
        self._arrange()
        self._listen()
        self._tick = QTimer(self, interval=_EVERY_MS)
        self._tick.timeout.connect(self._show_again)
        self._tick.start()

    def subtitle(self) -> str:
        """Village, day, shift, and from when to when."""
        view = self._view
        if view is None:
            return ""
        until = moment(view.closing.at) if view.closing is not None else self._context.clock.now_utc()
        hours = f"{self._clock(moment(view.shift.opened_at))}–{self._clock(until)}"
        place = village_label(self._context.regions, view.shift.village)
        return f"{place} · {day_long(date.fromisoformat(view.shift.day))} · {view.shift.name} {hours}"

    def header_slot(self) -> QWidget:
        """The sum of the day."""
        return self._slot

    def keys(self) -> list[tuple[str, str]]:
        """Keys of this page."""
        return [
            ("Ctrl+U", tr("Hitung ulang blangko")),
            ("Ctrl+Enter", tr("Tutup dan tanda tangani, dengan PIN")),
            ("Ctrl+P", tr("Simpan berita acara")),
        ]

    def refresh(self) -> None:
        """Ask for the figures."""
        store, user = self._context.store, self._context.user.id
        self._run(lambda: store.query(close_view, user), self._show)

    def shown(self) -> None:
        """To the count, which nobody else can give."""
        if self._view is not None and self._view.is_open and self._answers.counted is None:
            self.blanks.focus_count()
        else:
            (self.sign.sign_button if self.sign.sign_button.isEnabled() else self.sign.record).setFocus()

    def step_out(self) -> bool:
        """Esc: the drawer."""
        was_open = not self._drawer.isHidden()
        self._drawer.close_drawer()
        return was_open

    def hideEvent(self, event: QHideEvent) -> None:
        """What is half typed is safe before another page comes."""
        super().hideEvent(event)
        self._drafts.flush()

    def _make_parts(self) -> None:
        self.people, self.blanks, self.cards = PeopleCard(), BlanksCard(), CardsCard()
        self.difference, self.queue, self.signed = DifferenceNotice(), QueueNotice(), SignedNotice()
        self.team, self.incidents = ListCard(tr("Hadir")), ListCard(tr("Kendala"))
        self.sign = SignCard()
        self.uses = UsesPanel()
        self._drawer = Drawer(self, tr("Pemakaian blangko"), self.uses, width=460)
        self._slot = Label("", "strong")
        to_today = Button(tr("Ke Hari ini"), key="F2", press=lambda: self.go.emit("today", None))
        self._empty = EmptyState(
            "clipboard-text",
            tr("Belum ada shift yang bisa ditutup."),
            tr("Ketua tim membukanya di Hari ini."),
            to_today,
        )

    def _arrange(self) -> None:
        self._body = QWidget()
        balances = row(stretched(self.people), stretched(self.blanks), stretched(self.cards), gap=12)
        top = QWidget()
        top.setLayout(balances)
        foot = Columns([(self.team, None), (self.incidents, None), (self.sign, 366)])
        column(stretched(top), self.difference, self.queue, self.signed, foot, gap=12, inside=self._body)
        self.add(stretched(self._body), stretched(self._empty))
        self._body.hide()

    def _listen(self) -> None:
        self.blanks.counted.connect(self._on_counted)
        self.difference.edited.connect(self._on_edited)
        self.difference.recount.clicked.connect(self.blanks.focus_count)
        self.difference.uses.clicked.connect(self._open_uses)
        self.queue.button.clicked.connect(lambda: self.go.emit("register", None))
        self.signed.button.clicked.connect(lambda: self.go.emit("sync", None))
        self.sign.record.clicked.connect(lambda: self._write(Paper.RECORD))
        self.sign.report.clicked.connect(lambda: self._write(Paper.REPORT))
        self.sign.sign_button.clicked.connect(self._ask_pin)
        self.signing.signed.connect(self._drafts.drop)
        self.signing.signed.connect(self.shown)
        self.signing.refused.connect(self._on_refused)
        bind(self, "Ctrl+U", self._recount)
        bind(self, "Ctrl+P", self.sign.record.click)

    def _show(self, view: CloseView | None) -> None:
        before = self._view.shift.id if self._view is not None else ""
        is_first, self._view = self._view is None, view
        self._body.setVisible(view is not None)
        self._empty.setVisible(view is None)
        self.primary = self.sign.sign_button if view is not None and view.is_open else None
        if view is None:
            self._slot.set_text("")
            return
        if not view.is_open or before != view.shift.id:
            self._take(view.answers)
        self._show_again()
        self.header_changed.emit()
        if is_first and self.isVisible():
            # Only now is there something that the focus can go to.
            self.shown()

    def _take(self, answers: Answers) -> None:
        """What was counted and told before, from the draft or the signed document."""
        self._answers = answers
        self.blanks.field.set_number(answers.counted)
        self.difference.note.set_value(answers.note)

    def _show_again(self) -> None:
        view, now = self._view, self._context.clock.now_utc()
        if view is None:
            return
        self._slot.set_text(self._day_sum(view, now))
        self.people.show_figures(view)
        self.blanks.show_figures(view, self._answers, self._counter(view))
        self.cards.show_figures(view)
        self.team.show_rows(team_rows(view), tr("{n} orang", n=len(view.shown.present)))
        ended = moment(view.closing.at) if view.closing is not None else now
        self.incidents.show_rows(incident_rows(view, ended), "")
        self._show_middle(view)
        self._show_sign(view)

    def _show_middle(self, view: CloseView) -> None:
        still_open = view.shown.people.still_open
        differs = bool(view.shown.blanks(self._answers.counted).difference)
        self.queue.setVisible(view.is_open and still_open > 0)
        self.difference.setVisible(view.is_open and not still_open and differs)
        self.signed.setVisible(not view.is_open)
        if still_open:
            self.queue.show_queue(view.queue, still_open)
        elif differs and view.is_open:
            self.difference.show_difference(view, self._answers)
            self.difference.reason.set_value(self._answers.reason or None)
        if view.closing is not None:
            at = self._clock(moment(view.closing.at))
            title = tr("{shift} sudah ditutup dan ditandatangani", shift=view.shift.name)
            who = tr("Penutupan ke-{n} · {name}, {time}", n=view.closing.number, name=view.closing.signer_name, time=at)
            text = tr("Angkanya tidak berubah lagi. Yang datang sesudah ini dicatat sebagai tambahan.")
            self.signed.show_signed(title, text, who)

    def _show_sign(self, view: CloseView) -> None:
        may_sign = self._context.user.role in _MAY_SIGN
        self.sign.set_signed(not view.is_open)
        if view.closing is not None:
            said = tr("{name}, {time}", name=view.closing.signer_name, time=self._clock(moment(view.closing.at)))
            self.sign.show_checks([Check(said, "ok")], may_sign=False)
            return
        checks = checklist(view, self._answers)
        if not may_sign:
            checks.append(Check(tr("Hanya ketua tim yang menutup shift"), "err", stops=True))
        self.sign.show_checks(checks, may_sign=may_sign)

    def _day_sum(self, view: CloseView, now: datetime) -> str:
        names = [one.name.removeprefix("Shift ") for one in view.day]
        parts = " + ".join(f"{name} {one.recorded}" for name, one in zip(names, view.day, strict=True))
        total = sum(one.recorded for one in view.day)
        figures = f"{parts} = {total}" if len(view.day) > 1 else parts
        said = tr("{figures} terekam", figures=figures[:1].upper() + figures[1:])
        return tr("{sum} · per {time}", sum=said, time=self._clock(now)) if view.is_open else said

    def _counter(self, view: CloseView) -> str:
        at = f", {self._clock(moment(self._answers.counted_at))}" if self._answers.counted_at else ""
        name = view.closing.signer_name if view.closing is not None else self._context.user.name
        return tr("oleh {name}{time}", name=_short_name(name), time=at)

    def _recount(self) -> None:
        if self._view is not None and self._view.is_open:
            self.blanks.focus_count()

    def _on_counted(self) -> None:
        number = self.blanks.field.number()
        at = instant(self._context.clock.now_utc()) if number is not None else ""
        self._answers = replace(self._answers, shift_id=self._shift_id(), counted=number, counted_at=at)
        self._changed()

    def _on_edited(self) -> None:
        reason, note = self.difference.reason.value() or "", self.difference.note.value()
        self._answers = replace(self._answers, shift_id=self._shift_id(), reason=reason, note=note)
        self._changed()

    def _changed(self) -> None:
        self._drafts.touch()
        self._show_again()

    def _shift_id(self) -> str:
        return self._view.shift.id if self._view is not None else ""

    def _kept(self) -> str:
        return msgspec.json.encode(self._answers).decode()

    def _open_uses(self) -> None:
        view, store = self._view, self._context.store
        if view is None:
            return
        self._drawer.open_drawer()
        self._run(
            lambda: store.query(blank_uses, view.shift.id),
            lambda uses: self.uses.show_uses(uses, view.shift.time_zone),
        )

    def _command(self, view: CloseView) -> CloseShift:
        answers, regions = self._answers, self._context.regions
        differs = bool(view.shown.blanks(answers.counted).difference)
        village, district = regions.by_code(view.shift.village), regions.by_code(view.shift.village[:8])
        return CloseShift(
            view.shift.id,
            answers.counted,
            answers.reason if differs else "",
            answers.note.strip() if differs else "",
            village_name=village.name if village else "",
            district_name=district.name if district else "",
        )

    def _ask_pin(self) -> None:
        view = self._view
        if view is not None and view.is_open:
            self.signing.ask(self._command(view), view.shift.name)

    def _on_refused(self, error: RuleError) -> None:
        """Beside the field it is about, if there is one on the page."""
        fields = {"counted": self.blanks.field, "reason": self.difference.reason, "note": self.difference.note}
        if not show_problems(fields, error):
            self._context.messages.show_error(error)
        self.refresh()

    def _write(self, *papers: Paper) -> None:
        view = self._view
        if view is None:
            return
        closing = view.closing
        if closing is None and view.figures is not None:
            now = instant(self._context.clock.now_utc())
            closing = preview_of(view.figures, self._command(view), self._context.user.name, now)
        if closing is not None:
            self.signing.write(closing, *papers)

    def _clock(self, at: datetime) -> str:
        zone = self._view.shift.time_zone if self._view is not None else "UTC"
        return clock(at_site(at, zone))

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._context.lanes.run("store", work, done, self._context.messages.show_failure, self)


def _short_name(name: str) -> str:
    """First name and initial: Rina W."""
    first, _, rest = name.partition(" ")
    return f"{first} {rest[0]}." if rest else first
