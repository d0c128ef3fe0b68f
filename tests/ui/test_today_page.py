"""Today: open a shift, note incidents, call people back, book blanks and cards, all by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from desk import DAY, TIME_ZONE, VILLAGE, Desk
from pages.today import TodayPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from fieldkit.domain.errors import Severity
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore, Step
from fieldkit.domain.stock.movements import OFFICE, Movement, MovementKind, Product
from fieldkit.domain.zones import WIT
from fieldkit.records.tables import DEVICE_SET, SHIFT_PLAN
from fieldkit.store.database import Database
from fieldkit.store.queries.closing.figures import attendance, frame_of
from fieldkit.store.queries.lists.listing import ListCounts
from fieldkit.store.queries.shifts import Shift, current_shift
from fieldkit.store.queries.status import status
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.queries.sync_page import sync_view
from fieldkit.store.queries.today.day import BlankTally, IncidentRow, QueueTally
from fieldkit.store.queries.today.page import DayShift, OpenDay, Opening
from fieldkit.store.unit import Unit
from fieldkit.ui.pages.cards import CardsPage
from fieldkit.ui.pages.register import RegisterPage
from fieldkit.ui.pages.today import TodayPage
from fieldkit.ui.pages.today.day_curve import pace_per_hour
from fieldkit.ui.pages.today.day_figures import bars, left_tile, loss_words, needed_pace, needed_words, shift_split
from fieldkit.ui.pages.today.opening_state import unplanned
from fieldkit.ui.shell.page import Page
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.threads import InlineLanes
from fieldkit.work.instants import moment
from fieldkit.work.stock.booking import Booking, book
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.registration import Register, register

ROOM = 690 - 56 - 34
"""Height of a page on a panel of 768, without title bar, taskbar, header and strip."""
NOW = datetime(2019, 2, 23, 10, 16, tzinfo=UTC)


def plan(desk: Desk, name: str = "Shift sore", start: str = "16:00", end: str = "19:00", target: int = 50) -> str:
    def verb(unit: Unit) -> str:
        return unit.insert(
            SHIFT_PLAN,
            VILLAGE,
            day=DAY.isoformat(),
            name=name,
            site_name="Kantor Kelurahan Jati",
            village=VILLAGE,
            planned_start=start,
            planned_end=end,
            time_zone=TIME_ZONE,
            lead_id=desk.lead.id,
            target_count=target,
        )

    return desk.store.execute(verb)


def registered(desk: Desk, name: str, step: Step | None = None, phone: str = "081234901117") -> str:
    owner = PhoneOwner.OWN if phone else PhoneOwner.NONE
    contact = ("", "") if phone else ("Pak RT 04", "RT")
    command = Register(
        desk.residents[name], None, Reason.FIRST_RECORDING, RecordedBefore.NO, (Paper.FAMILY_CARD,), "", "",
        owner, phone, *contact, True,
    )  # fmt: skip
    request = desk.store.execute(register, command).request_id
    if step is not None:
        desk.clock.pass_minutes(3)
        desk.store.execute(note_step, request, step)
    return request


def blanks(desk: Desk) -> int:
    def query(database: Database) -> int:
        return balance_of(database, table_holder(database), Product.BLANK)

    return desk.store.query(query)


def shift_of(desk: Desk) -> Shift:
    found = desk.store.query(current_shift)
    assert found is not None
    return found


def test_the_lead_opens_the_planned_shift_with_one_figure_and_one_key(empty_desk: Desk) -> None:
    plan(empty_desk, "Shift pagi", "09:00", "12:00")
    plan(empty_desk)
    today = TodayPageDriver(empty_desk)
    assert today.question == "Hari ini Sabtu, 23 Februari 2019?"
    assert today.focused_name == "opening_blanks"
    today.type("46")
    today.save()
    shift = shift_of(empty_desk)
    assert (shift.name, shift.day, shift.village, shift.target_count) == ("Shift sore", "2019-02-23", VILLAGE, 50)
    assert blanks(empty_desk) == 46
    assert [one.name for one in empty_desk.store.query(attendance, shift.id)] == ["Rina Wulandari"]
    assert today.is_open
    assert "Shift dibuka" in today.toasts[-1]


def test_a_shift_that_nobody_planned_comes_after_the_plans(empty_desk: Desk) -> None:
    plan(empty_desk)
    today = TodayPageDriver(empty_desk)
    assert today.plans == [("Shift sore", "16.00–19.00"), ("Shift di luar jadwal", ""), ("Loket kecamatan", "")]
    today.pick_plan(1)
    assert today.focused_name == "opening_site_name"
    today.fill("site_name", "Balai RW 03")
    today.fill("blanks", "0")
    today.save()
    assert shift_of(empty_desk).site_name == "Balai RW 03"
    assert blanks(empty_desk) == 0


def test_the_form_offers_the_sets_and_knows_that_of_the_plan(empty_desk: Desk) -> None:
    def sets(unit: Unit) -> None:
        for code in ("A-01", "A-02"):
            unit.insert(DEVICE_SET, "35.74", code=code, district=VILLAGE[:8], kind="full", state="ready")

    empty_desk.store.execute(sets)
    planned = plan(empty_desk)
    empty_desk.store.execute(lambda unit: unit.update(SHIFT_PLAN, planned, set_code="A-01"))
    today = TodayPageDriver(empty_desk)
    box = today.page.opening.fields.set
    assert [box.combo.itemText(number) for number in range(box.combo.count())] == ["belum tahu", "A-01", "A-02"]
    assert box.value() == "A-01"
    box.combo.setFocus()
    today.press(Qt.Key.Key_Down)
    today.fill("blanks", "46")
    today.save()
    assert empty_desk.store.query(frame_of, shift_of(empty_desk).id).set_code == "A-02"


def test_blanks_that_were_not_counted_stop_the_opening_beside_their_field(empty_desk: Desk) -> None:
    plan(empty_desk)
    today = TodayPageDriver(empty_desk)
    today.save()
    severity, words = today.finding("blanks")
    assert severity is Severity.STOP
    assert "Blangko dibawa belum diisi" in words
    assert today.focused_name == "opening_blanks"
    assert empty_desk.store.query(current_shift) is None


def test_the_rest_on_record_is_told_beside_the_blanks_and_is_not_counted_twice(empty_desk: Desk) -> None:
    plan(empty_desk)
    movement = Movement(MovementKind.ISSUE, Product.BLANK, OFFICE, empty_desk.store.query(table_holder), 36)
    empty_desk.store.execute(lambda unit: book(unit, Booking(movement)))
    today = TodayPageDriver(empty_desk)
    field = today.page.opening.fields.blanks
    assert "tercatat 36 di meja ini" in field.line.accessibleName()
    today.fill("blanks", "20")
    assert field.finding() is Severity.WARN
    assert "jadi 16 belum ada ceritanya" in field.finding_text()
    today.fill("blanks", "36")
    assert field.finding() is None
    today.save()
    assert blanks(empty_desk) == 36


def test_another_day_than_the_laptop_says_is_pointed_at_and_holds(empty_desk: Desk) -> None:
    plan(empty_desk)
    today = TodayPageDriver(empty_desk)
    today.fill("day", "22-02-2019")
    severity, words = today.finding("day")
    assert severity is Severity.WARN
    assert "Jam laptop maju 1 hari" in words
    assert today.question == "Hari ini Jumat, 22 Februari 2019?"
    today.save()
    assert today.finding("day") == (severity, words)
    today.fill("blanks", "10")
    today.save()
    assert shift_of(empty_desk).day == "2019-02-22"


def test_somebody_who_may_not_open_a_shift_reads_who_can(empty_desk: Desk) -> None:
    plan(empty_desk)
    today = TodayPageDriver(empty_desk, user=empty_desk.operator)
    assert "Rina Wulandari (Ketua tim)" in today.who_can_open
    assert not today.see_button("open_shift")
    today.save()
    assert empty_desk.store.query(current_shift) is None


def test_what_was_typed_into_the_form_is_there_again_in_a_new_window(empty_desk: Desk) -> None:
    plan(empty_desk)
    first = TodayPageDriver(empty_desk)
    first.fill("blanks", "37")
    first.page.opening.fields.others.setFocus()
    first.type("Yuni Lestari")
    first.window.close()
    again = TodayPageDriver(empty_desk)
    again.save()
    names = [one.name for one in empty_desk.store.query(attendance, shift_of(empty_desk).id)]
    assert names == ["Rina Wulandari", "Yuni Lestari"]
    assert blanks(empty_desk) == 37


def test_a_digit_begins_an_incident_and_the_same_digit_ends_it(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.digit(2)
    assert [(one.title, one.action) for one in today.incidents] == [("Listrik padam", "Selesai")]
    desk.clock.pass_minutes(16)
    today.digit(2)
    [power] = today.incidents
    assert power.lead == "16.05 – 16.21"
    assert power.second.startswith("16 mnt")
    assert power.action == "Akibat"


def test_a_digit_works_wherever_the_focus_is_on_the_page(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.page.day.tiles.blanks.button.setFocus()
    today.digit(5)
    assert [one.title for one in today.incidents] == ["Cuaca buruk"]


def test_a_lost_network_stands_beside_another_incident_and_stops_nobody(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.digit(1)
    desk.clock.pass_minutes(5)
    today.digit(6)
    assert [one.title for one in today.incidents] == ["Warga yang datang sedikit", "Jaringan putus"]
    assert "Pencatatan jalan terus" in today.incidents[1].second


def test_a_page_that_has_no_answer_yet_does_not_deny_the_shift(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As right after another language was chosen: the incident key comes before the store has answered."""
    monkeypatch.setattr(InlineLanes, "run", lambda *_asked: None)
    window = desk.open(("today", TodayPage))
    window.show_page("today", "incident")
    assert window.toasts() == []


def test_an_incident_is_two_keys_away_from_any_page(desk: Desk) -> None:
    today = TodayPageDriver(desk, ("register", lambda _context: Page()))
    today.window.incident_asked.connect(lambda: today.window.show_page("today", "incident"))
    today.press(Qt.Key.Key_F3)
    today.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    today.digit(3)
    assert [one.title for one in today.incidents] == ["Alat rekam rusak"]


def test_the_tiles_count_the_day(desk: Desk) -> None:
    registered(desk, "SUMIATI", Step.RECORDED)
    registered(desk, "DWI ASTUTIK", Step.RECORDED)
    registered(desk, "BUDI HARTONO")
    desk.clock.pass_minutes(11)
    today = TodayPageDriver(desk)
    assert today.tile("recorded") == "Terekam hari ini 2 dari target 100 Sore 2 sampai 16.22"
    assert today.tile("left") == "Sisa di Kel. Jati 10 dari 12 orang 16,67 % selesai"
    assert today.tile("queue") == "Antrean 1 menunggu Terlama 11 mnt"
    assert today.tile("blanks") == "Blangko di tangan 40 keping Dicetak 0 · rusak 0"


def test_a_number_is_masked_until_its_button_is_pressed_and_again_after_esc(desk: Desk) -> None:
    registered(desk, "SUMIATI", Step.FAILED_EQUIPMENT, "085712345204")
    registered(desk, "DWI ASTUTIK", Step.LEFT_QUEUE, "")
    today = TodayPageDriver(desk)
    first, second = today.call_backs
    assert first.second.startswith("0857 •••• 204")
    assert second.second.startswith("lewat Pak RT 04")
    assert second.action == "Hubungi"
    button = today.page.day.call_backs.list.findChild(type(today.page.register_button))
    assert button is not None
    button.setFocus()
    today.press(Qt.Key.Key_Space)
    assert today.call_backs[0].second == "0857 – 1234 – 5204"
    today.press(Qt.Key.Key_Escape)
    assert today.call_backs[0].second.startswith("0857 •••• 204")


def test_spoiled_blanks_are_booked_from_today_with_their_reason(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.press(Qt.Key.Key_B)
    today.digit(2)
    today.type("3")
    today.press(Qt.Key.Key_Return)
    today.digit(1)
    today.save()
    assert blanks(desk) == 37
    assert today.toasts[-1].startswith("3 blangko dicatat rusak. Sisa di tangan 37 keping.")
    assert today.tile("blanks").endswith("Dicetak 0 · rusak 3")


@pytest.mark.parametrize(("digit", "left"), [(1, 52), (3, 28)])
def test_blanks_come_and_go_back(desk: Desk, digit: int, left: int) -> None:
    today = TodayPageDriver(desk)
    today.press(Qt.Key.Key_B)
    today.digit(digit)
    today.type("12")
    today.save()
    assert blanks(desk) == left


def test_spoiled_blanks_without_a_reason_are_not_booked(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.press(Qt.Key.Key_B)
    today.digit(2)
    today.type("1")
    today.save()
    assert "Alasannya belum dipilih" in today.page.drawers.blanks.reason.finding_text()
    assert blanks(desk) == 40
    today.press(Qt.Key.Key_Escape)
    assert not today.page.drawers.is_open()


def test_k_goes_to_the_page_of_cards(desk: Desk) -> None:
    registered(desk, "SUMIATI", Step.RECORDED)
    today = TodayPageDriver(desk, ("cards", CardsPage))
    today.press(Qt.Key.Key_K)
    assert today.window.current_name == "cards"


def test_readiness_counts_what_is_in_order(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    said, tones = today.readiness
    assert tones[f"list_{VILLAGE}"] == "ok"
    assert tones["blanks"] == "ok"
    assert tones["synced"] == "warn"
    assert tones["backup"] == "warn"
    assert said == f"{list(tones.values()).count('ok')} dari {len(tones)} siap"


def test_ctrl_enter_goes_to_the_registration_while_a_shift_is_open(desk: Desk) -> None:
    today = TodayPageDriver(desk, ("register", lambda _context: Page()))
    today.save()
    assert today.window.current_name == "register"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_fits_a_small_panel_without_scrolling(desk: Desk, themed_app: QApplication, theme: str) -> None:
    apply_theme(themed_app, theme)
    for name in ("SUMIATI", "DWI ASTUTIK", "BUDI HARTONO"):
        registered(desk, name, Step.FAILED_EQUIPMENT)
    today = TodayPageDriver(desk)
    today.digit(1)
    today.digit(2)
    assert today.page.height() <= ROOM
    assert today.page.width() <= 1366 - 200


def test_the_form_fits_a_small_panel_without_scrolling(empty_desk: Desk) -> None:
    plan(empty_desk)
    today = TodayPageDriver(empty_desk)
    today.save()
    assert today.page.height() <= ROOM


MORNING = DayShift("a", "Shift pagi", "09:00", "12:00", 50)
EVENING = DayShift("b", "Shift sore", "16:00", "19:00", 50)
POWER_CUT = IncidentRow("i", "power", "2019-02-23T09:42:00.000Z", "2019-02-23T09:58:00.000Z", "", "b")


def day_with(
    times: Sequence[str], *incidents: IncidentRow, shifts: tuple[DayShift, ...] = (MORNING, EVENING)
) -> OpenDay:
    """A day on which people were recorded at these times at the site."""
    shift = Shift(
        "b",
        "2019-02-23",
        "Shift sore",
        "Kantor",
        VILLAGE,
        "16:00",
        "19:00",
        TIME_ZONE,
        "u",
        "Rina",
        50,
        "",
        None,
        "shift",
    )
    recorded = tuple(("a" if time < "14" else "b", _at(time)) for time in times)
    return OpenDay(
        shift, shifts, recorded, ListCounts(1024, 82, 0, 41), QueueTally(0, 0, ""), BlankTally(27, 18, 1),
        incidents, (), (), (), (),
    )  # fmt: skip


def test_the_tile_of_who_is_left_adds_up_to_the_list() -> None:
    """917 left, 83 recorded and 24 who are not asked for make 1.024; what is only proposed is still left."""
    day = replace(day_with([]), list_counts=ListCounts(1024, 83, 0, 41, away=10, approved=14))
    tile = left_tile(day)
    assert (tile.figure, tile.unit) == ("917", "dari 1.024 orang")
    assert tile.foot == "8,11 % · 24 tak dihitung · 17 usulan"


def test_today_and_registration_tell_the_same_pace_of_the_same_moment(desk: Desk) -> None:
    """A break of half an hour is no pace, neither here nor there."""
    served = {"SUMIATI": 0, "DWI ASTUTIK": 0, "BUDI HARTONO": 33, "SLAMET RIYADI": 1, "SRI WAHYUNI": 0}
    for name, minutes in served.items():
        desk.clock.pass_minutes(minutes)
        registered(desk, name, Step.RECORDED)
    registered(desk, "RIFKI ALAMSYAH")
    page = TodayPageDriver(desk, ("register", RegisterPage))
    today = page.tile("queue")
    queue = page.window.page("register")
    assert isinstance(queue, RegisterPage)
    queue.refresh()
    assert "3,0 mnt per orang" in queue.queue._pace.full_text()
    assert today.endswith("3,0 mnt per orang")


def test_what_a_half_hour_needs_says_that_it_is_of_a_half_hour() -> None:
    assert needed_words(8.33) == "perlu 8,3 per ½ jam"


@pytest.mark.parametrize(
    ("utc_hour", "name"), [(2, "Shift pagi"), (6, "Shift siang"), (9, "Shift sore"), (12, "Shift malam")]
)
def test_a_shift_that_nobody_planned_is_named_by_its_time_and_not_like_one_of_the_day(
    empty_desk: Desk, utc_hour: int, name: str
) -> None:
    now, lead = NOW.replace(hour=utc_hour), empty_desk.lead
    opening = Opening((), (lead,), (VILLAGE,), None, None)
    assert unplanned(opening, lead, now).name == name
    before = replace(day_with([]).shift, name=name.lower())
    assert unplanned(replace(opening, last=before), lead, now).name == f"{name} 2"
    assert unplanned(replace(opening, last=replace(before, day="2019-02-22")), lead, now).name == name


def test_before_its_first_shift_a_laptop_in_papua_goes_by_the_clock_of_its_regency(empty_desk: Desk) -> None:
    empty_desk.store.execute(lambda unit: unit.meta.put("regency", "91.71"))
    assert empty_desk.store.query(status).time_zone == WIT
    assert empty_desk.store.query(sync_view, NOW).time_zone == WIT
    today = TodayPageDriver(empty_desk)
    opening = today.page._view.opening if today.page._view is not None else None
    assert opening is not None
    state = unplanned(opening, empty_desk.lead, NOW.replace(hour=15, minute=30))
    assert (state.time_zone, state.day) == (WIT, "2019-02-24")


def _at(time: str) -> str:
    return f"2019-02-23T{int(time[:2]) - 7:02}:{time[3:]}:00.000Z"


def test_the_chart_has_a_bar_for_each_planned_half_hour_and_a_gap_for_the_break() -> None:
    found = bars(day_with(["09:05", "09:29", "09:30", "16:10"]), NOW)
    assert [bar.label for bar in found] == [
        "09.00", "09.30", "10.00", "10.30", "11.00", "11.30", "",
        "16.00", "16.30", "17.00", "17.30", "18.00", "18.30",
    ]  # fmt: skip
    assert [bar.value for bar in found[:3]] == [2, 1, 0]
    assert [bar.label for bar in found if bar.now] == ["17.00"]
    assert [bar.label for bar in found if bar.value is None and not bar.gap] == ["17.30", "18.00", "18.30"]


def test_whoever_is_recorded_after_hours_has_a_bar_too() -> None:
    found = bars(day_with(["19:40"], shifts=(EVENING,)), NOW)
    assert [(bar.label, bar.value) for bar in found][-1] == ("19.30", 1)


def test_the_pace_that_is_needed_spreads_the_targets_over_the_planned_half_hours() -> None:
    assert needed_pace(day_with([])) == pytest.approx(100 / 12)
    assert needed_pace(day_with([], shifts=(DayShift("b", "Shift sore", "16:00", "19:00", 0),))) is None


def test_an_incident_colours_its_half_hour_and_says_what_it_cost() -> None:
    times = [f"16:{minute:02}" for minute in range(0, 30, 3)] + ["16:31", "16:35"]
    day = day_with(times, POWER_CUT, shifts=(EVENING,))
    assert [(bar.label, bar.tone) for bar in bars(day, NOW) if bar.icon] == [("16.30", "warn")]
    assert loss_words(day, NOW) == "16.42–16.58 listrik padam: kehilangan ± 5 orang"


def test_the_pace_leaves_out_the_time_of_two_incidents_at_once_only_once() -> None:
    rain = replace(POWER_CUT, id="w", kind="weather", began_at="2019-02-23T09:50:00.000Z", ended_at=_at("17:02"))
    day = day_with([f"16:{minute:02}" for minute in range(0, 40, 4)], POWER_CUT, rain, shifts=(EVENING,))
    opened = replace(day, shift=replace(day.shift, opened_at=_at("16:00")))
    assert pace_per_hour(opened, moment(_at("17:20"))) == pytest.approx(10)


def test_an_incident_of_another_village_takes_nothing_from_the_pace_and_the_bars_of_this_one() -> None:
    elsewhere = replace(POWER_CUT, shift_id="other")
    day = day_with(["16:05", "16:31"], elsewhere, shifts=(EVENING,))
    opened = replace(day, shift=replace(day.shift, opened_at=_at("16:00")))
    assert pace_per_hour(opened, moment(_at("17:00"))) == pytest.approx(2)
    assert loss_words(opened, NOW) == ""
    assert not [bar for bar in bars(opened, NOW) if bar.icon]


def test_a_lost_network_costs_nobody() -> None:
    lost = IncidentRow("n", "network", "2019-02-23T09:42:00.000Z", "", "", "b")
    day = day_with(["16:05"], lost, shifts=(EVENING,))
    assert loss_words(day, NOW) == ""
    assert not [bar for bar in bars(day, NOW) if bar.icon]


def test_the_shifts_of_the_day_stand_beside_each_other() -> None:
    assert shift_split(day_with(["09:05", "09:10", "16:10"]), NOW) == "Pagi 2 · sore 1 sampai 17.16"


def test_at_the_largest_text_the_day_is_seen_from_its_top_and_its_digits_are_live(desk: Desk, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 150)
    today = TodayPageDriver(desk)
    frame = today.page.parentWidget().parentWidget()
    assert isinstance(frame, QScrollArea)
    qtbot.waitUntil(lambda: frame.verticalScrollBar().maximum() > 0)
    QApplication.processEvents()
    assert frame.verticalScrollBar().value() == 0
    today.digit(2)
    assert [one.title for one in today.incidents] == ["Listrik padam"]


def test_enter_goes_on_from_the_count_of_a_plan_to_the_button_that_opens(empty_desk: Desk) -> None:
    plan(empty_desk)
    today = TodayPageDriver(empty_desk)
    today.type("46")
    today.press(Qt.Key.Key_Return)
    assert today.focused_name == "opening_others"
    today.press(Qt.Key.Key_Return)
    assert today.focused_name == "open_shift"
    today.fill("site_name", "Balai RW 03")
    today.press(Qt.Key.Key_Return)
    assert today.focused_name == "opening_others"
    assert not today.is_open
