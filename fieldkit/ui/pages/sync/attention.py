"""The drawer of what must be decided: the list with reasons, and the form in which who leads settles a case."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.roles import LEADS, may_settle
from fieldkit.store.drafts import draft
from fieldkit.store.queries.contested import Contested, contested
from fieldkit.store.queries.settlements import Settled, settled
from fieldkit.store.queries.syncing import AttentionRow
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.forms.drawer_form import FormSaver
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.settle_form import SettleForm
from fieldkit.ui.pages.sync.wording import reason_text, record_name, verdict_badge
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Badge, Label
from fieldkit.ui.widgets.late_drawer import LateDrawer
from fieldkit.ui.widgets.layouts import column, drop, row, stretched
from fieldkit.ui.widgets.reading import Reading
from fieldkit.work.cases import settle_case
from fieldkit.work.clashes import Holds, settle_clash
from fieldkit.work.table.looks import Look, Seen, note_look

_MOST_DIGITS: Final = 9


class AttentionList(QWidget):
    """All that must be decided, with reasons; who leads opens a case by its digit."""

    picked = Signal(str)
    """The id of a case that is to be settled."""

    def __init__(self, *, role: str) -> None:
        super().__init__()
        self._role = role
        self._box = column(gap=8)
        inner = QWidget()
        column(self._box, None, inside=inner)
        kept = tr(
            "Semua catatan ini tersimpan di laptop, yang sudah terkirim juga di pusat. Ketua tim atau kantor yang "
            "memutuskan."
        )
        other = "" if role in LEADS else tr("Untuk memutuskan di laptop ini, minta ketua tim masuk.")
        lines = [Label(words, "body", wrap=True) for words in (kept, other) if words]
        # The digits are live as soon as the drawer is open, and the arrows scroll.
        scrolled = Reading(inner, name=tr("Perlu diputuskan"))
        self.setFocusProxy(scrolled)
        column(*lines, stretched(scrolled), gap=10, inside=self)
        self._cards: list[QWidget] = []
        self._keys: list[QShortcut] = []
        self._places: dict[tuple[int, str], int] = {}
        """Digits as they were given, 0 where there is none, in the order of the cards."""

    def show_rows(self, rows: Sequence[AttentionRow], *, is_read: bool) -> None:
        """Show these, newest first. Digits under which somebody reads them stay: what is new goes to the end."""
        self._clear()
        if not is_read:
            self._places = {}
        for each in rows:
            self._places.setdefault((each.number, each.case_id), self._next_digit(each))
        by_place = {(each.number, each.case_id): each for each in rows}
        self._cards = [self._card(by_place[at], digit) for at, digit in self._places.items() if at in by_place]
        for card in self._cards:
            self._box.addWidget(card)

    def _next_digit(self, each: AttentionRow) -> int:
        can_settle = bool(each.case_id) and may_settle(each.reason, self._role)
        return max(self._places.values(), default=0) + 1 if can_settle else 0

    def _card(self, each: AttentionRow, digit: int) -> QWidget:
        return _card(each, [self._settle_button(each, digit)] if digit else [])

    def _settle_button(self, each: AttentionRow, digit: int) -> Button:
        pick = partial(self.picked.emit, each.case_id)
        if digit > _MOST_DIGITS:
            return Button(tr("Putuskan"), "small", press=pick)
        self._keys.append(bind(self, str(digit), pick))
        return Button(tr("Putuskan"), "small", key=str(digit), press=pick)

    def _clear(self) -> None:
        for card in self._cards:
            drop(self._box, card)
        for key in self._keys:
            key.setParent(None)
            key.deleteLater()
        self._cards, self._keys = [], []


class _Panel(QWidget):
    """The list, or the form over it; Esc goes back to the list first."""

    def __init__(self, entries: AttentionList, form: SettleForm) -> None:
        super().__init__()
        self.form, self.entries = form, entries
        self._stack = QStackedWidget()
        for view in (entries, form):
            self._stack.addWidget(view)
        column(stretched(self._stack), inside=self)
        self.setFocusProxy(entries)

    def is_form_open(self) -> bool:
        """Whether a case is being settled."""
        return self._stack.currentWidget() is self.form

    def show_form(self, on: bool) -> None:
        """The form, or the list."""
        self._stack.setCurrentWidget(self.form if on else self.entries)
        if on:
            self.form.focus_first()
        else:
            self.entries.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form first, and the drawer after that."""
        if event.key() == Qt.Key.Key_Escape and self.is_form_open():
            self.form.cancelled.emit()
        else:
            super().keyPressEvent(event)


class AttentionDrawer(QObject):
    """Opens over the page, and knows which case is being settled."""

    primary_changed = Signal()
    settled = Signal()

    def __init__(self, context: Context, page: QWidget, *, width: int) -> None:
        super().__init__(page)
        self._context, self._user = context, UserId(context.user.id)
        self._rows: tuple[AttentionRow, ...] = ()
        self._saver = FormSaver(context, self)
        self._case, self._time_zone = "", "UTC"
        words = tr("Perlu diputuskan")
        self._drawer = LateDrawer(page, words, self._make, width=width, closed=self._back, name="attention_drawer")

    @property
    def primary(self) -> Button | None:
        """The filled button of what is shown; none while no case is being settled."""
        return self._form.save_button if self._case else None

    def show_rows(self, rows: Sequence[AttentionRow], time_zone: str) -> None:
        """Show these, with times as the clock of the site; a form that is open stays while its case does."""
        self._time_zone = time_zone
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        if self._drawer.made is not None:
            self._drawer.made.entries.show_rows(rows, is_read=self._drawer.is_open)
        if self._case:
            self._follow(self._case)
        elif not rows:
            self._drawer.close()

    def open(self) -> None:
        """Over the page, where there is anything."""
        if not self._rows:
            return
        if not self._drawer.is_open:
            self._drawer.panel.entries.show_rows(self._rows, is_read=False)
        self._drawer.open()

    def step_out(self) -> bool:
        """Out of the form, and after that out of the drawer; False where it is not open."""
        if not self._drawer.is_open:
            return False
        if self._case:
            self._back()
        else:
            self._drawer.close()
        return True

    @property
    def _form(self) -> SettleForm:
        return self._drawer.panel.form

    def _make(self) -> _Panel:
        user = self._context.user
        form, entries = SettleForm(user.name, self._context.regions), AttentionList(role=user.role)
        entries.picked.connect(self._pick)
        form.cancelled.connect(self._back)
        form.saved.connect(self._save)
        form.edited.connect(self._saver.touch)
        return _Panel(entries, form)

    def _pick(self, case_id: str) -> None:
        store, kind = self._context.store, _draft_kind(case_id)

        def read() -> tuple[str | None, Contested | None]:
            return store.query(draft, self._user, kind), store.query(contested, case_id)

        self._context.ask(self, read, lambda found: self._open_form(case_id, *found))

    def _open_form(self, case_id: str, kept: str | None, values: Contested | None) -> None:
        about = self._row_of(case_id)
        if not self._drawer.is_open or about is None:
            return
        self._case = case_id
        self._form.fill(about, values, self._time_zone, kept)
        self._note_looks(values)
        self._saver.begin(self._form, _draft_kind(case_id))
        self._show_form(on=True)

    def _note_looks(self, values: Contested | None) -> None:
        """A contested number is shown whole, to be compared with the paper: who saw it is written down."""
        store, shown = self._context.store, {each.field for each in values.fields} if values else set()
        for seen in {Seen.NIK, Seen.KK} & shown:
            look = Look(values.resident_id if values else "", Seen(seen))
            self._context.ask(self, partial(store.execute, note_look, look), lambda _id: None)

    def _row_of(self, case_id: str) -> AttentionRow | None:
        return next((each for each in self._rows if each.case_id == case_id), None)

    def _follow(self, case_id: str) -> None:
        """The form stays as it is typed; where its case was settled elsewhere it says so, and saves nothing more."""
        if self._row_of(case_id) is not None:
            self._form.wait_again()
            return
        store = self._context.store

        def show(found: Settled | None) -> None:
            if self._case == case_id and self._row_of(case_id) is None:
                self._form.show_settled(found)

        self._context.ask(self, lambda: store.query(settled, case_id), show)

    def _back(self) -> None:
        """To the list, where there is one; what was typed is kept."""
        self._saver.rest()
        if self._case:
            self._case = ""
            self._show_form(on=False)
            if not self._rows:
                self._drawer.close()

    def _show_form(self, *, on: bool) -> None:
        self._drawer.offer_close(on=not on)
        self._drawer.panel.show_form(on=on)
        self.primary_changed.emit()

    def _save(self) -> None:
        try:
            decision, note = self._form.answers()
        except RuleError as error:
            self._form.show_problems(error)
            return
        case_id, store = self._case, self._context.store

        def work() -> str:
            if isinstance(decision, Holds):
                return store.execute(settle_clash, case_id, decision, note)
            return store.execute(settle_case, case_id, decision, note)

        self._saver.save(self._form, work, self._on_saved)

    def _on_saved(self, _settlement: str) -> None:
        self._back()
        self._context.messages.done(
            tr("Keputusan tercatat"),
            tr("Aman di laptop ini, dikirim saat ada jaringan. Catatan aslinya tetap utuh."),
        )
        self.settled.emit()


def _card(each: AttentionRow, buttons: Sequence[Button]) -> QWidget:
    card = Card(gap=6)
    number = Label(tr("perubahan ke-{n}", n=count(each.number)) if each.number else tr("ditemukan pusat"), "hint")
    card.add(
        Label(record_name(each), "strong", wrap=True),
        Label(reason_text(each), "body", wrap=True),
        row(Badge(*verdict_badge(each)), number, None, gap=10),
        *(row(None, button) for button in buttons),
    )
    card.setAccessibleName(f"{record_name(each)}. {reason_text(each)}")
    return card


def _draft_kind(case_id: str) -> str:
    return f"settle:{case_id}"
