"""Lists as text: the encoding and the separator are found, since nobody who exports a .csv knows them."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from fieldkit.work.lists.header import find_header, header_titles
from fieldkit.work.lists.mapping import known_titles
from fieldkit.work.lists.table import (
    MAX_ROWS,
    NUL,
    RawTable,
    Row,
    Rows,
    check_width,
    damaged_list,
    empty_list,
    stray_marks,
    too_many_rows,
)

_SEPARATORS = ";,\t|"
_SAMPLE_LINES = 60
_SAMPLE_LETTERS = 1 << 20
_FEWEST_SWALLOWED = 3
"""An address of several lines may hold some separators of its own."""
_LINE_END = re.compile("[\r\n]")
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
    sample = text_rows.sample()
    if not sample:
        raise empty_list()
    header = find_header([spanned.row for spanned in sample])
    _check_header(sample[header.index], sample[header.first_row :], text_rows.separator)
    width = len(header.cells)
    check_width(width)
    return RawTable(
        header=header_titles(header.cells),
        rows=Rows(partial(text_rows.rows, width), header.first_row),
        first_line=header.first_row + 1,
        row_count=content.count("\n") + 1 - header.first_row,
        sheet=path.stem,
        sheet_names=(path.stem,),
        separator=text_rows.separator,
    ).checked()


def _check_header(header: _Spanned, below: Sequence[_Spanned], separator: str) -> None:
    """FileError where a mark put two titles into one, or a person among them: what is below tells how wide it was."""
    widths = Counter(len(spanned.row) for spanned in below if any(spanned.row))
    usual = max(widths, key=lambda width: widths[width], default=len(header.row))
    is_short = len(header.row) < usual
    if header.holds(separator) and (is_short or (len(header.lines) > 1 and header.wide_lines(separator, usual) > 1)):
        raise stray_marks([header.place])


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


@dataclass(frozen=True)
class _Spanned:
    """A row and the lines of the file that it takes; of those the number of the first."""

    row: list[str]
    lines: list[str]
    first: int

    @property
    def place(self) -> tuple[int, int]:
        """The first and the last of its lines, as a text editor counts them."""
        return self.first, self.first + len(self.lines) - 1

    def holds(self, separator: str) -> bool:
        """Whether a quotation mark keeps a separator or the end of a line inside a cell."""
        return len(self.lines) > 1 or self.lines[0].count(separator) >= len(self.row)

    def is_torn(self, separator: str, width: int, *, is_tight: bool) -> bool:
        """Whether a stray mark did it, and no cell that was quoted as a program does it.

        Where a list is tight, none of its cells begins with a space: a separator before one stands in a sentence.
        What might still be a person there, the reader of rows says of its row.
        """
        sentence = separator + " " if is_tight else ""
        return not self._is_quoted_well(separator) or (
            len(self.lines) > 1 and self._holds_people(separator, sentence, width)
        )

    def _is_quoted_well(self, separator: str) -> bool:
        """Whether each mark opens a cell, closes it, or is doubled inside."""
        cell = rf'(?:"(?:[^"]|"")*+"|[^"\r\n{re.escape(separator)}]*+)'
        return bool(re.fullmatch(rf"{cell}(?:{re.escape(separator)}{cell})*+[\r\n]*", "".join(self.lines)))

    def _holds_people(self, separator: str, sentence: str, width: int) -> bool:
        """Whether more than one of its lines could be a row, or a cell holds as much as one, or begins another."""
        most = max(width - 1, _FEWEST_SWALLOWED)
        begun = re.compile(rf"[\r\n](?:[^\r\n]*{re.escape(separator)})?\s*[0-9]{{16}}\s*{re.escape(separator)}")
        return (
            any(self.row[width:])
            or self.wide_lines(separator, width, sentence) > 1
            or any(
                _parting(cell, separator, sentence) >= most or begun.search(cell)
                for cell in self.row
                if _LINE_END.search(cell)
            )
        )

    def wide_lines(self, separator: str, width: int, sentence: str = "") -> int:
        """How many of its lines have by themselves as many separators as a row of that many cells."""
        return sum(_parting(line, separator, sentence) >= width - 1 for line in self.lines)


def _parting(text: str, separator: str, sentence: str) -> int:
    """How many separators may part cells; `sentence` is one that does not, if there is such."""
    return text.count(separator) - (text.count(sentence) if sentence else 0)


class _TextRows:
    """Rows of a text; each pass begins anew."""

    def __init__(self, content: str) -> None:
        first, _, rest = content.partition("\n")
        # Excel writes and reads such a first line.
        told = first.strip().lower().removeprefix("sep=") if first.lower().startswith("sep=") else ""
        self._content = rest if told else content
        self._lines_above = 1 if told else 0
        self.separator = told[:1] or _separator_of(content)

    def sample(self) -> list[_Spanned]:
        """The first rows, as they stand."""
        return list(islice(self._spanned(), _SAMPLE_LINES))

    def rows(self, width: int) -> Iterator[Row]:
        """From the first on; FileError at the end where a quotation mark took in what belongs to another cell or row.

        All such lines are told at once, so that nobody has to come back for each.
        """
        torn, is_tight = list[tuple[int, int]](), self._is_tight()
        for spanned in self._spanned():
            if spanned.holds(self.separator) and spanned.is_torn(self.separator, width, is_tight=is_tight):
                torn.append(spanned.place)
            yield spanned.row
        if torn:
            raise stray_marks(torn)

    def _is_tight(self) -> bool:
        """Whether no cell begins with a space, as far as the first rows tell that take one line each."""
        return not any(
            cell.startswith(" ") for spanned in self.sample() if len(spanned.lines) == 1 for cell in spanned.row[1:]
        )

    def _spanned(self) -> Iterator[_Spanned]:
        taken: list[str] = []
        line = self._lines_above + 1
        reader = csv.reader(_kept(io.StringIO(self._content, newline=""), taken), delimiter=self.separator)
        try:
            for row in reader:
                yield _Spanned(row, taken[:], line)
                line += len(taken)
                taken.clear()
        except csv.Error as error:
            raise stray_marks([(line, line + len(taken) - 1)]) from error


def _kept(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line


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
