"""A person of several rows in the window: found by each spelling, shown once, linked and parted by keys."""

from __future__ import annotations

import pytest
from desk import Desk
from laptops import registered
from pages.register import RegisterPageDriver
from pages.target_list import TargetListPageDriver
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldkit.domain.service import Step
from fieldkit.ui.pages.target_list import TargetListPage
from fieldkit.work.outcomes import note_step
from fieldkit.work.same_person import link_same_person

Key = Qt.Key
SITI, BUDI, SUMIATI = "SITI NURAINI", "BUDI HARTONO", "SUMIATI"


@pytest.fixture
def linked(desk: Desk) -> Desk:
    """The rows of Siti Nuraini and Sumiati are one person."""
    desk.store.execute(link_same_person, desk.residents[SUMIATI], desk.residents[SITI])
    return desk


@pytest.fixture
def listing(linked: Desk, qtbot: QtBot) -> TargetListPageDriver:
    return TargetListPageDriver(linked.open(("list", TargetListPage), user=linked.lead), qtbot)


def test_the_list_shows_a_linked_person_once_and_says_which_spelling_matched(listing: TargetListPageDriver) -> None:
    assert listing.figure("total") == "Di daftar 11 per 01-02-2019"
    assert SUMIATI not in listing.names()
    listing.search.set_text("sumiati")
    assert listing.cells(0)[0] == "SITI NURAINI\nditulis juga SUMIATI …9952"
    listing.open("sumiati")
    assert SITI in listing.person_lines()


def test_a_hit_by_a_hidden_spelling_takes_the_person_who_was_recorded_under_another(linked: Desk) -> None:
    done = registered(linked.store, linked.residents[SUMIATI])
    linked.store.execute(note_step, done.request_id, Step.RECORDED)
    register = RegisterPageDriver(linked)
    register.type("sumiati")
    assert linked_hit(register) == "SITI NURAINI, ditulis juga SUMIATI …9952"
    register.enter()
    assert register.person.startswith(SITI)
    register.digit(1)
    assert register.is_shown("already_recorded")


def linked_hit(register: RegisterPageDriver) -> str:
    """The first two things that the best hit says."""
    model = register.page.column.hits.model()
    return str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)).partition(" · ")[0]
