"""A network cable that can be pulled: a relay on loopback between laptop and centre."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Final

_BLOCK_BYTES: Final = 1 << 16
_HERE: Final = "127.0.0.1"


class Cable:
    """Carries connections to a port of this machine while it is plugged in; pulling it cuts those that run."""

    def __init__(self, target_port: int) -> None:
        self._target_port = target_port
        self._is_plugged = True
        self._running: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server((_HERE, 0))
        self.port: int = self._listener.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, name="cable", daemon=True)
        self._accepting.start()

    @property
    def url(self) -> str:
        """Where the laptop finds the centre."""
        return f"http://{_HERE}:{self.port}"

    def pull(self) -> None:
        """No network from now on."""
        with self._lock:
            self._is_plugged = False
            running, self._running = self._running, set()
        for end in running:
            _cut(end)

    def plug_in(self) -> None:
        """The network is back."""
        with self._lock:
            self._is_plugged = True

    def close(self) -> None:
        """Take the cable away."""
        self.pull()
        # Closing alone would leave the thread waiting for a connection for good.
        _cut(self._listener)
        self._accepting.join()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                self._connect(near)

    def _connect(self, near: socket.socket) -> None:
        far = self._reach()
        if far is None or not self._join(near, far):
            for end in filter(None, (near, far)):
                _cut(end)
            return
        for ends in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=ends, name="cable", daemon=True).start()

    def _reach(self) -> socket.socket | None:
        """The other end; None while the cable is pulled, or nobody is there."""
        if not self._is_plugged:
            return None
        try:
            return socket.create_connection((_HERE, self._target_port))
        except OSError:
            return None

    def _join(self, near: socket.socket, far: socket.socket) -> bool:
        """Count both ends among those to be cut; False where the cable was pulled meanwhile."""
        with self._lock:
            if self._is_plugged:
                self._running |= {near, far}
            return self._is_plugged

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
