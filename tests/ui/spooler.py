"""A print spooler on loopback that speaks as much IPP as CUPS' own library asks of it, and keeps what it was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Final

PRINTER: Final = "Meja"
_OPERATION, _JOB, _END, _PRINTER = 1, 2, 3, 4
_INTEGER, _BOOLEAN, _ENUM, _TEXT, _NAME, _KEYWORD, _URI = 0x21, 0x22, 0x23, 0x41, 0x42, 0x44, 0x45
_CHARSET, _LANGUAGE = 0x47, 0x48
_CREATE_JOB, _SEND_DOCUMENT, _GET_JOBS = 0x05, 0x06, 0x0A
_JOBS: Final = {_CREATE_JOB, _SEND_DOCUMENT, _GET_JOBS}
PENDING, ABORTED, COMPLETED = 3, 8, 9
"""States of a job."""
_FINE, _REFUSED = b"\x00\x00", b"\x04\x0a"
"""Codes of IPP; the second one says that nobody can print a document of this form."""
_PPD: Final = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "MEJA.PPD"
*Product: "(Meja)"
*Manufacturer: "Meja"
*ModelName: "Meja"
*ShortNickName: "Meja"
*NickName: "Meja"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*OpenUI *PageSize/Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Region: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "12 12 583 830"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
"""


class Spooler(ThreadingHTTPServer):
    """`arrived` is called with a document while the one that sent it still waits for the answer."""

    daemon_threads = True

    def __init__(self, arrived: Callable[[bytes], None], *, refuses: bool, states: Sequence[int]) -> None:
        super().__init__(("127.0.0.1", 0), _Desk)
        self.arrived, self.refuses, self.states = arrived, refuses, states
        self.asked = 0

    def state(self) -> int:
        """How the job stands each time that somebody asks; the last state stays."""
        self.asked += 1
        return self.states[min(self.asked, len(self.states)) - 1]


@contextmanager
def spooler(
    arrived: Callable[[bytes], None], *, refuses: bool = False, states: Sequence[int] = (COMPLETED,)
) -> Iterator[str]:
    """Its address, for `CUPS_SERVER`; one that refuses takes documents and says that it will not print them."""
    with Spooler(arrived, refuses=refuses, states=states) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _Desk(BaseHTTPRequestHandler):
    server: Spooler
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Nothing is said on the error stream."""

    def do_GET(self) -> None:
        self._answer(_PPD.encode(), "application/vnd.cups-ppd")

    def do_POST(self) -> None:
        asked = self._body()
        operation, number = int.from_bytes(asked[2:4]), asked[4:8]
        if operation == _SEND_DOCUMENT:
            self.server.arrived(asked)
        status = _REFUSED if operation == _SEND_DOCUMENT and self.server.refuses else _FINE
        host, job = self.headers["Host"], None
        if operation in _JOBS:
            job = _about_job(host, self.server.state() if operation == _GET_JOBS else PENDING)
        self._answer(_reply(status, number, job or _about_printer(host)), "application/ipp")

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "") != "chunked":
            return self.rfile.read(int(self.headers["Content-Length"]))
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)


def _reply(status: bytes, number: bytes, about: bytes) -> bytes:
    said = _attribute(_CHARSET, "attributes-charset", "utf-8")
    said += _attribute(_LANGUAGE, "attributes-natural-language", "en")
    return b"\x02\x00" + status + number + bytes([_OPERATION]) + said + about + bytes([_END])


def _about_job(host: str, state: int) -> bytes:
    uri = _attribute(_URI, "job-uri", f"ipp://{host}/jobs/1")
    printer = _attribute(_URI, "job-printer-uri", f"ipp://{host}/printers/{PRINTER}")
    return bytes([_JOB]) + _attribute(_INTEGER, "job-id", 1) + uri + printer + _attribute(_ENUM, "job-state", state)


def _about_printer(host: str) -> bytes:
    told = [
        (_NAME, "printer-name", PRINTER),
        (_URI, "printer-uri-supported", f"ipp://{host}/printers/{PRINTER}"),
        (_URI, "device-uri", "ipp://127.0.0.1/nowhere"),
        (_TEXT, "printer-info", PRINTER),
        (_TEXT, "printer-make-and-model", PRINTER),
        (_ENUM, "printer-state", 3),
        (_ENUM, "printer-type", 4),
        (_BOOLEAN, "printer-is-accepting-jobs", 1),
        (_BOOLEAN, "printer-is-shared", 0),
        (_KEYWORD, "printer-state-reasons", "none"),
    ]
    return bytes([_PRINTER]) + b"".join(_attribute(tag, name, value) for tag, name, value in told)


def _attribute(tag: int, name: str, value: str | int) -> bytes:
    content = value.encode() if isinstance(value, str) else value.to_bytes(1 if tag == _BOOLEAN else 4)
    return bytes([tag]) + len(name).to_bytes(2) + name.encode() + len(content).to_bytes(2) + content
