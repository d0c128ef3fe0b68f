"""The card between the figures and the signature: what does not add up yet, or that it is signed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from fieldkit.domain.stock.movements import DifferenceReason, difference_reason_label
from fieldkit.store.queries.closing.draft import Answers
from fieldkit.store.queries.table.registration import QueueEntry
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.close_shift.gap import gap_of
from fieldkit.ui.pages.close_shift.view import CloseView
from fieldkit.ui.pages.close_shift.wording import signed_by, what_came_late
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Notice
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.layouts import column, holder, row, stretched

_NAMED = 4


class DifferenceNotice(Notice):
    """Blanks or cards that nobody can account for, with the ways to explain them."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.recount = Button(tr("Hitung ulang"), icon="arrows-clockwise", key="Ctrl+U")
        self.uses = Button("")
        self.reason = ComboBox(tr("Alasan"))
        # Wide enough for the longest reason, also while none is chosen.
        self.reason.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.note = TextField(tr("Apa yang terjadi, siapa yang tahu"), hint=tr("tanpa nama warga"))
        names = {"recount": self.recount, "blank_uses": self.uses, "reason": self.reason, "note": self.note}
        for name, part in names.items():
            part.setObjectName(name)
        self.reason.chosen.connect(lambda _reason: self.edited.emit())
        self.note.edited.connect(lambda _typed: self.edited.emit())
        low = [column(None, button, gap=0) for button in (self.recount, self.uses)]
        acts, story = (
            holder(row(*low, None, gap=8)),
            holder(row(self.reason, stretched(self.note), gap=8)),
        )
        self.add(Flow([acts, stretched(story)], whole=True))

    def show_difference(self, view: CloseView, answers: Answers) -> None:
        """What is missing or too much."""
        gap = gap_of(view.shown, answers)
        if gap is None:
            return
        self.uses.set_text(tr("Lihat {n} pemakaian", n=view.shown.stock.printed + view.shown.stock.spoiled))
        self._offer(gap.missing)
        if answers.explained:
            told = tr("Alasan dan ceritanya ikut ditandatangani. Angka asli tetap tersimpan.")
            self.set(tr("{difference}, sudah dijelaskan", difference=gap.short), told, right=gap.told, tone="warn")
        else:
            stands = tr("Hitungannya tetap. Pilih alasan dan tulis ceritanya.")
            self.set(gap.title, stands if view.count_stands else gap.way_out, right=gap.told, tone="err")
        self.recount.setVisible(not view.count_stands)

    def _offer(self, difference: int) -> None:
        unfit = DifferenceReason.FOUND_EXTRA if difference > 0 else DifferenceReason.LOST
        fitting = [reason for reason in DifferenceReason if reason is not unfit]
        options = [(reason.value, say(difference_reason_label(reason))) for reason in fitting]
        known = [self.reason.combo.itemData(number) for number in range(self.reason.combo.count())]
        if known != [name for name, _ in options]:
            self.reason.set_options(options)


class QueueNotice(Notice):
    """People who are still open: they are named, and their page is a key away."""

    def __init__(self) -> None:
        super().__init__(tone="warn")
        self.button = Button(tr("Ke Pendaftaran"), icon="user-plus", key="F3")
        self.button.setObjectName("to_register")
        self.add(row(self.button, None))

    def show_queue(self, entries: tuple[QueueEntry, ...], still_open: int) -> None:
        """Who is waiting or at the set."""
        named = ", ".join(f"{entry.queue_no} {entry.name}" for entry in entries[:_NAMED])
        more = tr(" dan {n} lainnya", n=still_open - _NAMED) if still_open > _NAMED else ""
        what = tr("Shift belum bisa ditutup. Catat hasilnya, atau pilih Pulang dulu.")
        self.set(tr("{n} orang masih antre atau sedang dilayani", n=still_open), f"{named}{more}. {what}")


class SignedNotice(Notice):
    """The shift is closed: which closing, when, by whom, and what comes next."""

    def __init__(self) -> None:
        super().__init__(tone="ok")
        self.button = Button(tr("Ke Sinkronisasi"), icon="arrows-clockwise", key="F9")
        self.team = Button(tr("Tutup tim"), icon="users-three", key="Ctrl+M")
        self.after = Button("", key="Ctrl+B")
        for name, button in {"to_sync": self.button, "to_team": self.team, "to_after": self.after}.items():
            button.setObjectName(name)
        self.add(row(self.team, self.button, self.after, None, gap=8))

    def show_signed(self, view: CloseView, number: int, barred: str) -> None:
        """What was signed; of an older shift also why whoever looks may not open it again."""
        self.after.set_text(tr("Koreksi") if view.standing.is_reported else tr("Buka lagi"))
        title = tr("{shift} sudah ditutup dan ditandatangani", shift=view.shift.name)
        told = f"{what_came_late(view)} {barred if view.is_older else ''}".strip()
        self.button.setVisible(not view.is_older)
        self.set(title, told, right=tr("Penutupan ke-{n} · {signed}", n=number, signed=signed_by(view)))


class Middle:
    """At most one of the three is shown."""

    def __init__(self) -> None:
        self.difference, self.queue, self.signed = DifferenceNotice(), QueueNotice(), SignedNotice()

    def parts(self) -> tuple[Notice, ...]:
        """To be put below each other."""
        return self.difference, self.queue, self.signed

    def show_view(self, view: CloseView, answers: Answers, barred: str) -> None:
        """What stands in the way, first of all people who wait; or that it is signed."""
        still_open = view.shown.people.still_open
        differs = gap_of(view.shown, answers) is not None
        self.queue.setVisible(view.is_open and still_open > 0)
        self.difference.setVisible(view.is_open and not still_open and differs)
        self.signed.setVisible(not view.is_open)
        if view.closing is not None:
            self.signed.show_signed(view, view.closing.number, barred)
        elif still_open:
            self.queue.show_queue(view.queue, still_open)
        elif differs:
            self.difference.show_difference(view, answers)
            self.difference.reason.set_value(answers.reason or None)
