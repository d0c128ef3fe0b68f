"""The centre as processes: they listen, say when they are ready, and stop gracefully."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import sqlalchemy as sa
import uvicorn
from litestar.types import ASGIApp
from uvicorn.supervisors import Multiprocess

from fieldkit.domain.masking import LAYOUT, log_faults
from fieldkit.domain.people.addresses import is_loopback
from fieldkit.domain.text import Text, text
from fieldkit.server.centre import open_centre
from fieldkit.server.doorway.connection import Connection
from fieldkit.server.doorway.gate import Gate, Patience
from fieldkit.server.doorway.rates import Rates
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.metrics import shared_registry
from fieldkit.server.notices.sender import Sender, begin_rounds
from fieldkit.server.notices.ways import read_gateways

_KEEP_ALIVE_S: Final = 75
_GRACE_S: Final = 10
_LAST_S: Final = 5
"""What hangs after the grace is left to the database, which undoes it."""
_START_S: Final = 60
_LONGEST_S: Final = 60
_HUNG_S: Final = 120
_PAUSE_S: Final = 30
"""What the pages show is counted so long after a push, with all that has come by then."""
_OBJECTS_OF_A_PUSH: Final = 200_000
_LOGS: Final = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"masked": {"()": "fieldkit.domain.masking.MaskingFormatter", "fmt": LAYOUT}},
    "handlers": {"said": {"class": "logging.StreamHandler", "formatter": "masked"}},
    "root": {"handlers": ["said"], "level": "WARNING"},
}
"""Of the server, of what runs in it, and of the libraries: all of them masked, on the error stream."""
_FOLDER_OF_METRICS: Final = "PROMETHEUS_MULTIPROC_DIR"


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


@dataclass(frozen=True, slots=True)
class Serving:
    """What each process serves. Handed to processes that start from nothing, so it holds plain values only."""

    database: str
    revision: str | None
    clock_offset_ms: int = 0
    rates: Rates = field(default_factory=Rates)
    patience: Patience = field(default_factory=Patience)
    resources: Path | None = None
    """Templates and translations of the pages; without them there are none."""
    notices: Path | None = None
    """The file of the gateways; without it nobody is told anything from here."""

    def __call__(self) -> ASGIApp:
        """The application of one process."""
        log_faults()
        centre = open_centre(self.database, longest_s=_LONGEST_S)

        def clock() -> int:
            return time.time_ns() // 1_000_000 + self.clock_offset_ms

        app = build_app(centre, clock=clock, revision=self.revision, resources=self.resources, pause_s=_PAUSE_S)
        if self.notices is not None:
            app.on_shutdown.append(begin_rounds(Sender(centre, read_gateways(self.notices), clock)))
        app.on_shutdown += [centre.close, _end_soon]
        _follow_parent()
        # What is loaded by now stays: the collector need not look at it again for every push.
        gc.freeze()
        # What a push makes is many and dies with it; looking for cycles among it took a sixth of the time.
        gc.set_threshold(_OBJECTS_OF_A_PUSH)
        return Gate(app, centre.metrics, self.rates, self.patience)


@dataclass(frozen=True, slots=True)
class Crew:
    """How many processes serve, and where their metrics are told; nowhere without a port."""

    workers: int = 1
    metrics_host: str = "127.0.0.1"
    metrics_port: int | None = None


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


def too_many(workers: int, database: str) -> Text | None:
    """Why so many processes can not serve this database."""
    if workers > 1 and sa.make_url(database).get_backend_name() == "sqlite":
        return text("SQLite dilayani satu proses saja. Pakai PostgreSQL untuk lebih dari satu, atau --workers 1.")
    return None


def serve(serving: Serving, listening: Listening, crew: Crew, ready: Callable[[str], None]) -> None:
    """Answer until SIGTERM or SIGINT. `ready` is told the address."""
    config = _config(serving, listening, crew.workers)
    _check_certificate(listening)
    with bound_to(listening) as bound:
        tell = _Telling(ready, listening.url(bound.getsockname()[1]))
        if crew.workers > 1 or crew.metrics_port is not None:
            with _told_metrics(crew):
                _Supervisor(config, bound, tell).run()
            return
        server = _Server(config, tell)
        # The server raises the signal again when it has stopped; by then it has been obeyed.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        server.run(sockets=[bound])


@dataclass(frozen=True, slots=True)
class _Telling:
    ready: Callable[[str], None]
    url: str

    def __call__(self) -> None:
        self.ready(self.url)


class _Server(uvicorn.Server):
    """Tells when it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


class _Supervisor(Multiprocess):
    """Starts the processes anew that end, and tells when all listen."""

    def __init__(self, config: uvicorn.Config, bound: socket.socket, ready: Callable[[], None]) -> None:
        super().__init__(config, [bound])
        self._ready = ready

    def init_processes(self) -> None:
        super().init_processes()
        if all(process.wait_until_ready(_START_S) for process in self.processes):
            self._ready()

    def terminate_all(self) -> None:
        # Nobody is let in who would wait for a process that does not come any more.
        for listening in self.sockets:
            listening.close()
        super().terminate_all()


def _config(serving: Serving, listening: Listening, workers: int) -> uvicorn.Config:
    return uvicorn.Config(
        serving,
        factory=True,
        workers=workers,
        http=Connection,
        ws="none",
        lifespan="on",
        # Addresses and paths of requests stay out of the log, and so do the messages of faults: they quote values.
        access_log=False,
        log_level="warning",
        log_config=_LOGS,
        server_header=False,
        # A laptop on a thin line thinks longer between requests than a browser.
        timeout_keep_alive=_KEEP_ALIVE_S,
        timeout_graceful_shutdown=_GRACE_S,
        timeout_worker_healthcheck=_HUNG_S,
        ssl_certfile=listening.certificate,
        ssl_keyfile=listening.key,
        proxy_headers=listening.proxy is not None,
        forwarded_allow_ips=listening.proxy,
    )


def _check_certificate(listening: Listening) -> None:
    """ssl.SSLError here rather than in a process that starts and ends."""
    if listening.certificate:
        import ssl

        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(listening.certificate, listening.key)


def bound_to(listening: Listening) -> socket.socket:
    """A socket at the address."""
    family = socket.AF_INET6 if ":" in listening.host else socket.AF_INET
    # Only where the protocol is named does asyncio send the end of an answer before its beginning was acknowledged.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((listening.host, listening.port))
    return bound


@contextmanager
def _told_metrics(crew: Crew) -> Iterator[None]:
    """The metrics of all processes at a port of their own, so that no proxy in front hands them on."""
    if crew.metrics_port is None:
        yield
        return
    from prometheus_client import start_http_server

    with tempfile.TemporaryDirectory(prefix="fieldkit-metrics-") as folder:
        os.environ[_FOLDER_OF_METRICS] = folder
        teller, _ = start_http_server(crew.metrics_port, crew.metrics_host, shared_registry(folder))
        try:
            yield
        finally:
            teller.shutdown()
            teller.server_close()


def _end_soon() -> None:
    """A request that hangs, say on a database that is gone, does not keep the process from ending."""
    last = threading.Timer(_LAST_S, os._exit, [0])
    last.daemon = True
    last.start()


def _follow_parent() -> None:
    """A process of several ends when the one that started it was killed."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()
