"""Whoever saw the last word writes the next one, whatever the clocks of the two laptops say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldkit.domain.lists.proposal import OfficeDecision, ProposalKind
from fieldkit.domain.lists.targets import APPROVAL_KIND
from fieldkit.domain.lists.version import VersionState
from fieldkit.domain.missions.mission import MissionState
from fieldkit.domain.national.counts import Count, Source
from fieldkit.domain.national.status import read_status
from fieldkit.domain.privacy.data_request import DataRequestKind, DataRequestState
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.stock.lots import LotState
from fieldkit.domain.stock.movements import Product
from fieldkit.domain.visits.plan import StopPlace
from fieldkit.domain.visits.visit import NextStep, VisitOutcome
from fieldkit.store.queries.approvals import last_approval
from fieldkit.store.queries.data_requests.requests import data_requests
from fieldkit.store.queries.lists.proposals import person_proposals
from fieldkit.store.queries.lists.versions import list_versions
from fieldkit.store.queries.missions.missions import missions
from fieldkit.store.queries.national.counts import latest_counts
from fieldkit.store.queries.national.person import national_of
from fieldkit.store.queries.rules.versions import rule_values
from fieldkit.store.queries.stock.lots import lot_by_id
from fieldkit.store.queries.targets.targets import target_of
from fieldkit.store.queries.today.attendance import present_in
from fieldkit.store.queries.visits.requests import open_requests
from fieldkit.store.store import Store
from fieldkit.work.data_requests.requests import AskData, EndRequest, ask_data, end_request, reopen_request
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.proposals import Decide, Propose, decide, propose
from fieldkit.work.lists.versions import activate_version
from fieldkit.work.missions.mission import StepMission, WriteMission, step_mission, write_mission
from fieldkit.work.national.check import Told
from fieldkit.work.national.taking_in import TakeInStatuses, TypedCount, take_in_statuses, type_count
from fieldkit.work.rules.versions import WriteRule, write_rule
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.presence import arrive, come_back, leave_early, was_not_there
from fieldkit.work.stock.booking import undo_movement
from fieldkit.work.stock.lots import RequestLot, StepLot, request_lot, step_lot, take_back_step
from fieldkit.work.targets.setting import SetTarget, set_target
from fieldkit.work.targets.signing import sign_targets
from fieldkit.work.visits.attempts import LogVisit, log_visit
from fieldkit.work.visits.requests import AskVisit, ask_visit, withdraw_visit
from fieldkit.work.visits.route import AddStop, StopDetails, add_stop, take_off
from tests.laptops import JATI, REGENCY, SATURDAY, StillClock, add_people, add_user, opened
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


def test_who_goes_home_after_the_clock_was_put_right_was_there_and_is_gone(store: Store, clock: StillClock) -> None:
    """The list of who was there is signed, and daily allowances are paid by it."""
    shift = opened(store)
    late = store.execute(arrive, Attendant("Yuni Rahmawati", "operator"))
    a_day_back(clock)
    gone = store.execute(leave_early, late)
    assert [(one.name, one.is_here) for one in store.query(present_in, shift)][-1] == ("Yuni Rahmawati", False)
    store.execute(come_back, gone)
    assert [(one.name, one.is_here) for one in store.query(present_in, shift)][-1] == ("Yuni Rahmawati", True)


def test_an_arrival_is_taken_back_also_after_the_clock_was_put_right(store: Store, clock: StillClock) -> None:
    shift = opened(store)
    late = store.execute(arrive, Attendant("Yuni Rahmawati", "operator"))
    a_day_back(clock)
    store.execute(was_not_there, late)
    assert "Yuni Rahmawati" not in {one.name for one in store.query(present_in, shift)}
    store.execute(arrive, Attendant("Yuni Rahmawati", "operator"))
    assert "Yuni Rahmawati" in {one.name for one in store.query(present_in, shift)}


def test_the_last_word_of_the_office_on_a_proposal_is_the_one_that_was_said_last(
    planner: Store, clock: StillClock
) -> None:
    (who,) = add_people(planner, "SITI NURAINI")
    proposal = planner.execute(propose, Propose(who, ProposalKind.AWAY))
    for decision in (OfficeDecision.APPROVED, OfficeDecision.REOPENED, OfficeDecision.APPROVED):
        planner.execute(decide, Decide((proposal,), decision))
        assert [each.decision for each in planner.query(person_proposals, who)] == [decision]
        a_day_back(clock)


def test_a_visit_that_is_withdrawn_and_asked_for_again_stands_as_it_was_said_last(
    store: Store, clock: StillClock
) -> None:
    (who,) = add_people(store, "SITI NURAINI")
    for _ in range(2):
        request = store.execute(ask_visit, AskVisit(who, "Pak RT"))
        assert [each.id for each in store.query(open_requests)] == [request]
        a_day_back(clock)
        store.execute(withdraw_visit, request)
        assert store.query(open_requests) == []
        a_day_back(clock)


def test_of_two_visits_the_later_one_tells_how_it_stands(store: Store, clock: StillClock) -> None:
    (who,) = add_people(store, "SITI NURAINI")
    store.execute(ask_visit, AskVisit(who, "Pak RT"))
    states = []
    for outcome, next_step in (
        (VisitOutcome.NOT_HOME, NextStep.COME_AGAIN),
        (VisitOutcome.MOVED, NextStep.OFFICE_DECIDES),
    ):
        a_day_back(clock)
        store.execute(log_visit, LogVisit(who, outcome, next_step))
        states.append(store.query(lambda d: d.value("SELECT state FROM resident_state WHERE resident_id = ?", who)))
    assert states == ["visit_failed", "moved_reported"]


def test_who_is_taken_off_the_route_is_off_it(store: Store, clock: StillClock) -> None:
    (who,) = add_people(store, "SITI NURAINI")
    request = store.execute(ask_visit, AskVisit(who, "Pak RT"))
    store.execute(add_stop, AddStop(SATURDAY, (request,), StopDetails(StopPlace.HOME)))
    a_day_back(clock)
    store.execute(take_off, request)
    assert [each.stop_id for each in store.query(open_requests)] == [""]


def test_what_became_of_a_lot_is_taken_back_in_the_order_of_what_happened(store: Store, clock: StillClock) -> None:
    add_user(store, "Dewi Kartika", "keeper")
    lot = store.execute(request_lot, RequestLot(Product.BLANK, "Provinsi", 500))
    a_day_back(clock)
    sent = StepLot(lot, LotState.IN_TRANSIT, 300, "Surabaya")
    store.execute(step_lot, sent)
    a_day_back(clock)
    movement = store.execute(step_lot, StepLot(lot, LotState.RECEIVED, 300, "Surabaya"))
    assert movement is not None
    a_day_back(clock)
    store.execute(undo_movement, movement)
    found = store.query(lot_by_id, lot)
    assert found is not None
    assert (found.count.received, found.count.on_the_way) == (0, {"Surabaya": 300})
    store.execute(take_back_step, sent)
    found = store.query(lot_by_id, lot)
    assert found is not None
    assert (found.count.received, found.count.on_the_way, found.count.open) == (0, {}, 500)
