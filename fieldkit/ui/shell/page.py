"""The base of every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.layouts import Part, add, set_gaps
from fieldkit.ui.widgets.search import SearchField


class Page(QWidget):
    """One screen. It asks for what it shows in `refresh`; hidden, it only remembers that it is stale."""

    header_changed = Signal()
    go = Signal(str, object)
    status_changed = Signal()
    """What the strip or the rail tells of this page is another now, though nothing that travels was written."""

    key_card_asked = Signal()
    """Somebody wants the keys of all pages on paper."""

    title = ""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "bg")
        self.primary: Button | None = None
        self.search_field: SearchField | None = None
        self.stale = True
        self.content = QVBoxLayout(self)
        set_gaps(self.content, 12, (16, 14, 16, 14))

    def add(self, *parts: Part) -> None:
        """Put parts of the page below each other."""
        for part in parts:
            add(self.content, part)

    def worked_at(self) -> Page:
        """Whose filled button, search and keys are in force: the page itself, unless it shows one of several."""
        return self

    def subtitle(self) -> str:
        """What stands behind the title."""
        return ""

    def section(self) -> str:
        """The part of the page that is open, by the heading that it has in the guide."""
        return ""

    def header_slot(self) -> QWidget | None:
        """What stands at the right end of the header; asked for once."""
        return None

    def keys(self) -> list[tuple[str, str]]:
        """Keys of this page and what they do."""
        return []

    def refresh(self) -> None:
        """Ask for everything again and show it."""

    def shown(self) -> None:
        """The page is on the screen now; put the focus where work begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def opened_with(self, argument: object) -> None:
        """Another page asked for this one, with something to show."""

    def step_out(self) -> bool:
        """Esc: one step out. True when there was one to take."""
        return False

    def mark_stale(self) -> None:
        """What is shown may be old; asked again when the page is shown, or now if it is."""
        self.stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        """Ask again, once, after something has changed."""
        if self.stale:
            self.stale = False
            self.refresh()
            self.header_changed.emit()


@dataclass(frozen=True, slots=True)
class AtDesk:
    """With this a page is asked for at one of its desks, with something to show there."""

    name: str
    argument: object = None


@dataclass(frozen=True, slots=True)
class PageAsked:
    """With this the guide is asked for: the page that it explains, and the part that is open there."""

    page: str
    section: str = ""


@dataclass(frozen=True)
class PageSpec:
    """A page: its fixed key, name in code, icon, label, and how it is made. One without a key is not in the rail."""

    key: str
    name: str
    icon: str
    label: str
    factory: Callable[[], Page]
    group: int = 0
    load: Callable[[], object] = lambda: None
    """Imports what the page is made of, so that making it takes less time."""
