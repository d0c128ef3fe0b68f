"""A connection before there is a request: a head that does not come, or does not end, is given up, not waited for."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from fieldkit.server.doorway.bodies import MAX_COMPRESSED_BYTES


class Connection(HttpToolsProtocol):
    """HTTP/1.1 with limits on what the gate does not see: heads, and what follows a body that was answered already."""

    head_s = 20.0
    """From the first byte of a head, or from the connection on, to its end."""
    head_bytes = 32 << 10
    request_bytes = 8 * MAX_COMPRESSED_BYTES
    """All of a request, the wrapping of a body in pieces included."""
    linger_s = 10.0
    """So long the rest of a body is still read once its request was answered, so that the answer gets there."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._is_in_head = True
        self._is_whole = True
        self._has_begun = False
        self._bytes = 0
        self._limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._within(self.head_s)

    def connection_lost(self, exc: Exception | None) -> None:
        self._unlimited()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        was_whole, self._has_begun = self._is_whole, False
        super().data_received(data)
        # What a request begins or ends with counts for neither; empty lines before one are noise.
        self._bytes = 0 if self._has_begun or was_whole != self._is_whole else self._bytes + len(data)
        if was_whole and not self._has_begun and self._limit is None:
            self._within(self.head_s)
        if self._bytes > (self.head_bytes if self._is_in_head else self.request_bytes):
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._is_in_head, self._is_whole, self._has_begun = True, False, True
        if self._limit is None:
            self._within(self.head_s)

    def on_headers_complete(self) -> None:
        self._is_in_head = False
        self._unlimited()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._is_whole = True
        self._unlimited()
        super().on_message_complete()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if not self._is_whole and self.cycle.response_complete:
            self._within(self.linger_s)

    def _within(self, seconds: float) -> None:
        self._unlimited()
        self._limit = self.loop.call_later(seconds, self._refuse, HTTPStatus.REQUEST_TIMEOUT)

    def _unlimited(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def _refuse(self, status: HTTPStatus) -> None:
        """Hang up; with a word, where none was given yet."""
        self._unlimited()
        if self.transport.is_closing():
            return
        if self._is_in_head:
            head = f"HTTP/1.1 {status.value} {status.phrase}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
            self.transport.write(head.encode())
        self.transport.close()
