"""Whatever is thrown at a centre that runs, each is answered as its document says, in bounded memory, and a laptop that
comes after it hands in its work."""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import msgspec
import pytest
import zstandard

from fieldkit.records.wire import MAX_BODY_BYTES, MOST_CHANGES, Pull, Trouble, pack
from tests.patience import PATIENCE_S
from tests.server.field_pens import FieldLaptop, ground_at, plain, resident
from tests.server.served_centre import served

GROWTH_BYTES = 400 << 20
packed = zstandard.ZstdCompressor().compress
DEEP = b"[" * 200_000 + b"]" * 200_000


@pytest.fixture(scope="module")
def centre(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FieldLaptop, str, int]]:
    """A laptop of a centre that runs, the centre's address and its process."""
    path = tmp_path_factory.mktemp("hostile") / "centre.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    with ground_at(f"sqlite:///{path}") as ground:
        laptop = ground.laptop()
    with served(f"sqlite:///{path}") as (url, process), httpx.Client(base_url=url, timeout=PATIENCE_S) as client:
        laptop.client = client
        yield laptop, url, process.pid


def squeezed(origin: str, first_line: bytes, count: int) -> bytes:
    """A squeezed push of many short changes, whose first line and origin are told again with each."""
    text = b"\n".join([first_line, b"{}", *[b"0,1,0,x", b"{}"] * (count - 1)])
    return msgspec.msgpack.encode([origin, 1, bytes(32), bytes(32), text, b"", bytes(16 * count)])


def lying() -> bytes:
    """A bomb that claims to hold a hundred bytes."""
    bomb = bytearray(packed(bytes(MAX_BODY_BYTES)))
    bomb[5:9] = (100).to_bytes(4, "little")
    return bytes(bomb)


def push(**parts: bytes) -> bytes:
    """A push in JSON, parts of which are written by hand."""
    whole = {"origin": b'"3574-P1.1"', "first": b"1", "before": b'""', "after": b'""', "changes": b"[]"} | parts
    return b"{" + b",".join(b'"%b":%b' % (name.encode(), value) for name, value in whole.items()) + b"}"


def endless(size: int) -> Iterator[bytes]:
    """A body in pieces, without a length."""
    for _ in range(size >> 16):
        yield bytes(1 << 16)


BODIES: dict[str, tuple[Callable[[], bytes | Iterator[bytes]], int, str]] = {
    "malformed": (lambda: b"hello", 400, "malformed"),
    "not compressed": (push, 400, "malformed"),
    "truncated": (lambda: packed(push())[:-3], 400, "malformed"),
    "nested without end": (lambda: packed(push(changes=DEEP)), 400, "malformed"),
    "nested without end in a part that is kept as it is": (
        lambda: packed(push(changes=b"[[" + DEEP + b',"",{}]]')),
        400,
        "malformed",
    ),
    "a number beyond all measure": (lambda: packed(push(first=b"9" * 4_000)), 400, "malformed"),
    "a number of a million digits": (lambda: packed(push(first=b"9" * 1_000_000)), 400, "malformed"),
    "a bomb": (lambda: packed(bytes(1 << 28)), 413, "too_large"),
    "a bomb that lies about its size": (lying, 400, "malformed"),
    "bombs one behind the other": (lambda: packed(push()) + packed(bytes(1 << 28)) * 9, 400, "malformed"),
    "a million tiny changes": (
        lambda: packed(push(changes=b"[" + b"[1,1]," * 1_000_000 + b"[1,1]]")),
        413,
        "too_large",
    ),
    "an origin squeezed in once for each change": (
        lambda: packed(squeezed("x" * 1_000_000, b"0,1,0,x", MOST_CHANGES)),
        400,
        "malformed",
    ),
    "more changes squeezed in than a push holds": (
        lambda: packed(squeezed("3574-P1.1", b"0,1,0,x", MOST_CHANGES + 1)),
        413,
        "too_large",
    ),
    "a stamp squeezed in once for each change": (
        lambda: packed(squeezed("3574-P1.1", b"0,1,%b,x" % (b"9" * 4_000), MOST_CHANGES)),
        400,
        "malformed",
    ),
    "oversized": (lambda: bytes(3 << 20), 413, "too_large"),
    "oversized, and without a length": (lambda: endless(3 << 20), 413, "too_large"),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_hostile_body_is_refused_in_bounded_memory_and_the_next_laptop_is_served(
    centre: tuple[FieldLaptop, str, int], name: str
) -> None:
    laptop, _, process = centre
    body, status, code = BODIES[name]
    before = peak_bytes(process)
    response = laptop.client.post("/v1/push", content=body(), headers=authorized(laptop))
    told = msgspec.json.decode(plain(response), type=Trouble)
    assert (response.status_code, told.code) == (status, code)
    assert peak_bytes(process) - before < GROWTH_BYTES
    require_served(laptop)


@pytest.mark.parametrize("named", ["text/html", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_body_is_what_it_is_whatever_its_headers_say(centre: tuple[FieldLaptop, str, int], named: str) -> None:
    laptop, _, _ = centre
    laptop.pen.insert("resident", resident())
    headers = authorized(laptop) | {"Content-Type": named, "Content-Encoding": "gzip"}
    response = laptop.client.post("/v1/push", content=pack(laptop.pen.batch(len(laptop.pen.journal))), headers=headers)
    assert response.status_code == 200
    laptop.pen.sent = len(laptop.pen.journal)
    require_served(laptop)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (b"GET /v1/hello HTTP/1.1\r\nhost: centre\r\nx: " + b"a" * (300 << 10), b"431"),
        (b"GET /v1/hello HTTP/1.1\r\nhost: centre\r\n" + b"a: b\r\n" * 50_000, b"431"),
        (b"hello\r\n\r\n", b"400"),
        (b"POST /v1/push HTTP/1.1\r\nhost: centre\r\ncontent-length: -1\r\n\r\n", b"400"),
        (b"POST /v1/push HTTP/1.1\r\nhost: centre\r\ncontent-length: 4\r\ncontent-length: 5\r\n\r\nabcd", b"400"),
    ],
    ids=["an endless header", "ever more headers", "no HTTP", "a length below nothing", "two lengths"],
)
def test_what_is_no_request_is_refused_and_the_next_laptop_is_served(
    centre: tuple[FieldLaptop, str, int], said: bytes, status: bytes
) -> None:
    laptop, url, _ = centre
    with socket.create_connection(("127.0.0.1", urlsplit(url).port or 0), timeout=PATIENCE_S) as line:
        got = b""
        try:
            line.sendall(said)
            while piece := line.recv(1 << 16):
                got += piece
        except OSError:
            # Hung up while it was still being told: then the answer may be lost.
            assert len(said) > 100_000
    assert not got or got.startswith(b"HTTP/1.1 " + status)
    require_served(laptop)


def authorized(laptop: FieldLaptop) -> dict[str, str]:
    return {"Authorization": f"Bearer {laptop.enrolment.token}"}


def require_served(laptop: FieldLaptop) -> None:
    """The laptop hands in one change more, and fetches."""
    laptop.pen.insert("incident", {"shift_id": "s1", "kind": "power", "began_at": "2019-02-23T02:05:00Z"})
    assert laptop.push().receipt.number == len(laptop.pen.journal)
    assert laptop.ask("POST", "/v1/pull", pack(Pull(epoch=1, cursors={"35.74": 0}))).status_code == 200


def peak_bytes(process: int) -> int:
    """The most memory that a process ever had; 0 where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text(encoding="ascii"))
    assert found is not None
    return int(found[1]) << 10
