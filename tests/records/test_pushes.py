"""What claims to be a push of very many changes is counted before it is made."""

from __future__ import annotations

import tracemalloc

import msgspec
import pytest

from fieldkit.records.pushes import read_push
from fieldkit.records.wire import MAX_BODY_BYTES, MOST_CHANGES, ChangeOnWire, Push, TooManyError

_MOST_BYTES = 5 * MAX_BODY_BYTES


def in_json(change: bytes, count: int) -> bytes:
    return b'{"origin":"3574-P1.1","first":1,"before":"","after":"","changes":[%b]}' % b",".join([change] * count)


def squeezed(text: bytes, salts: bytes) -> bytes:
    return msgspec.msgpack.encode(["3574-P1.1", 1, b"", b"", text, b"", salts])


BOMBS = {
    "json": in_json(b'[0,"",0]', 900_000),
    "json of brackets": in_json(b"[]", 2_000_000),
    "json of one bracket each": in_json(b'[0,"","%b"]' % (b"x" * 180), 40_000),
    "squeezed lines": squeezed(b"\n".join([b"[0]"] * 1_000_000), bytes(16 * 500_000)[: 4 << 20]),
    "squeezed lines of whole salts": squeezed(b"\n" * 4_000_000, bytes(16 * 30_001)),
    "squeezed commas": squeezed(b"1" + b",1" * 3_000_000 + b"\n0", bytes(16)),
}


@pytest.mark.parametrize("plain", BOMBS.values(), ids=BOMBS)
def test_a_push_of_very_many_changes_is_refused_before_they_are_made(plain: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises((ValueError, msgspec.MsgspecError)):
            read_push(plain)
        assert tracemalloc.get_traced_memory()[1] < _MOST_BYTES
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("change", [b'[0,"",0]', b'[[0],"",[[0]]]'])
def test_as_many_changes_as_a_push_may_have_are_read_and_one_more_is_not(change: bytes) -> None:
    assert len(read_push(in_json(change, MOST_CHANGES)).changes) == MOST_CHANGES
    with pytest.raises(TooManyError):
        read_push(in_json(change, MOST_CHANGES + 1))


def test_brackets_within_a_text_are_no_changes() -> None:
    change = ChangeOnWire(msgspec.Raw(b'"' + b"[" * 2 * MOST_CHANGES + b'"'), "", msgspec.Raw(b"0"))
    push = Push(origin="", first=1, before="", after="", changes=[change])
    assert read_push(msgspec.json.encode(push)) == push
