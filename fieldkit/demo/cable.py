"""A network cable that can be pulled: a relay on loopback between laptop and centre."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Final

_BLOCK_BYTES: Final = 1 << 16
_HERE: Final = "127.0.0.1"


class Cable:
    """Carries connections to a port of this machine. Pulling it cuts those that run and refuses new ones."""

    def __init__(self, target_port: int) -> None:
        self._target_port = target_port
        self._running: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener: socket.socket | None = None
        self._accepting: threading.Thread | None = None
        self.port = 0
        self.plug_in()

    @property
    def url(self) -> str:
        """Where the laptop finds the centre."""
        return f"http://{_HERE}:{self.port}"

    def plug_in(self) -> None:
        """There is a network; the address is the same as before."""
        if self._listener is not None:
            return
        listener = self._listener = socket.create_server((_HERE, self.port))
        self.port = listener.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, args=[listener], name="cable", daemon=True)
        self._accepting.start()

    def pull(self) -> None:
        """No network from now on."""
        listener, self._listener = self._listener, None
        if listener is None or self._accepting is None:
            return
        # Closing alone would leave the thread waiting for a connection for good.
        _cut(listener)
        self._accepting.join()
        with self._lock:
            running, self._running = self._running, set()
        for end in running:
            _cut(end)

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = listener.accept()
                self._connect(near)

    def _connect(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection((_HERE, self._target_port))
        except OSError:
            _cut(near)
            return
        with self._lock:
            self._running |= {near, far}
        for ends in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=ends, name="cable", daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while block := source.recv(_BLOCK_BYTES):
                target.sendall(block)
        for end in (source, target):
            _cut(end)
        with self._lock:
            self._running -= {source, target}


def _cut(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
