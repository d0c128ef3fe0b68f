"""Whoever saw the last word writes the next one, whatever the clocks of the two laptops say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldkit.domain.lists.targets import APPROVAL_KIND
from fieldkit.domain.lists.version import VersionState
from fieldkit.domain.missions.mission import MissionState
from fieldkit.domain.national.counts import Count, Source
from fieldkit.domain.national.status import read_status
from fieldkit.domain.privacy.data_request import DataRequestKind, DataRequestState
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.store.queries.approvals import last_approval
from fieldkit.store.queries.data_requests.requests import data_requests
from fieldkit.store.queries.lists.versions import list_versions
from fieldkit.store.queries.missions.missions import missions
from fieldkit.store.queries.national.counts import latest_counts
from fieldkit.store.queries.national.person import national_of
from fieldkit.store.queries.rules.versions import rule_values
from fieldkit.store.queries.targets.targets import target_of
from fieldkit.store.store import Store
from fieldkit.work.data_requests.requests import AskData, EndRequest, ask_data, end_request, reopen_request
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.versions import activate_version
from fieldkit.work.missions.mission import StepMission, WriteMission, step_mission, write_mission
from fieldkit.work.national.check import Told
from fieldkit.work.national.taking_in import TakeInStatuses, TypedCount, take_in_statuses, type_count
from fieldkit.work.rules.versions import WriteRule, write_rule
from fieldkit.work.targets.setting import SetTarget, set_target
from fieldkit.work.targets.signing import sign_targets
from tests.laptops import JATI, REGENCY, SATURDAY, StillClock, add_people, add_user
from tests.ruling import head_of
from tests.work.test_import_list import person

UNTIL = date(2019, 4, 11)
GUEST = "35.13"


@pytest.fixture
def planner(store: Store) -> Store:
    add_user(store, "Dewi Anggraini", "planner")
    return store


def a_day_back(clock: StillClock) -> None:
    """What follows is written by somebody who knows all this, on a laptop whose clock is right."""
    clock.pass_by(days=-1)


def test_the_target_that_was_set_last_holds(planner: Store, clock: StillClock) -> None:
    planner.execute(set_target, SetTarget(JATI, 40, UNTIL))
    a_day_back(clock)
    written = planner.execute(set_target, SetTarget(JATI, 25, UNTIL))
    held = planner.query(target_of, JATI)
    assert held is not None
    assert held.quantity == 25
    planner.execute(written.inverse.verb, written.inverse.command)
    held = planner.query(target_of, JATI)
    assert held is not None
    assert held.quantity == 40


def test_the_targets_that_were_signed_last_are_the_signed_ones(planner: Store, clock: StillClock) -> None:
    planner.execute(set_target, SetTarget(JATI, 40, UNTIL))
    signer = head_of(planner)
    with planner.acting(signer.user_id):
        planner.execute(sign_targets, signer)
    a_day_back(clock)
    planner.execute(set_target, SetTarget(JATI, 25, UNTIL))
    with planner.acting(signer.user_id):
        planner.execute(sign_targets, signer)
    signed = planner.query(last_approval, APPROVAL_KIND, REGENCY)
    assert signed is not None
    assert [each["quantity"] for each in signed.document["targets"]] == [25]


def test_a_mission_that_is_called_off_shares_nothing_any_more(planner: Store, clock: StillClock) -> None:
    terms = WriteMission("Gotong royong", GUEST, SATURDAY, SATURDAY + timedelta(2), (JATI[:8],), ("P1",))
    planner.execute(write_mission, terms)
    (mission,) = planner.query(missions, clock.now_utc())
    planner.execute(step_mission, StepMission(mission.id, MissionState.LISTS_SHARED))
    a_day_back(clock)
    planner.execute(step_mission, StepMission(mission.id, MissionState.CANCELLED, "Batal"))
    (mission,) = planner.query(missions, clock.now_utc())
    assert mission.state is MissionState.CANCELLED


def test_the_version_to_which_somebody_went_back_is_active(planner: Store, clock: StillClock) -> None:
    add_user(planner)
    rows = (person("SITI NURAINI", "3574035211879901"),)
    former = planner.execute(import_list, ImportList("Januari", SATURDAY, rows, reduced=False)).list_id
    planner.execute(import_list, ImportList("Februari", SATURDAY, rows, reduced=False, former_id=former))
    a_day_back(clock)
    planner.execute(activate_version, former)
    states = {each.list.name: each.state for each in planner.query(list_versions)}
    assert states == {"Januari": VersionState.ACTIVE, "Februari": VersionState.SUPERSEDED}


def test_a_request_about_data_stands_where_it_was_brought_last(planner: Store, clock: StillClock) -> None:
    (who,) = add_people(planner, "SITI NURAINI")
    request = planner.execute(ask_data, AskData(who, DataRequestKind.ACCESS, "SITI NURAINI"))
    planner.execute(end_request, EndRequest(request, DataRequestState.ANSWERED))
    planner.execute(reopen_request, request)
    a_day_back(clock)
    planner.execute(end_request, EndRequest(request, DataRequestState.WITHDRAWN))
    (asked,) = planner.query(data_requests, clock.now_utc())
    assert asked.state is DataRequestState.WITHDRAWN


def test_a_rule_that_was_mended_on_its_day_holds_as_it_was_mended(planner: Store, clock: StillClock) -> None:
    since = SATURDAY + timedelta(2)
    planner.execute(write_rule, WriteRule(RuleName.OFFICE, {"notice_office": "Dukcapil Salah"}, since))
    a_day_back(clock)
    planner.execute(write_rule, WriteRule(RuleName.OFFICE, {"notice_office": "Dukcapil"}, since))
    assert planner.query(rule_values, RuleName.OFFICE, since)["notice_office"] == "Dukcapil"


def test_of_one_day_the_national_word_that_was_taken_in_last_holds(planner: Store, clock: StillClock) -> None:
    (who,) = add_people(planner, "SITI NURAINI")
    day = SATURDAY - timedelta(7)
    for status in ("PRINT_READY_RECORD", "SENT_FOR_ENROLLMENT"):
        told = Told(who, JATI, str(read_status(status)), status, day.isoformat())
        planner.execute(take_in_statuses, TakeInStatuses("berkas.xlsx", day, [told], 1, {}))
        planner.execute(type_count, TypedCount(JATI, Source.LOCAL, day, Count(obligated=len(status), recorded=1)))
        a_day_back(clock)
    state = planner.query(national_of, who)
    assert state is not None
    assert state.raw == "SENT_FOR_ENROLLMENT"
    (count,) = planner.query(latest_counts)
    assert count.count.obligated == len("SENT_FOR_ENROLLMENT")
