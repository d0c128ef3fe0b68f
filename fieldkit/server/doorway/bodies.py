"""Bodies at the doorway: zstd and JSON, within limits, in and out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

import msgspec
import zstandard
from litestar import Response

from fieldkit.records.pushes import read_push as read
from fieldkit.records.wire import CONTENT_TYPE, ENCODING, MAX_BODY_BYTES, Push, TooManyError, unpack
from fieldkit.server.trouble import TroubleError, malformed, too_large

MAX_COMPRESSED_BYTES: Final = 2 << 20
_LEVEL: Final = 3
T = TypeVar("T")


def read_body(body: bytes, kind: type[T]) -> T:
    """The message in a compressed body; TroubleError where it is damaged, too large or something else."""
    with _soundness():
        return msgspec.json.decode(_unpacked(body), type=kind)


def read_push(body: bytes) -> Push:
    """A push, squeezed or in JSON; TroubleError as with `read_body`."""
    with _soundness():
        plain = _unpacked(body)
        try:
            return read(plain)
        except TooManyError:
            raise too_large("changes of a push") from None


def _unpacked(body: bytes) -> bytes:
    if len(body) > MAX_COMPRESSED_BYTES:
        raise too_large("compressed body")
    if zstandard.frame_content_size(body) > MAX_BODY_BYTES:
        raise too_large("body")
    return unpack(body)


@contextmanager
def _soundness() -> Iterator[None]:
    try:
        yield
    except (zstandard.ZstdError, msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise malformed(type(error).__name__) from None


def answer(message: msgspec.Struct, status: int = 200) -> Response[bytes]:
    """A message as a compressed response."""
    return answer_json(msgspec.json.encode(message), status)


def answer_json(body: bytes, status: int = 200) -> Response[bytes]:
    """JSON as a compressed response."""
    packed = zstandard.ZstdCompressor(level=_LEVEL).compress(body)
    return Response(packed, status_code=status, media_type=CONTENT_TYPE, headers={"Content-Encoding": ENCODING})


def trouble_answer(error: TroubleError) -> Response[bytes]:
    """The answer to a request that failed."""
    response = answer(error.body, error.status)
    if error.retry_after_s:
        response.headers["Retry-After"] = str(error.retry_after_s)
    if error.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response
