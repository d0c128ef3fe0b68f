"""Items of layouts that are gone while PySide knows them: what comes to lie at their place is taken for them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidgetItem
from shiboken6 import getAllValidWrappers, getCppPointer


def items_left_behind() -> set[int]:
    """Where they lay; a window in which there is one may crash at any time."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    known = {getCppPointer(each)[0] for each in getAllValidWrappers() if isinstance(each, QWidgetItem)}
    laid = {item for widget in QApplication.allWidgets() for item in _items(widget.layout())} if known else set()
    return known - laid


def _items(layout: QLayout | None) -> Iterator[int]:
    if layout is not None:
        for item in [item for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]:
            yield getCppPointer(item)[0]
            yield from _items(item.layout())
