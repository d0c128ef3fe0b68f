"""What is read out to the office over the telephone."""

from __future__ import annotations

from fieldkit.ui.language import tr
from fieldkit.ui.widgets.cards import Soft
from fieldkit.ui.widgets.labels import Label


class ReadOut(Soft):
    """The request code, large, with what to do with it; hidden where there is none."""

    def __init__(self, how: str) -> None:
        self._code = Label("", "page", selectable=True)
        self._code.setAccessibleName(tr("Kode permintaan"))
        self._code.setObjectName("phone_request")
        super().__init__(Label(how, "hint", wrap=True), self._code)

    def show_code(self, spoken: str) -> None:
        """Another one, or none."""
        self._code.set_text(spoken)
        self.setVisible(bool(spoken))

    def code(self) -> str:
        """What is shown."""
        return self._code.full_text()
