"""Parts are laid, laid anew and taken away, and PySide goes on knowing no item that is gone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QPushButton, QWidget
from shiboken6 import isValid

from fieldkit.ui.widgets.layouts import column, drop, empty, grid, laid_in, lay, row

Shown = Callable[..., QWidget]


def test_what_is_dropped_or_emptied_leaves_no_item(on_screen: Shown) -> None:
    parts = [QPushButton(str(number)) for number in range(6)]
    first, second = row(*parts[:3]), row(*parts[3:], None)
    whole = QWidget()
    column(first, second, inside=whole)
    on_screen(whole)
    known = items_of(second)
    gone, stay = [items_of(first)[0], *known[:3]], [*items_of(first)[1:], known[3]]
    drop(first, parts[0])
    empty(second)
    assert not parts[4].isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [isValid(item) for item in gone] == [False] * 4
    assert [isValid(item) for item in stay] == [True] * 3
    assert (first.count(), second.count()) == (2, 1)


def test_what_is_laid_anew_leaves_no_item(on_screen: Shown) -> None:
    parts = [QPushButton(str(number)) for number in range(6)]
    whole = QWidget()
    inner = grid(parts, 3)
    column(inner, inside=whole)
    on_screen(whole)
    gone = items_of(inner)
    lay(inner, parts, 2)
    assert [isValid(item) for item in gone] == [False] * 6
    assert [inner.getItemPosition(inner.indexOf(part))[:2] for part in parts] == [  # type: ignore[index]
        (0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1),
    ]  # fmt: skip


def test_parts_are_told_in_the_order_in_which_they_are_read() -> None:
    parts = [QPushButton(str(number)) for number in range(5)]
    whole = QWidget()
    column(parts[3], grid([parts[1], parts[4]], 1), row(None, parts[0]), parts[2], inside=whole)
    read = laid_in(whole.layout(), parts)
    assert [part.text() for part in read if isinstance(part, QPushButton)] == ["3", "1", "4", "0", "2"]


def items_of(layout: QLayout) -> list[QLayoutItem]:
    """As PySide knows them."""
    return [item for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
