"""Story PL-3 in one go: an office that has nothing yet draws its first week, by keys alone."""

from __future__ import annotations

from datetime import date, time

from desk import Desk
from pages.schedule import ALT, CTRL, Key, SchedulePageDriver

from fieldkit.domain.planning.schedule import PlanState
from fieldkit.store.queries.planning.schedule import schedule
from fieldkit.store.queries.shifts import planned_shifts

SATURDAY = date(2019, 2, 23)


def test_pl3_a_planner_draws_weekends_and_holidays_with_who_is_trained_and_which_set(empty_desk: Desk) -> None:
    office = SchedulePageDriver(empty_desk, is_furnished=False)
    office.open()
    prepare(office)
    plan_saturday(office)
    send_out_the_last_set(office)
    office.save()
    found = empty_desk.store.query(schedule, SATURDAY, SATURDAY)
    assert [(plan.state, plan.start, plan.end, plan.set_code) for plan in found.plans] == [
        (PlanState.PUBLISHED, time(8), time(20), "P-01"),
        (PlanState.PUBLISHED, time(9), time(12), "P-02"),
    ]
    assert [plan.override_reason for plan in found.plans] == ["", "Dua titik ramai, disetujui kepala bidang"]
    assert len(empty_desk.store.query(planned_shifts, SATURDAY.isoformat())) == 2


def prepare(office: SchedulePageDriver) -> None:
    """Teams, certificates, sets and the place, from the drawer; the Saturday is a holiday."""
    office.press(Key.Key_T)
    for name, who in (("Tim 1", "Rina Wulandari"), ("Tim 2", "Fitri Handayani")):
        office.press(Key.Key_N, CTRL)
        office.fill("team", "name", name)
        office.choose("team", "district", "Mayangan")
        office.choose_more(who)
        office.save()
    office.press(Key.Key_2)
    for who in ("Rina Wulandari", "Fitri Handayani"):
        office.add("paper", user=who, kind="1", letter="893/41", valid_from="1-3-2018")
    office.press(Key.Key_3)
    for code in ("P-01", "P-02"):
        office.add("set", code=code, district="Mayangan", kind="1")
    office.press(Key.Key_5)
    answers = {"kind": "Kantor kelurahan/desa", "network": "1", "power": "1", "access": "1"}
    office.add("site", name="Kantor Kelurahan Jati", village="Kel. Jati", **answers)
    office.press(Key.Key_6)
    office.add("day", day="23-2-2019", kind="1", name="Hari jadi kota")
    office.press(Key.Key_Escape)


def plan_saturday(office: SchedulePageDriver) -> None:
    """A holiday on a weekend, from morning to eight in the evening (A7)."""
    office.blocks.go_to_cell((0, 5))
    office.press(Key.Key_Return)
    office.fill("plan", "start", "8.00")
    office.fill("plan", "end", "20.00")
    office.choose("plan", "village", "Kel. Jati")
    office.choose("plan", "set", "P-01")
    office.save()
    assert office.cells == {(0, 5): [("08–20", "Jati")]}


def send_out_the_last_set(office: SchedulePageDriver) -> None:
    """The other team on Friday, moved to Saturday: refused, and allowed with a reason (A6)."""
    office.blocks.go_to_cell((1, 4))
    office.press(Key.Key_N, CTRL)
    office.choose("plan", "village", "Kel. Jati")
    office.choose("plan", "set", "P-02")
    office.save()
    office.blocks.setFocus()
    office.press(Key.Key_Right, ALT)
    assert office.toasts[-1].startswith("Tidak dipindah. Semua alat kecamatan ini keluar sekaligus")
    office.press(Key.Key_Return)
    office.press(Key.Key_1)
    office.fill("plan", "day", "23-2-2019")
    office.save()
    office.fill("plan", "reason", "Dua titik ramai, disetujui kepala bidang")
    office.save()
    assert office.feet[5] == ("0 dari 1", "warn")
