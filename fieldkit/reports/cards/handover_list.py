"""The list that is signed when cards are fetched (NC-4): whose cards lie ready, and room for what is seen and taken.

A NIK is masked, and no name of a file tells of a person or of a place that somebody typed (F-P5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from fieldkit.domain.cards.pick_up import ProxyRule
from fieldkit.domain.formats import clock, count, day_long
from fieldkit.domain.requests.reasons import has_old_card
from fieldkit.reports.making.html import filled
from fieldkit.reports.making.minutes import letterhead, place_and_day
from fieldkit.reports.making.parts import NONE, Fact, Letterhead, known, masked_tail, reference
from fieldkit.store.queries.cards.queue import CardRow

TITLE: Final = "Daftar serah terima KTP-el"
KEEP: Final = "Daftar ini memuat nama warga. Jangan difoto atau ditempel; simpan bersama berkas kantor."
_ASKED: Final = "ada / tidak"
_FREE: Final = "GRATIS. Mengambil KTP-el tidak dipungut biaya."
_TO_BE_WRITTEN: Final = "." * 12
_PROXY: Final = {
    ProxyRule.FORBIDDEN: "Diambil pemiliknya sendiri, tidak bisa diwakilkan.",
    ProxyRule.SAME_FAMILY_CARD: "Diambil sendiri, atau oleh keluarga dari KK yang sama di depan saksi.",
    ProxyRule.WITH_LETTER: "Diambil sendiri; keluarga satu KK atau pembawa surat kuasa di depan saksi.",
}


@dataclass(frozen=True, slots=True)
class HandoverHead:
    """Where and when the list is for. `place` is where the cards lie, empty for all places."""

    office: str
    regency: str
    village: str
    place: str
    at: datetime
    operator: str
    proxy: ProxyRule


@dataclass(frozen=True, slots=True, repr=False)
class HandoverLine:
    """A card that lies ready; what is seen and taken is written beside it by hand."""

    number: int
    name: str
    nik: str
    reference: str
    queue_no: str
    place: str
    old_card: str


@dataclass(frozen=True, slots=True, repr=False)
class HandoverList:
    """The list, ready to be laid out."""

    letterhead: Letterhead
    facts: tuple[Fact, ...]
    rules: tuple[str, ...]
    lines: tuple[HandoverLine, ...]
    sums: tuple[Fact, ...]
    place_and_day: str
    operator: str
    page_title: str
    file_name: str
    title: str = TITLE
    keep: str = KEEP
    mark: str = ""
    """There is no draft of it; kept for the letterhead that all papers share."""


def handover_list(head: HandoverHead, cards: Sequence[CardRow]) -> HandoverList:
    """The list of these cards, in the order in which they come."""
    lines = tuple(_line(number, card) for number, card in enumerate(cards, start=1))
    day = day_long(head.at.date())
    return HandoverList(
        letterhead(head.office, head.regency),
        _facts(head, day),
        (_PROXY[head.proxy], "Lihat KK, KTP lama atau bukti rekam sebelum kartunya diserahkan.", _FREE),
        lines,
        _sums(cards),
        place_and_day(head.regency, head.at.date(), _TO_BE_WRITTEN),
        known(head.operator),
        f"{TITLE} · {day}",
        f"{TITLE} {head.at:%Y-%m-%d} {clock(head.at)}",
    )


def handover_list_html(paper: HandoverList) -> str:
    """The list as HTML."""
    return filled("daftar-serah-terima.html", (), paper=paper, report=paper)


def _facts(head: HandoverHead, day: str) -> tuple[Fact, ...]:
    return (
        Fact("Hari, tanggal", f"{day}, dicetak pukul {clock(head.at)}"),
        Fact("Tempat ambil", " · ".join(filter(None, (head.place or "Semua tempat", head.village)))),
        Fact("Petugas", known(head.operator)),
    )


def _line(number: int, card: CardRow) -> HandoverLine:
    return HandoverLine(
        number,
        known(card.name),
        masked_tail(card.nik_tail),
        reference(card.receipt_ref),
        card.queue_no,
        known(card.card.place),
        _ASKED if has_old_card(card.reason) else NONE,
    )


def _sums(cards: Sequence[CardRow]) -> tuple[Fact, ...]:
    asked = sum(has_old_card(card.reason) for card in cards)
    return (
        Fact("Kartu di daftar ini", count(len(cards))),
        Fact("Diserahkan", _TO_BE_WRITTEN),
        Fact("Belum diambil", _TO_BE_WRITTEN),
        Fact(f"KTP lama diterima, dari {count(asked)} yang diminta", _TO_BE_WRITTEN),
    )
