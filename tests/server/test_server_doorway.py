"""The doorway: whatever comes in, a Trouble goes out, and never a 500."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import msgspec
import psycopg
import pytest
import sqlalchemy as sa
import zstandard
from field_pens import PROBOLINGGO, FieldLaptop, Ground, ground_at, plain, read, resident, trouble
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from litestar.testing import TestClient

from fieldkit.records.journal import SALT_BYTES
from fieldkit.records.squeeze import squeeze
from fieldkit.records.wire import MAX_BODY_BYTES, MOST_CHANGES, ChangeOnWire, Hello, Push, Trouble, pack
from fieldkit.server.bulk import ClashError
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.intake import push as push_module

POSTS = ("/v1/push", "/v1/pull", "/v1/enrol")
_squeezed = zstandard.ZstdCompressor().compress
BODIES = {
    "nothing": b"",
    "text": b"hello",
    "html": b"<html><body>504 Gateway Time-out</body></html>",
    "plain JSON": b"{}",
    "zeros": bytes(1000),
    "zstd of nothing": _squeezed(b""),
    "zstd of html": _squeezed(b"<html>"),
    "zstd of half a JSON": _squeezed(b'{"origin": "3574-P1.1", "cha'),
    "zstd of another type": _squeezed(b'[1, 2, "x"]'),
    "zstd of null": _squeezed(b"null"),
    "zstd of wrong fields": _squeezed(b'{"origin": 1, "epoch": "x", "code": []}'),
    "zstd of deep JSON": _squeezed(b'{"x":' + b"[" * 200_000 + b"]" * 200_000 + b"}"),
    "zstd of broken text": _squeezed(b'{"origin": "\xff\xfe"}'),
    "zstd of half a squeezed push": _squeezed(b"\x97\xa93574-P1.1\x01"),
    "zstd of a squeezed push of nothing": _squeezed(b"\x97\xa0\x01\xc4\x00\xc4\x00\xc4\x00\xc4\x00\xc4\x00"),
    "truncated zstd": _squeezed(b'{"origin": "3574-P1.1"}')[:-4],
    "zstd without a size": zstandard.ZstdCompressor(write_content_size=False).compress(b"{}"),
}


@pytest.fixture
def laptop(sqlite_ground: Ground) -> FieldLaptop:
    return sqlite_ground.laptop()


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_body_that_makes_no_sense_is_malformed(laptop: FieldLaptop, path: str, body: bytes) -> None:
    status, told = trouble(laptop.ask("POST", path, body))
    assert (status, told.code) == (400, "malformed")


@pytest.mark.parametrize("path", POSTS)
def test_a_bomb_is_too_large(laptop: FieldLaptop, path: str) -> None:
    status, told = trouble(laptop.ask("POST", path, _squeezed(bytes(MAX_BODY_BYTES + 1))))
    assert (status, told.code) == (413, "too_large")


@pytest.mark.parametrize("is_small", [True, False], ids=["squeezed", "JSON"])
def test_a_push_of_very_many_tiny_changes_is_too_large(laptop: FieldLaptop, is_small: bool) -> None:
    def told_of(count: int) -> tuple[int, Trouble]:
        tiny = ChangeOnWire(msgspec.Raw(b"[]"), "00" * SALT_BYTES, msgspec.Raw(b"{}"))
        push = Push(origin="3574-P1.1", first=1, before="00" * 32, after="00" * 32, changes=[tiny] * count)
        small = squeeze(push) if is_small else None
        return trouble(laptop.ask("POST", "/v1/push", _squeezed(small) if small else pack(push)))

    assert told_of(MOST_CHANGES)[1].code != "too_large"
    status, told = told_of(MOST_CHANGES + 1)
    assert (status, told.code) == (413, "too_large")


def test_a_bomb_that_lies_about_its_size_is_malformed(laptop: FieldLaptop) -> None:
    bomb = bytearray(_squeezed(bytes(MAX_BODY_BYTES)))
    honest = zstandard.frame_content_size(bytes(bomb))
    bomb[5:9] = (100).to_bytes(4, "little")
    assert zstandard.frame_content_size(bytes(bomb)) != honest
    assert trouble(laptop.ask("POST", "/v1/push", bytes(bomb)))[0] == 400


@pytest.mark.parametrize("path", POSTS)
def test_a_large_body_is_too_large_before_it_is_looked_at(laptop: FieldLaptop, path: str) -> None:
    status, told = trouble(laptop.ask("POST", path, bytes((2 << 20) + 1)))
    assert (status, told.code) == (413, "too_large")


@pytest.mark.parametrize(
    "token",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer 35.74~" + "a" * 43,
        "Basic eDp5",
        "Bearer 35.74~%00",
        "Bearer " + "٣" * 5,
    ],
)
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/v1/hello"), ("GET", "/v1/receipt"), ("POST", "/v1/push"), ("POST", "/v1/pull")]
)
def test_an_unknown_token_is_401(sqlite_ground: Ground, method: str, path: str, token: str) -> None:
    response = sqlite_ground.client.request(
        method, path, headers={b"Authorization": token.encode()}, content=pack(Trouble(code="x"))
    )
    assert trouble(response) == (401, Trouble(code="token"))
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_a_token_of_another_regency_is_401(laptop: FieldLaptop) -> None:
    laptop.enrolment = msgspec.structs.replace(laptop.enrolment, token=laptop.enrolment.token.replace("35.74", "35.73"))
    assert trouble(laptop.ask("GET", "/v1/hello"))[0] == 401


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/"), ("GET", "/v1"), ("POST", "/v1/hello"), ("GET", "/v1/push"), ("GET", "/schema")]
)
def test_what_is_not_there_is_missing(laptop: FieldLaptop, method: str, path: str) -> None:
    status, told = trouble(laptop.ask(method, path))
    assert status in (404, 405)
    assert told.code == "missing"


def test_hello_tells_what_a_laptop_needs_to_begin(laptop: FieldLaptop, sqlite_ground: Ground) -> None:
    laptop.pen.insert("resident", resident())
    laptop.push()
    hello = read(laptop.ask("GET", "/v1/hello"), Hello)
    assert (hello.protocol, hello.schema, hello.oldest_protocol, hello.epoch) == (2, 1, 1, 1)
    assert hello.server_time_ms == sqlite_ground.clock()
    assert [(area.area, area.head) for area in hello.areas] == [(PROBOLINGGO, 2)]
    assert hello.held[laptop.pen.origin].chain == laptop.pen.chain_at(1).hex()


def test_answers_are_compressed_json(laptop: FieldLaptop) -> None:
    with laptop.client.stream(
        "GET", "/v1/hello", headers={"Authorization": f"Bearer {laptop.enrolment.token}"}
    ) as response:
        raw = b"".join(response.iter_raw())
    assert (response.headers["content-encoding"], response.headers["content-type"]) == ("zstd", "application/json")
    assert msgspec.json.decode(zstandard.decompress(raw), type=Hello).protocol == 2


def test_health_needs_no_token(sqlite_ground: Ground) -> None:
    assert sqlite_ground.client.get("/v1/health").json() == {"status": "ok"}


@pytest.mark.parametrize("protocol", ["0", "-1", "x", "", "1" * 30])
def test_an_old_laptop_may_hand_in_but_not_fetch(laptop: FieldLaptop, protocol: str) -> None:
    laptop.pen.insert("resident", resident())
    header = {"FieldKit-Protocol": protocol}
    assert laptop.ask("POST", "/v1/push", pack(laptop.pen.batch()), **header).status_code == 200
    status, told = trouble(laptop.ask("POST", "/v1/pull", pack(Trouble(code="x")), **header))
    assert (status, told.code) == (426, "too_old")


def _refused_copy() -> sa.exc.DBAPIError:
    return sa.exc.DBAPIError("", {}, psycopg.errors.InternalError_())


class TestFaults:
    def test_a_busy_database_is_503_with_a_time_to_come_back(
        self, laptop: FieldLaptop, sqlite_ground: Ground, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def locked(*_: Any) -> None:
            raise sa.exc.OperationalError("", {}, Exception("database is locked"))

        monkeypatch.setattr("fieldkit.server.intake.push._receive", locked)
        laptop.pen.insert("resident", resident())
        response = laptop.ask("POST", "/v1/push", pack(laptop.pen.batch()))
        assert trouble(response) == (503, Trouble(code="busy"))
        assert response.headers["Retry-After"] == "5"

    def test_a_race_that_is_lost_again_and_again_is_503(
        self, laptop: FieldLaptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def lost(*_: Any) -> None:
            raise ClashError

        monkeypatch.setattr(push_module, "_receive", lost)
        laptop.pen.insert("resident", resident())
        assert trouble(laptop.ask("POST", "/v1/push", pack(laptop.pen.batch())))[0] == 503

    def test_a_refused_copy_of_which_citus_tells_no_more_is_tried_again(
        self, laptop: FieldLaptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        receive, refusals = push_module._receive, [1, 2]

        def refused_twice(*words: Any) -> Any:
            if refusals:
                refusals.pop()
                raise _refused_copy()
            return receive(*words)

        monkeypatch.setattr(push_module, "_receive", refused_twice)
        laptop.pen.insert("resident", resident())
        assert laptop.push().receipt.number == 1

    def test_a_copy_that_citus_refuses_again_and_again_is_a_fault(
        self, laptop: FieldLaptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refused(*_: Any) -> None:
            raise _refused_copy()

        monkeypatch.setattr(push_module, "_receive", refused)
        laptop.pen.insert("resident", resident())
        assert trouble(laptop.ask("POST", "/v1/push", pack(laptop.pen.batch())))[0] == 500

    def test_a_fault_is_500_and_the_log_tells_where_but_not_whose_data(
        self, laptop: FieldLaptop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        whose = "SRI WAHYUNI 3574035705909901"

        def broken(*_: Any) -> None:
            raise RuntimeError(whose)

        monkeypatch.setattr(push_module, "_receive", broken)
        laptop.pen.insert("resident", resident())
        with caplog.at_level(logging.DEBUG):
            status, told = trouble(laptop.ask("POST", "/v1/push", pack(laptop.pen.batch())))
        assert (status, told.code, told.detail) == (500, "fault", "")
        assert "RuntimeError" in caplog.text
        assert "broken" in caplog.text
        assert "WAHYUNI" not in caplog.text


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def open_laptop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FieldLaptop]:
    """A laptop for many requests of one test."""
    with _shared_database(request, tmp_path_factory) as url, ground_at(url) as ground:
        yield ground.laptop()


@contextmanager
def _shared_database(request: pytest.FixtureRequest, factory: pytest.TempPathFactory) -> Iterator[str]:
    if request.param == "sqlite":
        path = factory.mktemp("doorway") / "centre.sqlite"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    cluster = request.getfixturevalue("postgres_cluster")
    url = cluster.fresh_database()
    yield url.render_as_string(hide_password=False)
    cluster.drop(url.database)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def _mostly(real: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The real thing nineteen times, and anything the twentieth."""
    return st.sampled_from([real] * 19 + [_json]).flatmap(lambda strategy: strategy)


_header = _mostly(
    st.tuples(
        *map(
            _mostly,
            (
                st.just(1),
                st.just("3574-P1.1"),
                st.just(1),
                st.just(1),
                st.just(1),
                st.integers(),
                st.sampled_from(["resident", "closing", "app_user", "x"]),
                st.sampled_from(["r1", "r2", "x\0"]),
                st.just("35.74"),
                st.sampled_from(["35.74", "35.74.03.1004"]),
                st.text(max_size=5),
                st.tuples(st.integers(), st.integers(), st.integers()),
                st.booleans(),
            ),
        )
    )
)
_fields = _mostly(
    st.dictionaries(
        st.sampled_from(["name", "village", "phone", "active", "document"]), _json | st.text(max_size=9), max_size=4
    )
)
_push = st.fixed_dictionaries(
    {
        "origin": _mostly(st.just("3574-P1.1")),
        "first": _mostly(st.just(1)),
        "before": _mostly(st.just("ab" * 32)),
        "after": _mostly(st.just("ab" * 32)),
        "changes": _mostly(st.lists(_mostly(st.tuples(_header, _mostly(st.just("00" * 16)), _fields)), max_size=3)),
    }
)
_pull = st.fixed_dictionaries(
    {
        "epoch": _mostly(st.just(1)),
        "cursors": _mostly(
            st.dictionaries(
                _mostly_area := st.sampled_from(["35.74", "35", "", "35.74.03", "%", "35.74.03.1004"]),
                st.integers(),
                max_size=3,
            )
        ),
    },
    optional={
        "heads": _mostly(st.dictionaries(_mostly_area, st.integers(), max_size=3)),
        "origin": _mostly(st.text(max_size=9)),
        "limit_bytes": _mostly(st.integers()),
    },
)
_many = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@_many
@given(body=st.binary(max_size=200))
def test_no_bytes_bring_the_doorway_down(open_laptop: FieldLaptop, body: bytes) -> None:
    for path in POSTS:
        for content in (body, _squeezed(body)):
            assert trouble(open_laptop.ask("POST", path, content))[0] == 400


@_many
@given(message=_push)
def test_no_push_brings_the_doorway_down(open_laptop: FieldLaptop, message: Any) -> None:
    response = open_laptop.ask("POST", "/v1/push", _squeezed(msgspec.json.encode(message)))
    assert response.status_code in (400, 409)
    msgspec.json.decode(plain(response), type=Trouble)


@_many
@given(message=_pull)
def test_no_pull_brings_the_doorway_down(open_laptop: FieldLaptop, message: Any) -> None:
    response = open_laptop.ask("POST", "/v1/pull", _squeezed(msgspec.json.encode(message)))
    assert response.status_code in (200, 400, 409)


@_many
@given(header=_header, fields=_fields)
def test_no_sealed_change_brings_the_doorway_down(open_laptop: FieldLaptop, header: Any, fields: Any) -> None:
    from fieldkit.records.journal import SealedChange, digest, link

    pen = open_laptop.pen
    if isinstance(header, tuple):
        number = len(pen.journal) + 1
        header = (header[0], header[1], number, number, *header[4:])
    salt, sent = bytes(16), (msgspec.json.encode(header), msgspec.json.encode(fields))
    pen.journal.append(
        SealedChange(sent[0], salt, sent[1], link(pen.chain_at(len(pen.journal)), sent[0], digest(salt, sent[1])))
    )
    response = open_laptop.ask("POST", "/v1/push", pack(pen.batch(len(pen.journal))))
    assert response.status_code in (200, 400, 409), response.content
    if response.status_code != 200:
        pen.journal.pop()


def test_a_server_that_is_up_tells_nothing_of_itself(sqlite_ground: Ground) -> None:
    with TestClient(build_app(sqlite_ground.centre, clock=sqlite_ground.clock)) as client:
        response: httpx.Response = client.get("/nowhere")
    assert b"Traceback" not in plain(response)
