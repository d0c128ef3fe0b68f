"""Home visits at work: asked for, put on a route, tried, taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldkit.domain.cards.card import Placing
from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lists.proposal import EvidenceKind, OfficeDecision, ProposalKind
from fieldkit.domain.requests.service import Reason, RecordedBefore, RequestState, Step
from fieldkit.domain.visits.plan import Access, StopPlace, VisitNeed
from fieldkit.domain.visits.visit import UNDONE, NextStep, VisitOutcome
from fieldkit.records.tables import CARD_PLACE, RESIDENT, TEAM, TEAM_MEMBER, VISIT_NEED
from fieldkit.store.queries.closing.figures import visits_by_outcome
from fieldkit.store.queries.lists.proposals import person_proposals
from fieldkit.store.queries.shifts import CURRENT_SHIFT, current_shift
from fieldkit.store.queries.table.registration import person
from fieldkit.store.queries.visits.needs import needs_seen_by
from fieldkit.store.queries.visits.route import Route, route
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.cards.printing import print_card
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.instants import instant
from fieldkit.work.lists.proposals import Decide, Propose, decide, propose
from fieldkit.work.planning.crew import put_members
from fieldkit.work.table.looks import Seen, note_export, note_needs_seen
from fieldkit.work.table.outcomes import note_step, undo_step
from fieldkit.work.table.same_person import link_same_person
from fieldkit.work.visits.attempts import LogVisit, log_visit, undo_visit
from fieldkit.work.visits.requests import AskVisit, ask_visit, withdraw_visit
from fieldkit.work.visits.route import (
    AddStop,
    ChangeStop,
    PlaceVisit,
    StopDetails,
    add_stop,
    cancel_stop,
    change_stop,
    order_route,
    place_visit,
    reopen_stop,
    take_off,
)
from tests.laptops import (
    JATI,
    REGENCY,
    SATURDAY,
    StillClock,
    add_people,
    add_user,
    form,
    handed_over,
    let_print,
    opened,
    registered,
    signing_lead,
)

NAMES = ("MUSRIFAH", "KASTURI", "PAINEM")
HOUSE = StopDetails(StopPlace.NEIGHBOUR, "Bu Dewi", "Gang Melati 3", "03", "05", Access.ON_FOOT, led_by=None)


@pytest.fixture
def people(store: Store) -> list[str]:
    return add_people(store, *NAMES)


def asked(store: Store, resident: str, need: VisitNeed | None = None) -> str:
    assert isinstance(store.clock, StillClock)
    store.clock.pass_by(seconds=1)
    return store.execute(ask_visit, AskVisit(resident, "Pak RT", need=need))


def on_route(store: Store, *requests: str, free: int | None = None, details: StopDetails = HOUSE) -> str:
    return store.execute(add_stop, AddStop(SATURDAY, requests, details, free))


def seen(store: Store, user: str = "") -> Route:
    return store.query(route, user or store.user, SATURDAY.isoformat())


def names_at_stops(store: Store) -> list[list[str]]:
    return [[each.name for each in stop.people] for stop in seen(store).stops]


def waiting(store: Store) -> list[str]:
    return [each.request.name for each in seen(store).waiting]


def at_door(store: Store, resident: str, **answers: object) -> LogVisit:
    """Somebody was recorded at home, and answered what the table would have asked; a shift is open then."""
    if store.query(current_shift) is None:
        user, store.user = store.user, add_user(store)
        opened(store)
        store.user = user
    return LogVisit(resident, VisitOutcome.RECORDED, NextStep.NONE, registration=form(resident, **answers))


def requests_of(store: Store, resident: str) -> list[tuple[str, str]]:
    sql = "SELECT q.reason, s.state FROM service_request q JOIN request_state s ON s.request_id = q.id "
    return store.query(lambda d: d.rows(f"{sql} WHERE q.resident_id = ? ORDER BY q.at", resident))


def the_request(store: Store, resident: str) -> str:
    return str(store.query(lambda d: d.value("SELECT id FROM service_request WHERE resident_id = ?", resident)))


def codes(told: pytest.ExceptionInfo[RuleError]) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in told.value.problems]


def state(store: Store, resident: str) -> str:
    found = store.query(person, resident)
    assert found is not None
    return found.state


def test_hv1_several_people_are_met_in_one_neighbours_house(store: Store, people: list[str], clock: StillClock) -> None:
    first, second, third = (asked(store, each) for each in people)
    assert waiting(store) == list(NAMES)
    stop = on_route(store, first, second)
    assert names_at_stops(store) == [["MUSRIFAH", "KASTURI"]]
    assert waiting(store) == ["PAINEM"]
    clock.pass_by(minutes=1)
    store.execute(place_visit, PlaceVisit(third, stop))
    assert names_at_stops(store) == [list(NAMES)]
    found = seen(store).stops[0]
    assert (found.host_name, found.access, found.place_kind) == ("Bu Dewi", Access.ON_FOOT, StopPlace.NEIGHBOUR)


def test_who_is_taken_off_the_route_waits_again(store: Store, people: list[str], clock: StillClock) -> None:
    request = asked(store, people[0])
    on_route(store, request)
    clock.pass_by(minutes=1)
    store.execute(take_off, request)
    assert (waiting(store), names_at_stops(store)) == (["MUSRIFAH"], [[]])


def test_the_pair_goes_in_the_order_that_it_wants(store: Store, people: list[str]) -> None:
    stops = [on_route(store, asked(store, each)) for each in people]
    assert names_at_stops(store) == [["MUSRIFAH"], ["KASTURI"], ["PAINEM"]]
    store.execute(order_route, [stops[2], stops[0], stops[1]])
    assert names_at_stops(store) == [["PAINEM"], ["MUSRIFAH"], ["KASTURI"]]


def test_a_stop_that_is_cancelled_gives_its_people_back_and_can_be_taken_up_again(
    store: Store, people: list[str]
) -> None:
    stop = on_route(store, asked(store, people[0]))
    store.execute(cancel_stop, stop)
    assert (waiting(store), names_at_stops(store)) == (["MUSRIFAH"], [])
    store.execute(reopen_stop, stop)
    assert (waiting(store), names_at_stops(store)) == ([], [["MUSRIFAH"]])


def test_place_way_and_pair_of_a_stop_can_change(store: Store, people: list[str]) -> None:
    stop = on_route(store, asked(store, people[0]))
    changed = replace(HOUSE, host_name="Pak Darmo", access=Access.CAR, led_by=store.user)
    assert store.execute(change_stop, ChangeStop(stop, changed))
    found = seen(store).stops[0]
    assert (found.host_name, found.access, found.leader_name) == ("Pak Darmo", Access.CAR, "Rina Wulandari")


def test_hv2_no_more_is_planned_than_fits(store: Store, people: list[str]) -> None:
    """Two of 15 minutes and a way of 15 on foot."""
    first, second, third = (asked(store, each) for each in people)
    stop = on_route(store, first, second, free=45)
    with pytest.raises(RuleError) as told:
        store.execute(place_visit, PlaceVisit(third, stop, 45))
    assert codes(told) == [("route", "too_long")]
    assert waiting(store) == ["PAINEM"]
    store.execute(place_visit, PlaceVisit(third, stop, 60))
    assert seen(store).load_of("").minutes == 60


def test_a_second_pair_neither_blocks_the_first_nor_orders_its_stops(
    store: Store, people: list[str], clock: StillClock
) -> None:
    lead = store.user
    mate, other = (add_user(store, name, "operator") for name in ("Wahyu Nugroho", "Dian Sari"))
    _team(store, "team-1", lead, mate)
    store.user = lead
    theirs, mine, mates = (asked(store, each) for each in people)
    on_route(store, theirs, free=30, details=replace(HOUSE, led_by=other))
    first = on_route(store, mine, free=60, details=replace(HOUSE, led_by=lead))
    second = on_route(store, mates, free=60, details=replace(HOUSE, led_by=mate))
    assert [stop.pair for stop in seen(store).stops] == [lead, lead, other]
    assert [seen(store).load_of(pair).people for pair in (lead, other)] == [2, 1]
    store.execute(order_route, [second, first])
    assert names_at_stops(store) == [["PAINEM"], ["KASTURI"], ["MUSRIFAH"]]
    clock.pass_by(minutes=1)
    with pytest.raises(RuleError) as told:
        on_route(store, theirs, free=45, details=replace(HOUSE, led_by=lead))
    assert codes(told) == [("route", "too_long")]


def test_another_pair_is_sent_by_a_lead_alone(store: Store, people: list[str]) -> None:
    """Who goes sees why people can not come."""
    lead = store.user
    operator, mate, other = (add_user(store, name, "operator") for name in ("Wahyu", "Dian Sari", "Budi Santoso"))
    _team(store, "team-1", operator, mate)
    store.user = operator
    request = asked(store, people[0])
    with pytest.raises(RuleError) as told:
        on_route(store, request, details=replace(HOUSE, led_by=other))
    assert codes(told) == [("led_by", "other_pair")]
    stop = on_route(store, request, details=replace(HOUSE, led_by=operator))
    assert store.execute(change_stop, ChangeStop(stop, replace(HOUSE, led_by=mate)))
    store.user = lead
    assert store.execute(change_stop, ChangeStop(stop, replace(HOUSE, led_by=other)))
    store.user = operator
    with pytest.raises(RuleError) as taken:
        store.execute(change_stop, ChangeStop(stop, replace(HOUSE, led_by=operator)))
    assert codes(taken) == [("led_by", "other_pair")]
    assert store.execute(change_stop, ChangeStop(stop, replace(HOUSE, led_by=other, note="pagar hijau")))


def test_nobody_is_put_at_a_stop_that_is_not_on_the_route(store: Store, people: list[str]) -> None:
    first, second = (asked(store, each) for each in people[:2])
    cancelled = on_route(store, first)
    store.execute(cancel_stop, cancelled)
    for stop in (cancelled, "unknown"):
        with pytest.raises(RuleError) as told:
            store.execute(place_visit, PlaceVisit(second, stop))
        assert codes(told) == [("stop", "no_stop")]
    assert waiting(store) == ["MUSRIFAH", "KASTURI"]


def test_a_stop_without_people_is_refused(store: Store) -> None:
    with pytest.raises(RuleError) as told:
        on_route(store)
    assert codes(told) == [("people", "nobody")]


def test_who_does_not_wait_any_more_is_put_on_no_route(store: Store, people: list[str], clock: StillClock) -> None:
    request = asked(store, people[0])
    clock.pass_by(minutes=1)
    store.execute(log_visit, at_door(store, people[0]))
    with pytest.raises(RuleError) as told:
        on_route(store, request)
    assert codes(told) == [("people", "not_waiting")]


def test_hv2_who_was_not_met_waits_again_and_the_stop_tells_it(
    store: Store, people: list[str], clock: StillClock
) -> None:
    stop = on_route(store, asked(store, people[0]))
    clock.pass_by(minutes=20)
    command = LogVisit(people[0], VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, "Sore di sawah", stop, 5)
    store.execute(log_visit, command)
    met, found = seen(store).stops[0].people[0], seen(store).waiting[0].request
    assert (met.name, met.outcome, met.minutes, met.is_left) == ("MUSRIFAH", VisitOutcome.NOT_HOME, 5, False)
    assert (found.name, found.tries, found.attempt_note) == ("MUSRIFAH", 1, "Sore di sawah")
    assert seen(store).load_of("").people == 0


def test_a_recording_ends_the_visit_and_counts_on_the_list(store: Store, people: list[str], clock: StillClock) -> None:
    stop = on_route(store, asked(store, people[0]))
    clock.pass_by(minutes=30)
    excepted = VisitOutcome.RECORDED_WITH_EXCEPTION
    said = replace(at_door(store, people[0]), outcome=excepted, note="Sidik jari tangan kanan aus", stop_id=stop)
    store.execute(log_visit, replace(said, minutes=30))
    assert (waiting(store), state(store, people[0])) == ([], "recorded")


def test_who_was_recorded_at_home_is_registered_by_the_same_command(store: Store, people: list[str]) -> None:
    """Else no card follows, and no signed figure counts the person."""
    asked(store, people[0])
    command = at_door(store, people[0])
    store.execute(log_visit, command)
    assert requests_of(store, people[0]) == [(Reason.FIRST_RECORDING, RequestState.RECORDED)]
    shift = store.query(current_shift)
    assert shift is not None
    figures = store.query(lambda d: d.rows("SELECT shift_id, state FROM request_state"))
    assert figures == [(shift.id, RequestState.RECORDED)]
    found = store.query(person, people[0])
    assert found is not None
    assert found.phone == "+6281234901117"


def test_a_recording_at_home_without_the_answers_of_the_table_is_refused(store: Store, people: list[str]) -> None:
    command = at_door(store, people[0], reason=None, recorded_before=None, phone="")
    for each in (replace(command, registration=None), command):
        with pytest.raises(RuleError):
            store.execute(log_visit, each)
    assert requests_of(store, people[0]) == []
    assert store.query(lambda d: d.value("SELECT count(*) FROM visit_attempt")) == 0


def test_a_recording_at_home_without_an_open_shift_is_refused(store: Store, people: list[str]) -> None:
    command = LogVisit(people[0], VisitOutcome.RECORDED, NextStep.NONE, registration=form(people[0]))
    with pytest.raises(RuleError) as told:
        store.execute(log_visit, command)
    assert codes(told) == [("shift", "no_shift")]


def test_a_recording_at_home_that_is_taken_back_leaves_nobody_recorded_and_nobody_in_the_queue(
    store: Store, people: list[str], clock: StillClock
) -> None:
    attempt = store.execute(log_visit, at_door(store, people[0]))
    clock.pass_by(minutes=1)
    store.execute(undo_visit, attempt)
    assert requests_of(store, people[0]) == [(Reason.FIRST_RECORDING, RequestState.CANCELLED)]
    assert state(store, people[0]) != "recorded"
    clock.pass_by(minutes=1)
    store.execute(log_visit, at_door(store, people[0]))
    assert state(store, people[0]) == "recorded"


def test_a_recording_at_home_whose_card_is_made_is_not_taken_back(
    store: Store, people: list[str], clock: StillClock
) -> None:
    attempt = store.execute(log_visit, at_door(store, people[0]))
    let_print(store)
    store.execute(print_card, the_request(store, people[0]))
    clock.pass_by(minutes=1)
    with pytest.raises(RuleError) as told:
        store.execute(undo_visit, attempt)
    assert codes(told) == [("step", "card_made")]
    assert requests_of(store, people[0]) == [(Reason.FIRST_RECORDING, RequestState.RECORDED)]


def test_a_recording_at_home_is_taken_back_among_the_visits_and_not_at_the_table(
    store: Store, people: list[str], clock: StillClock
) -> None:
    attempt = store.execute(log_visit, at_door(store, people[0]))
    request = the_request(store, people[0])
    step = store.query(lambda d: d.value("SELECT id FROM request_step WHERE request_id = ?", request))
    store.user = add_user(store, role="lead")
    with pytest.raises(RuleError) as told:
        store.execute(undo_step, step)
    assert codes(told) == [("step", "at_home")]
    clock.pass_by(minutes=1)
    store.execute(undo_visit, attempt)
    assert requests_of(store, people[0]) == [(Reason.FIRST_RECORDING, RequestState.CANCELLED)]


@pytest.mark.parametrize("where", ["home", "table", "said"])
def test_nobody_is_recorded_at_home_who_was_recorded_before(
    store: Store, people: list[str], clock: StillClock, where: str
) -> None:
    command = at_door(store, people[0])
    if where == "home":
        store.execute(log_visit, command)
    elif where == "table":
        done = registered(store, people[0])
        clock.pass_by(minutes=1)
        store.execute(note_step, done.request_id, Step.RECORDED)
    else:
        command = at_door(store, people[0], recorded_before=RecordedBefore.YES)
    clock.pass_by(minutes=1)
    with pytest.raises(RuleError) as told:
        store.execute(log_visit, command)
    assert codes(told) == [("outcome", "recorded_before")]
    again = at_door(store, people[0], reason=Reason.RE_RECORDING, recorded_before=None)
    store.execute(log_visit, again)


@pytest.mark.parametrize(("birth", "marital", "may"), [
    ("2003-02-24", None, False), ("2003-02-23", None, True), ("2004-01-01", "married", True),
])  # fmt: skip
def test_nobody_under_16_is_recorded_at_home(
    store: Store, people: list[str], birth: str, marital: str | None, may: bool
) -> None:
    store.execute(lambda unit: unit.update(RESIDENT, people[0], birth_date=birth, marital=marital))
    if may:
        assert store.execute(log_visit, at_door(store, people[0]))
        return
    with pytest.raises(RuleError) as told:
        store.execute(log_visit, at_door(store, people[0]))
    assert codes(told) == [("outcome", "too_young")]


def test_a_bride_of_15_whom_no_list_calls_married_is_recorded_at_home_with_what_was_shown(
    store: Store, people: list[str]
) -> None:
    """As at the table: the note says it, unless the list calls her single."""
    store.execute(lambda unit: unit.update(RESIDENT, people[0], birth_date="2004-01-01", marital=None))
    seen_book = {"outcome": VisitOutcome.RECORDED_WITH_EXCEPTION, "note": "Buku nikah dilihat"}
    store.execute(lambda unit: unit.update(RESIDENT, people[1], birth_date="2004-01-01", marital="single"))
    with pytest.raises(RuleError) as told:
        store.execute(log_visit, replace(at_door(store, people[1]), **seen_book))
    assert codes(told) == [("outcome", "too_young")]
    store.execute(log_visit, replace(at_door(store, people[0]), **seen_book))
    assert state(store, people[0]) == "recorded"


def test_who_was_recorded_at_the_table_waits_no_more(store: Store, people: list[str], clock: StillClock) -> None:
    asked(store, people[0])
    opened(store)
    done = registered(store, people[0])
    clock.pass_by(minutes=1)
    store.execute(note_step, done.request_id, Step.CAPTURING)
    store.execute(note_step, done.request_id, Step.RECORDED)
    assert waiting(store) == []


@pytest.mark.parametrize(("outcome", "kind"), [(VisitOutcome.DECEASED, "deceased"), (VisitOutcome.MOVED, "moved")])
def test_the_dead_and_the_moved_are_proposed_to_the_office(
    store: Store, people: list[str], outcome: VisitOutcome, kind: str
) -> None:
    asked(store, people[0])
    store.execute(log_visit, LogVisit(people[0], outcome, NextStep.OFFICE_DECIDES, "Kata tetangga"))
    found = store.query(person_proposals, people[0])
    assert [(each.kind, each.note, each.is_visit) for each in found] == [(kind, "Kata tetangga", True)]
    assert waiting(store) == []


def test_an_attempt_is_taken_back_by_a_fact_that_names_it(store: Store, people: list[str], clock: StillClock) -> None:
    stop = on_route(store, asked(store, people[0]))
    clock.pass_by(minutes=5)
    attempt = store.execute(log_visit, LogVisit(people[0], VisitOutcome.DECEASED, NextStep.OFFICE_DECIDES, "", stop, 5))
    assert state(store, people[0]) == "deceased_reported"
    clock.pass_by(minutes=1)
    store.execute(undo_visit, attempt)
    assert names_at_stops(store) == [["MUSRIFAH"]]
    assert seen(store).stops[0].people[0].is_left
    assert state(store, people[0]) == "home_visit_requested"
    assert store.query(person_proposals, people[0]) == ()
    found = store.query(lambda d: d.rows("SELECT outcome, corrects_id FROM visit_attempt ORDER BY at"))
    assert found == [(VisitOutcome.DECEASED, None), (UNDONE, attempt)]
    with pytest.raises(RuleError) as told:
        store.execute(undo_visit, attempt)
    assert codes(told) == [("attempt", "undone")]


def test_a_request_is_withdrawn_and_the_withdrawal_taken_back(
    store: Store, people: list[str], clock: StillClock
) -> None:
    request = asked(store, people[0], VisitNeed.DISABLED)
    on_route(store, request)
    planner = add_user(store, role="planner")
    clock.pass_by(minutes=1)
    withdrawn = store.execute(withdraw_visit, request)
    assert (waiting(store), names_at_stops(store), state(store, people[0])) == ([], [[]], "unrecorded")
    assert store.query(needs_seen_by, planner) == {}
    with pytest.raises(RuleError) as told:
        store.execute(withdraw_visit, request)
    assert codes(told) == [("people", "not_waiting")]
    clock.pass_by(minutes=1)
    store.execute(undo_visit, withdrawn)
    assert (names_at_stops(store), state(store, people[0])) == ([["MUSRIFAH"]], "home_visit_requested")
    assert store.query(needs_seen_by, planner) == {request: VisitNeed.DISABLED}


def test_a_request_that_was_withdrawn_is_no_visit_of_the_shift(
    store: Store, people: list[str], clock: StillClock
) -> None:
    shift = opened(store)
    request = asked(store, people[0])
    store.execute(log_visit, _not_home(people[0]))
    assert state(store, people[0]) == "visit_failed"
    clock.pass_by(minutes=1)
    store.execute(withdraw_visit, request)
    assert (waiting(store), state(store, people[0])) == ([], "unrecorded")
    assert store.query(visits_by_outcome, shift) == [(VisitOutcome.NOT_HOME, 1)]
    asked(store, people[0])
    assert (waiting(store), state(store, people[0])) == (["MUSRIFAH"], "home_visit_requested")


def test_whoever_was_not_reached_yesterday_waits_again(store: Store, people: list[str]) -> None:
    on_route(store, asked(store, people[0]))
    later = store.query(route, store.user, "2019-02-24")
    assert ([each.request.name for each in later.waiting], later.stops) == (["MUSRIFAH"], ())


def test_one_person_of_two_rows_waits_once(store: Store, people: list[str], clock: StillClock) -> None:
    asked(store, people[0])
    clock.pass_by(minutes=1)
    asked(store, people[1])
    store.execute(link_same_person, people[0], people[1])
    assert len(waiting(store)) == 1
    clock.pass_by(minutes=1)
    store.execute(log_visit, at_door(store, people[1]))
    assert waiting(store) == []


def test_a_reader_plans_and_makes_no_visits(store: Store, people: list[str]) -> None:
    request = asked(store, people[0])
    add_user(store, "Budi Santoso", "viewer")
    for verb, command in ((ask_visit, AskVisit(people[1], "RT")), (log_visit, _not_home(people[0]))):
        with pytest.raises(RuleError) as told:
            store.execute(verb, command)  # type: ignore[arg-type]
        assert codes(told) == [("user", "not_visitor")]
    with pytest.raises(RuleError):
        on_route(store, request)


def _not_home(resident: str) -> LogVisit:
    return LogVisit(resident, VisitOutcome.NOT_HOME, NextStep.COME_AGAIN)


class TestReasons:
    """Why somebody can not come: for the planner and the visiting pair alone (F-P3)."""

    @pytest.fixture
    def request_id(self, store: Store, people: list[str]) -> str:
        return asked(store, people[0], VisitNeed.GRAVELY_ILL)

    def test_the_reason_stands_apart_from_the_request(self, store: Store, request_id: str) -> None:
        found = store.query(lambda d: d.rows("SELECT request_id, need, area FROM visit_need"))
        assert found == [(request_id, VisitNeed.GRAVELY_ILL, "35.74+.03.1004")]

    @pytest.mark.parametrize("role", ["planner", "admin"])
    def test_whoever_plans_sees_it(self, store: Store, request_id: str, role: str) -> None:
        user = add_user(store, "Wahyu Nugroho", role)
        assert store.query(needs_seen_by, user) == {request_id: VisitNeed.GRAVELY_ILL}
        assert (seen(store).waiting[0].need, seen(store).waiting[0].minutes) == (VisitNeed.GRAVELY_ILL, 30)

    @pytest.mark.parametrize("role", ["operator", "lead", "viewer", "keeper", "clerk"])
    def test_nobody_else_sees_it_while_somebody_waits(self, store: Store, request_id: str, role: str) -> None:
        add_user(store, "Wahyu Nugroho", role)
        assert store.query(needs_seen_by, store.user) == {}
        assert (seen(store).waiting[0].need, seen(store).waiting[0].minutes) == ("", 15)

    def test_the_pair_that_goes_sees_it_and_another_pair_does_not(self, store: Store, request_id: str) -> None:
        lead = store.user
        pair = [add_user(store, name, "operator") for name in ("Wahyu Nugroho", "Dian Sari", "Budi Santoso")]
        _team(store, "team-1", *pair[:2])
        store.user = lead
        on_route(store, request_id, details=replace(HOUSE, led_by=pair[0]))
        assert [bool(store.query(needs_seen_by, user)) for user in (*pair, lead)] == [True, True, False, False]

    def test_a_reader_of_the_pairs_team_does_not_see_it(self, store: Store, request_id: str) -> None:
        lead = store.user
        reader = add_user(store, "Budi Santoso", "viewer")
        _team(store, "team-1", lead, reader)
        store.user = lead
        on_route(store, request_id, details=replace(HOUSE, led_by=lead))
        assert store.query(needs_seen_by, lead) == {request_id: VisitNeed.GRAVELY_ILL}
        assert store.query(needs_seen_by, reader) == {}

    @pytest.mark.parametrize("left", ["member", "team"])
    def test_who_left_the_pairs_team_does_not_see_it_any_more(self, store: Store, request_id: str, left: str) -> None:
        lead = store.user
        mate = add_user(store, "Dian Sari", "operator")
        store.user = lead
        team = store.execute(lambda unit: unit.insert(TEAM, REGENCY, name="Tim 1", district=JATI[:8], active=1))
        _team(store, team, lead, mate)
        on_route(store, request_id, details=replace(HOUSE, led_by=lead))
        assert store.query(needs_seen_by, mate) == {request_id: VisitNeed.GRAVELY_ILL}
        if left == "team":
            store.execute(lambda unit: unit.update(TEAM, team, active=0))
        else:
            store.execute(lambda unit: put_members(unit, team, [(lead, "operator")]))
        assert store.query(needs_seen_by, mate) == {}

    def test_that_somebody_was_shown_it_is_written_once_a_day(
        self, store: Store, people: list[str], request_id: str, clock: StillClock
    ) -> None:
        planner = add_user(store, "Wahyu Nugroho", "planner")
        assert store.execute(note_needs_seen, [people[0]]) == 1
        assert store.execute(note_needs_seen, [people[0], people[1]]) == 1
        clock.pass_by(hours=24)
        assert store.execute(note_needs_seen, [people[0]]) == 1
        found = store.query(lambda d: d.rows("SELECT DISTINCT field, user_id FROM look"))
        assert found == [(Seen.NEED, planner)]

    def test_a_stop_that_is_cancelled_hides_it_again(self, store: Store, request_id: str) -> None:
        stop = on_route(store, request_id, details=replace(HOUSE, led_by=store.user))
        store.execute(cancel_stop, stop)
        assert store.query(needs_seen_by, store.user) == {}

    @pytest.mark.parametrize(
        ("outcome", "next_step", "is_seen"),
        [
            (VisitOutcome.RECORDED, NextStep.NONE, False),
            (VisitOutcome.MOVED, NextStep.OFFICE_DECIDES, False),
            (VisitOutcome.NOT_HOME, NextStep.COME_AGAIN, True),
        ],
    )
    def test_from_the_attempt_that_ends_the_visit_on_nobody_sees_it(
        self,
        store: Store,
        people: list[str],
        request_id: str,
        clock: StillClock,
        outcome: VisitOutcome,
        next_step: NextStep,
        is_seen: bool,
    ) -> None:
        clock.pass_by(minutes=1)
        command = LogVisit(people[0], outcome, next_step)
        store.execute(log_visit, at_door(store, people[0]) if outcome is VisitOutcome.RECORDED else command)
        assert bool(store.query(needs_seen_by, add_user(store, role="planner"))) is is_seen

    def test_a_card_that_was_brought_ends_it_too(self, store: Store, people: list[str], clock: StillClock) -> None:
        opened(store)
        request = registered(store, people[1]).request_id
        clock.pass_by(minutes=1)
        store.execute(note_step, request, Step.RECORDED)
        clock.pass_by(minutes=1)
        asked(store, people[1], VisitNeed.DISABLED)
        planner = add_user(store, role="planner")
        assert list(store.query(needs_seen_by, planner).values()) == [VisitNeed.DISABLED]
        clock.pass_by(minutes=1)
        handover = store.execute(handed_over, request)
        assert store.query(needs_seen_by, planner) == {}
        clock.pass_by(minutes=1)
        undone = {"request_id": request, "state": Placing.UNDONE.value, "place": handover}
        store.execute(lambda unit: unit.insert(CARD_PLACE, JATI, **undone, at=instant(unit.now_utc)))
        assert list(store.query(needs_seen_by, planner).values()) == [VisitNeed.DISABLED]

    def test_a_recording_at_the_table_ends_it_too(
        self, store: Store, people: list[str], request_id: str, clock: StillClock
    ) -> None:
        opened(store)
        clock.pass_by(minutes=1)
        request = registered(store, people[0]).request_id
        clock.pass_by(minutes=1)
        store.execute(note_step, request, Step.RECORDED)
        assert store.query(needs_seen_by, add_user(store, role="planner")) == {}

    def test_the_office_that_takes_somebody_off_the_list_ends_it_too(
        self, store: Store, people: list[str], request_id: str, clock: StillClock
    ) -> None:
        clock.pass_by(minutes=1)
        paper = (EvidenceKind.DEATH_CERTIFICATE, "3574-KM-0099", SATURDAY)
        said = store.execute(propose, Propose(people[0], ProposalKind.DECEASED, *paper))
        planner = add_user(store, role="planner")
        assert store.query(needs_seen_by, planner) == {request_id: VisitNeed.GRAVELY_ILL}
        clock.pass_by(minutes=1)
        store.execute(decide, Decide((said,), OfficeDecision.APPROVED))
        assert store.query(needs_seen_by, planner) == {}
        clock.pass_by(minutes=1)
        store.execute(decide, Decide((said,), OfficeDecision.REOPENED))
        assert store.query(needs_seen_by, planner) == {request_id: VisitNeed.GRAVELY_ILL}

    def test_a_visit_under_another_row_of_the_person_ends_it_too(
        self, store: Store, people: list[str], request_id: str, clock: StillClock
    ) -> None:
        planner = add_user(store, role="planner")
        store.execute(link_same_person, people[0], people[1])
        assert store.query(needs_seen_by, planner) == {request_id: VisitNeed.GRAVELY_ILL}
        clock.pass_by(minutes=1)
        store.execute(log_visit, at_door(store, people[1]))
        assert store.query(needs_seen_by, planner) == {}

    @pytest.mark.parametrize(("role", "may"), [("lead", False), ("planner", True), ("admin", True)])
    def test_reasons_are_written_out_for_the_office_alone(self, store: Store, role: str, may: bool) -> None:
        add_user(store, "Wahyu Nugroho", role)
        if may:
            assert store.execute(note_export, VISIT_NEED.name)
            return
        with pytest.raises(RuleError) as told:
            store.execute(note_export, VISIT_NEED.name)
        assert codes(told) == [("user", "not_planner")]
        assert store.execute(note_export, RESIDENT.name)

    def test_nothing_of_it_stands_where_requests_stand(self, store: Store, request_id: str) -> None:
        found = store.query(lambda d: d.rows("SELECT * FROM visit_request"))
        assert VisitNeed.GRAVELY_ILL not in str(found)


def _team(store: Store, team: str, *members: UserId) -> None:
    def verb(unit: Unit) -> None:
        for each in members:
            unit.insert(TEAM_MEMBER, REGENCY, team_id=team, user_id=each, role="visitor")

    store.execute(verb)


def test_an_attempt_that_says_too_little_is_refused(store: Store, people: list[str]) -> None:
    with pytest.raises(RuleError) as told:
        store.execute(log_visit, LogVisit(people[0], VisitOutcome.RECORDED_WITH_EXCEPTION, NextStep.NONE, minutes=0))
    assert codes(told) == [("note", "note_missing"), ("minutes", "minutes_odd")]


def test_a_person_who_left_the_list_of_this_laptop_is_not_shown(store: Store, people: list[str]) -> None:
    asked(store, people[0])
    store.write_local(lambda database: database.run(f"DELETE FROM {RESIDENT.name} WHERE id = ?", people[0]))
    assert waiting(store) == []


def test_a_visit_after_the_shift_was_closed_elsewhere_is_none_of_that_shift(store: Store, people: list[str]) -> None:
    shift = opened(store, blanks=0)
    store.execute(close_shift, CloseShift(shift, 0), signing_lead(store))
    store.execute(lambda unit: unit.meta.put(CURRENT_SHIFT, shift))
    attempt = store.execute(log_visit, LogVisit(people[0], VisitOutcome.NOT_HOME, NextStep.COME_AGAIN))
    undone = store.execute(undo_visit, attempt)
    sql = "SELECT shift_id FROM visit_attempt WHERE id IN (?, ?)"
    assert store.query(lambda database: database.rows(sql, attempt, undone)) == [(None,), (None,)]
