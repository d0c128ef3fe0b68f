"""Work can not begin: what happened, what is safe, one filled way out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal

from fieldkit.domain.errors import FieldKitError
from fieldkit.store.keeping.notes import Opens
from fieldkit.store.keeping.offered import Offered
from fieldkit.ui.formats import clock, count, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import tone_of
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.labels import IconText
from fieldkit.ui.widgets.layouts import row


def last_backup_words(offered: Sequence[Offered]) -> str:
    """When the latest one was made that this program reads and some key opens, and what is in it."""
    usable = (each.backup for each in offered if each.opens is not Opens.NOTHING and not each.backup.needs_newer)
    note = next((each.note for each in usable if each.note is not None), None)
    if note is None:
        return tr("Cadangan yang bisa dipasang belum ditemukan di laptop ini. Pasang USB yang berisi cadangan.")
    at = datetime.fromtimestamp(note.made_ms / 1000, ZoneInfo(note.time_zone))
    day, time, n = day_short(at.date()), clock(at), count(note.last_number)
    return tr("Cadangan utuh terakhir: {day} {time}, {n} perubahan.", day=day, time=time, n=n)


class TroubleScreen(StartScreen):
    """One filled way: out of the trouble where there is one, else to try again or to close; and another beside it."""

    again = Signal()
    closed = Signal()
    other = Signal()
    helped = Signal()
    """The filled way out was taken."""
    support_asked = Signal()
    """A file for whoever helps is wanted."""

    def __init__(self) -> None:
        super().__init__("trouble", "")
        self._retry, self._has_help = False, False
        self.other_button = Button("", key="Alt+L", press=self.other.emit)
        bind(self.other_button, "Alt+L", self.other_button.click, everywhere=True)
        self.other_button.setObjectName("trouble_other")
        self.close_button = Button(tr("Tutup"), "quiet", key=tr("Esc"), press=self.closed.emit)
        self.close_button.setObjectName("trouble_close")
        support = Button(tr("Berkas bantuan untuk kantor"), "quiet", key="Ctrl+P", press=self.support_asked.emit)
        support.setObjectName("trouble_support")
        self.backups = IconText("hard-drive", "", "second-strong", wrap=True, size=16)
        self.backups.setObjectName("trouble_backups")
        self.backups.hide()
        self.arrange(self.backups, row(support, None), accept="", others=(self.close_button, self.other_button))
        bind(self, "Ctrl+P", support.click)
        bind(self, "Esc", self.close_button.click)

    def show_error(self, error: FieldKitError, *, help_: str = "", other: str = "", can_retry: bool = True) -> None:
        """Say what happened; `help_` is the caption of the way out, `other` of another way."""
        self._retry, self._has_help = error.retry and can_retry, bool(help_)
        self.mark.set_icon(STATUS_ICONS[tone_of(error)], tone=tone_of(error))
        self.mark.show()
        self.title.set_text(say(error.title).removesuffix("."))
        self.text.set_text(say(error.advice))
        self.accept_button.set_text(help_ or (tr("Coba lagi") if self._retry else tr("Tutup FieldKit")))
        self.close_button.setVisible(self._retry or self._has_help)
        self.other_button.set_text(other)
        self.other_button.setVisible(bool(other))
        self.set_busy(on=False)
        self.setAccessibleName(say(error.title))
        self.setAccessibleDescription(say(error.advice))

    def show_backups(self, words: str) -> None:
        """Which backup there is to go back to; nothing where that is not what helps."""
        self.backups.set(words, icon="hard-drive")
        self.backups.setVisible(bool(words))

    def accept(self) -> None:
        """Out of it, or try again, or close."""
        if self._has_help:
            self.helped.emit()
        else:
            (self.again if self._retry else self.closed).emit()
