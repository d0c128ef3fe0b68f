"""The written notice that a laptop with personal data was lost: what, when and how, and the remedy (F-P2, art. 46).

It names villages and numbers of people, nobody by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from fieldkit.domain.formats import clock, count, day_long
from fieldkit.reports.making.html import filled
from fieldkit.reports.making.minutes import letterhead, place_and_day
from fieldkit.reports.making.parts import NONE, Fact, Letterhead, known

TITLE: Final = "Pemberitahuan kegagalan pelindungan data pribadi"
_TO_BE_WRITTEN: Final = "." * 60
_LAW: Final = "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi, pasal 46"


@dataclass(frozen=True, slots=True)
class Loss:
    """What is known of a lost laptop; times are those of the office."""

    office: str
    regency: str
    laptop: str
    at: datetime
    known_at: datetime
    seen_at: datetime | None
    revoked_at: datetime | None
    held: int
    unsent: int
    has_health: bool
    villages: Sequence[tuple[str, int]]
    lists: Sequence[tuple[str, str, int]]
    signer: str


@dataclass(frozen=True, slots=True)
class LossNotice:
    """The notice, ready to be laid out."""

    letterhead: Letterhead
    facts: tuple[Fact, ...]
    data: tuple[Fact, ...]
    villages: tuple[Fact, ...]
    remedy: tuple[str, ...]
    place_and_day: str
    signer: str
    page_title: str
    title: str = TITLE
    law: str = _LAW
    mark: str = ""
    """There is no draft of it; kept for the letterhead that all papers share."""


def loss_notice(loss: Loss) -> LossNotice:
    """The notice for whoever is concerned and for the agency."""
    day = day_long(loss.at.date())
    return LossNotice(
        letterhead(loss.office, loss.regency),
        _facts(loss),
        _data(loss),
        tuple(Fact(name, f"{count(people)} orang") for name, people in loss.villages),
        _remedy(loss),
        place_and_day(loss.regency, loss.at.date(), _TO_BE_WRITTEN),
        known(loss.signer),
        f"{TITLE} · {day}",
    )


def loss_notice_html(paper: LossNotice) -> str:
    """The notice as HTML."""
    return filled("pemberitahuan-kehilangan.html", (), paper=paper, report=paper)


def _facts(loss: Loss) -> tuple[Fact, ...]:
    return (
        Fact("Yang hilang", loss.laptop),
        Fact("Diketahui", _moment(loss.known_at)),
        Fact("Terakhir tersambung", _moment(loss.seen_at) if loss.seen_at else "Belum pernah"),
        Fact("Batas pemberitahuan", f"{_moment(loss.known_at + timedelta(hours=72))} (3 x 24 jam)"),
        Fact("Bagaimana hilangnya", _TO_BE_WRITTEN),
    )


def _data(loss: Loss) -> tuple[Fact, ...]:
    people = sum(number for _, number in loss.villages)
    kinds = "nama, NIK, KK, tanggal lahir, alamat, nomor telepon"
    lists = "; ".join(f"{name} per {as_of} ({count(number)} orang)" for name, as_of, number in loss.lists)
    health = "Ada, sebagai kode pendek" if loss.has_health else "Tidak ada"
    return (
        Fact("Data siapa", f"Paling banyak {count(people)} orang di {count(len(loss.villages))} desa/kelurahan"),
        Fact("Jenis data", kinds),
        Fact("Daftar", lists or NONE),
        Fact("Data kesehatan", health),
        Fact("Belum terkirim", f"{count(loss.unsent)} catatan; {count(loss.held)} catatan sudah aman di pusat"),
    )


def _remedy(loss: Loss) -> tuple[str, ...]:
    revoked = (
        f"Laptop dicabut {_moment(loss.revoked_at)}: tidak menerima data lagi, dan menghapus isinya sendiri begitu "
        "tersambung dan pekerjaannya diserahkan."
        if loss.revoked_at
        else "Laptop belum dicabut."
    )
    return (
        "Basis data di laptop terenkripsi; kuncinya tidak disimpan terbuka, dan tiap petugas masuk dengan PIN.",
        revoked,
        "Catatan yang belum terkirim dicocokkan dengan kertas dan ditulis ulang; warganya dihubungi kalau perlu.",
        f"Langkah lain: {_TO_BE_WRITTEN}",
    )


def _moment(at: datetime) -> str:
    return f"{day_long(at.date())} pukul {clock(at)}"
