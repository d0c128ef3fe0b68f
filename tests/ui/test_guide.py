"""The guide: opened by F1 F1 at the page that it explains, left by Esc, and true to the window that it tells of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from desk import Desk
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import dev
from fieldkit.ui.pages import page_specs
from fieldkit.ui.pages.guide import GuidePage
from fieldkit.ui.pages.guide.book import guide_folder, guide_of, pictured, read_chapter
from fieldkit.ui.pages.guide.key_card import KeyCardWriter
from fieldkit.ui.pages.office.desks import desk_specs
from fieldkit.ui.shell.page import AtDesk
from fieldkit.ui.shell.window import GUIDE, MainWindow
from fieldkit.ui.theme.apply import dress
from tests.patience import PATIENCE_S

Key = Qt.Key
LANGUAGES = ("id", "en")
ROLES = ("operator", "lead", "planner", "keeper", "clerk", "head", "admin", "viewer")
CHAPTERS = sorted((guide_folder()).glob("*/*.md"))
ENGLISH = dev.read_translations(dev.TRANSLATIONS)
OWN_WORDS = "limits"
"""The chapter whose bold words are its own: what it names is outside the window."""


@pytest.fixture
def window(empty_desk: Desk, qtbot: QtBot) -> MainWindow:
    """The whole window of an admin, at Today."""
    made: list[object] = []
    window = MainWindow(page_specs("admin", lambda: made[0]), place="Kota Probolinggo")  # type: ignore[arg-type,return-value]
    made.append(empty_desk.context(window, empty_desk.lead))
    dress(window)
    empty_desk.windows.append(window)
    window.resize(1366, 690)
    window.show()
    window.activateWindow()
    window.show_page("today")
    qtbot.waitUntil(window.isActiveWindow)
    return window


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)


def guide(window: MainWindow) -> GuidePage:
    page = window.page(GUIDE)
    assert isinstance(page, GuidePage)
    return page


def test_f1_f1_opens_the_chapter_of_the_page_and_esc_goes_back_to_it(window: MainWindow) -> None:
    press(Key.Key_F5, Key.Key_F1, Key.Key_F1)
    assert (window.current_name, guide(window).subtitle()) == (GUIDE, "Kunjungan")
    assert guide(window).leaf.toPlainText().startswith("Kunjungan\nHalaman ini dibuka F5")
    press(Key.Key_Escape)
    assert window.current_name == "visits"


def test_f1_f1_at_a_desk_of_the_office_opens_its_part(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("office", AtDesk("missions"))
    press(Key.Key_F1, Key.Key_F1)
    leaf = guide(window).leaf
    assert guide(window).subtitle() == "Kantor"
    qtbot.waitUntil(lambda: leaf.cursorForPosition(QPoint(8, 8)).block().text() == "Gotong royong")


def test_what_was_typed_is_there_after_the_guide(window: MainWindow) -> None:
    press(Key.Key_F3)
    QTest.keyClicks(QApplication.focusWidget() or window, "siti")
    press(Key.Key_F1, Key.Key_F1, Key.Key_Escape)
    field = window.page("register").search_field
    assert field is not None
    assert (window.current_name, field.text()) == ("register", "siti")


def test_f1_f1_in_the_guide_shows_its_keys_and_stays(window: MainWindow) -> None:
    press(Key.Key_F1, Key.Key_F1, Key.Key_F1, Key.Key_F1)
    assert window.current_name == GUIDE
    press(Key.Key_Escape)
    assert window.current_name == "today"


def test_pages_go_on_with_their_keys_from_the_guide_which_is_no_neighbour(window: MainWindow) -> None:
    press(Key.Key_F1, Key.Key_F1, Key.Key_F9)
    assert window.current_name == "sync"
    press(Key.Key_PageUp, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.current_name == "close_shift"
    assert GUIDE not in window.rail.buttons


def test_a_search_leaves_the_chapters_with_all_words_and_esc_leaves_the_search_first(window: MainWindow) -> None:
    press(Key.Key_F1, Key.Key_F1)
    press(Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget() or window, "berita acara pemusnahan")
    page = guide(window)
    assert [page.chapters.rows_model.at(row).id for row in range(page.chapters.rows_model.rowCount())] == ["stock"]
    press(Key.Key_Down, Key.Key_Return)
    assert page.subtitle() == "Blangko"
    assert len(page.leaf.extraSelections()) > 3
    press(Key.Key_Escape)
    assert (window.current_name, page.chapters.rows_model.rowCount() > 10) == (GUIDE, True)
    press(Key.Key_Escape)
    assert window.current_name == "today"


def test_words_that_are_nowhere_are_said_to_be(window: MainWindow) -> None:
    press(Key.Key_F1, Key.Key_F1)
    guide(window).search.set_text("kapal selam")
    assert guide(window).nothing.isVisible()


def test_a_link_turns_to_its_chapter(window: MainWindow) -> None:
    press(Key.Key_F1, Key.Key_F1)
    page = guide(window)
    page.chapters.select("role-admin")
    page.leaf.anchorClicked.emit("sync")
    assert page.subtitle() == "Sinkronisasi"


def test_the_card_of_keys_is_one_sheet_with_the_keys_of_all_pages(
    empty_desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    KeyCardWriter(window, empty_desk.context(window, empty_desk.lead))
    press(Key.Key_F1)
    press(Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    sheet = empty_desk.folders.documents / "kartu-tombol.pdf"
    qtbot.waitUntil(sheet.exists, timeout=PATIENCE_S * 1000)
    pages = PdfReader(sheet).pages
    words = re.sub(r"\s+", " ", pages[0].extract_text())
    assert len(pages) == 1
    for name, label in window.labels():
        told = window.page(name).keys()
        assert label in words
        assert all(" ".join(meaning.split()) in words for _, meaning in told), name
    assert [toast.title for toast in window.toasts()] == ["Kartu tombol tersimpan"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_its_own_day_and_a_chapter_for_each_of_its_pages(role: str, language: str) -> None:
    pages = [spec.name for spec in page_specs(role, lambda: pytest.fail("no page is made here")) if spec.key]
    chapters = guide_of(role, pages, language)
    assert [chapter.id for chapter in chapters[: len(pages) + 1]] == [f"role-{role}", *pages]
    assert len({chapter.title for chapter in chapters}) == len(chapters)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_and_desk_has_its_words_in_the_guide(language: str) -> None:
    for spec in page_specs("admin", lambda: pytest.fail("no page is made here")):
        if spec.key:
            assert read_chapter(spec.name, language).title == worded(spec.label, language)
    office = read_chapter("office", language).source
    assert re.findall(r"^## (.+)$", office, re.MULTILINE) == [
        worded(spec.label, language) for spec in desk_specs("admin")
    ]


def worded(source: str, language: str) -> str:
    return source if language == "id" else ENGLISH[source]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_the_guide_names_is_written_so_in_the_window(path: Path) -> None:
    texts = set(ENGLISH if path.parent.name == "id" else ENGLISH.values())
    named = re.findall(r"\*\*([^*]+)\*\*", path.read_text("utf-8"))
    assert path.stem == OWN_WORDS or [words for words in named if words not in texts] == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_links_of_the_guide_lead_to_chapters(path: Path) -> None:
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", path.read_text("utf-8").replace("![", "!["))
    assert [link for link in links if not (path.parent / f"{link}.md").exists() and not is_picture(path, link)] == []


def is_picture(path: Path, name: str) -> bool:
    return name in pictured(path.parent.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_of_the_guide_is_there_and_none_lies_idle(language: str) -> None:
    lying = {path.name for path in (guide_folder() / "pictures").glob(f"*-{language}.webp")}
    assert lying == {f"{scene}-{language}.webp" for scene in pictured(language)}


def test_both_languages_have_the_same_chapters_with_the_same_pictures_and_keys() -> None:
    own, english = (
        {path.name: path.read_text("utf-8") for path in (guide_folder() / code).glob("*.md")} for code in LANGUAGES
    )
    assert own.keys() == english.keys()
    for name, source in own.items():
        assert re.findall(r"\(([\w-]+)\)", source) == re.findall(r"\(([\w-]+)\)", english[name]), name
        assert source.count("\n## ") == english[name].count("\n## "), name
