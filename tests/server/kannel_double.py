"""A real Kannel on loopback: bearerbox, smsbox and its fake message centre, which reports what it was told to."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.patience import until
from tests.postgres_cluster import _free_port

_CONF = """
group = core
admin-port = {admin}
admin-password = rahasia
smsbox-port = {box}
admin-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = palsu
host = 127.0.0.1
port = {smsc}
connect-allow-ip = 127.0.0.1
denied-prefix = "+62898"

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {sendsms}
sendsms-interface = 127.0.0.1

group = sendsms-user
username = fieldkit
password = kunci
user-deny-ip = ""
black-list-regex = "^\\+62899"
max-messages = 1
concatenation = false

group = sms-service
keyword = default
{answer}
"""
BLACK_LISTED = "0899123456701"
"""A number that the gateway refuses to whoever sends from here."""
NO_ROUTE = "0898123456701"
"""A number to which none of its message centres delivers."""

_NOTHING = "1 2 text x"


class Kannel:
    """The gateway and what its message centre got."""

    def __init__(self, folder: Path, *, inbound: str = "", says: str = _NOTHING) -> None:
        """`says` comes in from outside, and goes on to the address `inbound`."""
        self.folder, self._says = folder, says
        self._ports = {name: _free_port() for name in ("admin", "box", "smsc", "sendsms")}
        self.url = f"http://127.0.0.1:{self._ports['sendsms']}/cgi-bin/sendsms"
        (folder / "kannel.conf").write_text(_CONF.format(**self._ports, answer=_handed_on(inbound)))
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Start all three, and wait until messages can be handed over."""
        conf = str(self.folder / "kannel.conf")
        self._run("bearerbox", "/usr/sbin/bearerbox", conf)
        until(lambda: "Adding smsbox-port" in self._log("bearerbox") or _listens(self._ports["box"]))
        self._run("smsbox", "/usr/sbin/smsbox", conf)
        self._run(
            "fakesmsc",
            "/usr/lib/kannel/test/fakesmsc",
            "-H",
            "127.0.0.1",
            "-r",
            str(self._ports["smsc"]),
            "-m",
            "0" if self._says == _NOTHING else "1",
            self._says,
        )
        until(lambda: _listens(self._ports["sendsms"]))

    def stop(self) -> None:
        """End all three."""
        for process in reversed(self._running):
            process.kill()
            process.wait()
        self._running.clear()

    def messages(self) -> list[str]:
        """What the message centre got, as it wrote it down."""
        return [line for line in self._log("fakesmsc").splitlines() if "Got message" in line]

    def _log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def _run(self, name: str, *words: str) -> None:
        with (self.folder / f"{name}.log").open("ab") as log:
            self._running.append(subprocess.Popen(words, stdout=log, stderr=log, cwd=self.folder))


def _handed_on(inbound: str) -> str:
    """Nothing is answered to whoever writes."""
    return f'max-messages = 0\nsend-sender = true\npost-url = "{inbound}"' if inbound else 'text = ""'


def _listens(port: int) -> bool:
    import socket

    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def kannel(folder: Path, **more: str) -> Iterator[Kannel]:
    """A gateway that is up."""
    gateway = Kannel(folder, **more)
    try:
        gateway.start()
        yield gateway
    finally:
        gateway.stop()
