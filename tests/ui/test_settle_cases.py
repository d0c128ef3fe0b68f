"""A case is settled in the drawer of the page Sync, by real keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pages.sync import SyncPageDriver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sync_bench import SyncBench, sync_bench

from fieldkit.domain.contradiction import Decision
from fieldkit.records.tables import RESIDENT
from fieldkit.store.database import Database
from fieldkit.store.drafts import draft
from fieldkit.store.queries.syncing import attention
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.cases import settle_case
from tests.laptops import add_user

Key = Qt.Key


@pytest.fixture
def bench(tmp_path: Path, themed_app: QApplication) -> Iterator[SyncBench]:
    with sync_bench(tmp_path) as made:
        made.work()
        made.laptop.sync()
        made.laptop.store.write_local(_in_doubt)
        yield made


def _in_doubt(database: Database) -> None:
    number = database.value("SELECT min(number) FROM journal WHERE table_name = 'service_request'")
    origin = database.value("SELECT origin FROM journal")
    database.run("INSERT INTO attention VALUES (?, ?, 'case', 'weighty', 'c1')", origin, number)


def keys(page: SyncPageDriver, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(page.window.focusWidget() or page.page, key)


def words(page: SyncPageDriver, text: str) -> None:
    QTest.keyClicks(page.window.focusWidget(), text)


def said(page: SyncPageDriver) -> str:
    return " ".join(label.full_text() for label in page.window.findChildren(Label) if label.isVisible())


@pytest.fixture
def page(bench: SyncBench, qtbot: QtBot) -> SyncPageDriver:
    """The drawer, open on one case."""
    page = SyncPageDriver(bench.window)
    qtbot.waitUntil(lambda: page.is_on_screen("attention"))
    page.press(Key.Key_D)
    return page


def opened_form(page: SyncPageDriver, qtbot: QtBot) -> None:
    keys(page, Key.Key_1)
    qtbot.waitUntil(lambda: page.is_on_screen("settle_form"))


def settlements(bench: SyncBench) -> list[tuple[str, ...]]:
    return bench.laptop.store.query(
        lambda database: database.rows("SELECT case_id, decision, note, settled_by FROM case_settlement")
    )


def test_a_case_is_settled_by_digits_a_reason_and_ctrl_enter(
    bench: SyncBench, page: SyncPageDriver, qtbot: QtBot
) -> None:
    opened_form(page, qtbot)
    assert page.words("settle_by") == "Diputuskan oleh Rina Wulandari"
    keys(page, Key.Key_2)
    words(page, "Dicocokkan dengan KK")
    page.sync()
    qtbot.waitUntil(lambda: settlements(bench) == [("c1", "mistake", "Dicocokkan dengan KK", bench.ground.lead)])
    qtbot.waitUntil(lambda: not page.is_on_screen("attention_drawer") and not page.is_on_screen("attention"))
    assert bench.laptop.store.query(attention) == []
    assert page.page.primary is page.button("sync_now")


def test_what_was_settled_is_no_more_counted_in_the_table(page: SyncPageDriver, qtbot: QtBot) -> None:
    assert [figures[-1] for figures in page.shipment().values()] == ["1", "–", "–", "–", "1"]
    opened_form(page, qtbot)
    keys(page, Key.Key_2)
    words(page, "Dicocokkan dengan KK")
    page.sync()
    qtbot.waitUntil(lambda: not page.is_on_screen("attention"))
    assert [figures[-1] for figures in page.shipment().values()] == ["–"] * 5


def test_after_a_look_at_the_keys_the_digits_still_decide(bench: SyncBench, page: SyncPageDriver, qtbot: QtBot) -> None:
    opened_form(page, qtbot)
    keys(page, Key.Key_F1, Key.Key_Escape, Key.Key_2)
    words(page, "KK asli dilihat")
    page.sync()
    qtbot.waitUntil(lambda: [row[1:3] for row in settlements(bench)] == [("mistake", "KK asli dilihat")])


def test_what_is_missing_stands_beside_its_field(bench: SyncBench, page: SyncPageDriver, qtbot: QtBot) -> None:
    opened_form(page, qtbot)
    page.sync()
    assert "Keputusannya belum dipilih." in said(page)
    keys(page, Key.Key_1)
    page.sync()
    qtbot.waitUntil(lambda: "Alasannya belum ditulis." in said(page))
    assert settlements(bench) == []
    # What was typed is kept before the laptop goes.
    page.escape()


def test_what_was_wrong_is_told_no_more_once_it_is_answered(page: SyncPageDriver, qtbot: QtBot) -> None:
    opened_form(page, qtbot)
    page.sync()
    assert "1 isian belum benar." in said(page)
    keys(page, Key.Key_1)
    assert "belum benar" not in said(page)
    assert "Keputusannya belum dipilih." not in said(page)
    page.sync()
    qtbot.waitUntil(lambda: "1 isian belum benar." in said(page))
    words(page, "KK")
    assert "belum benar" not in said(page)
    assert "Alasannya belum ditulis." not in said(page)
    page.escape()


def test_there_is_one_way_out_at_a_time(page: SyncPageDriver, qtbot: QtBot) -> None:
    def ways() -> list[str]:
        return [each.caption() for each in page.window.findChildren(Button) if each.isVisible() and leaves(each)]

    def leaves(button: Button) -> bool:
        return page.part(QWidget, "attention_drawer").isAncestorOf(button) and button.accessibleName().endswith("Esc")

    assert ways() == ["Tutup"]
    opened_form(page, qtbot)
    assert ways() == ["Batal"]
    page.escape()
    assert ways() == ["Tutup"]


def test_esc_goes_back_to_the_list_and_what_was_typed_is_kept(
    bench: SyncBench, page: SyncPageDriver, qtbot: QtBot
) -> None:
    opened_form(page, qtbot)
    keys(page, Key.Key_3)
    words(page, "Sudah ditanya")
    page.escape()
    assert page.is_on_screen("attention_drawer")
    assert not page.is_on_screen("settle_form")
    store = bench.laptop.store
    qtbot.waitUntil(lambda: "Sudah ditanya" in (store.query(draft, bench.ground.lead, "settle:c1") or ""))
    opened_form(page, qtbot)
    assert "Draf dilanjutkan" in said(page) or "Draf aman" in said(page)
    page.sync()
    qtbot.waitUntil(lambda: [row[1:3] for row in settlements(bench)] == [("corrected", "Sudah ditanya")])


def test_a_window_that_goes_keeps_what_was_typed_in_the_last_moment(
    bench: SyncBench, page: SyncPageDriver, qtbot: QtBot
) -> None:
    opened_form(page, qtbot)
    keys(page, Key.Key_3)
    words(page, "Sudah ditanya")
    page.window.close()
    bench.driver.close()
    bench.lanes.close()
    assert "Sudah ditanya" in (bench.laptop.store.query(draft, bench.ground.lead, "settle:c1") or "")


def settle_elsewhere(bench: SyncBench, page: SyncPageDriver, note: str) -> None:
    """The office decides on the case, and a sync brings it."""
    store = bench.laptop.store
    lead, _office = store.user, add_user(store, "Dewi Lestari", "planner")
    store.execute(settle_case, "c1", Decision.CORRECTED, note)
    store.user = lead
    page.page.mark_stale()


def test_a_case_that_is_settled_elsewhere_while_it_is_open_says_so_and_keeps_what_was_typed(
    bench: SyncBench, page: SyncPageDriver, qtbot: QtBot
) -> None:
    opened_form(page, qtbot)
    keys(page, Key.Key_2)
    words(page, "Dicocokkan dengan")
    focus = page.window.focusWidget()
    settle_elsewhere(bench, page, "KTP lama ditemukan")
    qtbot.waitUntil(lambda: page.is_on_screen("settled_elsewhere"))
    assert "sudah diputuskan di tempat lain" in said(page)
    assert "Dewi Lestari" in said(page)
    assert "Sudah dibetulkan dengan catatan lain. KTP lama ditemukan" in said(page)
    assert page.window.focusWidget() is focus
    words(page, " KK")
    page.sync()
    assert page.part(NoteField, "settle_note").value() == "Dicocokkan dengan KK"
    assert len(settlements(bench)) == 1
    assert page.page.primary is page.button("settle_save")
    assert not page.button("settle_save").isEnabled()
    page.escape()
    assert not page.is_on_screen("attention_drawer")
    assert page.page.primary is page.button("sync_now")


def test_a_case_that_is_withdrawn_while_it_is_open_says_so(
    bench: SyncBench, page: SyncPageDriver, qtbot: QtBot
) -> None:
    opened_form(page, qtbot)
    bench.laptop.store.write_local(lambda database: database.run("DELETE FROM attention"))
    page.page.mark_stale()
    qtbot.waitUntil(lambda: page.is_on_screen("settled_elsewhere"))
    assert "tidak menunggu keputusan lagi" in said(page)
    bench.laptop.store.write_local(_in_doubt)
    page.page.mark_stale()
    qtbot.waitUntil(lambda: not page.is_on_screen("settled_elsewhere"))
    assert page.button("settle_save").isEnabled()


def _another_in_doubt(database: Database) -> None:
    number = database.value("SELECT max(number) FROM journal WHERE table_name = 'service_request'")
    origin = database.value("SELECT origin FROM journal")
    database.run("INSERT INTO attention VALUES (?, ?, 'case', 'weighty', 'c2')", origin, number)


def person_in_form(page: SyncPageDriver) -> str:
    return page.part(QWidget, "settle_form").findChildren(Label)[0].full_text()


def test_a_digit_opens_the_same_person_while_the_drawer_is_open(
    bench: SyncBench, page: SyncPageDriver, qtbot: QtBot
) -> None:
    opened_form(page, qtbot)
    first = person_in_form(page)
    page.escape()
    bench.laptop.store.write_local(_another_in_doubt)
    page.page.mark_stale()
    qtbot.waitUntil(lambda: cases_to_settle(page) == ["1", "2"])
    opened_form(page, qtbot)
    assert person_in_form(page) == first
    page.escape()
    keys(page, Key.Key_2)
    qtbot.waitUntil(lambda: page.is_on_screen("settle_form"))
    second = person_in_form(page)
    assert second != first
    page.escape()
    page.escape()
    # Opened again, the newest stands first.
    page.press(Key.Key_D)
    opened_form(page, qtbot)
    assert person_in_form(page) == second


def test_what_was_settled_leaves_the_digits_of_the_others(bench: SyncBench, page: SyncPageDriver, qtbot: QtBot) -> None:
    bench.laptop.store.write_local(_another_in_doubt)
    page.page.mark_stale()
    qtbot.waitUntil(lambda: cases_to_settle(page) == ["1", "2"])
    settle_elsewhere(bench, page, "KTP lama ditemukan")
    qtbot.waitUntil(lambda: cases_to_settle(page) == ["2"])
    keys(page, Key.Key_1)
    assert not page.is_on_screen("settle_form")
    keys(page, Key.Key_2)
    qtbot.waitUntil(lambda: page.is_on_screen("settle_form"))


def cases_to_settle(page: SyncPageDriver) -> list[str]:
    """The digits that open a case, as they stand below each other."""
    shown = [each for each in page.window.findChildren(Button) if each.isVisible() and each.caption() == "Putuskan"]
    ordered = sorted(shown, key=lambda each: each.mapTo(page.window, each.rect().topLeft()).y())
    return [each.accessibleName().split()[-1] for each in ordered]


def test_who_does_not_lead_reads_it_and_is_told_who_decides(bench: SyncBench, qtbot: QtBot) -> None:
    bench.user = replace(bench.user, role="operator")
    page = SyncPageDriver(bench.window)
    qtbot.waitUntil(lambda: page.is_on_screen("attention"))
    page.press(Key.Key_D)
    assert "minta ketua tim masuk" in said(page)
    keys(page, Key.Key_1)
    assert page.window.findChild(QWidget, "settle_form") is not None
    assert not page.is_on_screen("settle_form")


@pytest.fixture
def clash(tmp_path: Path, themed_app: QApplication) -> Iterator[tuple[SyncBench, str]]:
    """Two laptops that gave one person different NIKs; the case has come down. And who it is about."""
    with sync_bench(tmp_path) as made:
        made.work()
        other = made.ground.laptop("other")
        made.laptop.sync()
        other.sync()
        person = other.store.query(lambda database: database.value("SELECT id FROM resident WHERE name LIKE 'SRI%'"))
        for laptop, nik in ((other, "3574035211879955"), (made.laptop, "3574035211879956")):
            laptop.store.execute(lambda unit, nik=nik: unit.update(RESIDENT, person, nik=nik))
            laptop.sync()
        made.laptop.sync()
        yield made, person


def nik_of(bench: SyncBench, person: str) -> str:
    sql = "SELECT nik FROM resident WHERE id = ?"
    return str(bench.laptop.store.query(lambda database: database.value(sql, person)))


def opened_clash(bench: SyncBench, qtbot: QtBot) -> SyncPageDriver:
    page = SyncPageDriver(bench.window)
    qtbot.waitUntil(lambda: page.is_on_screen("attention"))
    page.press(Key.Key_D)
    opened_form(page, qtbot)
    return page


def test_a_clash_shows_both_values_with_who_where_and_when_and_2_takes_the_proposed_one(
    clash: tuple[SyncBench, str], qtbot: QtBot
) -> None:
    bench, person = clash
    page = opened_clash(bench, qtbot)
    left, right = (page.words_beside(side) for side in ("current", "proposed"))
    assert left.startswith("Dipakai sekarang. NIK 3574 0352 1187 9955, Rina Wulandari · laptop P2 · ")
    assert right.startswith("Diusulkan. NIK 3574 0352 1187 9956, Rina Wulandari · laptop P1 · ")
    keys(page, Key.Key_2)
    words(page, "KK asli dilihat")
    page.sync()
    qtbot.waitUntil(lambda: [row[1:3] for row in settlements(bench)] == [("corrected", "KK asli dilihat")])
    assert nik_of(bench, person) == "3574035211879956"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_clash_is_settled_without_scrolling_even_where_something_is_missing(
    clash: tuple[SyncBench, str], qtbot: QtBot, themed_app: QApplication, theme: str
) -> None:
    apply_theme(themed_app, theme)
    page = opened_clash(clash[0], qtbot)
    page.sync()
    form = page.part(QWidget, "settle_form")
    (scrolled,) = form.findChildren(Scrolled)
    qtbot.waitUntil(lambda: "1 isian belum benar." in said(page))
    QApplication.processEvents()
    assert scrolled.verticalScrollBar().maximum() == 0


def test_1_keeps_the_value_in_use(clash: tuple[SyncBench, str], qtbot: QtBot) -> None:
    bench, person = clash
    page = opened_clash(bench, qtbot)
    keys(page, Key.Key_1)
    words(page, "KK asli dilihat")
    page.sync()
    qtbot.waitUntil(lambda: [row[1:3] for row in settlements(bench)] == [("mistake", "KK asli dilihat")])
    assert nik_of(bench, person) == "3574035211879955"


def test_who_saw_the_contested_number_is_written_down(clash: tuple[SyncBench, str], qtbot: QtBot) -> None:
    bench, person = clash
    opened_clash(bench, qtbot)
    sql = "SELECT resident_id, field, user_id FROM look"
    looks = [(person, "nik", bench.ground.lead)]
    qtbot.waitUntil(lambda: bench.laptop.store.query(lambda database: database.rows(sql)) == looks)


def test_a_lead_is_not_offered_to_say_that_work_is_lost(bench: SyncBench, qtbot: QtBot) -> None:
    """What a restored laptop may have lost, the admin of the office accepts (design.md, section 3)."""
    bench.laptop.store.write_local(lambda database: database.run("UPDATE attention SET reason = 'gap'"))
    page = SyncPageDriver(bench.window)
    qtbot.waitUntil(lambda: page.is_on_screen("attention"))
    page.press(Key.Key_D)
    assert "kantor mencatatnya" in said(page)
    assert not [each for each in page.window.findChildren(Button) if each.isVisible() and "Putuskan" in each.text()]
