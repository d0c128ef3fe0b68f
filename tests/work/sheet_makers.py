"""Workbooks written part by part, with what no library writes: any cell, another date system, cached formulas."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DATE_STYLE = 1
_BASES = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


@dataclass(frozen=True)
class XmlCell:
    """A cell as its sheet spells it: kind (s, n, d, b, e), what it holds, and whether a formula stands before it."""

    kind: str
    value: str | float | bool | date
    is_formula: bool = False


def save_workbook(
    path: Path,
    sheets: Sequence[tuple[str, str, Sequence[Sequence[XmlCell]]]],
    *,
    is_1904: bool = False,
    merged: Sequence[str] = (),
) -> Path:
    """Sheets by name, state (visible, hidden, veryHidden) and rows; `merged` are ranges of each of them."""
    numbered = list(enumerate(sheets, 1))
    names = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" state="{state}" r:id="r{n}"/>' for n, (name, state, _) in numbered
    )
    flag = '<workbookPr date1904="1"/>' if is_1904 else "<workbookPr/>"
    targets = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in numbered
    )
    styles = f'<Relationship Id="rs" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_SPACE}" xmlns:r="{_RELATIONS}">{flag}'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{targets}{styles}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_SPACE}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        **{f"xl/worksheets/sheet{n}.xml": _sheet(rows, merged, is_1904) for n, (_, _, rows) in numbered},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + content)
    return path


def _sheet(rows: Sequence[Sequence[XmlCell]], merged: Sequence[str], is_1904: bool) -> str:
    lines = "".join(
        f'<row r="{line}">'
        + "".join(_cell(f"{chr(65 + at)}{line}", cell, is_1904) for at, cell in enumerate(row))
        + "</row>"
        for line, row in enumerate(rows, 1)
    )
    ranges = "".join(f'<mergeCell ref="{cells}"/>' for cells in merged)
    together = f"<mergeCells>{ranges}</mergeCells>" if merged else ""
    return f'<worksheet xmlns="{_SPACE}"><sheetData>{lines}</sheetData>{together}</worksheet>'


def _cell(place: str, cell: XmlCell, is_1904: bool) -> str:
    formula = "<f>A1</f>" if cell.is_formula else ""
    if cell.kind == "s" and not cell.is_formula:
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{_spelt(str(cell.value))}</t></is></c>'
    if cell.kind == "s":
        return f'<c r="{place}" t="str">{formula}<v>{_spelt(str(cell.value))}</v></c>'
    if isinstance(cell.value, date):
        return f'<c r="{place}" s="{_DATE_STYLE}">{formula}<v>{(cell.value - _BASES[is_1904]).days}</v></c>'
    kind = {"b": ' t="b"', "e": ' t="e"'}.get(cell.kind, "")
    value = int(cell.value) if isinstance(cell.value, bool) else cell.value
    return f'<c r="{place}"{kind}>{formula}<v>{value}</v></c>'


def _spelt(text: str) -> str:
    """Letters that no XML may hold are written by their number, as Excel does."""
    return "".join(each if each >= " " or each in "\t\n" else f"_x{ord(each):04X}_" for each in escape(text))
