"""Tab, and the step after a digit, go through a form in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fieldkit.ui.widgets.choices import ChoiceGroup


def chain(parts: Iterable[QWidget]) -> None:
    """Link everything in these parts that takes the focus, part after part."""
    stops = [stop for part in parts for stop in _stops(part)]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def focus_beyond(part: QWidget) -> None:
    """Move the focus to the next visible stop after the last one in a part."""
    last = _stops(part)[-1]
    following: QWidget | None = last.nextInFocusChain()
    while following is not None and following is not last:
        if _takes_focus(following) and following.isVisible() and not part.isAncestorOf(following):
            following.setFocus(Qt.FocusReason.TabFocusReason)
            return
        following = following.nextInFocusChain()


class ChainedGroup(ChoiceGroup):
    """A choice group whose digit leads on in the order of the chain, wherever the group was put."""

    def _choose(self, value: str, by_key: bool) -> None:
        super()._choose(value, False)
        if by_key:
            focus_beyond(self)


def _stops(part: QWidget) -> list[QWidget]:
    # The list that a box opens is a window of its own.
    inside = [part, *(each for each in part.findChildren(QWidget) if each.window() is part.window())]
    return [widget for widget in inside if _takes_focus(widget) and widget.focusProxy() is None]


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
