"""A centre in memory behind an httpx transport, which answers as told, and fails as told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import httpx
import msgspec
from laptop_double import ORIGIN

from fieldkit.host.secrets import DeviceKey, new_device_key
from fieldkit.records.journal import digest, genesis, link
from fieldkit.records.squeeze import expand, is_squeezed
from fieldkit.records.wire import (
    AreaHead,
    CommandVerdict,
    Enrolment,
    EnrolRequest,
    FeedRun,
    Held,
    Hello,
    Pull,
    PullReply,
    Push,
    PushReply,
    Receipt,
    TablePage,
    Trouble,
    pack,
    receipt_bytes,
    unpack,
)

AREA = "35.74.03"
Fault = Callable[[httpx.Request], httpx.Response | None]
"""Answers in place of the centre, raises in place of the line, or lets the request pass."""


def signed(receipt: Receipt, key: DeviceKey) -> Receipt:
    """The receipt with the signature of a key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key.secret_hex))
    return msgspec.structs.replace(receipt, signature=private.sign(receipt_bytes(receipt)).hex())


class Body(httpx.SyncByteStream):
    """A body that comes over the line, piece by piece, and is not looked at on the way."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self._content), 1 << 16):
            yield self._content[start : start + (1 << 16)]


def response(status: int, content: bytes = b"", **headers: str) -> httpx.Response:
    """Any answer."""
    return httpx.Response(status, headers=headers, stream=Body(content))


def answer(message: msgspec.Struct, status: int = 200, **headers: str) -> httpx.Response:
    """An answer as the centre packs it."""
    return response(status, pack(message), **{"content-encoding": "zstd", **headers})


def trouble(status: int, code: str, **headers: str) -> httpx.Response:
    """A refusal as the centre words it."""
    return answer(Trouble(code=code), status, **headers)


@dataclass
class CentreDouble:
    """Holds what one laptop sent, and has rows for it."""

    key: DeviceKey = field(default_factory=new_device_key)
    chains: list[str] = field(default_factory=list)
    epoch: int = 1
    head: int = 0
    rows: int = 0
    page_rows: int = 10
    oldest_protocol: int = 1
    wait_s: int = 0
    squeeze: int = 0
    now_ms: int = 1_000_000
    exceptions: list[CommandVerdict] = field(default_factory=list)
    fault: Fault = lambda _: None
    requests: list[httpx.Request] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)

    def transport(self) -> httpx.MockTransport:
        """A transport that leads here."""
        return httpx.MockTransport(self._take)

    def receipt(self, **other: object) -> Receipt:
        """The receipt for all that is held; `other` is changed before it is signed."""
        chain = self.chains[-1] if self.chains else genesis(ORIGIN).hex()
        plain = Receipt(origin=ORIGIN, number=len(self.chains), chain=chain, epoch=self.epoch, at_ms=self.now_ms)
        return signed(msgspec.structs.replace(plain, **other), self.key)

    def _take(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        self.calls.append(request.url.path.removeprefix("/v1/"))
        return self.fault(request) or self.answer_to(request)

    def answer_to(self, request: httpx.Request) -> httpx.Response:
        """What the centre answers when nothing is wrong."""
        act = getattr(self, "_" + request.url.path.removeprefix("/v1/"))
        reply: httpx.Response = act(request)
        return reply

    def _hello(self, _: httpx.Request) -> httpx.Response:
        held = {ORIGIN: Held(number=len(self.chains), chain=self.chains[-1])} if self.chains else {}
        return answer(
            Hello(
                protocol=1,
                schema=1,
                oldest_protocol=self.oldest_protocol,
                server_time_ms=self.now_ms,
                epoch=self.epoch,
                held=held,
                areas=self._heads(),
                wait_s=self.wait_s,
                squeeze=self.squeeze,
            )
        )

    def _heads(self) -> list[AreaHead]:
        return [AreaHead(AREA, self.head)]

    def _enrol(self, request: httpx.Request) -> httpx.Response:
        asked = msgspec.json.decode(unpack(request.read()), type=EnrolRequest)
        if asked.code != "3574-AAAA":
            return trouble(400, "code")
        return answer(
            Enrolment(
                device_id="d1",
                token="token-1",
                origin=ORIGIN,
                regency="35.74",
                regency_name="Kota Probolinggo",
                areas=[AREA],
                centre_key=self.key.public_hex,
            )
        )

    def _push(self, request: httpx.Request) -> httpx.Response:
        plain = unpack(request.read())
        push = expand(plain) if is_squeezed(plain) else msgspec.json.decode(plain, type=Push)
        if push.first > len(self.chains) + 1:
            return trouble(409, "chain")
        before = self.chains[push.first - 2] if push.first > 1 else genesis(ORIGIN).hex()
        chain = bytes.fromhex(before)
        for step, change in enumerate(push.changes):
            chain = link(chain, bytes(change.header), digest(bytes.fromhex(change.salt), bytes(change.fields)))
            if push.first + step > len(self.chains):
                self.chains.append(chain.hex())
                self.head += 1
        assert (before, chain.hex()) == (push.before, push.after)
        run = FeedRun(push.first, len(push.changes), self.head - len(push.changes) + 1)
        return answer(PushReply(receipt=self.receipt(), feed=[run], exceptions=self.exceptions, heads=self._heads()))

    def _pull(self, request: httpx.Request) -> httpx.Response:
        pull = msgspec.json.decode(unpack(request.read()), type=Pull)
        if pull.epoch != self.epoch:
            return trouble(409, "epoch")
        heads = pull.heads or {AREA: self.head}
        start = pull.cursors[AREA]
        end = min(start + self.page_rows, heads[AREA])
        rows = [[f"r{version}", "35.74", AREA, version] for version in range(start + 1, min(end, self.rows) + 1)]
        page = TablePage(table="incident", columns=["id", "regency", "area", "version"], rows=rows)
        return answer(
            PullReply(
                epoch=self.epoch,
                heads=heads,
                tables=[page],
                removals=[],
                cursors={AREA: end},
                done=end == heads[AREA],
            )
        )

    def _receipt(self, _: httpx.Request) -> httpx.Response:
        return answer(self.receipt()) if self.chains else trouble(404, "missing")


def once(path: str, fault: Fault, on: int = 1) -> Fault:
    """A fault that befalls only one request to a path, the `on`-th."""
    counted = {"n": 0}

    def befall(request: httpx.Request) -> httpx.Response | None:
        if not request.url.path.endswith(path):
            return None
        counted["n"] += 1
        return fault(request) if counted["n"] == on else None

    return befall


def always(path: str, fault: Fault) -> Fault:
    """A fault that befalls every request to a path."""
    return lambda request: fault(request) if request.url.path.endswith(path) else None


def raising(error: Exception) -> Fault:
    """The line fails."""

    def befall(_: httpx.Request) -> httpx.Response | None:
        raise error

    return befall
