"""Two people in service at one table: each gets the own outcome, by the keys that are pressed."""

from __future__ import annotations

import pytest
from desk import Desk
from pages.register import ALT, PLAIN, RegisterPageDriver
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut

PHONE = "081234901100"


@pytest.fixture
def page(desk: Desk) -> RegisterPageDriver:
    return RegisterPageDriver(desk)


def states(desk: Desk) -> dict[str, str]:
    """State by queue number."""
    sql = "SELECT q.queue_no, s.state FROM service_request q JOIN request_state s ON s.request_id = q.id"
    return dict(desk.store.query(lambda database: database.rows(sql)))


def two_at_the_table(page: RegisterPageDriver) -> None:
    """Siti stands at the set; Nurainun, who is old and comes before others, is called besides."""
    page.register("siti nuraini")
    page.to_queue()
    page.space()
    page.escape()
    page.register("nurainun")
    page.to_queue()
    page.space()


def test_who_is_called_besides_does_not_take_the_outcome_of_who_stands_there(page: RegisterPageDriver) -> None:
    two_at_the_table(page)
    assert page.at_the_set == "P2-001"
    page.digit(1, ALT)
    assert states(page.desk) == {"P2-001": "recorded", "P2-002": "in_service"}
    assert page.at_the_set == "P2-002"


@pytest.mark.parametrize("held", [PLAIN, ALT])
def test_a_second_press_right_after_an_outcome_is_not_the_outcome_of_who_comes_next(
    page: RegisterPageDriver, held: Qt.KeyboardModifier
) -> None:
    two_at_the_table(page)
    page.page.queue.service.settling.for_ms = 60_000
    page.digit(1, held)
    page.digit(1, held)
    assert states(page.desk) == {"P2-001": "recorded", "P2-002": "in_service"}
    assert page.at_the_set == "P2-002"
    page.page.queue.service.settling.for_ms = 0
    page.digit(1, held)
    assert states(page.desk) == {"P2-001": "recorded", "P2-002": "recorded"}


def test_who_is_called_by_hand_gets_an_outcome_at_once(page: RegisterPageDriver) -> None:
    page.page.queue.service.settling.for_ms = 60_000
    page.register("siti nuraini")
    page.register("nurainun")
    page.to_queue()
    page.space()
    page.digit(1)
    page.space()
    page.digit(1)
    assert set(states(page.desk).values()) == {"recorded"}


def test_enter_on_the_row_of_somebody_served_brings_that_person_in(page: RegisterPageDriver) -> None:
    two_at_the_table(page)
    page.to_queue()
    assert page.focused_name == "queue"
    page.enter()
    assert page.at_the_set == "P2-002"
    assert page.queue == ["P2-001"]
    page.digit(5)
    assert states(page.desk) == {"P2-001": "in_service", "P2-002": "left_queue"}
    assert page.at_the_set == "P2-001"


def test_who_was_brought_in_stays_when_others_come(page: RegisterPageDriver) -> None:
    two_at_the_table(page)
    page.to_queue()
    assert page.focused_name == "queue"
    page.enter()
    page.escape()
    page.register("sumiati")
    page.to_queue()
    page.space()
    assert page.at_the_set == "P2-002"
    assert states(page.desk)["P2-003"] == "in_service"


def test_a_note_that_is_being_written_stays_with_its_person(page: RegisterPageDriver) -> None:
    page.register("siti nuraini")
    page.register("nurainun")
    page.page.queue.list.setFocus()
    page.page.queue.list.select(page.page.queue.list.rows_model.id_at(1))
    page.enter()
    assert page.at_the_set == "P2-001"
    page.digit(2, ALT)
    page.type("jari terluka")
    page.page.queue.calling.for_ms = 0
    page.page.queue.call_next()
    assert page.focused_name == "outcome_note"
    page.enter()
    assert states(page.desk) == {"P2-001": "recorded", "P2-002": "in_service"}


def test_of_two_who_are_served_the_one_who_came_first_to_the_table_is_asked_about_after_a_start(
    page: RegisterPageDriver,
) -> None:
    two_at_the_table(page)
    again = RegisterPageDriver(page.desk)
    assert again.at_the_set == "P2-001"


def test_tab_leads_from_the_outcomes_on_to_the_rows(page: RegisterPageDriver) -> None:
    two_at_the_table(page)
    page.press(Qt.Key.Key_7)
    page.press(Qt.Key.Key_7)
    for _ in page.outcomes:
        assert page.focused_name == "outcomes"
        page.press(Qt.Key.Key_Tab)
    assert page.focused_name == "queue"


def test_space_on_the_row_of_somebody_served_calls_nobody_else(page: RegisterPageDriver) -> None:
    two_at_the_table(page)
    page.escape()
    page.register("sumiati")
    page.to_queue()
    page.to_queue()
    page.space()
    assert page.at_the_set == "P2-002"
    assert states(page.desk)["P2-003"] == "waiting"


def test_a_digit_that_is_held_is_the_outcome_of_one_person(page: RegisterPageDriver) -> None:
    two_at_the_table(page)
    digits = {f"{held}{digit}" for digit in range(1, 7) for held in ("", "Alt+")}
    keys = [key for key in page.page.findChildren(QShortcut) if key.key().toString() in digits]
    outcomes = [key for key in keys if page.page.queue.isAncestorOf(key.parent()) or key.parent() is page.page]
    assert len(outcomes) >= len(digits)
    assert not any(key.autoRepeat() for key in outcomes)


def test_a_key_that_is_held_calls_one_person_takes_back_one_thing_and_presses_one_button(
    page: RegisterPageDriver,
) -> None:
    panel, window = page.page.queue, page.window
    keys = [key for key in window.findChildren(QShortcut) if key.parent() in (panel, window)]
    held = {key.key().toString(): key.autoRepeat() for key in keys}
    for name in ("Space", "Ctrl+Backspace", "Ctrl+Return", "Ctrl+Enter"):
        assert held[name] is False, name


def three_wait(page: RegisterPageDriver) -> None:
    for name in ("siti nuraini", "nurainun", "sumiati"):
        page.register(name)
    page.page.queue.calling.for_ms = 60_000
    page.to_queue()


def served(page: RegisterPageDriver) -> int:
    return list(states(page.desk).values()).count("in_service")


def test_two_quick_presses_of_space_call_one_person(page: RegisterPageDriver) -> None:
    three_wait(page)
    page.space()
    page.space()
    assert served(page) == 1
    sql = "SELECT count(*) FROM request_step WHERE step = 'capturing'"
    assert page.desk.store.query(lambda database: database.value(sql)) == 1


def test_a_later_press_calls_another_besides(page: RegisterPageDriver) -> None:
    three_wait(page)
    page.space()
    page.page.queue.calling.for_ms = 0
    page.space()
    assert served(page) == 2


def test_after_an_outcome_or_a_call_taken_back_space_calls_at_once(page: RegisterPageDriver) -> None:
    three_wait(page)
    page.space()
    page.undo()
    assert served(page) == 0
    page.space()
    assert served(page) == 1
    page.page.queue.service.settling.for_ms = 0
    page.digit(1)
    page.space()
    assert sorted(states(page.desk).values()) == ["in_service", "recorded", "waiting"]
