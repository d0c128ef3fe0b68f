"""Which column of a status file or a count file holds what; guessed, chosen, and remembered like those of lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from fieldkit.domain.errors import FileError
from fieldkit.domain.national.file import FileKind
from fieldkit.domain.text import Text, text
from fieldkit.work.lists.mapping import field_label, guess_mapping, header_key, signature
from fieldkit.work.lists.table import RawTable

Columns = Mapping[str, str]
"""By field the header of its column; a field that the file does not have is missing."""
STATUS_FIELDS: Final = ("nik", "status", "name", "birth_date", "as_of")
COUNT_FIELDS: Final = ("code", "district", "village", "obligated", "recorded", "unrecorded", "printed")
_NUMBERS: Final = ("obligated", "recorded", "unrecorded", "printed")
_PLACES: Final = ("code", "district", "village")
FIELDS: Final[Mapping[FileKind, tuple[str, ...]]] = {
    FileKind.STATUSES: STATUS_FIELDS,
    FileKind.COUNTS: COUNT_FIELDS,
}


def guess_columns(kind: FileKind, header: Sequence[str]) -> dict[str, str]:
    """The likeliest column of each field."""
    found = dict(guess_mapping(header).columns())
    for title in header:
        field = _FIELD_OF_KEY.get(header_key(title))
        if field is not None:
            found = {other: each for other, each in found.items() if each != title or other in _FIELD_OF_KEY.values()}
            found.setdefault(field, title)
    return {field: found[field] for field in FIELDS[kind] if field in found}


def remembered_as(kind: FileKind, header: Sequence[str]) -> str:
    """Under what the columns of such a file are kept."""
    return f"{kind}:{signature(header)}"


def fits(columns: Columns, header: Sequence[str]) -> bool:
    """Whether every column that was chosen is there."""
    return set(columns.values()) <= set(header)


def missing_fields(kind: FileKind, columns: Columns) -> tuple[str, ...]:
    """The fields without which no row of such a file can be used."""
    if kind is FileKind.STATUSES:
        return tuple(field for field in ("nik", "status") if field not in columns)
    has_place = any(field in columns for field in _PLACES)
    has_number = any(field in columns for field in _NUMBERS)
    return (*(() if has_place else ("district",)), *(() if has_number else ("recorded",)))


def check_columns(kind: FileKind, columns: Columns, table: RawTable) -> None:
    """FileError where a needed column is not there, or holds formulas that were never calculated."""
    missing = missing_fields(kind, columns)
    if missing or not fits(columns, table.header):
        words = [str(label(field)) for field in missing] or [
            each for each in columns.values() if each not in table.header
        ]
        raise FileError(
            text("Kolom {columns} tidak ditemukan di berkas ini.", columns=", ".join(words)),
            text("Cocokkan kolomnya, atau minta berkas dengan kolom itu. Belum ada yang diubah."),
        )
    unread = [title for title in table.formulas if title in columns.values()]
    if unread:
        raise FileError(
            text("Kolom {columns} berisi rumus yang belum dihitung.", columns=", ".join(unread)),
            text("Buka berkas ini di Excel, tunggu sampai isinya tampak, simpan, lalu pilih lagi."),
        )


def label(field: str) -> Text:
    """The field's name for people."""
    return _LABELS.get(field) or field_label(field)


_LABELS: Final = {
    "status": text("status perekaman"),
    "as_of": text("tanggal status"),
    "code": text("kode wilayah"),
    "obligated": text("wajib KTP"),
    "recorded": text("sudah rekam"),
    "unrecorded": text("belum rekam"),
    "printed": text("sudah dicetak"),
}
_KEYS: Final = {
    "status": "status statusperekaman statusrekam statusrekaman statusktpel statusktp statusektp statusbiometrik "
    "statusterakhir statuspusat currentstatus currentstatuscode statuscode hasil keterangan ket",
    "as_of": "tanggalstatus tglstatus tanggaldata tgldata tanggalupdate tglupdate tanggalperubahan statusdate",
    "code": "kode kodewilayah kodekec kodekecamatan kodedesa kodekel kodekelurahan kodedesakel",
    "obligated": "wajibktp wajibktpel wajibektp wktp wajib jumlahwajibktp jmlwajibktp jumlahwajibktpel "
    "pendudukwajibktp wajibktpl",
    "recorded": "sudahrekam sdhrekam telahrekam rekam perekaman sudahperekaman jumlahperekaman jumlahrekam jmlrekam "
    "sudahmelakukanperekaman sudahrekamktpel terekam",
    "unrecorded": "belumrekam blmrekam belumperekaman jumlahbelumrekam jmlbelumrekam belummelakukanperekaman "
    "belumrekamktpel sisa sisabelumrekam",
    "printed": "sudahcetak sdhcetak tercetak cetak pencetakan sudahdicetak jumlahcetak jmlcetak cetakktpel",
}
_FIELD_OF_KEY: Final = {key: field for field, keys in _KEYS.items() for key in keys.split()}
