"""Before the doorway: who asks too often waits, a body that does not move is given up, and answers are counted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from fieldkit.records.codes import secret_hash
from fieldkit.server.doorway.bodies import trouble_answer
from fieldkit.server.doorway.contract import HEALTH, PATHS
from fieldkit.server.doorway.rates import Brake, Rates
from fieldkit.server.metrics import Metrics
from fieldkit.server.tokens import bearer_token
from fieldkit.server.trouble import TroubleError, busy


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a body may take, in seconds."""

    stall_s: float = 60
    """Without a byte, as on a line that died."""
    body_s: float = 900
    """Altogether, for whoever drips byte by byte; the largest body takes 270 s at 64 kbit/s."""


class Gate:
    """The doorway behind its gate, as an application of its own."""

    def __init__(
        self,
        app: ASGIApp,
        metrics: Metrics,
        rates: Rates,
        patience: Patience,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._patience = patience
        self._clock = clock
        self._devices = Brake(rates.device, clock)
        self._addresses = Brake(rates.address, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        counted = _Counted(send)
        begun = time.perf_counter()
        try:
            await self._answer(scope, receive, counted)
        finally:
            endpoint = scope["path"] if scope["path"] in PATHS else "other"
            self._metrics.answered(endpoint, counted.status, time.perf_counter() - begun)

    async def _answer(self, scope: Any, receive: Receive, send: _Counted) -> None:
        wait_s = self._wait_s(scope)
        if wait_s:
            await _refuse(busy(429, retry_after_s=wait_s), send)
            return
        body = _Body(receive, self._patience, self._clock)
        try:
            await self._app(scope, body, send)
        except SlowBodyError:
            await _refuse(busy(408), send)

    def _wait_s(self, scope: Any) -> int:
        if scope["path"] == HEALTH:
            return 0
        client = scope.get("client")
        token = bearer_token(dict(scope["headers"]).get(b"authorization", b"").decode("latin-1"))
        of_device = self._devices.wait_s(secret_hash(token)) if token else 0
        return max(of_device, self._addresses.wait_s(client[0] if client else ""))


class SlowBodyError(BaseException):
    """A body stood still, or takes for ever. No fault of the doorway, which therefore does not see it."""


class _Body:
    """The parts of a body, while they come."""

    def __init__(self, receive: Receive, patience: Patience, clock: Callable[[], float]) -> None:
        self._receive = receive
        self._stall_s = patience.stall_s
        self._end = clock() + patience.body_s
        self._clock = clock
        self._is_whole = False

    async def __call__(self) -> Any:
        # After the body only the end of the connection can come, for which nobody waits in vain.
        if self._is_whole:
            return await self._receive()
        try:
            async with asyncio.timeout(min(self._stall_s, max(self._end - self._clock(), 0))):
                message: Any = await self._receive()
        except TimeoutError:
            raise SlowBodyError from None
        self._is_whole = message["type"] != "http.request" or not message.get("more_body", False)
        return message


class _Counted:
    """The way out; remembers the status."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 500

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        await self._send(message)


async def _refuse(error: TroubleError, send: _Counted) -> None:
    response = trouble_answer(error)
    headers = {**response.headers, "Content-Type": response.media_type, "Content-Length": str(len(response.content))}
    # What is left of the body is not read.
    headers["Connection"] = "close"
    encoded = [(str(name).lower().encode(), str(value).encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": error.status, "headers": encoded})
    await send({"type": "http.response.body", "body": response.content, "more_body": False})
