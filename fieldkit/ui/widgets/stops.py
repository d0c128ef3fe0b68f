"""Where Tab goes: through what is shown, in the order in which it is laid and read, also to rows that came later.

Qt goes by the order in which parts were made; a row that is put into a list while somebody works would come last.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from fieldkit.ui.widgets.layouts import laid_in

_HOLDS_TAB: Final = "fieldkit_holds_tab"


def hold_tab(scope: QWidget) -> None:
    """From now on Tab goes round inside this part: what it covers can not be seen."""
    scope.setProperty(_HOLDS_TAB, True)


def step(scope: QWidget, *, forward: bool) -> bool:
    """Tab or Shift+Tab: move the focus within `scope`; False where there is nothing to move to."""
    here = QApplication.focusWidget()
    order = list(_read(scope))
    at = order.index(here) if here in order else -1
    ring = [*order[at + 1 :], *order[: at + 1]] if forward else [*order[:at][::-1], *order[at:][::-1]]
    return _focus_first(ring, forward=forward)


def step_beyond(part: QWidget) -> None:
    """Move the focus to the first stop after everything inside `part`."""
    order = list(_read(_scope_of(part)))
    if part in order:
        at = order.index(part)
        ring = [*order[at + 1 :], *order[:at]]
        _focus_first([stop for stop in ring if not part.isAncestorOf(stop)], forward=True)


def takes_tab(part: QWidget) -> bool:
    """Whether Tab stops here while it is shown."""
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.isEnabled() and part.focusProxy() is None


def _focus_first(ring: list[QWidget], *, forward: bool) -> bool:
    stop = next((part for part in ring if takes_tab(part)), None)
    if stop is not None:
        reason = Qt.FocusReason
        stop.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
        _bring_into_sight(stop)
    return stop is not None


def _bring_into_sight(stop: QWidget) -> None:
    """Scroll what it lies in, where not all of it is to be seen."""
    around = stop.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and not stop.visibleRegion().boundingRect().contains(stop.rect()):
            around.ensureWidgetVisible(stop)
        around = around.parentWidget()


def _scope_of(part: QWidget) -> QWidget:
    around = part.parentWidget()
    if around is None or part.isWindow() or part.property(_HOLDS_TAB):
        return part
    return _scope_of(around)


def _read(part: QWidget) -> Iterator[QWidget]:
    """A part and all that is shown in it; what lies over it comes last."""
    yield part
    if isinstance(part, QAbstractItemView):
        return
    children = [child for child in part.children() if isinstance(child, QWidget)]
    laid = laid_in(part.layout(), children)
    for child in dict.fromkeys([*laid, *children]):
        if child.isVisible() and not child.isWindow():
            yield from _read(child)
