"""The by-name list, worked with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from desk import VILLAGE, Desk
from laptops import add_people, add_user, registered
from pages.target_list import TargetListPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fieldkit.domain.errors import Severity
from fieldkit.domain.lists.proposal import ProposalKind
from fieldkit.domain.planning.schedule import DayKind
from fieldkit.domain.requests.service import Step
from fieldkit.domain.visits.visit import NextStep, VisitOutcome
from fieldkit.records.erasure import Order, fields_text
from fieldkit.records.tables import RESIDENT
from fieldkit.store.database import Database
from fieldkit.store.erasure import erase_here
from fieldkit.store.queries.lists.proposals import person_proposals
from fieldkit.store.queries.lists.target_list_page import past_visits
from fieldkit.ui.pages.target_list import TargetListPage
from fieldkit.ui.shell.page import Page
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.threads import Lanes
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.lists.proposals import Propose, propose
from fieldkit.work.planning.office import KeepDay, keep_day
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.visits.attempts import LogVisit, log_visit
from fieldkit.work.visits.requests import AskVisit, ask_visit

Key = Qt.Key
SITI = "SITI NURAINI"
LISTED = "ST. NUR'AINI"
MANGUNHARJO = "35.74.03.1002"


class ElsewherePage(Page):
    """Stands for the registration page: notes who was sent."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[object] = []

    def opened_with(self, argument: object) -> None:
        self.sent.append(argument)


@pytest.fixture
def listing(desk: Desk, qtbot: QtBot) -> TargetListPageDriver:
    """The list page, open and in front, of a team lead."""
    window = desk.open(("list", TargetListPage), ("register", lambda _context: ElsewherePage()), user=desk.lead)
    return TargetListPageDriver(window, qtbot)


def visits_of(desk: Desk, name: str) -> list[tuple[str, str, str, str]]:
    found = desk.store.query(past_visits, desk.residents[name])
    return [(visit.outcome, visit.next_step, visit.asked_by, visit.note) for visit in found]


def said_of(desk: Desk, name: str) -> list[tuple[str, str, str, str, str]]:
    found = desk.store.query(person_proposals, desk.residents[name])
    return [(row.kind, row.evidence_kind, row.evidence_number, row.evidence_date, row.note) for row in found]


def propose_away(listing: TargetListPageDriver) -> None:
    listing.open("9901")
    listing.press(Key.Key_4)
    listing.press(Key.Key_3)
    listing.control_enter()


def record(desk: Desk, *names: str) -> None:
    for name in names:
        done = registered(desk.store, desk.residents[name])
        desk.store.execute(note_step, done.request_id, Step.RECORDED)


def count_rows(database: Database, table: str) -> int:
    return int(database.value(f"SELECT count(*) FROM {table}"))


def test_the_page_opens_on_who_is_left_in_the_village_of_the_shift(listing: TargetListPageDriver) -> None:
    assert listing.page.subtitle() == "Kel. Jati · per 01-02-2019"
    assert listing.line("shown") == "12 orang belum terekam"
    assert listing.cells(0) == [
        "ST. NUR'AINI\nJl. Ikan Paus 20",
        "Pr",
        "08-01-1993 (26 th)",
        "04/01",
        "…9948",
        "Belum rekam",
    ]
    assert listing.search.isAncestorOf(listing.focused())


def test_the_figures_add_up(desk: Desk, listing: TargetListPageDriver) -> None:
    record(desk, SITI, "BUDI HARTONO")
    desk.store.execute(ask_visit, AskVisit(desk.residents["SUMIATI"], "Pak RT"))
    gone = LogVisit(desk.residents["SLAMET RIYADI"], VisitOutcome.DECEASED, NextStep.OFFICE_DECIDES)
    desk.store.execute(log_visit, gone)
    desk.store.execute(propose, Propose(desk.residents["DWI ASTUTIK"], ProposalKind.AWAY))
    assert listing.figure("total") == "Di daftar 12 per 01-02-2019"
    assert listing.figure("explained") == "Dicoret kantor 0 1 usulan"
    assert listing.figure("away") == "Merantau 1 1 usulan"
    assert listing.figure("reachable") == "Terjangkau 11 12 − 0 − 1"
    assert listing.figure("recorded") == "Terekam 2 16,67 %"
    assert listing.figure("left") == "Sisa 9 11 − 2 terekam"


def test_each_filter_has_its_key(desk: Desk, listing: TargetListPageDriver) -> None:
    record(desk, SITI)
    desk.store.execute(ask_visit, AskVisit(desk.residents["SUMIATI"], "Pak RT"))
    gone = LogVisit(desk.residents["SLAMET RIYADI"], VisitOutcome.MOVED, NextStep.OFFICE_DECIDES)
    desk.store.execute(log_visit, gone)
    desk.store.execute(propose, Propose(desk.residents["DWI ASTUTIK"], ProposalKind.AWAY))
    desk.store.execute(note_step, registered(desk.store, desk.residents["BUDI HARTONO"]).request_id, Step.LEFT_QUEUE)
    shown = {}
    for number in range(1, 9):
        listing.alt(Key(Key.Key_0 + number))
        shown[number] = listing.names()
        assert listing.choice("part").caption().split()[-1] == str(len(shown[number]))
    assert (len(shown[1]), len(shown[2])) == (10, 12)
    assert (shown[3], shown[4], shown[5]) == ([SITI], ["SUMIATI"], ["SLAMET RIYADI"])
    assert (shown[6], shown[7], shown[8]) == ([], ["DWI ASTUTIK"], ["BUDI HARTONO"])


def test_a_filter_without_people_says_so(listing: TargetListPageDriver) -> None:
    listing.alt(Key.Key_3)
    assert listing.names() == []
    said = [label.full_text() for label in listing.page.findChildren(Label) if label.isVisible()]
    assert "Tidak ada orang di bagian ini" in said


def test_several_filters_narrow_at_once_and_each_counts_under_the_others(
    desk: Desk, listing: TargetListPageDriver
) -> None:
    listing.alt(Key.Key_W)
    listing.type("05")
    listing.alt(Key.Key_J)
    listing.type("Lak")
    assert listing.names() == ["RIFKI ALAMSYAH"]
    assert [option.partition(" · ")[2] for option in listing.options("sex")] == ["", "5", "1"]
    assert [option.partition(" · ")[2] for option in listing.options("band")] == ["", "1", "0", "0", "0", "0"]
    listing.alt(Key.Key_U)
    listing.type("60")
    assert listing.names() == []
    listing.press(Key.Key_Escape)
    assert len(listing.names()) == 12


def test_first_time_voters_are_counted_to_the_day_that_the_office_set(
    desk: Desk, listing: TargetListPageDriver
) -> None:
    assert not listing.tick("voters").isEnabled()
    add_user(desk.store, "Bu Tutik", "planner")
    desk.store.execute(keep_day, "", KeepDay(date(2019, 10, 5), DayKind.VOTE, "Pemungutan suara"))
    assert listing.tick("voters").box.accessibleDescription() == "2"
    assert listing.tick("voters").box.text() == "Pemilih pemula 5 Okt"
    listing.alt(Key.Key_V)
    assert listing.names() == ["SITI NUR AINI", "RIFKI ALAMSYAH"]


def test_what_was_filtered_is_remembered_while_the_page_lives(listing: TargetListPageDriver) -> None:
    listing.alt(Key.Key_W)
    listing.type("05")
    listing.window.show_page("register")
    listing.window.show_page("list")
    assert {entry.rw for entry in listing.entries()} == {"05"}


def test_in_a_narrow_window_the_name_has_the_room(listing: TargetListPageDriver, themed_app: QApplication) -> None:
    assert [listing.table.isColumnHidden(place) for place in range(6)] == [False] * 6
    apply_theme(themed_app, "light", 150)
    listing.window.resize(1100, 690)
    assert [listing.table.isColumnHidden(place) for place in range(6)] == [False, True, True, False, True, False]
    assert listing.cells(0)[0] == "ST. NUR'AINI\n08-01-1993 (26 th) · Jl. Ikan Paus 20"
    apply_theme(themed_app, "light", 100)


def test_who_had_the_list_of_a_village_before_them_is_noted_once_while_they_are_signed_in(
    desk: Desk, listing: TargetListPageDriver
) -> None:
    listing.alt(Qt.Key.Key_2)
    listing.type("siti")
    sql = "SELECT resident_id, user_id FROM look WHERE field = 'list'"
    assert desk.store.query(lambda database: database.rows(sql)) == [(VILLAGE, desk.lead.id)]


def test_rw_and_rt_narrow_the_list(listing: TargetListPageDriver) -> None:
    listing.press(Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    listing.alt(Key.Key_W)
    listing.type("05")
    assert {entry.rw for entry in listing.entries()} == {"05"}
    listing.alt(Key.Key_R)
    listing.type("03")
    assert listing.names() == [SITI, "SRI WAHYUNI"]
    listing.combo("rw").focus_answer()
    listing.press(Key.Key_Home)
    assert len(listing.names()) == 12


def test_another_village_of_this_laptop_is_chosen_by_its_name(desk: Desk, listing: TargetListPageDriver) -> None:
    add_people(desk.store, "WARGA MANGUNHARJO", village=MANGUNHARJO)
    listing.combo("village").focus_answer()
    listing.type("Mang")
    assert listing.names() == ["WARGA MANGUNHARJO"]
    assert listing.page.subtitle() == "Kel. Mangunharjo · per 22-02-2019"


def test_typing_finds_by_name_and_by_the_end_of_the_nik(listing: TargetListPageDriver) -> None:
    listing.type("rahayu nuraeni")
    assert listing.names() == ["NURAENI SITI RAHAYU"]
    assert "mirip" in listing.line("shown")
    listing.press(Key.Key_Escape)
    assert (listing.search.text(), len(listing.names())) == ("", 12)
    listing.type("9951")
    assert listing.names() == ["BUDI HARTONO"]


def test_a_search_finds_who_the_filter_would_hide(desk: Desk, listing: TargetListPageDriver) -> None:
    record(desk, SITI)
    assert SITI not in listing.names()
    listing.type("nuraini")
    assert SITI in listing.names()


def test_enter_shows_the_person_with_masked_numbers(listing: TargetListPageDriver) -> None:
    listing.open("9901")
    said = listing.person_lines()
    assert "SITI NURAINI" in said
    assert "Perempuan · 12-11-1987 (31 th)" in said
    assert "NIK 357403******9901 · KK 357403******0417" in said
    assert "3574035211879901" not in said
    listing.press(Key.Key_Escape)
    assert not listing.is_open()
    assert listing.search.isAncestorOf(listing.focused())


def test_somebody_whose_data_was_erased_by_law_stands_there_without_a_name(
    desk: Desk, listing: TargetListPageDriver
) -> None:
    fields = fields_text(RESIDENT.personal)
    order = Order("order", "35.74", RESIDENT.name, desk.residents[LISTED], fields, "pasal 43", "lead", "2019-02-23")
    desk.store.execute(lambda unit: unit.query(erase_here, [order]))
    listing.window.data_changed()
    listing.qtbot.waitUntil(lambda: "" in listing.names())
    assert LISTED not in listing.names()
    place = listing.names().index("")
    assert listing.cells(place)[0].startswith("Data sudah dihapus")
    for _ in range(place + 1):
        listing.press(Qt.Key.Key_Down)
    listing.press(Qt.Key.Key_Return)
    listing.qtbot.waitUntil(listing.is_open)
    assert "Data sudah dihapus" in listing.person_lines()


def test_arrows_move_in_the_list_without_leaving_the_search(listing: TargetListPageDriver) -> None:
    listing.press(Key.Key_Down)
    listing.press(Key.Key_Down)
    second = listing.names()[1]
    listing.press(Key.Key_Return)
    assert second in listing.person_lines()


def test_what_happened_before_is_told(desk: Desk, listing: TargetListPageDriver) -> None:
    record(desk, SITI)
    desk.store.execute(ask_visit, AskVisit(desk.residents[SITI], "Bu Dewi"))
    listing.open("9901")
    said = listing.person_lines()
    assert "Rekam baru: Terekam" in said
    assert "Minta kunjungan, oleh Bu Dewi" in said
    assert "Sab 23 Feb 16.05" in said


def test_a_visit_is_logged_with_six_keys(desk: Desk, listing: TargetListPageDriver) -> None:
    listing.open("9901")
    for key in (Key.Key_1, Key.Key_2, Key.Key_1):
        listing.press(key)
    listing.control_enter()
    assert visits_of(desk, SITI) == [(VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, "", "")]
    assert "Kunjungan tercatat: SITI NURAINI" in listing.toast()
    assert listing.badge() == "Kunjungan tertunda"
    assert listing.choice("part").caption() == "Sisa 12"


def test_a_visit_logged_by_mistake_is_taken_back_by_the_key_of_the_toast(
    desk: Desk, listing: TargetListPageDriver
) -> None:
    listing.open("9901")
    for key in (Key.Key_1, Key.Key_2, Key.Key_1):
        listing.press(key)
    listing.control_enter()
    listing.press(Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert visits_of(desk, SITI) == []
    assert listing.badge() == "Belum rekam"
    assert "Kunjungan: Tidak di rumah" not in listing.person_lines()


def test_a_visit_that_is_not_whole_says_so_beside_its_fields(desk: Desk, listing: TargetListPageDriver) -> None:
    listing.open("9901")
    listing.press(Key.Key_1)
    listing.control_enter()
    assert listing.choice("visit_outcome").finding() is Severity.STOP
    assert listing.choice("visit_next_step").finding() is Severity.STOP
    for key in (Key.Key_5, Key.Key_1):
        listing.press(key)
    listing.control_enter()
    assert visits_of(desk, SITI) == []
    assert "Catatan masih kosong" in listing.note("visit_note").finding_text()
    listing.type("Takut jarum")
    listing.control_enter()
    assert visits_of(desk, SITI) == [(VisitOutcome.REFUSED, NextStep.COME_AGAIN, "", "Takut jarum")]


def test_what_alone_can_follow_is_answered_already(desk: Desk, listing: TargetListPageDriver) -> None:
    listing.open("9901")
    listing.press(Key.Key_1)
    listing.press(Key.Key_3)
    assert listing.choice("visit_next_step").value() == NextStep.OFFICE_DECIDES
    listing.choice("visit_outcome").focus_answer()
    listing.press(Key.Key_1)
    assert listing.choice("visit_next_step").value() == NextStep.NONE
    listing.choice("visit_outcome").focus_answer()
    listing.press(Key.Key_2)
    assert listing.choice("visit_next_step").value() is None


def test_a_death_is_proposed_by_keys_with_kind_number_and_date(desk: Desk, listing: TargetListPageDriver) -> None:
    listing.open("9901")
    for key in (Key.Key_4, Key.Key_1, Key.Key_1):
        listing.press(key)
    listing.type("3574-KM-0099")
    listing.press(Key.Key_Return)
    listing.type("10012019")
    listing.control_enter()
    assert said_of(desk, SITI) == [("deceased", "death_certificate", "3574-KM-0099", "2019-01-10", "")]
    assert "Diusulkan meninggal: SITI NURAINI" in listing.toast()
    assert listing.badge() == "Dilaporkan meninggal"
    assert "Akta kematian 3574-KM-0099 · 10-01-2019" in listing.person_lines()


def test_a_proposal_says_what_it_lacks_beside_its_fields_and_what_is_only_doubted(
    desk: Desk, listing: TargetListPageDriver
) -> None:
    listing.open("9901")
    listing.press(Key.Key_4)
    listing.control_enter()
    assert "Belum dipilih" in listing.choice("propose_kind").finding_text()
    listing.press(Key.Key_2)
    listing.control_enter()
    assert listing.choice("propose_evidence_kind").finding() is Severity.STOP
    listing.press(Key.Key_1)
    listing.control_enter()
    assert "Nomor surat belum ditulis" in listing.field("propose_evidence_number").finding_text()
    listing.choice("propose_evidence_kind").focus_answer()
    listing.press(Key.Key_2)
    assert listing.choice("propose_evidence_kind").finding() is Severity.WARN
    listing.control_enter()
    assert said_of(desk, SITI) == [("moved", "rt_statement", "", "", "")]


def test_a_proposal_is_undone_by_the_key_of_the_toast(desk: Desk, listing: TargetListPageDriver) -> None:
    propose_away(listing)
    assert listing.badge() == "Merantau"
    listing.press(Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert said_of(desk, SITI) == []
    assert "Usulan ditarik" in listing.toast()
    assert listing.badge() == "Belum rekam"


def test_a_proposal_that_waits_is_shown_to_be_corrected_or_taken_back(
    desk: Desk, listing: TargetListPageDriver
) -> None:
    propose_away(listing)
    listing.press(Key.Key_4)
    assert listing.choice("propose_kind").value() == ProposalKind.AWAY
    listing.press(Key.Key_5)
    listing.press(Key.Key_1)
    listing.control_enter()
    assert said_of(desk, SITI) == [("not_found", "rt_statement", "", "", "")]
    listing.press(Key.Key_4)
    listing.alt(Key.Key_T)
    assert said_of(desk, SITI) == []
    assert "Usulan ditarik: SITI NURAINI" in listing.toast()


def test_a_visit_is_asked_for(desk: Desk, listing: TargetListPageDriver) -> None:
    listing.open("9901")
    listing.press(Key.Key_2)
    listing.control_enter()
    assert "siapa yang meminta" in listing.field("ask_asked_by").finding_text()
    listing.type("Bu Dewi, anak")
    for key in (Key.Key_Return, Key.Key_1, Key.Key_3):
        listing.press(key)
    listing.type("Gang belakang masjid")
    listing.press(Key.Key_Return)
    listing.type("Sore saja")
    listing.control_enter()
    assert visits_of(desk, SITI) == [("", "", "Bu Dewi, anak", "Sore saja")]
    assert listing.badge() == "Minta kunjungan"


def test_escape_keeps_what_was_typed(desk: Desk, listing: TargetListPageDriver) -> None:
    listing.open("9901")
    listing.press(Key.Key_2)
    listing.type("Bu Dewi")
    listing.press(Key.Key_Escape)
    assert listing.is_open()
    listing.press(Key.Key_2)
    assert listing.field("ask_asked_by").value() == "Bu Dewi"
    listing.press(Key.Key_Escape)
    listing.press(Key.Key_Escape)
    assert not listing.is_open()
    listing.open("9914")
    listing.press(Key.Key_2)
    assert listing.field("ask_asked_by").value() == ""
    assert visits_of(desk, SITI) == []


def test_typing_is_kept_without_leaving_the_form(desk: Desk, listing: TargetListPageDriver, qtbot: QtBot) -> None:
    listing.open("9901")
    listing.press(Key.Key_2)
    listing.type("Bu Dewi")
    qtbot.waitUntil(lambda: desk.store.query(count_rows, "draft") == 1)


def test_a_visit_that_was_saved_leaves_no_draft(desk: Desk, listing: TargetListPageDriver) -> None:
    listing.open("9901")
    for key in (Key.Key_1, Key.Key_2, Key.Key_1):
        listing.press(key)
    listing.control_enter()
    assert desk.store.query(count_rows, "draft") == 0
    listing.press(Key.Key_1)
    assert listing.choice("visit_outcome").value() is None


def test_register_sends_the_person_to_the_registration(desk: Desk, listing: TargetListPageDriver) -> None:
    listing.open("9901")
    listing.control_enter()
    elsewhere = listing.window.page("register")
    assert isinstance(elsewhere, ElsewherePage)
    assert (listing.window.current_name, elsewhere.sent) == ("register", [desk.residents[SITI]])


def test_the_filled_button_is_the_one_of_what_is_shown(listing: TargetListPageDriver) -> None:
    assert listing.page.primary is None
    listing.open("9901")
    assert listing.page.primary is listing.page.panel.register_button
    listing.press(Key.Key_1)
    assert listing.page.primary is listing.page.panel.visit.save_button
    listing.press(Key.Key_Escape)
    listing.press(Key.Key_Escape)
    assert listing.page.primary is None


def test_who_may_only_read_is_offered_no_act(desk: Desk, qtbot: QtBot) -> None:
    viewer = replace(desk.operator, role="viewer")
    listing = TargetListPageDriver(desk.open(("list", TargetListPage), user=viewer), qtbot)
    listing.open("9901")
    assert listing.is_open()
    assert not listing.page.panel.acts.isVisible()
    assert listing.page.primary is None


def test_another_page_may_send_somebody_here(desk: Desk, listing: TargetListPageDriver) -> None:
    listing.window.show_page("list", desk.residents["SUMIATI"])
    assert listing.is_open()
    assert "SUMIATI" in listing.person_lines()


def test_without_a_shift_the_largest_list_is_shown(empty_desk: Desk, qtbot: QtBot) -> None:
    add_people(empty_desk.store, "SATU ORANG", village=MANGUNHARJO)
    listing = TargetListPageDriver(empty_desk.open(("list", TargetListPage)), qtbot)
    assert listing.page.subtitle().startswith("Kel. Jati")
    assert len(listing.names()) == 12


def test_the_list_goes_along_to_the_village_of_a_shift_until_one_is_chosen(empty_desk: Desk, qtbot: QtBot) -> None:
    add_people(empty_desk.store, "SATU ORANG", village=MANGUNHARJO)
    listing = TargetListPageDriver(empty_desk.open(("list", TargetListPage), user=empty_desk.lead), qtbot)
    empty_desk.open_shift(village=MANGUNHARJO)
    assert listing.names() == ["SATU ORANG"]
    listing.combo("village").focus_answer()
    listing.type("Jati")
    add_people(empty_desk.store, "DUA ORANG", village=MANGUNHARJO)
    assert listing.page.subtitle().startswith("Kel. Jati")


def test_a_long_list_is_fetched_as_it_is_looked_at(desk: Desk, listing: TargetListPageDriver) -> None:
    add_people(desk.store, *(f"WARGA {number:03}" for number in range(250)), village=VILLAGE)
    assert listing.table.rows_model.rowCount() == 262
    assert len(listing.table.rows_model.ids()) < 262
    assert len(set(listing.names())) == 262


def test_the_selection_outlives_a_change_far_down_the_list(desk: Desk, listing: TargetListPageDriver) -> None:
    people = add_people(desk.store, *(f"WARGA {number:03}" for number in range(250)), village=VILLAGE)
    row = listing.names().index("WARGA 240")
    listing.table.setCurrentIndex(listing.table.rows_model.index(row, 0))
    desk.store.execute(ask_visit, AskVisit(people[3], "Pak RT"))
    assert listing.table.selected().name == "WARGA 240"


def test_pages_of_the_list_come_off_the_threads_without_stopping_the_window(desk: Desk, qtbot: QtBot) -> None:
    add_people(desk.store, *(f"WARGA {number:03}" for number in range(250)), village=VILLAGE)
    lanes = Lanes()
    window = desk.open(("list", lambda context: TargetListPage(replace(context, lanes=lanes))))
    listing = TargetListPageDriver(window, qtbot)
    model = listing.table.rows_model
    qtbot.waitUntil(lambda: model.rowCount() == 262)
    assert model.at(261) is None
    qtbot.waitUntil(lambda: model.at(261) is not None)
    lanes.close()


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_nothing_is_cut_at_any_text_size(
    desk: Desk, listing: TargetListPageDriver, themed_app: QApplication, qtbot: QtBot, percent: int
) -> None:
    apply_theme(themed_app, "light", percent)
    listing.window.resize(1366, 690)
    listing.open("9901")
    fits: Callable[[], bool] = lambda: listing.page.width() <= listing.page.parentWidget().width()  # noqa: E731
    qtbot.waitUntil(fits)
    assert listing.page.panel.register_button.isVisible()
    assert not [line for line in listing.page.findChildren(QLineEdit) if line.isVisible() and line.width() < 40]
