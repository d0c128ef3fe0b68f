"""Close the shift: count, explain, sign; and print what was signed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import msgspec
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.roles import LEADS
from fieldkit.store.queries.closing.draft import CLOSING_DRAFT, OLDER_DRAFT, Answers
from fieldkit.store.queries.stock.balances import blank_uses
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drafts import DraftKeeper
from fieldkit.ui.language import tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.pages.close_shift.acts import close_act
from fieldkit.ui.pages.close_shift.after_panel import AfterPanel
from fieldkit.ui.pages.close_shift.balance_cards import Balances
from fieldkit.ui.pages.close_shift.difference import Middle
from fieldkit.ui.pages.close_shift.documents import Paper, closing_command, preview_of
from fieldkit.ui.pages.close_shift.drawer_acts import DrawerActs
from fieldkit.ui.pages.close_shift.extras import ExtrasPanel
from fieldkit.ui.pages.close_shift.gap import gap_of
from fieldkit.ui.pages.close_shift.others import Others, nothing_to_close
from fieldkit.ui.pages.close_shift.people import Foot
from fieldkit.ui.pages.close_shift.sign import Signature
from fieldkit.ui.pages.close_shift.signing import Act, Signing
from fieldkit.ui.pages.close_shift.team_panel import TeamPanel
from fieldkit.ui.pages.close_shift.uses import UsesPanel
from fieldkit.ui.pages.close_shift.verdict import Check, checklist
from fieldkit.ui.pages.close_shift.view import CloseView, close_view
from fieldkit.ui.pages.close_shift.wording import counted_by, day_sum, occasion, signed_by, why_not_again
from fieldkit.ui.shell.page import Page
from fieldkit.ui.theme.look import look
from fieldkit.ui.usb import UsbRoad
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.flow import Fitted
from fieldkit.ui.widgets.late_drawer import LateDrawer
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.work.closing.table import CloseShift
from fieldkit.work.instants import at_site, instant, moment

_EVERY_MS: Final = 20_000
_LOW_WINDOW: Final = 660
"""Below this height, in pixels at 100 %, the middle scrolls and the bar with the filled button stays."""


class CloseShiftPage(Page):
    """People, blanks and cards side by side; below them what does not add up, and the signature."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Tutup shift")
        self._context = context
        self._view: CloseView | None = None
        self._answers = Answers()
        self.signing = Signing(context, self)
        self._present_draft = DraftKeeper(context, CLOSING_DRAFT, self._kept, self)
        self._older_draft = DraftKeeper(context, OLDER_DRAFT, self._kept, self)
        self._make_parts()
        self._arrange()
        self._listen()
        self._tick = QTimer(self, interval=_EVERY_MS)
        self._tick.timeout.connect(self._show_again)
        self._tick.start()

    def subtitle(self) -> str:
        """Village, day, shift, and from when to when."""
        view, now = self._view, self._context.clock.now_utc()
        return occasion(view, self._context.regions, now) if view is not None else ""

    def header_slot(self) -> QWidget:
        """The sum of the day, and the way to other shifts and back."""
        return self.others.head

    def keys(self) -> list[tuple[str, str]]:
        """Keys of this page."""
        return [
            ("Ctrl+U", tr("Hitung ulang blangko")),
            ("Ctrl+J", tr("Catatan dan layanan lain")),
            ("Ctrl+Enter", tr("Tutup dan tanda tangani, dengan PIN")),
            ("Ctrl+P", tr("Simpan berita acara")),
            ("Ctrl+M", tr("Meja lain dan penutupan tim")),
            ("Ctrl+O", tr("Ambil kiriman meja lain dari USB")),
            ("Ctrl+B", tr("Buka lagi, atau koreksi")),
            ("Ctrl+G", tr("Shift lain")),
        ]

    def refresh(self) -> None:
        """Ask for the figures."""
        store, user, chosen = self._context.store, self._context.user.id, self.others.shift_id
        self._context.ask(self, lambda: store.query(close_view, user, chosen), lambda view: self._show(view, chosen))

    def shown(self) -> None:
        """To the count, which nobody else can give, and then to what stands in the way of the signature."""
        if self._view is None:
            # A button that is disabled when the figures come would send the focus on, past every part of the window.
            super().shown()
        elif self._view.is_open and self._answers.counted is None:
            self.blanks.focus_count()
        else:
            self._next_step().setFocus()

    def _go_on(self) -> None:
        """Enter: to the other count, and then to what stands in the way of the signature."""
        if self._answers.counted is None:
            self.blanks.focus_count()
        elif self._answers.held is None and self.cards.field.line.isVisible():
            self.cards.focus_count()
        else:
            self._next_step().setFocus()

    def _next_step(self) -> QWidget:
        count_stands = self._view is not None and self._view.count_stands
        if self.queue.isVisible():
            return self.queue.button
        if self.difference.isVisible() and (count_stands or not self._answers.explained):
            return self.difference.reason.combo
        return self.sign.sign_button if self.sign.sign_button.isEnabled() else self.sign.record

    def step_out(self) -> bool:
        """Esc: the drawer, then back to the present shift."""
        was_open = [drawer for drawer in self._drawers if drawer.close()]
        if was_open or not self.others.shift_id:
            return bool(was_open)
        self.others.choose("")
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """What is half typed is safe before another page comes."""
        super().hideEvent(event)
        self._drafts.flush()

    @property
    def _drafts(self) -> DraftKeeper:
        """An older shift that is closed again has its own."""
        is_older = self._view is not None and self._view.is_older
        return self._older_draft if is_older else self._present_draft

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The filled button stays in sight where the window is low."""
        super().resizeEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text makes the window lower."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._settle()

    def _make_parts(self) -> None:
        self.balances, self.middle, self.sign = Balances(), Middle(), Signature()
        self.people, self.blanks, self.cards = self.balances.people, self.balances.blanks, self.balances.cards
        self.difference, self.queue, self.signed = self.middle.difference, self.middle.queue, self.middle.signed
        self.foot, self.others = Foot(self.sign.card), Others(self._context, self)
        self._usb = UsbRoad(self, self._context)
        self._acts = DrawerActs(self._context, self.signing)
        self._empty = nothing_to_close(lambda: self.go.emit("today", None))
        self._make_drawers()

    def _make_drawers(self) -> None:
        closed = self._set_primary
        self.uses = LateDrawer(self, tr("Pemakaian blangko"), UsesPanel, width=460, closed=closed)
        words = tr("Catatan dan layanan lain")
        self.extras = LateDrawer(self, words, self._make_extras, width=400, closed=closed, fill=self._offer_consumables)
        words = tr("Meja lain dan penutupan tim")
        self.team = LateDrawer(self, words, self._make_team, width=820, closed=closed, fill=self._show_team)
        words = tr("Sesudah ditutup")
        self.after = LateDrawer(self, words, self._make_after, width=440, closed=closed, fill=self._show_after)
        self._drawers = (self.uses, self.others.drawer, self.extras, self.team, self.after)

    def _make_extras(self) -> ExtrasPanel:
        panel = ExtrasPanel()
        panel.take(self._answers)
        panel.edited.connect(self._on_extras)
        panel.finished.connect(self.extras.close)
        return panel

    def _make_team(self) -> TeamPanel:
        panel = TeamPanel()
        panel.taking.connect(self._usb.take)
        self._acts.listen_to_team(panel)
        return panel

    def _make_after(self) -> AfterPanel:
        panel = AfterPanel()
        self._acts.listen_to_after(panel)
        return panel

    def _arrange(self) -> None:
        figures = QWidget()
        column(self.others.reopened, stretched(self.balances), *self.middle.parts(), self.foot, gap=10, inside=figures)
        self._body = QWidget()
        column(stretched(Fitted(figures, gutter=6)), self.sign.bar, gap=12, inside=self._body)
        self.add(stretched(self._body), stretched(self._empty))
        self._body.hide()

    def _settle(self) -> None:
        low = self.window().height() * 100 / look().scale.percent < _LOW_WINDOW
        self.sign.settle(low=low)
        self.foot.settle(low=low)

    def _listen(self) -> None:
        self.blanks.counted.connect(self._on_counted)
        self.difference.edited.connect(self._on_edited)
        self.cards.counted.connect(lambda: self._change(replace(self._answers, held=self.cards.field.number())))
        for field in (self.blanks.field, self.cards.field, self.difference.note):
            field.entered.connect(self._go_on)
        self.difference.recount.clicked.connect(self._recount)
        self.difference.uses.clicked.connect(self._open_uses)
        self.queue.button.clicked.connect(lambda: self.go.emit("register", None))
        self.signed.button.clicked.connect(lambda: self.go.emit("sync", None))
        self.foot.add_button.clicked.connect(self._open_extras)
        self._listen_to_drawers()
        self.sign.record.clicked.connect(lambda: self._write(Paper.RECORD))
        self.sign.report.clicked.connect(lambda: self._write(Paper.REPORT))
        self.sign.sign_button.clicked.connect(self._ask_pin)
        self.sign.bar.wanted.connect(self._go_to)
        self.signing.signed.connect(self._on_signed)
        self.signing.refused.connect(self._on_refused)
        for keeper in (self._present_draft, self._older_draft):
            keeper.kept.connect(self._on_kept)
        bind(self, "Ctrl+U", self._recount)
        bind(self, "Ctrl+J", self.foot.add_button.click)
        bind(self, "Ctrl+P", self.sign.record.click)
        bind(self, "Ctrl+M", self._open_team)
        bind(self, "Ctrl+O", self._usb.take)
        bind(self, "Ctrl+B", self._open_after)
        bind(self, "Ctrl+G", self.others.ask)

    def _listen_to_drawers(self) -> None:
        self.foot.team_button.clicked.connect(self._open_team)
        self.signed.team.clicked.connect(self._open_team)
        self.signed.after.clicked.connect(self._open_after)
        self.others.chosen.connect(self._on_chosen)
        self.others.opened.connect(self._set_primary)
        self.others.closed.connect(self._set_primary)

    def _show(self, view: CloseView | None, chosen: str) -> None:
        if chosen != self.others.shift_id:
            # Another one was chosen meanwhile, and its figures are on their way.
            return
        before = self._view.shift.id if self._view is not None else ""
        is_other = self._view is None or view is None or self._view.is_open != view.is_open
        is_other = is_other or view is None or before != view.shift.id
        self._view = view
        self.others.show_view(view)
        self._body.setVisible(view is not None)
        self._empty.setVisible(view is None)
        self._set_primary()
        if view is None:
            self.others.sum.set_text("")
            return
        if is_other or not view.is_open:
            self._take(view.answers)
        was_at_queue = self.queue.button.hasFocus()
        self._show_again()
        self.header_changed.emit()
        if (is_other or was_at_queue) and self.isVisible():
            # Only now is there what the focus can go to; nobody waits any more, or the same button has it again.
            self.shown()

    def _set_primary(self) -> None:
        """What Ctrl+Enter presses: the filled button of the drawer that is open, or else that of the page."""
        if self.others.drawer.is_open:
            self.primary = None
        elif self.extras.is_open:
            self.primary = self.extras.panel.done_button
        elif self.team.is_open:
            self.primary = self.team.panel.sign_button
        elif self.after.is_open:
            self.primary = self.after.panel.done_button
        else:
            is_open = self._view is not None and self._view.is_open
            self.primary = self.sign.sign_button if is_open else None

    def _take(self, answers: Answers) -> None:
        """What was counted and told before, from the draft or the signed document."""
        self._answers = answers
        self.blanks.field.set_number(answers.counted)
        self.cards.field.set_number(answers.held)
        self.difference.note.set_value(answers.note)
        if self.extras.made is not None:
            self.extras.made.take(answers)

    def _show_again(self) -> None:
        view, now = self._view, self._context.clock.now_utc()
        if view is None:
            return
        self.others.sum.set_text(day_sum(view, now))
        self.balances.show_figures(view, self._answers, counted_by(view, self._answers, self._context.user.name))
        today, may_sign = at_site(now, view.shift.time_zone).date(), self._context.user.role in LEADS
        self.middle.show_view(view, self._answers, why_not_again(view, self._context.user.role, today))
        self.others.reopened.show_view(view, may_close=may_sign)
        ended = moment(view.closing.at) if view.closing is not None else now
        self.foot.show_view(view, self._answers, ended)
        self._show_sign(view)
        self._acts.show_view(view)
        for drawer in (self.extras, self.team, self.after):
            drawer.fill()

    def _offer_consumables(self, panel: ExtrasPanel) -> None:
        if self._view is not None:
            panel.offer_consumables([name for name, _, _ in self._view.shown.consumables])

    def _show_team(self, panel: TeamPanel) -> None:
        view, may_sign = self._view, self._context.user.role in LEADS
        if view is not None:
            panel.show_team(view.team, view.shift, is_closed=view.standing.is_closed, may_sign=may_sign)

    def _show_after(self, panel: AfterPanel) -> None:
        view = self._view
        if view is not None:
            today = at_site(self._context.clock.now_utc(), view.shift.time_zone).date()
            panel.show_view(view, self._context.user.role, today)

    def _show_sign(self, view: CloseView) -> None:
        self.sign.set_signed(not view.is_open)
        if not view.is_open:
            self.sign.show_checks([Check(signed_by(view), "ok")], may_sign=False)
            return
        may_sign = self._context.user.role in LEADS
        checks = checklist(view, self._answers)
        if not may_sign:
            checks.append(Check(tr("Hanya ketua tim yang menutup shift"), "err", stops=True))
        if view.hindrance is not None:
            checks.append(Check(tr("Catatan shift ini belum lengkap di sini"), "err", stops=True))
        self.sign.show_checks(checks, may_sign=may_sign)

    def _recount(self) -> None:
        if self._view is not None and self._view.is_open:
            gap = gap_of(self._view.shown, self._answers)
            if self._view.count_stands and (gap is None or gap.is_of_blanks):
                self.difference.reason.combo.setFocus()
                return
            (self.cards if gap is not None and not gap.is_of_blanks else self.blanks).focus_count()

    def _go_to(self, problem: str) -> None:
        """To where a problem is mended; what is below the fold comes into sight with the focus."""
        parts: dict[str, QWidget] = {
            "still_open": self.queue.button,
            "not_counted": self.blanks.field.line,
            "counted_negative": self.blanks.field.line,
            "note_missing": self.difference.note.line,
        }
        parts.get(problem, self.difference.reason.combo).setFocus()

    def _on_counted(self) -> None:
        number = self.blanks.field.number()
        at = instant(self._context.clock.now_utc()) if number is not None else ""
        self._change(replace(self._answers, counted=number, counted_at=at))

    def _on_edited(self) -> None:
        reason, note = self.difference.reason.value() or "", self.difference.note.value()
        self._change(replace(self._answers, reason=reason, note=note))

    def _on_extras(self) -> None:
        self.extras.panel.bar.set_draft("")
        self._change(self.extras.panel.added_to(self._answers))

    def _change(self, answers: Answers) -> None:
        shift_id = self._view.shift.id if self._view is not None else ""
        self._answers = replace(answers, shift_id=shift_id)
        self._drafts.touch()
        self._show_again()

    def _kept(self) -> str:
        return msgspec.json.encode(self._answers).decode()

    def _on_kept(self) -> None:
        if self.extras.made is not None:
            self.extras.made.bar.set_draft(tr("Draf aman"))
        self.status_changed.emit()

    def _open_uses(self) -> None:
        view, store = self._view, self._context.store
        if view is None:
            return
        panel = self.uses.open()
        self._context.ask(
            self,
            lambda: store.query(blank_uses, view.shift.id),
            lambda uses: panel.show_uses(uses, view.shift.time_zone),
        )

    def _open_extras(self) -> None:
        self.extras.open()
        self._set_primary()

    def _command(self, view: CloseView) -> CloseShift:
        return closing_command(view, self._answers, self._context.regions)

    def _ask_pin(self) -> None:
        view = self._view
        if view is not None and view.is_open:
            self.signing.ask(close_act(self._command(view), view.shift.name))

    def _on_signed(self, act: Act) -> None:
        if isinstance(act.command, CloseShift):
            self._drafts.drop()
        self._forget_words_after()
        self.team.close()
        self.after.close()
        self.shown()

    def _forget_words_after(self) -> None:
        if self.after.made is not None:
            self.after.made.clear()

    def _on_chosen(self) -> None:
        """Another shift, or the present one again."""
        self._drafts.flush()
        for drawer in self._drawers:
            drawer.close()
        self._forget_words_after()
        self.refresh()

    def _open_team(self) -> None:
        if self._view is not None:
            self.team.open()
            self._set_primary()

    def _open_after(self) -> None:
        if self._view is not None and self._view.closings:
            self.after.open()
            self._set_primary()

    def _on_refused(self, error: RuleError) -> None:
        """Beside the field it is about, if there is one on the page."""
        fields: dict[str, Findings] = {
            "counted": self.blanks.field,
            "reason": self.difference.reason,
            "note": self.difference.note,
        }
        if self.after.is_open:
            fields |= {"reason": self.after.panel.reason, "correction": self.after.panel.correction}
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
            self.signing.write(closing, view.beside, *papers)
