"""The daily report and the closing record of a shift."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fieldkit.domain.requests.service import Step
from fieldkit.reports.closing.shift_documents import DailyReport, closing_record, daily_report
from fieldkit.reports.making.parts import Block
from fieldkit.store.queries.closing.signed import closings
from fieldkit.store.queries.table.registration import queue
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import check_in, set_first_pin
from fieldkit.work.table.outcomes import note_step
from tests.closings import bare_document, closing, document, visitors
from tests.laptops import add_user, laptop, opened, registered


def amounts(block: Block) -> dict[str, int | None]:
    return {figure.label: figure.amount for figure in block.figures}


def block(report: DailyReport, title: str) -> Block:
    return next(one for column in report.details for one in column if one.title == title)


def fact(report: DailyReport, label: str) -> str:
    return next(line.text for line in (*report.occasion, *report.place) if line.label == label)


def test_a_balance_shows_its_sum() -> None:
    report = daily_report(closing())
    assert (report.people.sum_line, report.people.verdict) == ("38 + 3 + 2 + 1 + 4 = 48", "cocok")
    assert (report.cards.sum_line, report.cards.verdict) == ("29 + 2 = 31", "cocok")


def test_a_sum_that_is_off_is_never_put_right() -> None:
    report = daily_report(closing())
    assert (report.blanks.sum_line, report.blanks.verdict) == ("31 + 19 + 13 = 63", "kurang 2")
    assert not report.blanks.adds_up


def test_blanks_too_many_are_said_to_be_too_many() -> None:
    report = daily_report(closing(document(counted=17, difference=-2)))
    assert report.blanks.verdict == "lebih 2"
    assert report.difference.sentence == "Blangko lebih 2 keping dari catatan."


def test_a_shift_without_work_adds_up_to_nothing() -> None:
    nothing = dict.fromkeys(document()["people_count"], 0)
    report = daily_report(closing(document(people_count=nothing)))
    assert (report.people.sum_line, report.people.verdict) == ("0 = 0", "cocok")


def test_a_difference_has_its_reason_and_its_name() -> None:
    told = daily_report(closing()).difference
    assert told.sentence == "Blangko kurang 2 keping dari catatan."
    assert told.reason == "Salah hitung saat serah terima"
    assert (told.note, told.signer) == ("Dus kedua tidak dihitung saat serah terima", "Rina Wulandari")


def test_no_difference_needs_no_reason() -> None:
    told = daily_report(closing(document(counted=15, difference=0, reason="", note=""))).difference
    assert "Tidak ada selisih" in told.sentence
    assert (told.reason, told.note, told.signer) == ("", "", "")


def test_people_still_in_the_queue_stand_in_a_preview() -> None:
    piles = {**document()["people_count"], "recorded": 37, "still_open": 1}
    report = daily_report(closing(document(people_count=piles), signature=""))
    assert amounts(report.people)["Belum selesai dilayani"] == 1
    assert "Belum selesai dilayani" not in amounts(daily_report(closing()).people)


def test_a_preview_says_that_it_is_not_signed() -> None:
    preview = closing(signature="")
    report, record = daily_report(preview), closing_record(preview)
    assert report.mark == "BELUM DITANDATANGANI"
    assert "BELUM DITANDATANGANI" in report.page_title
    assert "BELUM DITANDATANGANI" in record.page_title
    assert report.signatures[0].remark == "Belum ditandatangani"
    assert fact(report, "Jam nyata") == "15.58 WIB, masih buka"
    assert "19.06" not in record.purpose
    assert report.difference.signer == ""
    assert report.closing == "Pratinjau: angka masih bisa berubah"


def test_a_preview_without_a_count_says_that_blanks_wait_to_be_counted() -> None:
    report = daily_report(closing(document(counted=None, difference=None), signature=""))
    assert report.difference.sentence == "Sisa blangko belum dihitung."
    assert (report.blanks.sum_line, report.blanks.verdict) == ("", "belum dihitung")
    assert amounts(report.blanks)["Dihitung kembali"] is None


def test_a_signed_closing_carries_no_mark() -> None:
    report = daily_report(closing())
    assert report.mark == ""
    assert "BELUM" not in report.page_title


def test_the_print_of_the_signed_bytes_is_on_the_paper() -> None:
    signed = closing()
    digest = hashlib.sha256(signed.document.encode()).hexdigest()[:16].upper()
    assert digest in daily_report(signed).closing.replace(" ", "")


def test_a_second_closing_names_the_one_it_supersedes() -> None:
    replaces = {
        "number": 1, "sha256": "ab12" * 16, "reason": "Satu keping terselip", "reopened_by": "Rina Wulandari",
    }  # fmt: skip
    told = daily_report(closing(document(replaces=replaces), number=2)).closing
    assert told.startswith(
        "Penutupan ke-2, menggantikan penutupan ke-1 (sidik AB12 AB12 AB12 AB12), dibuka lagi oleh Rina Wulandari: "
        "Satu keping terselip · sidik "
    )
    assert "menggantikan" not in daily_report(closing()).closing


def test_file_names_tell_day_shift_place_and_closing() -> None:
    assert daily_report(closing(number=2)).file_name == "laporan-harian-2019-02-23-sore-jati-2"
    assert closing_record(closing()).file_name == "berita-acara-penutupan-2019-02-23-sore-jati-1"
    assert daily_report(closing(signature="")).file_name == "laporan-harian-2019-02-23-sore-jati-pratinjau"


def test_a_home_that_is_the_site_never_reaches_a_file_name_or_title() -> None:
    shift = {**document()["shift"], "site_name": "Rumah Pak Slamet"}
    report = daily_report(closing(bare_document(shift=shift)), visitors())
    assert report.file_name == "laporan-harian-2019-02-23-sore-35-74-03-1004-1"
    assert "Slamet" not in report.page_title


def test_an_odd_shift_name_makes_a_plain_file_name() -> None:
    shift = {**document()["shift"], "name": "../Shift: Pagi & Siang"}
    name = daily_report(closing(document(shift=shift))).file_name
    assert name == "laporan-harian-2019-02-23-pagi-siang-jati-1"


def test_minutes_of_an_incident_that_lasted_run_to_the_closing() -> None:
    ended, lasting = daily_report(closing()).incidents
    assert (ended.span, ended.sentence, ended.minutes.amount) == ("15.52–18.40", "Jaringan putus", 168)
    assert (lasting.span, lasting.sentence, lasting.minutes.amount) == ("18.53–selesai", "Listrik padam", 13)


def test_times_are_those_of_the_site() -> None:
    shift = {**document()["shift"], "time_zone": "Asia/Jayapura"}
    assert fact(daily_report(closing(document(shift=shift))), "Jam nyata") == "17.58–21.06 WIT"


def test_what_is_absent_is_shown_as_absent_and_never_as_nothing() -> None:
    report = daily_report(closing(bare_document()))
    assert amounts(report.people) == {"Datang": None, "Terekam": None}
    assert amounts(report.cards)["Belum diserahkan"] is None
    assert set(amounts(block(report, "Ribbon (cetakan)")).values()) == {None}
    assert set(amounts(block(report, "Layanan lain")).values()) == {None}
    assert amounts(block(report, "Belum diunggah, per alat")) == {"Semua alat": None}
    assert {fact(report, name) for name in ("Tim", "Surat tugas", "Alat rekam", "Kelurahan", "Kecamatan")} == {"–"}
    assert report.letterhead.office == "–"


def test_a_code_of_a_later_version_stands_for_itself() -> None:
    people = {
        **document()["people"],
        "by_step": [{"step": "sent_home", "state": "sent_home", "people": 1}],
        "by_reason": [["new_reason", 1]],
    }
    report = daily_report(closing(document(people=people, reason="eaten_by_goat")))
    assert amounts(block(report, "Tidak direkam, menurut hasil")) == {"sent home": 1}
    assert amounts(block(report, "Keperluan")) == {"new reason": 1}
    assert report.difference.reason == "eaten by goat"


def test_recorded_people_are_not_among_those_not_recorded() -> None:
    found = amounts(block(daily_report(closing()), "Tidak direkam, menurut hasil"))
    assert found == {"Diteruskan ke kantor": 4, "Berkas kurang": 3, "Sudah pernah": 2, "Pulang dulu": 1}


def test_nobody_not_recorded_is_a_counted_nothing() -> None:
    people = {**document()["people"], "by_step": [], "by_reason": []}
    report = daily_report(closing(document(people=people)))
    assert amounts(block(report, "Tidak direkam, menurut hasil")) == {"Tidak ada": 0}
    assert amounts(block(report, "Keperluan")) == {"Tidak ada": 0}


def test_the_annex_masks_every_nik() -> None:
    lines = daily_report(closing(), visitors()).attendance
    assert [line.nik for line in lines] == ["357403******9901", "357403******9902", "************9988"]
    assert [line.number for line in lines] == [1, 2, 3]
    assert (lines[0].name, lines[0].sex, lines[0].neighbourhood) == ("SITI AMINAH", "P", "03/05")
    assert (lines[0].reason, lines[0].outcome, lines[0].time) == ("Rekam baru", "Terekam", "16.01")


def test_somebody_without_any_number_has_none_in_the_annex() -> None:
    nobody = replace(visitors()[0], nik="", nik_tail="", rt="", sex="")
    line = daily_report(closing(), [nobody]).attendance[0]
    assert (line.nik, line.neighbourhood, line.sex) == ("–", "–/05", "–")


def test_the_record_opens_as_minutes_do() -> None:
    record = closing_record(closing())
    assert record.preamble == (
        "Pada hari ini, Sabtu, tanggal dua puluh tiga bulan Februari tahun dua ribu sembilan belas (23-02-2019), "
        "bertempat di Kantor Kelurahan Jati, Kelurahan Jati, Kecamatan Mayangan, Kota Probolinggo, kami yang bertanda "
        "tangan di bawah ini:"
    )
    assert record.parties[0] == "Rina Wulandari, ketua tim Dinas Kependudukan dan Pencatatan Sipil"
    assert record.parties[1].endswith("pejabat Kelurahan Jati")
    assert "Shift sore, pukul 19.06 WIB" in record.purpose


def test_the_record_says_where_blanks_and_cards_are() -> None:
    blanks, cards, incidents = closing_record(closing()).statements
    assert "Sisa blangko 13 keping dan blangko rusak 19 keping ada pada ketua tim, Rina Wulandari" in blanks
    assert "belum diserahkan kepada pemiliknya: 2 keping" in cards
    assert "2 kali" in incidents


def test_the_record_of_a_bare_document_leaves_out_what_is_not_known() -> None:
    record = closing_record(closing(bare_document()))
    assert "bertempat di Kantor Kelurahan Jati, kami" in record.preamble
    assert record.parties[0] == "Rina Wulandari, ketua tim"
    assert "pemiliknya: – keping" in record.statements[1]


@pytest.mark.parametrize(("code", "label"), [("35.74.03.1004", "Kelurahan"), ("61.06.15.2004", "Desa")])
def test_a_desa_is_called_a_desa(code: str, label: str) -> None:
    report = daily_report(closing(document(shift={**document()["shift"], "village": code})))
    assert fact(report, label) == "Jati"
    assert report.signatures[1].quality == f"Mengetahui, pejabat {label} Jati"


def test_a_place_outside_the_code_table_has_both_words() -> None:
    shift = {**document()["shift"], "village": "SP4"}
    assert fact(daily_report(closing(document(shift=shift))), "Kelurahan/Desa") == "Jati"


def test_both_can_be_printed_again_and_are_the_same() -> None:
    signed = closing()
    assert daily_report(signed) == daily_report(signed)
    assert closing_record(signed).report == daily_report(signed)


def test_a_closing_of_the_real_store_can_be_printed(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    user = add_user(store)
    shift = opened(store)
    registered(store)
    registered(store)
    for entry, step in zip(store.query(queue, shift), (Step.RECORDED, Step.LEFT_QUEUE), strict=True):
        store.execute(note_step, entry.request_id, step)
    signer = _signer(store, user)
    store.execute(close_shift, CloseShift(shift, 46, remarks="Lancar"), signer)
    report = daily_report(store.query(closings, shift)[0])
    assert amounts(report.blanks) == {
        "Dibawa ke lokasi": 46, "Dicetak": 0, "Rusak": 0, "Dikembalikan": 0, "Dihitung kembali": 46
    }  # fmt: skip
    assert amounts(block(report, "Keperluan")) == {"Rekam baru": 2}
    assert [(line.name, line.role) for line in report.staff] == [
        ("Rina Wulandari", "Ketua tim"),
        ("Agus Prasetyo", "Petugas cetak"),
    ]
    assert (report.remarks, report.mark) == ("Lancar", "")
    store.close()


def _signer(store: Any, user: Any) -> Any:
    code_hash = hashlib.sha256(b"KODE12").hexdigest()
    store.write_local(lambda d: d.run("UPDATE app_user SET start_code_hash = ? WHERE id = ?", code_hash, user))
    set_first_pin(store, user, "kode12", "274913")
    return check_in(store, user, "274913")


def test_the_signed_text_is_what_is_printed_whatever_the_order_of_its_keys() -> None:
    signed = closing()
    shuffled = json.dumps(dict(reversed(json.loads(signed.document).items())))
    assert daily_report(replace(signed, document=shuffled)).people == daily_report(signed).people
