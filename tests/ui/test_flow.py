"""Parts that go below each other where it is narrow, and a middle that scrolls where it is low."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.flow import Fitted, Flow
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder

OnScreen = Callable[..., QWidget]


def test_parts_stand_beside_each_other_until_they_do_not_fit(on_screen: OnScreen) -> None:
    flow = Flow([Button("Berita acara"), Button("Laporan harian")], gap=8)
    box = on_screen(flow)
    wanted = flow.sizeHint().width()
    box.resize(wanted, 120)
    assert not flow.is_upright()
    box.resize(wanted - 1, 120)
    assert flow.is_upright()


def test_a_flow_may_be_as_narrow_as_its_widest_part() -> None:
    narrow, wide = Button("Ya"), Button("Tutup & tanda tangani")
    assert Flow([narrow, wide]).minimumSizeHint().width() == wide.minimumSizeHint().width()


def test_a_hidden_part_takes_no_room(on_screen: OnScreen) -> None:
    first, second = Button("Berita acara"), Button("Tutup & tanda tangani")
    flow = Flow([first, second])
    box = on_screen(flow)
    second.hide()
    QApplication.processEvents()
    box.resize(first.minimumSizeHint().width(), 60)
    assert not flow.is_upright()


def test_words_that_may_be_shortened_go_below_rather_than_be_cut(on_screen: OnScreen) -> None:
    name, by = Label("Dihitung kembali"), Label("oleh Rina W., 19.04", "hint", elide=True)
    flow = Flow([name, by], whole=True)
    box = on_screen(flow)
    box.resize(flow.sizeHint().width() - 1, 80)
    assert flow.is_upright()
    assert by.text() == by.full_text()


def test_a_middle_scrolls_only_below_its_least_height(on_screen: OnScreen) -> None:
    fitted = Fitted(holder(column(*(Button(f"Tombol {number}") for number in range(8)))))
    box = on_screen(fitted)
    box.resize(300, 600)
    assert fitted.verticalScrollBar().maximum() == 0
    box.resize(300, 150)
    assert fitted.verticalScrollBar().maximum() > 0


def test_the_part_with_the_focus_is_brought_into_sight(on_screen: OnScreen, qtbot: QtBot) -> None:
    buttons = [Button(f"Tombol {number}") for number in range(12)]
    fitted = Fitted(holder(column(*buttons)))
    box = on_screen(fitted)
    box.resize(300, 150)
    buttons[-1].setFocus()
    qtbot.waitUntil(lambda: not buttons[-1].visibleRegion().isEmpty())
