"""The right end of the header: which days, and the one filled button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.ui.language import tr
from fieldkit.ui.pages.schedule.layouts import View
from fieldkit.ui.pages.schedule.wording import span_words
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import row
from fieldkit.ui.widgets.tips import set_tip


class SpanBar(QWidget):
    """The days before, those that are shown, the days after; and what publishes them."""

    turned = Signal(int)

    def __init__(self, *, may_plan: bool) -> None:
        super().__init__()
        self.before = Button("", icon="caret-left", press=lambda: self.turned.emit(-1))
        self.after = Button("", icon="caret-right", press=lambda: self.turned.emit(1))
        for button, words in ((self.before, tr("Sebelumnya, PgUp")), (self.after, tr("Berikutnya, PgDn"))):
            button.setAccessibleName(words)
            set_tip(button, words)
        self.span = Label("", "strong")
        self.publish = Button(tr("Terbitkan"), "primary", icon="paper-plane-tilt", key="Ctrl+Enter")
        self.publish.setObjectName("publish")
        row(self.before, self.span, self.after, self.publish, gap=10, inside=self)
        self.publish.setVisible(may_plan)

    def show_view(self, view: View) -> None:
        """Which days are shown."""
        self.span.set_text(span_words(view.first, view.last))
