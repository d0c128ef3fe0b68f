"""A shift is opened again, reported and corrected on the page by keys; the office's own templates make its papers."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from desk import START_CODE, Desk
from openpyxl import load_workbook
from pages.close_shift import CTRL, CloseShiftPageDriver
from PySide6.QtCore import Qt

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore, Step
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.store.queries.closing.signed import SignedClosing, closings
from fieldkit.store.queries.shifts import last_shift
from fieldkit.work.sign_in import set_first_pin
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.registration import Register, register
from tests.ui.pages.office_orders import with_role

PIN = "274913"


@pytest.fixture
def closing(desk: Desk) -> CloseShiftPageDriver:
    """A desk whose lead has signed: 40 of 40 blanks are left."""
    set_first_pin(desk.store, UserId(desk.lead.id), START_CODE, PIN)
    page = CloseShiftPageDriver(desk)
    page.count(40)
    sign(page)
    return page


def sign(page: CloseShiftPageDriver) -> None:
    page.close_and_sign()
    page.give_pin(PIN)


def signed(desk: Desk, kind: ClosingKind = ClosingKind.TABLE) -> list[SignedClosing]:
    shift = desk.store.query(last_shift)
    assert shift is not None
    return desk.store.query(closings, shift.id, kind)


def papers(desk: Desk) -> list[str]:
    return sorted(path.name for path in desk.folders.documents.iterdir())


def test_the_lead_opens_the_shift_again_with_a_reason_and_the_pin_and_closes_it_anew(
    closing: CloseShiftPageDriver,
) -> None:
    desk = closing.desk
    closing.press(Qt.Key.Key_B, CTRL)
    assert closing.page.after.is_open
    sign_button = closing.page.after.panel.done_button
    assert not sign_button.isEnabled()
    closing.type("Satu orang lupa dicatat")
    assert sign_button.isEnabled()
    closing.press(Qt.Key.Key_Return, CTRL)
    closing.give_pin(PIN)
    assert closing.page._view is not None
    assert closing.page._view.is_open
    assert not closing.page.after.is_open
    assert closing.focused_is_the_count
    closing.count(40)
    sign(closing)
    first, second = signed(desk)
    assert (first.number, second.number) == (1, 2)
    assert "Menggantikan penutupan ke-1." in closing.notice


def test_what_was_told_besides_the_count_stands_again_when_the_shift_is_opened_again(desk: Desk) -> None:
    set_first_pin(desk.store, UserId(desk.lead.id), START_CODE, PIN)
    page = CloseShiftPageDriver(desk)
    page.count(40)
    page.page.extras.panel.letter.set_value("470/113/BA/2019")
    page.page.extras.panel.assignment.set_value("094/77/SPT/2019")
    page.page.extras.panel.edited.emit()
    sign(page)
    page.press(Qt.Key.Key_B, CTRL)
    page.type("Lupa")
    page.press(Qt.Key.Key_Return, CTRL)
    page.give_pin(PIN)
    assert page.page.blanks.field.number() is None
    page.count(40)
    sign(page)
    for one in signed(desk):
        document = json.loads(one.document)
        assert (document["letter_number"], document["assignment_letter"]) == ("470/113/BA/2019", "094/77/SPT/2019")


def test_the_papers_of_a_replaced_closing_can_still_be_written(closing: CloseShiftPageDriver) -> None:
    closing.press(Qt.Key.Key_B, CTRL)
    closing.type("Lupa")
    closing.press(Qt.Key.Key_Return, CTRL)
    closing.give_pin(PIN)
    closing.count(40)
    sign(closing)
    first = signed(closing.desk)[0]
    closing.page.after.panel.printing.emit(first.id)
    assert papers(closing.desk) == [
        f"{name}-2019-02-23-sore-jati-1.{kind}"
        for name in ("berita-acara-penutupan", "laporan-harian")
        for kind in ("pdf", "xlsx")
    ]
    book = load_workbook(closing.desk.folders.documents / "berita-acara-penutupan-2019-02-23-sore-jati-1.xlsx")
    words = [str(cell.value) for sheet in book for row in sheet for cell in row]
    assert "Sudah digantikan penutupan ke-2." in words


def test_the_day_after_only_the_office_opens_it_again(closing: CloseShiftPageDriver) -> None:
    desk = closing.desk
    closing.window.close()
    desk.clock.pass_minutes(24 * 60)
    lead = CloseShiftPageDriver(desk)
    lead.press(Qt.Key.Key_B, CTRL)
    lead.type("Salah hitung")
    assert not lead.page.after.panel.done_button.isEnabled()
    assert "hanya pada hari yang sama" in lead.page.after.panel.done_button.toolTip()
    lead.window.close()
    planner = CloseShiftPageDriver(desk, user=with_role(desk, "planner", "Budi Perencana"))
    planner.press(Qt.Key.Key_B, CTRL)
    planner.type("Salah hitung")
    planner.press(Qt.Key.Key_Return, CTRL)
    planner.give_pin(PIN)
    assert len(signed(desk, ClosingKind.REOPENING)) == 1


def test_what_the_office_has_is_only_corrected_and_the_correction_is_shown_and_printed(
    closing: CloseShiftPageDriver,
) -> None:
    desk = closing.desk
    closing.window.close()
    planner = CloseShiftPageDriver(desk, user=with_role(desk, "planner", "Budi Perencana"))
    planner.press(Qt.Key.Key_B, CTRL)
    planner.page.after.panel.report_button.setFocus()
    planner.press(Qt.Key.Key_Space)
    planner.give_pin(PIN)
    assert len(signed(desk, ClosingKind.REPORTED)) == 1
    assert "Kantor sudah menerima laporannya." in planner.notice
    planner.press(Qt.Key.Key_B, CTRL)
    assert not planner.page.after.panel.reason.isVisible()
    planner.page.after.panel.correction.area.setFocus()
    planner.type("Terekam 1, bukan 0")
    planner.press(Qt.Key.Key_Return, CTRL)
    planner.give_pin(PIN)
    assert "Koreksi ke-1: Terekam 1, bukan 0" in planner.notice
    planner.press(Qt.Key.Key_P, CTRL)
    book = load_workbook(desk.folders.documents / "berita-acara-penutupan-2019-02-23-sore-jati-1.xlsx")
    words = " ".join(str(cell.value) for sheet in book for row in sheet for cell in row)
    assert "Koreksi ke-1, Budi Perencana" in words
    assert "Terekam 1, bukan 0" in words


def test_a_template_of_the_office_makes_its_papers(
    closing: CloseShiftPageDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(
        "fieldkit.ui.pages.close_shift.documents.write_pdf", lambda html, path: (seen.append(html), path.touch())
    )
    folder = closing.desk.folders.templates
    folder.mkdir()
    (folder / "kop.html").write_text("<p>KOP KANTOR SENDIRI</p>", encoding="utf-8")
    closing.press(Qt.Key.Key_P, CTRL)
    assert "KOP KANTOR SENDIRI" in seen[-1]
    assert closing.toasts[-1].startswith("Dokumen tersimpan.")


def test_a_broken_template_is_told_and_the_built_in_one_makes_the_paper(
    closing: CloseShiftPageDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(
        "fieldkit.ui.pages.close_shift.documents.write_pdf", lambda html, path: (seen.append(html), path.touch())
    )
    folder = closing.desk.folders.templates
    folder.mkdir()
    (folder / "kop.html").write_text("<p>satu</p>\n{{ report.salah }}\n", encoding="utf-8")
    closing.press(Qt.Key.Key_P, CTRL)
    assert any("Templat kantor kop.html rusak di baris 2" in said for said in closing.toasts)
    assert any("Dokumen dibuat dengan templat asli" in said for said in closing.toasts)
    assert "DINAS KEPENDUDUKAN" in seen[-1]
    assert len(papers(closing.desk)) == 2


def test_what_became_of_a_paper_is_logged_and_nobody_is_named(
    closing: CloseShiftPageDriver, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """Invariant 12."""
    with caplog.at_level(logging.INFO):
        closing.press(Qt.Key.Key_P, CTRL)
    told = [record.getMessage() for record in caplog.records if "paper" in record.getMessage()]
    assert told == ["paper record of closing 1: written"]
    assert all("Rina" not in name and "rina" not in name for name in papers(closing.desk))
    blocked = closing.desk.folders.documents / "berita-acara-penutupan-2019-02-23-sore-jati-1.pdf"
    blocked.unlink()
    blocked.mkdir()
    caplog.clear()
    with caplog.at_level(logging.INFO):
        closing.press(Qt.Key.Key_P, CTRL)
    assert [record.getMessage() for record in caplog.records if "paper" in record.getMessage()] == [
        "paper record of closing 1: ReadOnlyError"
    ]


def test_the_list_of_those_who_were_served_is_noted_before_it_is_written_with_masked_numbers(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F-P5, invariant 12: somebody chose the folder, and who did is known."""
    set_first_pin(desk.store, UserId(desk.lead.id), START_CODE, PIN)
    command = Register(
        desk.residents["SUMIATI"], None, Reason.FIRST_RECORDING, RecordedBefore.NO, (Paper.FAMILY_CARD,), "", "",
        PhoneOwner.OWN, "081234901117", "", "", True,
    )  # fmt: skip
    desk.store.execute(note_step, desk.store.execute(register, command).request_id, Step.RECORDED)
    page = CloseShiftPageDriver(desk)
    page.count(40)
    sign(page)
    stick = tmp_path / "stik"
    stick.mkdir()
    monkeypatch.setattr("fieldkit.ui.pages.close_shift.signing.QFileDialog.getExistingDirectory", lambda *_: str(stick))
    page.press(Qt.Key.Key_B, CTRL)
    page.page.after.panel.attendance.setFocus()
    page.press(Qt.Key.Key_Space)
    stem = "laporan-harian-2019-02-23-sore-jati-1-daftar-hadir"
    assert sorted(path.name for path in stick.iterdir()) == [f"{stem}.pdf", f"{stem}.xlsx"]
    book = load_workbook(stick / f"{stem}.xlsx")
    words = [str(cell.value) for row in book["Daftar hadir"] for cell in row]
    assert "SUMIATI" in words
    assert "357403******9952" in words
    assert not any("3574035703699952" in word for word in words)
    noted = desk.store.query(lambda d: d.rows("SELECT kind, row_count, user_id FROM list_sheet"))
    assert noted == [("attendance", 1, desk.lead.id)]
    assert papers(desk) == []
