"""The one edge at which errors of SQLite become errors of FieldKit."""

from __future__ import annotations

from types import TracebackType

import sqlcipher3.dbapi2 as sqlite

from fieldkit.domain.errors import BusyError, CorruptError, DiskFullError, ReadOnlyError, StoreError
from fieldkit.domain.text import text

_FULL = ("disk is full", "database or disk is full")
_READ_ONLY = ("readonly", "unable to open")
_DAMAGED = ("malformed", "not a database", "disk i/o error", "hmac")


class _Edge:
    """What `with sqlite_errors()` enters; without state, since every statement passes here."""

    def __enter__(self) -> None:
        return

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, _: TracebackType | None
    ) -> None:
        if isinstance(problem, sqlite.DatabaseError):
            raise _translated(str(problem).lower()) from problem


_EDGE = _Edge()


def sqlite_errors() -> _Edge:
    """Translate what SQLite raises; everything else passes."""
    return _EDGE


def _translated(words: str) -> Exception:
    if any(mark in words for mark in _FULL):
        return disk_full()
    if "locked" in words or "busy" in words:
        return BusyError(
            text("Data laptop sedang dipakai program lain."),
            text("Belum ada yang hilang. Tutup FieldKit yang lain, lalu coba lagi."),
        )
    if any(mark in words for mark in _READ_ONLY):
        return ReadOnlyError(
            text("Map data di laptop ini tidak bisa ditulis."),
            text("Yang sudah tersimpan tetap utuh. Minta kantor memeriksa izin map data."),
        )
    if any(mark in words for mark in _DAMAGED):
        return damaged()
    return StoreError(
        text("Data laptop tidak menjawab seperti biasa."),
        text("Yang sudah tersimpan tetap utuh. Mulai ulang FieldKit; kalau terulang, kirim log ke kantor."),
    )


def disk_full() -> DiskFullError:
    """No space: what was typed stays on screen and as a draft is impossible, so this says how to go on."""
    return DiskFullError(
        text("Penyimpanan laptop penuh, yang ini belum tersimpan."),
        text("Isian tetap di layar, data lama utuh. Kosongkan ruang (tempat sampah, unduhan), lalu simpan lagi."),
    )


def damaged() -> CorruptError:
    """The file can not be read with this key."""
    return CorruptError(
        text("Data di laptop ini tidak bisa dibaca."),
        text("Berkas rusak atau kuncinya lain; tidak ada yang ditimpa. Pulihkan cadangan terakhir."),
    )
