"""The note of an outcome is kept while it is written, as every other form is (invariant 1)."""

from __future__ import annotations

import pytest
from desk import Desk
from pages.register import ALT, RegisterPageDriver
from PySide6.QtWidgets import QLineEdit

from fieldkit.ui.pages.register import RegisterPage

KEPT = "Jari telunjuk diperban"


@pytest.fixture
def page(desk: Desk) -> RegisterPageDriver:
    made = RegisterPageDriver(desk)
    made.register("siti nuraini")
    made.to_queue()
    made.space()
    return made


def note(page: RegisterPageDriver) -> str:
    line = page.page.queue.service.note.findChild(QLineEdit)
    assert line is not None
    return line.text() if line.isVisible() else ""


def half_written(page: RegisterPageDriver) -> None:
    page.digit(2, ALT)
    page.type(KEPT)
    assert note(page) == KEPT


def test_esc_loses_nothing_of_a_note_and_the_same_outcome_goes_on_with_it(page: RegisterPageDriver) -> None:
    half_written(page)
    page.escape()
    assert note(page) == ""
    page.digit(2, ALT)
    assert note(page) == KEPT
    page.type(", jempol")
    page.enter()
    sql = "SELECT note FROM request_step WHERE note <> ''"
    assert page.desk.store.query(lambda database: database.value(sql)) == f"{KEPT}, jempol"
    assert page.desk.store.query(lambda database: database.value("SELECT count(*) FROM draft")) == 0


def test_pages_that_are_made_anew_go_on_with_the_note_and_another_user_or_person_does_not(
    page: RegisterPageDriver,
) -> None:
    """As after a power cut, or when the window begins to speak the other language."""
    half_written(page)
    page.window.close()
    again = RegisterPageDriver(page.desk)
    again.digit(2, ALT)
    assert note(again) == KEPT
    again.escape()
    again.digit(5, ALT)
    again.page.queue.service.settling.for_ms = 0
    again.register("sumiati")
    again.to_queue()
    again.space()
    assert again.at_the_set == "P2-002"
    again.digit(2, ALT)
    assert note(again) == ""


def test_nobody_else_reads_it(page: RegisterPageDriver) -> None:
    half_written(page)
    page.window.close()
    other = RegisterPageDriver(page.desk, page.desk.open(("register", RegisterPage), user=page.desk.lead))
    other.digit(2, ALT)
    assert note(other) == ""
