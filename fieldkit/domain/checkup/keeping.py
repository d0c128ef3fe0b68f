"""What keeps the data safe: its key, and its backups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.checkup.amounts import size, span
from fieldkit.domain.checkup.finding import Finding, Grade, Topic
from fieldkit.domain.formats import count
from fieldkit.domain.text import text

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


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """The latest backup here, which was opened and checked when it was made; and how many there are."""

    made_ms: int
    size_bytes: int
    count: int


def backup_finding(latest: BackupFacts | None, now_ms: int, unsent: int | None) -> Finding:
    """Whether there is a way back; `unsent` changes are lost with the laptop where there is none, None is unknown."""
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
