"""The desks of the office beside each other, each with what waits there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import DeskSpec
from fieldkit.ui.pages.office.tile import DeskTile
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.layouts import add, grid

_COLUMNS: Final = 2
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_COLUMNS,
    Qt.Key.Key_Down: _COLUMNS,
}


class Overview(Page):
    """Where the office page begins."""

    chosen = Signal(str)
    """The name of a desk."""

    def __init__(self, context: Context, specs: Sequence[DeskSpec]) -> None:
        super().__init__()
        self._context = context
        self.tiles = [DeskTile(spec) for spec in specs]
        self._last = 0
        self.content.addLayout(grid(self.tiles, _COLUMNS, gap=12))
        add(self.content, None)
        for at, tile in enumerate(self.tiles):
            tile.clicked.connect(partial(self._choose, at))
            bind(self, tile.spec.digit, partial(self._choose, at))

    def subtitle(self) -> str:
        """How a desk is opened."""
        return tr("Pilih meja dengan angkanya")

    def keys(self) -> list[tuple[str, str]]:
        """A digit for each desk."""
        digits = [(tile.spec.digit, tile.spec.label) for tile in self.tiles]
        return [*digits, (tr("Panah, Enter"), tr("Pilih meja dan buka"))]

    def refresh(self) -> None:
        """Ask each desk what waits there, one by one: each shows as soon as it is known."""
        store, now_utc = self._context.store, self._context.clock.now_utc()
        for tile in self.tiles:
            self._context.ask(self, partial(store.query, tile.spec.line, now_utc), tile.show_line)

    def shown(self) -> None:
        """To the desk that was opened last."""
        if self.tiles:
            self.tiles[self._last].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from tile to tile, Enter opens."""
        at = next((number for number, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        key = Qt.Key(event.key())
        if at is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose(at)
        elif at is not None and key in _STEPS:
            self._focus(at + _STEPS[key])
        else:
            super().keyPressEvent(event)

    def _focus(self, at: int) -> None:
        if 0 <= at < len(self.tiles):
            self.tiles[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, at: int, *_: object) -> None:
        self._last = at
        self.chosen.emit(self.tiles[at].spec.name)
