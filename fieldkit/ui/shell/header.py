"""The header of the page: title, subtitle, a slot at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import laid_in, row, set_gaps


class Header(QFrame):
    """56 px over the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "header")
        self._title, self._subtitle = Label("", "page"), Label("", "body", "ink2", elide=True)
        self._slot = QHBoxLayout()
        set_gaps(self._slot, 12)
        row(self._title, self._subtitle, self._slot, gap=12, edges=(20, 0, 16, 0), inside=self)
        box = self.layout()
        if isinstance(box, QHBoxLayout):
            box.setStretch(1, 1)
        self._measure()

    def show_page(self, title: str, subtitle: str) -> None:
        """Title and subtitle of the page shown."""
        self._title.set_text(title)
        self._subtitle.set_text(subtitle)

    def show_slot(self, slot: QWidget | None) -> None:
        """What the page puts at the right; the slots of the others are hidden."""
        # First away with the others: two slots at once would widen the window, which never gets narrower by itself.
        for other in laid_in(self._slot, [part for part in self.children() if isinstance(part, QWidget)]):
            if other is not slot:
                other.hide()
        if slot is None:
            return
        # Laid once only: PySide goes on knowing an item that is gone, and takes for it what comes to lie there next.
        if self._slot.indexOf(slot) < 0:
            self._slot.addWidget(slot)
        slot.show()

    def changeEvent(self, event: QEvent) -> None:
        """Height follows the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self.setFixedHeight(look().px(look().scale.header))
