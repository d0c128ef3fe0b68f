"""Home visits, worked with the keyboard alone (HV-1 to HV-4)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk import DAY, Desk
from laptops import add_user, form, let_print, registered
from layout_faults import layout_faults
from pages.visits import VisitsPageDriver
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldkit.domain.requests.service import Step
from fieldkit.domain.visits.plan import Access, StopPlace, VisitNeed
from fieldkit.domain.visits.visit import UNDONE, NextStep, VisitOutcome
from fieldkit.host.power import Power
from fieldkit.records.tables import RESIDENT
from fieldkit.store.meta import Meta
from fieldkit.store.queries.people import AppUser
from fieldkit.store.queries.shifts import CURRENT_SHIFT
from fieldkit.store.queries.visits.page import visits_view
from fieldkit.store.queries.visits.route import Route, route
from fieldkit.ui.forms.nik_field import NikField
from fieldkit.ui.pages.visits.page import VisitsPage
from fieldkit.work.cards.printing import print_card
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.visits.attempts import LogVisit, log_visit
from fieldkit.work.visits.requests import AskVisit, ask_visit
from fieldkit.work.visits.route import AddStop, StopDetails, add_stop

Key = Qt.Key
SITI, OLD, BUDI, SLAMET = "SITI NURAINI", "SITI NURAINUN", "BUDI HARTONO", "SLAMET RIYADI"


@pytest.fixture
def planner(desk: Desk) -> AppUser:
    user = desk.store.user
    made = add_user(desk.store, "Wahyu Nugroho", "planner")
    desk.store.user = user
    return AppUser(made, "Wahyu Nugroho", "planner", False)


def opened_for(desk: Desk, qtbot: QtBot, user: AppUser, power: Power | None = None) -> VisitsPageDriver:
    desk.computer.battery = power
    window = desk.open(("visits", VisitsPage), user=user)
    return VisitsPageDriver(window, qtbot)


@pytest.fixture
def visits(desk: Desk, qtbot: QtBot) -> VisitsPageDriver:
    """The page of the operator, while three people wait."""
    wait_for_visit(desk, SITI, OLD, BUDI)
    return opened_for(desk, qtbot, desk.operator)


def wait_for_visit(desk: Desk, *names: str, need: VisitNeed | None = None) -> None:
    desk.store.user = desk.lead.id
    for name in names:
        desk.clock.pass_minutes(1)
        command = AskVisit(desk.residents[name], "Pak RT 05", "", Access.MOTORBIKE, "gang masjid", need=need)
        desk.store.execute(ask_visit, command)


def route_of(desk: Desk) -> Route:
    return desk.store.query(route, desk.store.user, DAY.isoformat())


def attempts(desk: Desk) -> list[tuple[str, str, int | None, str | None]]:
    sql = "SELECT outcome, next_step, minutes, note FROM visit_attempt ORDER BY at"
    return desk.store.query(lambda database: database.rows(sql))


def a_stop_for(visits: VisitsPageDriver, name: str) -> None:
    """A stop at the house of somebody, with four keys beyond the name."""
    visits.look_at(name)
    visits.press(Key.Key_1)
    visits.save()


def test_hv1_a_request_is_noted_from_the_page(desk: Desk, qtbot: QtBot) -> None:
    visits = opened_for(desk, qtbot, desk.operator)
    assert visits.empty("nobody_waits") == "Tidak ada yang menunggu"
    visits.control(Key.Key_N)
    visits.type("nurainun")
    visits.press(Key.Key_Return)
    visits.type("Bu Dewi, anak")
    visits.press(Key.Key_Return, Key.Key_1, Key.Key_3)
    visits.type("belakang masjid")
    visits.save()
    assert "Permintaan kunjungan tercatat" in visits.toast()
    assert visits.waiting_names() == [OLD]
    visits.press(Key.Key_Return)
    assert "Diminta Bu Dewi, anak" in visits.face()
    assert "Jalan kaki · belakang masjid" in visits.face()
    need = desk.store.query(lambda database: database.value("SELECT need FROM visit_need"))
    assert need == VisitNeed.ELDERLY
    assert "Lansia" not in visits.face()


def test_hv1_a_request_of_nobody_says_so_beside_its_field(desk: Desk, qtbot: QtBot) -> None:
    visits = opened_for(desk, qtbot, desk.operator)
    visits.control(Key.Key_N)
    visits.type("nurainun")
    visits.press(Key.Key_Return)
    visits.save()
    assert "siapa yang meminta" in visits.field("ask_asked_by").finding_text()
    assert visits.waiting_names() == []


def test_hv1_several_people_are_met_in_one_neighbours_house(desk: Desk, visits: VisitsPageDriver) -> None:
    assert visits.empty("no_stops") == "Belum ada perhentian"
    visits.look_at(OLD)
    visits.press(Key.Key_1)
    visits.press(Key.Key_2)
    for _ in visits.field("stop_host").value():
        visits.press(Key.Key_Backspace)
    visits.type("Bu Dewi")
    visits.save()
    assert "Perhentian ditambahkan" in visits.toast()
    assert visits.route_names() == ["Bu Dewi", OLD]
    visits.look_at(BUDI)
    visits.press(Key.Key_3)
    assert visits.route_names() == ["Bu Dewi", OLD, BUDI]
    assert visits.waiting_names() == [SITI]
    (stop,) = route_of(desk).stops
    assert (stop.place_kind, stop.access, stop.leader_name) == (
        StopPlace.NEIGHBOUR,
        Access.MOTORBIKE,
        desk.operator.name,
    )
    assert visits.words("route_load") == "2 orang 45 mnt + 1 perjalanan 10 mnt = 55 mnt"


def test_hv1_the_order_of_the_route_changes_by_keys_and_by_mouse(desk: Desk, visits: VisitsPageDriver) -> None:
    for name in (SITI, OLD, BUDI):
        a_stop_for(visits, name)

    def stops() -> list[str]:
        return [each.host_name for each in route_of(desk).stops]

    assert stops() == [SITI, OLD, BUDI]
    visits.look_at_stop(BUDI)
    visits.alt(Key.Key_R, Key.Key_Up)
    assert stops() == [SITI, BUDI, OLD]
    assert "Urutan rute diubah" in visits.toast()
    visits.alt(Key.Key_Up, Key.Key_Up)
    assert stops() == [BUDI, SITI, OLD]
    visits.control(Key.Key_Backspace)
    assert stops() == [SITI, BUDI, OLD]
    visits.drag_stop(SITI, OLD)
    assert stops() == [BUDI, OLD, SITI]


def test_hv1_a_stop_can_be_changed_and_taken_back(desk: Desk, visits: VisitsPageDriver) -> None:
    a_stop_for(visits, OLD)
    visits.look_at_stop(OLD)
    visits.press(Key.Key_1)
    assert visits.choice("stop_place").value() == StopPlace.HOME
    visits.press(Key.Key_3)
    visits.save()
    assert route_of(desk).stops[0].place_kind == StopPlace.OTHER
    visits.look_at_stop(OLD)
    visits.press(Key.Key_4)
    assert (visits.route_names(), OLD in visits.waiting_names()) == ([], True)
    visits.control(Key.Key_Backspace)
    assert visits.route_names() == [OLD, OLD]


def test_hv2_no_more_is_planned_than_fits(desk: Desk, visits: VisitsPageDriver) -> None:
    """16.08 to 19.00: 171 minutes, unless somebody says how many are for visits."""
    assert visits.words("route_time") == "sampai 19.00 tinggal 2 j 51 mnt"
    a_stop_for(visits, OLD)
    assert visits.fits() == "Muat, sisa 2 j 11 mnt"
    visits.alt(Key.Key_T)
    visits.type("50")
    visits.press(Key.Key_Return)
    assert (visits.words("route_time"), visits.fits()) == ("waktu kunjungan 50 mnt", "Muat, sisa 10 mnt")
    visits.look_at(BUDI)
    visits.press(Key.Key_3)
    assert "rute jadi 55 mnt, waktu tinggal 50 mnt" in visits.toast()
    assert BUDI in visits.waiting_names()
    visits.look_at(SITI)
    visits.press(Key.Key_1)
    visits.save()
    assert "Tidak muat" in visits.page.panel.stop.bar.line.text()
    visits.press(Key.Key_Escape)
    visits.alt(Key.Key_T)
    visits.type("500")
    visits.press(Key.Key_Return)
    assert visits.words("route_time") == "waktu kunjungan 8 j 20 mnt"
    visits.look_at(BUDI)
    visits.press(Key.Key_3)
    assert BUDI in visits.route_names()


def test_hv3_the_battery_bounds_the_route(desk: Desk, qtbot: QtBot) -> None:
    wait_for_visit(desk, OLD)
    visits = opened_for(desk, qtbot, desk.operator, Power(40, 45, plugged=False))
    a_stop_for(visits, OLD)
    assert visits.words("route_time") == "sampai 19.00 tinggal 2 j 53 mnt · baterai 45 mnt"
    assert visits.fits() == "Muat, sisa 5 mnt"


def recorded(desk: Desk, name: str) -> list[str]:
    sql = "SELECT state FROM request_state WHERE resident_id = ?"
    return desk.store.query(lambda d: [str(row[0]) for row in d.rows(sql, desk.residents[name])])


def test_the_questions_of_the_table_show_for_whoever_was_recorded_alone(visits: VisitsPageDriver) -> None:
    a_stop_for(visits, OLD)
    visits.look_at_met(OLD)
    visits.press(Key.Key_1, Key.Key_1)
    assert visits.choice("visit_reason").isVisible()
    visits.choice("visit_outcome").focus_answer()
    visits.press(Key.Key_2)
    assert not visits.choice("visit_reason").isVisible()


def test_hv2_an_attempt_is_noted_with_outcome_next_step_and_minutes(desk: Desk, visits: VisitsPageDriver) -> None:
    a_stop_for(visits, OLD)
    desk.clock.pass_minutes(10)
    visits.look_at_met(OLD)
    visits.press(Key.Key_1)
    visits.press(Key.Key_8)
    assert visits.choice("visit_next_step").value() == NextStep.NONE
    for asked in ("reason", "recorded_before", "papers", "phone_owner"):
        visits.choice(f"visit_{asked}").focus_answer()
        visits.press(Key.Key_1)
    visits.field("visit_phone").focus_answer()
    visits.type("081234901117")
    visits.page.panel.visit.note.focus_answer()
    visits.type("Sidik jari aus, iris terekam")
    visits.page.panel.visit.minutes.focus_answer()
    visits.type("28")
    visits.save()
    assert attempts(desk) == [(VisitOutcome.RECORDED_WITH_EXCEPTION, NextStep.NONE, 28, "Sidik jari aus, iris terekam")]
    assert recorded(desk, OLD) == ["recorded"]
    assert visits.badges("route")[OLD] == "Terekam + catatan"
    assert OLD not in visits.waiting_names()
    assert visits.words("route_load") == "Belum ada yang direncanakan"


def test_hv2_who_was_not_met_waits_again(desk: Desk, visits: VisitsPageDriver) -> None:
    a_stop_for(visits, OLD)
    desk.clock.pass_minutes(10)
    visits.look_at_met(OLD)
    visits.press(Key.Key_1, Key.Key_2, Key.Key_1)
    visits.save()
    assert attempts(desk) == [(VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, None, None)]
    assert OLD in visits.waiting_names()
    assert (visits.badges("waiting")[OLD], visits.badges("route")[OLD]) == ("Ke-2", "Tidak di rumah")


def test_hv2_what_is_not_whole_says_so_beside_its_fields(desk: Desk, visits: VisitsPageDriver) -> None:
    visits.look_at(OLD)
    visits.press(Key.Key_2)
    visits.save()
    assert "Hasil kunjungan belum dipilih" in visits.choice("visit_outcome").finding_text()
    visits.press(Key.Key_5, Key.Key_1)
    visits.save()
    assert "Catatan masih kosong" in visits.page.panel.visit.note.finding_text()
    visits.page.panel.visit.minutes.focus_answer()
    visits.type("999")
    visits.save()
    assert visits.page.panel.visit.minutes.finding_text()
    assert attempts(desk) == []


def test_hv2_an_attempt_is_taken_back_by_the_toast_or_later(desk: Desk, visits: VisitsPageDriver) -> None:
    visits.look_at(OLD)
    visits.press(Key.Key_2, Key.Key_3)
    visits.save()
    assert OLD not in visits.waiting_names()
    visits.control(Key.Key_Backspace)
    assert OLD in visits.waiting_names()
    assert [each[0] for each in attempts(desk)] == [VisitOutcome.DECEASED, UNDONE]
    a_stop_for(visits, OLD)
    desk.clock.pass_minutes(5)
    visits.look_at_met(OLD)
    visits.press(Key.Key_1, Key.Key_7)
    visits.save()
    visits.look_at_met(OLD)
    visits.press(Key.Key_1)
    assert [each[0] for each in attempts(desk)][2:] == [VisitOutcome.MOVED, UNDONE]
    assert visits.badges("route")[OLD] == ""


def test_hv3_the_reason_is_a_code_that_only_planner_and_pair_see(desk: Desk, qtbot: QtBot, planner: AppUser) -> None:
    wait_for_visit(desk, SITI, need=VisitNeed.DISABLED)
    assert opened_for(desk, qtbot, desk.operator).badges("waiting") == {SITI: ""}
    assert opened_for(desk, qtbot, planner).badges("waiting") == {SITI: "Disabilitas"}
    visits = opened_for(desk, qtbot, desk.operator)
    a_stop_for(visits, SITI)
    assert visits.words("route_load") == "1 orang 25 mnt + 1 perjalanan 10 mnt = 35 mnt"
    visits.look_at_met(SITI)
    assert "Disabilitas" in visits.face()
    assert "Disabilitas" not in str(opened_for(desk, qtbot, desk.lead).badges("route"))
    visits.page.refresh()


def test_hv3_from_the_end_of_the_visit_on_nobody_sees_the_reason(desk: Desk, qtbot: QtBot, planner: AppUser) -> None:
    wait_for_visit(desk, SITI, need=VisitNeed.DISABLED)
    visits = opened_for(desk, qtbot, planner)
    a_stop_for(visits, SITI)
    desk.clock.pass_minutes(5)
    visits.look_at_met(SITI)
    assert "Disabilitas" in visits.face()
    visits.press(Key.Key_1, Key.Key_7)
    visits.save()
    visits.look_at_met(SITI)
    assert "Pindah" in visits.badges("route").values()
    assert "Disabilitas" not in visits.face()


def card_ready(desk: Desk, name: str) -> str:
    """Somebody was recorded at the table, the card is printed, and the family asks for it to be brought."""
    desk.store.user = desk.lead.id
    request = registered(desk.store, desk.residents[name]).request_id
    for step in (Step.CAPTURING, Step.RECORDED):
        desk.clock.pass_minutes(1)
        desk.store.execute(note_step, request, step)
    let_print(desk.store)
    desk.store.execute(print_card, request)
    desk.clock.pass_minutes(1)
    wait_for_visit(desk, name)
    return request


def test_hv4_a_card_is_handed_over_at_home_with_identity_and_witness(desk: Desk, qtbot: QtBot) -> None:
    request = card_ready(desk, BUDI)
    visits = opened_for(desk, qtbot, desk.lead)
    assert visits.badges("waiting") == {BUDI: "Antar kartu"}
    a_stop_for(visits, BUDI)
    visits.look_at_met(BUDI)
    visits.press(Key.Key_2)
    visits.press(Key.Key_1)
    assert visits.field("deliver_received_by").value() == BUDI
    visits.save()
    assert "Identitas belum dicatat" in visits.field("deliver_identity_shown").finding_text()
    assert "Saksi belum ditulis" in visits.field("deliver_witness").finding_text()
    visits.type("KK asli")
    visits.press(Key.Key_Return)
    visits.type("Pak RT 03")
    visits.save()
    assert "Kartu diserahkan di rumah" in visits.toast()
    sql = "SELECT request_id, received_by, identity_shown, relation, witness, place_kind FROM card_handover"
    found = desk.store.query(lambda database: database.rows(sql))
    assert found == [(request, BUDI, "KK asli", "owner", "Pak RT 03", "home")]
    assert (visits.waiting_names(), visits.page.route.selected_stop() is not None) == ([], True)


def test_nobody_is_recorded_where_only_a_card_is_brought(desk: Desk, qtbot: QtBot) -> None:
    card_ready(desk, BUDI)
    visits = opened_for(desk, qtbot, desk.lead)
    visits.look_at(BUDI)
    visits.press(Key.Key_2)
    assert visits.offered("visit_outcome") == ["Tidak di rumah", "Meninggal", "Di rumah sakit", "Menolak", "Pindah"]
    visits.press(Key.Key_1, Key.Key_1)
    visits.save()
    assert attempts(desk) == [(VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, None, None)]
    visits.look_at(BUDI)
    assert "Kunjungan 23 Feb: Tidak di rumah" in visits.face()


def test_a_recording_at_the_door_is_noted_by_keys_alone(desk: Desk, visits: VisitsPageDriver) -> None:
    """Digits answer and go on; Enter passes on from what is typed."""
    visits.look_at(OLD)
    visits.press(Key.Key_2, Key.Key_1)
    visits.press(Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_1)
    assert visits.field("visit_phone").isAncestorOf(visits.focused())
    # What the keys lead to is seen, however far down it stands.
    visits.qtbot.waitUntil(visits.is_focus_seen)
    visits.type("081234901117")
    visits.press(Key.Key_Return, Key.Key_1)
    visits.save()
    assert visits.page.panel.open_form() is None, visits.problems()
    assert recorded(desk, OLD) == ["recorded"]
    assert OLD not in visits.waiting_names()


def test_a_recording_at_the_door_without_an_open_shift_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    wait_for_visit(desk, OLD)
    desk.store.write_local(lambda database: Meta(database).put(CURRENT_SHIFT, ""))
    visits = opened_for(desk, qtbot, desk.operator)
    visits.look_at(OLD)
    visits.press(Key.Key_2, Key.Key_1)
    visits.press(Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_1)
    visits.type("081234901117")
    visits.press(Key.Key_Return, Key.Key_1)
    visits.save()
    assert attempts(desk) == []
    assert "shift" in visits.problems().lower()


def test_a_request_is_withdrawn_and_taken_up_again(desk: Desk, visits: VisitsPageDriver) -> None:
    visits.look_at(OLD)
    visits.press(Key.Key_3)
    assert visits.waiting_names() == [SITI, BUDI]
    assert "ditarik" in visits.toast()
    desk.clock.pass_minutes(1)
    visits.control(Key.Key_Backspace)
    assert OLD in visits.waiting_names()
    a_stop_for(visits, OLD)
    visits.look_at_met(OLD)
    visits.press(Key.Key_3)
    assert (visits.route_names(), OLD in visits.waiting_names()) == ([OLD], False)


def test_a_request_just_noted_is_taken_back_by_one_key(desk: Desk, qtbot: QtBot) -> None:
    visits = opened_for(desk, qtbot, desk.operator)
    visits.control(Key.Key_N)
    visits.type("nurainun")
    visits.press(Key.Key_Return)
    visits.type("Bu Dewi")
    visits.save()
    assert visits.waiting_names() == [OLD]
    desk.clock.pass_minutes(1)
    visits.control(Key.Key_Backspace)
    assert visits.waiting_names() == []


def test_the_day_for_which_a_family_asks_is_noted_and_shown(desk: Desk, qtbot: QtBot) -> None:
    visits = opened_for(desk, qtbot, desk.operator)
    visits.control(Key.Key_N)
    visits.type("nurainun")
    visits.press(Key.Key_Return)
    visits.type("Bu Dewi")
    visits.field("ask_wished_for").focus_answer()
    visits.type("22-02-2019")
    visits.save()
    assert "sudah lewat" in visits.field("ask_wished_for").finding_text()
    visits.field("ask_wished_for").set_value("")
    visits.field("ask_wished_for").focus_answer()
    visits.type("24-02-2019")
    visits.save()
    assert visits.waiting_names() == [OLD]
    visits.look_at(OLD)
    assert "minta 24 Feb" in visits.face()


def test_who_goes_for_another_pair_is_offered_to_a_lead_alone(desk: Desk) -> None:
    def offered(user: AppUser) -> set[str]:
        view = desk.store.query(visits_view, user.id, DAY.isoformat(), DAY.isoformat())
        return {name for _, name in view.pairs}

    assert offered(desk.operator) == {desk.operator.name}
    assert offered(desk.lead) >= {desk.operator.name, desk.lead.name}


def test_where_the_pair_has_been_is_one_line_until_it_is_opened(desk: Desk, visits: VisitsPageDriver) -> None:
    a_stop_for(visits, OLD)
    visits.look_at(BUDI)
    visits.press(Key.Key_3)
    desk.clock.pass_minutes(5)
    for name in (OLD, BUDI):
        assert len(visits.route_names()) == 3
        visits.look_at_met(name)
        visits.press(Key.Key_1, Key.Key_2, Key.Key_1)
        visits.save()
    assert visits.route_names() == [OLD]
    assert visits.badges("route") == {OLD: "Selesai"}
    visits.look_at_stop(OLD)
    assert visits.route_names() == [OLD, OLD, BUDI]
    visits.look_at_stop(OLD)
    assert visits.route_names() == [OLD]


def test_each_pair_has_its_own_numbers_and_its_own_load(desk: Desk, qtbot: QtBot) -> None:
    wait_for_visit(desk, SITI, OLD)
    first, second = (each.request.id for each in route_of(desk).waiting)
    for request, name, leader in ((first, "Bu Dewi", desk.operator.id), (second, "Pak Darmo", desk.lead.id)):
        details = StopDetails(StopPlace.HOME, name, led_by=leader)
        desk.store.execute(add_stop, AddStop(DAY, (request,), details))
    visits = opened_for(desk, qtbot, desk.lead)
    assert visits.route_names() == ["Pak Darmo", OLD, "Bu Dewi", SITI]
    assert visits.words("route_load").startswith(f"{desk.lead.name}: 1 orang")
    visits.look_at_stop("Bu Dewi")
    assert visits.words("route_load").startswith(f"{desk.operator.name}: 1 orang")
    visits.alt(Key.Key_R, Key.Key_Up)
    assert visits.route_names() == ["Pak Darmo", OLD, "Bu Dewi", SITI]


def test_that_a_reason_was_shown_is_written_down_once(desk: Desk, qtbot: QtBot, planner: AppUser) -> None:
    wait_for_visit(desk, SITI, need=VisitNeed.DISABLED)

    def looks() -> list[tuple[str, str, str]]:
        return desk.store.query(lambda d: d.rows("SELECT resident_id, field, user_id FROM look"))

    opened_for(desk, qtbot, desk.operator)
    assert looks() == []
    desk.store.user = planner.id
    visits = opened_for(desk, qtbot, planner)
    visits.page.refresh()
    assert looks() == [(desk.residents[SITI], "need", planner.id)]


def test_escape_steps_out_and_keeps_what_was_typed(desk: Desk, visits: VisitsPageDriver) -> None:
    visits.look_at(OLD)
    visits.press(Key.Key_1)
    visits.field("stop_note").focus_answer()
    for _ in visits.field("stop_note").value():
        visits.press(Key.Key_Backspace)
    visits.type("pagar hijau")
    visits.press(Key.Key_Escape)
    assert visits.page.panel.open_form() is None
    visits.press(Key.Key_Escape)
    assert visits.page.waiting.search.line.hasFocus()
    visits.look_at(OLD)
    visits.press(Key.Key_1)
    assert visits.field("stop_note").value() == "pagar hijau"


def test_a_form_that_is_begun_is_not_pushed_away(desk: Desk, visits: VisitsPageDriver) -> None:
    visits.look_at(OLD)
    visits.press(Key.Key_1)
    wait_for_visit(desk, SLAMET)
    assert visits.page.panel.open_form() is visits.page.panel.stop
    assert [each.request.name for each in route_of(desk).waiting][-1] == SLAMET


def test_the_search_narrows_who_waits(visits: VisitsPageDriver) -> None:
    visits.type("hartono")
    assert visits.waiting_names() == [BUDI]
    visits.type("zz")
    assert (visits.waiting_names(), visits.empty("nobody_waits")) == ([], "Tidak ketemu di yang menunggu")
    visits.press(Key.Key_Escape)
    assert len(visits.waiting_names()) == 3


def test_the_route_of_another_day_is_planned_apart(desk: Desk, visits: VisitsPageDriver) -> None:
    visits.alt(Key.Key_Right)
    assert visits.page.subtitle() == "Minggu, 24 Februari 2019"
    a_stop_for(visits, OLD)
    assert visits.route_names() == [OLD, OLD]
    visits.alt(Key.Key_Left)
    assert (visits.route_names(), OLD in visits.waiting_names()) == ([], False)


def test_what_the_centre_brings_shows_at_once(desk: Desk, visits: VisitsPageDriver) -> None:
    desk.store.user = desk.lead.id
    request = route_of(desk).waiting[0].request.id
    details = StopDetails(StopPlace.HOME, "Bu Dewi", led_by=desk.lead.id)
    desk.store.execute(add_stop, AddStop(DAY, (request,), details))
    assert visits.route_names() == ["Bu Dewi", SITI]
    desk.clock.pass_minutes(1)
    command = LogVisit(desk.residents[SITI], VisitOutcome.RECORDED, NextStep.NONE, stop_id=route_of(desk).stops[0].id)
    desk.store.execute(log_visit, replace(command, registration=form(desk.residents[SITI])))
    assert visits.badges("route") == {"Bu Dewi": "Terekam"}


def test_who_has_no_nik_is_asked_for_it_at_the_door_before_a_recording_is_saved(
    desk: Desk, visits: VisitsPageDriver
) -> None:
    desk.store.execute(lambda unit: unit.update(RESIDENT, desk.residents[OLD], nik=None))
    a_stop_for(visits, OLD)
    visits.look_at_met(OLD)
    visits.press(Key.Key_1, Key.Key_1)
    for asked in ("reason", "recorded_before", "papers", "phone_owner"):
        visits.choice(f"visit_{asked}").focus_answer()
        visits.press(Key.Key_1)
    visits.type("081234901117")
    visits.save()
    nik = visits.page.findChild(NikField, "visit_nik")
    assert nik is not None
    assert nik.finding_text().startswith("Belum ada NIK")
    assert recorded(desk, OLD) == []
    nik.focus_answer()
    visits.type("3574035909419933")
    visits.save()
    assert recorded(desk, OLD) == ["recorded"]


def test_a_nik_that_is_somebody_elses_is_said_at_the_door_and_again_with_the_draft(
    desk: Desk, visits: VisitsPageDriver, qtbot: QtBot
) -> None:
    desk.store.execute(lambda unit: unit.update(RESIDENT, desk.residents[OLD], nik=None))
    a_stop_for(visits, OLD)
    visits.look_at_met(OLD)
    visits.press(Key.Key_1, Key.Key_1)
    visits.choice("visit_papers").focus_answer()
    visits.press(Key.Key_1)
    visits.type("357403020584995")
    assert visits.problems().strip() == ""
    visits.type("1")
    said = "NIK ini sudah tercatat atas nama BUDI HARTONO. Cocokkan angkanya dengan KK"
    assert visits.problems().strip().startswith(said)
    qtbot.waitUntil(lambda: layout_faults(visits.window) == [])
    line = visits.field("visit_nik").finding_line
    assert line.visibleRegion().boundingRect() == line.rect()
    visits.press(Key.Key_Escape)
    visits.press(Key.Key_1)
    assert visits.problems().strip().startswith(said)
    for asked in ("reason", "recorded_before", "phone_owner"):
        visits.choice(f"visit_{asked}").focus_answer()
        visits.press(Key.Key_1)
    visits.type("081234901117")
    visits.save()
    assert recorded(desk, OLD) == ["recorded"]
    sql = "SELECT note FROM request_step WHERE step = 'registered'"
    assert "nik_shared" in desk.store.query(lambda database: database.value(sql))


def test_enter_among_what_is_known_of_a_stop_takes_the_next_answer_whole(desk: Desk, visits: VisitsPageDriver) -> None:
    visits.look_at(OLD)
    visits.press(Key.Key_1)
    for name, words in (
        ("host", "Bu Dewi"),
        ("address", "Gg. Mawar 4"),
        ("rt", "09"),
        ("rw", "08"),
        ("note", "Gapura"),
    ):
        visits.field(f"stop_{name}").set_value(words)
    visits.field("stop_host").focus_answer()
    visits.press(Key.Key_Return)
    visits.type("Gg. Mawar 6")
    visits.press(Key.Key_Return)
    visits.type("01")
    assert (visits.field("stop_address").value(), visits.field("stop_rt").value()) == ("Gg. Mawar 6", "01")
    visits.field("stop_note").focus_answer()
    visits.press(Key.Key_Return)
    assert visits.focused().objectName() == "stop_save"
    assert route_of(desk).stops == ()
