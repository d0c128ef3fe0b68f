"""The requests that a laptop makes of the centre (design.md, section 3). The only module that speaks HTTP.

Answers are capped, redirects never followed, and the token travels in a header only. A request times out when no bytes
move, however long the whole takes. Not thread-safe: one lane uses it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlencode, urlsplit

import msgspec

from fieldkit.records.relay import CarriedPiece, CarriedReply
from fieldkit.records.squeeze import squeeze
from fieldkit.records.wire import (
    CONTENT_TYPE,
    ENCODING,
    HEARTBEAT_HEADER,
    MAX_BODY_BYTES,
    PROTOCOL,
    Enrolment,
    EnrolRequest,
    Heartbeat,
    Hello,
    LostRows,
    LostRowsReply,
    PhoneAnswer,
    Pull,
    PullReply,
    Push,
    PushReply,
    Receipt,
    SignedQuestion,
    Sums,
    SumsReply,
    compress,
    pack,
    unpack,
)
from fieldkit.sync._errors import centre_errors, half_answer, refusal
from fieldkit.sync.address import centre_address
from fieldkit.sync.trust import trust

if TYPE_CHECKING:
    import httpx

Moved = Callable[[int], None]
"""Told how many bytes of a body have left, first 0 once the connection stands."""
T = TypeVar("T")

_CONNECT_S: Final = 10.0
_SILENCE_S: Final = 30.0
_PIECE_BYTES: Final = 8 << 10
_QUICK_LEVEL: Final = 1
_OPENING_STEPS: Final = ("connection.connect_tcp.complete", "connection.start_tls.complete")
"""As httpcore names them."""


class Doorway:
    """The centre as this laptop sees it; every failure is an error of fieldkit.domain.errors."""

    def __init__(
        self,
        base_url: str,
        token: str = "",
        transport: httpx.BaseTransport | None = None,
        *,
        own_authority: str = "",
    ) -> None:
        self.base_url = centre_address(base_url)
        self.own_authority = own_authority
        """Certificates of the centre's own authority as PEM; empty where a public one vouches for it."""
        self.sent_bytes = 0
        """Compressed bytes of bodies sent so far."""
        self.received_bytes = 0
        self.received_plain_bytes = 0
        self.has_set_out = False
        """Whether a connection stood for the body of the last request, so that some of it may have left."""
        self.round_trips = 1
        """What the last request took, with those that opened a connection."""
        self._token = token
        self._transport = transport
        self._client: httpx.Client | None = None

    def hello(self, beat: Heartbeat | None = None) -> Hello:
        """Versions, time and epoch of the centre, what it holds, and which areas this laptop may read."""
        return self._ask("GET", "hello", Hello, beat=beat)

    def enrol(self, request: EnrolRequest) -> Enrolment:
        """Trade a one-time code for a token."""
        return self._ask("POST", "enrol", Enrolment, pack(request))

    def push(
        self,
        push: Push,
        *,
        level: int = _QUICK_LEVEL,
        moved: Moved | None = None,
        beat: Heartbeat | None = None,
        is_squeezed: bool = False,
    ) -> PushReply:
        """Hand in changes; `level` is that of zstd for a push in JSON, and makes no difference to a squeezed one."""
        small = squeeze(push) if is_squeezed else None
        body = compress(small, _QUICK_LEVEL) if small else pack(push, level=level)
        return self._ask("POST", "push", PushReply, body, moved, beat)

    def carry(self, piece: CarriedPiece) -> CarriedReply:
        """Hand on a piece of another laptop's file."""
        return self._ask("POST", "bundle", CarriedReply, pack(piece, level=_QUICK_LEVEL))

    def pull(self, pull: Pull) -> PullReply:
        """Fetch a page of rows."""
        return self._ask("POST", "pull", PullReply, pack(pull))

    def offer(self, lost: LostRows) -> LostRowsReply:
        """Hand in what the centre lost."""
        return self._ask("POST", "lost", LostRowsReply, pack(lost))

    def sums(self, sums: Sums) -> SumsReply:
        """Count and hash sum of areas at the centre."""
        return self._ask("POST", "sums", SumsReply, pack(sums))

    def receipt(self, origin: str) -> Receipt:
        """The centre's signed word on what it holds of an origin."""
        return self._ask("GET", f"receipt?{urlencode({'origin': origin})}", Receipt)

    def answer(self, question: SignedQuestion) -> PhoneAnswer:
        """What is read back to a laptop without a line, for an admin who signed what it is about."""
        return self._ask("POST", "telephone", PhoneAnswer, pack(question))

    def close(self) -> None:
        """Close the connection; the next request opens another."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _ask(
        self,
        method: str,
        path: str,
        answer: type[T],
        body: bytes = b"",
        moved: Moved | None = None,
        beat: Heartbeat | None = None,
    ) -> T:
        self.has_set_out, self.round_trips = False, 1
        with centre_errors():
            client = self._open()
            content = self._pieces(body, moved) if body else None
            headers, watch = _headers_for(body, beat), {"trace": self._note_step}
            request = client.build_request(method, f"/v1/{path}", content=content, headers=headers, extensions=watch)
            response = client.send(request, stream=True)
            try:
                received = self._read(response)
            finally:
                response.close()
            if error := refusal(response.status_code, response.headers, received):
                raise error
            return msgspec.json.decode(received, type=answer)

    def _note_step(self, name: str, _: object) -> None:
        self.round_trips += name in _OPENING_STEPS

    def _pieces(self, body: bytes, moved: Moved | None) -> Iterator[bytes]:
        """The body piece by piece, so that progress moves when bytes do."""
        self.has_set_out = True
        if moved:
            moved(0)
        for start in range(0, len(body), _PIECE_BYTES):
            piece = body[start : start + _PIECE_BYTES]
            yield piece
            self.sent_bytes += len(piece)
            if moved:
                moved(start + len(piece))

    def _read(self, response: httpx.Response) -> bytes:
        received = bytearray()
        for piece in response.iter_raw():
            received += piece
            self.received_bytes += len(piece)
            if len(received) > MAX_BODY_BYTES:
                raise half_answer()
        is_packed = response.headers.get("content-encoding", "").lower() == ENCODING and received
        plain = unpack(bytes(received)) if is_packed else bytes(received)
        self.received_plain_bytes += len(plain)
        return plain

    def _open(self) -> httpx.Client:
        if self._client is None:
            self._client = self._new_client()
        return self._client

    def _new_client(self) -> httpx.Client:
        from fieldkit.sync._httpx import httpx

        is_secured = urlsplit(self.base_url).scheme == "https"
        return httpx.Client(
            base_url=self.base_url,
            headers=self._standing_headers(),
            verify=trust(self.own_authority) if is_secured else False,
            # Neither proxies nor certificates of the environment: any program may set those.
            trust_env=False,
            timeout=httpx.Timeout(_SILENCE_S, connect=_CONNECT_S),
            limits=httpx.Limits(max_connections=1),
            transport=self._transport,
            follow_redirects=False,
        )

    def _standing_headers(self) -> dict[str, str]:
        headers = {
            "Accept": CONTENT_TYPE,
            "Accept-Encoding": f"{ENCODING}, identity",
            "FieldKit-Protocol": str(PROTOCOL),
        }
        return headers | ({"Authorization": f"Bearer {self._token}"} if self._token else {})


def _headers_for(body: bytes, beat: Heartbeat | None) -> dict[str, str]:
    told = {HEARTBEAT_HEADER: msgspec.json.encode(beat).decode()} if beat else {}
    if not body:
        return told
    return told | {"Content-Type": CONTENT_TYPE, "Content-Encoding": ENCODING, "Content-Length": str(len(body))}
