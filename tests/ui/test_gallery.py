"""The whole kit on one sheet: nothing is cut, everything has a name, in both themes and all text sizes."""

from __future__ import annotations

import pytest
from gallery import build_components, build_window
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.theme.scale import PERCENTS
from fieldkit.ui.widgets.labels import Label

LOOKS = pytest.mark.parametrize(("theme", "percent"), [(t, p) for t in ("light", "dark") for p in PERCENTS])


@LOOKS
def test_no_text_is_cut_without_a_tooltip(themed_app: QApplication, qtbot: QtBot, theme: str, percent: int) -> None:
    apply_theme(themed_app, theme, percent)
    window = build_window()
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    for name in ("today", "register"):
        window.show_page(name)
        qtbot.waitUntil(lambda: window.width() == 1366)
        themed_app.processEvents()
        assert [label.text() for label in visible_labels(window) if is_cut(label)] == []
    assert (window.width(), window.height()) == (1366, 690)


def test_a_window_that_gets_narrow_folds_its_side_and_does_not_scroll_sideways(
    themed_app: QApplication, qtbot: QtBot
) -> None:
    window = build_window()
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    window.show_page("register")
    page = window.page("register")
    for width in (1366, 1080, 1366):
        window.resize(width, 690)
        qtbot.waitUntil(lambda: page.width() <= window.width() - window.rail.width())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_control_has_a_name(themed_app: QApplication, qtbot: QtBot, theme: str) -> None:
    apply_theme(themed_app, theme)
    sheet = build_components()
    qtbot.addWidget(sheet)
    sheet.show()
    every = [*sheet.findChildren(QAbstractButton), *sheet.findChildren(QLineEdit)]
    controls = [each for each in every if each.isVisible()]
    nameless = [type(each).__name__ for each in controls if not each.accessibleName() and not _words(each)]
    assert len(controls) > 20
    assert nameless == []


def test_targets_are_at_least_28_high(themed_app: QApplication, qtbot: QtBot) -> None:
    window = build_window()
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    window.show_page("register")
    themed_app.processEvents()
    low = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.height() < 28]
    assert [(type(each).__name__, each.accessibleName(), each.height()) for each in low] == []


def test_tab_visits_the_form_in_reading_order(themed_app: QApplication, qtbot: QtBot) -> None:
    window = build_window()
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    window.show_page("register")
    page = window.page("register")
    wanted = [page.nik.line, page.kk.line, page.phone.line, page.primary]  # type: ignore[attr-defined]
    chain, at = list[QWidget](), page.nik.line  # type: ignore[attr-defined]
    for _ in range(80):
        chain.append(at)
        at = at.nextInFocusChain()
    places = [chain.index(each) for each in wanted]
    assert places == sorted(places)


def visible_labels(window: QWidget) -> list[QLabel]:
    return [label for label in window.findChildren(QLabel) if label.isVisible() and label.text()]


def is_cut(label: QLabel) -> bool:
    shown, metrics = label.text(), QFontMetrics(label.font())
    if isinstance(label, Label) and shown != label.full_text():
        return not label.toolTip()
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    return metrics.horizontalAdvance(shown) > label.width() + 1


def _words(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""


def test_the_sheet_is_painted_in_the_colours_of_its_theme(themed_app: QApplication, qtbot: QtBot) -> None:
    shades = []
    for theme in ("light", "dark"):
        apply_theme(themed_app, theme)
        sheet = build_components()
        qtbot.addWidget(sheet)
        sheet.show()
        shades.append(sheet.grab().toImage().pixelColor(4, 4).lightness())
    assert (shades[0] > 200, shades[1] < 60) == (True, True)
