"""List files as they come: told apart by content, opened within limits, refused in words of the user.

To be run in a process of its own (`files.read_rows`): a crafted workbook makes the reader ask for all memory.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text
from fieldkit.work.lists.dates import FROM_1904_DAYS
from fieldkit.work.lists.delimited import read_delimited
from fieldkit.work.lists.header import check_merged, find_header, has_known_header, header_titles
from fieldkit.work.lists.sheet_xml import MAX_TEXT_BYTES, SheetXml
from fieldkit.work.lists.table import (
    MAX_ROWS,
    Cell,
    RawTable,
    Rows,
    check_width,
    damaged_list,
    empty_list,
    too_many_rows,
)

MAX_BYTES = 100 * 1024 * 1024
MAX_UNPACKED_BYTES = 1536 * 1024 * 1024
MAX_CELLS = 50_000_000
_ZIP_RATIO = 200
_RATIO_MATTERS_BYTES = 32 * 1024 * 1024
_HEAD_BYTES = 4096
_HEADER_LINES = 60


class _Kind(Enum):
    ZIP = "zip"
    OLE = "ole"
    WEB_PAGE = "web page"
    TEXT = "text"
    OTHER = "other"


_DAMAGES = (CalamineError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
_ZIP_MAGIC = b"PK\x03\x04"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_WEB_PAGE_STARTS = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<?xml", b"<style", b"<head", b"<div")
_WORKBOOK_PARTS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")


def open_table(path: Path, *, sheet: str | None = None) -> RawTable:
    """The rows of an .xlsx, .xls or .csv file, whatever its name ends in; FileError says what to do about any other.

    Without `sheet`, the first visible sheet whose header is known, or else the first that is not empty.
    """
    with _told_as_file_error():
        kind = _kind_of(path)
        if kind is _Kind.TEXT:
            return read_delimited(path)
        _refuse_other(kind, path)
        with path.open("rb") as file:
            # By content: from_path would believe the ending of the name.
            workbook = CalamineWorkbook.from_filelike(file)
        return _read_workbook(workbook, path if kind is _Kind.ZIP else None, sheet)


@contextmanager
def _told_as_file_error() -> Iterator[None]:
    try:
        yield
    except PasswordError as error:
        raise _locked() from error
    except _DAMAGES as error:
        raise damaged_list() from error
    except OSError as error:
        raise FileError(
            text("Berkas ini tidak bisa dibuka."),
            text("Mungkin sudah dipindah, atau masih dipakai program lain. Tutup dulu di Excel, lalu pilih lagi."),
        ) from error
    except MemoryError as error:
        raise harmful() from error
    except BaseException as error:
        # The reader panics at some damage; the class of that is no Exception, and can not be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged_list() from error


def _kind_of(path: Path) -> _Kind:
    size_bytes = path.stat().st_size
    if size_bytes > MAX_BYTES:
        raise FileError(
            text("Berkas ini lebih besar dari 100 MB."),
            text("Pisahkan per kecamatan, atau buang gambar di dalamnya, simpan, lalu pilih lagi."),
        )
    if size_bytes == 0:
        raise empty_list()
    with path.open("rb") as file:
        return _kind_of_head(file.read(_HEAD_BYTES))


def _kind_of_head(head: bytes) -> _Kind:
    if head.startswith(_ZIP_MAGIC):
        return _Kind.ZIP
    if head.startswith(_OLE_MAGIC):
        return _Kind.OLE
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB_PAGE_STARTS):
        return _Kind.WEB_PAGE
    is_text = head.startswith(_UTF16_MARKS) or b"\0" not in head
    return _Kind.TEXT if is_text and not head.startswith(b"%PDF") else _Kind.OTHER


def _refuse_other(kind: _Kind, path: Path) -> None:
    if kind is _Kind.WEB_PAGE:
        raise FileError(
            text("Berkas ini halaman web yang diberi nama Excel."),
            text("Buka di Excel, simpan sebagai Excel Workbook (.xlsx), lalu pilih berkas yang baru."),
        )
    if kind is _Kind.OTHER:
        raise _not_a_list()
    if kind is _Kind.ZIP:
        _check_archive(path)
    else:
        _check_ole(path)


def _check_archive(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    if not any(part.filename in _WORKBOOK_PARTS for part in parts):
        raise _not_a_list()
    unpacked_bytes = sum(part.file_size for part in parts)
    swollen = unpacked_bytes > _RATIO_MATTERS_BYTES and unpacked_bytes > _ZIP_RATIO * path.stat().st_size
    if swollen or unpacked_bytes > MAX_UNPACKED_BYTES:
        raise FileError(
            text("Isi berkas ini jauh lebih besar dari yang wajar untuk sebuah daftar."),
            text("Salin baris dan kolom yang dipakai ke berkas baru, simpan sebagai .xlsx, lalu pilih yang baru."),
        )


def _check_ole(path: Path) -> None:
    # Names of the streams inside, as the directory of such a file spells them.
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise _locked()
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        raise _not_a_list()


def _read_workbook(workbook: CalamineWorkbook, archive: Path | None, wanted: str | None) -> RawTable:
    sheets = [meta.name for meta in workbook.sheets_metadata if meta.visible is SheetVisibleEnum.Visible]
    xml = SheetXml(archive) if archive else None
    for name in sheets:
        _check_dimension(xml, name)
        _check_texts(xml, name)
    sheet = _chosen_sheet(workbook, sheets, wanted)
    if sheet.height > MAX_ROWS:
        raise too_many_rows()
    check_width(sheet.width)
    return _table_of(sheet, tuple(sheets), xml)


def _check_dimension(xml: SheetXml | None, name: str) -> None:
    # One stray cell at the far end makes the reader lay out every cell before it.
    columns, rows = xml.dimension(name) if xml else (0, 0)
    if columns * rows > MAX_CELLS:
        raise too_many_rows()


def _check_texts(xml: SheetXml | None, name: str) -> None:
    # One long text that thousands of cells share is laid out for each of them.
    if xml and xml.long_text_bytes(name, MAX_TEXT_BYTES) > MAX_TEXT_BYTES:
        raise FileError(
            text("Sel di berkas ini memuat teks yang terlalu panjang untuk sebuah daftar."),
            text("Belum ada yang diubah. Hapus kolom yang berisi teks panjang itu, simpan, lalu pilih lagi."),
        )


def _chosen_sheet(workbook: CalamineWorkbook, sheets: Sequence[str], wanted: str | None) -> CalamineSheet:
    if wanted is not None and wanted not in sheets:
        raise FileError(
            text("Lembar {sheet} tidak ada di berkas ini.", sheet=wanted),
            text("Pilih salah satu: {sheets}.", sheets=", ".join(sheets)),
        )
    filled = []
    for name in sheets if wanted is None else [wanted]:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.height > 0:
            filled.append(sheet)
            if has_known_header(_first_lines(sheet)):
                return sheet
    if not filled:
        raise empty_list()
    return filled[0]


def _first_lines(sheet: CalamineSheet) -> list[list[Cell]]:
    return list(islice(sheet.iter_rows(), _HEADER_LINES))


def _table_of(sheet: CalamineSheet, sheets: tuple[str, ...], xml: SheetXml | None) -> RawTable:
    header = find_header(_first_lines(sheet))
    check_merged(sheet.merged_cell_ranges or [], header.index)
    left = sheet.start[1] if sheet.start else 0
    titles = header_titles(header.cells, left)
    unread = xml.columns_without_value(sheet.name) if xml else set()
    return RawTable(
        header=titles,
        rows=Rows(sheet.iter_rows, header.first_row),
        first_line=header.first_row + 1,
        row_count=sheet.height - header.first_row,
        sheet=sheet.name,
        sheet_names=sheets,
        formulas=tuple(title for column, title in enumerate(titles, start=left) if column in unread),
        serial_ahead_days=FROM_1904_DAYS if xml and xml.counts_from_1904() else 0,
    ).checked()


def harmful() -> FileError:
    """A file that asks for far more than a list needs, or breaks its reader."""
    return FileError(
        text("Berkas ini rusak, atau dibuat untuk merusak."),
        text(
            "Tidak ada yang berubah. Salin baris dan kolom yang dipakai ke berkas baru, atau minta salinan baru dari "
            "admin data, lalu pilih yang baru."
        ),
    )


def _locked() -> FileError:
    return FileError(
        text("Berkas ini dikunci kata sandi."),
        text("Buka di Excel, simpan tanpa kata sandi, lalu pilih lagi. Hapus salinan itu setelah daftarnya masuk."),
    )


def _not_a_list() -> FileError:
    return FileError(
        text("Berkas ini bukan daftar Excel atau CSV."),
        text("Pilih berkas .xlsx, .xls, atau .csv dari admin data."),
    )
