"""What the fast reader does not tell of an .xlsx: its stated size, its date system, and formulas without a value."""

from __future__ import annotations

import html
import re
import zipfile
from functools import cached_property
from pathlib import Path

_SHEET = re.compile(rb"<sheet\b[^>]*>")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+\d+:([A-Z]+)(\d+)"')
_UNCALCULATED = re.compile(rb'<c r="([A-Z]+)\d+"[^>]*><f\b(?:[^>]*/>|[^>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>')
_FROM_1904 = re.compile(rb'<workbookPr\b[^>]*\bdate1904="(?:1|true)"')
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
