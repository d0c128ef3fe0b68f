"""Lists as text: the encoding and the separator are found, since nobody who exports a .csv knows them."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text
from fieldkit.work.lists.header import find_header, header_titles
from fieldkit.work.lists.mapping import known_titles
from fieldkit.work.lists.table import (
    MAX_COLUMNS,
    MAX_ROWS,
    NUL,
    RawTable,
    Row,
    Rows,
    check_width,
    damaged_list,
    empty_list,
    too_many_rows,
)

_SEPARATORS = ";,\t|"
_SAMPLE_LINES = 60
_SAMPLE_LETTERS = 1 << 20
_FEWEST_SWALLOWED = 3
"""An address of several lines may hold some separators of its own."""
_ENCODINGS_BY_MARK = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_delimited(path: Path) -> RawTable:
    """The rows of a .csv or other text file with separators."""
    content = decode(path.read_bytes()).replace(NUL, "")
    if content.count("\n") > MAX_ROWS:
        raise too_many_rows()
    text_rows = _TextRows(content)
    lines = list(islice(text_rows.rows(), _SAMPLE_LINES))
    if not lines:
        raise empty_list()
    header = find_header(lines)
    check_width(len(header.cells))
    return RawTable(
        header=header_titles(header.cells),
        rows=Rows(partial(text_rows.rows, len(header.cells)), header.first_row),
        first_line=header.first_row + 1,
        row_count=content.count("\n") + 1 - header.first_row,
        sheet=path.stem,
        sheet_names=(path.stem,),
    ).checked()


def decode(content: bytes) -> str:
    """Text in the encoding of its byte order mark, else UTF-8, else what Windows writes (cp1252).

    Where two lists were put one below the other, each line is in the encoding of its own.
    """
    for mark, encoding in _ENCODINGS_BY_MARK:
        if content.startswith(mark):
            return _told_by_mark(content, encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return "\n".join(map(_decoded_line, content.split(b"\n")))


def _told_by_mark(content: bytes, encoding: str) -> str:
    """FileError where it is UTF-16 by its first two bytes alone, as a damaged workbook can be."""
    try:
        return content.decode(encoding, "strict" if encoding == "utf-16" else "replace")
    except UnicodeDecodeError as error:
        raise damaged_list() from error


def _decoded_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


class _TextRows:
    """Rows of a text; each pass begins anew."""

    def __init__(self, content: str) -> None:
        first, _, rest = content.partition("\n")
        # Excel writes and reads such a first line.
        told = first.strip().lower().removeprefix("sep=") if first.lower().startswith("sep=") else ""
        self._content = rest if told else content
        self._separator = told[:1] or _separator_of(content)

    def rows(self, width: int = MAX_COLUMNS) -> Iterator[Row]:
        """From the first on; FileError where a cell holds as much as a whole row of that many columns."""
        with _quotes_told():
            reader, line = csv.reader(io.StringIO(self._content, newline=""), delimiter=self._separator), 0
            for row in reader:
                if reader.line_num > line + 1 and self._swallows(row, width):
                    raise csv.Error("a quotation mark was not closed")
                line = reader.line_num
                yield row

    def _swallows(self, row: Sequence[str], width: int) -> bool:
        most = max(width - 1, _FEWEST_SWALLOWED)
        return any("\n" in cell and cell.count(self._separator) >= most for cell in row)


@contextmanager
def _quotes_told() -> Iterator[None]:
    try:
        yield
    except csv.Error as error:
        raise FileError(
            text("Berkas ini tidak terbaca sebagai daftar."),
            text("Ada tanda kutip yang tidak ditutup. Buka di Excel, simpan sebagai .xlsx, lalu pilih yang baru."),
        ) from error


def _separator_of(content: str) -> str:
    """The separator that parts the titles of a header, or else most lines into the same number of columns."""
    sample = content[:_SAMPLE_LETTERS]
    return max(_SEPARATORS, key=lambda separator: _agreement(sample, separator))


def _agreement(sample: str, separator: str) -> tuple[int, int, int]:
    try:
        rows = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=separator), _SAMPLE_LINES))
    except csv.Error:
        return 0, 0, 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    known = max(map(known_titles, rows), default=0)
    width, lines = max(widths.items(), key=lambda item: item[1], default=(0, 0))
    return known, lines, width
