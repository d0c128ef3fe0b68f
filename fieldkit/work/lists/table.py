"""A table as it stands in a file, before anyone knows what its columns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final, Self, TypeAlias

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta
Row: TypeAlias = Sequence[Cell]

MAX_ROWS = 1_000_000
MAX_COLUMNS = 500
_MOST_TOLD: Final = 5
NUL: Final = "\0"
"""The one letter that no database of a centre takes; where a file has it, it is left out."""


class Rows:
    """The rows below the header; may be gone through more than once (a dry run, then the import)."""

    def __init__(self, start: Callable[[], Iterator[Row]], skip: int) -> None:
        self._start = start
        self._skip = skip

    def __iter__(self) -> Iterator[Row]:
        return islice(self._start(), self._skip, None)


@dataclass(frozen=True)
class RawTable:
    """Header and rows of one sheet or text file.

    `first_line` is the number that Excel shows beside the first row. `row_count` counts empty rows too, and for a text
    file is a close upper bound. `formulas` are the columns with formulas that were never calculated; their cells come
    as empty text. `serial_ahead_days` is what a bare serial number of a day lacks to one that is counted from 1900.
    `separator` is what parts the columns of a text file.
    """

    header: tuple[str, ...]
    rows: Rows
    first_line: int
    row_count: int
    sheet: str
    sheet_names: tuple[str, ...]
    formulas: tuple[str, ...] = ()
    serial_ahead_days: int = 0
    separator: str = ""

    def checked(self) -> Self:
        """The table itself; FileError if nothing stands below its header."""
        if not any(map(is_filled, self.rows)):
            raise empty_list()
        return self


def is_filled(row: Row) -> bool:
    """Whether any cell of the row holds something."""
    return any(cell != "" and not (isinstance(cell, str) and cell.isspace()) for cell in row)


def empty_list() -> FileError:
    """Nothing to import."""
    return FileError(
        text("Daftar ini kosong."),
        text("Tidak ada baris di bawah judul kolom. Periksa lembar dan berkasnya, lalu pilih lagi."),
    )


def check_width(columns: int) -> None:
    """FileError for a table that is wider than any list."""
    if columns > MAX_COLUMNS:
        raise FileError(
            text("Daftar ini lebih dari {n} kolom.", n=MAX_COLUMNS),
            text("Hapus kolom kosong di ujung kanannya, simpan, lalu pilih lagi."),
        )


def damaged_list() -> FileError:
    """A file of which something is missing or was changed on its way."""
    return FileError(
        text("Berkas ini rusak atau belum lengkap."),
        text(
            "Biasanya salinannya terputus. Salin ulang dari sumbernya, lalu pilih lagi. Daftar yang ada tidak berubah."
        ),
    )


def stray_marks(places: Sequence[tuple[int, int]]) -> FileError:
    """Quotation marks that take in what belongs to other cells or rows; a place is its first and last line."""
    told = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in places[:_MOST_TOLD])
    return FileError(
        text("Ada tanda kutip yang menggabungkan sel atau orang, di baris {lines}.", lines=told)
        if len(places) <= _MOST_TOLD
        else text("Ada tanda kutip yang menggabungkan sel atau orang, di baris {lines} dan lainnya.", lines=told),
        text(
            "Belum ada yang diubah. Buka di Notepad, hapus tanda kutip yang salah di baris itu (kalau kutipnya benar, "
            "jadikan isinya satu baris), simpan, lalu pilih lagi; atau minta berkas .xlsx ke admin data. Jangan simpan "
            "ulang dari Excel: orangnya ikut hilang."
        ),
    )


def too_many_rows() -> FileError:
    """More than one list can sensibly hold."""
    return FileError(
        text("Daftar ini lebih dari 1 juta baris."),
        text("Pisahkan per kecamatan, hapus baris dan kolom kosong di ujungnya, simpan, lalu pilih lagi."),
    )
