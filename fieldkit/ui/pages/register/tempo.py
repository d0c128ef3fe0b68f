"""The pace of the table as a picture: who was served in each half hour, and what the target needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.shifts.pace import minutes_each, per_half_hour
from fieldkit.store.queries.shifts import Shift
from fieldkit.ui.formats import clock, decimal
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.wording import pace_line
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.charts.bars import Bar, BarChart
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.work.instants import at_site

_MOST: Final = 12
_HALF_HOURS_IN_DAY: Final = 48
_HEIGHT: Final = 170


class Tempo(QWidget):
    """Bars of the shift; there from the first who was served."""

    recent_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ended: tuple[datetime, ...] = ()
        self._pace = Label("", "second", "ink2")
        self.chart = BarChart(tr("Dilayani tiap setengah jam"))
        self.setObjectName("tempo")
        self.setMaximumHeight(_HEIGHT * 2)
        recent = Button(tr("Baru selesai"), "quiet", key="Alt+U", size="small", press=self.recent_asked.emit)
        recent.setObjectName("to_recent")
        title = Label(tr("Dilayani tiap setengah jam"), "label", elide=True)
        head = row(stretched(title), self._pace, recent, gap=8)
        column(head, self.chart, gap=4, inside=self)
        self.hide()

    def has_figures(self) -> bool:
        """Whether anybody was served."""
        return bool(self._ended)

    def show_shift(self, shift: Shift, ended: Sequence[datetime], now: datetime) -> None:
        """The half hours so far."""
        self._ended = tuple(ended)
        counts = per_half_hour(ended, now, _MOST)
        last = max(counts, default=None)
        bars = [Bar(clock(at_site(at, shift.time_zone)), number, now=at == last) for at, number in counts.items()]
        needed = _needed(shift)
        text = tr("perlu {n} per ½ jam", n=decimal(needed)) if needed else ""
        self.chart.set_bars(bars, needed=needed, needed_text=text)
        self._pace.set_text(pace_line(minutes_each(ended), None))


def _needed(shift: Shift) -> float | None:
    """How many in half an hour reach the target by the planned end."""
    start, end = (datetime.fromisoformat(f"{shift.day}T{each}") for each in (shift.planned_start, shift.planned_end))
    halves = ((end - start) // timedelta(minutes=30)) % _HALF_HOURS_IN_DAY
    return shift.target_count / halves if shift.target_count and halves else None
