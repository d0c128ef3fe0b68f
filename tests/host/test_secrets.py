"""PINs and signing keys."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldkit.domain.errors import RuleError, SignatureError
from fieldkit.host.sealing import Cost, seal
from fieldkit.host.secrets import (
    check_pin,
    delay_after,
    new_device_key,
    new_pin_verifier,
    new_signing_key,
    pin_problem,
    sign,
    verify,
)

PIN = "274185"
QUICK = Cost(rounds=1, memory_kib=128, lanes=1)
DOCUMENT = b"Penutupan shift sore, 82 direkam"


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "27418a", "２７４１８５", " 74185", "27418\n"])
def test_a_pin_has_six_digits(pin: str) -> None:
    problem = pin_problem(pin)
    assert problem is not None
    assert problem.code == "pin_shape"


@pytest.mark.parametrize("pin", ["000000", "999999", "123456", "654321", "456789", "890123", "210987"])
def test_equal_digits_and_runs_are_too_easy(pin: str) -> None:
    problem = pin_problem(pin)
    assert problem is not None
    assert (problem.field, problem.code) == ("pin", "pin_guessable")


@pytest.mark.parametrize("pin", [PIN, "112233", "100000", "123457"])
def test_any_other_six_digits_will_do(pin: str) -> None:
    assert pin_problem(pin) is None


def test_a_verifier_knows_its_pin_and_no_other() -> None:
    verifier = new_pin_verifier(PIN, QUICK)
    assert check_pin(verifier, PIN)
    assert not check_pin(verifier, "274186")
    assert PIN not in verifier
    assert verifier.startswith("$argon2id$")
    assert new_pin_verifier(PIN, QUICK) != verifier


@pytest.mark.usefixtures("in_earnest")
def test_a_pin_is_kept_and_its_key_sealed_at_the_cost_of_rfc_9106() -> None:
    verifier, key = new_pin_verifier(PIN), new_signing_key(PIN)
    assert verifier.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert '"rounds":3,"memory_kib":65536,"lanes":4' in key.sealed
    assert check_pin(verifier, PIN)


@pytest.mark.parametrize("verifier", ["", "rusak", "$argon2id$v=19$m=8,t=1,p=1$"])
def test_a_damaged_verifier_lets_nobody_in(verifier: str) -> None:
    assert not check_pin(verifier, PIN)


def test_an_easy_pin_gets_neither_verifier_nor_key() -> None:
    with pytest.raises(RuleError):
        new_pin_verifier("111111", QUICK)
    with pytest.raises(RuleError):
        new_signing_key("123456", QUICK)


def test_the_delay_begins_after_five_failures_and_is_bounded() -> None:
    assert [delay_after(failures) for failures in range(8)] == [0, 0, 0, 0, 0, 30, 60, 120]
    assert delay_after(10_000) == 3600


@given(st.integers(0, 200))
def test_the_delay_never_shrinks(failures: int) -> None:
    assert delay_after(failures) <= delay_after(failures + 1)


@settings(max_examples=20)
@given(st.binary(max_size=200), st.binary(max_size=200))
def test_a_signature_fits_its_document_only(document: bytes, other: bytes) -> None:
    key = new_signing_key(PIN, QUICK)
    signature = sign(key.sealed, PIN, document)
    assert verify(key.public_hex, signature, document)
    assert verify(key.public_hex, signature, other) == (document == other)


def test_a_signature_fits_its_key_only() -> None:
    mine, other = new_signing_key(PIN, QUICK), new_signing_key(PIN, QUICK)
    assert not verify(other.public_hex, sign(mine.sealed, PIN, DOCUMENT), DOCUMENT)


def test_a_wrong_pin_signs_nothing() -> None:
    key = new_signing_key(PIN, QUICK)
    with pytest.raises(SignatureError) as refused:
        sign(key.sealed, "274186", DOCUMENT)
    assert refused.value.problems[0].field == "pin"


@pytest.mark.parametrize("sealed", ["", "{}", seal(b"pendek", PIN, QUICK)])
def test_a_damaged_key_signs_nothing(sealed: str) -> None:
    with pytest.raises(SignatureError, match="rusak"):
        sign(sealed, PIN, DOCUMENT)


@pytest.mark.parametrize(("public", "signature"), [("", ""), ("zz", "00"), ("00" * 32, "00" * 64), ("00", "tanda")])
def test_nonsense_verifies_nothing(public: str, signature: str) -> None:
    assert not verify(public, signature, DOCUMENT)


def test_private_halves_do_not_show_in_a_repr() -> None:
    device, user = new_device_key(), new_signing_key(PIN, QUICK)
    assert device.secret_hex not in repr(device)
    assert user.sealed not in repr(user)
    assert len(bytes.fromhex(device.public_hex)) == len(bytes.fromhex(device.secret_hex)) == 32
