"""Which column of a list holds what, guessed from the many headers that offices use."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields

from rapidfuzz import fuzz, process

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import Text, text


@dataclass(frozen=True)
class ColumnMapping:
    """For each field the header of its column; None where the list has no such column."""

    nik: str | None = None
    nik_tail: str | None = None
    kk: str | None = None
    name: str | None = None
    birth_place: str | None = None
    birth_date: str | None = None
    sex: str | None = None
    marital: str | None = None
    address: str | None = None
    rt: str | None = None
    rw: str | None = None
    rt_rw: str | None = None
    village: str | None = None
    district: str | None = None
    phone: str | None = None

    def columns(self) -> dict[str, str]:
        """The mapped fields and their headers; the form in which a mapping is remembered."""
        return {field: header for field, header in asdict(self).items() if header is not None}

    def fits(self, header: Sequence[str]) -> bool:
        """Whether every mapped column is there."""
        return set(self.columns().values()) <= set(header)


FIELDS = tuple(field.name for field in fields(ColumnMapping))


def mapping_from(columns: Mapping[str, str]) -> ColumnMapping:
    """A remembered mapping; a field that this version does not know is left out."""
    return ColumnMapping(**{field: header for field, header in columns.items() if field in FIELDS})


def field_label(field: str) -> Text:
    """The field's name for people."""
    return _LABELS[field]


_LABELS = {
    "nik": text("NIK"),
    "nik_tail": text("4 angka akhir NIK"),
    "kk": text("nomor KK"),
    "name": text("nama"),
    "birth_place": text("tempat lahir"),
    "birth_date": text("tanggal lahir"),
    "sex": text("jenis kelamin"),
    "marital": text("status kawin"),
    "address": text("alamat"),
    "rt": text("RT"),
    "rw": text("RW"),
    "rt_rw": text("RT/RW"),
    "village": text("kelurahan atau desa"),
    "district": text("kecamatan"),
    "phone": text("nomor HP"),
}

# Written as header_key writes them.
_SYNONYMS = {
    "nik": "nik nonik nomornik niknomor nikktp nonikktp nikpenduduk nikpemilih noktp nomorktp noktpel "
    "nomorindukkependudukan noindukkependudukan nomerinduk noidentitas nomoridentitas",
    "nik_tail": "nikakhir nikterakhir akhirannik digitakhirnik nik4 nik4digit nik4akhir nik4digitakhir "
    "nik4digitterakhir nikakhir4digit 4digitnik 4nikakhir 4nikterakhir 4digitakhirnik 4digitterakhirnik "
    "4angkaakhirnik 4angkaterakhirnik empatdigitnik empatdigitakhirnik",
    "kk": "kk nokk nkk nomorkk nomerkk nokartukeluarga nomorkartukeluarga kartukeluarga nokeluarga",
    "name": "nama nm namalengkap namalgkp nmlengkap nmlgkp namajelas namaorang namapenduduk namawarga namapemilih "
    "namalengkappenduduk namalengkapwarga namasesuaiktp namawajibktp namasiswa",
    "birth_place": "tempatlahir tempatkelahiran tmplahir tmptlahir tptlahir tmplhr tmptlhr tptlhr kotalahir",
    "birth_date": "tgllahir tanggallahir tgllhr tglahir tanggallhr tanggalkelahiran tglkelahiran tgllahirktp "
    "tanggalbulantahunlahir tglblnthnlahir tglblthlahir dob",
    "sex": "jk lp jklp jenkel kelamin jeniskel jeniskelamin jeniskelaminlp jnskelamin jnsklmin lakiperempuan "
    "sex gender",
    "marital": "kawin perkawinan statuskawin statusperkawinan statuspernikahan statusmarital stskawin statkawin "
    "statuskwn statkwn",
    "address": "alamat almt alamatlengkap alamatrumah alamatktp alamatkk alamatdusun alamattinggal alamatdomisili "
    "jalandusun jldusun",
    "rt": "rt nort nomorrt",
    "rw": "rw norw nomorrw",
    "rt_rw": "rtrw rtdanrw nortrw rtrwno",
    "village": "kelurahan desa kel keldesa desakel desakelurahan kelurahandesa namakel namakelurahan namadesa nmkel "
    "namakeldesa namadesakelurahan nokel kodekel kodekelurahan kodedesa kodekeldesa",
    "district": "kecamatan kec distrik namakec namakecamatan nmkec kodekecamatan",
    "phone": "hp nohp nohpwa nomorhp nomerhp telphp telponhp notelphp telp telepon notelp notelepon nomortelepon "
    "handphone nohandphone nomorhandphone wa nowa nomorwa whatsapp nowhatsapp kontak nokontak",
}
_FIELD_OF_KEY = {key: field for field, keys in _SYNONYMS.items() for key in keys.split()}
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[a-z0-9]+")
# Short keys such as RT and RW differ by one letter; a typing error in them can not be told from another column.
_FUZZY_LENGTH = 6
_FUZZY_CUTOFF = 88.0


def header_key(header: str) -> str:
    """A header without case, spaces and signs; what stands in brackets is left out unless nothing else is there."""
    lower = header.lower()
    return _letters(_IN_BRACKETS.sub(" ", lower)) or _letters(lower)


def _letters(header: str) -> str:
    return "".join(_WORD.findall(header))


def guess_mapping(header: Sequence[str]) -> ColumnMapping:
    """The likeliest column of each field; exact names first, then names with a typing error."""
    chosen: dict[str, str] = {}
    for guess in (_FIELD_OF_KEY.get, _similar_field):
        for title in header:
            field = guess(header_key(title))
            if field is not None and field not in chosen and title not in chosen.values():
                chosen[field] = title
    return mapping_from(chosen)


def _similar_field(key: str) -> str | None:
    if len(key) < _FUZZY_LENGTH:
        return None
    found = process.extractOne(key, _LONG_KEYS, scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF)
    return None if found is None else _FIELD_OF_KEY[found[0]]


_LONG_KEYS = tuple(key for key in _FIELD_OF_KEY if len(key) >= _FUZZY_LENGTH)


def known_titles(cells: Iterable[str]) -> int:
    """How many of these cells are a header that FieldKit knows."""
    return sum(header_key(cell) in _FIELD_OF_KEY for cell in cells)


def signature(header: Sequence[str]) -> str:
    """The same for every list with this layout, so that its mapping can be remembered."""
    keys = "\n".join(header_key(title) for title in header)
    return hashlib.sha256(keys.encode()).hexdigest()[:32]


def missing_fields(mapping: ColumnMapping, *, village_chosen: bool = False) -> tuple[str, ...]:
    """The fields without which no row can be used: a name, and a village unless the planner has chosen one for all."""
    wanted = ("name",) if village_chosen else ("name", "village")
    return tuple(field for field in wanted if getattr(mapping, field) is None)


def is_reduced(mapping: ColumnMapping) -> bool:
    """Whether this is a list without whole NIKs: name, RT/RW and at most the last four digits."""
    return mapping.nik is None


def check_mapping(
    mapping: ColumnMapping, header: Sequence[str], formulas: Iterable[str] = (), *, village_chosen: bool = False
) -> None:
    """FileError when a needed column is not there, or holds formulas that were never calculated."""
    _check_needed(mapping, header, village_chosen=village_chosen)
    used = [title for title in formulas if title in mapping.columns().values()]
    if used:
        raise FileError(
            text("Kolom {columns} berisi rumus yang belum dihitung.", columns=", ".join(used)),
            text("Buka berkas ini di Excel, tunggu sampai isinya tampak, simpan, lalu pilih lagi."),
        )


def _check_needed(mapping: ColumnMapping, header: Sequence[str], *, village_chosen: bool) -> None:
    gone = [title for title in mapping.columns().values() if title not in header]
    missing = missing_fields(mapping, village_chosen=village_chosen)
    if gone or missing:
        labels = _listed([*(str(title) for title in gone), *(field_label(field) for field in missing)])
        raise FileError(
            text("Kolom {columns} tidak ditemukan di daftar ini.", columns=labels),
            text("Cocokkan kolomnya, atau minta daftar dengan judul kolom itu. Belum ada yang diubah."),
        )


def _listed(parts: Sequence[str | Text]) -> Text | str:
    """Several names as one, each still to be translated."""
    first, *rest = parts
    return text("{first}, {rest}", first=first, rest=_listed(rest)) if rest else first
