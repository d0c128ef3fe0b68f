"""Today from before the team leaves to the last hour: by keys alone (TL-1, TL-2, TL-3)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from desk import DAY, NEXT_VILLAGE, TIME_ZONE, VILLAGE, Desk
from layout_faults import layout_faults
from pages.today import TodayPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from test_today_page import plan, registered

from fieldkit.domain.requests.service import Step
from fieldkit.domain.shifts.incident import IncidentKind
from fieldkit.host.clock import now_ms
from fieldkit.host.power import Power
from fieldkit.records.tables import (
    CERTIFICATE,
    DEVICE_SET,
    INCIDENT,
    PLAN_STAFF,
    RESIDENT,
    SHIFT_OPENING,
    SHIFT_PLAN,
    SITE,
)
from fieldkit.store.meta import Meta
from fieldkit.store.queries.lists.listing import list_counts
from fieldkit.store.told import CLOCK_CHECK
from fieldkit.store.unit import Unit
from fieldkit.ui.formats import clock
from fieldkit.ui.shell.page import Page
from fieldkit.ui.status import StatusStrip
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.rows import RowItem, RowList
from fieldkit.work.instants import at_site
from fieldkit.work.shifts.incidents import begin_incident

ALT = Qt.KeyboardModifier.AltModifier


def planned(desk: Desk) -> str:
    """The shift of the day with all that the office knows of it, and one of the day before."""

    def verb(unit: Unit) -> str:
        unit.insert(DEVICE_SET, "35.74", code="P-02", district="35.74.03", kind="mobile", state="ready")
        place = unit.insert(
            SITE, VILLAGE, name="Kantor", village=VILLAGE, kind="hall", network="weak", power="unsteady"
        )
        unit.insert(
            CERTIFICATE,
            "35.74",
            user_id=desk.lead.id,
            kind="training",
            valid_from="2019-01-01",
            valid_until="2019-06-30",
        )
        usual: dict[str, object] = {
            "name": "Shift sore", "site_name": "Kantor Kelurahan Jati", "village": VILLAGE, "time_zone": TIME_ZONE,
            "planned_start": "16:00", "planned_end": "19:00", "set_code": "P-02", "site_id": place, "target_count": 50,
        }  # fmt: skip
        today = unit.insert(SHIFT_PLAN, VILLAGE, **{**usual, "day": DAY.isoformat()})
        before = (DAY - timedelta(days=1)).isoformat()
        unit.insert(SHIFT_PLAN, NEXT_VILLAGE, **{**usual, "day": before, "village": NEXT_VILLAGE})
        return today

    return desk.store.execute(verb)


def synced(desk: Desk, at: datetime) -> None:
    sql = "INSERT INTO sync_receipt (origin, number, chain, epoch, at_ms, signature) VALUES ('x', 1, '', 1, ?, '')"
    desk.store.write_local(lambda d: d.run(sql, int(at.timestamp() * 1000)))


def test_tl1_each_thing_is_in_order_or_has_its_way_out(empty_desk: Desk) -> None:
    planned(empty_desk)
    today = TodayPageDriver(empty_desk)
    said, words = today.readiness[0], today.readiness_words
    assert words["synced"].startswith("belum pernah · Yang direkam kemarin (sampai Jum 22 Feb 19.00) belum ada")
    assert words["set"] == "belum diuji · coba satu rekaman"
    assert words["power"] == "di tempat ini listrik sering padam"
    assert words["modem"] == "di tempat ini sinyal lemah"
    assert words["certificate"] == "s.d. 30 Jun"
    assert words["letter"] == "nomor belum ditulis"
    assert said == f"2 dari {len(words)} siap"


def test_tl1_what_was_looked_at_is_noted_by_keys_and_stands_for_everybody(empty_desk: Desk) -> None:
    planned(empty_desk)
    today = TodayPageDriver(empty_desk)
    today.press(Qt.Key.Key_P, ALT)
    for _ in range(3):
        today.press(Qt.Key.Key_Space)
        today.press(Qt.Key.Key_Tab)
    today.type("471/112")
    today.save()
    words = TodayPageDriver(empty_desk, user=empty_desk.operator).readiness_words
    assert (words["set"], words["letter"]) == ("diuji 16.05", "no. 471/112")
    assert words["power"] == words["modem"] == "dibawa · 16.05"


def test_what_was_looked_at_is_taken_back_to_what_stood_there_before(empty_desk: Desk) -> None:
    planned(empty_desk)
    today = TodayPageDriver(empty_desk)
    before = today.readiness_words
    today.press(Qt.Key.Key_P, ALT)
    today.press(Qt.Key.Key_Space)
    today.save()
    first = today.readiness_words
    assert first["set"] == "diuji 16.05"
    today.press(Qt.Key.Key_P, ALT)
    today.press(Qt.Key.Key_Space)
    today.save()
    assert today.readiness_words == before
    today.undo()
    assert today.readiness_words == first
    assert "Pemeriksaan kembali seperti sebelumnya" in today.toasts[-1]


@pytest.mark.parametrize(("hour", "lacks"), [(11, True), (13, False)])
def test_tl1_a_laptop_that_left_without_yesterdays_list_is_told_so(desk: Desk, hour: int, lacks: bool) -> None:
    planned(desk)
    synced(desk, datetime(2019, 2, 22, hour, tzinfo=UTC))
    today = TodayPageDriver(desk)
    assert ("tanpa daftar kemarin" in today.warning) is lacks


def test_tl1_whoever_of_the_crew_has_no_certificate_is_named(empty_desk: Desk) -> None:
    crew = {"plan_id": planned(empty_desk), "role": "operator"}
    for user in (empty_desk.lead, empty_desk.operator):
        empty_desk.store.execute(lambda unit, user=user: unit.insert(PLAN_STAFF, "35.74", user_id=user.id, **crew))
    words = TodayPageDriver(empty_desk).readiness_words
    assert words["certificate"] == "Agus Prasetyo belum dicatat · hubungi kantor"


@pytest.mark.parametrize(
    ("offset_ms", "says"),
    [
        (-3 * 86_400_000, "maju 3 hari · betulkan jam laptop dulu"),
        (2 * 3_600_000, "mundur 2 jam · betulkan jam laptop dulu"),
    ],
)
def test_a_clock_that_is_wrong_is_said_before_the_team_leaves(empty_desk: Desk, offset_ms: int, says: str) -> None:
    assert "clock" not in TodayPageDriver(empty_desk).readiness_words
    here_ms = now_ms(empty_desk.store.clock)
    empty_desk.store.write_local(lambda database: Meta(database).put(CLOCK_CHECK, f"{offset_ms} {here_ms}"))
    assert TodayPageDriver(empty_desk).readiness_words["clock"] == says


def test_a_clock_that_stands_before_the_last_record_is_said_without_any_contact(empty_desk: Desk) -> None:
    empty_desk.clock.pass_minutes(180)
    planned(empty_desk)
    assert "clock" not in TodayPageDriver(empty_desk).readiness_words
    empty_desk.clock.pass_minutes(-180)
    told = TodayPageDriver(empty_desk).readiness_words["clock"]
    assert told == "mundur 3 jam dari catatan · cocokkan jam dulu"


def test_a_backup_is_made_from_its_line(empty_desk: Desk) -> None:
    today = TodayPageDriver(empty_desk)
    assert today.readiness_words["backup"] == "belum ada"
    today.press_row(today.page.opening.readiness.list, "Cadangan data")
    assert "Cadangan dibuat" in today.toasts[-1]
    assert list(empty_desk.folders.backups.glob("*.fkb"))


def test_a_counter_session_is_opened_without_a_plan_and_the_list_shrinks_there_too(empty_desk: Desk) -> None:
    plan(empty_desk)
    today = TodayPageDriver(empty_desk)
    today.pick_plan(2)
    assert today.page.opening.fields.read().name == "Loket"
    today.fill("blanks", "0")
    today.fill("site_name", "Kantor Kec. Mayangan")
    today.save()
    assert today.is_open
    kind = empty_desk.store.query(lambda d: d.value("SELECT kind FROM shift_opening WHERE plan_id IS NULL"))
    assert kind == "counter"
    elsewhere = empty_desk.residents["SLAMET RIYADI"]
    empty_desk.store.execute(lambda unit: unit.update(RESIDENT, elsewhere, village=NEXT_VILLAGE))
    before = empty_desk.store.query(list_counts, NEXT_VILLAGE)
    registered(empty_desk, "SLAMET RIYADI", Step.RECORDED)
    after = empty_desk.store.query(list_counts, NEXT_VILLAGE)
    assert (before.left, after.left) == (1, 0)


def test_tl2_who_comes_late_is_noted_and_who_leaves_and_each_is_taken_back(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.press(Qt.Key.Key_H)
    people = today.page.day_drawers.sessions.people
    assert today.present == [("Rina Wulandari", "Pulang"), ("Agus Prasetyo", "Hadir")]
    today.press_row(people, "Agus Prasetyo")
    assert today.present == [("Rina Wulandari", "Pulang"), ("Agus Prasetyo", "Pulang")]
    desk.clock.pass_minutes(30)
    today.press_row(people, "Agus Prasetyo")
    assert today.present[1] == ("Agus Prasetyo", "Hadir lagi")
    assert today.page.day.team.words() == "1 hadir · 1 sudah pulang; di luar jadwal"
    today.undo()
    assert today.present[1] == ("Agus Prasetyo", "Pulang")


def test_a_shift_opened_by_mistake_is_taken_back_by_the_key_of_the_toast_and_in_the_drawer(empty_desk: Desk) -> None:
    plan(empty_desk)
    today = TodayPageDriver(empty_desk)
    today.type("46")
    today.save()
    assert today.is_open
    today.undo()
    assert not today.is_open
    assert today.toasts[-1].startswith("Shift batal dibuka. Blangko yang dibawa tercatat kembali.")
    today.type("40")
    today.save()
    assert today.is_open
    today.press(Qt.Key.Key_H)
    sessions = today.page.day_drawers.sessions.sessions
    [session] = sessions.items()
    assert session.action == "Batal buka"
    today.press_row(sessions, session.title)
    assert not today.is_open


def test_a_shift_in_which_somebody_stands_is_closed_and_not_taken_back(empty_desk: Desk) -> None:
    plan(empty_desk)
    today = TodayPageDriver(empty_desk)
    today.type("46")
    today.save()
    empty_desk.clock.pass_minutes(1)
    empty_desk.store.execute(begin_incident, IncidentKind.POWER)
    today.undo()
    assert today.is_open
    assert "Di shift ini sudah ada kendala, jadi pembukaannya tetap." in today.toasts[-1]
    today.press(Qt.Key.Key_H)
    assert [one.action for one in today.page.day_drawers.sessions.sessions.items()] == [None]


def test_tl2_somebody_who_does_not_sign_in_comes_by_name(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.press(Qt.Key.Key_H)
    today.page.day_drawers.sessions.name.focus_answer()
    today.press(Qt.Key.Key_Return)
    assert "Siapa yang datang" in today.page.day_drawers.sessions.name.finding_text()
    today.type("Bu Endah")
    today.save()
    assert ("Bu Endah", "Pulang") in today.present
    assert today.page.day_drawers.sessions.name.value() == ""
    today.undo()
    assert ("Bu Endah", "Pulang") not in today.present


def test_tl2_a_session_is_held_against_its_plan(empty_desk: Desk) -> None:
    plan_id = plan(empty_desk)
    empty_desk.clock.pass_minutes(20)
    empty_desk.open_shift(plan_id=plan_id, site_name="Balai RW 05")
    today = TodayPageDriver(empty_desk)
    assert today.page.day.team.words() == "1 hadir; terlambat 25 mnt, pindah tempat"
    empty_desk.clock.pass_minutes(60 * 3)
    again = TodayPageDriver(empty_desk)
    assert again.page.day.team.words().endswith("lewat jam 25 mnt")


def test_tl3_people_are_called_back_one_by_one_until_nobody_is_left(desk: Desk) -> None:
    registered(desk, "SUMIATI", Step.FAILED_EQUIPMENT, "085712345204")
    registered(desk, "DWI ASTUTIK", Step.LEFT_QUEUE, "")
    today = TodayPageDriver(desk)
    calls = today.page.day.call_backs.list
    today.press_row(calls, "SUMIATI")
    assert [one.action for one in today.call_backs] == ["Sudah", "Hubungi"]
    today.press_row(calls, "SUMIATI")
    assert [one.title for one in today.call_backs] == ["DWI ASTUTIK"]
    today.undo()
    assert [one.title for one in today.call_backs] == ["SUMIATI", "DWI ASTUTIK"]


def test_tl3_what_an_incident_did_to_people_is_told_after_it_ended(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    today.digit(2)
    desk.clock.pass_minutes(16)
    today.digit(2)
    today.press_row(today.page.day.incidents.list, "Listrik padam")
    today.type("4")
    today.press(Qt.Key.Key_Tab)
    today.type("UPS menahan laptop")
    today.save()
    assert today.incidents[0].second == "16 mnt · 4 orang dipulangkan; UPS menahan laptop"
    today.undo()
    assert today.incidents[0].second == "16 mnt"


def test_the_power_is_warned_of_before_it_ends_with_what_to_do(desk: Desk) -> None:
    desk.computer.battery = Power(64, 110, plugged=False)
    today = TodayPageDriver(desk, ("close_shift", lambda _context: Page()))
    assert today.warning == ""
    desk.computer.battery = Power(31, 40, plugged=False)
    today.page.refresh()
    assert today.warning.startswith("Baterai laptop 31 % · ± 0 j 40 m. Colokkan, atau nyalakan genset.")
    desk.computer.battery = Power(9, 12, plugged=False)
    today.page.refresh()
    assert "Simpan isian sekarang" in today.warning
    today.page.day.warning.button.setFocus()
    today.press(Qt.Key.Key_Space)
    assert today.window.current_name == "close_shift"


def test_a_plug_takes_the_warning_away_and_a_full_disk_has_its_own(desk: Desk) -> None:
    desk.computer.battery, desk.computer.free = Power(9, 12, plugged=False), 250 * 10**6
    today = TodayPageDriver(desk)
    assert today.warning.startswith("Baterai laptop 9 %")
    desk.computer.battery = Power(9, None, plugged=True)
    today.page.refresh()
    assert today.warning.startswith("Disk laptop sisa 250 MB")
    desk.computer.free = 50 * 10**9
    today.page.refresh()
    assert today.warning == ""


def test_the_curve_says_where_the_day_is_heading(desk: Desk) -> None:
    for name in ("SUMIATI", "DWI ASTUTIK", "BUDI HARTONO"):
        registered(desk, name, Step.RECORDED)
    desk.clock.pass_minutes(30)
    today = TodayPageDriver(desk)
    charts = today.page.day.charts
    said = charts.curve.accessibleDescription()
    assert said.startswith(charts.sentence.full_text())
    assert "Laju kini: ±" in said
    figures = dict(part.split(": ", 1) for part in said.split("; ")[1:])
    assert list(figures) == ["terekam", "laju kini", "perlu 42,8/jam"]
    assert figures["terekam"].endswith(f"{clock(at_site(desk.clock.now_utc(), TIME_ZONE))} 3")
    assert figures["perlu 42,8/jam"].endswith("19.00 100")


def test_the_week_is_seen_at_a_glance(desk: Desk) -> None:
    registered(desk, "SUMIATI", Step.RECORDED)
    plan(desk)
    today = TodayPageDriver(desk)
    today.press(Qt.Key.Key_H)
    week = today.page.day_drawers.sessions.week.days()
    assert len(week) == 7
    [saturday] = [day for day in week if day.is_today]
    assert (saturday.label, saturday.value, saturday.target) == ("Sab 23", 1, 150)
    assert week[-1].value is None


def test_who_may_not_write_reads_the_sessions_and_is_offered_nothing(desk: Desk) -> None:
    today = TodayPageDriver(desk, user=desk.operator)
    today.press(Qt.Key.Key_H)
    assert today.present == [("Rina Wulandari", None)]
    assert not today.page.day_drawers.sessions.name.isVisible()


def test_esc_leaves_each_drawer_and_the_digits_are_live_again(desk: Desk) -> None:
    today = TodayPageDriver(desk)
    for key, held in ((Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_P, ALT)):
        today.press(key, held)
        assert today.page.day_drawers.is_open()
        today.press(Qt.Key.Key_Escape)
        assert not today.page.day_drawers.is_open()
    today.digit(2)
    assert [one.title for one in today.incidents] == ["Listrik padam"]


def test_a_digit_leaves_the_incident_of_another_table_alone_and_its_row_has_no_button(desk: Desk) -> None:
    def elsewhere(unit: Unit) -> None:
        hours = {"planned_start": "16:00", "planned_end": "19:00", "time_zone": TIME_ZONE, "lead_id": unit.user}
        place = {"day": DAY.isoformat(), "name": "Shift sore", "site_name": "Balai", "village": NEXT_VILLAGE}
        shift = unit.insert(SHIFT_OPENING, NEXT_VILLAGE, **place, **hours, at="2019-02-23T09:00:00.000Z")
        at = "2019-02-23T09:01:00.000Z"
        unit.insert(INCIDENT, NEXT_VILLAGE, shift_id=shift, kind=IncidentKind.POWER, began_at=at, at=at)

    desk.store.execute(elsewhere)
    today = TodayPageDriver(desk)
    assert [one.action for one in today.incidents] == [None]
    today.digit(2)
    assert sorted(str(one.action) for one in today.incidents) == ["None", "Selesai"]


def test_a_shift_that_was_not_closed_is_warned_of_on_the_next_day_with_the_way_to_close_it(desk: Desk) -> None:
    desk.clock.pass_minutes(5 * 60)
    assert TodayPageDriver(desk).page.day.warning.shown() is None
    desk.clock.pass_minutes(12 * 60)
    warning = TodayPageDriver(desk).page.day.warning.shown()
    assert warning is not None
    assert (warning.title, warning.name) == ("Shift Sab 23 Feb masih terbuka", "close_shift")


def test_a_battery_that_ends_asks_for_a_backup_while_people_wait_because_no_shift_closes_then(desk: Desk) -> None:
    desk.computer.battery = Power(9, 12, plugged=False)
    registered(desk, "SUMIATI")
    warning = TodayPageDriver(desk).page.day.warning.shown()
    assert warning is not None
    assert warning.name == "backup"
    assert "1 orang di antrean aman" in warning.text
    desk.computer.battery = Power(31, 40, plugged=False)
    little = TodayPageDriver(desk).page.day.warning.shown()
    assert little is not None
    assert "utup shift" not in warning.text + little.text


def test_a_warning_leaves_room_for_everything(desk: Desk) -> None:
    desk.computer.battery = Power(9, 12, plugged=False)
    for kind in (IncidentKind.NETWORK, IncidentKind.POWER):
        desk.store.execute(begin_incident, kind)
    today = TodayPageDriver(desk)
    assert today.page.height() <= 690 - look().px(look().scale.header + look().scale.strip)
    assert today.page.day.warning.isVisible()
    today.window.resize(1366, 690)
    for _ in range(4):
        QApplication.processEvents()
    assert layout_faults(today.window) == []


def test_of_very_many_to_call_the_first_are_shown_and_the_rest_are_counted(desk: Desk) -> None:
    for number in range(43):
        name = f"WARGA {number}"
        values = {"name": name, "sex": "female", "village": VILLAGE}
        desk.residents[name] = desk.store.execute(lambda unit, given=values: unit.insert(RESIDENT, VILLAGE, **given))
        registered(desk, name, Step.FAILED_EQUIPMENT)
    rows = TodayPageDriver(desk).call_backs
    assert (len(rows), rows[-1].title, rows[-1].action) == (41, "3 orang lagi", None)


def test_who_was_sent_home_can_be_called_after_the_closing_too(desk: Desk) -> None:
    registered(desk, "SUMIATI", Step.LEFT_QUEUE)
    desk.store.write_local(lambda d: d.run("UPDATE meta SET value = '' WHERE key = 'current_shift'"))
    desk.clock.pass_minutes(24 * 60)
    today = TodayPageDriver(desk)
    calling = today.page.opening.call_backs
    assert calling.isVisible()
    assert today.page.height() <= 690 - look().px(look().scale.header + look().scale.strip)
    assert [one.second for one in calling.list.items()] == ["0812 •••• 117 · pulang dulu, Sab 23 Feb 16.08"]
    today.press_row(calling.list, "SUMIATI")
    today.press_row(calling.list, "SUMIATI")
    assert calling.list.items() == []
    assert not calling.isVisible()


def test_before_the_opening_the_way_to_blanks_is_the_field_of_those_taken_along(empty_desk: Desk) -> None:
    plan(empty_desk)
    today = TodayPageDriver(empty_desk)
    today.page.opening.fields.site.focus_answer()
    today.press_row(today.page.opening.readiness.list, "Blangko di tangan")
    assert today.focused_name == "opening_blanks"


def test_leads_of_different_length_end_in_one_line(desk: Desk) -> None:
    rows = RowList([RowItem("a", "Listrik padam", lead="16.42 – 16.58"), RowItem("b", "2 orang", lead="Luar jam")])
    window = TodayPageDriver(desk).page
    window.add(rows)
    rows.show()
    titles = [label for label in rows.findChildren(Label) if label.text() in ("Listrik padam", "2 orang")]
    assert len({label.mapTo(rows, label.rect().topLeft()).x() for label in titles}) == 1


def test_the_strip_warns_of_power_and_disk_on_every_page(desk: Desk) -> None:
    desk.computer.battery, desk.computer.free = Power(31, 40, plugged=False), 900 * 10**6
    window = TodayPageDriver(desk).window
    strip = StatusStrip(window, desk.context(window, desk.lead))
    battery, disk = (window.strip.segments[name].segment for name in ("battery", "disk"))
    assert (battery.text, battery.tone) == ("31 % · ± 0 j 40 m", "warn")
    assert "tutup shift" in battery.tip
    assert (disk.text, disk.tone) == ("Disk sisa 900 MB", "warn")
    desk.computer.battery = Power(11, 16, plugged=False)
    strip.refresh()
    assert window.strip.segments["battery"].segment.text.startswith("11 %")
    desk.computer.battery, desk.computer.free = Power(80, None, plugged=True), None
    strip.look_at_computer()
    assert (window.strip.segments["battery"].segment.tone, window.strip.segments["disk"].segment.text) == ("", "")
