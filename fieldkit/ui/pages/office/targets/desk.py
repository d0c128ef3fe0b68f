"""The desk of targets: places in their turn, their targets, sheets for camat and lurah, and where to go next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from fieldkit.domain.lists.ranking import Order
from fieldkit.domain.roles import HEADS, PLANNERS
from fieldkit.store.drafts import draft
from fieldkit.store.queries.targets.page import TargetsView, targets_view
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count, day_long
from fieldkit.ui.forms.signing import PinSigning, Question
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.form_desk import FormDesk
from fieldkit.ui.pages.office.targets.figures import TargetFigures, is_signed
from fieldkit.ui.pages.office.targets.forms import TargetForm, about_place, about_total
from fieldkit.ui.pages.office.targets.places import PlaceRow, all_villages, districts, villages, whole
from fieldkit.ui.pages.office.targets.places_card import PlacesCard
from fieldkit.ui.pages.office.targets.sheets import SheetDrawer
from fieldkit.ui.pages.office.targets.side import TargetSide
from fieldkit.ui.places import district_name
from fieldkit.ui.widgets.buttons import bind
from fieldkit.work.instants import at_site
from fieldkit.work.targets.setting import SetTarget, ShareOut, Written, set_target, share_out, take_back_target
from fieldkit.work.targets.signing import sign_targets

_EVERYWHERE = "*"
"""All villages of the regency, in the place of one district."""


class TargetsDesk(FormDesk):
    """Targets, worked from the keyboard."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._view: TargetsView | None = None
        self._order, self._within = Order.REMAINDER, ""
        role = context.user.role
        self.figures, self.places = TargetFigures(), PlacesCard()
        self.side = TargetSide(may_plan=role in PLANNERS, may_sign=role in HEADS)
        self.signing, self.sheets = PinSigning(context, self), SheetDrawer(context, self)
        self.target_form = TargetForm("target", tr("Tetapkan"))
        self.share_form = TargetForm("share", tr("Bagi"))
        self._add_form(self.target_form, tr("Target"), self._save_target)
        self._add_form(self.share_form, tr("Bagi target daerah"), self._save_shares)
        self._arrange(self.places, self.places.table, self.side, 360, over=(self.figures,))
        self._listen()

    def subtitle(self) -> str:
        """The day that the figures are of."""
        return tr("per {day}", day=day_long(self._today()))

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the desk."""
        return [
            (tr("Enter"), tr("Dari kecamatan ke desa/kelurahannya")),
            ("1 / 8", tr("Tetapkan, bagi, cabut, jadwalkan, lembar, urutan, semua desa, tanda tangani")),
            ("Ctrl+Enter", tr("Langkah berikut; di isian: simpan")),
            ("Ctrl+J", tr("Ke tindakan")),
            ("Ctrl+Backspace", tr("Urungkan yang baru dicatat")),
        ]

    def refresh(self) -> None:
        """Ask for everything again."""
        store, today = self._context.store, self._today().isoformat()
        self._context.ask(self, lambda: store.query(targets_view, today), self._show)

    def step_out(self) -> bool:
        """Out of a drawer, then from villages to districts."""
        if self.sheets.step_out() or super().step_out():
            return True
        if not self._within:
            return False
        self._go_within("", select=self._within)
        return True

    def _listen(self) -> None:
        self.places.table.selected_row.connect(self._on_selected)
        self.places.table.activated_row.connect(self._enter)
        self.side.acts.picked.connect(self._do)
        self.sheets.closed.connect(lambda: self.fill_button(None))
        for digit, name in enumerate(self.side.names(), start=1):
            bind(self.places.table, str(digit), partial(self._do, name))

    def _show(self, view: TargetsView) -> None:
        self._view = view
        self.figures.show_view(view, self._today())
        self.places.show_places(self._title(), self._rows(view), self._order)
        self._on_selected(self.places.table.selected())
        self.header_changed.emit()

    def _rows(self, view: TargetsView) -> Sequence[PlaceRow]:
        regions = self._context.regions
        if self._within == _EVERYWHERE:
            return all_villages(view, regions, self._order)
        return (
            villages(view, regions, self._order, self._within)
            if self._within
            else districts(view, regions, self._order)
        )

    def _title(self) -> str:
        if self._within == _EVERYWHERE:
            return tr("Semua desa/kelurahan")
        return district_name(self._context.regions, self._within) if self._within else tr("Kecamatan")

    def _today(self) -> date:
        return self._now().date()

    def _now(self) -> datetime:
        zone = self._view.time_zone if self._view is not None else self._context.home_zone
        return at_site(self._context.clock.now_utc(), zone)

    def _on_selected(self, row: PlaceRow | None) -> None:
        if self._view is not None:
            following, signed = self._next_village(row), is_signed(self._view)
            self.side.show_place(row, following, is_signed=signed)
            self.lead(*self._next_step(self._view, row, following))

    def _next_step(
        self, view: TargetsView, row: PlaceRow | None, following: PlaceRow | None
    ) -> tuple[str, Callable[[], None]]:
        role = self._context.user.role
        if role in HEADS and view.targets and not is_signed(view):
            return tr("Tanda tangani target"), self._sign
        if role not in PLANNERS or row is None:
            return tr("Buat lembar"), self._open_sheets
        if row.target is None:
            return tr("Tetapkan target"), self._open_target
        if following is not None:
            return tr("Jadwalkan"), self._plan
        return tr("Buat lembar"), self._open_sheets

    def _enter(self, row: PlaceRow | None) -> None:
        if row is not None and row.is_district:
            self._go_within(row.id)

    def _go_within(self, district: str, *, select: str = "") -> None:
        self._within = district
        if self._view is None:
            return
        self.places.show_places(self._title(), self._rows(self._view), self._order, select)
        self._on_selected(self.places.table.selected())
        self.shown()

    def _do(self, which: str) -> None:
        if self.form_over is not None:
            return
        acts: dict[str, Callable[[], None]] = {
            "set": self._open_target,
            "share": self._open_shares,
            "take_back": self._take_back,
            "plan": self._plan,
            "sheet": self._open_sheets,
            "order": self._turn_order,
            "everywhere": self._everywhere,
            "sign": self._sign,
        }
        acts[which]()

    def _next_village(self, row: PlaceRow | None) -> PlaceRow | None:
        """The village itself, or the one of a district where people are left that comes first."""
        if row is None or self._view is None or not row.is_district:
            return row
        inside = villages(self._view, self._context.regions, self._order, row.id)
        return next((each for each in inside if each.numbers.left), None)

    def _plan(self) -> None:
        village = self._next_village(self.places.table.selected())
        if village is not None:
            self.go.emit("schedule", village.id)

    def _open_sheets(self) -> None:
        row = self.places.table.selected()
        if row is not None and self._view is not None:
            self.sheets.open(self._view, row)
            self.fill_button(self.sheets.first())

    def _turn_order(self) -> None:
        self._order = Order.SITE if self._order is Order.REMAINDER else Order.REMAINDER
        row = self.places.table.selected()
        self._go_within(self._within, select=row.id if row is not None else "")

    def _everywhere(self) -> None:
        self._go_within("" if self._within == _EVERYWHERE else _EVERYWHERE)

    def _open_target(self) -> None:
        row = self.places.table.selected()
        if row is None:
            return
        quantity = row.target.quantity if row.target is not None else None
        until = row.target.until if row.target is not None else self._usual_until()
        self._fill(self.target_form, f"target {row.id}", about_place(row), quantity, until)

    def _open_shares(self) -> None:
        if self._view is None:
            return
        numbers = whole(self._view)
        about = about_total(numbers.recorded, numbers.reachable)
        self._fill(self.share_form, "target_share", about, None, self._usual_until())

    def _usual_until(self) -> date | None:
        """The day that most targets have already, or the day before the vote."""
        days = [each.until for each in self._view.targets.values() if each.until] if self._view is not None else []
        if days:
            return max(set(days), key=days.count)
        vote = self._view.vote_day if self._view is not None else None
        return date.fromordinal(vote.toordinal() - 1) if vote is not None else None

    def _fill(self, form: TargetForm, kind: str, about: str, quantity: int | None, until: date | None) -> None:
        store, user = self._context.store, self._context.user.id
        form.fill(about, quantity, until, store.query(draft, user, kind))
        self._saver.begin(form, kind)
        self._open(form)

    def _save_target(self) -> None:
        row, form, store = self.places.table.selected(), self.target_form, self._context.store
        if row is None:
            return
        command = SetTarget(row.id, form.quantity.number(), form.until.date())
        title = tr("Target {name}: {n} orang", name=row.name, n=count(command.quantity or 0))
        self._saver.save(form, lambda: store.execute(set_target, command), lambda done: self._done(title, done))

    def _save_shares(self) -> None:
        form, store = self.share_form, self._context.store
        command = ShareOut(form.quantity.number(), form.until.date())
        self._saver.save(
            form,
            lambda: store.execute(share_out, command),
            lambda done: self._done(tr("Target dibagi ke {n} tempat", n=count(done.places)), done),
        )

    def _take_back(self) -> None:
        row, store = self.places.table.selected(), self._context.store
        if row is None:
            return
        title = tr("Target {name} dicabut", name=row.name)
        work = partial(store.execute, take_back_target, row.id)
        self._context.ask(self, work, lambda done: self._done(title, done))

    def _done(self, title: str, written: Written) -> None:
        self._close_forms()
        told = tr("Menunggu tanda tangan kepala dinas.")
        self._context.done(title, told, inverse=written.inverse, undone=tr("Target seperti semula"))
        self.shown()

    def _sign(self) -> None:
        if self._view is None:
            return
        question = Question(
            tr("Tanda tangani {n} target", n=count(len(self._view.targets))),
            tr("Semua target seperti tampil sekarang. Yang diubah sesudah ini ditandatangani lagi."),
            tr("Tanda tangani"),
        )
        store = self._context.store
        self.signing.ask(question, lambda signer: store.execute(sign_targets, signer), lambda _id: self._signed())

    def _signed(self) -> None:
        self._context.messages.done(tr("Target ditandatangani"), tr("Lembar untuk camat dan lurah kini menyebutnya."))
