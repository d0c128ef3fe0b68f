"""The words of the page Sync: sizes, spans, moments, records and reasons."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec

from fieldkit.domain.orders.order import Hindrance, hindrance_text
from fieldkit.domain.roles import TAMPERING
from fieldkit.records.tables import PEOPLE, SERVICE, SHIFT, STOCK
from fieldkit.records.wire import Verdict
from fieldkit.store.integrity.told import Tampering
from fieldkit.store.queries.syncing import AttentionRow
from fieldkit.sync.progress import Progress
from fieldkit.ui.formats import clock, count, day_short, decimal, span_text
from fieldkit.ui.language import say, tr
from fieldkit.work.instants import at_site


def size_text(size_bytes: float) -> str:
    """A size: "512 B", "18 kB", "1,2 MB"."""
    if size_bytes < 1_000:
        return tr("{n} B", n=round(size_bytes))
    if size_bytes < 1_000_000:
        return tr("{n} kB", n=round(size_bytes / 1_000))
    return tr("{n} MB", n=decimal(size_bytes / 1_000_000))


def left_text(progress: Progress) -> str:
    """How long a step still takes: "sisa ± 2 menit"; empty while that is not known."""
    seconds = progress.seconds_left
    return tr("sisa ± {span}", span=span_text(seconds)) if seconds else ""


def clock_at(at: datetime, time_zone: str) -> str:
    """The time of day at the site."""
    return clock(at_site(at, time_zone))


def day_clock(at_ms: int, time_zone: str) -> str:
    """Day and time at the site: "Jum 22 Feb 16.10"."""
    at = at_site(datetime.fromtimestamp(at_ms / 1000, UTC), time_zone)
    return f"{day_short(at.date())} {clock(at)}"


def range_text(number: int) -> str:
    """The changes that a proof speaks of."""
    return tr("perubahan 1–{last}", last=count(number))


def group_name(group: str) -> str:
    """A line of the table."""
    names = {
        SERVICE: tr("Pendaftaran dan hasil rekam"),
        STOCK: tr("Blangko dan kartu"),
        SHIFT: tr("Kendala, hadir, tutup shift"),
        PEOPLE: tr("Warga dan daftar sasaran"),
    }
    return names[group]


def record_name(row: AttentionRow) -> str:
    """What was recorded, and about whom: "Serah kartu SRI WAHYUNI"."""
    if row.reason == TAMPERING:
        return tr("Data laptop diubah di luar FieldKit")
    return f"{_record_kinds().get(row.table, tr('Catatan kantor'))} {row.person}".strip()


def _record_kinds() -> dict[str, str]:
    return {
        "service_request": tr("Pendaftaran"),
        "request_state": tr("Hasil rekam"),
        "resident_state": tr("Daftar sasaran"),
        "request_step": tr("Hasil rekam"),
        "resident": tr("Data warga"),
        "list_proposal": tr("Usulan daftar"),
        "same_person_link": tr("Data ganda"),
        "target_list": tr("Daftar sasaran"),
        "visit_request": tr("Permintaan kunjungan"),
        "visit_attempt": tr("Kunjungan"),
        "notice_step": tr("Kabar ke warga"),
        "notice_stop": tr("Berhenti SMS"),
        "stock_movement": tr("Catatan blangko"),
        "card_print": tr("Cetak kartu"),
        "card_check": tr("Periksa kartu"),
        "card_place": tr("Tempat kartu"),
        "card_handover": tr("Serah kartu"),
        "handover_record": tr("Berita acara"),
        "print_approval": tr("Persetujuan cetak"),
        "shift_opening": tr("Pembukaan shift"),
        "shift_withdrawal": tr("Pembukaan shift dibatalkan"),
        "attendance": tr("Daftar hadir"),
        "incident": tr("Kendala"),
        "closing": tr("Tutup shift"),
        "incarnation": tr("Kelanjutan laptop"),
        "user_key": tr("Kunci tanda tangan"),
        "sign_in_step": tr("Masuk laptop"),
        "phone_step": tr("Kode lewat telepon"),
        "office_order": tr("Perintah kantor"),
    }


def reason_text(row: AttentionRow) -> str:
    """What the centre met, and what became of the record: it is kept, whatever it contradicts."""
    if row.reason in set(Hindrance):
        return say(hindrance_text(Hindrance(row.reason)))
    if row.reason == TAMPERING:
        return tampering_text(row.found)
    said = (_reasons_of_a_push() | _reasons_of_facts()).get(row.reason)
    return said or tr("Pusat menyimpannya, dan kantor yang memutuskan.")


def tampering_text(found: str) -> str:
    """What somebody did past FieldKit, as far as it is known, what that means and what to do."""
    try:
        told = msgspec.json.decode(found, type=Tampering)
    except msgspec.MsgspecError:
        told = Tampering()
    what = "; ".join([*_cut_text(told), *_rows_text(told)]) or tr("rinciannya tidak terbaca")
    return tr(
        "Yang ditemukan: {what}.\n"
        "Artinya: data laptop dibuka dengan program lain, atau ditimpa salinan lama. Catatan tim di laptop ini sudah "
        "dikembalikan, data pusat diambil ulang saat sinkron. Pekerjaan bisa terus.\n"
        "Sekarang: cocokkan angka shift dengan kertas, jangan pinjamkan laptop, dan beri tahu kantor. Admin memeriksa "
        "siapa yang memegang kuncinya.",
        what=what,
    )


def _cut_text(told: Tampering) -> list[str]:
    broken = [tr("catatan laptop berubah mulai nomor {n}", n=count(number)) for number in told.broken.values()]
    gone = [
        tr("catatan terakhir laptop hilang, dulu sampai nomor {n}", n=count(number)) for number in told.cut.values()
    ]
    return [*broken, *gone]


def _rows_text(told: Tampering) -> list[str]:
    return [_row_text(place, count(number)) for place, number in told.rows.items()]


def _row_text(place: str, number: str) -> str:
    table, _, how = place.partition(" ")
    name = _record_kinds().get(table, tr("Catatan kantor"))
    if how == "removed":
        return tr("{n} baris dihapus ({table})", n=number, table=name)
    if how == "added":
        return tr("{n} baris ditambah ({table})", n=number, table=name)
    return tr("{n} baris diubah ({table})", n=number, table=name)


def _reasons_of_a_push() -> dict[str, str]:
    return {
        "fork": tr("Nomor catatan ini di pusat sudah dipakai catatan lain. Keduanya disimpan, kantor memeriksa."),
        "weighty": tr(
            "Data penting ini juga diubah di tempat lain. Kedua isian disimpan, yang lama dipakai sampai diputuskan."
        ),
        "scope": tr("Tempatnya di luar wilayah laptop ini. Catatan disimpan, kantor yang memastikan."),
        "user": tr("Petugasnya belum dikenal pusat, atau sudah tidak aktif. Catatan disimpan, kantor memastikan."),
        "office": tr("Data ini milik kantor. Usulan dari sini disimpan, yang dipakai tetap data kantor."),
        "signature": tr(
            "Tanda tangannya tidak ada, atau tidak cocok dengan kunci yang dikenal pusat. Catatan disimpan dan tampil "
            "sebagai diragukan, kantor memeriksa."
        ),
        "key": tr(
            "Kunci tanda tangan ini tidak dibuat dengan kode kantor yang berlaku, jadi tanda tangannya belum dianggap "
            "sah. Minta kode baru ke kantor, lalu buat PIN lagi di laptop ini."
        ),
        "revoked": tr("Dikirim setelah laptop ini dicabut. Disimpan terpisah sampai kantor memeriksa."),
        "gap": tr(
            "Laptop ini dipulihkan dari cadangan. Yang ditulis sesudah cadangan itu dan belum terkirim tidak "
            "diketahui. Cocokkan dengan kertas, lalu kantor mencatatnya."
        ),
        "copy": tr(
            "Isi laptop ini juga dipakai di laptop lain. Catatan keduanya disimpan. Pakai satu saja, lalu beri tahu "
            "kantor."
        ),
        "row": tr("Data aslinya belum sampai di pusat. Perubahan ini menunggu di sana dan masuk sendiri nanti."),
        "unknown": tr("Pusat perlu diperbarui dulu untuk membaca catatan ini. Disimpan utuh, tidak perlu diulang."),
        "malformed": tr("Pusat tidak bisa membaca catatan ini. Catatan tetap utuh di laptop, kantor memeriksa."),
        "append_only": tr(
            "Catatan ini hanya bisa ditambah, tidak diubah. Yang pertama tetap dipakai, kantor memeriksa."
        ),
    }


def _reasons_of_facts() -> dict[str, str]:
    return {**_reasons_of_cards(), **_reasons_of_stock(), **_reasons_of_closings(), **_reasons_of_people()}


def _reasons_of_cards() -> dict[str, str]:
    return {
        "handed_over_twice": tr(
            "Kartu ini dicatat diserahkan dua kali. Keduanya disimpan. Tanyakan ke penerima, lalu ketua tim memutuskan."
        ),
        "handed_over_ended": tr(
            "Kartu ini dicatat diserahkan, dan di laptop lain dicatat rusak atau tidak jadi dicetak. Keduanya "
            "disimpan. Cari kartunya di kotak kartu rusak, tanyakan ke penerima, lalu ketua tim memutuskan."
        ),
        "printed_twice": tr(
            "Kartu ini dicatat dicetak dua kali, dan tidak ada yang dicatat rusak. Hitung kartunya di meja, lalu catat "
            "yang rusak atau yang tidak jadi dicetak."
        ),
        "print_ended_twice": tr(
            "Satu cetakan dicatat rusak atau batal di dua laptop, jadi kepingnya tercatat dua. Hitung kotak kartu "
            "rusak dan blangko di meja, lalu simpan hitungannya di halaman Blangko."
        ),
        "sent_twice": tr(
            "Kartu yang sama tertulis di dua berita acara ke kecamatan. Keduanya disimpan. Cari kartunya di kecamatan, "
            "catat di mana adanya, lalu ketua tim memutuskan."
        ),
        "batch_signed_twice": tr(
            "Satu kiriman kartu ditandatangani dua kali. Keduanya disimpan, yang pertama dipakai. Cocokkan kedua "
            "kertasnya, lalu ketua tim memutuskan."
        ),
    }


def _reasons_of_stock() -> dict[str, str]:
    return {
        "negative_holder": tr(
            "Blangko yang keluar dari satu pemegang lebih banyak daripada yang diterima. Hitung ulang dan cari catatan "
            "serah terima yang belum masuk."
        ),
        "taken_back_twice": tr(
            "Satu catatan stok diurungkan di dua laptop, jadi stoknya kembali dua kali. Hitung isinya, lalu simpan "
            "hitungannya di halaman Blangko."
        ),
        "received_twice": tr(
            "Satu lot dicatat diterima di dua laptop, dan jumlahnya lebih dari yang diminta. Hitung isi kantor. Kalau "
            "memang dicatat dua kali, simpan hitungannya di halaman Blangko."
        ),
        "counted_apart": tr(
            "Isi yang sama dihitung di dua laptop yang belum saling tahu, jadi selisihnya bisa masuk dua kali. Hitung "
            "sekali lagi sesudah keduanya terkirim, lalu simpan di halaman Blangko."
        ),
    }


def _reasons_of_closings() -> dict[str, str]:
    return {
        "two_closings": tr(
            "Shift ini ditutup dua kali di meja yang sama. Keduanya disimpan. Ketua tim memutuskan mana yang dipakai."
        ),
        "team_closed_twice": tr(
            "Meja yang sama dihitung di dua penutupan tim. Keduanya disimpan. Sepakati ketua tim mana yang menutup, "
            "supaya angkanya tidak dilaporkan dua kali, lalu catat keputusannya."
        ),
        "reopened_late": tr(
            "Shift ini dibuka lagi sesudah dilaporkan, atau oleh ketua tim pada hari lain. Semua penutupannya "
            "disimpan. Perencana mencocokkan angka yang baru dengan laporannya, lalu mencatat mana yang dipakai."
        ),
    }


def _reasons_of_people() -> dict[str, str]:
    return {
        "list_active_twice": tr(
            "Dua versi satu daftar diberlakukan di dua laptop kantor yang belum saling tahu. Yang diberlakukan "
            "terakhir dipakai, tidak ada orang yang hilang. Sepakati; kalau yang lain yang benar, berlakukan lagi di "
            "meja Daftar (Kantor)."
        ),
        "recorded_twice": tr(
            "Orang ini dicatat terekam dua kali. Keduanya disimpan. Periksa di alat rekam, lalu ketua tim memutuskan."
        ),
        "same_number": tr(
            "NIK ini dipakai dua orang yang berbeda. Keduanya disimpan. Cocokkan dengan KK, lalu betulkan yang keliru."
        ),
        "same_person": tr(
            "Ada yang mencatat dua data ini satu orang, ada yang mencatat bukan. Cocokkan dengan KK, lalu ketua tim "
            "memutuskan."
        ),
    }


def verdict_badge(row: AttentionRow) -> tuple[str, str]:
    """Word and tone of what the centre said."""
    if row.verdict == Verdict.HELD:
        return tr("Menunggu di pusat"), "warn"
    if row.verdict == Verdict.REFUSED:
        return (tr("Tidak dipakai") if row.reason == "append_only" else tr("Tidak terbaca")), "err"
    return tr("Perlu diputuskan"), "err"
