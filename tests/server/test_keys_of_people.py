"""A user's key vouches for the user only where the office's code, or whoever leads, proves whose it is."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from field_pens import AT, JATI, PROBOLINGGO, FieldLaptop, Ground, PenKey, key_of

from fieldkit.records.start_codes import Voucher, key_statement, start_code_verifier, vouched
from fieldkit.server.cases import open_cases
from fieldkit.server.office.watch import Watch
from fieldkit.server.office.writing import OfficeRow, add_user, dismiss_user, put_office_rows
from fieldkit.server.schema import BOUND_KEY

DOCUMENT = '{"people":12}'


def kinds(ground: Ground) -> list[str]:
    return [case.kind for case in open_cases(ground.centre, PROBOLINGGO)]


def user(ground: Ground, role: str = "operator") -> tuple[str, str]:
    return add_user(ground.centre, PROBOLINGGO, name="Agus Prasetyo", role=role, now_ms=ground.clock())


def closes(laptop: FieldLaptop, signer: str, key: PenKey) -> list[str]:
    """Hand in a closing that is signed with this key; the reasons of its cases."""
    closing = {"shift_id": "s1", "kind": "table", "number": 1, "document": DOCUMENT, "signer_id": signer, "at": AT}
    laptop.pen.insert("closing", closing | {"key_id": key.id, "signature": key.sign(DOCUMENT)})
    return [each.reason for each in laptop.push().exceptions]


def bound(ground: Ground) -> set[str]:
    with ground.centre.engine.connect() as connection:
        return set(connection.scalars(sa.select(BOUND_KEY.c.key_id)))


def test_a_key_that_the_code_proves_signs(ground: Ground) -> None:
    laptop = ground.laptop()
    key = key_of(laptop, ground.lead, ground.lead_code)
    assert closes(laptop, ground.lead, key) == []
    assert bound(ground) == {key.id}


def test_a_key_without_a_proof_is_a_case_and_so_is_what_it_signs(ground: Ground) -> None:
    laptop = ground.laptop()
    key = key_of(laptop, ground.lead)
    assert closes(laptop, ground.lead, key) == ["key", "signature"]
    assert closes(laptop, ground.lead, key) == ["signature"], "also later"
    assert len(ground.laptop().rows("closing")) == 2, "nothing is lost of it"


def test_a_code_serves_for_one_key_and_not_for_that_of_another_laptop(ground: Ground) -> None:
    one, two = ground.laptop(), ground.laptop()
    verifier = one.rows("app_user")[ground.lead]["start_code_hash"]
    first = key_of(one, ground.lead, ground.lead_code)
    second = key_of(two, ground.lead, ground.lead_code, verifier=verifier)
    assert closes(one, ground.lead, first) == []
    assert closes(two, ground.lead, second) == ["key", "signature"]


def test_two_keys_of_one_push_do_not_share_a_code(ground: Ground) -> None:
    laptop = ground.laptop()
    keys = [key_of(laptop, ground.lead, ground.lead_code) for _ in range(2)]
    assert [each.reason for each in laptop.push().exceptions] == ["key"]
    assert bound(ground) == {keys[0].id}


def test_the_proof_of_another_key_is_none(ground: Ground) -> None:
    laptop, thief = ground.laptop(), ground.laptop(JATI)
    key_of(laptop, ground.lead, ground.lead_code)
    laptop.push()
    (stored,) = laptop.rows("user_key").values()
    thief.pen.insert("user_key", {"user_id": ground.lead, "public_key": "ab" * 32, "proof": stored["proof"]})
    assert [each.reason for each in thief.push().exceptions] == ["key"]


def test_the_code_of_one_user_proves_no_key_of_another(ground: Ground) -> None:
    laptop = ground.laptop()
    admin, _ = user(ground, "admin")
    verifier = laptop.rows("app_user")[ground.lead]["start_code_hash"]
    assert closes(laptop, admin, key_of(laptop, admin, ground.lead_code, verifier=verifier)) == ["key", "signature"]


def test_a_code_that_has_served_leaves_all_laptops(ground: Ground) -> None:
    laptop = ground.laptop()
    other, _ = user(ground)
    key_of(laptop, ground.lead, ground.lead_code)
    laptop.push()
    Watch(ground.centre).look(ground.clock())
    users = laptop.rows("app_user")
    assert users[ground.lead]["start_code_hash"] is None
    assert users[other]["start_code_hash"] is not None, "it is still to be used"


def test_a_plain_hash_of_an_older_program_leaves_all_laptops(ground: Ground) -> None:
    told = OfficeRow("app_user", PROBOLINGGO, ground.lead, {"start_code_hash": "ab" * 32}, is_new=False)
    put_office_rows(ground.centre, PROBOLINGGO, [told], now_ms=ground.clock())
    Watch(ground.centre).look(ground.clock())
    assert ground.laptop().rows("app_user")[ground.lead]["start_code_hash"] is None


def test_a_key_that_came_before_its_code_is_bound_once_the_code_is_there(ground: Ground) -> None:
    """As after a restore: the laptop of the user was quicker than the one of the admin."""
    laptop, verifier = ground.laptop(), start_code_verifier("7KQ2M9XATB4H")
    key = key_of(laptop, ground.lead, "7KQ2M9XATB4H", verifier=verifier)
    assert [each.reason for each in laptop.push().exceptions] == ["key"]
    told = OfficeRow("app_user", PROBOLINGGO, ground.lead, {"start_code_hash": verifier}, is_new=False)
    put_office_rows(ground.centre, PROBOLINGGO, [told], now_ms=ground.clock())
    Watch(ground.centre).look(ground.clock())
    assert bound(ground) == {key.id}
    assert closes(laptop, ground.lead, key) == []


def vouch(laptop: FieldLaptop, lead: str, by: PenKey, of: str) -> PenKey:
    """A key of a user by the word of a lead."""
    made = key_of(laptop, of)
    laptop.pen.journal.pop()
    public = made.secret.public_key().public_bytes_raw().hex()
    signature = by.sign(key_statement(PROBOLINGGO, of, public).decode())
    told = {"user_id": of, "public_key": public, "proof": vouched(Voucher(lead, by.id, signature))}
    return PenKey(laptop.pen.insert("user_key", told), made.secret)


@pytest.mark.parametrize(("role", "reasons"), [("operator", []), ("head", ["key"])])
def test_who_leads_vouches_for_those_who_sign_nothing_for_the_office(
    ground: Ground, role: str, reasons: list[str]
) -> None:
    laptop, (other, _) = ground.laptop(), user(ground, role)
    own = key_of(laptop, ground.lead, ground.lead_code)
    made = vouch(laptop, ground.lead, own, other)
    assert [each.reason for each in laptop.push().exceptions] == reasons
    assert bound(ground) == {own.id} | (set() if reasons else {made.id})


def test_nobody_vouches_with_a_key_that_vouches_for_nothing(ground: Ground) -> None:
    laptop, (other, _), (operator, code) = ground.laptop(), user(ground), user(ground)
    unproved = key_of(laptop, ground.lead)
    vouch(laptop, ground.lead, unproved, other)
    assert [each.reason for each in laptop.push().exceptions] == ["key", "key"]
    own = key_of(laptop, operator, code)
    vouch(laptop, operator, own, other)
    assert [each.reason for each in laptop.push().exceptions] == ["key"], "no lead"
    vouch(laptop, ground.lead, own, other)
    assert [each.reason for each in laptop.push().exceptions] == ["key"], "in a lead's name"
    assert bound(ground) == {own.id}


def test_the_word_of_a_lead_counts_until_the_office_dismisses_them(ground: Ground) -> None:
    laptop, (lead, code), (one, _), (two, _) = ground.laptop(), user(ground, "lead"), user(ground), user(ground)
    own = key_of(laptop, lead, code)
    vouched_for = vouch(laptop, lead, own, one)
    assert laptop.push().exceptions == []
    assert dismiss_user(ground.centre, PROBOLINGGO, lead, now_ms=ground.clock())
    vouch(laptop, lead, own, two)
    assert [each.reason for each in laptop.push().exceptions] == ["key"]
    assert bound(ground) == {own.id, vouched_for.id}


def test_a_record_is_held_to_its_signature_like_a_closing(ground: Ground) -> None:
    laptop = ground.laptop()
    key = key_of(laptop, ground.lead)
    record = {"kind": "loan", "number": "1", "document": DOCUMENT, "signer_id": ground.lead, "at": AT}
    laptop.pen.insert("handover_record", record | {"key_id": key.id, "signature": key.sign(DOCUMENT)})
    assert [each.reason for each in laptop.push().exceptions] == ["key", "signature"]
    assert kinds(ground) == ["key", "signature"]


def test_who_does_not_lead_signs_no_closing_under_the_name_of_somebody_who_does(ground: Ground) -> None:
    """A laptop names who wrote a change as it likes, and a key of the own is bound to whoever has one."""
    operator, code = user(ground)
    laptop = ground.laptop()
    key = key_of(laptop, operator, code)
    assert laptop.pen.user == ground.lead
    assert closes(laptop, operator, key) == ["user"]
    assert len(ground.laptop().rows("closing")) == 1, "nothing is lost of it"
