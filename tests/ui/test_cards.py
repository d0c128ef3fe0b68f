"""Cards, notices, figures, bars, buttons, badges."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, BarTrack, Card, EmptyState, FigureTile, Notice, SumBar
from fieldkit.ui.widgets.charts.bars import Bar, BarChart
from fieldkit.ui.widgets.labels import Badge, Label
from fieldkit.ui.widgets.layouts import column

pytestmark = pytest.mark.usefixtures("themed_app")

OnScreen = Callable[..., QWidget]


def test_a_caption_with_an_ampersand_is_shown_and_said_as_written(on_screen: OnScreen) -> None:
    button = Button("Tutup & tanda tangani", key="Ctrl+Enter")
    on_screen(button)
    assert button.text() == "Tutup && tanda tangani"
    assert button.caption() == "Tutup & tanda tangani"
    assert button.accessibleName() == "Tutup & tanda tangani, tombol Ctrl+Enter"


def test_a_button_is_never_narrower_than_its_caption_icon_and_key(on_screen: OnScreen) -> None:
    bare, full = Button("Simpan"), Button("Simpan", icon="check", key="Ctrl+Enter")
    box = on_screen(bare, full)
    box.resize(10, 10)
    assert full.width() >= full.sizeHint().width() > bare.sizeHint().width() + 60


def test_the_ring_of_a_filled_button_is_inside_its_edge_and_only_with_the_focus(on_screen: OnScreen) -> None:
    button, other = Button("Simpan", "primary"), Button("Batal")
    on_screen(button, other)
    other.setFocus()
    tokens = look().tokens
    assert _along_the_top(button) == {tokens.accent}
    button.setFocus()
    assert tokens.on_accent in _along_the_top(button)


def _along_the_top(button: Button) -> set[str]:
    image = button.grab().toImage()
    return {image.pixelColor(20, y).name().upper() for y in range(1, 7)}


def test_a_plain_button_shows_the_focus_by_its_border(on_screen: OnScreen) -> None:
    button, other = Button("Batal"), Button("Lain")
    on_screen(button, other)
    other.setFocus()
    assert button.grab().toImage().pixelColor(20, 0).name().upper() == look().tokens.line2
    button.setFocus()
    assert button.grab().toImage().pixelColor(20, 1).name().upper() == look().tokens.accent


def test_a_button_is_pressed_by_space(on_screen: OnScreen) -> None:
    pressed: list[str] = []
    button = Button("Batal", press=lambda: pressed.append("batal"))
    on_screen(button)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == ["batal"]


def test_a_disabled_button_says_why() -> None:
    button = Button("Tutup & tanda tangani", "primary")
    button.setEnabled(False)
    button.set_reason("1 selisih blangko belum dijelaskan")
    assert button.accessibleDescription() == button.toolTip() == "1 selisih blangko belum dijelaskan"


def test_a_badge_without_a_word_takes_no_room(on_screen: OnScreen) -> None:
    badge = Badge()
    on_screen(badge, Label("x"))
    assert not badge.isVisible()
    badge.set("Sudah rekam", "ok")
    assert (badge.isVisible(), badge.accessibleName()) == (True, "Sudah rekam")


def test_a_badge_that_is_filled_before_it_is_placed_shows_with_its_card(on_screen: OnScreen) -> None:
    badge = Badge()
    badge.set("Sudah rekam", "ok")
    assert not badge.isVisible()
    on_screen(badge)
    assert badge.isVisible()


def test_a_shortened_label_tells_the_rest_in_its_tooltip(qtbot: QtBot, on_screen: OnScreen) -> None:
    label = Label("Kel. Jati · Sabtu, 23 Februari 2019 · Shift sore 16.00–19.00", elide=True)
    box = on_screen(label)
    box.resize(160, 60)
    qtbot.waitUntil(lambda: label.text().endswith("…"))
    assert label.toolTip() == label.full_text() == label.accessibleName()
    box.resize(900, 60)
    qtbot.waitUntil(lambda: label.text() == label.full_text())
    assert label.toolTip() == ""


def test_names_are_never_read_as_markup(on_screen: OnScreen) -> None:
    label = Label("<b>SITI</b>")
    on_screen(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_notice_says_itself_and_carries_its_actions(qtbot: QtBot, on_screen: OnScreen) -> None:
    pressed: list[str] = []
    notice = Notice("1 bentrok", tone="err")
    on_screen(notice)
    notice.set_actions([Button("Bandingkan", press=lambda: pressed.append("x"))])
    notice.set("1 keping belum jelas", "Hitung ulang.", tone="warn")
    assert (notice.accessibleName(), notice.accessibleDescription()) == ("1 keping belum jelas", "Hitung ulang.")
    assert notice.property("tone") == "warn"
    buttons = notice.findChildren(Button)
    buttons[0].click()
    notice.set_actions([Button("Serahkan")])
    assert pressed == ["x"]
    qtbot.waitUntil(lambda: [button.caption() for button in notice.findChildren(Button)] == ["Serahkan"])
    assert notice.findChildren(Button)[0].isVisible()


def test_a_tile_reads_as_one_sentence_and_its_bar_shows_the_share(on_screen: OnScreen) -> None:
    tile = FigureTile("Terekam hari ini", "check-circle", track=True)
    on_screen(tile)
    tile.set("82", "dari target 100", share=0.82, foot="Pagi 60 · sore 22")
    assert tile.figure.accessibleName() == "Terekam hari ini 82 dari target 100 Pagi 60 · sore 22"
    assert tile.figure.track is not None
    assert (tile.figure.track.share(), tile.figure.track.isVisible()) == (0.82, True)
    tile.set("0", "belum ada")
    assert not tile.figure.track.isVisible()


def test_a_bar_is_as_long_as_its_share_and_stays_within_its_track(on_screen: OnScreen) -> None:
    track = BarTrack(name="Sisa")
    box = on_screen(track)
    box.resize(218, 60)
    track.set(0.5)
    image, middle = track.grab().toImage(), track.height() // 2
    filled = [x for x in range(track.width()) if image.pixelColor(x, middle).name().upper() == look().tokens.accent]
    assert len(filled) == pytest.approx(track.width() / 2, abs=2)
    track.set(7)
    assert (track.share(), track.accessibleName()) == (1.0, "Sisa 100 %")


def test_a_sum_says_whether_it_adds_up() -> None:
    bar = SumBar()
    bar.set("31 + 2 + 12 = 45", "kurang 1", agrees=False)
    assert bar.accessibleName() == "31 + 2 + 12 = 45, kurang 1"


def test_an_empty_state_gives_a_fact_and_the_next_step() -> None:
    empty = EmptyState("users-three", "Belum ada yang antre", "Cari nama warga di kiri.")
    assert (empty.accessibleName(), empty.accessibleDescription()) == (
        "Belum ada yang antre",
        "Cari nama warga di kiri.",
    )


def test_a_card_with_a_tone_has_its_border(on_screen: OnScreen) -> None:
    card = Card("Blangko")
    on_screen(card)
    card.set_tone("err")
    assert card.grab().toImage().pixelColor(card.width() // 2, 1).name().upper() == look().tokens.err_line


def test_a_chart_is_said_in_figures_and_its_bars_stand_in_proportion(on_screen: OnScreen) -> None:
    chart = BarChart("Terekam per setengah jam")
    box = on_screen(chart)
    box.resize(500, 300)
    bars = [
        Bar("09.00", 5),
        Bar("09.30", 10),
        Bar("", None, gap=True),
        Bar("16.30", 3, tone="warn"),
        Bar("17.00", None),
    ]
    chart.set_bars(bars, needed=8.3, needed_text="perlu 8,3")
    assert chart.accessibleDescription() == "09.00: 5; 09.30: 10; 16.30: 3; perlu 8,3"
    image = chart.grab().toImage()
    colours = [image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())]
    assert colours.count(look().tokens.accent) > 4 * colours.count(look().tokens.warn_line) > 0


def test_the_name_of_the_needed_line_covers_no_bar_where_there_is_room_beside_them(on_screen: OnScreen) -> None:
    chart = BarChart("Terekam per setengah jam")
    box = on_screen(chart)
    box.resize(500, 300)
    tall, empty = [Bar(f"{hour:02}.00", 12) for hour in range(6)], [Bar(f"{hour}.00", None) for hour in range(16, 22)]
    bars = [*tall, Bar("", None, gap=True), Bar("15.00", 12), *empty]

    def accent(words: str) -> int:
        chart.set_bars(bars, needed=8.3, needed_text=words)
        image = chart.grab().toImage()
        pixels = (image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height()))
        return sum(pixel == look().tokens.accent for pixel in pixels)

    assert accent("perlu 8,3 per setengah jam") == accent("") > 0


def test_painted_widgets_are_known_to_assistive_tools(on_screen: OnScreen) -> None:
    badge = Badge("Belum rekam")
    on_screen(badge)
    interface = QAccessible.queryAccessibleInterface(badge)
    assert interface.text(QAccessible.Text.Name) == "Belum rekam"
    badge.event(QEvent(QEvent.Type.StyleChange))


def test_a_wrapped_label_gives_its_lines_back(on_screen: OnScreen) -> None:
    label = Label("Kata " * 40, wrap=True)
    box = on_screen(label)
    box.resize(300, 400)
    tall = label.minimumHeight()
    label.set_text("Kata")
    assert label.minimumHeight() < tall


@pytest.mark.parametrize("is_centred", [False, True])
def test_lines_of_text_stay_short_however_wide_the_place_is(on_screen: OnScreen, is_centred: bool) -> None:
    label = Label("Rekam lagi membuat data ganda dan kartunya tidak bisa dicetak. " * 4, wrap=True)
    if is_centred:
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    place = QWidget()
    column(label, None, inside=place)
    place.setMinimumSize(1200, 200)
    on_screen(place)
    image = label.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    inked = {x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != ground}
    first, last = min(inked), max(inked)
    assert last - first <= label.fontMetrics().horizontalAdvance("n" * 75)
    assert (first > 200) == is_centred
    assert label.height() >= 3 * label.fontMetrics().height()


@pytest.mark.parametrize(("width", "is_whole"), [(420, True), (150, False)])
def test_the_state_of_a_draft_has_its_words_where_there_is_room_and_gives_way_to_the_buttons(
    on_screen: OnScreen, width: int, is_whole: bool
) -> None:
    bar = ActionBar(Button("Simpan", "primary"))
    bar.set_draft("Draf aman")
    on_screen(bar).resize(width, 60)
    QApplication.processEvents()
    label = bar.draft.findChild(Label)
    assert label is not None
    assert label.full_text() == "Draf aman"
    assert (label.text() == "Draf aman") is is_whole
