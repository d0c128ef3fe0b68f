"""The computer under FieldKit: its disk, its folders, its clock."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from fieldkit.domain.checkup.amounts import size, span
from fieldkit.domain.checkup.finding import Finding, Grade, Topic
from fieldkit.domain.clock import KnownClock
from fieldkit.domain.shifts.endurance import Endurance, disk_endurance
from fieldkit.domain.text import Text, text
from fieldkit.domain.zones import ZONE_NAMES

_ROOM_FOR_COPIES: Final = 3
"""A backup, the one before it, and the log of a big import."""


class FolderState(StrEnum):
    """How a folder or file of FieldKit stands."""

    FINE = "fine"
    MISSING = "missing"
    CLOSED = "closed"
    """Can not be read or written."""
    OPEN = "open"
    """Other accounts of this computer can read it."""


def space_finding(free_bytes: int | None, database_bytes: int) -> Finding:
    """Whether there is room to go on, and for backups."""
    facts = {"free_bytes": free_bytes, "database_bytes": database_bytes}
    if free_bytes is None:
        return Finding(
            Topic.SPACE,
            Grade.UNKNOWN,
            text("Sisa ruang di disk tidak diketahui."),
            text("Sistem laptop ini tidak memberi tahu."),
            facts=facts,
        )
    endurance = disk_endurance(free_bytes)
    words = {"free": size(free_bytes), "own": size(database_bytes)}
    if endurance is Endurance.LAST:
        return Finding(
            Topic.SPACE,
            Grade.STOP,
            text("Disk hampir penuh: sisa {free}.", **words),
            text("Sebentar lagi tidak ada yang bisa disimpan, dan cadangan tidak muat."),
            text("Kosongkan tempat sampah dan unduhan sekarang. Jangan hapus map FieldKit."),
            facts,
        )
    if endurance is Endurance.LITTLE or free_bytes < _ROOM_FOR_COPIES * database_bytes:
        return Finding(
            Topic.SPACE,
            Grade.LOOK,
            text("Ruang di disk tinggal {free}; data FieldKit {own}.", **words),
            text("Hari ini cukup. Cadangan dan daftar besar bisa tidak muat."),
            text("Pindahkan berkas besar lain dari laptop ini sebelum berangkat."),
            facts,
        )
    return Finding(
        Topic.SPACE,
        Grade.FINE,
        text("Sisa {free} di disk; data FieldKit {own}.", **words),
        text("Cukup untuk bekerja dan untuk beberapa cadangan."),
        facts=facts,
    )


def folders_finding(places: Mapping[str, FolderState]) -> Finding:
    """Whether FieldKit, and FieldKit alone, gets at its folders; `places` by their short name."""
    facts = dict(places)
    named = {state: ", ".join(name for name, its in places.items() if its is state) for state in FolderState}
    if closed := named[FolderState.CLOSED] or named[FolderState.MISSING]:
        return Finding(
            Topic.FOLDERS,
            Grade.STOP,
            text("Tidak bisa ditulisi: {names}.", names=closed),
            text("Yang sudah tersimpan tetap utuh, tetapi yang baru tidak bisa disimpan di sana."),
            text("Masuk dengan akun yang biasa dipakai, atau minta kantor membetulkan izin map."),
            facts,
        )
    if opened := named[FolderState.OPEN]:
        return Finding(
            Topic.FOLDERS,
            Grade.LOOK,
            text("Akun lain di laptop ini bisa membuka: {names}.", names=opened),
            text("Data warga tetap terkunci, tetapi dokumen dan log sebaiknya tertutup juga."),
            text("Minta kantor mengembalikan izin map supaya hanya untuk akun ini."),
            facts,
        )
    return Finding(
        Topic.FOLDERS,
        Grade.FINE,
        text("Map FieldKit bisa ditulisi."),
        text("Akun lain di laptop ini tidak bisa membukanya, sejauh sistem memberi tahu."),
        facts=facts,
    )


def clock_finding(known: KnownClock, now_ms: int) -> Finding:
    """Whether the clock agrees with the centre's, and goes forward."""
    error_ms, back_ms = known.error_ms(now_ms), known.back_ms(now_ms)
    facts = {"offset_ms": known.check.offset_ms, "back_ms": back_ms}
    if error_ms:
        off = text("mundur") if error_ms > 0 else text("maju")
        return _wrong(text("Jam laptop {off} {span}.", off=off, span=span(abs(error_ms) / 1000)), facts)
    if back_ms:
        return _wrong(text("Jam laptop {span} lebih awal dari catatan terakhir.", span=span(back_ms / 1000)), facts)
    if not known.check.read_ms and not known.last_known_ms:
        return Finding(
            Topic.CLOCK,
            Grade.UNKNOWN,
            text("Jam laptop belum pernah dicocokkan."),
            text("Pencocokan terjadi saat pertama kali tersambung ke pusat."),
            facts=facts,
        )
    return Finding(
        Topic.CLOCK,
        Grade.FINE,
        text("Jam laptop cocok."),
        text("Bedanya dengan pusat kecil, dan jam tidak pernah mundur dari catatan."),
        facts=facts,
    )


def _wrong(what: Text, facts: Mapping[str, object]) -> Finding:
    return Finding(
        Topic.CLOCK,
        Grade.LOOK,
        what,
        text("Urutan catatan tetap benar. Jam di resi, berita acara dan antrean bisa salah."),
        text("Betulkan tanggal dan jam laptop. Kalau besok salah lagi, baterai jamnya perlu diganti."),
        facts,
    )


def zone_finding(zone: str, zone_minutes: int | None, computer_minutes: int) -> Finding:
    """Whether the computer shows the hours of the place; `zone_minutes` is None where the zone is not known here."""
    name = ZONE_NAMES.get(zone, zone)
    facts = {"zone": zone, "zone_minutes": zone_minutes, "computer_minutes": computer_minutes}
    if zone_minutes is None:
        return Finding(
            Topic.ZONE,
            Grade.STOP,
            text("Zona waktu {zone} tidak dikenal di laptop ini.", zone=name),
            text("Jam setempat tidak bisa dihitung, jadi jam di resi bisa salah."),
            text("Pasang ulang FieldKit; zona waktu ikut di dalamnya."),
            facts,
        )
    if zone_minutes != computer_minutes:
        hours = abs(zone_minutes - computer_minutes) / 60
        return Finding(
            Topic.ZONE,
            Grade.LOOK,
            text("Zona waktu laptop beda {n} jam dari tempat tugas.", n=f"{hours:g}"),
            text("FieldKit memakai jam setempat, jadi resi benar. Jam di pojok layar laptop berbeda."),
            text("Atur zona waktu laptop ke {zone} saat sempat.", zone=name),
            facts,
        )
    return Finding(
        Topic.ZONE,
        Grade.FINE,
        text("Zona waktu sama dengan tempat tugas: {zone}.", zone=name),
        text("Jam di FieldKit dan di laptop sama."),
        facts=facts,
    )
