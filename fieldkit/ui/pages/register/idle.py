"""The middle of the page while no form is open: the last receipt, forms that were begun, the next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.requests.reasons import reason_label
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register.draft import FormState
from fieldkit.ui.pages.register.identity import PersonHead
from fieldkit.ui.pages.register.receipt_card import ReceiptCard
from fieldkit.ui.pages.register.tempo import Tempo
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card, EmptyState, Scrolled, Sunken
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, drop, holder, row, rule, stretched


class Drafts(Sunken):
    """Forms that were begun and not saved; nothing typed is ever lost."""

    resumed = Signal(str)
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=0)
        self.setObjectName("drafts")
        self._rows: list[QWidget] = []
        self.add(Label(tr("Belum disimpan"), "card"), 6)
        self.hide()

    def show_drafts(self, drafts: Sequence[FormState]) -> None:
        """These, last one first."""
        for old in self._rows:
            drop(self.body, old)
        self._rows = []
        for draft in drafts:
            self._append(rule())
            self._append(self._row(draft))
        self.setVisible(bool(drafts))

    def _append(self, part: QWidget) -> None:
        self._rows.append(part)
        self.add(part)

    def _row(self, draft: FormState) -> QWidget:
        name = draft.name.strip() or tr("Warga baru, nama belum diisi")
        reason = say(reason_label(draft.reason)) if draft.reason else tr("keperluan belum dipilih")
        resume = Button(tr("Lanjutkan"), "small", press=lambda: self.resumed.emit(draft.key))
        drop = Button(tr("Buang"), "quiet", size="small", press=lambda: self.dropped.emit(draft.key))
        for button, word in ((resume, "resume"), (drop, "drop")):
            button.setObjectName(f"{word}_draft")
            button.setAccessibleName(tr("{action}: {title}", action=button.caption(), title=name))
        texts = column(Label(name, "strong", elide=True), Label(reason, "second", elide=True), gap=0)
        return holder(row(stretched(holder(texts)), drop, resume, edges=(0, 6, 0, 6)))


class Idle(Card):
    """Nobody is being registered."""

    open_shift = Signal()

    def __init__(self) -> None:
        super().__init__(gap=12)
        self.receipt, self.drafts, self.tempo = ReceiptCard(), Drafts(), Tempo()
        self._next = EmptyState(
            "user-plus",
            tr("Siap untuk warga berikutnya"),
            tr("Cari namanya di kiri lalu tekan Enter. Kalau tidak ada di daftar, tekan Ctrl+N."),
        )
        self._open = Button(tr("Buka shift"), "primary", icon="sun-horizon", key="F2", press=self.open_shift.emit)
        self._open.setObjectName("to_today")
        self._no_shift = EmptyState(
            "calendar-x",
            tr("Belum ada shift yang dibuka"),
            tr("Pendaftaran dimulai setelah ketua tim membuka shift di Hari ini. Mencari nama sudah bisa."),
            self._open,
        )
        self._no_shift.setObjectName("no_shift")
        self._person = PersonHead("looked_up")
        self._person.hide()
        inside = QWidget()
        parts = (self._person, self.receipt, self.drafts, stretched(self._next), self.tempo, stretched(self._no_shift))
        column(*parts, gap=12, inside=inside)
        self.add(stretched(Scrolled(inside)))

    def show_shift(self, *, is_open: bool) -> None:
        """Whether there is a shift to register people in."""
        self._next.setVisible(is_open)
        self.tempo.setVisible(is_open and self.tempo.has_figures())
        self._no_shift.setVisible(not is_open)
        if is_open:
            self._person.hide()

    def show_person(self, name: str, badge: tuple[str, str], known: str) -> None:
        """Somebody who was looked up without a shift."""
        self._person.show_person(name, badge, known)
        self._person.show()
