"""Theme, sizes, fonts and icons reach the widgets."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.ui.theme import icons
from fieldkit.ui.theme.apply import apply_theme, dress
from fieldkit.ui.theme.fonts import FILES, ui_font
from fieldkit.ui.theme.look import look
from fieldkit.ui.theme.scale import FONT_PX, PERCENTS, Scale
from fieldkit.ui.theme.sheet import style_sheet
from fieldkit.ui.theme.tokens import DARK, LIGHT
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import _LONGEST_LINE, Label
from fieldkit.ui.widgets.layouts import column, holder

pytestmark = pytest.mark.usefixtures("themed_app")

PINNED = {
    "sun-horizon-bold": 0xF6EC,
    "sun-horizon-fill": 0xFA6A,
    "user-plus-bold": 0xF73B,
    "user-plus-fill": 0xFAB9,
    "users-three-bold": 0xF740,
    "users-three-fill": 0xFABE,
    "house-line-bold": 0xF5B5,
    "house-line-fill": 0xF943,
    "identification-card-bold": 0xF5B8,
    "identification-card-fill": 0xF946,
    "stack-bold": 0xF6DD,
    "stack-fill": 0xFA5B,
    "clipboard-text-bold": 0xF476,
    "clipboard-text-fill": 0xF862,
    "arrows-clockwise-bold": 0xF3C3,
    "arrows-clockwise-fill": 0xF7AF,
    "calendar-blank-bold": 0xF42A,
    "calendar-blank-fill": 0xF816,
    "chart-bar-bold": 0xF450,
    "chart-bar-fill": 0xF83C,
    "buildings-bold": 0xF426,
    "buildings-fill": 0xF812,
    "check-circle-bold": 0xF466,
    "check-circle-fill": 0xF851,
    "warning-bold": 0xF748,
    "warning-fill": 0xFAC7,
    "warning-circle-bold": 0xF749,
    "warning-circle-fill": 0xFAC6,
    "info-bold": 0xF5BC,
    "info-fill": 0xF94A,
    "minus-circle-bold": 0xF5F7,
    "minus-circle-fill": 0xF984,
}


def test_the_icon_font_is_the_one_these_pages_were_drawn_with() -> None:
    assert (icons.FONT_FILE, icons.CHARMAP_FILE) == ("phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json")
    assert (icons.fonts_dir() / icons.FONT_FILE).is_file()
    points = icons.code_points()
    assert len(points) == 4470
    assert {name: points[name] for name in PINNED} == PINNED


@pytest.mark.parametrize("name", sorted(set(icons.STATUS_ICONS.values())))
def test_every_status_has_a_filled_icon_that_is_painted(name: str) -> None:
    image = icons.glyph(name, 18, LIGHT.ok, filled=True).toImage()
    painted = sum(image.pixelColor(x, y).alpha() > 0 for x in range(18) for y in range(18))
    assert painted > 60


def test_an_icon_is_painted_once_per_colour_and_sharp_on_a_fine_screen() -> None:
    one, same = (icons.glyph("eye", 18, LIGHT.ink2) for _ in range(2))
    assert one is same
    assert icons.glyph("eye", 18, LIGHT.ink2, ratio=2.0).width() == 36


@pytest.mark.parametrize("file", FILES)
def test_the_fonts_travel_with_the_program(file: str) -> None:
    from fieldkit.host.places import resources_dir

    assert (resources_dir() / "fonts" / file).stat().st_size > 200_000
    assert (resources_dir() / "fonts" / "OFL.txt").is_file()


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_inter_is_there_in_four_weights_with_tabular_figures(weight: int) -> None:
    font = ui_font(14, weight)
    assert QFontInfo(font).family() == "Inter"
    assert QFontInfo(font).weight() == weight
    widths = {QFontMetrics(font).horizontalAdvance(digit * 10) for digit in "0123456789"}
    assert len(widths) == 1
    assert font.hintingPreference() == QFont.HintingPreference.PreferVerticalHinting


def test_no_text_is_smaller_than_12_pixels() -> None:
    assert min(Scale(100).font_px(role) for role in FONT_PX) >= 12


@pytest.mark.parametrize("percent", PERCENTS)
def test_fields_and_buttons_have_the_heights_of_the_scale(themed_app: QApplication, qtbot: QtBot, percent: int) -> None:
    apply_theme(themed_app, "light", percent)
    field, button, small = TextField("NIK"), Button("Simpan"), Button("Kecil", "small")
    box = QWidget()
    qtbot.addWidget(box)
    dress(box)
    column(field, button, small, inside=box)
    box.show()
    heights = [field.line.height(), button.height(), small.height()]
    assert heights == [Scale(percent).px(length) for length in (36, 36, 28)]
    field.line.setFocus()
    assert field.line.sizeHint().height() == Scale(percent).px(36)


def test_text_and_gaps_of_an_open_widget_follow_the_text_size(themed_app: QApplication, qtbot: QtBot) -> None:
    label, box = Label("82", "figure"), QWidget()
    qtbot.addWidget(box)
    dress(box)
    lay = column(label, gap=8, edges=(16, 12, 16, 12), inside=box)
    box.show()
    assert (label.font().pixelSize(), lay.spacing()) == (30, 8)
    apply_theme(themed_app, "light", 150)
    assert (label.font().pixelSize(), lay.spacing(), lay.contentsMargins().left()) == (45, 12, 24)


def test_lines_of_running_text_follow_the_text_size(themed_app: QApplication, qtbot: QtBot) -> None:
    label, box = Label("Nomor HP belum dijawab.", wrap=True), QWidget()
    qtbot.addWidget(box)
    dress(box)
    column(label, inside=box)
    box.show()
    before = label._longest()
    apply_theme(themed_app, percent=150)
    assert label._longest() == label.fontMetrics().horizontalAdvance(_LONGEST_LINE) > before


def test_the_dark_theme_reaches_palette_and_labels(themed_app: QApplication, qtbot: QtBot) -> None:
    label = Label("Terekam", "label")
    qtbot.addWidget(label)
    dress(label)
    apply_theme(themed_app, "dark")
    label.show()
    assert themed_app.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.bg
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == DARK.ink2


class Listener(QObject):
    """Counts how often a part is styled."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self.styled = 0
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is of Qt
        """Count it."""
        self.styled += event.type() == QEvent.Type.StyleChange
        return super().eventFilter(watched, event)


def test_a_part_is_styled_once_or_twice_however_deep_it_lies(themed_app: QApplication, qtbot: QtBot) -> None:
    part, box = QWidget(), QWidget()
    heard = Listener(part)
    for _ in range(10):
        part = holder(column(part))
    assert heard.styled == 0
    qtbot.addWidget(box)
    dress(box)
    column(part, inside=box)
    box.show()
    put_in = heard.styled
    apply_theme(themed_app, "dark")
    assert (put_in, heard.styled - put_in) == (1, 2)


def test_the_text_size_stops_at_both_ends() -> None:
    assert [Scale(100).stepped(-1).percent, Scale(100).stepped(1).percent] == [100, 110]
    assert [Scale(125).stepped(1).percent, Scale(150).stepped(1).percent] == [150, 150]


def test_no_rule_of_the_sheet_paints_all_frames_or_labels() -> None:
    for line in style_sheet(look()).splitlines():
        selector = line.split("{")[0].strip()
        assert selector not in {"QFrame", "QLabel", "QWidget", "*", "QPushButton"}, line


def test_nothing_is_collected_while_the_gaps_follow_the_text_size(
    themed_app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = holder(column(Label("Nama")))
    qtbot.addWidget(kept)
    seen: set[bool] = set()
    monkeypatch.setattr("fieldkit.ui.theme.apply.rescale", lambda _layout: seen.add(gc.isenabled()))
    apply_theme(themed_app)
    assert seen == {False}
    assert gc.isenabled()


def test_the_kit_starts_without_heavy_packages() -> None:
    code = (
        "import sys; import fieldkit.ui.shell.window, fieldkit.ui.rows.tables;"
        "import fieldkit.ui.messages, fieldkit.ui.threads;"
        "print([m for m in ('numpy', 'pyqtgraph', 'qtawesome', 'fieldkit.store', 'sqlalchemy') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert out.stdout.strip() == "[]"
