"""Work can not begin: what happened, what is safe, one filled way out."""

from __future__ import annotations

from PySide6.QtCore import Signal

from fieldkit.domain.errors import FieldKitError
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import tone_of
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.layouts import row


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
        self.other_button = Button("", press=self.other.emit)
        self.other_button.setObjectName("trouble_other")
        self.close_button = Button(tr("Tutup"), "quiet", key=tr("Esc"), press=self.closed.emit)
        self.close_button.setObjectName("trouble_close")
        support = Button(tr("Berkas bantuan untuk kantor"), "quiet", key="Ctrl+P", press=self.support_asked.emit)
        support.setObjectName("trouble_support")
        self.arrange(row(support, None), accept="", others=(self.close_button, self.other_button))
        bind(self, "Ctrl+P", self.support_asked.emit)
        bind(self, "Esc", self.closed.emit)

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

    def accept(self) -> None:
        """Out of it, or try again, or close."""
        if self._has_help:
            self.helped.emit()
        else:
            (self.again if self._retry else self.closed).emit()
