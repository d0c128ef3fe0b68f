"""What every page carries so that no other one can use it, and who may send a form."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from litestar import Request
from litestar.datastructures import Cookie

from fieldkit.domain.people.addresses import is_loopback
from fieldkit.server.web.browsers import LASTS_S
from fieldkit.server.web.sessions import form_mark

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    # Not "no-referrer": then a browser would not say either which page sends a form.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
_SESSION: Final = "fieldkit"
_BROWSER: Final = "fieldkit-dikenal"
LONGEST_FORM: Final = 4096
"""Bytes of a form."""
_FIELDS_AT_MOST: Final = 10
Asked = Request[Any, Any, Any]


def read_form(body: bytes) -> dict[str, str]:
    """The fields of a form; none where it can not be read."""
    if len(body) > LONGEST_FORM:
        return {}
    try:
        found = parse_qs(body.decode(), max_num_fields=_FIELDS_AT_MOST)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}


def is_own_form(request: Asked) -> bool:
    """Whether a form was sent by a page of this centre, as the browser tells."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == request.headers.get("host", "")


def is_marked(token: str, form: Mapping[str, str]) -> bool:
    """Whether a form belongs to this session."""
    return hmac.compare_digest(form_mark(token).encode(), form.get("tanda", "").encode())


def session_token(request: Asked) -> str:
    """The token in the cookie; empty without one."""
    return request.cookies.get(_name(_SESSION, is_secure(request)), "")


def browser_mark(request: Asked) -> str:
    """What the browser kept of an earlier sign-in; empty without one."""
    return request.cookies.get(_name(_BROWSER, is_secure(request)), "")


def browser_cookie(request: Asked, mark: str) -> Cookie:
    """The cookie by which a browser is known again."""
    return _own_cookie(request, _BROWSER, mark, LASTS_S)


def session_cookie(request: Asked, token: str, lasts_s: int) -> Cookie:
    """The cookie with a token; one that lasts no time at all takes it away."""
    return _own_cookie(request, _SESSION, token, lasts_s)


def _own_cookie(request: Asked, name: str, value: str, lasts_s: int) -> Cookie:
    secure = is_secure(request)
    return Cookie(
        key=_name(name, secure), value=value, path="/", max_age=lasts_s, secure=secure, httponly=True, samesite="strict"
    )


def language_cookie(request: Asked, code: str) -> Cookie:
    """The cookie that remembers the language."""
    return Cookie(
        key="bahasa",
        value=code,
        path="/",
        max_age=365 * 24 * 3600,
        secure=is_secure(request),
        httponly=True,
        samesite="lax",
    )


def is_secure(request: Asked) -> bool:
    """Whether cookies go over TLS alone: always but in plain http on this very computer."""
    host = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    return not (request.scope["scheme"] == "http" and is_loopback(host))


def _name(name: str, secure: bool) -> str:
    # A browser takes a cookie of this name from the host itself only, over TLS.
    return f"__Host-{name}" if secure else name
