"""Where the header of a list is: not always in the first row, sometimes numbered, sometimes merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text
from fieldkit.work.lists.mapping import known_titles
from fieldkit.work.lists.table import Row, empty_list, is_filled

_ENOUGH_KNOWN = 2
_Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Header:
    """The header row, counted from 0, and the first row below it that is no row of column numbers."""

    index: int
    cells: tuple[str, ...]
    first_row: int


def find_header(lines: Sequence[Row]) -> Header:
    """The row with the most titles that FieldKit knows; if there is none, the first with at least two cells."""
    known = [known_titles(_texts(line)) for line in lines]
    best = max(range(len(lines)), key=lambda index: known[index], default=None)
    if best is None or known[best] < _ENOUGH_KNOWN:
        best = _first_wide(lines)
    return Header(best, tuple(_texts(lines[best])), _first_row(lines, best))


def has_known_header(lines: Sequence[Row]) -> bool:
    """Whether any of these lines looks like the header of a by-name list."""
    return any(known_titles(_texts(line)) >= _ENOUGH_KNOWN for line in lines)


def _first_wide(lines: Sequence[Row]) -> int:
    filled = [index for index, line in enumerate(lines) if is_filled(line)]
    if not filled:
        raise empty_list()
    wide = [index for index in filled if sum(cell != "" for cell in lines[index]) > 1]
    return (wide or filled)[0]


def _first_row(lines: Sequence[Row], header: int) -> int:
    following = header + 1
    return following + 1 if following < len(lines) and _is_numbering(lines[following]) else following


def _is_numbering(line: Row) -> bool:
    """Whether this row only numbers the columns: 1, 2, 3 or (1), (2), (3), as official tables do."""
    numbers = [title.strip("()").removesuffix(".0") for title in _texts(line) if title]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _texts(line: Row) -> list[str]:
    return [" ".join(str(cell).split()) for cell in line]


def header_titles(cells: Sequence[str], left: int = 0) -> tuple[str, ...]:
    """A title for every column, each different: an empty one is named by its letter, a repeated one is numbered."""
    titles: dict[str, None] = {}
    for column, cell in enumerate(cells, start=left):
        title = cell or column_letters(column)
        numbered = (f"{title} ({number})" for number in count(2))
        titles[title if title not in titles else next(t for t in numbered if t not in titles)] = None
    return tuple(titles)


def column_letters(column: int) -> str:
    """The letters that Excel shows above a column counted from 0: A, Z, AA."""
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters = chr(ord("A") + letter) + letters
        column -= 1
    return letters


def check_merged(ranges: Sequence[_Range], header: int) -> None:
    """FileError if the header shares cells between columns; a title above it, or a cell two rows high, may."""
    linked = [r for r in ranges if r[0][0] <= header <= r[1][0]]
    top = min([header, *(start[0] for start, _ in linked)])
    bottom = max([header, *(end[0] for _, end in linked)])
    shared = [start[0] for start, end in ranges if start[1] != end[1] and start[0] <= bottom and end[0] >= top]
    if shared:
        raise FileError(
            text("Judul kolom di baris {line} digabung.", line=shared[0] + 1),
            text("Pisahkan selnya di Excel (Unmerge Cells), beri tiap kolom judul sendiri, simpan, lalu pilih lagi."),
        )
