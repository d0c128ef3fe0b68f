"""Whose NIK it is already: what comes of an answer that is late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from desk import Desk
from pages.register import RegisterPageDriver
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from fieldkit.ui.forms.nik_bearer import BearerFinder
from fieldkit.ui.forms.nik_field import NikField
from fieldkit.ui.threads import InlineLanes

NIK_OF_SITI = "3574035211879901"


class SlowLanes(InlineLanes):
    """Answers when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Callable[[], None]] = []

    def run(
        self,
        lane: str,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        """Keep it for later."""
        self.answers.append(lambda: super(SlowLanes, self).run(lane, work, done, failed, owner))


@pytest.fixture
def lanes() -> SlowLanes:
    return SlowLanes()


class Asked:
    """A field of a NIK about one person after the other."""

    def __init__(self, desk: Desk, lanes: SlowLanes) -> None:
        page = RegisterPageDriver(desk)
        self.field, self.person = NikField(), "walk_in:1"
        self.field.setParent(page.window)
        self._lanes = lanes
        context = replace(desk.context(page.window, desk.operator), lanes=lanes)
        BearerFinder(context, self.field, lambda: self.person)

    def type(self, digits: str) -> None:
        QTest.keyClicks(self.field.line, digits)

    def last_digit(self, digit: str) -> None:
        QTest.keyClick(self.field.line, Qt.Key.Key_Backspace)
        self.type(digit)

    def answer(self) -> str:
        """What is said once the oldest question was answered."""
        self._lanes.answers.pop(0)()
        return self.field.finding_text()


@pytest.fixture
def asked(desk: Desk, lanes: SlowLanes) -> Asked:
    return Asked(desk, lanes)


def test_an_answer_about_this_number_is_said(asked: Asked) -> None:
    asked.type(NIK_OF_SITI)
    assert asked.answer().startswith("NIK ini sudah tercatat atas nama SITI NURAINI")


def test_an_answer_about_another_number_is_let_go(asked: Asked) -> None:
    asked.type(NIK_OF_SITI)
    asked.last_digit("9")
    assert asked.answer() == ""
    assert asked.answer() == ""


def test_an_answer_that_comes_when_somebody_else_is_asked_about_is_let_go(asked: Asked) -> None:
    asked.type(NIK_OF_SITI)
    asked.person = "walk_in:2"
    assert asked.answer() == ""


def test_what_was_said_of_one_person_is_not_said_of_the_owner_of_the_number(asked: Asked, desk: Desk) -> None:
    asked.type(NIK_OF_SITI)
    assert asked.answer()
    asked.person = desk.residents["SITI NURAINI"]
    asked.last_digit("1")
    assert asked.field.finding_text() == ""
    assert asked.answer() == ""
