"""The desk of requests about personal data, worked with real keys: asked, answered with a copy, refused, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages.office_orders import CONTROL, Key, OrdersDriver, with_role
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from fieldkit.domain.privacy.data_request import DataRequestState, Ground
from fieldkit.store.queries.data_requests.requests import DataRequest, data_requests
from fieldkit.ui.pages.office.data_requests.desk import DataRequestsDesk
from fieldkit.ui.theme.apply import apply_theme
from tests.ui.desk import Desk
from tests.ui.layout_faults import layout_faults


@pytest.fixture
def requests(desk: Desk, qtbot: QtBot) -> OrdersDriver:
    """The desk of a planner, open and empty."""
    driver = OrdersDriver(desk, with_role(desk, "planner"), Key.Key_0, qtbot)
    assert isinstance(driver.at, DataRequestsDesk)
    return driver


def kept(driver: OrdersDriver) -> list[DataRequest]:
    return driver.desk.store.query(data_requests, driver.desk.clock.now_utc())


def ask(driver: OrdersDriver, *, kind: Key = Key.Key_1) -> None:
    """Siti asks at the counter."""
    assert isinstance(driver.at, DataRequestsDesk)
    driver.press(Key.Key_1)
    QTest.keyClicks(QApplication.focusWidget(), "siti nuraini")
    driver.press(Key.Key_Return)
    driver.press(kind)
    driver.at.ask_form.way.focus_answer()
    driver.press(Key.Key_1)
    driver.save()


def test_a_request_is_opened_by_search_and_the_clock_runs(requests: OrdersDriver) -> None:
    ask(requests)
    (request,) = kept(requests)
    assert (request.name, request.asked_by, request.kind, request.way) == (
        "SITI NURAINI",
        "SITI NURAINI",
        "access",
        "counter",
    )
    assert "sisa 71 jam" in requests.says("data_request_told") or "sisa 72 jam" in requests.says("data_request_told")
    requests.desk.clock.pass_minutes(73 * 60)
    requests.at.refresh()
    assert "lewat 1 jam" in requests.says("data_request_told")


def test_a_copy_goes_out_under_a_name_that_tells_nothing_and_answers_the_request(
    requests: OrdersDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    ask(requests)
    requests.press(Key.Key_2)
    requests.press(Key.Key_2)
    requests.save()
    assert sorted(path.name for path in stick.iterdir()) == [
        "salinan-data-2019-02-23-1605.pdf",
        "salinan-data-2019-02-23-1605.xlsx",
    ]
    assert [each.state for each in kept(requests)] == [DataRequestState.ANSWERED]
    looks = requests.desk.store.query(lambda database: database.rows("SELECT field FROM look"))
    assert ("extract",) in looks


def test_a_copy_that_is_not_wanted_after_all_answers_nothing(
    requests: OrdersDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    ask(requests)
    requests.press(Key.Key_2)
    requests.press(Key.Key_1)
    requests.save()
    assert [each.state for each in kept(requests)] == [DataRequestState.OPEN]
    assert requests.desk.store.query(lambda database: database.rows("SELECT field FROM look")) == []


def test_a_refusal_has_its_ground_and_can_be_taken_back(requests: OrdersDriver) -> None:
    ask(requests)
    requests.press(Key.Key_5)
    requests.save()
    assert [each.state for each in kept(requests)] == [DataRequestState.OPEN], "no ground yet"
    assert isinstance(requests.at, DataRequestsDesk)
    requests.at.refuse_form.ground.focus_answer()
    requests.press(Key.Key_1)
    requests.save()
    assert [each.state for each in kept(requests)] == [DataRequestState.REFUSED]
    assert "Identitas tidak terbukti" in requests.says("data_request_told")
    requests.press(Key.Key_Backspace, held=CONTROL)
    assert [each.state for each in kept(requests)] == [DataRequestState.OPEN]


def test_a_request_that_is_being_asked_is_there_again_after_escape_and_gone_once_it_is_written(
    requests: OrdersDriver,
) -> None:
    assert isinstance(requests.at, DataRequestsDesk)
    form = requests.at.ask_form
    requests.press(Key.Key_1)
    QTest.keyClicks(QApplication.focusWidget(), "siti nuraini")
    requests.press(Key.Key_Return, Key.Key_2)
    form.way.focus_answer()
    requests.press(Key.Key_1)
    form.note.focus_answer()
    QTest.keyClicks(QApplication.focusWidget(), "RT salah")
    requests.press(Key.Key_Escape, Key.Key_1)
    assert form.chosen.isVisible()
    assert (form.search.text(), form.kind.value(), form.way.value()) == ("siti nuraini", "correction", "counter")
    assert (form.asked_by.value(), form.note.value()) == ("SITI NURAINI", "RT salah")
    requests.save()
    (request,) = kept(requests)
    assert request.resident_id == requests.desk.residents["SITI NURAINI"]
    requests.press(Key.Key_1)
    assert not form.chosen.isVisible()
    assert (form.search.text(), form.kind.value(), form.way.value()) == ("", None, None)
    assert (form.asked_by.value(), form.note.value()) == ("", "")


def test_a_search_that_was_left_with_nobody_chosen_chooses_nobody(requests: OrdersDriver) -> None:
    assert isinstance(requests.at, DataRequestsDesk)
    form = requests.at.ask_form
    requests.press(Key.Key_1)
    QTest.keyClicks(QApplication.focusWidget(), "siti nur")
    requests.press(Key.Key_Escape, Key.Key_1)
    assert form.search.text() == "siti nur"
    assert form.hits.isVisible()
    assert form.command().resident_id is None


def test_why_somebody_is_refused_is_kept_for_that_request_alone_until_it_is_written(requests: OrdersDriver) -> None:
    ask(requests)
    ask(requests, kind=Key.Key_2)
    assert isinstance(requests.at, DataRequestsDesk)
    table, form = requests.at.requests.table, requests.at.refuse_form
    one, other = (each.id for each in kept(requests))
    assert table.select(one)
    requests.press(Key.Key_5)
    form.ground.focus_answer()
    requests.press(Key.Key_1)
    form.note.focus_answer()
    QTest.keyClicks(QApplication.focusWidget(), "Tanpa KTP")
    requests.press(Key.Key_Escape, Key.Key_5)
    assert (form.ground.value(), form.note.value()) == (Ground.IDENTITY, "Tanpa KTP")
    requests.press(Key.Key_Escape)
    assert table.select(other)
    requests.press(Key.Key_5)
    assert (form.ground.value(), form.note.value()) == (None, "")
    requests.press(Key.Key_Escape)
    assert table.select(one)
    requests.press(Key.Key_5)
    requests.save()
    assert [each.state for each in kept(requests) if each.id == one] == [DataRequestState.REFUSED]
    requests.press(Key.Key_Backspace, held=CONTROL)
    assert table.select(one)
    requests.press(Key.Key_5)
    assert (form.ground.value(), form.note.value()) == (None, "")


def test_a_correction_leads_to_the_person_and_is_closed_there(requests: OrdersDriver) -> None:
    ask(requests, kind=Key.Key_2)
    went: list[tuple[str, object]] = []
    requests.at.go.connect(lambda page, argument: went.append((page, argument)))
    requests.press(Key.Key_3)
    assert went == [("list", requests.desk.residents["SITI NURAINI"])]
    requests.at.shown()
    requests.press(Key.Key_4)
    assert [each.state for each in kept(requests)] == [DataRequestState.CORRECTED]
    requests.press(Key.Key_6)
    assert [each.state for each in kept(requests)] == [DataRequestState.OPEN]
    requests.press(Key.Key_Backspace, held=CONTROL)
    assert [each.state for each in kept(requests)] == [DataRequestState.CORRECTED]


def test_the_overview_tells_how_many_wait(requests: OrdersDriver) -> None:
    ask(requests)
    requests.press(Key.Key_Escape)
    tile = next(each for each in requests.page.overview.tiles if each.spec.digit == "0")
    assert tile.line().startswith("1 menunggu jawaban, yang pertama sisa 7")


def test_the_head_reads_and_writes_nothing(desk: Desk, qtbot: QtBot) -> None:
    driver = OrdersDriver(desk, with_role(desk, "head"), Key.Key_0, qtbot)
    driver.press(Key.Key_1)
    assert isinstance(driver.at, DataRequestsDesk)
    assert not driver.at.ask_form.isVisible()


def test_desk_and_forms_fit_at_every_text_size(requests: OrdersDriver, themed_app: QApplication) -> None:
    ask(requests)
    for percent, width in ((100, 1366), (150, 1366), (150, 1100)):
        apply_theme(themed_app, "light", percent)
        requests.window.resize(width, 690)
        for digit in (None, Key.Key_1, Key.Key_2, Key.Key_5):
            requests.at.shown()
            if digit is not None:
                requests.press(digit)
            for _ in range(3):
                QApplication.processEvents()
            assert layout_faults(requests.window) == [], (percent, width, digit)
            requests.at.step_out()
    apply_theme(themed_app, "light", 100)
