"""One-time codes: what is kept of them tells nobody the code, and proves whose a key is."""

from __future__ import annotations

import pytest

from fieldkit.records.codes import enrol_verifier, is_enrol_verifier, new_code, new_start_code, secret_hash
from fieldkit.records.start_codes import (
    Voucher,
    fits,
    is_verifier,
    key_statement,
    prove,
    proves,
    start_code_verifier,
    told_to,
    told_verifier,
    vouched,
    voucher_of,
)

STATEMENT = key_statement("35.74", "user-1", "ab" * 32)


def test_a_code_fits_its_verifier_alone_however_it_is_typed() -> None:
    code = new_start_code()
    verifier = start_code_verifier(code)
    assert fits(code, verifier)
    assert fits(f" {code[:4].lower()}-{code[4:]} ", verifier)
    assert not fits(new_start_code(), verifier)
    assert code not in verifier


def test_the_same_code_is_kept_differently_each_time() -> None:
    assert start_code_verifier("7KQ2M9XATB4H") != start_code_verifier("7KQ2M9XATB4H")


def test_only_who_has_the_code_proves_a_key_and_each_other_one_needs_its_own_proof() -> None:
    code = new_start_code()
    verifier = start_code_verifier(code)
    proof = prove(code, verifier, STATEMENT)
    assert proves(verifier, proof, STATEMENT)
    assert not proves(verifier, proof, key_statement("35.74", "user-1", "cd" * 32))
    assert not proves(verifier, proof, key_statement("35.74", "user-2", "ab" * 32))
    assert not proves(verifier, prove(new_start_code(), verifier, STATEMENT), STATEMENT)
    assert not proves(start_code_verifier(code), proof, STATEMENT), "a code that is made again is another one"


def test_a_code_of_the_telephone_is_of_one_laptop_and_no_start_code() -> None:
    verifier = told_verifier("7KQ2M9XATB4H", "P2-ABC-DEFGH", "user-1")
    assert (told_to(verifier), told_to(start_code_verifier("7KQ2M9XATB4H"))) == ("P2", "")
    assert not is_verifier(verifier)
    assert proves(verifier, prove("7KQ2M9XATB4H", verifier, STATEMENT), STATEMENT)
    assert not told_to(verifier.replace("t1", "k1"))
    assert not told_to(verifier.removesuffix(":P2"))


@pytest.mark.parametrize("broken", ["", "code:", "code:zz", "lead:a:b:c", "code:" + "00" * 64, "x" * 200])
def test_what_is_no_proof_proves_nothing(broken: str) -> None:
    assert not proves(start_code_verifier(new_start_code()), broken, STATEMENT)


@pytest.mark.parametrize("broken", ["", "k1:", "k1:00:11", "k2:" + "00" * 16 + ":" + "00" * 32, secret_hash("code")])
def test_what_is_no_verifier_fits_nothing(broken: str) -> None:
    assert not is_verifier(broken)
    assert not fits("7KQ2M9XATB4H", broken)
    assert not proves(broken, prove("7KQ2M9XATB4H", start_code_verifier("7KQ2M9XATB4H"), STATEMENT), STATEMENT)
    with pytest.raises(ValueError, match="not a verifier"):
        prove("7KQ2M9XATB4H", broken, STATEMENT)


def test_a_voucher_is_read_as_it_was_written() -> None:
    voucher = Voucher("user-1", "key-1", "ab" * 64)
    assert voucher_of(vouched(voucher)) == voucher
    assert voucher_of("code:" + "ab" * 64) is None
    assert voucher_of("") is None


def test_a_code_that_enrols_is_found_by_the_code_alone_and_is_no_plain_hash() -> None:
    code = new_code("35.74")
    assert enrol_verifier(code) == enrol_verifier(code.lower().replace("-", " "))
    assert enrol_verifier(code) != enrol_verifier(new_code("35.74"))
    assert is_enrol_verifier(enrol_verifier(code))
    assert not is_enrol_verifier(secret_hash(code))
