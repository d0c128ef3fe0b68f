"""One line above the stock for what wants a look; it stays until that is done."""

from __future__ import annotations

from typing import Final

from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.widgets.cards import Block
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import row, stretched
from fieldkit.ui.widgets.painted import announce

_ANY_WIDTH: Final = 1 << 16


class AlertLine(Block):
    """What happened and what to do, beside each other, so that the lists below keep their height.

    Where the window is narrow or its text large, the way out goes on below: it is never cut.
    """

    def __init__(self) -> None:
        super().__init__("notice", edges=(14, 9, 14, 9), tone="warn")
        self._icon = Icon(STATUS_ICONS["warn"], 18, "warn", filled=True)
        self._title, self._text = Label("", "strong", "warn"), _WayOut("", "body", wrap=True)
        self.add(row(self._icon, self._title, stretched(self._text), gap=10))
        self.setObjectName("stock_alert")
        self.hide()

    def show_words(self, said: tuple[str, str, str] | None) -> None:
        """Title, text and tone; the line goes where there is nothing to say."""
        self.setVisible(said is not None)
        if said is None or (said[0], said[1]) == (self.accessibleName(), self.accessibleDescription()):
            return
        title, text, tone = said
        self.set_tone(tone)
        self._icon.set_icon(STATUS_ICONS[tone], tone=tone)
        self._title.set_tone(tone)
        self._title.set_text(title)
        self._text.set_text(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if self.isVisible():
            announce(self, f"{title}. {text}", urgent=tone == "err")


class _WayOut(Label):
    """In one line wherever that is wide enough, also beyond the length at which others go on below."""

    def _longest(self) -> int:
        return _ANY_WIDTH
