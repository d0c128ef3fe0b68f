"""Whatever takes a body at the centre refuses garbage that was packed to do harm, in bounded memory, and serves on.

What takes a body is told by the routes, so that a new one is held to it without a word here.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import httpx
import pytest

from fieldkit.host.places import resources_dir
from fieldkit.server.doorway.routes import build_app
from tests.faults.test_hostile_input import DEEP, authorized, endless, lying, packed, peak_bytes, require_served
from tests.patience import PATIENCE_S
from tests.server.field_pens import FieldLaptop, Ground, ground_at
from tests.server.served_centre import served

GROWTH_BYTES = 120 << 20
"""For all that takes a body, one after the other."""
_PAGES_ANSWER = "/umum/"
"""The public page looks up what anybody types, and says that there is no such receipt."""
_GIVEN = re.compile(r"\{\w+:\w+\}")
_BOMB = bytes(1 << 28)
_FRAME = b"\x28\xb5\x2f\xfd"
_MOST_WINDOW = bytes([0, 21 << 3])
"""A frame without a size, which asks for 2 GB to look back into."""
_RAW_BLOCK = (1 | 64 << 3).to_bytes(3, "little") + bytes(64)


def nested_frames() -> bytes:
    """A bomb in a parcel in a parcel."""
    return packed(packed(packed(_BOMB)))


def nested_objects() -> bytes:
    """Objects in objects, deeper than any reader goes."""
    return packed(b'{"a":' * 200_000 + b"1" + b"}" * 200_000)


Body = tuple[Callable[[], bytes | Iterator[bytes]], Mapping[str, str]]
BODIES: dict[str, Body] = {
    "nothing": (lambda: b"", {}),
    "a bomb": (lambda: packed(_BOMB), {}),
    "a bomb that lies about its size": (lying, {}),
    "a bomb in parcels": (nested_frames, {}),
    "a size without end": (lambda: _FRAME + b"\xe0" + b"\xff" * 8 + _RAW_BLOCK, {}),
    "far more to look back into than there is memory": (lambda: _FRAME + _MOST_WINDOW + _RAW_BLOCK, {}),
    "cut off": (lambda: packed(b'{"areas": ["35.74"]}' * 50)[:-9], {}),
    "cut off in its head": (lambda: packed(b"{}")[:5], {}),
    "frames that say nothing": (lambda: b"\x50\x2a\x4d\x18\x00\x00\x00\x00" * 100_000, {}),
    "lists in lists": (lambda: packed(DEEP), {}),
    "objects in objects": (nested_objects, {}),
    "lists in lists, not packed": (lambda: DEEP, {}),
    "a bomb by gzip": (lambda: gzip.compress(_BOMB), {"Content-Encoding": "gzip"}),
    "a bomb by deflate": (lambda: zlib.compress(_BOMB), {"Content-Encoding": "deflate"}),
    "gzip that was cut off": (lambda: gzip.compress(b"{}" * 500)[:-12], {"Content-Encoding": "gzip"}),
    "two packings named": (lambda: gzip.compress(packed(_BOMB)), {"Content-Encoding": "zstd, gzip"}),
    "a form without end": (lambda: b"a=1&" * 500_000, {"Content-Type": "application/x-www-form-urlencoded"}),
    "parts without end": (lambda: b"--x\r\n\r\n" * 200_000, {"Content-Type": "multipart/form-data; boundary=x"}),
    "no letters": (lambda: b"\xff\xfe\x00\xd8" * 200, {"Content-Type": "text/plain; charset=utf-16"}),
    "an alphabet that nobody knows": (lambda: b"{}", {"Content-Type": "application/json; charset=x-nobody"}),
    "oversized": (lambda: bytes(3 << 20), {}),
    "oversized, and without a length": (lambda: endless(3 << 20), {}),
}


def takers(ground: Ground) -> list[tuple[str, str]]:
    """Method and path of all that takes a body, pages included."""
    app = build_app(ground.centre, clock=ground.clock, resources=resources_dir())
    found = [(method, route.path) for route in app.routes for method in route.methods]
    return sorted((method, _GIVEN.sub("35.74", path)) for method, path in found if method not in _WITHOUT_BODY)


_WITHOUT_BODY = {"GET", "HEAD", "OPTIONS"}
Centre = tuple[FieldLaptop, list[tuple[str, str]], int]


@pytest.fixture(scope="module")
def centre(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    """A laptop of a centre that runs, what there takes a body, and the process."""
    path = tmp_path_factory.mktemp("bodies") / "centre.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    with ground_at(f"sqlite:///{path}") as ground:
        laptop, found = ground.laptop(), takers(ground)
    with served(f"sqlite:///{path}") as (url, process), httpx.Client(base_url=url, timeout=PATIENCE_S) as client:
        laptop.client = client
        yield laptop, found, process.pid


def test_what_takes_a_body_is_told_by_the_routes(centre: Centre) -> None:
    _, found, _ = centre
    assert {("POST", "/v1/push"), ("POST", "/v1/enrol"), ("POST", "/v1/bundle"), ("POST", "/masuk")} <= set(found)


@pytest.mark.parametrize("name", BODIES)
def test_garbage_is_refused_wherever_it_is_sent_and_the_next_laptop_is_served(centre: Centre, name: str) -> None:
    laptop, found, process = centre
    make, more = BODIES[name]
    before = peak_bytes(process)
    for method, path in found:
        headers = authorized(laptop) | {"Sec-Fetch-Site": "same-origin"} | more
        answer = laptop.client.request(method, path, content=make(), headers=headers)
        assert 400 <= answer.status_code < 500 or path.startswith(_PAGES_ANSWER), (path, answer.status_code)
        assert answer.status_code < 500, path
    assert peak_bytes(process) - before < GROWTH_BYTES
    require_served(laptop)
