"""Whatever comes instead of a page is refused calmly, before anything of it is taken in, and in bounded memory."""

from __future__ import annotations

import tracemalloc
from typing import Any

import httpx
import msgspec
import pytest
import zstandard
from centre_double import AREA, CentreDouble, once, response
from test_engine import Field

from fieldkit.domain.errors import CentreTroubleError
from fieldkit.records.wire import MAX_BODY_BYTES, Pull, PullReply
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.progress import Step

PACKED = {"content-encoding": "zstd"}
LOCAL = ["id", "regency", "area", "version"]
ASKED = Pull(epoch=1, cursors={AREA: 0})


def page(*rows: list[Any], columns: list[str] | None = None, **other: Any) -> bytes:
    """A last page with these rows of incidents."""
    table = {"table": "incident", "columns": [*LOCAL, "kind"] if columns is None else columns, "rows": list(rows)}
    whole = {"epoch": 1, "heads": {AREA: 7}, "tables": [table], "removals": [], "cursors": {AREA: 7}, "done": True}
    return msgspec.json.encode({**whole, **other})


def padded(size: int) -> bytes:
    """An honest page that is exactly so large."""
    body = page()
    return body[:-1] + b" " * (size - len(body)) + body[-1:]


def lying() -> bytes:
    """A bomb that claims to hold a hundred bytes."""
    bomb = bytearray(zstandard.compress(bytes(MAX_BODY_BYTES)))
    bomb[5:9] = (100).to_bytes(4, "little")
    return bytes(bomb)


def packed(body: bytes) -> bytes:
    return zstandard.compress(body)


DEEP = b"[" * 100_000
HOSTILE = {
    "one byte beyond the cap": packed(padded(MAX_BODY_BYTES + 1)),
    "a bomb": packed(bytes(MAX_BODY_BYTES * 8)),
    "a bomb that lies about its size": lying(),
    "no size told": zstandard.ZstdCompressor(write_content_size=False).compress(page()),
    "cut short": packed(page())[:-5],
    "rows nested without end": packed(page()[:-1] + b',"x":' + DEEP),
    "cells nested without end": packed(page().replace(b'"rows":[]', b'"rows":[["a",' + DEEP)),
    "a list for a cell": packed(page(["a", "35.74", AREA, 7, ["x"]])),
    "a fraction for a cell": packed(page(["a", "35.74", AREA, 7, 0.5])),
    "a number beyond all measure for a cell": packed(page(["a", "35.74", AREA, 7, 10**300])),
    "a version beyond all measure": packed(page(["a", "35.74", AREA, 1 << 63, "power"])),
    "a cursor beyond all measure": packed(page(cursors={AREA: 1 << 64})),
    "a row that is too short": packed(page(["a", "35.74", AREA, 7])),
    "a row that is too long": packed(page(["a", "35.74", AREA, 7, "power", "more"])),
    "a row of other columns that is too short": packed(page(["a"], columns=[*LOCAL, "tomorrow"])),
    "a row without an id": packed(page([None, "35.74", AREA, 7, "power"])),
    "columns that do not begin as they must": packed(page(["power", "a"], columns=["kind", "id"])),
    "no columns": packed(page([], columns=[])),
}


def test_a_page_of_exactly_the_largest_size_is_read() -> None:
    got = _asked(packed(padded(MAX_BODY_BYTES)))
    assert (got.cursors, got.done) == ({AREA: 7}, True)


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_page_ends_the_fetching_calmly_and_the_next_round_is_whole(body: bytes) -> None:
    ground = Field()
    ground.laptop.write(2)
    ground.centre.rows = ground.centre.head = 7
    ground.centre.fault = once("pull", lambda _: response(200, body, **PACKED))
    outcome = ground.sync()
    assert (type(outcome.cause), outcome.failed_step) == (CentreTroubleError, Step.FETCH)
    assert outcome.cause is not None
    assert outcome.cause.retry
    assert (ground.laptop.rows, ground.laptop.positions) == ([], {})
    assert outcome.sent == 2
    again = ground.sync()
    assert again.is_complete
    assert again.all_sent
    assert len(ground.laptop.rows) == 7


@pytest.mark.parametrize("status", [400, 503])
def test_a_refusal_nested_without_end_is_a_refusal_all_the_same(status: int) -> None:
    deep = packed(b'{"code":"busy","x":' + DEEP)
    with pytest.raises(CentreTroubleError) as told:
        _doorway(response(status, deep, **PACKED)).pull(ASKED)
    assert told.value.retry


def test_a_bomb_costs_no_more_memory_than_the_largest_page() -> None:
    bomb = response(200, packed(bytes(1 << 30)), **PACKED)
    tracemalloc.start()
    try:
        with pytest.raises(CentreTroubleError):
            _doorway(bomb).pull(ASKED)
        assert tracemalloc.get_traced_memory()[1] < 2 * MAX_BODY_BYTES
    finally:
        tracemalloc.stop()


def _asked(body: bytes) -> PullReply:
    return _doorway(response(200, body, **PACKED)).pull(ASKED)


def _doorway(told: httpx.Response) -> Doorway:
    return Doorway("http://127.0.0.1:8000", "token-1", httpx.MockTransport(lambda _: told))


def test_the_centre_of_these_tests_answers_an_honest_page() -> None:
    centre = CentreDouble(rows=3, head=3)
    got = Doorway("http://127.0.0.1:8000", "token-1", centre.transport()).pull(ASKED)
    assert len(got.tables[0].rows) == 3
