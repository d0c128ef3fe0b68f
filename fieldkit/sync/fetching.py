"""The third step of a round: rows above the cursors, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from fieldkit.records.wire import LEADING_COLUMNS, Pull, PullReply, TablePage
from fieldkit.store.syncing.loads import Start
from fieldkit.sync._errors import centre_changed, endless, forgot_meanwhile, unsound_page
from fieldkit.sync.aside import Aside
from fieldkit.sync.orders import are_founded
from fieldkit.sync.trip import Trip

_MOST_PAGE_BYTES: Final = 1 << 20
"""A page is taken in by one transaction, for which the screens have to wait."""
_MOST_LOAD_BYTES: Final = 4 << 20
"""A page while every area is loaded, which is rare: each transaction writes most of the index of ids anew."""


class Fetching:
    """Fetches pages in a round."""

    def __init__(self, trip: Trip) -> None:
        self._trip = trip
        self.reloaded: list[str] = []
        """Areas that were loaded afresh, because this laptop was away for longer than removes are remembered."""
        self._most_bytes = _MOST_PAGE_BYTES

    def run(self) -> None:
        """Fetch what is new in the granted areas, and leave those that are granted no more."""
        if self._trip.greeting.refused:
            raise self._trip.greeting.refused
        exchange, areas, tally = self._trip.exchange, self._trip.greeting.areas, self._trip.tally
        starts = exchange.begin_fetching(areas)
        tally.begin_fetching(sum(max(each.head - starts[each.area].cursor, 0) for each in areas))
        if tally.fetch_estimate:
            self._fetch_pages(starts)
        self.reloaded += exchange.end_fetching([each.area for each in areas], self._trip.centre_ms)

    def page(self, cursors: dict[str, int], heads: dict[str, int], origin: str = "") -> PullReply:
        """The next page, without rows that need no telling to an origin where one is named."""
        self._trip.pause_point()
        size = min(self._trip.down.plain_bytes, self._most_bytes)
        epoch = self._trip.greeting.epoch
        return self._pull(Pull(epoch=epoch, cursors=cursors, heads=heads, origin=origin, limit_bytes=size))

    def _fetch_pages(self, starts: Mapping[str, Start]) -> None:
        # An area that is loaded from its beginning brings the own rows too.
        origin = "" if any(each.is_load for each in starts.values()) else self._trip.origin
        if all(each.is_load for each in starts.values()):
            self._most_bytes = _MOST_LOAD_BYTES
        cursors = {area: each.cursor for area, each in starts.items()}
        heads: dict[str, int] = {}
        is_done, begun_s = False, self._trip.clock.monotonic_s()
        with Aside() as aside:
            while not is_done:
                page = self.page(cursors, heads, origin)
                if any(floor > starts[area].sound_to for area, floor in page.floors.items()):
                    # The next contact tells from where to begin.
                    raise forgot_meanwhile()
                self._trip.tally.end_page(_versions_left(page), self._trip.clock.monotonic_s() - begun_s)
                aside.take_in(partial(self._trip.exchange.apply_page, page), self._count)
                cursors, heads, is_done = page.cursors, page.heads, page.done

    def _count(self, rows: int) -> None:
        self._trip.tally.fetched += rows
        self._trip.tell()

    def _pull(self, pull: Pull) -> PullReply:
        doorway, down, clock = self._trip.doorway, self._trip.down, self._trip.clock
        before = doorway.received_bytes, doorway.received_plain_bytes
        before_s = clock.monotonic_s()
        page = self._trip.over(down, lambda: doorway.pull(pull))
        size, plain = doorway.received_bytes - before[0], doorway.received_plain_bytes - before[1]
        down.carried(size, plain, clock.monotonic_s() - before_s)
        if page.epoch != pull.epoch:
            raise centre_changed()
        if not page.done and page.cursors == pull.cursors:
            raise endless()
        trip = self._trip
        if not all(_is_sound(table) and are_founded(table, trip.origin, trip.centre_key) for table in page.tables):
            raise unsound_page()
        return page


def _versions_left(page: PullReply) -> int:
    return sum(max(head - page.cursors.get(area, head), 0) for area, head in page.heads.items())


def _is_sound(table: TablePage) -> bool:
    """Whether the rows are what the columns say, before one of them is taken in."""
    width = len(table.columns)
    is_led = tuple(table.columns[: len(LEADING_COLUMNS)]) == LEADING_COLUMNS
    return is_led and all(len(row) == width and isinstance(row[0], str) for row in table.rows)
