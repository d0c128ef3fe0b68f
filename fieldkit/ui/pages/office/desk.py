"""What the office page is made of: desks, how each is made, and what is said of each before it is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fieldkit.store.database import Database
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.overlays import Drawer


class Desk(Page):
    """One kind of work of the office: a page within the office page, whose title it leaves alone.

    Its next step is the filled button in the header. While a form lies over the desk, the button of the form is.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lead_button = Button("", "primary", key="Ctrl+Enter", press=self._go_ahead)
        self.lead_button.hide()
        self._ahead: Callable[[], object] | None = None
        self._over: DrawerForm | None = None
        self._filled: Button | None = None

    @property
    def form_over(self) -> DrawerForm | None:
        """The form that lies over the desk."""
        return self._over

    def lead(self, words: str, act: Callable[[], object]) -> None:
        """The next step; without words there is none."""
        self._ahead = act if words else None
        if words != self.lead_button.caption():
            self.lead_button.set_text(words)
        self._choose_filled()

    def open_form(self, form: DrawerForm, drawer: Drawer) -> None:
        """Lay a form over the desk, and go to its first field."""
        self._over = form
        drawer.open_drawer()
        form.focus_first()
        self.fill_button(form.save_button)

    def form_closed(self) -> None:
        """The desk itself is worked at again."""
        self._over = None
        self.fill_button(None)

    def fill_button(self, button: Button | None) -> None:
        """The filled button of what lies over the desk; None where nothing does."""
        self._filled = button
        self._choose_filled()

    def _choose_filled(self) -> None:
        lead = self.lead_button if self._ahead is not None else None
        chosen = self._filled or lead
        if chosen is not self.primary:
            self.primary = chosen
            self.header_changed.emit()

    def _go_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead()


@dataclass(frozen=True, slots=True)
class DeskLine:
    """What waits at a desk, in one sentence. A tone and a count only where somebody must act."""

    text: str
    tone: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class DeskSpec:
    """A desk on the overview: its fixed digit, name in code, icon, label, how it is made, and its line.

    The line is asked for in the store lane, with the time in UTC.
    """

    digit: str
    name: str
    icon: str
    label: str
    factory: Callable[[Context], Desk]
    line: Callable[[Database, datetime], DeskLine]
