"""Rows of tables and lists."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeGuard

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

import dev
from fieldkit.ui.rows.lists import Hit, HitList, QueueList, QueueRow
from fieldkit.ui.rows.tables import PAGE_ROWS, Column, RowsModel, Table
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import EmptyState
from fieldkit.ui.widgets.rows import RowItem, RowList
from fieldkit.ui.widgets.search import SearchField

pytestmark = pytest.mark.usefixtures("themed_app")

OnScreen = Callable[..., QWidget]


@dataclass(frozen=True)
class Village:
    id: str
    name: str
    left: int
    badge: tuple[str, str] | None = None


COLUMNS = [
    Column("Kelurahan", lambda row: row.name, width="stretch", kind="strong"),
    Column("Sisa", lambda row: row.left or "–", align="right", tone=lambda row: "err" if row.left > 500 else ""),
    Column("Status", lambda row: row.badge, kind="badge"),
    Column("Dua", lambda row: (row.name, f"sisa {row.left}"), kind="two"),
]
VILLAGES = [Village(str(n), f"Kelurahan {n}", n * 100, ("Selesai", "ok") if n == 1 else None) for n in range(8)]


def filled() -> RowsModel:
    model = RowsModel(COLUMNS)
    model.set_rows(VILLAGES)
    return model


def test_the_model_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = filled()
    qtmodeltester.check(model)
    model.set_rows(VILLAGES[:3])
    model.set_rows([])
    model.set_rows(VILLAGES)


def test_a_lazy_model_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = RowsModel(COLUMNS)
    many = [Village(str(n), f"K {n}", n) for n in range(250)]
    model.set_rows([], total=250, fetch=lambda offset, limit: many[offset : offset + limit])
    qtmodeltester.check(model)


def test_cells_say_what_they_show() -> None:
    model = filled()
    assert [model.index(1, column).data() for column in range(3)] == ["Kelurahan 1", "100", "Selesai"]
    assert model.index(0, 1).data() == "–"
    assert model.index(0, 2).data() == ""
    spoken = [model.index(1, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (0, 2, 3)]
    assert spoken == ["Kelurahan 1", "Selesai", "Kelurahan 1, sisa 100"]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Sisa"


def test_only_the_pages_that_are_looked_at_are_fetched() -> None:
    asked: list[tuple[int, int]] = []

    def fetch(offset: int, limit: int) -> list[Village]:
        asked.append((offset, limit))
        return [Village(str(n), f"K {n}", n) for n in range(offset, offset + limit)]

    model = RowsModel(COLUMNS)
    model.set_rows([], total=60_000, fetch=fetch)
    assert (model.rowCount(), asked) == (60_000, [])
    assert model.index(59_950, 0).data() == "K 59950"
    assert model.index(59_951, 0).data() == "K 59951"
    assert asked == [(59_900, PAGE_ROWS)]
    assert model.row_of("59951") == 59_951
    assert model.row_of("7") == -1


def test_a_row_that_is_gone_when_it_is_fetched_shows_nothing() -> None:
    model = RowsModel(COLUMNS)
    model.set_rows([], total=5, fetch=lambda _offset, _limit: VILLAGES[:2])
    assert (model.index(1, 0).data(), model.index(4, 0).data()) == ("Kelurahan 1", None)


def test_the_selection_follows_the_row_and_not_the_place(on_screen: OnScreen) -> None:
    model = filled()
    table = Table(model, name="Kelurahan")
    on_screen(table)
    assert table.select("3")
    model.set_rows(list(reversed(VILLAGES)))
    assert table.selected() == VILLAGES[3]
    assert table.currentIndex().row() == 4
    model.set_rows([replace(row, left=1) for row in reversed(VILLAGES)])
    assert table.selected().left == 1
    model.set_rows(VILLAGES[:2])
    assert table.selected() is None
    assert not table.select("7")


def test_enter_and_arrows_work_in_a_table(qtbot: QtBot, on_screen: OnScreen) -> None:
    table = Table(filled(), name="Kelurahan")
    on_screen(table)
    table.select("0")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.activated_row) as caught:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == [VILLAGES[1]]


def test_rows_have_the_height_of_the_scale() -> None:
    assert Table(filled()).rowHeight(0) == look().px(36)
    assert Table(filled(), two_line=True).rowHeight(0) == look().px(48)


def test_a_selected_row_has_the_accent_bar_and_the_selection_ground(on_screen: OnScreen) -> None:
    table = Table(filled(), name="Kelurahan")
    box = on_screen(table)
    box.resize(700, 400)
    table.select("2")
    image = table.viewport().grab().toImage()
    row = table.visualRect(table.model().index(2, 0))
    assert image.pixelColor(QPoint(1, row.center().y())).name().upper() == look().tokens.accent
    assert image.pixelColor(QPoint(row.right() - 1, row.top() + 6)).name().upper() == look().tokens.sel


HITS = [
    Hit("1", "SITI NURAINI", "Pr", ("Belum rekam", "info"), ((0, 4),)),
    Hit("2", "SITI RAHAYU", "Pr"),
    Hit("3", "SITI A", "Pr"),
]


def test_arrows_move_in_the_hits_without_leaving_the_box_and_enter_picks(qtbot: QtBot, on_screen: OnScreen) -> None:
    search, hits = SearchField(name="Cari warga"), HitList("Warga yang mirip")
    search.drive(hits)
    on_screen(search, hits)
    hits.set_hits(HITS)
    assert hits.current_id() == "1"
    search.line.setFocus()
    QTest.keyClicks(search.line, "siti")
    QTest.keyClick(search.line, Qt.Key.Key_Down)
    assert (hits.current_id(), search.line.hasFocus(), search.text()) == ("2", True, "siti")
    with qtbot.waitSignal(hits.activated_row) as caught:
        QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert caught.args == ["2"]
    for _ in range(5):
        QTest.keyClick(search.line, Qt.Key.Key_Down)
    assert hits.current_id() == "3"
    hits.set_hits([])
    QTest.keyClick(search.line, Qt.Key.Key_Down)
    assert hits.current_id() is None


def test_matched_letters_are_marked(on_screen: OnScreen) -> None:
    hits = HitList("Warga")
    box = on_screen(hits)
    box.resize(320, 300)
    hits.set_hits(HITS)
    image = hits.viewport().grab().toImage()
    band = {image.pixelColor(x, 12).name().upper() for x in range(14, 40)}
    assert look().tokens.mark in band
    assert hits.visualRect(hits.model().index(0, 0)).height() == look().px(80)


def test_hits_and_places_are_spoken_in_full() -> None:
    hits, queue = HitList("Warga"), QueueList("Antrean")
    hits.set_hits(HITS)
    queue.set_rows([QueueRow("7", "P2-076", "MOH. RIFKI A.", "Rekam baru")])
    spoken = [view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) for view in (hits, queue)]
    assert spoken == ["SITI NURAINI, Pr, Belum rekam", "P2-076, MOH. RIFKI A., Rekam baru"]


def test_the_queue_keeps_who_is_selected(on_screen: OnScreen) -> None:
    queue = QueueList("Antrean")
    on_screen(queue)
    places = [QueueRow(str(n), f"P2-{n}", "SUMIATI") for n in range(4)]
    queue.set_rows(places)
    queue.select("2")
    queue.set_rows(places[1:])
    assert (queue.current_id(), queue.current()) == ("2", places[2])


def test_a_row_list_tells_which_button_was_pressed_and_shows_what_is_empty(qtbot: QtBot, on_screen: OnScreen) -> None:
    rows, nothing = RowList(name="Hubungi"), EmptyState("phone", "Tidak ada yang perlu dihubungi")
    rows.set_empty(nothing)
    on_screen(rows)
    assert nothing.isVisible()
    rows.set_items(
        [RowItem("a", "ARIF", "0857 •••• 204", action="Hubungi"), RowItem("b", "SULASTRI", action="Hubungi")]
    )
    assert not nothing.isVisible()
    buttons = rows.findChildren(Button)
    qtbot.waitUntil(lambda: all(button.isVisible() for button in buttons))
    assert [button.accessibleName() for button in buttons] == ["Hubungi: ARIF", "Hubungi: SULASTRI"]
    with qtbot.waitSignal(rows.acted) as caught:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert caught.args == ["b"]


def test_a_model_has_no_rows_under_its_rows() -> None:
    model = filled()
    parent: QModelIndex = model.index(0, 0)
    assert (model.rowCount(parent), model.columnCount(parent)) == (0, 0)


def test_few_rows_share_the_height_that_is_to_spare_and_many_keep_theirs(on_screen: OnScreen) -> None:
    model = RowsModel([Column("Nama", lambda row: row.name)])
    table = Table(model, grows=True)
    table.setFixedSize(300, 300)
    on_screen(table)
    px, scale = look().px, look().scale

    def height_of(count: int) -> int:
        model.set_rows([Village(str(number), "Kelurahan", 3) for number in range(count)])
        return table.verticalHeader().sectionSize(0)

    assert height_of(2) == px(scale.row_most)
    assert px(scale.row) < height_of(7) < px(scale.row_most)
    assert height_of(30) == px(scale.row)


def test_no_head_of_a_table_is_left_unsaid() -> None:
    """Where the words in a column tell what they are, its title is empty; a screen reader needs one all the same."""
    pages = sorted((dev.ROOT / "fieldkit" / "ui" / "pages").rglob("*.py"))
    trees = [ast.parse(path.read_text("utf-8")) for path in pages]
    columns = [node for tree in trees for node in ast.walk(tree) if is_column(node)]
    untitled = [call for call in columns if isinstance(call.args[0], ast.Constant) and not call.args[0].value]
    assert untitled
    assert [ast.unparse(call) for call in untitled if "said" not in {each.arg for each in call.keywords}] == []


def is_column(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and bool(node.args) and ast.unparse(node.func) == "Column"
