"""One bar in parts: solid what is there, hatched what is only explained, the track what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from fieldkit.ui.formats import count
from fieldkit.ui.theme.look import colour, look
from fieldkit.ui.widgets.charts.strokes import paint_hatched, paint_solid
from fieldkit.ui.widgets.painted import Painted, brush


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the whole, by its word and its figure."""

    label: str
    value: int
    tone: str = ""
    is_hatched: bool = False


class ShareBar(Painted):
    """Parts of a whole, beside each other; what is left of the whole is the track. Figures stand beside it, as text."""

    def __init__(self, name: str, *, height: int = 12) -> None:
        super().__init__()
        self._height, self._shares, self._whole = height, list[Share](), 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, shares: Sequence[Share], whole: int) -> None:
        """Show these parts of so many."""
        self._shares, self._whole = list(shares), max(whole, sum(share.value for share in shares))
        said = [f"{share.label}: {count(share.value)}" for share in shares]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it was asked to be."""
        return QSize(look().px(80), look().px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, then the parts from the left."""
        painter = brush(self)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), look().px(3), look().px(3))
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), colour(look().tokens.mute_bg))
        painter.setPen(Qt.PenStyle.NoPen)
        for share, box in zip(self._shares, self._boxes(), strict=True):
            (paint_hatched if share.is_hatched else paint_solid)(painter, box, share.tone)
        painter.end()

    def _boxes(self) -> list[QRectF]:
        """Each part, at least seen where it is not nothing."""
        wide = self.width() / self._whole if self._whole else 0.0
        ends = [round(end * wide) for end in accumulate((share.value for share in self._shares), initial=0)]
        return [QRectF(left, 0, right - left, self.height()) for left, right in pairwise(ends)]
