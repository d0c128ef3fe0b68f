"""A PIN that was forgotten, and a wait, are set back by a new code or by whoever leads: without a line, and noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.domain.errors import RuleError, SignatureError
from fieldkit.domain.identifiers import UserId
from fieldkit.records.start_codes import key_statement, proves, start_code_verifier, voucher_of
from fieldkit.store.queries.people import local_user
from fieldkit.store.store import Store
from fieldkit.work.sign_in import Signer, check_in, end_wait, reset_pin, seconds_to_wait, set_first_pin
from tests.laptops import StillClock, add_user, laptop

CODES = {"lead": "7KQ2M9XATB4H", "operator": "TB4H7KQ2M9XA"}
LEAD_PIN, PIN, NEW = "274913", "860531", "385276"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return laptop(tmp_path, StillClock())


def user(store: Store, role: str, pin: str, name: str = "Agus Prasetyo") -> UserId:
    made = add_user(store, name, role)
    code = CODES.get(role, CODES["operator"])
    give_code(store, made, code)
    set_first_pin(store, made, code, pin)
    return made


def give_code(store: Store, user_id: UserId, code: str) -> str:
    """The code came with a sync; returns its verifier."""
    verifier = start_code_verifier(code)
    store.write_local(lambda d: d.run("UPDATE app_user SET start_code_hash = ? WHERE id = ?", verifier, user_id))
    return verifier


@pytest.fixture
def lead(store: Store) -> Signer:
    made = user(store, "lead", LEAD_PIN, "Rina Wulandari")
    return check_in(store, made, LEAD_PIN)


def locked(store: Store, user_id: UserId) -> None:
    for _ in range(5):
        with pytest.raises(SignatureError):
            check_in(store, user_id, "100001")
    assert seconds_to_wait(store, user_id) == 30


def keys(store: Store, user_id: UserId) -> list[tuple[str, str, str]]:
    sql = "SELECT id, public_key, coalesce(proof, '') FROM user_key WHERE user_id = ? ORDER BY seq"
    return [(row[0], row[1], row[2]) for row in store.query(lambda database: database.rows(sql, user_id))]


def noted(store: Store) -> list[tuple[str, str, str]]:
    sql = "SELECT user_id, kind, by_id FROM sign_in_step ORDER BY seq"
    return [(row[0], row[1], row[2]) for row in store.query(lambda database: database.rows(sql))]


def refused(store: Store, user_id: UserId, code: str, pin: str = NEW) -> str:
    with pytest.raises(RuleError) as told:
        set_first_pin(store, user_id, code, pin)
    return told.value.problems[0].code


def test_a_code_proves_the_key_that_is_made_with_it(store: Store) -> None:
    made = add_user(store, "Agus Prasetyo", "operator")
    verifier = give_code(store, made, CODES["operator"])
    set_first_pin(store, made, f" {CODES['operator'].lower()} ", PIN)
    ((_, public, proof),) = keys(store, made)
    assert proves(verifier, proof, key_statement(store.meta.regency, made, public))


def test_a_code_sets_no_second_pin_and_a_new_one_takes_the_place_of_what_was_forgotten(store: Store) -> None:
    made = user(store, "operator", PIN)
    before = check_in(store, made, PIN)
    assert refused(store, made, CODES["operator"]) == "code_used"
    give_code(store, made, "M9XATB4H7KQ2")
    assert refused(store, made, CODES["operator"]) == "wrong_code"
    assert refused(store, made, "M9XATB4H7KQ2", "111111") == "pin_guessable"
    assert check_in(store, made, PIN).key_id == before.key_id, "nothing was spent"
    set_first_pin(store, made, "M9XATB4H7KQ2", NEW)
    with pytest.raises(SignatureError):
        check_in(store, made, PIN)
    after = check_in(store, made, NEW)
    assert after.key_id != before.key_id
    assert [key for key, _, _ in keys(store, made)] == [before.key_id, after.key_id], "what it signed stays signed"


def test_a_code_that_has_served_elsewhere_is_gone(store: Store) -> None:
    made = add_user(store, "Agus Prasetyo", "operator")
    store.write_local(lambda d: d.run("UPDATE app_user SET start_code_hash = NULL WHERE id = ?", made))
    assert refused(store, made, CODES["operator"]) == "no_code"


def test_a_power_cut_leaves_code_and_pin_or_neither(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made = add_user(store, "Agus Prasetyo", "operator")
    give_code(store, made, CODES["operator"])
    with monkeypatch.context() as cut:
        cut.setattr("fieldkit.work.sign_in.put_local_user", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            set_first_pin(store, made, CODES["operator"], PIN)
    assert keys(store, made) == []
    set_first_pin(store, made, CODES["operator"], PIN)
    assert len(keys(store, made)) == 1


def test_who_leads_lets_an_operator_set_a_new_pin_and_vouches_for_the_key(store: Store, lead: Signer) -> None:
    made = user(store, "operator", PIN)
    locked(store, made)
    reset_pin(store, lead, made, NEW)
    assert seconds_to_wait(store, made) == 0
    assert check_in(store, made, NEW).user_id == made
    voucher = voucher_of(keys(store, made)[-1][2])
    assert voucher is not None
    assert (voucher.signer_id, voucher.key_id) == (lead.user_id, lead.key_id)
    assert noted(store) == [(made, "pin_reset", lead.user_id)]


def test_who_leads_ends_a_wait_and_pin_and_key_stay(store: Store, lead: Signer) -> None:
    made = user(store, "operator", PIN)
    before = store.query(local_user, made)
    locked(store, made)
    end_wait(store, lead, made)
    after = store.query(local_user, made)
    assert before is not None
    assert after is not None
    assert (after.verifier, after.sealed_key, after.key_id) == (before.verifier, before.sealed_key, before.key_id)
    assert check_in(store, made, PIN).user_id == made
    assert noted(store) == [(made, "wait_ended", lead.user_id)]


@pytest.mark.parametrize("role", ["lead", "planner", "head", "admin", "keeper", "clerk"])
def test_who_signs_for_the_office_or_its_stock_needs_a_code(store: Store, lead: Signer, role: str) -> None:
    made = user(store, role, PIN)
    with pytest.raises(SignatureError) as told:
        reset_pin(store, lead, made, NEW)
    assert told.value.problems[0].code == "needs_code"
    assert check_in(store, made, PIN).user_id == made
    assert noted(store) == []


def test_nobody_but_another_who_leads_sets_anything_back(store: Store, lead: Signer) -> None:
    one, two = user(store, "operator", PIN), user(store, "operator", PIN, "Budi Santoso")
    operator = check_in(store, one, PIN)
    for act in (lambda: reset_pin(store, operator, two, NEW), lambda: end_wait(store, operator, two)):
        with pytest.raises(SignatureError):
            act()
    for act in (lambda: reset_pin(store, lead, lead.user_id, NEW), lambda: end_wait(store, lead, lead.user_id)):
        with pytest.raises(SignatureError):
            act()
    assert noted(store) == []
