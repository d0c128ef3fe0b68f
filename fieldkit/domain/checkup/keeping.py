"""What keeps the data safe: its key, and its backups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from fieldkit.domain.checkup.amounts import size, span
from fieldkit.domain.checkup.finding import Finding, Grade, Topic
from fieldkit.domain.formats import count
from fieldkit.domain.text import Text, text

_OLD_MS: Final = 3 * 86_400_000


def keyring_finding(backend: str) -> Finding:
    """The key lies in a keyring that encrypts."""
    return Finding(
        Topic.KEY,
        Grade.FINE,
        text("Kunci data ada di brankas akun laptop."),
        text("Siapa yang masuk ke akun laptop ini bisa membuka datanya. Kunci layar kalau ditinggal."),
        facts={"home": "keyring", "backend": backend},
    )


def passphrase_finding() -> Finding:
    """The key is sealed by a passphrase."""
    return Finding(
        Topic.KEY,
        Grade.FINE,
        text("Kunci data dilindungi frasa sandi."),
        text("Tanpa frasa itu data tidak bisa dibuka, juga oleh yang memegang laptop."),
        facts={"home": "passphrase"},
    )


def keyless_finding() -> Finding:
    """Neither a keyring nor a sealed file has the key."""
    return Finding(
        Topic.KEY,
        Grade.STOP,
        text("Kunci data tidak tersimpan di akun ini."),
        text("Kalau FieldKit ditutup, data ini mungkin tidak bisa dibuka lagi di akun ini."),
        text("Sinkronkan dulu, lalu masuk ke akun yang biasa dipakai, atau minta kantor membukanya."),
        {"home": "none"},
    )


def no_rescue_finding() -> Finding:
    """The office has ruled no rescue key."""
    return Finding(
        Topic.RESCUE,
        Grade.UNKNOWN,
        text("Kantor belum punya kunci darurat."),
        text("Kalau kunci data laptop ini hilang, yang belum terkirim tidak bisa dibuka siapa pun."),
        text("Minta kepala kantor menetapkannya di halaman Kantor."),
        {"state": "none"},
    )


def doubtful_rescue_finding(ruled: str, *, is_signed: bool) -> Finding:
    """A key that nobody signed, or another one than this laptop knows: nothing is sealed to it."""
    if is_signed:
        what = text("Kunci darurat kantor berganti dan belum dicocokkan di laptop ini.")
        advice = text("Cocokkan sidik {print} dengan lembar di brankas: Alt+C di Hari ini.", print=ruled)
    else:
        what = text("Kunci darurat kantor tidak ditandatangani kepala kantor.")
        advice = text("Laporkan ke kantor sekarang, dengan sidik {print}.", print=ruled)
    meaning = text("Laptop ini tidak menyegel kuncinya ke kunci yang tidak jelas asalnya.")
    state = "changed" if is_signed else "unsigned"
    return Finding(Topic.RESCUE, Grade.LOOK, what, meaning, advice, {"state": state, "print": ruled})


def unsealed_finding(ruled: str) -> Finding:
    """It is sealed with the next sync."""
    return Finding(
        Topic.RESCUE,
        Grade.UNKNOWN,
        text("Kunci laptop ini belum disegel ke kunci darurat kantor."),
        text("Sampai itu terjadi, kantor tidak bisa membuka data laptop ini kalau kuncinya hilang."),
        text("Sinkronkan kalau ada jaringan; disegel sendiri waktu itu."),
        {"state": "due", "print": ruled},
    )


def rescue_finding(ruled: str, *, is_in_backup: bool | None) -> Finding:
    """It is sealed; whether the latest backup here carries it, None where there is no backup."""
    facts = {"state": "sealed", "print": ruled, "in_backup": is_in_backup}
    what = text("Kunci laptop ini disegel ke kunci darurat kantor, sidik {print}.", print=ruled)
    if is_in_backup is False:
        return Finding(
            Topic.RESCUE,
            Grade.LOOK,
            text("Cadangan terakhir dibuat sebelum kunci laptop disegel ke kunci darurat kantor."),
            text("Berkas data bisa dibuka kantor, cadangan itu belum tentu."),
            text("Cadangkan sekarang: Alt+C di Hari ini, lalu Ctrl+Enter."),
            facts,
        )
    return Finding(
        Topic.RESCUE,
        Grade.FINE,
        what,
        text("Kalau kunci data hilang, kantor bisa membukanya dengan berkas dari brankas dan frasanya."),
        facts=facts,
    )


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """The latest backup here, which was opened and checked when it was made; and how many there are."""

    made_ms: int
    size_bytes: int
    count: int


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The backups of this laptop in the second place, and when the newest was made (0 where there is none)."""

    is_there: bool
    """Whether it is plugged in; what is in it is not known where it is not."""
    made_ms: int = 0
    count: int = 0


def backup_finding(latest: BackupFacts | None, second: SecondPlace | None, now_ms: int, unsent: int | None) -> Finding:
    """Whether there is a way back, and another one where laptop and backups are lost together.

    `unsent` changes are lost with the laptop where there is none, None is unknown.
    """
    found = _backup_here(latest, now_ms, unsent)
    meaning = text("{here} {second}", here=found.meaning, second=_said_of(second, now_ms))
    return replace(found, meaning=meaning, facts={**found.facts, **_second_facts(second, now_ms)})


def _said_of(second: SecondPlace | None, now_ms: int) -> Text:
    if second is None:
        return text("Tempat kedua belum ada: kalau laptop hilang, cadangannya ikut hilang.")
    if not second.is_there:
        return text("Tempat kedua tidak terpasang, jadi isinya belum dihitung.")
    if not second.count:
        return text("Di tempat kedua belum ada cadangan laptop ini.")
    age = span(max(now_ms - second.made_ms, 0) / 1000)
    return text("Di tempat kedua ada {n}, yang terakhir dibuat {span} yang lalu.", n=count(second.count), span=age)


def _second_facts(second: SecondPlace | None, now_ms: int) -> dict[str, object]:
    if second is None or not second.is_there:
        return {"second": "none" if second is None else "gone"}
    facts: dict[str, object] = {"second": "there", "second_count": second.count}
    return facts | ({"second_age_s": max(now_ms - second.made_ms, 0) // 1000} if second.count else {})


def _backup_here(latest: BackupFacts | None, now_ms: int, unsent: int | None) -> Finding:
    if latest is None:
        return Finding(
            Topic.BACKUP,
            Grade.LOOK if unsent else Grade.UNKNOWN,
            text("Belum ada cadangan di laptop ini."),
            text("Kalau berkas data rusak, yang belum terkirim tidak bisa dipulihkan."),
            text("Cadangan dibuat sendiri saat shift ditutup. Sinkronkan kalau ada jaringan."),
            {"count": 0},
        )
    age_ms = max(now_ms - latest.made_ms, 0)
    facts = {"count": latest.count, "age_s": age_ms // 1000, "size_bytes": latest.size_bytes, "verified": True}
    words = {"span": span(age_ms / 1000), "size": size(latest.size_bytes), "n": latest.count}
    if age_ms > _OLD_MS and unsent:
        return Finding(
            Topic.BACKUP,
            Grade.LOOK,
            text("Cadangan terakhir dibuat {span} yang lalu.", **words),
            text("{n} catatan yang belum terkirim mungkin tidak ada di dalamnya.", n=count(unsent)),
            text("Sinkronkan kalau ada jaringan, dan tutup shift supaya dicadangkan lagi."),
            facts,
        )
    return Finding(
        Topic.BACKUP,
        Grade.FINE,
        text("Cadangan terakhir dibuat {span} yang lalu ({size}).", **words),
        text("Sudah dibuka dan diperiksa saat dibuat. Di laptop ini ada {n} cadangan.", **words),
        facts=facts,
    )
