"""The way to the centre: what waits for it, and what the line carried lately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from fieldkit.domain.checkup.amounts import size, span
from fieldkit.domain.checkup.finding import Finding, Grade, Topic
from fieldkit.domain.formats import count, date_numeric
from fieldkit.domain.lease import LeaseStanding, LeaseState
from fieldkit.domain.text import Text, text

_LONG_MS: Final = 3 * 86_400_000
_THIN_BYTES_PER_S: Final = 4_000
_FAR_MS: Final = 2_000


@dataclass(frozen=True, slots=True)
class LineRound:
    """What one round measured; a speed or a round trip of 0 is not known."""

    at_ms: int
    up_bytes_per_s: int
    down_bytes_per_s: int
    round_trip_ms: int
    cuts: int


def line_finding(rounds: Sequence[LineRound]) -> Finding:
    """What the line carried in the last rounds, the newest last."""
    if not rounds:
        return Finding(
            Topic.LINE,
            Grade.UNKNOWN,
            text("Mutu jalur belum diukur."),
            text("Diukur sendiri saat ada yang dikirim atau diambil."),
        )
    cuts, last = sum(each.cuts for each in rounds), rounds[-1]
    speed = next((each.up_bytes_per_s or each.down_bytes_per_s for each in reversed(rounds) if _speed(each)), 0)
    facts = {
        "rounds": len(rounds),
        "cuts": cuts,
        "up_bytes_per_s": last.up_bytes_per_s,
        "down_bytes_per_s": last.down_bytes_per_s,
        "round_trip_ms": last.round_trip_ms,
    }
    measured = _measured(speed, last.round_trip_ms, cuts, len(rounds))
    if cuts >= len(rounds) or 0 < speed < _THIN_BYTES_PER_S or last.round_trip_ms > _FAR_MS:
        return Finding(
            Topic.LINE,
            Grade.LOOK,
            measured,
            text("Kiriman tetap lanjut dari tempatnya berhenti, hanya lebih lama."),
            text("Pindah ke tempat yang sinyalnya lebih baik, pakai HP, atau kirim lewat USB."),
            facts,
        )
    return Finding(Topic.LINE, Grade.FINE, measured, text("Cukup untuk mengirim pekerjaan satu hari."), facts=facts)


def _measured(speed: int, round_trip_ms: int, cuts: int, rounds: int) -> Text:
    if not speed:
        return text("Kecepatan belum terukur, putus {cuts} kali dalam {n} putaran.", cuts=cuts, n=rounds)
    return text(
        "{speed}/dtk, bolak-balik {ms} md, putus {cuts} kali dalam {n} putaran.",
        speed=size(speed),
        ms=round_trip_ms,
        cuts=cuts,
        n=rounds,
    )


def _speed(each: LineRound) -> int:
    return each.up_bytes_per_s or each.down_bytes_per_s


@dataclass(frozen=True, slots=True)
class SyncFacts:
    """What waits; `last_ms` is the centre's last receipt, 0 for none."""

    is_enrolled: bool
    last_ms: int
    waiting: int
    carried: int
    attention: int


def sync_finding(known: SyncFacts, now_ms: int) -> Finding:
    """Whether the work gets home."""
    age_ms = max(now_ms - known.last_ms, 0) if known.last_ms else None
    facts = {
        "enrolled": known.is_enrolled,
        "age_s": None if age_ms is None else age_ms // 1000,
        "waiting": known.waiting,
        "carried": known.carried,
        "attention": known.attention,
    }
    if not known.is_enrolled:
        return Finding(
            Topic.SYNC,
            Grade.LOOK,
            text("Laptop ini belum terdaftar di pusat."),
            text("Pekerjaan di sini tidak bisa dikirim."),
            text("Minta kode ke kantor, lalu daftarkan laptop."),
            facts,
        )
    ago = text("{span} yang lalu", span=span(age_ms / 1000)) if age_ms is not None else text("belum pernah")
    what = text("Bukti terima terakhir {ago}; {n} catatan menunggu.", ago=ago, n=count(known.waiting))
    if known.attention:
        return Finding(
            Topic.SYNC,
            Grade.LOOK,
            what,
            _undecided(known),
            text("Buka Sinkronisasi (F9), lalu Rincian."),
            facts,
        )
    if (known.waiting or known.carried) and (age_ms is None or age_ms > _LONG_MS):
        return Finding(
            Topic.SYNC,
            Grade.LOOK,
            what,
            text("Aman di laptop ini, tetapi hanya di laptop ini."),
            text("Cari jaringan, atau bawa kiriman USB ke kantor (F9)."),
            facts,
        )
    return Finding(
        Topic.SYNC,
        Grade.FINE,
        what,
        text("Yang menunggu dikirim sendiri saat tersambung."),
        facts=facts,
    )


def _undecided(known: SyncFacts) -> Text:
    """What waits is nowhere but here, whatever else is at the centre."""
    if known.waiting or known.carried:
        return text(
            "{n} perkara perlu diputuskan; catatannya disimpan. Yang menunggu baru ada di laptop ini.",
            n=count(known.attention),
        )
    return text("{n} perkara perlu diputuskan. Catatannya aman di sini dan di pusat.", n=count(known.attention))


def lease_finding(standing: LeaseStanding | None, opened: date | None = None) -> Finding:
    """Until when the data opens without a contact; None where no centre has taken the laptop in. `opened` is the day
    on which a code that was told over the telephone last opened it."""
    if standing is None:
        return Finding(
            Topic.LEASE,
            Grade.UNKNOWN,
            text("Belum ada batas: laptop ini belum terdaftar di pusat."),
            text("Batasnya mulai dihitung saat laptop didaftarkan."),
        )
    facts = {
        "state": str(standing.state),
        "days_left": standing.days_left,
        "days": standing.days,
        "opened_by_phone": opened.isoformat() if opened else None,
    }
    if standing.state in (LeaseState.RUNS, LeaseState.ENDS_SOON):
        what = text("Terbuka {n} hari lagi tanpa kabar, dari {all}.", n=standing.days_left, all=standing.days)
    else:
        what = text("{n} hari tanpa kabar, batasnya {all}.", n=standing.silent_days, all=standing.days)
    if standing.state is LeaseState.RUNS:
        return Finding(Topic.LEASE, Grade.FINE, what, _counted_anew(opened), facts=facts)
    grade = Grade.STOP if standing.state is LeaseState.OVER else Grade.LOOK
    return Finding(Topic.LEASE, grade, what, _closes(standing), _RENEWED, facts)


def _counted_anew(opened: date | None) -> Text:
    if opened is None:
        return text("Setiap kali pusat terhubung, hitungannya mulai lagi.")
    return text(
        "Setiap kali pusat terhubung, hitungannya mulai lagi. Terakhir dibuka dengan kode lewat telepon: {day}.",
        day=date_numeric(opened),
    )


def _closes(standing: LeaseStanding) -> Text:
    if standing.state is LeaseState.GRACE:
        return text(
            "Shift ini masih bisa ditutup dalam {n} jam. Sesudah itu laptop tidak terbuka dulu.", n=standing.grace_hours
        )
    return _CLOSES[standing.state]


_CLOSES: Final = {
    LeaseState.ENDS_SOON: text("Sesudah itu daftar dan isian tertutup. Tidak ada yang hilang."),
    LeaseState.OVER: text("Daftar dan isian tertutup. Tidak ada yang hilang, dan yang menunggu tetap bisa dikirim."),
}
_RENEWED: Final = text("Sinkronkan sekali. Tanpa internet: telepon kantor, dan ketik kodenya di layar masuk.")
