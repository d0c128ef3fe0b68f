"""The drawer Tim & alat: teams, papers, sets, permits, places and special days, kept by keys alone."""

from __future__ import annotations

from datetime import date

import pytest
from desk import Desk
from pages.schedule import CTRL, Key, SchedulePageDriver

from fieldkit.domain.planning.site import Surroundings
from fieldkit.store.queries.planning.register import Register, register


@pytest.fixture
def office(empty_desk: Desk) -> SchedulePageDriver:
    """The page of the planner, with the drawer open."""
    made = SchedulePageDriver(empty_desk)
    made.open()
    made.press(Key.Key_T)
    return made


def known(office: SchedulePageDriver) -> Register:
    return office.desk.store.query(register)


def test_teams_come_first_with_their_people(office: SchedulePageDriver) -> None:
    assert office.gear == [
        "Tim 1, Kec. Mayangan · Rina Wulandari",
        "Tim 2, Kec. Wonoasih · Fitri Handayani",
    ]


def test_a_team_is_founded_and_its_people_are_ticked(office: SchedulePageDriver) -> None:
    office.press(Key.Key_N, CTRL)
    office.fill("team", "name", "Tim 3")
    office.choose("team", "district", "Kanigaran")
    office.choose_more("Fitri Handayani")
    office.save()
    assert [(team.name, team.district, [one.name for one in team.members]) for team in known(office).teams][-1] == (
        "Tim 3",
        "35.74.04",
        ["Fitri Handayani"],
    )
    assert office.gear[-1] == "Tim 3, Kec. Kanigaran · Fitri Handayani"


def test_a_certificate_is_added_and_one_that_ran_out_is_marked(office: SchedulePageDriver) -> None:
    office.press(Key.Key_2)
    office.add("paper", user="Fitri Handayani", kind="2", letter="SK 9", valid_from="1-1-2018", valid_until="1-2-2019")
    assert known(office).holds(office.office.fitri, "training", date(2019, 2, 1))
    assert not known(office).holds(office.office.fitri, "training", date(2019, 2, 2))
    assert any("Pelatihan cetak · SK 9" in row for row in office.gear)
    assert "Lewat" in office.badges


def test_what_is_not_whole_is_said_beside_the_field_and_kept(office: SchedulePageDriver) -> None:
    office.press(Key.Key_3)
    office.add("set", code="p-02")
    assert office.field("set", "district").finding_text() == "Bagian ini belum diisi."
    office.choose("set", "district", "Kedopok")
    office.save()
    assert office.field("set", "code").finding_text() == "Kode P-02 sudah dipakai alat lain."
    office.fill("set", "code", "p-11")
    office.save()
    added = known(office).device_set("P-11")
    assert added is not None
    assert added.is_ready


def test_a_district_may_print_only_with_all_four_conditions(office: SchedulePageDriver) -> None:
    office.press(Key.Key_4)
    assert office.gear == []
    office.press(Key.Key_N, CTRL)
    office.choose("permit", "district", "Mayangan")
    for name in ("funds", "network", "equipment"):
        office.tick(f"permit_{name}")
    office.fill("permit", "valid_from", "1-1-2019")
    office.save()
    assert "kurang: petugas" in office.gear[0]
    assert office.badges == ["Belum boleh"]
    office.press_button("Ubah: Kec. Mayangan")
    office.tick("permit_staff")
    office.save()
    assert office.badges == ["Boleh cetak"]


def test_a_place_is_recorded_and_then_changed(office: SchedulePageDriver) -> None:
    office.press(Key.Key_5)
    office.add(
        "site",
        name="SP4",
        village="Kel. Jati",
        kind="Permukiman",
        hamlet="SP4",
        network="2",
        power="3",
        access="1",
        contact="Pak Dusun",
    )
    site = next(one for one in known(office).sites if one.name == "SP4")
    assert site.surroundings == Surroundings("weak", "generator", "car")
    assert (site.hamlet, site.contact_name) == ("SP4", "Pak Dusun")
    office.press_button("Ubah: SP4")
    office.fill("site", "contact", "Bu Dusun")
    office.save()
    assert [one.contact_name for one in known(office).sites if one.name == "SP4"] == ["Bu Dusun"]
    office.undo()
    assert [one.contact_name for one in known(office).sites if one.name == "SP4"] == ["Pak Dusun"]


def test_the_day_of_the_vote_is_data(office: SchedulePageDriver) -> None:
    office.press(Key.Key_6)
    office.add("day", day="17-4-2019", kind="3", name="Pemungutan suara")
    assert known(office).vote_day == date(2019, 4, 17)
    assert office.gear == ["Pemungutan suara, Rab 17 Apr 2019 · Pemungutan suara"]


def test_half_typed_is_kept_and_esc_goes_one_step_at_a_time(office: SchedulePageDriver) -> None:
    office.press(Key.Key_N, CTRL)
    office.fill("team", "name", "Tim 9")
    office.press(Key.Key_Escape)
    assert office.page.gear.is_open()
    office.press(Key.Key_N, CTRL)
    assert office.field("team", "name").value() == "Tim 9"  # type: ignore[attr-defined]
    office.press(Key.Key_Escape)
    office.press(Key.Key_Escape)
    assert not office.page.gear.is_open()


def test_a_lead_reads_and_changes_nothing(empty_desk: Desk) -> None:
    lead = SchedulePageDriver(empty_desk, user=empty_desk.lead)
    lead.open()
    lead.press(Key.Key_T)
    assert len(lead.gear) == 2
    lead.press(Key.Key_N, CTRL)
    assert lead.page.gear.form is None
    assert not lead.page.gear.panel.add_button.isVisible()


def test_an_operator_has_no_drawer_of_teams_and_papers(empty_desk: Desk) -> None:
    operator = SchedulePageDriver(empty_desk, user=empty_desk.operator)
    operator.open()
    operator.press(Key.Key_T)
    assert not operator.page.gear.is_open()
    assert not operator.page.side.gear.isVisible()
