"""What is left of a change once fields were erased by law, and the chain over it."""

from __future__ import annotations

import os
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.records.declaration import Kind, Table
from fieldkit.records.erasure import NOTHING, ORDER_COLUMNS, Order, fields_text, filled, is_sound, order_of, remaining
from fieldkit.records.journal import SALT_BYTES, Header, SealedChange, Seen, genesis, kept_digest, link, seal
from fieldkit.records.tables import BY_NAME, CARD_PRINT, ERASURE, RESIDENT, TABLES

ORIGIN = "3574-P2.1"
NAMES = ("name", "nik", "phone", "village")
FIELDS = st.dictionaries(st.sampled_from(NAMES), st.one_of(st.text(max_size=5), st.none()))
ERASED = st.sets(st.sampled_from(NAMES))
ORDER = Order(
    "order-1", "35.74", "resident", "row-1", '["name","nik"]', "Pasal 43", "user-1", "2026-01-05T02:00:00.000Z"
)


def sealed(values: list[dict[str, str | None]]) -> list[SealedChange]:
    """A journal of one insert after the other."""
    chain, journal = genesis(ORIGIN), []
    for number, fields in enumerate(values, 1):
        header = Header(
            1, ORIGIN, number, number, 1, number, "resident", "r", "35.74", "35.74", "u", Seen(), is_insert=True
        )
        journal.append(seal(header, fields, os.urandom(SALT_BYTES), chain))
        chain = journal[-1].chain
    return journal


@given(st.lists(st.tuples(FIELDS, ERASED, ERASED), max_size=8))
def test_invariant_3_any_mix_of_erased_and_whole_changes_verifies_as_the_original(
    changes: list[tuple[dict[str, str | None], set[str], set[str]]],
) -> None:
    journal, chain = sealed([fields for fields, _, _ in changes]), genesis(ORIGIN)
    for change, (values, first, second) in zip(journal, changes, strict=True):
        salt, fields, kept = erased((change.salt, change.fields, None), first)
        salt, fields, kept = erased((salt, fields, kept), second)
        chain = link(chain, change.header, kept_digest(salt, fields, kept))
        assert chain == change.chain
        assert msgspec.json.decode(fields) == {
            name: value for name, value in values.items() if name not in first | second
        }
        assert (salt is None) == (kept is not None) == bool((first | second) & values.keys())


def erased(
    entry: tuple[bytes | None, bytes, bytes | None], names: set[str]
) -> tuple[bytes | None, bytes, bytes | None]:
    """An entry of a journal, as either end erases it."""
    salt, fields, kept = entry
    left = remaining(fields, names)
    return entry if left == fields else (None, left, kept_digest(salt, fields, kept))


def test_the_digest_of_an_erased_change_can_not_be_guessed_without_its_salt() -> None:
    one, other = sealed([{"nik": "3574035211879901"}])[0], sealed([{"nik": "3574035211879901"}])[0]
    assert kept_digest(one.salt, one.fields, None) != kept_digest(other.salt, other.fields, None)


def test_what_is_not_named_stays_byte_for_byte() -> None:
    fields = b'{"b": 1.0e2,"name":"X", "a":"\\u0041"}'
    assert remaining(fields, {"name"}) == b'{"b":1.0e2,"a":"\\u0041"}'
    assert remaining(fields, {"other"}) is fields


@pytest.mark.parametrize("fields", [b"", b"[1]", b'{"name":', b"3"])
def test_of_what_can_not_be_read_nothing_is_left(fields: bytes) -> None:
    assert remaining(fields, {"name"}) == NOTHING


def test_an_insert_of_which_required_fields_are_gone_is_filled_with_blanks() -> None:
    assert msgspec.json.decode(filled(b'{"village":"v"}', RESIDENT)) == {"name": "", "village": "v"}
    assert msgspec.json.decode(filled(b'{"name":"A"}', RESIDENT)) == {"name": "A"}
    assert filled(b"[", RESIDENT) == b"["


def test_an_order_goes_into_a_row_and_comes_out_of_it() -> None:
    row = {**{name: getattr(ORDER, name) for name in ORDER_COLUMNS}, "at": "x", "id": "y"}
    assert order_of(row) == ORDER
    assert {*ORDER_COLUMNS, "at"} == set(ERASURE.column_names)


@pytest.mark.parametrize("name", [name for name in ORDER_COLUMNS if name != "signature"])
def test_the_signature_is_over_everything_that_an_order_says(name: str) -> None:
    assert replace(ORDER, **{name: "other"}).signed != ORDER.signed


@pytest.mark.parametrize("fields", ["", "[]", "3", '["village"]', '["name","village"]', '["nothing"]'])
def test_an_order_names_personal_fields_and_nothing_else(fields: str) -> None:
    assert is_sound(ORDER, RESIDENT)
    assert not is_sound(replace(ORDER, fields=fields), RESIDENT)
    assert not is_sound(ORDER, None)
    assert not is_sound(ORDER, CARD_PRINT)


def test_names_of_fields_are_told_in_one_order() -> None:
    assert fields_text({"nik", "name"}) == '["name","nik"]'


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_is_personal_can_be_blank(table: Table) -> None:
    """A number or a flag that is required has no blank; nor is anything erased that holds rows together."""
    for column in (BY_NAME[table.name].column(name) for name in table.personal):
        assert column.kind is Kind.TEXT or not column.required
        assert column.name not in table.indexed
