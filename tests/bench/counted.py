"""A way to the centre that counts what a sync costs on the line."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

_LINE_END = 2
_HEADER_EXTRA = 4


class CountedLine(httpx.BaseTransport):
    """HTTP as always; counts bytes of first lines, headers and bodies both ways, and round trips."""

    def __init__(self) -> None:
        self.bytes = 0
        self.round_trips = 0
        self._inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Pass a request on."""
        self.round_trips += 1
        path = request.url.raw_path
        self.bytes += len(f"{request.method}  HTTP/1.1") + len(path) + _LINE_END + _size_of(request.headers)
        self.bytes += int(request.headers.get("content-length", 0))
        response = self._inner.handle_request(request)
        self.bytes += len("HTTP/1.1 200 OK") + _LINE_END + _size_of(response.headers)
        return httpx.Response(response.status_code, headers=response.headers, stream=_CountedBody(self, response))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()


class _CountedBody(httpx.SyncByteStream):
    def __init__(self, line: CountedLine, response: httpx.Response) -> None:
        self._line = line
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._response.iter_raw():
            self._line.bytes += len(piece)
            yield piece

    def close(self) -> None:
        self._response.close()


def _size_of(headers: httpx.Headers) -> int:
    return sum(len(name) + len(value) + _HEADER_EXTRA for name, value in headers.raw) + _LINE_END
