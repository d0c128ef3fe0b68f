"""What can be signed on the page, with what is asked and said."""

from __future__ import annotations

from fieldkit.ui.language import tr
from fieldkit.ui.pages.close_shift.signing import Act
from fieldkit.work.closing.reopening import (
    CorrectClosing,
    ReopenShift,
    correct_closing,
    reopen_shift,
    report_closing,
)
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.closing.team import CloseTeam, close_team


def close_act(command: CloseShift, shift_name: str) -> Act:
    """The closing of this table."""
    return Act(
        tr("Tanda tangani penutupan {shift}", shift=shift_name),
        tr("Angka yang ditandatangani tidak berubah lagi. Koreksi sesudah ini menjadi penutupan berikutnya."),
        tr("Tutup & tanda tangani"),
        close_shift,
        command,
        tr("Shift ditutup dan ditandatangani"),
        tr("Aman di laptop ini, dikirim saat ada jaringan. Berita acara dan laporan disimpan kalau diminta."),
    )


def team_act(command: CloseTeam, shift_name: str) -> Act:
    """The closing of the team."""
    return Act(
        tr("Tanda tangani penutupan tim, {shift}", shift=shift_name),
        tr("Penutupan tim memuat sidik tiap meja. Kalau ada meja yang menutup belakangan, tim ditutup sekali lagi."),
        tr("Tutup tim & tanda tangani"),
        close_team,
        command,
        tr("Tim ditutup dan ditandatangani"),
        tr("Aman di laptop ini, dikirim saat ada jaringan. Dokumennya disimpan kalau diminta."),
    )


def reopen_act(command: ReopenShift, shift_name: str) -> Act:
    """The shift is open again."""
    return Act(
        tr("Buka lagi {shift}", shift=shift_name),
        tr("Penutupan yang lama tetap tersimpan, tapi tidak berlaku lagi sampai shift ini ditutup kembali."),
        tr("Buka lagi & tanda tangani"),
        reopen_shift,
        command,
        tr("Shift dibuka lagi"),
        tr("Betulkan yang salah, hitung blangko, lalu tutup lagi. Penutupan baru menyebut yang lama."),
    )


def report_act(shift_id: str, shift_name: str) -> Act:
    """The office has the report."""
    return Act(
        tr("Catat laporan {shift} sudah diterima", shift=shift_name),
        tr("Sesudah ini shift tidak bisa dibuka lagi. Yang salah diberi koreksi di sampingnya."),
        tr("Catat & tanda tangani"),
        report_closing,
        shift_id,
        tr("Laporan dicatat sudah diterima"),
        tr("Penutupan ini tidak berubah lagi. Yang salah diberi koreksi."),
    )


def correct_act(command: CorrectClosing, shift_name: str) -> Act:
    """A correction beside a closing."""
    return Act(
        tr("Tambah koreksi untuk {shift}", shift=shift_name),
        tr("Angka yang ditandatangani tidak berubah. Koreksi ditulis di sampingnya."),
        tr("Tambah koreksi & tanda tangani"),
        correct_closing,
        command,
        tr("Koreksi ditambahkan"),
        tr("Koreksi ikut tercetak di bawah tanda tangan."),
    )
