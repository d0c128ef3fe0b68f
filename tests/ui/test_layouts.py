"""Parts are laid, laid anew and taken away without an item that stays behind."""

from __future__ import annotations

from collections.abc import Callable

from left_behind import items_left_behind
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from fieldkit.ui.widgets.layouts import column, drop, empty, grid, laid_in, lay, row

Shown = Callable[..., QWidget]


def test_what_is_dropped_or_emptied_leaves_no_item(on_screen: Shown) -> None:
    parts = [QPushButton(str(number)) for number in range(6)]
    first, second = row(*parts[:3]), row(*parts[3:], None)
    whole = QWidget()
    column(first, second, inside=whole)
    on_screen(whole)
    drop(first, parts[0])
    empty(second)
    assert not parts[4].isVisible()
    assert items_left_behind() == set()
    assert (first.count(), second.count()) == (2, 1)


def test_what_is_laid_anew_leaves_no_item(on_screen: Shown) -> None:
    parts = [QPushButton(str(number)) for number in range(6)]
    whole = QWidget()
    inner = grid(parts[:3], 3)
    column(inner, inside=whole)
    on_screen(whole)
    lay(inner, parts, 2)
    QApplication.processEvents()
    assert [inner.getItemPosition(inner.indexOf(part))[:2] for part in parts] == [  # type: ignore[index]
        (0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1),
    ]  # fmt: skip
    assert items_left_behind() == set()


def test_parts_are_told_in_the_order_in_which_they_are_read() -> None:
    parts = [QPushButton(str(number)) for number in range(5)]
    whole = QWidget()
    column(parts[3], grid([parts[1], parts[4]], 1), row(None, parts[0]), parts[2], inside=whole)
    read = laid_in(whole.layout(), parts)
    assert [part.text() for part in read if isinstance(part, QPushButton)] == ["3", "1", "4", "0", "2"]
