"""Pages of the list, fetched off the UI thread while the table already shows how many there are."""

from __future__ import annotations

from collections.abc import Callable

from fieldkit.store.queries.lists.listing import ListEntry

Ask = Callable[[int, int, Callable[[list[ListEntry]], None]], None]
"""Offset, limit, and what to do with the rows when they are there."""


class LazyRows:
    """Hands out a page at once, empty, and fills it when its rows arrive.

    The model keeps the very list that it is given, so filling it fills the table; `told` is then called with the first
    and the last row, to have them painted.
    """

    def __init__(self, ask: Ask, told: Callable[[int, int], None]) -> None:
        self._ask, self._told = ask, told

    def fetch(self, offset: int, limit: int) -> list[ListEntry]:
        """A page; filled now or later."""
        page: list[ListEntry] = []
        is_asking = True

        def fill(rows: list[ListEntry]) -> None:
            page.extend(rows)
            if rows and not is_asking:
                self._told(offset, offset + len(rows) - 1)

        self._ask(offset, limit, fill)
        is_asking = False
        return page
