"""Rows of a file, counted one after the other, with word of how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, Protocol, TypeAlias, TypeVar

Row = TypeVar("Row")
_Row_contra = TypeVar("_Row_contra", contravariant=True)
_Found_co = TypeVar("_Found_co", covariant=True)
Progress: TypeAlias = Callable[[int, int], None]
_ROWS_PER_REPORT: Final = 1000


class Tally(Protocol[_Row_contra, _Found_co]):
    """Counts as the rows go by."""

    total: int

    def add(self, row: _Row_contra, /) -> None:
        """Count one more."""

    def result(self) -> _Found_co:
        """What was counted."""


def counted(tally: Tally[Row, _Found_co], rows: Iterable[Row], row_count: int, progress: Progress | None) -> _Found_co:
    """The result of all rows.

    `progress` is called with the rows done and `row_count`, every thousand rows and at the end; what it raises stops
    the run.
    """
    for row in rows:
        tally.add(row)
        if progress is not None and tally.total % _ROWS_PER_REPORT == 0:
            progress(tally.total, max(row_count, tally.total))
    if progress is not None:
        progress(tally.total, tally.total)
    return tally.result()
