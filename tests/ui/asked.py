"""A page that only remembers with what another page asked for it."""

from __future__ import annotations

from fieldkit.ui.context import Context
from fieldkit.ui.shell.page import Page


class AskedPage(Page):
    """Stands in for a page that another one leads to."""

    asked: object = None

    def __init__(self, _context: Context) -> None:
        super().__init__()

    def opened_with(self, argument: object) -> None:
        """Remember it."""
        self.asked = argument
