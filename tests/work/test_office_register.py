"""The planner keeps what plans are made of: teams, sets, places, papers, permits, special days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from calendars import KANIGARAN, MAYANGAN, Calendar, calendar
from laptops import JATI, add_user

from fieldkit.domain.cards.print_right import check_place
from fieldkit.domain.errors import RuleError
from fieldkit.domain.planning.schedule import CrewRole, Skill
from fieldkit.domain.planning.site import Quality, Surroundings
from fieldkit.store.queries.planning.register import Register, register
from fieldkit.store.unit import Unit
from fieldkit.work.planning.office import (
    KeepDay,
    KeepPaper,
    KeepPermit,
    KeepSet,
    KeepSite,
    KeepTeam,
    Kept,
    keep_day,
    keep_paper,
    keep_permit,
    keep_set,
    keep_site,
    keep_team,
    put_back_kept,
)

NEW_YEAR = date(2019, 1, 1)


@pytest.fixture
def office(tmp_path: Path) -> Calendar:
    return calendar(tmp_path)


def known(office: Calendar) -> Register:
    return office.store.query(register)


def test_who_leaves_a_team_is_in_it_no_more_and_may_come_back(office: Calendar) -> None:
    crew = ((office.fitri, CrewRole.LEAD.value),)
    for members, names in ((crew, ["Fitri Handayani"]), ((), []), (crew, ["Fitri Handayani"])):
        office.store.execute(keep_team, office.team_1, KeepTeam("Tim Satu", MAYANGAN, True, members))
        team = known(office).team(office.team_1)
        assert team is not None
        assert (team.name, [member.name for member in team.members]) == ("Tim Satu", names)


def test_the_lead_of_a_team_stands_first(office: Calendar) -> None:
    crew = ((office.fitri, CrewRole.OPERATOR.value), (office.rina, CrewRole.LEAD.value))
    office.store.execute(keep_team, office.team_1, KeepTeam("Tim 1", MAYANGAN, True, crew))
    team = known(office).team(office.team_1)
    assert team is not None
    assert [member.name for member in team.members] == ["Rina Wulandari", "Fitri Handayani"]


def test_a_change_is_taken_back_with_the_people_of_the_team(office: Calendar) -> None:
    before = known(office)
    team = KeepTeam("Tim Satu", KANIGARAN, False, ((office.fitri, CrewRole.LEAD.value),))
    kept = office.store.execute(keep_team, office.team_1, team)
    assert known(office).team(office.team_1) != before.team(office.team_1)
    office.store.execute(put_back_kept, kept)
    assert known(office) == before


def test_no_two_sets_have_one_code(office: Calendar) -> None:
    with pytest.raises(RuleError):
        office.store.execute(keep_set, "", KeepSet(" p-02 ", KANIGARAN, "full", "ready"))
    same = known(office).device_set("P-02")
    assert same is not None
    office.store.execute(keep_set, same.id, KeepSet("P-02", KANIGARAN, "full", "repair", "Kamera mati"))
    changed = known(office).device_set("P-02")
    assert changed is not None
    assert (changed.district, changed.is_ready, changed.note) == (KANIGARAN, False, "Kamera mati")
    assert "P-02" not in known(office).home_of_sets()


def test_a_certificate_holds_until_its_last_day(office: Calendar) -> None:
    paper = KeepPaper(office.fitri, Skill.TRAINING, "SK 12", NEW_YEAR, date(2019, 1, 31))
    office.store.execute(keep_paper, "", paper)
    held = [known(office).holds(office.fitri, Skill.TRAINING, date(2019, 1, day)) for day in (1, 31)]
    assert held == [True, True]
    assert not known(office).holds(office.fitri, Skill.TRAINING, date(2019, 2, 1))


def test_a_district_prints_only_where_all_four_conditions_hold(office: Calendar) -> None:
    command = KeepPermit(MAYANGAN, True, True, True, False, "", NEW_YEAR, None)
    permit = office.store.execute(keep_permit, "", command).id
    assert check_place([one.permit for one in known(office).permits], NEW_YEAR)
    office.store.execute(keep_permit, permit, KeepPermit(MAYANGAN, True, True, True, True, "KEP-1", NEW_YEAR, None))
    assert check_place([one.permit for one in known(office).permits], NEW_YEAR) == ()


def test_holidays_and_the_day_of_the_vote_are_data(office: Calendar) -> None:
    office.store.execute(keep_day, "", KeepDay(date(2019, 3, 7), "holiday", "Hari Raya Nyepi"))
    for day in (date(2019, 4, 11), date(2019, 4, 17)):
        office.store.execute(keep_day, "", KeepDay(day, "vote", "Pemungutan suara"))
    assert known(office).holiday(date(2019, 3, 7)) == "Hari Raya Nyepi"
    assert known(office).vote_day == date(2019, 4, 17)


def test_a_place_keeps_what_was_found_there(office: Calendar) -> None:
    site = office.store.execute(keep_site, "", KeepSite("Balai RW 3", JATI, "hall", "Dusun Krajan")).id
    found = known(office).site(site)
    assert found is not None
    assert (found.surroundings.quality, found.hamlet) == (Quality.UNKNOWN, "Dusun Krajan")
    command = KeepSite("Balai RW 3", JATI, "hall", "", Surroundings("weak", "mains", "foot"), "Pak RT", "0812", "Kunci")
    office.store.execute(keep_site, site, command)
    found = known(office).site(site)
    assert found is not None
    assert (found.surroundings.quality, found.contact_name, found.note) == (Quality.WEAK_NETWORK, "Pak RT", "Kunci")


INCOMPLETE: list[Callable[[Unit], Kept]] = [
    lambda unit: keep_team(unit, "", KeepTeam(" ", MAYANGAN, True, ())),
    lambda unit: keep_set(unit, "", KeepSet("", MAYANGAN, "full", "ready")),
    lambda unit: keep_paper(unit, "", KeepPaper("", Skill.TRAINING, "", NEW_YEAR, None)),
    lambda unit: keep_paper(unit, "", KeepPaper("somebody", Skill.TRAINING, "", None, None)),
    lambda unit: keep_paper(unit, "", KeepPaper("somebody", Skill.TRAINING, "", NEW_YEAR, date(2018, 1, 1))),
    lambda unit: keep_permit(unit, "", KeepPermit("", True, True, True, True, "", NEW_YEAR, None)),
    lambda unit: keep_day(unit, "", KeepDay(None, "holiday", "Nyepi")),
    lambda unit: keep_site(unit, "", KeepSite("", JATI, "hall")),
]


@pytest.mark.parametrize("keep", INCOMPLETE)
def test_what_is_not_whole_is_refused(office: Calendar, keep: Callable[[Unit], Kept]) -> None:
    before = known(office)
    with pytest.raises(RuleError):
        office.store.execute(keep)
    assert known(office) == before


def test_a_lead_reads_and_does_not_write(office: Calendar) -> None:
    add_user(office.store, "Lead", "lead")
    with pytest.raises(RuleError) as refused:
        office.store.execute(keep_day, "", KeepDay(date(2019, 4, 17), "vote", "Pemungutan suara"))
    assert refused.value.problems[0].code == "not_planner"
