"""A line as the field has it, on loopback: thin, far away, cut every so many bytes or seconds, ended too early."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final, Self

_HERE: Final = "127.0.0.1"
_BLOCK_BYTES: Final = 1 << 10
_BUFFER_BYTES: Final = 8 << 10
"""What the sockets of the laptop's side may hold, so that whoever writes feels how thin the line is."""


@dataclass(frozen=True)
class Weather:
    """What is wrong with a line; as it stands, nothing."""

    bytes_per_s: float = 0
    """Each way, for all connections together; 0 for no limit."""
    round_trip_s: float = 0
    drop_after_bytes: int = 0
    """A connection is reset once so many bytes, both ways together, went over it."""
    truncate_after_bytes: int = 0
    """A connection ends in good order once so many bytes of answers went over it."""
    up_s: float = 0
    """All connections are reset when the line was up so long ..."""
    down_s: float = 0
    """... and for so long new ones are as well."""


class BadLine:
    """Carries connections to a port of this machine through the weather, and counts what went over."""

    def __init__(self, target_port: int, weather: Weather) -> None:
        self.weather = weather
        self.up_bytes = 0
        self.down_bytes = 0
        self.connections = 0
        self.cuts = 0
        self._target_port = target_port
        self.is_up = threading.Event()
        self.is_up.set()
        self._free_at = {"up": 0.0, "down": 0.0}
        self._tasks: set[asyncio.Task[None]] = set()
        self._open: set[asyncio.StreamWriter] = set()
        self._ending: asyncio.Event | None = None
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=[self._serve()], name="bad line")

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        assert self._ending
        self._loop.call_soon_threadsafe(self._ending.set)
        self._thread.join()
        self._loop.close()

    @property
    def url(self) -> str:
        """Where the laptop finds the centre."""
        return f"http://{_HERE}:{self.port}"

    @property
    def bytes(self) -> int:
        """What went over, both ways together."""
        return self.up_bytes + self.down_bytes

    async def _serve(self) -> None:
        self._ending = asyncio.Event()
        listening = socket.create_server((_HERE, 0))
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER_BYTES)
        self.port = listening.getsockname()[1]
        server = await asyncio.start_server(self._begin, sock=listening, limit=_BLOCK_BYTES)
        seasons = asyncio.create_task(self._pass_seasons())
        self._ready.set()
        await self._ending.wait()
        server.close()
        self._reset_all()
        tasks = [seasons, *self._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _pass_seasons(self) -> None:
        while self.weather.up_s:
            await asyncio.sleep(self.weather.up_s)
            self.is_up.clear()
            self.cuts += 1
            self._reset_all()
            await asyncio.sleep(self.weather.down_s)
            self.is_up.set()

    def _reset_all(self) -> None:
        for writer in list(self._open):
            self._reset(writer)

    def _reset(self, writer: asyncio.StreamWriter) -> None:
        if writer not in self._open:
            return
        self._open.discard(writer)
        with contextlib.suppress(OSError):
            end = writer.get_extra_info("socket")
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    def _begin(self, near: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._take(near, near_out))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _take(self, near: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        self._open.add(near_out)
        if not self.is_up.is_set():
            self._reset(near_out)
            return
        self.connections += 1
        # Opening a connection costs a round trip.
        await asyncio.sleep(self.weather.round_trip_s)
        with contextlib.suppress(OSError):
            far, far_out = await asyncio.open_connection(_HERE, self._target_port, limit=_BLOCK_BYTES)
            self._open.add(far_out)
            await _Connection(self, (near, near_out), (far, far_out)).run()
        for writer in (near_out, far_out):
            self._open.discard(writer)
            writer.close()

    def cut(self, *writers: asyncio.StreamWriter) -> None:
        """Reset both ends of a connection."""
        self.cuts += 1
        for writer in writers:
            self._reset(writer)

    def due(self, way: str, size: int) -> float:
        """When a block that sets out now has left on its way."""
        begun = max(self._loop.time(), self._free_at[way])
        self._free_at[way] = begun + (size / self.weather.bytes_per_s if self.weather.bytes_per_s else 0)
        return self._free_at[way]


_Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class _Connection:
    """One connection: two ways, each at its own pace."""

    def __init__(self, line: BadLine, near: _Ends, far: _Ends) -> None:
        self._line, self._near, self._far = line, near, far
        self._bytes = 0
        self._answered = 0

    async def run(self) -> None:
        """Carry until one of the ends is gone."""
        await _until_first_ends(
            self._carry("up", self._near[0], self._pass_up), self._carry("down", self._far[0], self._pass_down)
        )

    async def _carry(self, way: str, source: asyncio.StreamReader, put: Callable[[bytes], Awaitable[bool]]) -> None:
        """Read at the pace of the line; what was read is put out half a round trip later."""
        on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def arrive() -> None:
            while True:
                at, block = await on_the_way.get()
                await asyncio.sleep(at - asyncio.get_running_loop().time())
                if not block or not await put(block):
                    return

        async def leave() -> None:
            block = b"-"
            while block:
                block = await source.read(_BLOCK_BYTES)
                left_at = self._line.due(way, len(block))
                on_the_way.put_nowait((left_at + self._line.weather.round_trip_s / 2, block))
                await asyncio.sleep(left_at - asyncio.get_running_loop().time())
            await asyncio.Event().wait()

        await _until_first_ends(arrive(), leave())

    async def _pass_up(self, block: bytes) -> bool:
        self._line.up_bytes += len(block)
        return await self._put(self._far[1], block)

    async def _pass_down(self, block: bytes) -> bool:
        most = self._line.weather.truncate_after_bytes
        if most:
            block = block[: most - self._answered]
        self._line.down_bytes += len(block)
        self._answered += len(block)
        return await self._put(self._near[1], block) and not (most and self._answered >= most)

    async def _put(self, target: asyncio.StreamWriter, block: bytes) -> bool:
        most = self._line.weather.drop_after_bytes
        self._bytes += len(block)
        if most and self._bytes > most:
            self._line.cut(self._near[1], self._far[1])
            return False
        target.write(block)
        await target.drain()
        return True


async def _until_first_ends(*ways: Coroutine[Any, Any, None]) -> None:
    tasks = [asyncio.ensure_future(way) for way in ways]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
