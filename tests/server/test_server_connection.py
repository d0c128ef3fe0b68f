"""What comes before there is a request, or after it was answered: nobody keeps a connection by dripping into it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, repeat
from typing import Any

import pytest
import uvicorn
from field_pens import FieldLaptop, Ground, resident

from fieldkit.records.wire import pack
from fieldkit.server.doorway.connection import Connection
from fieldkit.server.doorway.gate import Gate, Patience
from fieldkit.server.doorway.rates import Rates
from fieldkit.server.doorway.routes import build_app
from tests.patience import PATIENCE_S

HEAD = b"GET /v1/health HTTP/1.1\r\nhost: centre\r\n"
PUSH = b"POST /v1/push HTTP/1.1\r\nhost: centre\r\n"


class Hasty(Connection):
    """As in earnest, with less patience."""

    head_s = 0.2
    linger_s = 0.2
    head_bytes = 4 << 10
    request_bytes = 64 << 10


@pytest.fixture
def port(sqlite_ground: Ground) -> Iterator[int]:
    """A centre with a hasty doorway."""
    app = build_app(sqlite_ground.centre, clock=sqlite_ground.clock)
    gate: Any = Gate(app, sqlite_ground.centre.metrics, Rates(), Patience())
    config = uvicorn.Config(gate, port=0, log_level="critical", ws="none", http=Hasty, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield int(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    thread.join()


@contextmanager
def line_to(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as line:
        yield line


def heard(line: socket.socket) -> bytes:
    """Everything that comes until the other end hangs up; that it does is half of each test."""
    got = b""
    try:
        while piece := line.recv(1 << 16):
            got += piece
    except ConnectionResetError:
        pass
    return got


def drip(line: socket.socket, pieces: Iterator[bytes]) -> None:
    """Send until nobody listens any more."""
    for piece in pieces:
        try:
            line.sendall(piece)
        except OSError:
            return


def answered(line: socket.socket) -> bytes:
    """One answer with a length."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += line.recv(1)
    length = next(int(part.split(b":")[1]) for part in got.lower().split(b"\r\n") if part.startswith(b"content-length"))
    while length:
        piece = line.recv(length)
        got, length = got + piece, length - len(piece)
    return got


@pytest.mark.parametrize("said", [b"", b"GET", HEAD, HEAD + b"x: y"])
def test_a_head_that_does_not_come_to_its_end_is_given_up(port: int, said: bytes) -> None:
    with line_to(port) as line:
        line.sendall(said)
        assert heard(line).startswith(b"HTTP/1.1 408 ")


def test_a_head_that_drips_is_given_up(port: int) -> None:
    with line_to(port) as line:
        drip(line, chain([HEAD], repeat(b"a: b\r\n")))
        assert heard(line)[:13] in (b"HTTP/1.1 408 ", b"HTTP/1.1 431 ", b"")


@pytest.mark.parametrize(
    "part", [b"a: b\r\n", b"a" * 100, b"x"], ids=["ever more headers", "one endless header", "byte by byte"]
)
def test_a_head_without_end_is_refused(port: int, part: bytes) -> None:
    with line_to(port) as line:
        line.sendall(HEAD)
        drip(line, repeat(part, (64 << 10) // len(part)))
        assert heard(line)[:13] in (b"HTTP/1.1 431 ", b"HTTP/1.1 408 ", b"")


def test_a_path_without_end_is_refused(port: int) -> None:
    with line_to(port) as line:
        drip(line, chain([b"GET /"], repeat(b"a" * 1000, 1000)))
        assert b"200" not in heard(line)


def test_on_a_connection_that_was_used_the_next_head_is_waited_for_no_longer(port: int) -> None:
    with line_to(port) as line:
        line.sendall(HEAD + b"\r\n")
        assert answered(line).startswith(b"HTTP/1.1 200 ")
        line.sendall(b"GET /v1/heal")
        assert heard(line).startswith(b"HTTP/1.1 408 ")


def test_empty_lines_between_requests_keep_no_connection(port: int) -> None:
    with line_to(port) as line:
        line.sendall(HEAD + b"\r\n")
        assert answered(line).startswith(b"HTTP/1.1 200 ")
        line.sendall(b"\r\n")
        assert heard(line) == b""


def test_what_follows_a_body_that_was_refused_is_not_read_for_ever(port: int) -> None:
    with line_to(port) as line:
        line.sendall(PUSH + b"content-length: 3000000\r\n\r\n" + bytes(100))
        assert answered(line).startswith(b"HTTP/1.1 413 ")
        assert heard(line) == b""


def test_pieces_without_end_are_not_read_for_ever(port: int) -> None:
    with line_to(port) as line:
        drip(
            line, chain([PUSH + b"transfer-encoding: chunked\r\n\r\n"], repeat(b"1;" + b"x" * 998 + b"\r\nx\r\n", 4000))
        )
        assert heard(line).count(b"HTTP/1.1 ") <= 1


def test_a_body_longer_than_it_said_is_cut_off_and_no_second_request(port: int) -> None:
    with line_to(port) as line:
        line.sendall(PUSH + b"content-length: 4\r\n\r\n" + bytes(100))
        assert heard(line).count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize("length", [b"-1", b"x", b"", b"1e3", b"4, 5", b"99999999999999999999"])
def test_a_length_that_is_none_is_no_request(port: int, length: bytes) -> None:
    with line_to(port) as line:
        line.sendall(PUSH + b"content-length: " + length + b"\r\n\r\nabcd")
        assert heard(line).startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 401 ", b"HTTP/1.1 413 "))


def test_a_laptop_that_comes_after_all_that_hands_in_its_work(port: int, sqlite_ground: Ground) -> None:
    import httpx

    with line_to(port) as silent, line_to(port) as slow:
        slow.sendall(HEAD)
        laptop = sqlite_ground.laptop()
        laptop.pen.insert("resident", resident())
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            honest = FieldLaptop(client, laptop.enrolment, laptop.pen)
            assert honest.push().receipt.number == 1
            assert honest.ask("POST", "/v1/push", pack(laptop.pen.batch(1))).status_code == 200
        assert heard(silent) != b""
