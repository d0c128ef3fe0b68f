"""The one edge at which errors of SQLite become errors of FieldKit."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import TracebackType
from typing import Final

import sqlcipher3.dbapi2 as sqlite

from fieldkit.domain.errors import BusyError, CorruptError, DiskError, DiskFullError, ReadOnlyError, StoreError
from fieldkit.domain.text import text

_PRIMARY: Final = 0xFF
"""The lowest byte of a code tells what happened, the others where."""
_ROOM_TO_OPEN: Final = 64 << 10
"""Below that the disk has no room for what SQLite keeps beside an open file, and says no more than that it failed."""


class Edge:
    """What is entered around each statement on a file; made once for it, since every statement passes here."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, _: TracebackType | None
    ) -> None:
        if isinstance(problem, sqlite.DatabaseError):
            raise _translated(problem, self._path) from problem


def opening_error(problem: BaseException, path: Path) -> StoreError:
    """Why a file can not be opened: on a full disk that is no fault of the file, whatever SQLite calls it."""
    return disk_full_at_start() if _is_for_want_of_room(problem, path) else _translated(problem, path)


def is_no_database(problem: BaseException) -> bool:
    """Whether the file is none to this key: another key, or a broken start of it."""
    return bool(_code(problem) == sqlite.SQLITE_NOTADB)


def _translated(problem: BaseException, path: Path) -> StoreError:
    code = _code(problem)
    if code == sqlite.SQLITE_FULL or _is_for_want_of_room(problem, path):
        return disk_full()
    if code in {sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED}:
        return _busy()
    if code in {sqlite.SQLITE_READONLY, sqlite.SQLITE_CANTOPEN, sqlite.SQLITE_PERM}:
        return _read_only()
    if code in {sqlite.SQLITE_CORRUPT, sqlite.SQLITE_NOTADB}:
        return damaged()
    return _disk_trouble() if code == sqlite.SQLITE_IOERR else _strange()


def _is_for_want_of_room(problem: BaseException, path: Path) -> bool:
    return _code(problem) == sqlite.SQLITE_IOERR and _free_bytes(path) < _ROOM_TO_OPEN


def _code(problem: BaseException) -> int:
    return int(getattr(problem, "sqlite_errorcode", sqlite.SQLITE_ERROR)) & _PRIMARY


def _free_bytes(path: Path) -> int:
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return 0


def disk_full() -> DiskFullError:
    """No space: what was typed stays on screen and as a draft is impossible, so this says how to go on."""
    return DiskFullError(
        text("Penyimpanan laptop penuh, yang ini belum tersimpan."),
        text("Isian tetap di layar, data lama utuh. Kosongkan ruang (tempat sampah, unduhan), lalu simpan lagi."),
    )


def disk_full_at_start() -> DiskFullError:
    """No space to begin with."""
    return DiskFullError(
        text("Penyimpanan laptop penuh."),
        text("Semua yang tersimpan utuh. Kosongkan ruang (tempat sampah, unduhan), lalu coba lagi."),
    )


def damaged() -> CorruptError:
    """The file can not be read with this key."""
    return CorruptError(
        text("Data di laptop ini tidak bisa dibaca."),
        text("Berkas rusak atau kuncinya lain; tidak ada yang ditimpa. Pulihkan cadangan terakhir."),
    )


def _busy() -> BusyError:
    return BusyError(
        text("Data laptop sedang dipakai program lain."),
        text("Belum ada yang hilang. Tutup FieldKit yang lain, lalu coba lagi."),
    )


def _read_only() -> ReadOnlyError:
    return ReadOnlyError(
        text("Map data di laptop ini tidak bisa ditulis."),
        text("Yang sudah tersimpan tetap utuh. Minta kantor memeriksa izin map data."),
    )


def _disk_trouble() -> DiskError:
    return DiskError(
        text("Penyimpanan laptop tidak menjawab."),
        text(
            "Yang sudah tersimpan belum berubah. Tunggu sebentar lalu coba lagi; kalau terulang, jangan matikan "
            "paksa, dan bawa laptop ke kantor."
        ),
    )


def _strange() -> StoreError:
    return StoreError(
        text("Data laptop tidak menjawab seperti biasa."),
        text("Yang sudah tersimpan tetap utuh. Mulai ulang FieldKit; kalau terulang, kirim log ke kantor."),
    )
