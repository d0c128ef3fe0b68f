"""Statuses in the national system (F-R2): how files spell them, their words, what each stops, and the remedy (F-R4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.text import Text, text, words_of

UNHEARD: Final = ""
"""In place of a status: no file of the centre ever told of somebody."""


class NationalStatus(StrEnum):
    """Where a record stands on the national track (domain.md 4.1)."""

    UNREGISTERED = "unregistered"
    BIO_CAPTURED = "bio_captured"
    """Still on the local set."""
    PROCESSING = "processing"
    SENT = "sent"
    RECEIVED = "received"
    PRINT_READY = "print_ready"
    ENROL_FAILED = "enrol_failed"
    SEARCH_FAILED = "search_failed"
    ADJUDICATE = "adjudicate"
    VALIDATION_REQUESTED = "validation_requested"
    DUPLICATE = "duplicate"
    DELETED_AT_CENTRE = "deleted_at_centre"
    """After a stop: the record is gone, and the person has to come again."""
    OTHER = "other"
    """A status that this version does not know: its text is kept."""


ON_ITS_WAY: Final = frozenset({NationalStatus.PROCESSING, NationalStatus.SENT, NationalStatus.RECEIVED})
"""Left the set, and nothing came back yet: minutes, days, or six months (F-R3)."""
NOT_UPLOADED: Final = frozenset({NationalStatus.UNREGISTERED, NationalStatus.BIO_CAPTURED})
"""The centre knows of no recording."""
FAILURES: Final = frozenset(
    {
        NationalStatus.ENROL_FAILED,
        NationalStatus.SEARCH_FAILED,
        NationalStatus.ADJUDICATE,
        NationalStatus.VALIDATION_REQUESTED,
        NationalStatus.DELETED_AT_CENTRE,
    }
)
"""Goes no further until somebody does something, and the person is told."""
HALTED: Final = FAILURES | {NationalStatus.DUPLICATE}
"""What the office has to see to."""
STOPS: Final = HALTED - {NationalStatus.DELETED_AT_CENTRE}
FORBIDS_RECORDING: Final = STOPS | ON_ITS_WAY | {NationalStatus.BIO_CAPTURED, NationalStatus.PRINT_READY}
"""The person was recorded somewhere: a second recording would make a duplicate (F-R4, OP-4)."""


def read_status(raw: str) -> NationalStatus:
    """What a file means; a status that is not known is `other`, never an error."""
    key = _key(raw)
    if key.startswith(_ANY_DUPLICATE):
        return NationalStatus.DUPLICATE
    return _SPELT.get(key, NationalStatus.OTHER)


def status_label(status: str, raw: str = "") -> Text:
    """The word on a badge; of an unknown status its own text."""
    if status == NationalStatus.OTHER and raw:
        return Text("{raw}", {"raw": raw})
    return _LABELS.get(status) or words_of(status)


def remedy(status: str) -> Text | None:
    """What is to be done about a record that goes no further (F-R4); None where nothing is."""
    return _REMEDIES.get(status)


def stop_words(status: str, as_of: str) -> Text:
    """Why nobody with this status is recorded at a table, and what is done instead (OP-4)."""
    return text(
        "Menurut data pusat per {day}: {status}. Rekam lagi membuat data ganda dan kartunya tidak bisa dicetak. {what}",
        day=date_numeric(date.fromisoformat(as_of)),
        status=status_label(status),
        what=remedy(status) or _HAS_BEEN_RECORDED,
    )


def _key(raw: str) -> str:
    return _NO_LETTER.sub("", raw.lower())


_ANY_DUPLICATE: Final = "duplicaterecord"
"""One to one, one to many: how it was found stands in the text."""
_NO_LETTER: Final = re.compile(r"[^a-z0-9]+")
_SPELLINGS: Final[Mapping[NationalStatus, str]] = {
    NationalStatus.UNREGISTERED: "unregistered notregistered belumrekam belumperekaman belummelakukanperekaman belum "
    "belumterekam",
    NationalStatus.BIO_CAPTURED: "biocaptured biocapture biometriccaptured biometrikterekam",
    NationalStatus.PROCESSING: "processing inprocess diproses prosespengiriman",
    NationalStatus.SENT: "sentforenrollment sentforenrolment sfe sent sentforenroll terkirim",
    NationalStatus.RECEIVED: "receivedatcentral receivedatcenter receivedatcentre received diterimapusat rac",
    NationalStatus.PRINT_READY: "printreadyrecord prr printready siapcetak sudahrekam sudahrekamprr",
    NationalStatus.ENROL_FAILED: "enrollfailureatregional enrolfailureatregional enrollfailureatcentral "
    "enrolfailureatcentral enrollmentfailure enrolmentfailure enrollfailure efac efar efr gagalenroll",
    NationalStatus.SEARCH_FAILED: "searchfailureatcentral searchfailureatregional searchfailure sfac",
    NationalStatus.ADJUDICATE: "adjudicaterecord adjudicate adjudicateinprocess adjudication adj",
    NationalStatus.VALIDATION_REQUESTED: "requestvalidation validationrequested requestforvalidation validasi",
    NationalStatus.DUPLICATE: "duplicate dup duplikat duplicateonetoone duplicateonetomany ganda dataganda",
    NationalStatus.DELETED_AT_CENTRE: "deletedatcentral deletedatcentre deletedatcenter deletedrecord deleted "
    "recorddeleted dihapuspusat dihapus",
}
"""As offices and files write them, without case, spaces and signs."""
_SPELT: Final = {key: status for status, keys in _SPELLINGS.items() for key in keys.split()}
_LABELS: Final[Mapping[str, Text]] = {
    UNHEARD: text("Belum disebut pusat"),
    NationalStatus.UNREGISTERED: text("Belum rekam di pusat"),
    NationalStatus.BIO_CAPTURED: text("Masih di alat rekam"),
    NationalStatus.PROCESSING: text("Diproses"),
    NationalStatus.SENT: text("Terkirim ke pusat (SFE)"),
    NationalStatus.RECEIVED: text("Diterima pusat"),
    NationalStatus.PRINT_READY: text("Siap cetak (PRR)"),
    NationalStatus.ENROL_FAILED: text("Gagal didaftarkan"),
    NationalStatus.SEARCH_FAILED: text("Gagal dicari"),
    NationalStatus.ADJUDICATE: text("Diperiksa pusat"),
    NationalStatus.VALIDATION_REQUESTED: text("Minta validasi"),
    NationalStatus.DUPLICATE: text("Data ganda (DUP)"),
    NationalStatus.DELETED_AT_CENTRE: text("Dihapus di pusat"),
    NationalStatus.OTHER: text("Status lain"),
}
_HAS_BEEN_RECORDED: Final = text("Pilih Sudah pernah, kantor yang melanjutkan.")
_DELETE_FIRST: Final = text("Kantor meminta rekaman di pusat dihapus dulu, baru direkam atau dikirim lagi.")
_REMEDIES: Final[Mapping[str, Text]] = {
    NationalStatus.ENROL_FAILED: _DELETE_FIRST,
    NationalStatus.SEARCH_FAILED: _DELETE_FIRST,
    NationalStatus.ADJUDICATE: _DELETE_FIRST,
    NationalStatus.VALIDATION_REQUESTED: text("Kantor memvalidasi data ini ke pusat. Tidak perlu direkam lagi."),
    NationalStatus.DUPLICATE: text(
        "Warga mengajukan penghapusan data ganda di kantor; kalau sudah pindah, urus surat pindahnya."
    ),
    NationalStatus.DELETED_AT_CENTRE: text("Rekaman lama sudah dihapus. Panggil warganya untuk direkam lagi."),
}
