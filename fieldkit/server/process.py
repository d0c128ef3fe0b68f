"""The centre as a process: listens, says when it is ready, and stops gracefully."""

from __future__ import annotations

import gc
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import uvicorn

from fieldkit.domain.addresses import is_loopback
from fieldkit.domain.text import Text, text
from fieldkit.server.centre import Centre
from fieldkit.server.doorway import build_app
from fieldkit.server.parked import decide_parked

if TYPE_CHECKING:
    from litestar import Litestar

_KEEP_ALIVE_S: Final = 75
_GRACE_S: Final = 10
_OBJECTS_OF_A_PUSH: Final = 200_000


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the centre listens; with certificate and key it speaks https."""

    host: str
    port: int
    certificate: Path | None = None
    key: Path | None = None
    proxy: str | None = None
    """Address of a proxy that speaks https for the centre; only its word on who asks is believed."""

    def url(self, port: int) -> str:
        """The address that laptops use, once the port is known."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.certificate else 'http'}://{host}:{port}"


def refusal(listening: Listening) -> Text | None:
    """Why the centre does not listen so: what goes over a network goes over TLS, here or at the proxy in front."""
    if (listening.certificate is None) != (listening.key is None):
        return text("Sertifikat dan kuncinya dipakai bersama. Beri keduanya: --tls-certificate dan --tls-key.")
    if listening.certificate is None and listening.proxy is None and not is_loopback(listening.host):
        return text(
            "Alamat {host} bisa dicapai dari jaringan, jadi pusat tidak dijalankan tanpa TLS. Beri --tls-certificate "
            "dan --tls-key, atau --behind-proxy kalau TLS diurus perantara di depannya.",
            host=listening.host,
        )
    return None


def serve(centre: Centre, listening: Listening, *, clock_offset_ms: int, ready: Callable[[str], None]) -> None:
    """Answer until SIGTERM or SIGINT. `ready` is told the address; the offset moves the clock for practice."""

    def clock() -> int:
        return time.time_ns() // 1_000_000 + clock_offset_ms

    # This may be a newer centre than the one that stopped here.
    decide_parked(centre, clock())
    app = build_app(centre, clock=clock)
    with _bound(listening) as bound:
        server = _Server(_config(app, listening), lambda: ready(listening.url(bound.getsockname()[1])))
        # The server raises the signal again when it has stopped; by then it has been obeyed.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        # What is loaded by now stays: the collector need not look at it again for every push.
        gc.freeze()
        # What a push makes is many and dies with it; looking for cycles among it took a sixth of the time.
        gc.set_threshold(_OBJECTS_OF_A_PUSH)
        server.run(sockets=[bound])


class _Server(uvicorn.Server):
    """Tells when it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def _config(app: Litestar, listening: Listening) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="httptools",
        ws="none",
        lifespan="on",
        # Addresses and paths of requests stay out of the log.
        access_log=False,
        log_level="warning",
        server_header=False,
        # A laptop on a thin line thinks longer between requests than a browser.
        timeout_keep_alive=_KEEP_ALIVE_S,
        timeout_graceful_shutdown=_GRACE_S,
        ssl_certfile=listening.certificate,
        ssl_keyfile=listening.key,
        proxy_headers=listening.proxy is not None,
        forwarded_allow_ips=listening.proxy,
    )


def _bound(listening: Listening) -> socket.socket:
    family = socket.AF_INET6 if ":" in listening.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((listening.host, listening.port))
    return bound
