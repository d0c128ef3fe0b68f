"""A person of several rows in the window: found by each spelling, shown once, linked and parted by keys."""

from __future__ import annotations

import pytest
from desk import VILLAGE, Desk
from laptops import registered
from pages.register import RegisterPageDriver
from pages.target_list import TargetListPageDriver
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.domain.people.same_person import LinkRule
from fieldkit.domain.requests.service import Step
from fieldkit.records.tables import RESIDENT, SAME_PERSON_LINK
from fieldkit.store.unit import Unit
from fieldkit.ui.pages.target_list import TargetListPage
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.choices import ChoiceButton
from fieldkit.ui.widgets.painted import text_width
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.same_person import link_same_person

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
    assert linked_hit(register) == [SITI, "Pr · 12-11-1987 · RT 03/RW 05 · …9901", "ditulis juga SUMIATI …9952"]
    register.enter()
    assert register.person.startswith(SITI)
    register.digit(1)
    assert register.is_shown("already_recorded")


def linked_hit(register: RegisterPageDriver) -> list[str]:
    """The lines of the best hit, over its badge."""
    model = register.page.column.hits.model()
    return str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)).split(", ")[:3]


def test_no_line_of_a_hit_by_another_spelling_loses_its_end(linked: Desk) -> None:
    register = RegisterPageDriver(linked)
    register.type("sumiati")
    view = register.page.column.hits
    hit, place = view.rows_model.at(0), view.visualRect(view.rows_model.index(0, 0))
    lines = (hit.second, *hit.more)
    assert max(text_width(words, "second") for words in lines) <= place.width() - 2 * 14
    register.type("\b" * 7 + "dwi astutik")
    assert place.height() == view.visualRect(view.rows_model.index(0, 0)).height() + 18


@pytest.fixture
def apart(desk: Desk, qtbot: QtBot) -> TargetListPageDriver:
    """The list, with nobody linked yet."""
    return TargetListPageDriver(desk.open(("list", TargetListPage), user=desk.lead), qtbot)


def link(listing: TargetListPageDriver, other: str) -> None:
    listing.press(Key.Key_3)
    listing.type(other)
    listing.press(Key.Key_Return)


def test_two_rows_are_linked_by_a_digit_a_search_and_ctrl_enter(apart: TargetListPageDriver) -> None:
    apart.open("budi")
    link(apart, "sumiati")
    assert "BUDI HARTONO dan SUMIATI satu orang" in apart.person_lines()
    apart.control_enter()
    assert apart.toast().startswith("Disatukan: BUDI HARTONO")
    assert apart.page.panel.acts.isAncestorOf(apart.focused())
    assert "Satu orang dengan" in apart.person_lines()
    assert "SUMIATI" in apart.person_lines()
    assert "17-03-1969 · …9952 · disatukan petugas" in apart.person_lines()
    assert apart.figure("total") == "Di daftar 11 per 01-02-2019"


def test_linked_from_the_row_with_the_larger_id_the_smaller_one_is_looked_at(apart: TargetListPageDriver) -> None:
    apart.open("sumiati")
    link(apart, "budi hartono")
    apart.control_enter()
    assert apart.page.panel.known is not None
    assert apart.page.panel.known.person.name == BUDI
    assert "…9952" in apart.person_lines()


def test_what_was_linked_is_parted_by_a_digit_and_ctrl_enter(listing: TargetListPageDriver) -> None:
    listing.open("siti nuraini")
    listing.press(Key.Key_5)
    assert listing.choice("part_pair").value() == "0"
    listing.control_enter()
    assert listing.toast().startswith("Dipisahkan: SITI NURAINI")
    assert listing.figure("total") == "Di daftar 12 per 01-02-2019"
    assert "Satu orang dengan" not in listing.person_lines()


def test_rows_to_part_from_stay_inside_the_drawer_however_long_their_names_are(desk: Desk, qtbot: QtBot) -> None:
    longest = "NURAENI SITI RAHAYU"
    for other in (longest, SUMIATI):
        desk.store.execute(link_same_person, desk.residents[other], desk.residents[SITI])
    listing = TargetListPageDriver(desk.open(("list", TargetListPage), user=desk.lead), qtbot)
    listing.open("siti nuraini")
    listing.press(Key.Key_5)
    pair = listing.choice("part_pair")
    assert any(longest in button.accessibleName() for button in pair.findChildren(ChoiceButton))
    held = pair.parentWidget()
    assert held.minimumSizeHint().width() <= listing.page.panel.width()


def test_nothing_is_linked_before_the_other_one_was_picked_and_esc_leaves_the_form(apart: TargetListPageDriver) -> None:
    apart.open("budi")
    apart.press(Key.Key_3)
    apart.type("sumiati")
    apart.control_enter()
    assert "Belum ada yang dipilih" in apart.person_lines()
    apart.press(Key.Key_Escape)
    assert apart.is_open()
    assert apart.page.panel.open_form() is None
    assert apart.figure("total") == "Di daftar 12 per 01-02-2019"


def test_the_person_is_not_offered_as_the_other_one(apart: TargetListPageDriver) -> None:
    apart.open("budi")
    apart.press(Key.Key_3)
    apart.type("budi hartono")
    assert "Tidak ketemu" in apart.person_lines()


def test_the_keys_of_the_page_name_both_acts(apart: TargetListPageDriver) -> None:
    named = dict(apart.page.keys())
    assert named["3 / 5"] == "Pada warga: satukan dengan data lain, pisahkan lagi"


def test_the_rule_of_a_link_is_told(listing: TargetListPageDriver, linked: Desk) -> None:
    def verb(unit: Unit) -> str:
        ends = {"resident_id": linked.residents[BUDI], "other_id": linked.residents[SITI]}
        return unit.insert(SAME_PERSON_LINK, VILLAGE, **ends, rule=LinkRule.SAME_NUMBER, at="2019-02-23T09:00:00.000Z")

    linked.store.execute(verb)
    listing.open("siti nuraini")
    assert "NIK sama" in listing.person_lines()
    listing.press(Key.Key_5)
    assert listing.choice("part_pair").value() is None
    listing.press(Key.Key_2)
    listing.control_enter()
    assert listing.figure("total") == "Di daftar 11 per 01-02-2019"


def test_what_is_said_of_a_visit_covers_no_act_of_the_drawer(listing: TargetListPageDriver) -> None:
    """With a linked person, 2 and 4 lie at the right of the drawer, where a toast stands."""
    listing.open("siti nuraini")
    for key in (Key.Key_1, Key.Key_2, Key.Key_1):
        listing.press(key)
    listing.control_enter()
    assert listing.toast().startswith("Kunjungan tercatat: SITI NURAINI")
    QApplication.processEvents()
    (toast,) = listing.window.toasts()
    lies = QRect(toast.mapTo(listing.window, QPoint()), toast.size())
    acts = listing.page.panel.acts.findChildren(Button)
    assert len([act for act in acts if act.isVisible()]) == 5
    for act in (*acts, listing.page.panel.register_button):
        assert not lies.intersects(QRect(act.mapTo(listing.window, QPoint()), act.size())), act.accessibleName()
    listing.press(Key.Key_5)
    assert listing.page.panel.open_form() is listing.page.panel.part


def test_of_somebody_erased_no_more_is_told_or_asked(listing: TargetListPageDriver, linked: Desk) -> None:
    blank = dict.fromkeys(("name", "nik", "nik_tail", "kk", "address"), "")
    person = linked.residents[BUDI]
    linked.store.execute(lambda unit: unit.update(RESIDENT, person, **blank, birth_date=None))
    listing.page.open_person(person)
    told = listing.person_lines()
    assert "Data sudah dihapus" in told
    assert "dihapus atas perintah kantor" in told
    assert "belum ada" not in told
    assert "belum ditanyakan" not in told
    assert not listing.page.panel.register_button.isVisible()
    assert not listing.page.panel.acts.isVisible()
    listing.control_enter()
    assert listing.is_open()
    listing.press(Key.Key_Escape)
    assert not listing.is_open()
