"""A squeezed push comes out as it went in, byte for byte; whatever else comes in is refused."""

from __future__ import annotations

import tracemalloc
import uuid
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.records.journal import Header, Seen, genesis, seal
from fieldkit.records.squeeze import expand, is_squeezed, squeeze
from fieldkit.records.wire import ChangeOnWire, Push

ORIGIN = "3574-P2.1"
IDS = st.integers(0, 400).map(lambda number: str(uuid.UUID(int=number << 64 | 7 << 76 | number)))
TEXTS = st.text(max_size=12) | IDS
FIELDS = st.dictionaries(st.sampled_from(["name", "phone", "remarks", "papers"]), TEXTS | st.integers() | st.none())
HEADERS = st.builds(
    Header,
    format=st.sampled_from([1, 1, 1, 2]),
    origin=st.sampled_from([ORIGIN, ORIGIN, "3574-P9.1", 'a,"b']),
    number=st.integers(-3, 40),
    command=st.integers(-3, 40),
    command_size=st.integers(0, 9),
    stamp=st.integers(-(1 << 62), 1 << 62),
    table=st.sampled_from(["resident", "incident"]),
    row=TEXTS,
    regency=st.just("35.74"),
    area=st.just("35.74.03.1004"),
    user=IDS,
    seen=st.builds(Seen),
    is_insert=st.booleans(),
)


def push_of(changes: list[tuple[bytes, bytes]], first: int = 1) -> Push:
    return Push(
        origin=ORIGIN,
        first=first,
        before=genesis(ORIGIN).hex(),
        after=bytes(32).hex(),
        changes=[
            ChangeOnWire(msgspec.Raw(header), number.to_bytes(16, "big").hex(), msgspec.Raw(fields))
            for number, (header, fields) in enumerate(changes)
        ],
    )


def work(count: int) -> Push:
    """Commands of one change, as a laptop writes them."""
    changes = []
    for number in range(1, count + 1):
        row, other = str(uuid.UUID(int=number * 7919 << 40)), str(uuid.UUID(int=number // 3 << 40))
        place = ("resident", row, "35.74", "35.74.03.1004", other, Seen())
        header = Header(1, ORIGIN, number, number, 1, 1_000_000 + number, *place, True)
        sealed = seal(header, {"name": "SUMIATI", "list_id": other}, bytes(16), bytes(32))
        changes.append((sealed.header, sealed.fields))
    return push_of(changes)


def as_json(push: Push) -> bytes:
    return msgspec.json.encode(push)


@given(st.lists(st.tuples(HEADERS, FIELDS), min_size=1, max_size=30), st.integers(1, 9))
def test_invariant_3_whatever_was_written_comes_out_byte_for_byte(
    written: list[tuple[Header, dict[str, Any]]], first: int
) -> None:
    changes = [(msgspec.json.encode(header), msgspec.json.encode(fields)) for header, fields in written]
    push = push_of(changes, first)
    small = squeeze(push)
    assert small is not None
    assert is_squeezed(small)
    assert as_json(expand(small)) == as_json(push)


def test_what_a_laptop_writes_becomes_much_smaller() -> None:
    push = work(600)
    small = squeeze(push)
    assert small is not None
    assert as_json(expand(small)) == as_json(push)
    assert len(small) * 2 < len(as_json(push))


def test_a_push_in_json_is_not_taken_for_a_squeezed_one() -> None:
    assert not is_squeezed(as_json(work(1)))


@pytest.mark.parametrize(
    "change",
    [
        (b'{"header": 1}', b"{}"),
        (b"[1]", b'{\n"name": "SUMIATI"}'),
        (b"[1]", b'"\xff"'),
        (b"12,3,4,[]", b"{}"),
    ],
    ids=["no list", "a line break", "no text", "like a shortened one"],
)
def test_what_this_form_can_not_say_is_left_to_json(change: tuple[bytes, bytes]) -> None:
    assert squeeze(push_of([change])) is None


def test_a_change_that_was_erased_is_left_to_json() -> None:
    push = push_of([(b"[1]", b"{}"), (b"[2]", b"{}")])
    erased = ChangeOnWire(push.changes[1].header, "", push.changes[1].fields, "00" * 32)
    assert squeeze(push) is not None
    assert squeeze(msgspec.structs.replace(push, changes=[push.changes[0], erased])) is None


def test_a_header_of_another_kind_stays_as_it_is() -> None:
    changes = [(b"[1]", b"{}"), (b"[]", b"[]"), (b'[1,"3574-P2.1",x,y]', b"1")]
    small = squeeze(push_of(changes[:2]))
    assert small is not None
    assert as_json(expand(small)) == as_json(push_of(changes[:2]))
    broken = squeeze(push_of(changes))
    assert broken is not None
    with pytest.raises(msgspec.MsgspecError):
        expand(broken)


def parts_of(push: Push) -> list[Any]:
    small = squeeze(push)
    assert small is not None
    parts: list[Any] = msgspec.msgpack.decode(small)
    return parts


ORIGIN_AT, FIRST_AT, BEFORE_AT, AFTER_AT, TEXT_AT, IDS_AT, SALTS_AT = range(7)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (TEXT_AT, b""),
        (TEXT_AT, b"\xff"),
        (TEXT_AT, b"\xfd\x00\n{}"),
        (TEXT_AT, b"\xfe\x3f\n{}"),
        (TEXT_AT, b"\xfc\x00\x00\x09\n{}"),
        (TEXT_AT, b"0,1\n{}"),
        (TEXT_AT, b"x,1,y,z\n{}"),
        (TEXT_AT, b"[1],[2]\n{}"),
        (TEXT_AT, b"[1]\n{"),
        (TEXT_AT, b"\xff" * 3_000_000),
        (IDS_AT, b"1234"),
        (SALTS_AT, b""),
        (SALTS_AT, bytes(32)),
        (ORIGIN_AT, 7),
        (FIRST_AT, "1"),
    ],
)
def test_a_body_that_makes_no_sense_is_refused(place: int, value: object) -> None:
    parts = parts_of(work(1))
    parts[place] = value
    with pytest.raises((ValueError, msgspec.MsgspecError)):
        expand(msgspec.msgpack.encode(parts))


@given(st.binary(max_size=60), st.binary(max_size=64))
def test_random_marks_never_do_harm(text: bytes, ids: bytes) -> None:
    parts = parts_of(work(1))
    parts[TEXT_AT], parts[IDS_AT] = text, ids
    try:
        push = expand(msgspec.msgpack.encode(parts))
    except (ValueError, msgspec.MsgspecError):
        return
    assert len(push.changes) == 1


def bomb(*, origin: str = ORIGIN, first_line: bytes = b"0,1,0,x", count: int) -> bytes:
    """Many short changes behind a first one, in a body of a few kB once compressed."""
    text = b"\n".join([first_line, b"{}", *[b"0,1,0,x", b"{}"] * (count - 1)])
    return msgspec.msgpack.encode([origin, 1, bytes(32), bytes(32), text, b"", bytes(16 * count)])


@pytest.mark.parametrize(
    "body",
    [bomb(origin="x" * 100_000, count=500), bomb(first_line=b"0,1,%b,x" % (b"9" * 4_000), count=10_000)],
    ids=["an origin that is told with every change", "a stamp that is told with every change"],
)
def test_what_would_be_told_again_with_every_change_is_short(body: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match=r"origin|stamp"):
            expand(body)
        assert tracemalloc.get_traced_memory()[1] < 8 * len(body)
    finally:
        tracemalloc.stop()


def test_what_is_too_long_for_this_form_is_left_to_json() -> None:
    push = push_of([(b"[1]", b"{}")])
    assert squeeze(msgspec.structs.replace(push, origin="x" * 100)) is None
    place = ("resident", "r1", "35.74", "35.74.03.1004", "u1", Seen())
    changes = [
        (msgspec.json.encode(Header(1, ORIGIN, 1, 1, 1, stamp, *place, True)), b"{}") for stamp in (1 << 63, -(1 << 63))
    ]
    small = squeeze(push_of(changes))
    assert small is not None
    assert as_json(expand(small)) == as_json(push_of(changes))
