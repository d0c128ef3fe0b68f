"""The list that is signed when cards are fetched, taken out with the keyboard alone; that it went out is noted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from desk import VILLAGE, Desk
from laptops import add_user, registered
from layout_faults import layout_faults
from pages.cards import CTRL, CardsPageDriver
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from fieldkit.domain.cards.card import Check, Placing
from fieldkit.domain.cards.pick_up import Receiving
from fieldkit.domain.errors import RuleError
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.requests.service import Step
from fieldkit.store.queries.lists.sheets import sheets_given
from fieldkit.store.queries.people import AppUser, app_user
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.choices import ChoiceButton
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.places import PlaceCard, place_card
from fieldkit.work.cards.printing import check_card, print_card
from fieldkit.work.lists.sheets import NoteSheets, note_sheets
from fieldkit.work.table.outcomes import note_step

Key = Qt.Key
SUMIATI, DWI, BUDI = "SUMIATI", "DWI ASTUTIK", "BUDI HARTONO"
RACK, DESK_TWO = "Rak A", "Meja P2"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The stick that is chosen."""
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    return stick


@pytest.fixture
def lying(desk: Desk) -> dict[str, str]:
    """Three cards that lie ready in two places, and one that is printed and no more."""
    desk.let_print()
    placed = {name: ready(desk, name, place) for name, place in ((SUMIATI, RACK), (DWI, RACK), (BUDI, DESK_TWO))}
    desk.store.execute(print_card, recorded(desk, "SITI NURAINI"))
    return placed


def recorded(desk: Desk, name: str) -> str:
    done = registered(desk.store, desk.residents[name], phone="081200000099")
    desk.store.execute(note_step, done.request_id, Step.RECORDED)
    return done.request_id


def ready(desk: Desk, name: str, place: str) -> str:
    request = recorded(desk, name)
    desk.store.execute(print_card, request)
    desk.store.execute(check_card, request, Check.OK)
    desk.store.execute(place_card, PlaceCard(request, Placing.READY, place, "Yuni Lestari"))
    return request


def clerk(desk: Desk) -> AppUser:
    found = desk.store.query(app_user, add_user(desk.store, "Kiki", role="clerk"))
    assert found is not None
    return found


def given(desk: Desk) -> list[tuple[str, int, str]]:
    return [(each.kind, each.row_count, each.user_name) for each in desk.store.query(sheets_given, VILLAGE, 9)]


def words(pdf: Path) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(pdf).pages))


def list_of(page: CardsPageDriver, *digits: int) -> None:
    """Ctrl+P, the digits of place, order and way, Ctrl+Enter."""
    page.press(Key.Key_P, CTRL)
    for digit in digits:
        page.digit(digit)
    page.save()


def test_the_cards_that_lie_ready_in_a_place_are_listed_to_be_signed_for_and_it_is_noted(
    desk: Desk, lying: dict[str, str], folder: Path
) -> None:
    page = CardsPageDriver(desk)
    page.press(Key.Key_P, CTRL)
    places = [each.caption() for each in page.choice("handover_list_place").findChildren(ChoiceButton)]
    assert sorted(places[:2]) == [f"{DESK_TWO} · 1", f"{RACK} · 2"]
    page.digit(1 + places.index(f"{RACK} · 2"))
    page.save()
    (pdf,) = folder.iterdir()
    assert re.fullmatch(r"Daftar serah terima KTP-el 2019-02-23 \d\d\.\d\d\.pdf", pdf.name)
    told = words(pdf)
    for each in (SUMIATI, DWI, RACK, "Tanda tangan", "Diambil oleh", desk.lead.name, "Kartu di daftar ini: 2"):
        assert each in told
    assert not any(each in told for each in (BUDI, "SITI NURAINI", "357403"))
    assert given(desk) == [("handover", 2, desk.lead.name)]
    assert page.toasts[-1].startswith("Daftar 2 kartu tersimpan")
    assert not page.page.lists.is_open()


def test_all_places_by_name_with_a_workbook_where_it_is_wished_for(
    desk: Desk, lying: dict[str, str], folder: Path
) -> None:
    list_of(CardsPageDriver(desk), 3, 2, 2)
    assert {path.suffix for path in folder.iterdir()} == {".pdf", ".xlsx"}
    (pdf,) = folder.glob("*.pdf")
    told = words(pdf)
    assert told.index(BUDI) < told.index(DWI) < told.index(SUMIATI)
    assert given(desk) == [("handover", 3, desk.lead.name)]


def test_a_clerk_prints_it_at_once_and_no_file_is_left(
    desk: Desk, lying: dict[str, str], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"

    def accepted(asked: QPrintDialog) -> int:
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(paper))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accepted)
    page = CardsPageDriver(desk, user=clerk(desk))
    list_of(page, 3, 1, 3)
    assert "Kartu di daftar ini: 3" in words(paper)
    assert list(folder.iterdir()) == []
    assert given(desk) == [("handover", 3, "Kiki")]
    assert page.toasts[-1].startswith("Daftar 3 kartu dikirim ke printer")


def test_who_chooses_no_folder_takes_out_and_notes_nothing(
    desk: Desk, lying: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page = CardsPageDriver(desk)
    list_of(page)
    assert given(desk) == []
    page.press(Key.Key_Escape)
    assert not page.page.lists.is_open()
    assert page.focused() is page.page.queue.table


def test_a_form_that_is_half_answered_has_the_keys_again_after_the_list(desk: Desk, lying: dict[str, str]) -> None:
    page = CardsPageDriver(desk)
    page.select(SUMIATI)
    page.press(Key.Key_S)
    page.digit(1)
    before = page.focused()
    page.press(Key.Key_P, CTRL)
    assert page.page.lists.is_open()
    page.press(Key.Key_Escape)
    assert page.form is not None
    assert page.focused() is before
    page.save()
    assert page.toasts[-1].startswith(f"Kartu diserahkan: {SUMIATI}")


def test_a_card_that_was_handed_over_meanwhile_is_not_on_the_list(
    desk: Desk, lying: dict[str, str], folder: Path
) -> None:
    page = CardsPageDriver(desk)
    page.press(Key.Key_P, CTRL)
    page.digit(3)
    desk.store.execute(hand_over_card, HandOver(lying[DWI], Receiving(DWI, "KTP lama")))
    page.save()
    (pdf,) = folder.iterdir()
    assert DWI not in words(pdf)
    assert given(desk) == [("handover", 2, desk.lead.name)]


def test_where_nothing_lies_ready_it_is_said(desk: Desk) -> None:
    page = CardsPageDriver(desk)
    page.press(Key.Key_P, CTRL)
    assert page.toasts[-1].startswith("Belum ada kartu yang siap diambil")
    assert not page.page.lists.is_open()


def test_an_operator_is_told_who_takes_it_out(desk: Desk, lying: dict[str, str]) -> None:
    page = CardsPageDriver(desk, user=desk.operator)
    page.press(Key.Key_P, CTRL)
    assert "dicetak ketua tim atau petugas kartu" in page.toasts[-1]
    assert not page.page.lists.is_open()
    with pytest.raises(RuleError, match="petugas kartu"):
        desk.store.execute(note_sheets, NoteSheets(SheetKind.HANDOVER, VILLAGE, (("", "", 3),)))


def test_a_clerk_takes_out_no_sheet_of_a_list(desk: Desk) -> None:
    desk.store.user = clerk(desk).id
    with pytest.raises(RuleError, match="Hanya ketua tim"):
        desk.store.execute(note_sheets, NoteSheets(SheetKind.CALL_LIST, VILLAGE, (("05", "03", 1),)))


def test_the_key_stands_in_the_list_of_keys(desk: Desk) -> None:
    assert "Ctrl+P" in dict(CardsPageDriver(desk).page.keys())


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("width", [1100, 1366])
def test_page_and_drawer_fit(
    desk: Desk, lying: dict[str, str], themed_app: QApplication, percent: int, width: int
) -> None:
    page = CardsPageDriver(desk)
    apply_theme(themed_app, "light", percent)
    page.window.resize(width, 690)
    for opens in (False, True):
        if opens:
            page.press(Key.Key_P, CTRL)
        for _ in range(3):
            QApplication.processEvents()
        assert layout_faults(page.window) == []


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("width", [1100, 1366])
def test_the_page_fits_also_where_a_night_of_printing_can_begin(
    empty_desk: Desk, themed_app: QApplication, percent: int, width: int
) -> None:
    page = CardsPageDriver(empty_desk)
    assert page.button("night_print").isVisible()
    apply_theme(themed_app, "light", percent)
    page.window.resize(width, 690)
    for _ in range(3):
        QApplication.processEvents()
    assert layout_faults(page.window) == []
