"""That a shift was opened again: by whom and why, and what is to be done in it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from fieldkit.store.queries.closing.signed import Replaced
from fieldkit.ui.formats import clock, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.close_shift.view import CloseView, Waiting
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Notice
from fieldkit.ui.widgets.layouts import row
from fieldkit.work.instants import at_site, moment


class ReopenedNotice(Notice):
    """Of the shift on the page; else of one of this table that waits to be closed again."""

    wanted = Signal(str)
    """The shift with this id is to be shown."""
    taking = Signal()
    """The table works in it again."""

    def __init__(self) -> None:
        super().__init__(tone="warn")
        self._waiting = ""
        self.show_button = Button(tr("Lihat shift itu"), press=lambda: self.wanted.emit(self._waiting))
        self.take_button = Button(tr("Layani lagi di meja ini"), press=self.taking.emit)
        self.show_button.setObjectName("show_waiting")
        self.take_button.setObjectName("take_up")
        self.add(row(self.show_button, self.take_button, None, gap=8))
        self.hide()

    def show_view(self, view: CloseView, *, may_close: bool) -> None:
        """What was opened again; nothing where all is closed."""
        before, waiting = view.replaces, view.waiting
        self.take_button.setVisible(view.may_take_up and may_close)
        self.show_button.setVisible(before is None and waiting is not None)
        self.setVisible(before is not None or waiting is not None)
        if before is not None:
            tone = "err" if view.hindrance is not None else "warn"
            self.set(_by(before, view.shift.time_zone), f"{_why(before)} {_what(view)}", tone=tone)
        elif waiting is not None:
            self._show_waiting(waiting)

    def _show_waiting(self, waiting: Waiting) -> None:
        self._waiting, day = waiting.shift.id, day_short(date.fromisoformat(waiting.shift.day))
        title = tr("{shift}, {day}, dibuka lagi dan belum ditutup", shift=waiting.shift.name, day=day)
        who = _by(waiting.before, waiting.shift.time_zone)
        what = tr("Buka shift itu dengan Ctrl+G, betulkan yang salah, lalu tutup lagi.")
        self.set(title, f"{who}. {_why(waiting.before)} {what}", tone="warn")


def _by(before: Replaced, time_zone: str) -> str:
    at = at_site(moment(before.reopened_at), time_zone)
    return tr("Dibuka lagi oleh {name}, {when}", name=before.reopened_by, when=f"{day_short(at.date())} {clock(at)}")


def _why(before: Replaced) -> str:
    return tr("Alasan: {reason}.", reason=before.reason.rstrip("."))


def _what(view: CloseView) -> str:
    if view.hindrance is not None:
        return say(view.hindrance.message)
    if not view.count_stands:
        return tr("Betulkan yang salah, hitung blangko, lalu tutup lagi.")
    stands = tr("Hitungan blangko tetap {n} keping, karena mejanya sudah lanjut.", n=view.answers.counted or 0)
    if view.is_own:
        what = tr("Betulkan yang salah, lalu tutup lagi. Yang lupa dicatat dilayani lagi di meja ini dulu.")
    else:
        what = tr("Betulkan alasan dan catatannya, lalu tutup lagi. Yang lupa dicatat ditambah di laptop mejanya.")
    return f"{stands} {what}"
