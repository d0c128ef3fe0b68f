"""Everything that is kept of a person, for that person (F-P2): on paper and as a workbook, with nothing masked.

No name of a file tells of whom it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import msgspec

from fieldkit.domain.formats import clock, day_long
from fieldkit.domain.lists.proposal import evidence_label, proposal_label
from fieldkit.domain.people.phone import owner_label
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.privacy.data_request import kind_label, state_label, way_label
from fieldkit.domain.requests.reasons import paper_label, reason_label
from fieldkit.domain.requests.service import recorded_before_label, step_label
from fieldkit.domain.text import Text
from fieldkit.domain.visits.plan import need_label
from fieldkit.domain.visits.visit import next_step_label, visit_outcome_label
from fieldkit.reports.making.html import filled
from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.minutes import letterhead
from fieldkit.reports.making.parts import NONE, Fact, Letterhead
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import Sheet, new_book, type_of
from fieldkit.store.queries.data_requests.kept import KeptRow

TITLE: Final = "Salinan data pribadi"
KEEP: Final = "Salinan ini memuat data pribadi tanpa disamarkan. Serahkan hanya kepada orangnya atau kuasanya."
LAW: Final = "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi, pasal 7 dan 8"
_REMARK: Final = (
    "Salinan ini memuat semua yang ada di laptop kantor pada saat dicetak. Alasan kunjungan rumah disimpan terpisah, "
    "dan dihapus sesudah kunjungan selesai. Data di sistem kependudukan nasional tidak disimpan di sini."
)
_WIDTHS: Final = (34, 62)


@dataclass(frozen=True, slots=True)
class ExtractHead:
    """For which office and when; `names` are ids that stand for users, lists, shifts and villages."""

    office: str
    regency: str
    at: datetime
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, repr=False)
class Section:
    """Rows of one table, each as lines."""

    title: str
    entries: tuple[tuple[Fact, ...], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Extract:
    """The extract, ready to be laid out."""

    letterhead: Letterhead
    sections: tuple[Section, ...]
    day: str
    page_title: str
    file_name: str
    title: str = TITLE
    law: str = LAW
    keep: str = KEEP
    remark: str = _REMARK
    mark: str = ""
    """There is no draft of it; kept for the letterhead that all papers share."""


def extract_of(head: ExtractHead, rows: Sequence[KeptRow]) -> Extract:
    """The extract of these rows, table by table."""
    day = day_long(head.at.date())
    return Extract(
        letterhead(head.office, head.regency),
        tuple(_section(table, list(of_table), head) for table, of_table in groupby(rows, lambda row: row.table)),
        f"{day}, pukul {clock(head.at)}",
        f"{TITLE} · {day}",
        f"salinan-data-{head.at:%Y-%m-%d-%H%M}",
    )


def extract_html(paper: Extract) -> str:
    """The extract as HTML."""
    return filled("salinan-data.html", (), paper=paper, report=paper)


def write_extract(paper: Extract, path: Path) -> None:
    """Write the extract as .xlsx. StoreError where the file can not be written."""
    book = new_book(paper.page_title)
    page = Sheet(book, "Salinan data", paper.page_title, _WIDTHS)
    page.wide(paper.letterhead.office, type_of(12, bold=True))
    page.wide(paper.title.upper(), type_of(14, bold=True))
    page.wide(paper.day)
    page.wide(paper.keep, type_of(8))
    for section in paper.sections:
        page.row += 1
        page.wide(section.title, type_of(11, bold=True))
        for entry in section.entries:
            for fact in entry:
                page.line((fact.label, fact.text))
            page.row += 1
    page.wide(paper.remark, type_of(8))
    save_document(path, workbook_bytes(book))


def _section(table: str, rows: Iterable[KeptRow], head: ExtractHead) -> Section:
    entries = (tuple(_facts(table, row, head)) for row in rows)
    return Section(_TABLES.get(table, table.replace("_", " ").capitalize()), tuple(filter(None, entries)))


def _facts(table: str, row: KeptRow, head: ExtractHead) -> list[Fact]:
    return [
        Fact(_COLUMNS.get(name, name.replace("_", " ").capitalize()), _words(table, name, value, head))
        for name, value in row.values
        if not _is_inner(name, value, head)
    ]


def _is_inner(name: str, value: Any, head: ExtractHead) -> bool:
    """Whether this only says which row belongs to which."""
    return name.endswith("_id") and value not in head.names


def _words(table: str, name: str, value: Any, head: ExtractHead) -> str:
    if value in head.names:
        return head.names[value]
    label = _CODES.get((table, name)) or _CODES.get(("", name))
    if label is not None:
        return str(label(value))
    if name in _FLAGS:
        return "ya" if value else "tidak"
    return str(value)


def _papers(said: str) -> str:
    return ", ".join(str(paper_label(each)) for each in msgspec.json.decode(said, type=list[str])) or NONE


def _sex(code: str) -> str:
    return {Sex.MALE: "Laki-laki", Sex.FEMALE: "Perempuan"}.get(Sex(code), code) if code in set(Sex) else code


_FLAGS: Final = frozenset({"sms_consent", "on_list", "out_of_hours", "old_card_taken"})
_CODES: Final[Mapping[tuple[str, str], Callable[[str], Text | str]]] = {
    ("", "sex"): _sex,
    ("", "phone_owner"): owner_label,
    ("service_request", "reason"): reason_label,
    ("service_request", "recorded_before"): recorded_before_label,
    ("service_request", "papers"): _papers,
    ("request_step", "step"): step_label,
    ("list_proposal", "kind"): proposal_label,
    ("list_proposal", "evidence_kind"): evidence_label,
    ("visit_need", "need"): need_label,
    ("visit_attempt", "outcome"): visit_outcome_label,
    ("visit_attempt", "next_step"): next_step_label,
    ("data_request", "kind"): kind_label,
    ("data_request", "way"): way_label,
    ("data_request_step", "state"): state_label,
}
_TABLES: Final[Mapping[str, str]] = {
    "resident": "Identitas",
    "national_status": "Keadaan di sistem nasional",
    "list_proposal": "Usulan tentang daftar",
    "proposal_decision": "Keputusan atas usulan",
    "same_person_link": "Data yang disatukan",
    "service_request": "Pendaftaran",
    "request_step": "Langkah pelayanan",
    "receipt_print": "Resi",
    "visit_request": "Permintaan kunjungan rumah",
    "visit_need": "Alasan kunjungan (data kesehatan)",
    "visit_placing": "Tempat kunjungan",
    "visit_attempt": "Kunjungan rumah",
    "look": "Siapa melihat data ini",
    "notice_step": "Kabar yang dikirim",
    "notice_stop": "Berhenti dikabari",
    "data_request": "Permintaan data",
    "data_request_step": "Jawaban permintaan data",
    "stock_movement": "Blangko yang dipakai",
    "card_print": "Cetak kartu",
    "card_check": "Pemeriksaan kartu",
    "card_place": "Tempat kartu",
    "card_handover": "Serah terima kartu",
    "print_approval": "Persetujuan cetak",
}
_COLUMNS: Final[Mapping[str, str]] = {
    "nik": "NIK",
    "nik_tail": "NIK, angka terakhir",
    "kk": "Nomor KK",
    "name": "Nama",
    "birth_date": "Tanggal lahir",
    "birth_place": "Tempat lahir",
    "sex": "Jenis kelamin",
    "village": "Desa/kelurahan",
    "marital": "Status kawin",
    "address": "Alamat",
    "rt": "RT",
    "rw": "RW",
    "phone": "Nomor telepon",
    "phone_owner": "Pemilik telepon",
    "contact_name": "Nama penghubung",
    "contact_relation": "Hubungan penghubung",
    "remarks": "Keterangan",
    "list_id": "Daftar asal",
    "status": "Keadaan",
    "raw": "Menurut berkas",
    "as_of": "Per tanggal",
    "kind": "Jenis",
    "evidence_kind": "Bukti",
    "evidence_number": "Nomor bukti",
    "evidence_date": "Tanggal bukti",
    "note": "Catatan",
    "decision": "Keputusan",
    "decided_by": "Diputuskan oleh",
    "rule": "Sebab disatukan",
    "shift_id": "Shift",
    "reason": "Keperluan",
    "recorded_before": "Pernah direkam",
    "papers": "Berkas yang dibawa",
    "queue_no": "Nomor antrean",
    "receipt_ref": "Nomor resi",
    "priority": "Didahulukan",
    "phone_answer": "Jawaban tentang telepon",
    "sms_consent": "Setuju dikabari SMS",
    "on_list": "Ada di daftar",
    "out_of_hours": "Di luar jam",
    "print_eligible_on": "Boleh dicetak mulai",
    "step": "Langkah",
    "way": "Cara",
    "outcome": "Hasil",
    "asked_by": "Diminta oleh",
    "access": "Jalan ke rumah",
    "access_note": "Catatan jalan",
    "wished_for": "Diharapkan tanggal",
    "need": "Alasan",
    "next_step": "Langkah berikut",
    "minutes": "Menit",
    "field": "Yang dilihat",
    "user_id": "Petugas",
    "sequence": "Kabar ke",
    "channel": "Lewat",
    "state": "Keadaan",
    "reference": "Nomor kabar",
    "parts": "Jumlah bagian",
    "cause": "Sebab",
    "product": "Barang",
    "from_holder": "Dari",
    "to_holder": "Ke",
    "quantity": "Jumlah",
    "result": "Hasil",
    "place": "Tempat",
    "custodian": "Penyimpan",
    "received_by": "Diterima oleh",
    "identity_shown": "Identitas yang ditunjukkan",
    "relation": "Hubungan",
    "witness": "Saksi",
    "old_card_taken": "KTP lama diambil",
    "place_kind": "Jenis tempat",
    "approved_by": "Disetujui oleh",
    "at": "Pada (UTC)",
}
