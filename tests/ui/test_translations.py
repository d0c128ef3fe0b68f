"""The English texts: none missing, none left over, and shown by a window in English."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import dev
from fieldkit.app import application
from fieldkit.domain.text import text
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.labels import Label

_SHARED_WORDS = {
    *("admin", "operator", "printer", "laptop", "offline", "pin", "shift", "status"),
    *("fieldkit", "enter", "esc", "b", "kb", "mb", "per", "no"),
    *("film", "lot", "modem", "ribbon", "target"),
    *("kecamatan", "kelurahan", "kk", "nik", "rt", "rw"),
}
"""What is written alike in both languages: keys, units, and the field's terms that English keeps."""


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return dev.read_translations(dev.TRANSLATIONS)


@pytest.fixture
def english(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The application speaks English, from a file compiled just now."""
    source = tmp_path / "translations" / dev.TRANSLATIONS.name
    source.parent.mkdir()
    shutil.copyfile(dev.TRANSLATIONS, source)
    monkeypatch.setattr(dev, "TRANSLATIONS", source)
    monkeypatch.setattr(application, "resources_dir", lambda: tmp_path)
    dev.compile_translations()
    application.speak(qapp, "en")
    yield
    _forget_translators(qapp)


def _forget_translators(app: QApplication) -> None:
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()


def _braces(sentence: str) -> list[tuple[str, str | None, str | None]]:
    return sorted((name, form, turn) for _, name, form, turn in Formatter().parse(sentence) if name is not None)


def _words(sentence: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", re.sub(r"\{[^}]*\}", "", sentence).lower()))


def _edges(sentence: str) -> tuple[bool, bool]:
    return sentence[:1].isspace(), sentence[-1:].isspace()


def test_every_text_of_the_code_has_english_and_none_is_left_over(texts: dict[str, str]) -> None:
    in_code = set(dev.collect_texts(dev.ROOT / "fieldkit"))
    assert sorted(source for source in in_code if not texts.get(source)) == []
    assert sorted(texts.keys() - in_code) == []


def test_the_file_is_written_as_the_tool_writes_it(texts: dict[str, str]) -> None:
    assert dev.TRANSLATIONS.read_text(encoding="utf-8") == dev.render_translations(dict(sorted(texts.items())))


def test_the_english_fills_the_same_braces(texts: dict[str, str]) -> None:
    assert [source for source, english in texts.items() if _braces(source) != _braces(english)] == []


def test_a_text_that_is_put_together_keeps_its_outer_spaces(texts: dict[str, str]) -> None:
    assert [source for source, english in texts.items() if _edges(source) != _edges(english)] == []


def test_only_words_that_both_languages_share_stay_as_they_are(texts: dict[str, str]) -> None:
    assert [source for source, english in texts.items() if source == english and _words(source) - _SHARED_WORDS] == []


def test_the_english_stays_as_calm_as_the_source(texts: dict[str, str]) -> None:
    assert [english for english in texts.values() if "!" in english] == []


@pytest.mark.usefixtures("english")
def test_a_window_in_english_says_registration(on_screen: Callable[..., QWidget]) -> None:
    label = Label(tr("Pendaftaran"))
    on_screen(label)
    assert label.text() == "Registration"
    assert label.isVisible()


@pytest.mark.usefixtures("english")
def test_a_text_of_the_layers_below_is_english_with_its_values_filled() -> None:
    assert say(text("{n} menunggu", n=3)) == "3 waiting"


def test_without_a_translation_the_texts_of_the_code_are_shown(qapp: QApplication) -> None:
    application.speak(qapp, "id")
    assert tr("Pendaftaran") == "Pendaftaran"


@pytest.mark.usefixtures("in_indonesian")
def test_what_qt_itself_says_is_in_the_language_of_the_window(on_screen: Callable[..., QWidget]) -> None:
    line, text_ = QLineEdit("Siti"), QTextBrowser()
    on_screen(line, text_)
    said = [_caption(action) for part in (line, text_) for action in part.createStandardContextMenu().actions()]
    assert {"Urungkan", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"} <= set(said)
    english = {"Undo", "Redo", "Cut", "Copy", "Paste", "Delete", "Select All", "Copy Link Location"}
    assert english.isdisjoint(said)


@pytest.mark.usefixtures("in_indonesian")
def test_the_dialogs_for_files_are_in_the_language_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "Pilih cadangan", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    said = {part.text().replace("&", "") for part in dialog.findChildren(QLabel) if part.isVisible()}
    said |= {part.text().replace("&", "") for part in dialog.findChildren(QPushButton)}
    assert {"Lihat di:", "Nama berkas:", "Jenis berkas:", "Buka", "Batal"} <= said
    tips = {part.toolTip() for part in dialog.findChildren(QToolButton)}
    assert {"Mundur", "Maju", "Folder di atasnya", "Buat folder baru"} <= tips


def test_nothing_of_the_dialog_that_prints_stays_in_another_language(qapp: QApplication, qtbot: QtBot) -> None:
    printer = QPrinter()
    said = {}
    for language in ("en", "id"):
        application.speak(qapp, language)
        dialog = QPrintDialog(printer)
        qtbot.addWidget(dialog)
        said[language] = set(_said_in(dialog))
    _forget_translators(qapp)
    assert {"Cetak", "Batal", "Rangkap:", "Halaman ganjil", "Bolak-balik"} <= said["id"]
    assert said["id"] & said["en"] == {"Printer"}


def _said_in(dialog: QWidget) -> Iterator[str]:
    for part in dialog.findChildren(QWidget):
        words = [part.toolTip(), part.windowTitle()]
        words += [part.text()] if isinstance(part, QLabel | QAbstractButton) else []
        words += [part.title()] if isinstance(part, QGroupBox) else []
        words += [part.tabText(at) for at in range(part.count())] if isinstance(part, QTabWidget) else []
        words += [part.itemText(at) for at in range(part.count())] if isinstance(part, QComboBox) else []
        yield from (word.replace("&", "") for word in words if _words(word))


def _caption(action: QAction) -> str:
    return action.text().partition("\t")[0].replace("&", "")


@pytest.fixture
def in_indonesian(qapp: QApplication) -> Iterator[None]:
    """The application speaks as it does by itself."""
    dev.compile_translations()
    application.speak(qapp, "id")
    yield
    _forget_translators(qapp)
