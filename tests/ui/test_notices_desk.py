"""The desk of notices, worked by its clerk with the keyboard: results, lists, opt-out, and what is seen of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from desk import DAY, VILLAGE, Desk
from laptops import add_user, registered
from layout_faults import layout_faults
from openpyxl import load_workbook
from pages.office_notices import CTRL, NoticesDeskDriver, clerk_of
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from fieldkit.domain.notices.messages import reference_of
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.records.tables import CARD_PLACE, NOTICE_STEP, SETTING
from fieldkit.store.queries.lists.sheets import sheets_given
from fieldkit.store.queries.people import app_user
from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.theme.apply import apply_theme

Key = Qt.Key
SUMIATI, DWI, BUDI, SITI, SLAMET = "SUMIATI", "DWI ASTUTIK", "BUDI HARTONO", "SITI NURAINI", "SLAMET RIYADI"


def ready(desk: Desk, name: str, phone: str = "081234901117", *, place: str = "Loket 2") -> str:
    """A card that lies ready."""
    answers = {"phone": phone} if phone else {"phone": "", "phone_owner": PhoneOwner.NONE, "contact_name": "Bu Tini"}
    if not phone:
        answers["contact_relation"] = "tetangga"
    request = registered(desk.store, desk.residents[name], **answers).request_id  # type: ignore[arg-type]
    lies = {"request_id": request, "state": "ready", "place": place, "custodian": "Rina"}
    desk.store.execute(lambda unit: unit.insert(CARD_PLACE, VILLAGE, **lies, at=f"{DAY}T09:06:00.000Z"))
    return request


def said(desk: Desk, request: str, *states: str, sequence: int = 1) -> None:
    """What the centre wrote down."""
    given = {"request_id": request, "sequence": sequence, "channel": "sms", "parts": 1}
    reference = reference_of("35.74", request, sequence)
    for second, state in enumerate(states):
        at = f"{DAY}T09:07:{second:02}.000Z"
        desk.store.execute(
            lambda unit, state=state, at=at: unit.insert(
                NOTICE_STEP, VILLAGE, **given, reference=reference, state=state, at=at
            )
        )


@pytest.fixture
def waiting(desk: Desk) -> dict[str, str]:
    """One of each: nobody knows, failed, without a number, waiting for a message, told once."""
    requests = {name: ready(desk, name) for name in (SUMIATI, DWI, SITI, SLAMET)}
    requests[BUDI] = ready(desk, BUDI, "")
    said(desk, requests[SUMIATI], "queued", "submitted", "unknown")
    said(desk, requests[DWI], "queued", "submitted", "accepted", "failed")
    said(desk, requests[SITI], "queued")
    said(desk, requests[SLAMET], "queued", "submitted", "accepted")
    return requests


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The stick that is chosen."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def set_rule(desk: Desk, key: str, value: str) -> None:
    desk.store.execute(lambda unit: unit.insert(SETTING, "35.74", key=key, value=value, valid_from="2019-01-01"))


def pages(pdf: Path) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(pdf).pages]


def words(pdf: Path) -> str:
    return " ".join(pages(pdf))


def test_what_the_clerk_has_to_do_comes_first_and_is_counted(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    assert page.names() == [SUMIATI, DWI, BUDI]
    counts = [page.figure(name) for name in ("settle", "call", "ask_rt", "send", "wait", "done")]
    assert [re.findall(r" (\d+)", each)[0] for each in counts] == ["1", "1", "1", "1", "1", "0"]
    for digit, names in ((2, [SITI]), (3, [SLAMET]), (4, []), (5, [SUMIATI, DWI, BUDI, SITI, SLAMET])):
        page.part(digit)
        assert page.names() == names


def test_the_overview_says_what_waits(desk: Desk, waiting: dict[str, str]) -> None:
    window = desk.open(("office", OfficePage), user=clerk_of(desk))
    page = window.page("office")
    assert isinstance(page, OfficePage)
    tile = page.overview.findChild(QWidget, "desk_notices")
    assert tile is not None
    assert tile.accessibleDescription() == "1 SMS belum jelas sampai, 2 warga perlu diberi tahu."


def test_results_are_typed_back_one_key_each_and_the_next_one_stands_there(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    page.press(Key.Key_S)
    assert page.names() == [DWI, BUDI]
    page.press(Key.Key_T)
    page.press(Key.Key_R)
    assert page.names() == []
    page.part(3)
    assert sorted(page.names()) == sorted([SUMIATI, DWI, BUDI, SLAMET])
    assert page.badge() == "1 dari 3"
    assert "Kabar berikutnya mulai" in page.answer()


def test_enter_notes_the_usual_result(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    for _ in range(3):
        page.press(Key.Key_Return)
    assert page.names() == []


def test_a_result_that_was_a_slip_is_taken_back_with_the_key_of_the_toast(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    page.press(Key.Key_Down)
    page.press(Key.Key_T)
    assert DWI not in page.names()
    page.undo()
    assert DWI in page.names()
    page.search("dwi")
    page.press(Key.Key_Escape)
    page.part(1)
    page.press(Key.Key_Down)
    assert "Diberi tahu lewat telepon" in page.told()
    assert "dibatalkan" in page.told()


def test_a_message_that_did_not_arrive_becomes_a_call(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    assert page.offered()[:2] == ["delivered", "failed"]
    assert "belum jelas" in page.answer()
    page.press(Key.Key_G)
    page.part(1)
    assert SUMIATI in page.names()
    assert page.figure("settle").startswith("Belum jelas 0")


def test_a_key_that_says_nothing_of_this_card_says_so(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    page.part(3)
    page.press(Key.Key_T)
    assert page.toasts[-1].startswith("Belum bisa untuk kartu ini")


def test_no_more_messages_and_messages_again(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    page.part(2)
    page.press(Key.Key_B)
    assert "tidak dikirimi SMS lagi" in page.toasts[-1]
    assert "0812" in page.toasts[-1]
    assert "081234901117" not in page.toasts[-1]
    page.undo()
    page.press(Key.Key_B)
    page.press(Key.Key_B)
    assert "boleh dikirimi SMS lagi" in page.toasts[-1]


def test_a_number_is_masked_until_its_key_and_each_look_is_noted(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    whole, masked = "0812 – 3490 – 1117", "0812 •••• 117"
    looks = "SELECT resident_id, field FROM look"
    assert all(masked in told and whole not in told for told in (*page.second_lines()[:2], page.where()))
    page.press(Key.Key_N)
    assert whole in page.where()
    assert not any(whole in told for told in page.second_lines())
    assert desk.store.query(lambda database: database.rows(looks)) == [(desk.residents[SUMIATI], "phone")]
    page.press(Key.Key_N)
    assert masked in page.where()
    page.press(Key.Key_N)
    page.press(Key.Key_Escape)
    assert (masked in page.where(), page.names()) == (True, [SUMIATI, DWI, BUDI])
    assert len(desk.store.query(lambda database: database.rows(looks))) == 2


def test_a_number_is_masked_again_once_its_card_is_left(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    whole = "0812 – 3490 – 1117"
    page.press(Key.Key_N)
    page.press(Key.Key_Down)
    assert whole not in page.where()
    page.press(Key.Key_N)
    assert whole in page.where()
    page.page.close_desk()
    page.press(Key.Key_5)
    assert whole not in page.where()
    page.press(Key.Key_Down)
    assert "show_number" not in page.offered()


def test_in_a_narrow_window_the_number_is_looked_at_on_the_card(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    page.window.resize(800, 690)
    QApplication.processEvents()
    assert not page.desk.panel.isVisible()
    page.press(Key.Key_N)
    assert page.desk.panel.isVisible()
    assert "0812 – 3490 – 1117" in page.where()


def test_a_call_list_goes_out_and_is_noted_and_names_no_nik(desk: Desk, waiting: dict[str, str], stick: Path) -> None:
    page = NoticesDeskDriver(desk)
    page.press(Key.Key_P, CTRL)
    page.digit(1)
    page.digit(2)
    page.save()
    pdf, book = sorted(stick.iterdir())
    assert (pdf.suffix, book.suffix) == (".pdf", ".xlsx")
    told = words(pdf)
    assert all(each in told for each in (DWI, BUDI, "0812 – 3490 – 1117", "Bu Tini", "Loket 2", "1 dari 3"))
    assert not any(each in told for each in (SITI, SLAMET, SUMIATI, "357403"))
    assert [(DWI in page, BUDI in page) for page in pages(pdf)] == [(True, False), (False, True)]
    cells = [str(cell.value) for sheet in load_workbook(book).worksheets for row in sheet.iter_rows() for cell in row]
    assert DWI in cells
    assert not any("357403" in cell for cell in cells)
    assert [(each.kind, each.row_count) for each in desk.store.query(sheets_given, VILLAGE, 9)] == [("card_calls", 2)]
    assert page.toasts[-1].startswith("Daftar 2 warga tersimpan")


def test_who_waits_for_a_message_is_taken_over_by_the_list_and_given_back(
    desk: Desk, waiting: dict[str, str], stick: Path
) -> None:
    page = NoticesDeskDriver(desk)
    page.press(Key.Key_P, CTRL)
    page.digit(2)
    page.digit(1)
    page.save()
    assert sorted(page.names()) == sorted([SUMIATI, DWI, BUDI, SITI])
    assert SITI in words(next(stick.iterdir()))
    page.undo()
    page.part(2)
    assert page.names() == [SITI]


def test_a_posting_goes_out_where_the_head_lets_it_and_counts(desk: Desk, waiting: dict[str, str], stick: Path) -> None:
    set_rule(desk, "notice_postings", "on")
    page = NoticesDeskDriver(desk)
    page.press(Key.Key_P, CTRL)
    page.digit(2)
    page.digit(1)
    page.save()
    told = words(next(stick.iterdir()))
    assert BUDI in told
    assert not any(each in told for each in ("Bu Tini", "0812", "357403"))
    assert BUDI not in page.names()
    page.undo()
    assert BUDI in page.names()


def test_a_posting_that_could_not_be_written_does_not_count(desk: Desk, waiting: dict[str, str], stick: Path) -> None:
    set_rule(desk, "notice_postings", "on")
    stick.rmdir()
    stick.write_text("no folder any more")
    page = NoticesDeskDriver(desk)
    page.press(Key.Key_P, CTRL)
    page.digit(2)
    page.digit(1)
    page.save()
    assert BUDI in page.names()
    assert not any(toast.startswith("Daftar") for toast in page.toasts)


def test_nobody_to_be_told_leaves_no_list(desk: Desk, stick: Path) -> None:
    page = NoticesDeskDriver(desk)
    page.press(Key.Key_P, CTRL)
    page.save()
    assert list(stick.iterdir()) == []
    page.press(Key.Key_Escape)
    assert not page.desk.lists.is_open()


def test_a_name_a_receipt_and_a_place_find_a_card_in_any_part(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    page.search("slamet")
    assert page.names() == [SLAMET]
    page.press(Key.Key_Escape)
    assert page.names() == [SUMIATI, DWI, BUDI]


@pytest.mark.parametrize(("role", "has"), [("planner", True), ("admin", True), ("lead", False), ("head", False)])
def test_the_desk_is_there_for_who_tells_people(desk: Desk, role: str, *, has: bool) -> None:
    user = desk.store.query(app_user, add_user(desk.store, "Kiki Amalia", role=role))
    assert user is not None
    window = desk.open(("office", OfficePage), user=user)
    page = window.page("office")
    assert isinstance(page, OfficePage)
    assert (page.overview.findChild(QWidget, "desk_notices") is not None) is has


@pytest.mark.parametrize("drawer", [False, True])
def test_the_desk_fits_at_every_text_size(
    desk: Desk, themed_app: QApplication, waiting: dict[str, str], *, drawer: bool
) -> None:
    set_rule(desk, "notice_postings", "on")
    page = NoticesDeskDriver(desk)
    if drawer:
        page.press(Key.Key_P, CTRL)
    for percent, width in ((100, 1100), (100, 1366), (125, 1366), (150, 1100), (150, 1366)):
        apply_theme(themed_app, "light", percent)
        page.window.resize(width, 690)
        for _ in range(3):
            QApplication.processEvents()
        assert layout_faults(page.window) == [], (percent, width)


def test_all_that_takes_the_focus_has_a_name(desk: Desk, waiting: dict[str, str]) -> None:
    page = NoticesDeskDriver(desk)
    for part in page.window.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
