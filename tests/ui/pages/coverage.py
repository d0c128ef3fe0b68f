"""The page Coverage as the head of the office reads it: keys, and what can be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.ui.pages.coverage import CoveragePage
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.widgets.labels import Label


class CoveragePageDriver:
    """Finds the parts by name and types real keys."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        page = window.page("coverage")
        assert isinstance(page, CoveragePage)
        self.page = page
        qtbot.waitUntil(window.isActiveWindow)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Keys, one after the other, each to whatever has the focus."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key, modifier)

    def places(self) -> list[tuple[str, str, str]]:
        """Name, share and what is missing of each row."""
        model = self.page.places.table.rows_model
        rows = [model.at(number) for number in range(model.rowCount())]
        return [(row.name, row.share, row.missing) for row in rows]

    def chosen(self) -> str:
        """The name of the row that is selected."""
        return str(self.page.places.table.selected().name)

    def figure(self, name: str) -> str:
        """All that one of the four figures says."""
        found = self.page.tiles.findChild(QWidget, f"coverage_{name}")
        assert found is not None
        return found.accessibleName()

    def freshness(self) -> list[str]:
        """The lines about when the figures are of."""
        return [part.accessibleName() for part in self.page.freshness.rows.children() if _is_line(part)]

    def sentence(self) -> str:
        """Where it is heading."""
        return self.page.curve.sentence.text()

    def passed(self) -> str:
        """The sentence about those above the line; nothing where it is not shown."""
        return self.page.places.passed.text() if self.page.places.passed.isVisible() else ""

    def says(self, words: str) -> bool:
        """Whether a label that is shown has these words in it."""
        labels = self.window.findChildren(Label)
        return any(words in label.full_text() for label in labels if label.isVisible())


def _is_line(part: object) -> bool:
    return isinstance(part, QWidget) and part.property("kind") == "row"
