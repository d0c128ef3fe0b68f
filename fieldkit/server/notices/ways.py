"""The gateways to which messages are handed, as the centre's own file describes them, and what they answer.

Secrets of gateways stand in that file alone, which nobody but the centre's account may read.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

import httpx
import msgspec

from fieldkit.domain.errors import FileError
from fieldkit.domain.notices.messages import NoticeState
from fieldkit.domain.text import text

PATIENCE_S: Final = 20.0
_MOST_ANSWER_BYTES: Final = 1 << 16
_PIECE_BYTES: Final = 1 << 12
_ALL_REPORTS: Final = "31"
_NOT_NOW: Final = frozenset({401, 403, 404, 405, 408, 425, 429, 502, 503})
"""Answers by which nothing was taken for a reason that is not in the message."""

_NO_ROUTE: Final = "Not routable"
"""What Kannel says of a number that none of its centres takes, with the code by which it refuses a password."""


class Gateway(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way out: Kannel, or any that speaks HTTP. `reports_to` is the centre's address as the gateway reaches it."""

    way: Literal["kannel", "http"]
    url: str
    reports_to: str = ""
    username: str = ""
    password: str = ""
    sender: str = ""
    method: Literal["POST"] = "POST"
    body: Literal["form", "json"] = "form"
    """Of `http`: how the fields are posted."""
    fields: dict[str, str] = {}
    """Of `http`: what is sent, with {phone}, {digits}, {text}, {reference} and {report_url} filled in."""
    headers: dict[str, str] = {}
    success: str = ""
    """Of `http`: a regular expression that the answer of a message that was taken matches; empty for any 2xx."""


class Sms(msgspec.Struct, frozen=True):
    """A message to one number, with its own reference and the address for what becomes of it."""

    phone: str
    text: str
    reference: str
    report_url: str


class Answer(msgspec.Struct, frozen=True):
    """What handing a message over came to; the cause is a code."""

    state: NoticeState
    cause: str = ""


def read_gateways(path: Path) -> dict[str, Gateway]:
    """The gateway of each regency; FileError where the file can not be read, or can be read by others."""
    advice = text("Perbaiki berkas itu, lalu ulangi.")
    try:
        mode = path.stat().st_mode
        content = path.read_bytes()
    except OSError:
        raise FileError(text("Berkas {name} tidak bisa dibaca.", name=path.name), advice) from None
    if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
        raise FileError(
            text("Berkas {name} berisi kata sandi dan bisa dibaca orang lain.", name=path.name),
            text("Jalankan: chmod 600 {name}", name=path.name),
        )
    try:
        _refuse_get(content, path)
        found = msgspec.json.decode(content, type=dict[str, Gateway])
        for gateway in found.values():
            re.compile(gateway.success)
            _check_url(gateway.url)
    except (msgspec.MsgspecError, re.error, httpx.InvalidURL, ValueError):
        raise FileError(text("Isi berkas {name} tidak sesuai.", name=path.name), advice) from None
    return found


def _refuse_get(content: bytes, path: Path) -> None:
    """Older centres could: number and text stood in the address, which proxies and providers log (invariant 12)."""
    told = msgspec.json.decode(content, type=dict[str, dict[str, Any]])
    asking = [regency for regency, gateway in told.items() if gateway.get("method", "POST") == "GET"]
    if asking:
        raise FileError(
            text("Gateway {regency} di berkas {name} memakai GET.", regency=", ".join(asking), name=path.name),
            text(
                "Dengan GET, nomor dan isi kabar tertulis di alamat dan bisa tersimpan di log. Hapus method, "
                'pilih "body": "form" atau "json" sesuai penyedia, lalu ulangi.'
            ),
        )


def _check_url(url: str) -> None:
    parsed = httpx.URL(url)
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise ValueError("no address")


def hand_over(client: httpx.Client, gateway: Gateway, sms: Sms) -> Answer:
    """Hand a message to a gateway. Deferred is only what it surely did not take."""
    try:
        with _asking(client, gateway, sms) as response:
            return _read(gateway, response, _words(response))
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol):
        return Answer(NoticeState.DEFERRED, "no_gateway")
    except httpx.HTTPError:
        return Answer(NoticeState.UNKNOWN, "no_answer")


def _words(response: httpx.Response) -> str:
    """The beginning of an answer: whoever stands at that address can not fill the centre's memory."""
    read = bytearray()
    for piece in response.iter_bytes(_PIECE_BYTES):
        read += piece
        if len(read) >= _MOST_ANSWER_BYTES:
            break
    return read[:_MOST_ANSWER_BYTES].decode("utf-8", "replace")


def _asking(client: httpx.Client, gateway: Gateway, sms: Sms) -> AbstractContextManager[httpx.Response]:
    ask = partial(client.stream, "POST", gateway.url)
    if gateway.way == "kannel":
        return ask(headers=_kannel_headers(gateway, sms), content=sms.text.encode("ascii"))
    values = {**msgspec.structs.asdict(sms), "digits": sms.phone.lstrip("+")}
    fields = {name: _filled(value, values) for name, value in gateway.fields.items()}
    if gateway.body == "json":
        return ask(json=fields, headers=gateway.headers)
    return ask(data=fields, headers=gateway.headers)


def _kannel_headers(gateway: Gateway, sms: Sms) -> dict[str, str]:
    """Posted, since the address of a request may be logged on the way, and would hold the number."""
    headers = {
        "Content-Type": "text/plain",
        "X-Kannel-Username": gateway.username,
        "X-Kannel-Password": gateway.password,
        "X-Kannel-To": sms.phone,
        "X-Kannel-From": gateway.sender,
    }
    if sms.report_url:
        headers |= {"X-Kannel-DLR-Url": f"{sms.report_url}&status=%d", "X-Kannel-DLR-Mask": _ALL_REPORTS}
    return headers


def _read(gateway: Gateway, response: httpx.Response, words: str) -> Answer:
    code = response.status_code
    if gateway.way == "kannel" and words.startswith(_NO_ROUTE):
        return Answer(NoticeState.REJECTED, "no_route")
    if response.is_success:
        is_taken = re.search(gateway.success, words) is not None
        return Answer(NoticeState.ACCEPTED) if is_taken else Answer(NoticeState.REJECTED, "refused")
    if code in _NOT_NOW:
        return Answer(NoticeState.DEFERRED, f"http_{code}")
    if 400 <= code < 500:
        return Answer(NoticeState.REJECTED, f"http_{code}")
    return Answer(NoticeState.UNKNOWN, f"http_{code}")


def _filled(value: str, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), value)
