"""Somebody for whom no lead vouches forgot the PIN in a village without a line: a call to the office gives another."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import now_ms
from fieldkit.server.office.telephone import Told, calls, tell
from fieldkit.server.office.writing import dismiss_user, renew_start_code
from fieldkit.store.queries.people import start_code_hash
from fieldkit.work.sign_in import check_in, pin_call, seconds_to_wait, set_first_pin
from tests.flows.enrolled import Ground, Laptop, kinds, signer
from tests.laptops import REGENCY

FORGOTTEN, NEW = "482915", "385276"


@dataclass
class Village:
    """A laptop without a line since yesterday, and somebody who leads there."""

    ground: Ground
    laptop: Laptop
    user: UserId

    def asked(self, user: UserId | None = None) -> str:
        """What is read out."""
        call = pin_call(self.laptop.store, user or self.user)
        assert call is not None
        return call.asked.spoken

    def told(self, request: str = "") -> Told:
        """What the office answers."""
        return tell(self.ground.centre, REGENCY, request or self.asked(), now_ms(self.ground.clock))

    def refused(self, code: str, user: UserId | None = None) -> str:
        """Why a code sets no PIN."""
        with pytest.raises(RuleError) as caught:
            set_first_pin(self.laptop.store, user or self.user, code, NEW)
        return caught.value.problems[0].code

    def enters(self, pin: str) -> bool:
        """Whether this PIN is the right one."""
        try:
            return bool(check_in(self.laptop.store, self.user, pin))
        except RuleError:
            return False


@pytest.fixture(params=["lead", "admin"])
def village(ground: Ground, request: pytest.FixtureRequest) -> Village:
    laptop = ground.laptop("Laptop Jati")
    user = signer(ground, laptop, request.param).user_id
    laptop.sync()
    ground.clock.pass_by(days=1)
    return Village(ground, laptop, user)


def test_the_answer_of_the_office_sets_a_pin_whose_key_is_bound_at_the_next_sync(village: Village) -> None:
    told = village.told()
    assert told.user_name == "Sri Rahayu"
    set_first_pin(village.laptop.store, village.user, told.code.lower(), NEW)
    assert (village.enters(FORGOTTEN), village.enters(NEW)) == (False, True)
    village.laptop.sync()
    assert kinds(village.ground) == []
    village.laptop.sync()
    assert village.laptop.store.query(start_code_hash, village.user) == ""


def test_it_is_written_down_whose_pin_it_was_by_whom_it_was_told_and_taken(village: Village) -> None:
    code = village.told().code
    village.ground.clock.pass_by(minutes=1)
    set_first_pin(village.laptop.store, village.user, code, NEW)
    assert village.laptop.sync().all_sent
    known = [(each.matter, each.kind, each.user_id) for each in calls(village.ground.centre, REGENCY)]
    assert known == [("pin", "told", village.user), ("pin", "taken", village.user)]


def test_it_ends_the_wait_of_who_guessed_before_the_call(village: Village) -> None:
    for _ in range(5):
        assert not village.enters("100001")
    assert seconds_to_wait(village.laptop.store, village.user) > 0
    set_first_pin(village.laptop.store, village.user, village.told().code, NEW)
    assert village.enters(NEW)


def test_a_code_serves_once_for_one_person(village: Village) -> None:
    other = signer(village.ground, village.laptop, "lead").user_id
    village.laptop.sync()
    village.ground.clock.pass_by(days=1)
    code = village.told().code
    assert village.refused(code, other) == "phone_code_wrong"
    set_first_pin(village.laptop.store, village.user, code, NEW)
    assert village.refused(code) == "phone_code_used"
    assert village.enters(NEW)


def test_an_easy_pin_is_refused_and_the_code_still_serves(village: Village) -> None:
    code = village.told().code
    with pytest.raises(RuleError):
        set_first_pin(village.laptop.store, village.user, code, "123456")
    assert village.enters(FORGOTTEN)
    set_first_pin(village.laptop.store, village.user, code, NEW)
    assert village.enters(NEW)


def test_the_code_of_another_day_sets_nothing(village: Village) -> None:
    code = village.told().code
    village.ground.clock.pass_by(days=3)
    assert village.refused(code) == "phone_code_wrong"


def test_a_new_start_code_that_came_by_a_sync_serves_as_before(village: Village) -> None:
    ground = village.ground
    code = renew_start_code(ground.centre, REGENCY, village.user, now_ms=now_ms(ground.clock))
    village.laptop.sync()
    assert code is not None
    set_first_pin(village.laptop.store, village.user, code, NEW)
    assert village.enters(NEW)
    village.laptop.sync()
    assert kinds(ground) == []


def test_two_calls_on_one_day_tell_the_same_code(village: Village) -> None:
    request = village.asked()
    assert village.told(request).code == village.told(request).code


def test_nobody_who_was_dismissed_gets_a_code(village: Village) -> None:
    request = village.asked()
    dismiss_user(village.ground.centre, REGENCY, village.user, now_ms=now_ms(village.ground.clock))
    with pytest.raises(RuleError):
        village.told(request)
