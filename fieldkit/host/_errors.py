"""What the operating system refuses, in words of the user."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from fieldkit.domain.errors import DiskFullError, FileError, ReadOnlyError
from fieldkit.domain.text import text

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


@contextmanager
def folder_errors() -> Iterator[None]:
    """Turn an OSError of FieldKit's own folders and small files into a StoreError that names no path."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError(
                text("Cakram laptop ini penuh."),
                text("Yang sudah tersimpan tetap aman. Kosongkan ruang, lalu coba lagi."),
            ) from error
        raise ReadOnlyError(
            text("Folder FieldKit tidak bisa ditulis."),
            text("Tidak ada yang diubah. Periksa izin folder, atau pilih folder lain."),
        ) from error


@contextmanager
def outgoing_errors() -> Iterator[None]:
    """Turn an OSError of a stick, or of a folder that somebody chose, into a FileError: the laptop itself is well."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise FileError(
                text("Berkas belum ditulis: tempat yang dipilih penuh."),
                text("Tidak ada yang hilang. Kosongkan ruang di sana atau pakai USB lain, lalu tulis lagi."),
            ) from error
        raise FileError(
            text("Berkas belum ditulis: tempat yang dipilih tidak bisa ditulisi."),
            text("Tidak ada yang hilang. Periksa apakah USB terpasang dan tidak terkunci, lalu tulis lagi."),
        ) from error
