"""Requests to the centre, and every way in which an answer can be broken."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator

import httpx
import msgspec
import pytest
import zstandard
from centre_double import CentreDouble, answer, raising, response, trouble
from laptop_double import ORIGIN, LaptopDouble

from fieldkit.domain.errors import (
    BatchTooLargeError,
    CentreBusyError,
    CentreTooOldError,
    CentreTroubleError,
    ChainError,
    ClientTooOldError,
    DeviceRevokedError,
    FieldKitError,
    ForkError,
    OfflineError,
    RuleError,
)
from fieldkit.records.wire import MAX_BODY_BYTES, EnrolRequest, Hello, Push, Receipt, SignedQuestion, pack
from fieldkit.sync._errors import retry_after_s
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.telephone import told_by_centre

HTML = b"<!doctype html><title>Masuk ke Wi-Fi hotel</title>"
PACKED = {"content-encoding": "zstd"}
URL = "http://127.0.0.1:8000"


class HalfAnAnswer(httpx.SyncByteStream):
    """A body that ends before it is whole, as httpx tells it."""

    def __iter__(self) -> Iterator[bytes]:
        yield b'{"protocol":1,'
        raise httpx.RemoteProtocolError("peer closed connection without sending complete message body")


def at(respond: Callable[[httpx.Request], httpx.Response]) -> Doorway:
    return Doorway(URL, "token-1", httpx.MockTransport(respond))


def with_answer(answered: httpx.Response) -> Doorway:
    return at(lambda _: answered)


def with_fault(error: Exception) -> Doorway:
    centre = CentreDouble(fault=raising(error))
    return Doorway(URL, "token-1", centre.transport())


def push_of(changes: int) -> Push:
    laptop = LaptopDouble()
    laptop.write(changes)
    push = laptop.next_batch(1 << 30)
    assert push is not None
    return push


def test_an_older_centre_that_answers_no_calls_is_told_as_such_and_a_wrong_address_as_before() -> None:
    question = SignedQuestion(document="{}", signer_id="u", key_id="k", signature="00")
    with pytest.raises(CentreTooOldError, match="Program pusat terlalu lama"):
        told_by_centre(with_answer(trouble(404, "missing")), question)
    with pytest.raises(CentreTroubleError, match="tidak ada pusat FieldKit"):
        told_by_centre(with_answer(response(404, HTML)), question)
    with pytest.raises(CentreTroubleError, match="tidak ada pusat FieldKit"):
        with_answer(trouble(404, "missing")).hello()


def test_plain_http_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(RuleError):
        Doorway("http://pusat.contoh.go.id", "token-1")


def test_the_token_travels_in_a_header_only() -> None:
    centre = CentreDouble()
    doorway = Doorway(URL, "token-1", centre.transport())
    doorway.hello()
    doorway.push(push_of(1))
    doorway.receipt(ORIGIN)
    for request in centre.requests:
        assert request.headers["authorization"] == "Bearer token-1"
        assert request.headers["fieldkit-protocol"] == "2"
        assert "token-1" not in str(request.url)
        assert b"token-1" not in request.read()


def test_before_the_enrolment_no_token_is_sent() -> None:
    centre = CentreDouble()
    Doorway(URL, transport=centre.transport()).enrol(EnrolRequest(code="3574-AAAA", device_name="P2", public_key="00"))
    assert "authorization" not in centre.requests[0].headers


def test_bodies_are_compressed_and_tell_their_length() -> None:
    centre = CentreDouble()
    Doorway(URL, "token-1", centre.transport()).push(push_of(40))
    request = centre.requests[0]
    assert request.headers["content-encoding"] == "zstd"
    assert "transfer-encoding" not in request.headers
    assert int(request.headers["content-length"]) == len(request.read())


def test_an_answer_may_come_uncompressed() -> None:
    receipt = CentreDouble().receipt(number=7)
    assert with_answer(response(200, msgspec.json.encode(receipt))).receipt(ORIGIN) == receipt


def test_the_origin_of_a_receipt_is_asked_for_by_name() -> None:
    centre = CentreDouble(chains=["00" * 32])
    Doorway(URL, "token-1", centre.transport()).receipt(ORIGIN)
    assert centre.requests[0].url.params["origin"] == ORIGIN


def test_progress_moves_when_bytes_do() -> None:
    moved: list[int] = []
    doorway = Doorway(URL, "token-1", CentreDouble().transport())
    doorway.push(push_of(3_000), moved=moved.append)
    assert len(moved) > 5
    assert moved == sorted(set(moved))
    assert moved[-1] == doorway.sent_bytes


def test_harder_compression_saves_bytes() -> None:
    quick, small = (Doorway(URL, "token-1", CentreDouble().transport()) for _ in range(2))
    quick.push(push_of(500), level=3)
    small.push(push_of(500), level=19)
    assert 0 < small.sent_bytes < quick.sent_bytes


def test_received_bytes_are_counted_before_and_after_decompression() -> None:
    receipt = CentreDouble().receipt(number=7)
    doorway = with_answer(answer(receipt))
    doorway.receipt(ORIGIN)
    assert doorway.received_bytes == len(pack(receipt))
    assert doorway.received_plain_bytes == len(msgspec.json.encode(receipt))


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        pytest.param(response(500), CentreTroubleError, id="500 without a word"),
        pytest.param(response(500, HTML), CentreTroubleError, id="500 as a page"),
        pytest.param(trouble(500, "fault"), CentreTroubleError, id="500 as the centre words it"),
        pytest.param(response(502, HTML), CentreTroubleError, id="502 of a proxy"),
        pytest.param(response(200, HTML), CentreTroubleError, id="a page instead of an answer"),
        pytest.param(response(200), CentreTroubleError, id="nothing"),
        pytest.param(response(204), CentreTroubleError, id="no content"),
        pytest.param(response(200, b'{"protocol":1,'), CentreTroubleError, id="half JSON"),
        pytest.param(response(200, b'{"protocol":"satu"}'), CentreTroubleError, id="other JSON"),
        pytest.param(response(200, b"\xff\xfe"), CentreTroubleError, id="bytes that are no text"),
        pytest.param(httpx.Response(200, stream=HalfAnAnswer()), CentreTroubleError, id="half an answer"),
        pytest.param(
            response(200, HTML, **PACKED),
            CentreTroubleError,
            id="not compressed though it says so",
        ),
        pytest.param(
            response(200, zstandard.compress(b" " * (MAX_BODY_BYTES + 1)), **PACKED),
            CentreTroubleError,
            id="a small answer that grows beyond all measure",
        ),
        pytest.param(response(200, b" " * (MAX_BODY_BYTES + 1)), CentreTroubleError, id="an answer without end"),
        pytest.param(response(302, location="https://wifi.contoh/masuk"), CentreTroubleError, id="redirect"),
        pytest.param(response(511, HTML), CentreTroubleError, id="network asks to sign in"),
        pytest.param(response(404, HTML), CentreTroubleError, id="no centre at this address"),
        pytest.param(response(403, HTML), CentreTroubleError, id="403 of a proxy is no revocation"),
        pytest.param(response(401), CentreTroubleError, id="401 of a proxy is no revocation"),
        pytest.param(trouble(403, "revoked"), DeviceRevokedError, id="revoked"),
        pytest.param(trouble(401, "token"), DeviceRevokedError, id="unknown token"),
        pytest.param(trouble(426, "too_old"), ClientTooOldError, id="too old"),
        pytest.param(response(426), ClientTooOldError, id="too old without a word"),
        pytest.param(trouble(409, "chain"), ChainError, id="chain"),
        pytest.param(trouble(409, "fork"), ForkError, id="fork"),
        pytest.param(trouble(409, "epoch"), CentreTroubleError, id="epoch"),
        pytest.param(trouble(400, "malformed"), CentreTroubleError, id="malformed"),
        pytest.param(trouble(413, "too_large"), BatchTooLargeError, id="too large"),
        pytest.param(response(413, HTML), BatchTooLargeError, id="too large for a proxy"),
        pytest.param(trouble(418, "sesuatu yang baru"), CentreTroubleError, id="a code of a newer centre"),
        pytest.param(trouble(429, "busy"), CentreBusyError, id="too many requests"),
        pytest.param(trouble(503, "restored"), CentreBusyError, id="restored and not confirmed"),
        pytest.param(response(503, HTML), CentreBusyError, id="503 of a proxy"),
    ],
)
def test_a_broken_answer_is_told_in_words_of_the_user(broken: httpx.Response, error: type[FieldKitError]) -> None:
    with pytest.raises(FieldKitError) as told:
        with_answer(broken).hello()
    assert type(told.value) is error
    assert str(told.value.title).endswith(".")
    assert "!" not in str(told.value)
    assert URL not in str(told.value)


@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        (httpx.ConnectError("[Errno -3] Temporary failure in name resolution"), OfflineError, "terjangkau"),
        (httpx.ConnectTimeout("timed out"), OfflineError, "terjangkau"),
        (httpx.ReadTimeout("timed out"), OfflineError, "diam"),
        (httpx.WriteTimeout("timed out"), OfflineError, "diam"),
        (httpx.PoolTimeout("timed out"), OfflineError, "diam"),
        (httpx.ReadError("connection reset"), OfflineError, "putus"),
        (httpx.WriteError("broken pipe"), OfflineError, "putus"),
        (httpx.RemoteProtocolError("Server disconnected without sending a response."), CentreTroubleError, "lengkap"),
        (httpx.ProxyError("407 Proxy Authentication Required"), CentreTroubleError, "Jaringan"),
        (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]"), CentreTroubleError, "dipercaya"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_a_failing_line_is_told_in_words_of_the_user(fault: Exception, error: type[FieldKitError], words: str) -> None:
    with pytest.raises(FieldKitError) as told:
        with_fault(fault).hello()
    assert type(told.value) is error
    assert words in str(told.value.title)
    assert told.value.retry


def test_a_certificate_behind_the_error_is_seen() -> None:
    def respond(_: httpx.Request) -> httpx.Response:
        try:
            raise ssl.SSLCertVerificationError("self-signed")
        except ssl.SSLError as error:
            raise httpx.ConnectError("gagal") from error

    with pytest.raises(CentreTroubleError, match="dipercaya"):
        at(respond).hello()


def test_a_redirect_is_never_followed() -> None:
    asked: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return response(307, location="http://127.0.0.1:9/curi")

    with pytest.raises(CentreTroubleError):
        at(respond).hello()
    assert asked == [f"{URL}/v1/hello"]


def test_a_wrong_code_is_told_beside_its_field() -> None:
    doorway = Doorway(URL, transport=CentreDouble().transport())
    with pytest.raises(RuleError) as refused:
        doorway.enrol(EnrolRequest(code="3574-SALAH", device_name="P2", public_key="00"))
    assert refused.value.problems[0].field == "code"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "40"}, 40),
        ({"retry-after": " 7 "}, 7),
        ({"retry-after": "999999999999"}, 3600),
        ({"retry-after": "-5"}, 0),
        ({"retry-after": "nanti"}, 0),
        ({}, 0),
        ({"retry-after": "Sun, 22 Nov 2026 10:01:30 GMT", "date": "Sun, 22 Nov 2026 10:00:00 GMT"}, 90),
        ({"retry-after": "Sun, 22 Nov 2026 09:00:00 GMT", "date": "Sun, 22 Nov 2026 10:00:00 GMT"}, 0),
        ({"retry-after": "Sun, 22 Nov 2026 10:01:30 GMT"}, 0),
    ],
)
def test_a_wish_to_wait_is_understood(headers: dict[str, str], seconds: int) -> None:
    assert retry_after_s(headers) == seconds


def test_the_wait_that_a_busy_centre_asks_for_is_kept() -> None:
    with pytest.raises(CentreBusyError) as busy:
        with_answer(trouble(503, "busy", **{"retry-after": "40"})).hello()
    assert busy.value.retry_after_s == 40


def test_one_connection_serves_all_requests_and_closing_it_is_no_end() -> None:
    centre = CentreDouble(chains=["00" * 32])
    doorway = Doorway(URL, "token-1", centre.transport())
    assert isinstance(doorway.hello(), Hello)
    doorway.close()
    doorway.close()
    assert isinstance(doorway.receipt(ORIGIN), Receipt)


def test_an_answer_that_grows_is_cut_off_in_time() -> None:
    given = 0

    class Endless(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            nonlocal given
            while True:
                given += 1 << 16
                yield b" " * (1 << 16)

    with pytest.raises(CentreTroubleError):
        with_answer(httpx.Response(200, stream=Endless())).hello()
    assert given <= MAX_BODY_BYTES + (1 << 17)
