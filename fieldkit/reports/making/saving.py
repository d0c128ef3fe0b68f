"""Put a finished document into the folder that a person chose."""

from __future__ import annotations

import errno
import re
from pathlib import Path

from fieldkit.domain.errors import DiskFullError, ReadOnlyError, StoreError
from fieldkit.domain.text import text
from fieldkit.host.files import replace_file

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def file_name(*parts: str) -> str:
    """A name without its ending, of letters and digits alone; never made from what people typed about somebody."""
    plain = (re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in parts)
    return "-".join(filter(None, plain))


def save_document(path: Path, content: bytes) -> None:
    """Write a document, or leave the one that was there; readable by its owner only. StoreError where it can not be."""
    try:
        replace_file(path, content)
    except OSError as error:
        raise _told(error) from error


def _told(error: OSError) -> StoreError:
    if error.errno in _FULL:
        return DiskFullError(
            text("Laporan belum tersimpan: cakram laptop ini penuh."),
            text("Angka yang ditandatangani tetap aman. Kosongkan ruang, lalu simpan lagi."),
        )
    return ReadOnlyError(
        text("Laporan belum tersimpan: berkasnya tidak bisa ditulis."),
        text("Mungkin sedang terbuka di program lain. Tutup dulu, atau pilih folder lain, lalu simpan lagi."),
    )
