"""The calendar of the office, worked with keys and with the mouse."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from desk import DAY, Desk
from laptops import add_people, add_plan
from pages.schedule import ALT, CTRL, Key, SchedulePageDriver
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea

from fieldkit.domain.lists.proposal import ProposalKind
from fieldkit.domain.planning.schedule import PlanState
from fieldkit.records.tables import SHIFT_PLAN
from fieldkit.store.queries.planning.schedule import Plan, schedule
from fieldkit.store.unit import Unit
from fieldkit.ui.pages.schedule.layouts import Mode
from fieldkit.ui.status import StatusStrip
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.ui.widgets.stops import step
from fieldkit.work.lists.proposals import Propose, propose
from fieldkit.work.planning.office import KeepDay, KeepSet, keep_day, keep_set
from fieldkit.work.planning.plans import discard_shift, publish_shifts

MONDAY = date(2019, 2, 18)
WEDNESDAY = DAY - timedelta(days=3)


@pytest.fixture
def office(empty_desk: Desk) -> SchedulePageDriver:
    """The office before anything is planned; the page is not open yet."""
    return SchedulePageDriver(empty_desk)


def plan_of(office: SchedulePageDriver, plan_id: str) -> Plan:
    found = office.desk.store.query(schedule, MONDAY, MONDAY + timedelta(days=40)).plan(plan_id)
    assert found is not None
    return found


def all_plans(office: SchedulePageDriver) -> tuple[Plan, ...]:
    return office.desk.store.query(schedule, MONDAY, MONDAY + timedelta(days=40)).plans


def test_the_week_shows_teams_days_and_shifts(office: SchedulePageDriver) -> None:
    office.office.plan(day=WEDNESDAY)
    office.office.plan(day=WEDNESDAY, start=time(16), end=time(19))
    office.office.other(day=DAY, start=time(8), end=time(20))
    office.open()
    assert office.rows == ["Tim 1", "Tim 2"]
    assert office.cells == {
        (0, 2): [("09–12", "Jati"), ("16–19", "Jati")],
        (1, 5): [("08–20", "Jrebeng Kidul")],
    }
    assert office.page.subtitle() == "Minggu ke-8 · konsep, belum diterbitkan"
    assert office.feet == [("2 dari 2", "ok")] * 7


def test_the_views_change_by_keys_also_where_the_column_beside_them_is_put_away(office: SchedulePageDriver) -> None:
    office.office.plan(day=WEDNESDAY)
    office.open()
    office.window.resize(910, 460)
    office.settle()
    assert not office.page.side.isVisible()
    office.press(Key.Key_3, ALT)
    assert office.page.view.mode is Mode.TEAM


def test_a_block_says_set_target_and_what_the_place_is_like(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY)
    office.open()
    office.go(plan_id)
    assert office.face is not None
    assert [line.text for line in office.face.lines] == ["Alat P-02", "target 50", "sinyal baik"]
    assert "Rina Wulandari" in office.blocks.accessibleDescription()


def test_a_message_leaves_the_cell_free_that_the_keys_are_on(office: SchedulePageDriver) -> None:
    """Where the calendar leaves no place beside it: above or below the cell, also when the keys go on to another."""
    office.open()
    office.window.resize(910, 460)
    office.settle()
    office.blocks.setFocus()
    toast = office.window.toast("Data laptop ini diubah di luar FieldKit.", action="Lihat rincian", on_action=list)
    met = set()
    for key in (Key.Key_End, Key.Key_Down, *[Key.Key_Left] * 6, Key.Key_Up):
        office.press(key)
        office.settle()
        met.add(office.blocks.cell)
        place = QRect(
            office.blocks.mapTo(office.window, office.blocks.under_keys().topLeft()), office.blocks.under_keys().size()
        )
        over = QRect(toast.mapTo(office.window, QPoint()), toast.size())
        assert toast.isVisible()
        assert not over.intersects(place), office.blocks.cell
    assert len(met) == 9


def test_where_tab_comes_to_the_calendar_its_cell_is_in_sight(office: SchedulePageDriver) -> None:
    """At 150 % the ring lay below the edge: whatever scrolled around the calendar showed the middle of all of it."""
    first, *_ = [office.office.plan(day=WEDNESDAY) for _ in range(6)]
    office.open()
    office.window.resize(910, 300)
    office.settle()
    office.go(first)
    office.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    for around in office.window.findChildren(QScrollArea):
        around.verticalScrollBar().setValue(around.verticalScrollBar().maximum())
        around.horizontalScrollBar().setValue(0)
    assert not is_under_keys_in_sight(office)
    assert step(office.window, forward=True)
    office.settle()
    assert office.blocks.hasFocus()
    assert is_under_keys_in_sight(office)


def is_under_keys_in_sight(office: SchedulePageDriver) -> bool:
    return office.blocks.visibleRegion().boundingRect().contains(office.blocks.under_keys().center())


def test_arrows_walk_and_alt_with_arrows_moves_the_shift(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY)
    office.open()
    office.go(plan_id)
    office.press(Key.Key_Right, ALT)
    office.press(Key.Key_Down, ALT)
    moved = plan_of(office, plan_id)
    assert (moved.day, moved.team_id) == (WEDNESDAY + timedelta(days=1), office.office.team_2)
    assert office.face is not None
    assert office.face.id == plan_id
    office.press(Key.Key_PageDown, ALT)
    assert (plan_of(office, plan_id).start, plan_of(office, plan_id).end) == (time(10), time(13))
    office.undo()
    assert plan_of(office, plan_id).start == time(9)
    office.press(Key.Key_Left)
    assert office.blocks.cell == (1, 2)
    assert office.face is None


def test_a_shift_moves_over_the_edge_of_the_week_and_stays_in_sight(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=MONDAY + timedelta(days=6))
    office.open()
    office.go(plan_id)
    office.press(Key.Key_Right, ALT)
    assert plan_of(office, plan_id).day == MONDAY + timedelta(days=7)
    assert office.page.view.first == MONDAY + timedelta(days=7)
    assert office.face is not None
    assert office.face.id == plan_id


def test_a_shift_is_dragged_to_another_day_and_team_and_back(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY)
    office.open()
    office.drag(plan_id, 1, 4)
    moved = plan_of(office, plan_id)
    assert (moved.day, moved.team_id, moved.start) == (MONDAY + timedelta(days=4), office.office.team_2, time(9))
    office.undo()
    assert plan_of(office, plan_id).day == WEDNESDAY
    assert office.toasts[-1] == "Shift kembali ke tempatnya"


def test_a_drag_that_ends_where_it_began_moves_nothing(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY)
    before = plan_of(office, plan_id)
    office.open()
    office.drag(plan_id, 0, 2)
    assert plan_of(office, plan_id) == before
    assert office.toasts == []


def test_a6_dragging_the_last_set_of_a_district_out_is_refused_in_words(office: SchedulePageDriver) -> None:
    office.office.plan(day=WEDNESDAY)
    plan_id = office.office.other(day=WEDNESDAY + timedelta(days=1), set_code="P-01")
    office.open()
    office.drag(plan_id, 1, 2)
    assert plan_of(office, plan_id).day == WEDNESDAY + timedelta(days=1)
    assert office.toasts[-1].startswith("Tidak dipindah. Semua alat kecamatan ini keluar sekaligus")


def test_a6_in_the_form_the_last_set_goes_out_only_with_a_reason_that_is_kept(office: SchedulePageDriver) -> None:
    office.office.plan(day=WEDNESDAY)
    plan_id = office.office.other(day=WEDNESDAY)
    office.open()
    office.go(plan_id)
    office.press(Key.Key_Return)
    office.press(Key.Key_1)
    office.choose("plan", "set", "P-01")
    assert not office.field("plan", "reason").isVisible()
    office.save()
    assert "tidak ada yang siaga" in office.field("plan", "set").finding_text()
    office.fill("plan", "reason", "Disetujui kepala bidang")
    office.save()
    assert not office.is_drawer_open
    saved = plan_of(office, plan_id)
    assert (saved.set_code, saved.override_reason, saved.override_by) == (
        "P-01",
        "Disetujui kepala bidang",
        "Hendra Saputra",
    )
    assert office.feet[2] == ("1 dari 2", "warn")
    assert "Rab 20 Feb: siaga 1 dari 2" in office.side("standby")
    assert "Disetujui kepala bidang" in office.side("standby")


def test_a_clash_is_seen_at_once_and_ended_with_one_digit(office: SchedulePageDriver) -> None:
    first = office.office.plan(day=WEDNESDAY)
    second = office.office.other(day=WEDNESDAY, set_code="P-02")
    office.open()
    assert [office.blocks.board.at(cell)[0].tone for cell in ((0, 2), (1, 2))] == ["err", "err"]
    assert office.side("clashes").startswith("1 bentrok. Alat P-02 dipakai dua tim sekaligus: Tim 1 di Jati, Tim 2 di")
    assert office.ways[:2] == ["Tim 2 pakai P-03", "Geser Tim 2 ke 12–15"]
    assert not office.page.bar.publish.isEnabled()
    office.press(Key.Key_1)
    assert plan_of(office, second).set_code == "P-03"
    assert office.side("clashes") == ""
    assert plan_of(office, first).set_code == "P-02"


def test_a_clash_is_moved_away_or_left_with_a_reason(office: SchedulePageDriver) -> None:
    office.office.plan(day=WEDNESDAY)
    second = office.office.other(day=WEDNESDAY, set_code="P-02")
    office.open()
    office.press(Key.Key_2)
    assert plan_of(office, second).start == time(12)
    office.undo()
    office.press(Key.Key_3)
    office.save()
    assert office.field("leave", "reason").finding_text()
    office.type("Alat dipakai bergantian")
    office.save()
    assert plan_of(office, second).override_reason == "Alat dipakai bergantian"
    assert office.side("clashes") == ""
    office.undo()
    assert office.side("clashes")


def sent_out_by_two_laptops(office: SchedulePageDriver) -> str:
    """Each planned one of the two sets of a district before they heard of one another; the later shift."""
    office.office.plan(day=WEDNESDAY)
    second = office.office.other(day=WEDNESDAY)

    def merged(unit: Unit) -> None:
        unit.update(SHIFT_PLAN, second, set_code="P-01")

    office.desk.store.execute(merged)
    office.open()
    assert not office.page.bar.publish.isEnabled()
    assert "tanpa alat siaga" in office.side("clashes")
    return second


def test_the_last_set_that_two_laptops_sent_out_stays_for_another_with_one_digit(office: SchedulePageDriver) -> None:
    second = sent_out_by_two_laptops(office)
    assert office.ways[0] == "Tim 2 pakai P-03"
    office.press(Key.Key_1)
    assert plan_of(office, second).set_code == "P-03"
    assert office.page.bar.publish.isEnabled()


def test_the_last_set_that_two_laptops_sent_out_is_answered_for(office: SchedulePageDriver) -> None:
    second = sent_out_by_two_laptops(office)
    office.press(Key.Key_3)
    office.type("Disetujui kepala bidang")
    office.save()
    assert plan_of(office, second).override_reason == "Disetujui kepala bidang"
    assert office.side("clashes") == ""
    assert office.page.bar.publish.isEnabled()


def test_a_person_in_two_places_is_named_on_both_blocks(office: SchedulePageDriver) -> None:
    rina = ((office.office.rina, "operator"),)
    office.office.plan(day=WEDNESDAY)
    office.office.other(day=WEDNESDAY, crew=rina)
    office.open()
    for cell in ((0, 2), (1, 2)):
        assert "Rina bentrok" in [line.text for line in office.blocks.board.at(cell)[0].lines]
    assert "Rina Wulandari bertugas di dua tempat sekaligus" in office.side("clashes")


def test_a_shift_is_planned_at_the_cursor_without_the_mouse(office: SchedulePageDriver) -> None:
    office.open()
    office.blocks.go_to_cell((0, 3))
    office.press(Key.Key_N, CTRL)
    office.press(Key.Key_Tab)
    sc = office.page.calendar._scrolled
    print(
        "A",
        sc.verticalScrollBar().value(),
        [type(x).__name__ for x in (office.blocks.parentWidget(), office.blocks.parentWidget().parentWidget())],
    )
    sc.ensureWidgetVisible(office.blocks)
    print("A2", sc.verticalScrollBar().value(), sc.viewport().size())
    sc.ensureVisible(750, 320, 0, 0)
    print("A3", sc.verticalScrollBar().value())
    office.save()
    assert office.field("plan", "place").finding_text()
    office.choose("plan", "village", "Kel. Jati")
    office.choose("plan", "set", "P-02")
    office.fill("plan", "target", "50")
    office.save()
    (plan,) = all_plans(office)
    assert (plan.day, plan.start, plan.end, plan.team_id) == (
        MONDAY + timedelta(days=3),
        time(9),
        time(12),
        office.office.team_1,
    )
    assert (plan.site_id, plan.site_name, plan.set_code, plan.target) == (
        office.office.hall,
        "Kantor Kelurahan Jati",
        "P-02",
        50,
    )
    assert not plan.has_own_staff
    office.undo()
    assert all_plans(office) == ()


def test_a_half_typed_shift_is_still_there_after_esc(office: SchedulePageDriver) -> None:
    office.open()
    office.blocks.go_to_cell((0, 3))
    office.press(Key.Key_Return)
    office.fill("plan", "target", "77")
    office.press(Key.Key_Escape)
    assert not office.is_drawer_open
    office.press(Key.Key_N, CTRL)
    assert office.field("plan", "target").value() == "77"  # type: ignore[attr-defined]


def test_the_week_is_published_with_one_key_and_taken_back_with_another(office: SchedulePageDriver) -> None:
    ids = [office.office.plan(day=WEDNESDAY), office.office.other(day=WEDNESDAY)]
    office.open()
    assert office.side("lacking") == ""
    office.save()
    assert {plan_of(office, each).state for each in ids} == {PlanState.PUBLISHED}
    assert office.page.subtitle() == "Minggu ke-8 · sudah terbit"
    office.undo()
    assert {plan_of(office, each).state for each in ids} == {PlanState.PLANNED}


def test_what_a_shift_lacks_is_said_beside_the_calendar_and_keeps_it_a_draft(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY, site_id="", set_code="")
    office.open()
    assert office.side("lacking").startswith("1 shift belum lengkap. Rab 20, 09–12 Jati: Tempatnya belum dicek")
    office.save()
    assert plan_of(office, plan_id).state is PlanState.PLANNED
    assert office.toasts[-1].startswith("Belum bisa terbit. ")
    assert "Alat perekam belum dipilih." in office.toasts[-1]


def test_a_shift_is_postponed_to_a_day_that_names_it(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY)
    office.open()
    office.go(plan_id)
    office.press(Key.Key_Return)
    assert office.acts == ["Ubah", "Terbitkan", "Tunda", "Batalkan", "Buang konsep", "Catat tempat"]
    office.press(Key.Key_3)
    office.press(Key.Key_1)
    office.type("21-02-2019")
    office.save()
    old, new = all_plans(office)
    assert (old.state, old.state_reason, new.day, new.replaces_id) == (
        PlanState.POSTPONED,
        "weather",
        WEDNESDAY + timedelta(days=1),
        plan_id,
    )
    assert [line.text for line in office.blocks.board.at((0, 2))[0].lines] == ["Ditunda: Cuaca"]
    office.undo()
    assert [plan.state for plan in all_plans(office)] == [PlanState.PLANNED]


def test_a_shift_is_cancelled_with_a_reason(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY)
    office.desk.store.execute(publish_shifts, [plan_id])
    office.open()
    office.go(plan_id)
    office.press(Key.Key_Return)
    assert office.acts == ["Ubah", "Tunda", "Batalkan", "Catat tempat"]
    office.press(Key.Key_3)
    office.save()
    assert office.field("cancel", "reason").finding_text() == "Alasannya belum dipilih."
    office.press(Key.Key_6)
    office.save()
    assert plan_of(office, plan_id).state is PlanState.CANCELLED
    office.undo()
    assert plan_of(office, plan_id).state is PlanState.PUBLISHED


def test_a_draft_is_thrown_away_with_delete_and_brought_back(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY)
    office.open()
    office.go(plan_id)
    office.press(Key.Key_Delete)
    assert office.cells == {}
    office.undo()
    assert office.cells == {(0, 2): [("09–12", "Jati")]}


def test_day_week_and_team_are_three_views_of_the_same_shifts(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY, start=time(16), end=time(19))
    office.open()
    office.go(plan_id)
    office.press(Key.Key_1, ALT)
    assert office.cells == {(0, 2): [("16–19", "Jati")]}
    office.blocks.setFocus()
    office.press(Key.Key_Left, ALT)
    assert plan_of(office, plan_id).start == time(13)
    office.press(Key.Key_3, ALT)
    assert office.cells == {(0, 2): [("13–16", "Jati")]}
    assert office.page.subtitle() == "Tim 1 · konsep, belum diterbitkan"
    office.blocks.setFocus()
    office.press(Key.Key_Down, ALT)
    assert plan_of(office, plan_id).day == WEDNESDAY + timedelta(days=7)
    office.press(Key.Key_3, ALT)
    assert office.page.subtitle() == "Tim 2 · belum ada shift"
    office.press(Key.Key_2, ALT)
    assert office.rows == ["Tim 1", "Tim 2"]


def test_weeks_are_turned_and_today_is_one_key_away(office: SchedulePageDriver) -> None:
    office.open()
    office.press(Key.Key_PageDown)
    office.press(Key.Key_PageDown)
    assert office.page.view.first == MONDAY + timedelta(days=14)
    office.press(Key.Key_PageUp)
    assert office.page.bar.span.full_text() == "25 Feb – 3 Mar 2019"
    office.press(Key.Key_Home, CTRL)
    assert office.page.view.first == MONDAY


def test_a_holiday_is_named_and_doubted_in_the_form_and_not_refused(office: SchedulePageDriver) -> None:
    office.desk.store.execute(keep_day, "", KeepDay(WEDNESDAY, "holiday", "Hari Raya Nyepi"))
    office.open()
    assert office.blocks.board.notes == {(0, 2): "Hari Raya Nyepi"}
    assert office.blocks.board.columns[2].shaded
    office.blocks.go_to_cell((0, 2))
    office.press(Key.Key_Return)
    office.press(Key.Key_Tab)
    sc = office.page.calendar._scrolled
    print(
        "A",
        sc.verticalScrollBar().value(),
        [type(x).__name__ for x in (office.blocks.parentWidget(), office.blocks.parentWidget().parentWidget())],
    )
    sc.ensureWidgetVisible(office.blocks)
    print("A2", sc.verticalScrollBar().value(), sc.viewport().size())
    sc.ensureVisible(750, 320, 0, 0)
    print("A3", sc.verticalScrollBar().value())
    assert "Hari libur: Hari Raya Nyepi" in office.field("plan", "day").finding_text()
    office.fill("plan", "day", "18-02-2019")
    office.press(Key.Key_Tab)
    sc = office.page.calendar._scrolled
    print(
        "A",
        sc.verticalScrollBar().value(),
        [type(x).__name__ for x in (office.blocks.parentWidget(), office.blocks.parentWidget().parentWidget())],
    )
    sc.ensureWidgetVisible(office.blocks)
    print("A2", sc.verticalScrollBar().value(), sc.viewport().size())
    sc.ensureVisible(750, 320, 0, 0)
    print("A3", sc.verticalScrollBar().value())
    assert "sudah lewat" in office.field("plan", "day").finding_text()
    office.choose("plan", "village", "Kel. Jati")
    office.save()
    assert len(all_plans(office)) == 1


def test_a_shift_on_the_day_of_the_vote_is_doubted_and_its_eve_is_the_last_day(office: SchedulePageDriver) -> None:
    office.desk.store.execute(keep_day, "", KeepDay(date(2019, 4, 17), "vote", "Pemungutan suara"))
    office.open()
    office.press(Key.Key_N, CTRL)
    for day, is_doubted in (("17-04-2019", True), ("16-04-2019", False)):
        office.fill("plan", "day", day)
        office.press(Key.Key_Tab)
        assert ("hari terakhir kampanye" in office.field("plan", "day").finding_text()) == is_doubted
    office.fill("plan", "day", "17-04-2019")
    office.choose("plan", "village", "Kel. Jati")
    office.save()
    assert not office.is_drawer_open


def test_a_long_name_of_a_holiday_is_told_in_the_weeks_of_a_team_and_under_the_pointer(
    office: SchedulePageDriver,
) -> None:
    named = "Cuti bersama Hari Raya Nyepi"
    office.desk.store.execute(keep_day, "", KeepDay(WEDNESDAY, "holiday", named))
    office.open()
    office.press(Key.Key_3, ALT)
    cell = (0, WEDNESDAY.weekday())
    assert office.blocks.board.notes[cell] == f"{WEDNESDAY.day}\n{named}"
    office.blocks.go_to_cell(cell)
    assert office.blocks.words() == f"18 Feb, Rab, {WEDNESDAY.day}, {named}: kosong"
    assert office.blocks.words_at(office.blocks.measures().cell(cell).center()) == f"{WEDNESDAY.day} {named}"


def test_who_does_not_plan_reads_and_moves_nothing(empty_desk: Desk) -> None:
    office = SchedulePageDriver(empty_desk, user=empty_desk.operator)
    plan_id = office.office.plan(day=WEDNESDAY)
    before = plan_of(office, plan_id)
    office.open()
    office.go(plan_id)
    office.press(Key.Key_Right, ALT)
    office.drag(plan_id, 0, 4)
    office.press(Key.Key_Delete)
    office.press(Key.Key_N, CTRL)
    assert not office.is_drawer_open
    assert plan_of(office, plan_id) == before
    office.go(plan_id)
    office.press(Key.Key_Return)
    assert office.is_drawer_open
    assert office.acts == []
    office.press(Key.Key_Escape)
    assert not office.is_drawer_open
    assert not office.page.bar.publish.isVisible()


def test_what_an_older_program_planned_is_shown_without_a_team(office: SchedulePageDriver) -> None:
    add_plan(office.desk.store)
    office.open()
    assert office.rows == ["Tim 1", "Tim 2", "Tanpa tim"]
    assert office.cells == {(2, 5): [("16–19", "Jati")]}


def test_a_village_that_is_suggested_opens_the_form_with_it(office: SchedulePageDriver) -> None:
    office.open()
    office.press_button("Jadwalkan: Jati")
    assert office.field("plan", "village").value() == "35.74.03.1004"  # type: ignore[attr-defined]


def test_a_suggestion_tells_beside_who_is_left_whom_the_field_has_explained(office: SchedulePageDriver) -> None:
    desk = office.desk
    desk.store.user = desk.lead.id
    desk.store.execute(propose, Propose(desk.residents["SRI WAHYUNI"], ProposalKind.NOT_FOUND, note="Tetangga"))
    office.open()
    assert office.suggested == ["1, Jati, 12 · 1 usulan · sinyal baik"]


def test_no_suggestion_is_cut_where_a_clash_and_a_missing_set_take_the_room(office: SchedulePageDriver) -> None:
    for village in ("35.74.03.1002", "35.74.04.1003", "35.74.02.1001"):
        add_people(office.desk.store, "SUMIATI", village=village)
    office.open()
    assert len(office.suggested) == 3
    office.office.plan(day=WEDNESDAY)
    office.office.other(day=WEDNESDAY, set_code="P-02")
    office.office.other(day=DAY, set_code="P-01", override_reason="Disetujui kepala bidang")
    office.office.plan(day=DAY, override_reason="Disetujui kepala bidang")
    office.open()
    assert office.side("clashes")
    assert office.side("standby")
    assert 1 <= len(office.suggested) < 3
    assert office.page.side.findChild(QScrollArea).verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(("digit", "ending"), [(Key.Key_1, "pdf"), (Key.Key_2, "xlsx"), (Key.Key_3, "ics")])
def test_the_week_leaves_as_paper_workbook_and_calendar(office: SchedulePageDriver, digit: Key, ending: str) -> None:
    office.office.plan(day=WEDNESDAY)
    office.open()
    office.press(Key.Key_P, CTRL)
    office.press(digit)
    (file,) = office.desk.folders.documents.glob(f"*.{ending}")
    assert file.name == f"jadwal-2019-02-18-2019-02-24.{ending}"
    assert file.stat().st_size > 500
    assert office.toasts[-1].startswith("Jadwal tersimpan")
    assert not office.page.export.is_open()


def test_the_rail_counts_the_clashes_that_wait_for_a_planner(office: SchedulePageDriver) -> None:
    office.office.plan(day=DAY)
    second = office.office.other(day=DAY, set_code="P-02")
    office.open()
    strip = StatusStrip(office.window, office.desk.context(office.window, office.planner))
    assert "1 perlu dilihat" in office.window.rail.buttons["schedule"].accessibleName()
    office.desk.store.execute(discard_shift, second)
    strip.refresh()
    assert "perlu dilihat" not in office.window.rail.buttons["schedule"].accessibleName()
    strip.deleteLater()


def test_a_day_tells_who_goes_and_where_exactly(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY)
    office.open()
    office.go(plan_id)
    office.press(Key.Key_1, ALT)
    (face,) = office.blocks.board.at((0, 0))
    assert [line.text for line in face.lines][-2:] == ["Kantor Kelurahan Jati", "Rina"]
    assert not {each.objectName() for each in office.page.findChildren(Drawer)} & {"shift_drawer", "gear_drawer"}
    office.press(Key.Key_Return)
    assert office.page.shift.is_open()


def test_the_place_of_a_shift_is_recorded_from_the_shift_and_ends_what_it_lacks(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY, site_id="", site_name="Balai RW 3")
    office.open()
    office.go(plan_id)
    office.press(Key.Key_Return)
    office.press(Key.Key_6)
    for name in ("network", "power", "access"):
        office.answer("site", name).setFocus()
        office.press(Key.Key_1)
    office.save()
    assert not office.page.gear.is_open()
    assert plan_of(office, plan_id).site_id != ""
    assert plan_of(office, plan_id).site_name == "Balai RW 3"
    assert office.side("lacking") == ""


def test_a_shift_that_runs_past_its_end_says_so_until_it_is_closed(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=DAY, start=time(9), end=time(12))
    office.desk.store.execute(publish_shifts, [plan_id])
    office.desk.open_shift(plan_id=plan_id)
    office.open()
    office.go(plan_id)
    assert office.face is not None
    assert (office.face.mark, office.face.is_fixed) == (("play-circle", "accent"), True)
    assert office.face.lines[-1].text == "lewat jam"
    office.press(Key.Key_Right, ALT)
    assert plan_of(office, plan_id).day == DAY


def test_a_team_in_two_places_is_one_clash_and_stays_in_its_week(office: SchedulePageDriver) -> None:
    office.office.plan(day=DAY + timedelta(days=1))
    second = office.office.plan(day=DAY + timedelta(days=1), village="35.74.02.1001")
    office.open()
    assert office.side("clashes").startswith("1 bentrok. Tim 1 ada di dua tempat sekaligus: Jati, Jrebeng Kidul.")
    assert [line.text for line in office.blocks.board.at((0, 6))[0].lines][:2] == ["Alat P-02", "Tim bentrok"]
    assert office.ways == ["Geser Tim 1 ke 12–15", "Biarkan, tulis alasan …"]
    office.press(Key.Key_PageDown)
    assert office.side("clashes") == ""
    office.press(Key.Key_PageUp)
    office.press(Key.Key_1)
    assert plan_of(office, second).start == time(12)


def test_a_published_shift_whose_set_went_to_repair_is_marked_in_the_calendar(office: SchedulePageDriver) -> None:
    plan_id = office.office.plan(day=WEDNESDAY)
    store = office.desk.store
    store.execute(publish_shifts, [plan_id])
    known = store.query(schedule, WEDNESDAY, WEDNESDAY).register.device_set("P-02")
    assert known is not None
    store.execute(keep_set, known.id, KeepSet("P-02", known.district, "full", "repair"))
    office.open()
    assert "Alat P-02 sedang tidak siap." in office.blocks.board.at((0, 2))[0].words
