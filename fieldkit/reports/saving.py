"""Put a finished document into the folder that a person chose."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from fieldkit.domain.errors import DiskFullError, ReadOnlyError, StoreError
from fieldkit.domain.text import text

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def save_document(path: Path, content: bytes) -> None:
    """Write a document, or leave the one that was there; readable by its owner only. StoreError where it can not be."""
    try:
        _replace(path, content)
    except OSError as error:
        raise _told(error) from error


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


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
