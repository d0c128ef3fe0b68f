"""Toasts, modals, drawers, the overlay of keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.entries import PinField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.layouts import column
from fieldkit.ui.widgets.motion import set_motion
from fieldkit.ui.widgets.overlays import Drawer, KeysOverlay, Modal
from fieldkit.ui.widgets.toasts import TOAST_MS, Toast, ToastHost
from fieldkit.ui.widgets.vacant import controls_of, in_sight, vacant_place

pytestmark = pytest.mark.usefixtures("themed_app")

OnScreen = Callable[..., QWidget]


@pytest.fixture
def place(on_screen: OnScreen) -> QWidget:
    box = on_screen(TextField("Nama"), TextField("HP"))
    box.resize(900, 600)
    return box


def test_at_most_two_toasts_stay_and_the_oldest_makes_room(place: QWidget) -> None:
    host = ToastHost(place)
    for title in ("satu", "dua", "tiga"):
        host.show_toast(Toast(title))
    assert [toast.title for toast in host.toasts()] == ["dua", "tiga"]


def test_a_toast_stands_at_the_bottom_right_and_follows_the_window(qtbot: QtBot, place: QWidget) -> None:
    host, toast = ToastHost(place), Toast("Tersimpan, antrean P2-083", "Aman di laptop ini.")
    host.show_toast(toast)
    corner = place.rect().bottomRight() - toast.geometry().bottomRight()
    place.resize(1000, 500)
    qtbot.waitUntil(lambda: place.rect().bottomRight() - toast.geometry().bottomRight() == corner)
    assert corner == QPoint(16, 12)


def test_a_toast_never_lies_over_the_field_in_use(on_screen: OnScreen) -> None:
    field = TextField("HP")
    box = on_screen(field)
    box.resize(900, 70)
    field.line.setFocus()
    host, toast = ToastHost(box), Toast("Tersimpan")
    host.show_toast(toast)
    assert toast.x() == 16


def test_the_key_of_the_undo_stands_on_the_newest_toast_that_has_one(place: QWidget) -> None:
    host = ToastHost(place)
    first, second = (Toast(title, action="Urungkan", on_action=list, key="Ctrl+Backspace") for title in ("satu", "dua"))
    host.show_toast(first)
    host.show_toast(second)
    assert [toast.button.accessibleName() for toast in host.toasts() if toast.button is not None] == [
        "Urungkan",
        "Urungkan, tombol Ctrl+Backspace",
    ]
    second.dismiss()
    assert first.button is not None
    assert "Ctrl+Backspace" in first.button.accessibleName()


def test_a_toast_makes_way_for_the_field_that_is_gone_to(on_screen: OnScreen) -> None:
    before, after = TextField("Nama"), TextField("Alamat")
    box = on_screen(before, after)
    box.resize(700, 300)
    before.focus_answer()
    host, toast = ToastHost(box), Toast("Tersimpan")
    host.show_toast(toast)
    toast.move(toast.x(), after.line.mapTo(box, QPoint()).y())
    after.focus_answer()
    field = QRect(after.line.mapTo(box, QPoint()), after.line.size())
    assert not toast.geometry().intersects(field) or toast.x() == 16


def test_a_toast_lies_over_nothing_that_can_be_pressed(on_screen: OnScreen) -> None:
    buttons = [Button(f"Tombol {n}") for n in range(4)]
    box = on_screen(QWidget(), *buttons)
    box.resize(900, 500)
    QApplication.processEvents()
    toast = Toast("Tersimpan")
    ToastHost(box).show_toast(toast)
    assert not any(toast.geometry().intersects(each.geometry()) for each in buttons)
    assert box.rect().contains(toast.geometry())


def test_the_same_words_stand_once(place: QWidget) -> None:
    host = ToastHost(place)
    for _ in range(2):
        host.show_toast(Toast("Kiriman ini sudah ada di laptop ini.", "Tidak ada yang berubah."))
    assert len(host.toasts()) == 1


def test_what_lies_in_a_hidden_part_is_no_control_in_sight(place: QWidget) -> None:
    seen = controls_of(place)
    hidden = QWidget(place)
    column(Button("Di halaman lain"), inside=hidden)
    assert controls_of(place) == seen
    hidden.show()
    assert len(controls_of(place)) == len(seen) + 1


@given(
    st.lists(st.builds(QRect, st.integers(0, 700), st.integers(0, 500), st.integers(1, 300), st.integers(1, 90))),
    st.integers(40, 200),
)
def test_a_vacant_place_touches_nothing_and_stays_in_the_room(taken: list[QRect], height: int) -> None:
    room, size = QRect(16, 12, 800, 560), QSize(284, height)
    place = vacant_place(room, size, taken, 8)
    assert place is None or (place.size() == size and room.contains(place))
    assert place is None or not any(place.intersects(each) for each in taken)


def test_what_a_drawer_covers_is_no_control_in_sight(place: QWidget) -> None:
    inside = Button("Di laci")
    held = QWidget()
    column(inside, None, inside=held)
    drawer = Drawer(place, "Laci", held, width=900)
    assert len(controls_of(place)) == 2
    drawer.open_drawer()
    seen = controls_of(place)
    assert in_sight(inside, place) in seen
    assert all(drawer.geometry().contains(each) for each in seen)


def test_a_toast_goes_after_six_seconds_but_not_while_it_is_pointed_at(qtbot: QtBot, place: QWidget) -> None:
    host, toast = ToastHost(place), Toast("Tersimpan", action="Urungkan", on_action=list)
    host.show_toast(toast)
    assert (toast._timer.interval(), toast._timer.isActive()) == (TOAST_MS, True)
    assert toast.button is not None
    toast.button.setFocus()
    assert not toast._timer.isActive()
    place.findChild(TextField).line.setFocus()
    assert toast._timer.isActive()
    toast._timer.timeout.emit()
    assert host.toasts() == []


def test_the_action_of_a_toast_is_done_once(place: QWidget) -> None:
    done: list[str] = []
    host = ToastHost(place)
    host.show_toast(Toast("Tersimpan", action="Urungkan", on_action=lambda: done.append("undo")))
    assert host.act_on_last()
    assert not host.act_on_last()
    assert (done, host.toasts()) == (["undo"], [])


def test_a_toast_fades_in_where_motion_is_wanted(qtbot: QtBot, place: QWidget) -> None:
    set_motion(True)
    try:
        host, toast = ToastHost(place), Toast("Tersimpan")
        host.show_toast(toast)
        assert toast.graphicsEffect() is not None
        qtbot.waitUntil(lambda: toast.graphicsEffect() is None)
    finally:
        set_motion(False)


def modal(parent: QWidget, other: str = "") -> Modal:
    return Modal(
        parent,
        "Data di laptop ini tidak bisa dibaca",
        "Berkas rusak.",
        "Cadangan utuh.",
        accept="Pulihkan",
        other=other,
    )


@pytest.mark.parametrize(("key", "accepted"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_enter_takes_the_filled_way_and_esc_the_second(
    qtbot: QtBot, place: QWidget, key: Qt.Key, accepted: bool
) -> None:
    box = modal(place, "Simpan laporan")
    qtbot.addWidget(box)
    box.open()
    with qtbot.waitSignal(box.answered) as caught:
        QTest.keyClick(box, key)
    assert caught.args == [accepted]
    assert not box.isVisible()


def test_a_modal_with_one_way_out_is_not_left_by_esc_or_by_its_cross(qtbot: QtBot, place: QWidget) -> None:
    box = modal(place)
    qtbot.addWidget(box)
    box.open()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    box.close()
    assert box.isVisible()
    qtbot.mouseClick(box.accept_button, Qt.MouseButton.LeftButton)
    assert not box.isVisible()


def test_enter_in_a_field_of_a_modal_presses_its_filled_button(qtbot: QtBot, place: QWidget) -> None:
    box, pin = modal(place, "Nanti"), PinField("PIN")
    qtbot.addWidget(box)
    box.body.addWidget(pin)
    box.open()
    pin.line.setFocus()
    QTest.keyClicks(pin.line, "4711")
    with qtbot.waitSignal(box.answered) as caught:
        QTest.keyClick(pin.line, Qt.Key.Key_Return)
    assert (caught.args, pin.value()) == ([True], "4711")


def test_a_modal_waits_for_its_answer(qtbot: QtBot, place: QWidget) -> None:
    box = modal(place, "Nanti")
    qtbot.addWidget(box)
    QTimer.singleShot(0, box.accept_button.click)
    assert box.ask() is True


def test_a_drawer_takes_the_focus_and_gives_it_back_on_esc(qtbot: QtBot, place: QWidget) -> None:
    inside = QWidget()
    button = Button("Panggil")
    column(button, None, inside=inside)
    drawer = Drawer(place, "Antrean", inside)
    name = place.findChild(TextField).line
    name.setFocus()
    drawer.open_drawer()
    assert drawer.geometry().right() == place.rect().right()
    assert drawer.isAncestorOf(QApplication.focusWidget())
    with qtbot.waitSignal(drawer.closed):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert (drawer.isVisible(), name.hasFocus()) == (False, True)
    drawer.close_drawer()


def test_the_keys_of_a_page_are_shown_and_read_out_until_esc(place: QWidget) -> None:
    overlay = KeysOverlay(place)
    overlay.open_keys("Tombol di Hari ini", [("1 / 6", "Catat kendala")])
    assert overlay.accessibleDescription() == "1 / 6: Catat kendala"
    assert overlay.hasFocus()
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert not overlay.isVisible()


def test_esc_leaves_the_keys_for_the_field_that_was_being_typed_in(on_screen: OnScreen) -> None:
    before, name, after = TextField("Kode"), TextField("Nama"), Button("Simpan")
    overlay = KeysOverlay(on_screen(before, name, after))
    name.line.setFocus()
    overlay.open_keys("Tombol di Pendaftaran", [("Ctrl+N", "Warga baru")])
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is name.line


def test_going_on_with_work_closes_the_keys(place: QWidget) -> None:
    overlay = KeysOverlay(place)
    overlay.open_keys("Tombol", [])
    place.findChild(TextField).line.setFocus()
    assert not overlay.isVisible()


def test_the_last_column_becomes_a_drawer_where_it_is_narrow(qtbot: QtBot, on_screen: OnScreen) -> None:
    side, middle = Button("Panggil"), TextField("HP")
    columns = Columns([(middle, None), (side, 258)], side_key="Ctrl+J", side_title="Antrean")
    box = on_screen(columns)
    box.resize(1366, 400)
    qtbot.waitUntil(lambda: side.width() == 258)
    assert not columns.narrow()
    box.resize(1000, 400)
    qtbot.waitUntil(lambda: not side.isVisible())
    middle.line.setFocus()
    QTest.keyClick(middle.line, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert side.isVisible()
    assert columns.close_side()
    assert not columns.close_side()
    box.resize(1366, 400)
    qtbot.waitUntil(lambda: side.isVisible() and side.width() == 258)


def test_wide_windows_widen_the_sides_and_bound_the_form(qtbot: QtBot, on_screen: OnScreen) -> None:
    first, form, last = Button("a"), TextField("b"), Button("c")
    box = on_screen(Columns([(first, 314), (form, None), (last, 258)], most=680))
    box.resize(1920, 400)
    qtbot.waitUntil(lambda: (form.width(), last.width()) == (680, 360) and first.width() > 700)
    box.resize(1366, 400)
    qtbot.waitUntil(lambda: (first.width(), last.width()) == (314, 258))


def test_a_toast_never_lies_over_the_filled_button(on_screen: OnScreen) -> None:
    save = Button("Simpan", "primary", size="main")
    box = on_screen(save)
    box.resize(900, 300)
    host, toast = ToastHost(box), Toast("Tersimpan")
    save.move(500, 240)
    host.show_toast(toast)
    assert not toast.geometry().intersects(QRect(save.mapTo(box, QPoint()), save.size()))


def test_what_came_in_behind_the_lock_is_seen_one_after_the_other(qtbot: QtBot, place: QWidget) -> None:
    host = ToastHost(place)
    place.hide()
    for title in ("satu", "dua", "tiga", "empat"):
        host.show_toast(Toast(title, action="Urungkan", on_action=list, key="Ctrl+Backspace"))
    place.show()
    assert [toast.title for toast in host.toasts()] == ["satu", "dua"]
    host.show_toast(Toast("baru", action="Urungkan", on_action=list, key="Ctrl+Backspace"))
    assert [toast.title for toast in host.toasts()] == ["dua", "baru"]
    host.toasts()[0].dismiss()
    qtbot.waitUntil(lambda: [toast.title for toast in host.toasts()] == ["tiga", "baru"])
    newest = host.toasts()[-1]
    assert newest.button is not None
    assert "Ctrl+Backspace" in newest.button.accessibleName(), "what was done last is undone first"
    newest.dismiss()
    qtbot.waitUntil(lambda: [toast.title for toast in host.toasts()] == ["empat", "tiga"])


def test_what_was_taken_back_behind_the_lock_is_not_said(qtbot: QtBot, place: QWidget) -> None:
    host = ToastHost(place)
    place.hide()
    toasts = [Toast(title) for title in ("satu", "dua", "tiga")]
    for toast in toasts:
        host.show_toast(toast)
    toasts[2].dismiss()
    place.show()
    toasts[0].dismiss()
    QApplication.processEvents()
    assert [toast.title for toast in host.toasts()] == ["dua"]


@pytest.mark.parametrize("is_high", [True, False])
def test_a_toast_leaves_the_row_free_that_the_keys_are_on(qtbot: QtBot, on_screen: OnScreen, is_high: bool) -> None:
    """Beside the table where there is room; else above or below the row, also when the keys go on to another."""
    rows = QListWidget()
    rows.addItems([f"Rencana {n}" for n in range(40)])
    box = on_screen(rows)
    box.resize(700, 500 if is_high else 200)
    rows.setFocus()
    QApplication.processEvents()
    host, toast = (
        ToastHost(box),
        Toast("Data laptop ini diubah di luar FieldKit.", action="Lihat rincian", on_action=list),
    )
    rows.setCurrentRow(0)
    host.show_toast(toast)

    def is_free() -> bool:
        row = rows.visualRect(rows.currentIndex())
        return not toast.geometry().intersects(QRect(rows.viewport().mapTo(box, row.topLeft()), row.size()))

    assert is_free()
    for row in range(40):
        rows.setCurrentRow(row)
        qtbot.waitUntil(is_free)
