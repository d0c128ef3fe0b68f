"""Whoever has the database's key puts a PIN of their own in place of another's: it opens nothing, and signs nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from fieldkit.domain.errors import SignatureError
from fieldkit.domain.identifiers import UserId
from fieldkit.host.secrets import new_pin_verifier, new_signing_key
from fieldkit.records.tables import OFFICE_ORDER
from fieldkit.store.keeping.tampering import look_through
from fieldkit.store.queries.people import LocalUser, local_user, put_local_user
from fieldkit.work.orders.users import NewUser, order_user
from fieldkit.work.sign_in import Signer, check_in, end_wait, reset_pin
from tests.flows.enrolled import Ground, Laptop, kinds, signer
from tests.flows.test_tampering_is_told import by_another_program
from tests.sealing import seal_all

THIEFS = "385276"


@dataclass
class Stolen:
    """A laptop on which an admin and somebody else have their PINs, and all was sent."""

    laptop: Laptop
    admin: Signer
    thief: Signer

    def row(self, of: Signer) -> LocalUser:
        """How somebody signs in here."""
        found = self.laptop.store.query(local_user, of.user_id)
        assert found is not None
        return found

    def swap(self, **values: str) -> None:
        """As another program writes it into the row of the admin."""
        self.laptop.store.write_local(put_local_user, replace(self.row(self.admin), **values))

    def refused(self) -> str:
        """Why the PIN of the thief does not let them in as the admin."""
        with pytest.raises(SignatureError) as caught:
            check_in(self.laptop.store, self.admin.user_id, THIEFS)
        return caught.value.problems[0].code


@pytest.fixture
def stolen(ground: Ground) -> Stolen:
    laptop = ground.laptop("office")
    thief, admin = signer(ground, laptop, "operator"), signer(ground, laptop, "admin")
    assert laptop.sync().all_sent
    laptop.sync()
    seal_all(laptop.store)
    return Stolen(laptop, admin, thief)


def test_a_pin_in_place_of_anothers_lets_nobody_in_and_opens_no_key(stolen: Stolen) -> None:
    stolen.swap(verifier=new_pin_verifier(THIEFS))
    assert stolen.refused() == "not_own_key"
    past_the_door = Signer(stolen.admin.user_id, stolen.admin.key_id, stolen.row(stolen.admin).sealed_key, THIEFS)
    with pytest.raises(SignatureError):
        past_the_door.sign(b"an order")


def test_a_key_in_place_of_anothers_lets_nobody_in(stolen: Stolen) -> None:
    stolen.swap(verifier=new_pin_verifier(THIEFS), sealed_key=new_signing_key(THIEFS).sealed)
    assert stolen.refused() == "not_own_key"


@pytest.mark.parametrize("named", ["", "thief"])
def test_a_key_that_is_nobodys_or_ones_own_lets_nobody_in_as_another(stolen: Stolen, named: str) -> None:
    store = stolen.laptop.store
    reset_pin(store, check_in(store, stolen.admin.user_id, "482915"), thiefs(stolen), THIEFS)
    own = stolen.row(stolen.thief)
    stolen.swap(verifier=own.verifier, sealed_key=own.sealed_key, key_id=own.key_id if named else "")
    assert check_in(store, thiefs(stolen), THIEFS).key_id == own.key_id
    assert stolen.refused() == "not_own_key"


def test_a_swapped_lead_sets_nobodys_pin_back_and_ends_no_wait(stolen: Stolen) -> None:
    stolen.swap(verifier=new_pin_verifier(THIEFS))
    stolen.refused()
    with pytest.raises(SignatureError):
        end_wait(stolen.laptop.store, check_in(stolen.laptop.store, stolen.admin.user_id, THIEFS), thiefs(stolen))


def test_the_own_pin_lets_its_owner_in_as_before(stolen: Stolen) -> None:
    own = stolen.row(stolen.admin)
    stolen.swap(verifier=new_pin_verifier(THIEFS))
    stolen.refused()
    stolen.swap(verifier=own.verifier)
    assert check_in(stolen.laptop.store, stolen.admin.user_id, "482915").sign(b"an order")


def test_a_key_that_is_registered_past_fieldkit_is_found_and_the_centre_takes_nothing_signed_with_it(
    ground: Ground, stolen: Stolen
) -> None:
    """What the check at the door does not bound: whoever rewrites the registered key as well gets in."""
    made, store = new_signing_key(THIEFS), stolen.laptop.store
    stolen.swap(verifier=new_pin_verifier(THIEFS), sealed_key=made.sealed)
    key = f"UPDATE user_key SET public_key = '{made.public_hex}' WHERE id = '{stolen.admin.key_id}'"
    by_another_program(store.path, key)
    store.user = stolen.admin.user_id
    forger = check_in(store, stolen.admin.user_id, THIEFS)
    store.execute(order_user, NewUser("Wahyu Setiawan", "admin"), forger)
    assert look_through(store).rows == {"user_key changed": 1}
    stolen.laptop.sync()
    stolen.laptop.sync()
    assert sorted(kinds(ground)) == ["signature", "tampered"]
    assert len(ground.rows(OFFICE_ORDER)) == 1


def thiefs(stolen: Stolen) -> UserId:
    return stolen.thief.user_id
