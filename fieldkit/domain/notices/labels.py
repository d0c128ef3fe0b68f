"""What a step of a notice is called where people read it, and why it was taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fieldkit.domain.notices.messages import NoticeState
from fieldkit.domain.text import Text, text, words_of


def notice_label(state: str) -> Text:
    """What a step says; the code of one that only a newer version knows."""
    return _STATES.get(state) or words_of(state)


def cause_label(cause: str) -> Text | None:
    """Why, in a few words; nothing where the state says it all."""
    return _CAUSES.get(cause)


_STATES: Final[Mapping[str, Text]] = {
    NoticeState.QUEUED: text("Antre SMS"),
    NoticeState.CANCELLED: text("Batal, kartu sudah diambil"),
    NoticeState.SUBMITTED: text("Dikirim ke gateway"),
    NoticeState.DEFERRED: text("Gateway belum menerima, dicoba lagi"),
    NoticeState.UNKNOWN: text("Belum jelas sampai atau tidak"),
    NoticeState.ACCEPTED: text("Diterima gateway"),
    NoticeState.REJECTED: text("Ditolak gateway"),
    NoticeState.FAILED: text("SMS tidak sampai"),
    NoticeState.EXPIRED: text("SMS kedaluwarsa"),
    NoticeState.CALL_LIST: text("Masuk daftar panggil"),
    NoticeState.UNREACHABLE: text("Tidak terhubung"),
    NoticeState.SUPPRESSED: text("Tidak mau SMS"),
    NoticeState.POSTED: text("Ditempel di desa"),
    NoticeState.TOLD_BY_RT: text("Diberi tahu lewat RT"),
    NoticeState.TOLD_BY_PHONE: text("Diberi tahu lewat telepon"),
    NoticeState.DELIVERED: text("SMS sampai"),
}
_CAUSES: Final[Mapping[str, Text]] = {
    "no_number": text("tidak punya nomor"),
    "landline": text("telepon rumah"),
    "no_consent": text("tidak mau SMS"),
    "stopped": text("minta berhenti"),
    "no_gateway": text("gateway tidak ada"),
    "no_answer": text("gateway tidak menjawab"),
    "no_report": text("tidak ada laporan dari gateway"),
    "no_route": text("nomor tidak terjangkau gateway"),
    "restored": text("pusat dipulihkan dari cadangan"),
    "taken_out": text("diambil dari antrean SMS"),
    "asked": text("ditanyakan petugas"),
}
