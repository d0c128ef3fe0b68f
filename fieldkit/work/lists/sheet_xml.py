"""What the fast reader does not tell of an .xlsx: its stated size, its date system, and formulas without a value."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from functools import cached_property, partial
from pathlib import Path

MAX_TEXT_BYTES = 128 * 1024 * 1024
_SHEET = re.compile(rb"<sheet\b[^>]*>")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+\d+:([A-Z]+)(\d+)"')
_UNCALCULATED = re.compile(rb'<c r="([A-Z]+)\d+"[^>]*><f\b(?:[^>]*/>|[^>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>')
_FROM_1904 = re.compile(rb'<workbookPr\b[^>]*\bdate1904="(?:1|true)"')
_TEXT_END = b"</si>"
_EMPTY_TEXT = b"<si/>"
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>\s*(\d{1,9})\s*<")
_LONG_TEXT_BYTES = 512
_LONGEST_TEXT_BYTES = 4 * 1024 * 1024
_PIECE_BYTES = 1024 * 1024
_VALUE_BYTES = 64
_DIMENSION_BYTES = 4096
# Formulas come by the column: the first few thousand rows tell, and cost milliseconds.
_SAMPLE_BYTES = 2 * 1024 * 1024


class SheetXml:
    """The sheets of an .xlsx as XML; a workbook of another kind simply tells nothing."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive

    def dimension(self, sheet: str) -> tuple[int, int]:
        """Columns and rows that the sheet says it has; 0, 0 if it does not say."""
        match = _DIMENSION.search(self._head(sheet, _DIMENSION_BYTES))
        return (_column_of(match[1]) + 1, int(match[2])) if match else (0, 0)

    def counts_from_1904(self) -> bool:
        """Whether its days are counted from 1904, as Excel on older Macs did."""
        return _FROM_1904.search(self._read("xl/workbook.xml")) is not None

    def columns_without_value(self, sheet: str) -> set[int]:
        """Columns, counted from 0, in which formulas stand that no program has calculated."""
        return {_column_of(letters) for letters in _UNCALCULATED.findall(self._head(sheet, _SAMPLE_BYTES))}

    def long_text_bytes(self, sheet: str, most: int) -> int:
        """How much the long texts come to that its cells share, each told as often as a cell points to it.

        A count that passes `most` ends there. The fast reader lays out every one of them.
        """
        part, asked = self._parts.get(sheet), 0
        if part is None or not self._long_texts:
            return 0
        rest = b""
        for piece in self._pieces(part):
            held = rest + piece
            end = 0
            for found in _VALUE.finditer(held):
                asked += self._long_texts.get(int(found[1]), 0)
                end = found.end()
            if asked > most:
                return asked
            rest = held[max(end, len(held) - _VALUE_BYTES) :]
        return asked

    @cached_property
    def _long_texts(self) -> dict[int, int]:
        """Bytes of each long text that cells share, by its number; one without an end is as long as all there is."""
        found: dict[int, int] = {}
        number, rest = 0, b""
        for piece in self._pieces("xl/sharedStrings.xml"):
            *texts, rest = (rest + piece).split(_TEXT_END)
            for told in texts:
                number += told.count(_EMPTY_TEXT)
                if len(told) > _LONG_TEXT_BYTES:
                    found[number] = len(told)
                number += 1
            if len(rest) > _LONGEST_TEXT_BYTES:
                return found | {number: MAX_TEXT_BYTES + 1}
        return found

    def _pieces(self, part: str) -> Iterator[bytes]:
        with zipfile.ZipFile(self._archive) as archive:
            if part in archive.namelist():
                with archive.open(part) as file:
                    yield from iter(partial(file.read, _PIECE_BYTES), b"")

    def _head(self, sheet: str, size_bytes: int) -> bytes:
        part = self._parts.get(sheet)
        return b"" if part is None else self._read(part, size_bytes)

    @cached_property
    def _parts(self) -> dict[str, str]:
        relations = {
            found.get("Id", ""): found.get("Target", "")
            for found in map(_attributes, _RELATION.findall(self._read("xl/_rels/workbook.xml.rels")))
        }
        sheets = map(_attributes, _SHEET.findall(self._read("xl/workbook.xml")))
        return {found.get("name", ""): _part_name(relations.get(found.get("r:id", ""), "")) for found in sheets}

    def _read(self, part: str, size_bytes: int = _SAMPLE_BYTES) -> bytes:
        with zipfile.ZipFile(self._archive) as archive:
            if part not in archive.namelist():
                return b""
            with archive.open(part) as file:
                return file.read(size_bytes)


def _attributes(tag: bytes) -> dict[str, str]:
    return {name.decode(): html.unescape(value.decode("utf-8", "replace")) for name, value in _ATTRIBUTE.findall(tag)}


def _part_name(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _column_of(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column - 1
