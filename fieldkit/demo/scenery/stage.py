"""The stage of the screenshots: each scene is one state of the window, entered and left by what a person could do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fieldkit.app.desktop import Desktop
from fieldkit.demo.hands import Hands
from fieldkit.demo.laptop import PracticeLaptop

Act = Callable[[], object]


def nothing() -> None:
    """Nothing to leave."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture."""

    name: str
    enter: Act
    leave: Act = nothing


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the scenes play."""

    desktop: Desktop
    laptop: PracticeLaptop
    hands: Hands

    def go(self, page: str) -> Act:
        """Show a page."""
        return lambda: self.desktop.main.show_page(page) if self.desktop.main is not None else None

    def keys(self, page: str, *strokes: str) -> Act:
        """Show a page, and press keys there."""

        def act() -> None:
            self.go(page)()
            self.hands.press(*strokes)

        return act
