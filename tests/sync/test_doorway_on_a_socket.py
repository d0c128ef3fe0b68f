"""The doorway over real sockets: what httpx really raises when a line or a certificate is bad."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from laptop_double import LaptopDouble

from fieldkit.domain.errors import BatchTooLargeError, CentreTroubleError, FieldKitError, OfflineError, RuleError
from fieldkit.records.wire import Push
from fieldkit.sync import doorway as doorway_module
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.trust import own_authority

Behaviour = Callable[[socket.socket], None]


def read_head(line: socket.socket) -> None:
    """Take in the head of a request."""
    got = b""
    while b"\r\n\r\n" not in got:
        piece = line.recv(1 << 16)
        if not piece:
            return
        got += piece


def nothing(line: socket.socket) -> None:
    read_head(line)


def half(line: socket.socket) -> None:
    read_head(line)
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n" + b'{"protocol":1,')


def half_a_chunk(line: socket.socket) -> None:
    read_head(line)
    line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\n" + b'{"protocol":1,')


def half_a_head(line: socket.socket) -> None:
    read_head(line)
    line.sendall(b"HTTP/1.1 200 OK\r\nConte")


def another_protocol(line: socket.socket) -> None:
    read_head(line)
    line.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")


def torn(line: socket.socket) -> None:
    """The line breaks with a reset, as when a modem changes its address."""
    read_head(line)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def a_page_instead(line: socket.socket) -> None:
    read_head(line)
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>")


class Stranger:
    """Listens on loopback and behaves as told on each connection."""

    def __init__(self, behaviour: Behaviour, context: ssl.SSLContext | None = None) -> None:
        self._behaviour = behaviour
        self._context = context
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._listening.accept()
                self._take(line)

    def _take(self, line: socket.socket) -> None:
        with suppress(OSError), closing(line):
            if self._context:
                with self._context.wrap_socket(line, server_side=True) as secured:
                    self._behaviour(secured)
            else:
                self._behaviour(line)

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()


@pytest.fixture
def stranger() -> Iterator[Callable[..., Stranger]]:
    opened: list[Stranger] = []

    def start(behaviour: Behaviour, context: ssl.SSLContext | None = None) -> Stranger:
        opened.append(Stranger(behaviour, context))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def told_by(doorway: Doorway) -> FieldKitError:
    with closing(doorway), pytest.raises(FieldKitError) as told:
        doorway.hello()
    return told.value


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        (nothing, CentreTroubleError),
        (half, CentreTroubleError),
        (half_a_chunk, CentreTroubleError),
        (half_a_head, CentreTroubleError),
        (another_protocol, CentreTroubleError),
        (a_page_instead, CentreTroubleError),
        (torn, OfflineError),
    ],
)
def test_a_line_that_breaks_is_told(
    stranger: Callable[..., Stranger], behaviour: Behaviour, error: type[FieldKitError]
) -> None:
    told = told_by(Doorway(f"http://127.0.0.1:{stranger(behaviour).port}", "token-1"))
    assert type(told) is error


def test_a_centre_that_is_not_running_is_offline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert isinstance(told_by(Doorway(f"http://127.0.0.1:{port}")), OfflineError)


def push_of(changes: int) -> Push:
    laptop = LaptopDouble()
    laptop.write(changes)
    push = laptop.next_batch(1 << 30)
    assert push is not None
    return push


def test_it_is_known_whether_a_batch_had_set_out_before_the_line_failed(stranger: Callable[..., Stranger]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    refused, cut = Doorway(f"http://127.0.0.1:{port}"), Doorway(f"http://127.0.0.1:{stranger(torn).port}")
    for doorway in (refused, cut):
        with closing(doorway), pytest.raises(FieldKitError):
            doorway.push(push_of(2))
    assert not refused.has_set_out
    assert cut.has_set_out


def two_refusals(line: socket.socket) -> None:
    for _ in range(2):
        read_head(line)
        line.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")


def test_round_trips_that_opened_the_connection_are_told_apart(stranger: Callable[..., Stranger]) -> None:
    with closing(Doorway(f"http://127.0.0.1:{stranger(two_refusals).port}")) as doorway:
        seen = []
        for _ in range(2):
            with pytest.raises(FieldKitError):
                doorway.hello()
            seen.append(doorway.round_trips)
    assert seen == [2, 1]


def test_a_line_on_which_nothing_moves_is_given_up(
    stranger: Callable[..., Stranger], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorway_module, "_SILENCE_S", 0.1)
    released = threading.Event()
    quiet = stranger(lambda _: released.wait() and None)
    try:
        told = told_by(Doorway(f"http://127.0.0.1:{quiet.port}"))
    finally:
        released.set()
    assert isinstance(told, OfflineError)
    assert "diam" in str(told.title)


def test_a_proxy_of_the_environment_does_not_get_what_is_meant_for_this_computer(
    stranger: Callable[..., Stranger], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{stranger(a_page_instead).port}")
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{stranger(a_page_instead).port}")
    assert isinstance(told_by(Doorway(f"http://127.0.0.1:{port}", "token-1")), OfflineError)


def an_early_refusal(line: socket.socket) -> None:
    """A proxy that will not take so much, and says so before it was sent."""
    read_head(line)
    line.sendall(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    while line.recv(1 << 16):
        continue


def test_a_refusal_in_the_middle_of_an_upload_is_read(stranger: Callable[..., Stranger]) -> None:
    doorway = Doorway(f"http://127.0.0.1:{stranger(an_early_refusal).port}", "token-1")
    with closing(doorway), pytest.raises(BatchTooLargeError):
        doorway.push(push_of(2_000), level=1)


def self_signed(folder: Path) -> ssl.SSLContext:
    """A certificate for loopback that no authority knows."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "pusat.contoh")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "centre.pem").write_bytes(secret + certificate.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "centre.pem")
    return context


def test_a_certificate_that_nobody_vouches_for_is_refused(stranger: Callable[..., Stranger], tmp_path: Path) -> None:
    heard: list[bytes] = []
    impostor = stranger(lambda line: heard.append(line.recv(1 << 16)), self_signed(tmp_path))
    told = told_by(Doorway(f"https://127.0.0.1:{impostor.port}", "token-1"))
    assert isinstance(told, CentreTroubleError)
    assert "dipercaya" in str(told.title)
    assert b"token-1" not in b"".join(heard)


def test_an_authority_that_the_office_installed_is_trusted(
    stranger: Callable[..., Stranger], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = stranger(a_page_instead, self_signed(tmp_path))
    installed = ssl.get_default_verify_paths()._replace(openssl_cafile=str(tmp_path / "centre.pem"))
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: installed)
    told = told_by(Doorway(f"https://127.0.0.1:{own.port}", "token-1"))
    assert "bukan pusat" in str(told.title)


def test_a_certificate_of_the_environment_is_not_trusted(
    stranger: Callable[..., Stranger], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    impostor = stranger(a_page_instead, self_signed(tmp_path))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "centre.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys.log"))
    told = told_by(Doorway(f"https://127.0.0.1:{impostor.port}", "token-1"))
    assert "dipercaya" in str(told.title)
    assert not (tmp_path / "keys.log").exists()


def test_the_centres_own_authority_is_trusted_and_no_other(stranger: Callable[..., Stranger], tmp_path: Path) -> None:
    own = stranger(a_page_instead, self_signed(tmp_path))
    authority = own_authority(tmp_path / "centre.pem")
    assert "bukan pusat" in str(told_by(Doorway(f"https://127.0.0.1:{own.port}", own_authority=authority)).title)
    other = stranger(a_page_instead, self_signed(tmp_path))
    assert "dipercaya" in str(told_by(Doorway(f"https://127.0.0.1:{other.port}", own_authority=authority)).title)


@pytest.mark.parametrize("content", [None, b"", b"x", b"\xff", b"-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_a_file_that_holds_no_certificate_is_told_beside_its_field(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RuleError) as told:
        own_authority(path)
    assert [problem.field for problem in told.value.problems] == ["centre_ca"]
