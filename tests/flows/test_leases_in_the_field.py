"""A laptop that reaches nobody for too long keeps its data closed, until a sync or a word over the telephone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from fieldkit.console.laptop import Who, sign_in
from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lease import LeaseState
from fieldkit.domain.orders.telephone import Unanswered
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.host.clock import now_ms
from fieldkit.records.phone_codes import LEASE, PhoneStep, step_of
from fieldkit.records.tables import PHONE_STEP, RESIDENT
from fieldkit.server.devices.laptops import devices, note_found, note_missing, revoke
from fieldkit.server.office.telephone import calls, tell
from fieldkit.store.queries.phone_steps import last_opened_by_phone, phone_calls
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.sync.bundle import make_bundle
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.lease import call_about, look_at_lease, renew_by_phone, require_lease
from fieldkit.work.rules.versions import WriteRule, sign_rule, write_rule
from fieldkit.work.sign_in import check_in
from tests.flows.enrolled import Ground, Laptop, device_of, kinds, signer
from tests.laptops import REGENCY, SATURDAY, OwnClock, add_people, fresh_store, opened
from tests.ruling import draft_of

Own = tuple[Laptop, OwnClock]


@pytest.fixture
def own(ground: Ground) -> Own:
    """A laptop with a clock of its own, which was in touch just now."""
    clock = OwnClock(ground.clock)
    return ground.laptop("Laptop Jati", clock=clock), clock


def state(store: Store) -> LeaseState:
    now = look_at_lease(store)
    assert now is not None
    return now.state


def asked(store: Store) -> str:
    """What the laptop shows, to be read out."""
    call = call_about(store, LEASE)
    assert call is not None
    return call.asked.spoken


def told(ground: Ground, request: str) -> str:
    return tell(ground.centre, REGENCY, request, now_ms(ground.clock)).code


def why(act: Callable[[], object]) -> str:
    """By what code it is refused."""
    with pytest.raises(RuleError) as caught:
        act()
    return caught.value.problems[0].code


def refused(store: Store, code: str) -> str:
    return why(lambda: renew_by_phone(store, code))


def test_after_two_weeks_on_its_own_it_is_closed_and_a_sync_opens_it(ground: Ground, own: Own) -> None:
    laptop, _ = own
    ground.clock.pass_by(days=10)
    assert state(laptop.store) is LeaseState.ENDS_SOON
    require_lease(laptop.store)
    ground.clock.pass_by(days=4)
    assert state(laptop.store) is LeaseState.OVER
    assert why(lambda: require_lease(laptop.store)) == "lease_over"
    laptop.sync()
    assert state(laptop.store) is LeaseState.RUNS


def test_no_command_lets_anybody_in_while_it_is_closed(ground: Ground, own: Own) -> None:
    laptop, _ = own

    def by_command() -> object:
        return sign_in(laptop.store, Who(), lambda _prompt: "no such code")

    ground.clock.pass_by(days=14)
    assert why(by_command) == "lease_over"
    laptop.sync()
    assert why(by_command) == "wrong_code"


def test_a_laptop_that_no_centre_took_in_has_no_lease(tmp_path: Path, ground: Ground) -> None:
    store = fresh_store(tmp_path / "practice.db", ground.clock)
    assert look_at_lease(store) is None
    require_lease(store)
    store.close()


def test_the_office_rules_for_how_many_days(ground: Ground) -> None:
    head = ground.laptop("head")
    by = signer(ground, head, "head")
    head.store.execute(write_rule, WriteRule(RuleName.LEASE, {"lease_days": "3"}, SATURDAY))
    head.store.execute(sign_rule, draft_of(head.store, RuleName.LEASE, SATURDAY), by)
    ground.clock.pass_by(days=3)
    assert state(head.store) is LeaseState.OVER


def test_a_word_over_the_telephone_opens_it_and_serves_once(ground: Ground, own: Own) -> None:
    laptop, _ = own
    ground.clock.pass_by(days=20)
    code = told(ground, asked(laptop.store))
    renew_by_phone(laptop.store, f" {code.lower()} ")
    assert state(laptop.store) is LeaseState.RUNS
    assert refused(laptop.store, code) == "phone_code_used"
    ground.clock.pass_by(days=13)
    assert state(laptop.store) is LeaseState.ENDS_SOON
    ground.clock.pass_by(days=1)
    assert state(laptop.store) is LeaseState.OVER
    assert refused(laptop.store, code) == "phone_code_wrong"
    renew_by_phone(laptop.store, told(ground, asked(laptop.store)))
    assert state(laptop.store) is LeaseState.RUNS


def test_a_code_leaves_its_trace_at_both_ends_who_asked_where_and_when_and_never_itself(
    ground: Ground, own: Own
) -> None:
    laptop, _ = own
    user = signer(ground, laptop).user_id
    ground.clock.pass_by(days=20)
    code = told(ground, asked(laptop.store))
    laptop.store.user = UserId("")
    ground.clock.pass_by(minutes=1)
    renew_by_phone(laptop.store, code)
    ground.clock.pass_by(minutes=1)
    check_in(laptop.store, user, "482915")
    check_in(laptop.store, user, "482915")
    outcome = laptop.sync()
    assert outcome.cause is None
    assert outcome.all_sent
    day = "2019-03-15"
    known = [(each.prefix, each.matter, each.kind, each.user_id, each.day) for each in calls(ground.centre, REGENCY)]
    assert known == [
        ("P1", "lease", "told", "", day),
        ("P1", "lease", "taken", "", day),
        ("P1", "lease", "entered", user, day),
    ]
    here = laptop.store.query(phone_calls, device_of(laptop))
    assert [(each.is_pin, each.kind, each.name) for each in here] == [
        (False, "entered", "Sri Rahayu"),
        (False, "taken", ""),
        (False, "told", ""),
    ]
    assert str(laptop.store.query(last_opened_by_phone)) == day
    assert kinds(ground) == []
    letters = code.replace("-", "")
    written = str(ground.rows(PHONE_STEP)) + str(laptop.store.query(lambda d: d.rows("SELECT fields FROM journal")))
    assert letters not in written.replace("-", "")


def test_that_the_office_told_a_code_is_said_by_the_centre_alone(ground: Ground, own: Own) -> None:
    laptop, _ = own

    def forge(unit: Unit) -> None:
        values = step_of(device_of(laptop), LEASE, PhoneStep.TOLD, 1, unit.now_ms)
        unit.insert(PHONE_STEP, REGENCY, **values)

    laptop.store.execute(forge)
    laptop.sync()
    assert kinds(ground) == ["user"]


def test_what_nobody_is_told_leaves_no_trace(ground: Ground, own: Own) -> None:
    revoke(ground.centre, REGENCY, device_of(own[0]), now_ms=now_ms(ground.clock))
    assert why(lambda: told(ground, asked(own[0].store))) == Unanswered.REVOKED
    assert calls(ground.centre, REGENCY) == []


def test_the_code_of_another_laptop_opens_nothing(ground: Ground, own: Own) -> None:
    laptop, other = own[0], ground.laptop("Laptop Mayangan")
    ground.clock.pass_by(days=20)
    assert refused(laptop.store, told(ground, asked(other.store))) == "phone_code_wrong"
    assert state(laptop.store) is LeaseState.OVER


@pytest.mark.parametrize("where", ["year 2000", "a day ahead"])
def test_a_clock_that_is_set_closes_no_lease_again_and_opens_none(ground: Ground, own: Own, where: str) -> None:
    laptop, clock = own
    ground.clock.pass_by(days=20)
    assert state(laptop.store) is LeaseState.OVER
    clock.jump(where)
    assert state(laptop.store) is LeaseState.OVER


def test_a_code_that_was_kept_serves_no_more_once_days_have_passed_also_with_the_clock_turned_back(
    ground: Ground, own: Own
) -> None:
    laptop, clock = own
    ground.clock.pass_by(days=20)
    code = told(ground, asked(laptop.store))
    ground.clock.pass_by(days=5)
    assert state(laptop.store) is LeaseState.OVER
    assert refused(laptop.store, code) == "phone_code_wrong"
    clock.wrong_by = -timedelta(days=5)
    assert refused(laptop.store, code) == "phone_code_wrong"


def test_a_clock_that_ran_ahead_is_put_right_first_and_then_the_same_code_serves(ground: Ground, own: Own) -> None:
    laptop, clock = own
    ground.clock.pass_by(days=1)
    clock.wrong_by = timedelta(days=4_000)
    assert state(laptop.store) is LeaseState.OVER
    code = told(ground, asked(laptop.store))
    assert refused(laptop.store, code) == "clock"
    clock.jump("right")
    assert state(laptop.store) is LeaseState.OVER, "what the clock has shown is not forgotten by itself"
    renew_by_phone(laptop.store, code)
    assert state(laptop.store) is LeaseState.RUNS


def test_a_clock_that_ran_ahead_is_forgotten_at_the_next_contact(ground: Ground, own: Own) -> None:
    laptop, clock = own
    clock.wrong_by = timedelta(days=4_000)
    assert state(laptop.store) is LeaseState.OVER
    laptop.sync()
    assert state(laptop.store) is LeaseState.RUNS
    clock.jump("right")
    laptop.sync()
    assert state(laptop.store) is LeaseState.RUNS


def test_an_open_shift_is_ended_in_peace_for_some_hours_and_the_next_one_is_not_begun(ground: Ground, own: Own) -> None:
    laptop, _ = own
    ground.clock.pass_by(days=13, hours=23)
    assert state(laptop.store) is LeaseState.ENDS_SOON
    opened(laptop.store)
    ground.clock.pass_by(hours=1)
    assert state(laptop.store) is LeaseState.GRACE
    require_lease(laptop.store)
    # It is past 16 at the site: noon of the next day is 20 hours away.
    ground.clock.pass_by(hours=19)
    require_lease(laptop.store)
    ground.clock.pass_by(hours=1)
    assert why(lambda: require_lease(laptop.store)) == "lease_over"


@pytest.mark.parametrize("way", ["telephone", "sync"])
def test_a_shift_that_was_open_for_too_long_is_closed_after_the_laptop_was_opened_again(
    ground: Ground, own: Own, way: str
) -> None:
    laptop, _ = own
    by = signer(ground, laptop)
    shift_id = opened(laptop.store)
    ground.clock.pass_by(days=14)
    assert state(laptop.store) is LeaseState.GRACE
    ground.clock.pass_by(hours=12)
    with pytest.raises(RuleError) as caught:
        require_lease(laptop.store)
    assert str(caught.value.problems[0].message).endswith("sesudah itu shift yang terbuka bisa ditutup.")
    if way == "telephone":
        renew_by_phone(laptop.store, told(ground, asked(laptop.store)))
    else:
        laptop.sync()
    require_lease(laptop.store)
    laptop.store.execute(close_shift, CloseShift(shift_id, 46), by)
    assert laptop.store.query(current_shift) is None
    assert state(laptop.store) is LeaseState.RUNS


def test_a_clock_that_jumps_ahead_in_a_shift_sends_no_queue_home(ground: Ground, own: Own) -> None:
    laptop, clock = own
    opened(laptop.store)
    clock.wrong_by = timedelta(days=4_000)
    assert state(laptop.store) is LeaseState.GRACE
    ground.clock.pass_by(hours=11)
    require_lease(laptop.store)


def test_what_was_not_sent_goes_home_from_a_closed_laptop(ground: Ground, own: Own) -> None:
    laptop, _ = own
    add_people(laptop.store, "SITI AMINAH")
    ground.clock.pass_by(days=20)
    assert state(laptop.store) is LeaseState.OVER
    assert make_bundle(laptop.store).changes
    laptop.sync()
    assert "SITI AMINAH" in str(ground.rows(RESIDENT))


def test_a_laptop_that_was_shut_out_or_is_missing_gets_no_code_and_no_lease(ground: Ground, own: Own) -> None:
    laptop, device = own[0], device_of(own[0])
    ground.clock.pass_by(days=20)
    request = asked(laptop.store)
    note_missing(ground.centre, REGENCY, device, at_ms=now_ms(ground.clock))
    assert why(lambda: told(ground, request)) == Unanswered.MISSING
    note_found(ground.centre, REGENCY, device, at_ms=now_ms(ground.clock))
    assert told(ground, request)
    revoke(ground.centre, REGENCY, device, now_ms=now_ms(ground.clock))
    assert why(lambda: told(ground, request)) == Unanswered.REVOKED
    laptop.sync()
    assert state(laptop.store) is LeaseState.OVER


@pytest.mark.parametrize("request_", ["", "P9-ABC-DEFGH", "P1-ABC-DEFGH", "halo"])
def test_what_nobody_asked_is_not_answered(ground: Ground, own: Own, request_: str) -> None:
    assert len(devices(ground.centre, REGENCY)) == 1
    assert why(lambda: told(ground, request_)) == Unanswered.UNREAD


def test_a_laptop_learns_once_by_what_codes_are_recognised(ground: Ground, own: Own) -> None:
    laptop, _ = own
    before = call_about(laptop.store, LEASE)
    ground.clock.pass_by(days=1)
    laptop.sync()
    after = call_about(laptop.store, LEASE)
    assert before is not None
    assert after is not None
    assert before.line == after.line
    ground.clock.pass_by(days=399)
    laptop.sync()
    later = call_about(laptop.store, LEASE)
    assert later is not None
    assert later.line.until == before.line.until + 400
    ground.clock.pass_by(days=399)
    renew_by_phone(laptop.store, told(ground, asked(laptop.store)))
