"""The three columns of registration: the queue gives way before the form gets too narrow to be read at a glance."""

from __future__ import annotations

from typing import Final

from fieldkit.ui.widgets.columns import Columns

_RAIL_OPENS: Final = 1240
_WITH_RAIL: Final = 1366
_WITH_ICONS: Final = 1222
"""Widths of the window, in logical pixels, from which form and queue stand beside each other."""


_TIGHT: Final = 800
_TIGHT_SHARE: Final = 0.74
"""Where a notebook shows the largest text: the search is as narrow as its longest button."""


class DeskColumns(Columns):
    """Columns whose last one is a drawer wherever it would take the form's place."""

    def narrow(self) -> bool:
        """Whether the queue is a drawer now."""
        width = self._logical_width()
        return width < (_WITH_RAIL if width >= _RAIL_OPENS else _WITH_ICONS)

    def _side_width(self, width: int) -> float:
        return width * _TIGHT_SHARE if self._logical_width() < _TIGHT else super()._side_width(width)
