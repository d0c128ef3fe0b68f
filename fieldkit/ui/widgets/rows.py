"""Short lists that need no model: rows of two lines with separators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fieldkit.ui.language import tr
from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import Badge, Icon, Label
from fieldkit.ui.widgets.layouts import column, drop, row, rule, set_gaps, stretched


@dataclass(frozen=True)
class RowItem:
    """One row: lead (a time, a number), title over second line, value or badge or button at the right."""

    id: str
    title: str
    second: str = ""
    value: str = ""
    icon: str | None = None
    tone: str = ""
    badge: tuple[str, str] | None = None
    action: str | None = None
    lead: str = ""
    strong: bool = False
    beside: bool = False
    """The second line stands behind the title instead of under it."""
    wraps: bool = False
    """Below the title and what stands beside it come as many lines as the second needs: nothing of it is lost."""


class RowList(QWidget):
    """Rows under each other, a line between them."""

    acted = Signal(str)

    def __init__(self, items: Sequence[RowItem] = (), *, height: int | None = None, name: str = "") -> None:
        super().__init__()
        self._height = height
        self._empty: QWidget | None = None
        self._rows: list[QWidget] = []
        self._leads: list[Label] = []
        self._box = QVBoxLayout(self)
        set_gaps(self._box, 0)
        self.setAccessibleName(name)
        self.set_items(items)

    def set_empty(self, empty: QWidget) -> None:
        """What stands here when there are no rows."""
        self._empty = empty
        self._box.addWidget(empty)
        empty.setVisible(not self._rows)

    def set_items(self, items: Sequence[RowItem]) -> None:
        """Show these rows instead."""
        for old in self._rows:
            drop(self._box, old)
        self._rows, self._leads = [], []
        for index, item in enumerate(items):
            if index:
                self._append(rule())
            self._append(self._row(item))
        self._align_leads()
        if self._empty is not None:
            self._empty.setVisible(not items)

    def show_first(self, number: int) -> None:
        """Only so many rows, where there is no room for more."""
        for index, part in enumerate(self._rows):
            part.setVisible((index + 1) // 2 < number)

    def row_height(self) -> int:
        """How high a row is, as wide as the list is now; 0 without rows."""
        layout = self._rows[0].layout() if self._rows else None
        return layout.totalHeightForWidth(self.width()) if layout is not None else 0

    def changeEvent(self, event: QEvent) -> None:
        """Another text size asks for other widths."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._align_leads()

    def _align_leads(self) -> None:
        """What stands behind the leads begins in one line."""
        widest = max((lead.sizeHint().width() for lead in self._leads), default=0)
        for lead in self._leads:
            lead.setMinimumWidth(widest)

    def _append(self, part: QWidget) -> None:
        self._rows.append(part)
        self._box.addWidget(part)

    def _row(self, item: RowItem) -> QWidget:
        frame = QFrame()
        frame.setProperty("kind", "row")
        frame.setAccessibleName(", ".join(part for part in (item.lead, item.title, item.second, item.value) if part))
        lead = [Label(item.lead, "strong")] if item.lead else []
        self._leads += lead
        right = self._right(item)
        texts = self._wrapped(item, right) if item.wraps else self._texts(item)
        right = [] if item.wraps else right
        row(
            *_icon(item), *lead, stretched(texts), *right, gap=12 if item.lead else 10, edges=(0, 6, 0, 6), inside=frame
        )
        return frame

    def _texts(self, item: RowItem) -> QWidget:
        title_role = "strong" if item.strong or (item.second and not item.beside) else "body"
        title = Label(item.title, title_role, elide=not item.beside)
        holder = QWidget()
        if item.beside:
            row(title, stretched(Label(item.second, "hint", elide=True)), gap=10, inside=holder)
        else:
            second = [Label(item.second, "second", elide=True)] if item.second else []
            column(title, *second, gap=0, inside=holder)
        return holder

    def _wrapped(self, item: RowItem, right: Sequence[QWidget]) -> QWidget:
        head = row(stretched(Label(item.title, "strong", elide=True)), *right, gap=10)
        holder = QWidget()
        column(head, Label(item.second, "second", wrap=True), gap=2, inside=holder)
        return holder

    def _right(self, item: RowItem) -> list[QWidget]:
        parts: list[QWidget] = []
        if item.value:
            value = Label(item.value, "strong" if item.strong or item.beside else "second", _value_tone(item))
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            parts.append(value)
        if item.badge is not None:
            parts.append(Badge(*item.badge))
        if item.action is not None:
            button = Button(item.action, "small", press=lambda: self.acted.emit(item.id))
            button.setAccessibleName(tr("{action}: {title}", action=item.action, title=item.title))
            parts.append(button)
        return parts


def _icon(item: RowItem) -> list[QWidget]:
    if item.icon is None and not item.tone:
        return []
    name = item.icon or STATUS_ICONS[item.tone]
    return [Icon(name, 18, item.tone or "ink2", filled=bool(item.tone))]


def _value_tone(item: RowItem) -> str:
    return item.tone if item.tone in {"warn", "err"} else ""
