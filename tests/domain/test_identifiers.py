"""Names of things that travel: UUID version 7, origins, prefixes."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.identifiers import (
    behind_id,
    device_prefix,
    foreign_prefix,
    incarnate,
    incarnation_beside,
    origin_of,
    regency_of_origin,
    row_id,
    row_ids,
    series_letters,
)

_MOMENT_MS = st.integers(0, (1 << 48) - 1)
_TEN_BYTES = st.binary(min_size=10, max_size=10)


@given(_MOMENT_MS, _TEN_BYTES)
def test_a_row_id_is_a_uuid_of_version_7_with_its_time_in_front(now_ms: int, random: bytes) -> None:
    parsed = uuid.UUID(row_id(now_ms, random))
    assert str(parsed) == row_id(now_ms, random)
    assert (parsed.version, parsed.variant) == (7, uuid.RFC_4122)
    assert parsed.int >> 80 == now_ms


@given(_MOMENT_MS, _TEN_BYTES)
def test_all_74_random_bits_that_fit_are_used(now_ms: int, random: bytes) -> None:
    bits = uuid.UUID(row_id(now_ms, random)).int
    given_bits = int.from_bytes(random, "big")
    assert bits & ((1 << 62) - 1) == given_bits & ((1 << 62) - 1)
    assert (bits >> 64) & 0xFFF == (given_bits >> 64) & 0xFFF


@given(_MOMENT_MS, _MOMENT_MS, _TEN_BYTES, _TEN_BYTES)
def test_ids_of_a_later_millisecond_sort_behind(a_ms: int, b_ms: int, random_a: bytes, random_b: bytes) -> None:
    if a_ms == b_ms:
        return
    assert (row_id(a_ms, random_a) < row_id(b_ms, random_b)) == (a_ms < b_ms)


@given(_MOMENT_MS, st.integers(0, 4094), st.lists(st.binary(min_size=8, max_size=8), max_size=5))
def test_many_ids_ascend_and_so_do_the_batches_of_a_millisecond(now_ms: int, batch: int, randoms: list[bytes]) -> None:
    ids = row_ids(now_ms, batch, b"".join(randoms))
    assert len(ids) == len(randoms)
    assert ids == sorted(ids)
    assert all(uuid.UUID(each).version == 7 for each in ids)
    assert all(earlier < later for earlier in ids for later in row_ids(now_ms, batch + 1, b"".join(randoms)))


def test_the_example_of_the_standard_comes_out() -> None:
    random = ((0xCC3 << 64) | 0x18C4DC0C0C07398F).to_bytes(10, "big")
    assert row_id(0x017F22E279B0, random) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_an_origin_names_regency_laptop_and_incarnation() -> None:
    assert origin_of("35.74", "P2", 1) == "3574-P2.1"


@given(
    st.from_regex(r"[0-9]{2}\.[0-9]{2}", fullmatch=True),
    st.from_regex(r"[A-Z][0-9]{1,2}", fullmatch=True),
)
def test_the_prefix_is_found_again_in_every_first_origin(regency: str, prefix: str) -> None:
    assert device_prefix(origin_of(regency, prefix, 1)) == prefix


@given(st.sets(st.tuples(st.sampled_from(["P1", "P11", "P2", "T1"]), st.integers(1, 2000)), min_size=2, max_size=20))
def test_no_two_incarnations_share_a_prefix(laptops: set[tuple[str, int]]) -> None:
    prefixes = {incarnate(prefix, origin_of("35.74", prefix, incarnation)) for prefix, incarnation in laptops}
    assert len(prefixes) == len(laptops)


def test_a_new_incarnation_of_a_laptop_has_a_letter_of_its_own() -> None:
    told = [device_prefix(origin_of("35.74", "P2", incarnation)) for incarnation in (1, 2, 3, 26, 27)]
    assert told == ["P2", "P2B", "P2C", "P2Z", "P2AA"]


def test_away_from_home_the_regency_stands_in_front() -> None:
    assert foreign_prefix(origin_of("35.13", "P2", 2)) == "3513P2B"


@given(st.binary(min_size=2, max_size=2))
def test_the_letters_of_a_series_are_two_and_look_like_no_digit(drawn: bytes) -> None:
    letters = series_letters(drawn)
    assert len(letters) == 2
    assert not set(letters) & set("IO0123456789")


def test_the_regency_of_an_origin_is_found_again() -> None:
    assert regency_of_origin(origin_of("35.74", "P2", 3)) == "35.74"


@pytest.mark.parametrize("newest", ["", "mission", row_id(999, bytes(10))])
def test_an_id_that_tells_no_later_time_holds_nothing_up(newest: str) -> None:
    assert behind_id(newest, 1_000) == 1_000


def test_ids_made_behind_a_later_one_sort_last_up_to_the_end_of_time() -> None:
    newest = row_id(5_000, bytes(10))
    assert row_id(behind_id(newest, 1_000), bytes(10)) > newest
    assert len(row_id(behind_id("ffffffff-ffff-7000-8000-000000000001", 1_000), bytes(10))) == 36


@pytest.mark.parametrize(
    ("other", "number"),
    [
        ("3574-P2.1", 1),
        ("3574-P2.999999", 999_999),
        ("3574-P3.1", None),
        ("3573-P2.1", None),
        ("3574-P2.0", None),
        ("3574-P2.٣", None),
        ("3574-P2." + "9" * 5000, None),
        ("3574-P2", None),
        ("", None),
    ],
)
def test_an_origin_is_of_one_laptop_with_those_of_its_prefix(other: str, number: int | None) -> None:
    assert incarnation_beside("3574-P2.3", other) == number
