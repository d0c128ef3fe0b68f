"""List files for tests, made byte by byte where no library writes them."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

_SECTOR = 512
_END_OF_CHAIN = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_FAT_SECTOR = 0xFFFFFFFD

HEADER = ("NIK", "NAMA LENGKAP", "TGL LAHIR", "JK", "RT", "RW", "KELURAHAN")
PERSON = ("3574031211879901", "BUDI SANTOSO", "12-11-1987", "L", "003", "005", "JATI")


def save_xlsx(path: Path, rows: Sequence[Sequence[object]], *, merged: Sequence[str] = ()) -> Path:
    """A workbook with one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    workbook.save(path)
    return path


def save_crafted_xlsx(path: Path, cell: str, *, text: str = "x") -> Path:
    """A small list whose sheet states its honest size, and holds one more cell far away from it."""
    source = save_xlsx(path.with_name(f"source of {path.name}"), [HEADER, PERSON])
    row = "".join(filter(str.isdigit, cell))
    far = f'<row r="{row}"><c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData>'
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"</sheetData>", far.encode()))
    return path


def save_xls(
    path: Path, rows: Sequence[Sequence[str | float]], *, far: tuple[int, int, str | float] | None = None
) -> Path:
    """A real BIFF8 workbook in an OLE2 file, as Excel 97 to 2003 write it.

    `far` is one more cell: row, column, value.
    """
    return save_ole(path, {"Workbook": _biff8(rows, far)})


def save_ole(path: Path, streams: dict[str, bytes]) -> Path:
    """An OLE2 file with these streams, each padded to the size from which it needs no small sectors."""
    contents = [content.ljust(-(-max(len(content), 4096) // _SECTOR) * _SECTOR, b"\0") for content in streams.values()]
    fat, starts = [_FAT_SECTOR, _END_OF_CHAIN], []
    for content in contents:
        starts.append(len(fat))
        fat += [*range(len(fat) + 1, len(fat) + len(content) // _SECTOR), _END_OF_CHAIN]
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    entries = [_entry("Root Entry", 5, _END_OF_CHAIN, 0, child=1)]
    for number, (name, start, content) in enumerate(zip(streams, starts, contents, strict=True), start=1):
        entries.append(_entry(name, 2, start, len(content), right=number + 1 if number < len(streams) else _FREE))
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    path.write_bytes(_ole_header() + struct.pack(f"<{len(fat)}I", *fat) + directory + b"".join(contents))
    return path


def _ole_header() -> bytes:
    fields = struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END_OF_CHAIN, 0, _END_OF_CHAIN, 0
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + fields + struct.pack("<109I", 0, *[_FREE] * 108)


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBBIII", len(encoded), kind, 1, _FREE, right, child)
    return encoded.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


def _biff8(rows: Sequence[Sequence[str | float]], far: tuple[int, int, str | float] | None) -> bytes:
    name = b"Daftar"
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 6))
    end = _record(0x000A, b"")
    sheet_at = len(start) + 4 + 8 + len(name) + len(end)
    globals_ = start + _record(0x0085, struct.pack("<IBBBB", sheet_at, 0, 0, len(name), 0) + name) + end
    cells = b"".join(_cell(r, c, value) for r, row in enumerate(rows) for c, value in enumerate(row))
    cells += _cell(*far) if far else b""
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 6)) + cells + end
    return globals_ + sheet


def _cell(row: int, column: int, value: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return _record(0x0204, place + struct.pack("<HB", len(value), 0) + value.encode("latin-1"))
    return _record(0x0203, place + struct.pack("<d", value))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content
