"""Signed closings for tests, with figures that are all different. Everybody here is invented."""

from __future__ import annotations

from typing import Any

from fieldkit.domain.signing import canonical
from fieldkit.store.queries.closing.signed import SignedClosing
from fieldkit.store.queries.closing.visitors import Visitor

JATI = "35.74.03.1004"

SECTION_6: tuple[tuple[str, str, str], ...] = (
    ("office", "PEMERINTAH KOTA PROBOLINGGO", "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"),
    ("team", "Tim", "Tim 2"),
    ("date", "Hari, tanggal", "Sabtu, 23 Februari 2019"),
    ("place", "Tempat", "Kantor Kelurahan Jati"),
    ("place, kind", "Jenis tempat", "Kantor kelurahan"),
    ("place, code", "Kode wilayah", "35.74.03.1004"),
    ("place, hamlet", "Dusun / RW", "RW 05"),
    ("session, planned", "Jam rencana", "16.00–19.00"),
    ("session, actual", "Jam nyata", "15.58–19.06 WIB"),
    ("staff present", "Petugas hadir", "4 orang"),
    ("staff present, name and role", "Dedi Kurniawan", "Petugas pendukung"),
    ("staff present, left early", "Perangkat kelurahan", "s.d. 18.00"),
    ("sets used", "Alat rekam", "A-03, A-04"),
    ("assignment letter", "Surat tugas", "094/77/SPT/2019"),
    ("target of the village", "Target wilayah", "500"),
    ("target of the shift", "Target shift", "101"),
    ("on list", "Nama di daftar", "1.024"),
    ("left on list", "Belum terekam", "926"),
    ("explained on list", "Sudah dijelaskan (usulan)", "15"),
    ("arrived", "Datang", "48"),
    ("recorded", "Terekam", "38"),
    ("recorded, male", "Laki-laki", "20"),
    ("recorded, female", "Perempuan", "17"),
    ("recorded, first-time", "Rekam baru", "26"),
    ("recorded, under 17", "Belum 17 tahun", "8"),
    ("recorded, with exception", "Dengan pengecualian", "5"),
    ("recorded, out-of-region", "Luar daerah", "9"),
    ("not recorded, papers", "Berkas kurang", "3"),
    ("not recorded, recorded before", "Sudah pernah", "2"),
    ("not recorded, forwarded", "Diteruskan ke kantor", "4"),
    ("not recorded, left", "Pulang dulu", "1"),
    ("home visits planned", "Direncanakan", "36"),
    ("home visits done", "Dilakukan", "22"),
    ("home visits, outcome", "Tidak di rumah", "21"),
    ("requests, first", "Rekam baru", "35"),
    ("requests, lost", "Hilang", "7"),
    ("requests, data change", "Ubah data", "6"),
    ("cards printed", "Dicetak", "31"),
    ("cards handed over", "Diserahkan", "29"),
    ("cards held", "Belum diserahkan", "2"),
    ("blanks taken", "Dibawa ke lokasi", "65"),
    ("blanks used", "Dicetak", "31"),
    ("blanks spoiled", "Rusak", "19"),
    ("blanks returned", "Dikembalikan", "0"),
    ("blanks counted", "Dihitung kembali", "13"),
    ("blanks, sum", "31 + 19 + 13 = 63", "kurang 2"),
    ("blanks, reason of the difference", "Alasan", "Salah hitung saat serah terima"),
    ("blanks, note on the difference", "Keterangan", "Dus kedua tidak dihitung saat serah terima"),
    ("blanks, who says so", "Dinyatakan oleh", "Rina Wulandari"),
    ("ribbon", "Terpakai", "49"),
    ("receipts", "Diberikan", "47"),
    ("receipts without phone", "Tanpa nomor HP", "11"),
    ("incidents", "15.52–18.40", "Jaringan putus"),
    ("not yet uploaded, first set", "Alat A-03", "37"),
    ("not yet uploaded, second set", "Alat A-04", "16"),
    ("other products, KK", "KK", "23"),
    ("other products, KIA", "KIA", "24"),
    ("other products, IKD", "IKD", "25"),
    ("other products, akta", "Akta", "27"),
    ("other products, others", "Legalisir", "28"),
    ("remarks", "Catatan", "Warga RW 05 minta jadwal tambahan."),
    ("number of the letter", "Nomor:", "470/113/BA/2019"),
    ("signature, lead", "Rina Wulandari", "Ditandatangani di FieldKit, 23 Februari 2019 pukul 19.06 WIB"),
    ("signature, village officer", "Mengetahui, pejabat Kelurahan Jati", "(........................................)"),
)
"""The fields of domain.md section 6: which it is, its label, and what `document()` says."""


def document(**changes: Any) -> dict[str, Any]:
    """The document of an evening shift in Jati as `work.closing` writes it; changes replace whole parts."""
    return {**_SHIFT, **_FIGURES, **_OFFICE, **changes}


def bare_document(**changes: Any) -> dict[str, Any]:
    """A document without anything that may be absent."""
    return {**_SHIFT, **_FIGURES, "people": _PEOPLE, "village": _VILLAGE, "other_products": {}, **changes}


def closing(content: dict[str, Any] | None = None, *, number: int = 1, signature: str = "ab" * 64) -> SignedClosing:
    """A closing signed by the lead at 19.06; without a signature it is a preview."""
    text = canonical(content or document()).decode()
    return SignedClosing("closing-1", "shift-1", number, text, "Rina Wulandari", "2019-02-23T12:06:00.000Z", signature)


def visitors(number: int = 3) -> list[Visitor]:
    """People who were served, the first with NIK 3574035211879901, the last with only its tail."""
    names = ("SITI AMINAH", "SUMIATI", "SRI WAHYUNI", "BAMBANG HARYANTO", "DEWI LESTARININGSIH", "AHMAD FAUZI")
    rows = [
        Visitor(
            f"P2-{n:03}", names[(n - 1) % len(names)], "female", f"357403521187{9900 + n}", "", "03", "05",
            "first_recording", "recorded", f"2019-02-23T09:{n % 60:02}:00.000Z",
        )
        for n in range(1, number)
    ]  # fmt: skip
    last = ("P2-999", "SLAMET", "male", "", "9988", "", "", "lost", "accepted_for_reprint", "2019-02-23T11:40:00.000Z")
    return [*rows, Visitor(*last)]


_SHIFT: dict[str, Any] = {
    "format": 1,
    "shift": {
        "id": "shift-1",
        "day": "2019-02-23",
        "name": "Shift sore",
        "site_name": "Kantor Kelurahan Jati",
        "village": JATI,
        "planned_start": "16:00",
        "planned_end": "19:00",
        "time_zone": "Asia/Jakarta",
        "lead_id": "user-1",
        "lead_name": "Rina Wulandari",
        "target_count": 101,
        "opened_at": "2019-02-23T08:58:00.000Z",
        "closed_at": None,
    },
    "present": [
        {"name": "Rina Wulandari", "role": "lead", "until": ""},
        {"name": "Agus Prasetyo", "role": "print_operator", "until": ""},
        {"name": "Dedi Kurniawan", "role": "support_officer", "until": ""},
        {"name": "Yuni Lestari", "role": "Perangkat kelurahan", "until": "2019-02-23T11:00:00.000Z"},
    ],
    "incidents": [
        {
            "id": "incident-1",
            "kind": "network",
            "began_at": "2019-02-23T08:52:00.000Z",
            "ended_at": "2019-02-23T11:40:00.000Z",
            "effect": "Perekaman jalan terus, dikirim nanti",
        },
        {
            "id": "incident-2",
            "kind": "power",
            "began_at": "2019-02-23T11:53:00.000Z",
            "ended_at": "",
            "effect": "",
        },
    ],
    "remarks": "Warga RW 05 minta jadwal tambahan.\nKursi tunggu kurang.",
}
_PEOPLE: dict[str, Any] = {
    "by_step": [
        {"step": "already_recorded", "state": "rejected_duplicate", "people": 2},
        {"step": "forwarded_to_office", "state": "forwarded_to_office", "people": 4},
        {"step": "incomplete_papers", "state": "incomplete_papers", "people": 3},
        {"step": "left_queue", "state": "left_queue", "people": 1},
        {"step": "recorded", "state": "recorded", "people": 33},
        {"step": "recorded_with_exception", "state": "recorded", "people": 5},
    ],
    "by_reason": [["data_change", 6], ["first_recording", 35], ["lost", 7]],
    "recorded_male": 20,
    "recorded_female": 17,
    "recorded_under_17": 8,
    "recorded_elsewhere": 9,
    "with_exception": 5,
    "out_of_hours": 10,
    "without_phone": 11,
    "receipts": 47,
}
_VILLAGE: dict[str, Any] = {"total": 1024, "recorded": 98, "visits": 14, "explained": 15}
_FIGURES: dict[str, Any] = {
    "people": {**_PEOPLE, "recorded_first_time": 26, "recorded_sex_unknown": 18},
    "stock": {"taken": 65, "printed": 31, "spoiled": 19, "returned": 0, "on_hand": 13},
    "counted": 13,
    "difference": 2,
    "reason": "miscounted_at_issue",
    "note": "Dus kedua tidak dihitung saat serah terima",
    "cards": {"printed": 31, "handed_over": 29},
    "village": {**_VILLAGE, "left": 926},
    "visits": 22,
    "other_products": {"kk": 23, "kia": 24, "ikd": 25, "akta": 27, "Legalisir": 28},
}
_OFFICE: dict[str, Any] = {
    "people_count": {
        "arrived": 48,
        "recorded": 38,
        "incomplete_papers": 3,
        "already_recorded": 2,
        "left": 1,
        "failed": 0,
        "forwarded": 4,
        "other": 0,
        "still_open": 0,
    },
    "card_count": {"printed": 31, "handed_over": 29, "held": 2},
    "held_counted": 2,
    "office": {
        "name": "Dinas Kependudukan dan Pencatatan Sipil",
        "regency": "Kota Probolinggo",
        "address": "Jl. Contoh No. 1, Probolinggo",
        "team": "Tim 2",
    },
    "place": {"village": "Jati", "district": "Mayangan", "hamlet": "RW 05", "kind": "Kantor kelurahan"},
    "letter_number": "470/113/BA/2019",
    "assignment_letter": "094/77/SPT/2019",
    "sets": ["A-03", "A-04"],
    "village_target": 500,
    "visits_planned": 36,
    "visits_by_outcome": [["not_home", 21], ["recorded", 12]],
    "ribbon": {"taken": 450, "used": 49, "left": 401},
    "uploads": [{"set": "A-03", "waiting": 37}, {"set": "A-04", "waiting": 16}],
}
