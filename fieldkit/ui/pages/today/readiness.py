"""What should be in order before the team leaves: the card."""

from __future__ import annotations

from PySide6.QtCore import Signal

from fieldkit.ui.language import tr
from fieldkit.ui.rows.steady import GrowingScroll, SteadyList
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.ui.widgets.rows import RowItem


class ReadinessCard(Card):
    """The lines, and how many of them are in order."""

    acted = Signal(str)
    """The way out of a line, by its name."""

    def __init__(self) -> None:
        self._sum = Label("", "strong")
        super().__init__(tr("Kesiapan"), right=self._sum, gap=4)
        self.list = SteadyList(name=tr("Kesiapan"))
        self.list.acted.connect(self.acted)
        self.add(stretched(GrowingScroll(self.list)))
        self.setObjectName("readiness")

    def show_lines(self, items: list[RowItem]) -> None:
        """Show these lines."""
        ready = sum(item.tone == "ok" for item in items)
        self._sum.set_text(tr("{ready} dari {all} siap", ready=ready, all=len(items)))
        self._sum.set_tone("ok" if ready == len(items) else "warn")
        self.list.set_items(items)
        self.setAccessibleDescription("; ".join(f"{item.title}: {item.value or item.second}" for item in items))

    def sum_text(self) -> str:
        """How many lines are in order."""
        return self._sum.full_text()

    def lines(self) -> list[RowItem]:
        """The lines shown."""
        return self.list.items()
