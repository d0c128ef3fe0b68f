"""The pages over HTTP: read-only figures for whoever is signed in, the day's stock and a card's place for everybody."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from litestar import Request, Response, Router, get, post
from litestar.background_tasks import BackgroundTask
from litestar.datastructures import Cookie
from litestar.exceptions import HTTPException
from litestar.params import FromPath, RawBody

from fieldkit.domain.text import Text
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.heartbeats import Report, reports_in
from fieldkit.server.trouble import TroubleError
from fieldkit.server.web.accounts import LONGEST, SHORTEST, Caller, Reader, mark_browser, set_passphrase, sign_in
from fieldkit.server.web.counting import Counting, is_current
from fieldkit.server.web.facts import local_time
from fieldkit.server.web.guard import (
    HEADERS,
    LONGEST_FORM,
    browser_cookie,
    browser_mark,
    is_marked,
    is_own_form,
    language_cookie,
    read_form,
    session_cookie,
    session_token,
)
from fieldkit.server.web.language import ENGLISH, INDONESIAN, Language
from fieldkit.server.web.lookup import card_told, may_ask
from fieldkit.server.web.render import Pages
from fieldkit.server.web.sessions import LONGEST_MS, Look, begin, end, form_mark, look_with, note_seen
from fieldkit.server.web.shown import Shown
from fieldkit.server.web.sums import kept_sums
from fieldkit.server.web.view import day_stock, in_use, office_view, silent_of
from fieldkit.server.web.wording import WORDS

_LOG: Final = logging.getLogger(__name__)
_HTML: Final = "text/html; charset=utf-8"
_HOME: Final = "/kantor"
Asked = Request[Any, Any, Any]
Answered = Response[bytes]


@dataclass(frozen=True, slots=True)
class Web:
    """What the pages answer; called in threads."""

    centre: Centre
    clock: Callable[[], int]
    counting: Counting
    pages: Pages
    shown: Shown

    def office(self, request: Asked) -> Answered:
        """The figures, or the way in."""
        token, now_ms = session_token(request), self.clock()
        with reading(self.centre.engine) as connection:
            look = look_with(connection, token, now_ms)
            told = reports_in(connection, look.reader.regency) if look else []
        if look is None:
            return self._elsewhere("/masuk")
        if not look.is_open:
            return self._note(request, "closed", 503)
        note_seen(self.centre, token, look, now_ms)
        language, today = self._language(request), local_time(look.clock, now_ms).date()
        counted = local_time(look.clock, look.at_ms) if look.at_ms is not None else None
        is_behind = not is_current(look.head, today, look.version, counted)
        silent = tuple((each.device.id, each.at_ms, each.waiting) for each in silent_of(told, now_ms))
        stamp = (look.version, look.at_ms, today, is_behind, silent, in_use(told))
        figures = self.shown.get(
            (look.reader.regency, language.code), stamp, lambda: self._figures(look, told, now_ms, language)
        )
        answer = self._page(request, self.pages.office(look, today, figures, language, form_mark(token)))
        if is_behind:
            answer.background = BackgroundTask(self.count, look.reader.regency)
        return answer

    def sign_in(self, request: Asked, body: bytes) -> Answered:
        """A session for name and passphrase."""
        form = read_form(body)
        login, passphrase = form.get("nama", ""), form.get("sandi", "")
        if not is_own_form(request):
            return self._note(request, "not_own", 403)
        try:
            caller = Caller(_address(request), browser_mark(request))
            reader = sign_in(self.centre, login, passphrase[:LONGEST], caller, now_ms=self.clock())
        except TroubleError as error:
            return self._refused(request, "masuk.html", "wrong", error, login)
        return self._let_in(request, reader)

    def set_passphrase(self, request: Asked, body: bytes) -> Answered:
        """A passphrase for a code, and a session."""
        form = read_form(body)
        login, passphrase = form.get("nama", ""), form.get("sandi", "")
        if not is_own_form(request):
            return self._note(request, "not_own", 403)
        if trouble := _unfit(passphrase, form.get("ulang", "")):
            return self._form(request, "kode.html", trouble, login, 400)
        code, address = form.get("kode", ""), _address(request)
        try:
            reader = set_passphrase(self.centre, login, code, passphrase, address, now_ms=self.clock())
        except TroubleError as error:
            return self._refused(request, "kode.html", "wrong_code", error, login)
        return self._let_in(request, reader)

    def sign_out(self, request: Asked, body: bytes) -> Answered:
        """The end of the session."""
        token = session_token(request)
        if not is_own_form(request) or not is_marked(token, read_form(body)):
            return self._note(request, "not_own", 403)
        end(self.centre, token)
        return self._elsewhere("/masuk", session_cookie(request, "", 0))

    def form(self, request: Asked, template: str) -> Answered:
        """An empty form."""
        return self._form(request, template, "", "", 200)

    def public(self, request: Asked, regency: str, body: bytes | None = None) -> Answered:
        """The day's stock, and what is told of the card whose reference was typed."""
        told, status = "", 200
        stock = day_stock(self.centre, regency, self.clock())
        if stock is None:
            return self._note(request, "not_public", 404)
        if body is not None and not is_own_form(request):
            return self._note(request, "not_own", 403)
        language = self._language(request)
        if body is not None:
            told, status = self._told(request, regency, read_form(body).get("resi", ""), language)
        values = {"stock": stock, "regency": regency, "told": told}
        return self._page(request, self.pages.page("umum.html", language, **values), status)

    def style(self) -> Answered:
        """The style sheet of all pages."""
        headers = {**HEADERS, "Cache-Control": "public, max-age=3600"}
        return Response(self.pages.style, media_type="text/css; charset=utf-8", headers=headers)

    def count(self, regency: str) -> None:
        """Have counted what came since."""
        try:
            self.counting.look(self.clock(), regency)
        except sa.exc.SQLAlchemyError as error:
            _LOG.warning("%s", type(error).__name__)

    def _figures(self, look: Look, told: Sequence[Report], now_ms: int, language: Language) -> str:
        with reading(self.centre.engine) as connection:
            kept = kept_sums(connection, look.reader.regency)
        return self.pages.figures(office_view(look, kept.sums if kept else None, told, now_ms), language)

    def _told(self, request: Asked, regency: str, reference: str, language: Language) -> tuple[str, int]:
        if not may_ask(self.centre, regency, _address(request), self.clock()):
            return self._words(language, "asked_often"), 429
        return language.say(card_told(self.centre, regency, reference)), 200

    def _let_in(self, request: Asked, reader: Reader) -> Answered:
        # Whatever session this browser had is over.
        end(self.centre, session_token(request))
        token = begin(self.centre, reader, self.clock())
        known = browser_cookie(request, mark_browser(self.centre, reader))
        return self._elsewhere(_HOME, session_cookie(request, token, LONGEST_MS // 1000), known)

    def _refused(self, request: Asked, template: str, why: str, error: TroubleError, login: str) -> Answered:
        if error.status == 429:
            return self._form(request, template, "waits", login, 429, n=error.retry_after_s)
        return self._form(request, template, why, login, 400)

    def _form(self, request: Asked, template: str, why: str, login: str, status: int, **parts: object) -> Answered:
        language = self._language(request)
        told = self._words(language, why, **parts) if why else ""
        return self._page(request, self.pages.page(template, language, told=told, login=login), status)

    def _note(self, request: Asked, why: str, status: int) -> Answered:
        language = self._language(request)
        return self._page(request, self.pages.page("catatan.html", language, why=why), status)

    def _words(self, language: Language, why: str, **parts: object) -> str:
        return language.say(Text(WORDS[why].source, parts))

    def _language(self, request: Asked) -> Language:
        return self.pages.language(request.query_params.get("bahasa") or request.cookies.get("bahasa", INDONESIAN))

    def _page(self, request: Asked, page: bytes, status: int = 200) -> Answered:
        chosen = request.query_params.get("bahasa")
        cookies = [language_cookie(request, chosen)] if chosen in (INDONESIAN, ENGLISH) else []
        return Response(page, status_code=status, media_type=_HTML, headers=dict(HEADERS), cookies=cookies)

    def _elsewhere(self, path: str, *cookies: Cookie) -> Answered:
        headers = {**HEADERS, "Location": path}
        return Response(b"", status_code=303, media_type=_HTML, headers=headers, cookies=list(cookies))

    def on_fault(self, request: Asked, error: Exception) -> Answered:
        """What could not be answered; the message of an error may quote a resident's data."""
        status = getattr(error, "status_code", 500)
        if status < 500:
            return self._note(
                request, "too_large" if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE else "missing", status
            )
        _LOG.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
        return self._note(request, "fault", 500)


def _unfit(passphrase: str, again: str) -> str:
    """The word for what is wrong with a new passphrase; empty where nothing is."""
    if len(passphrase) < SHORTEST:
        return "too_short"
    if len(passphrase) > LONGEST:
        return "too_long"
    return "" if passphrase == again else "differs"


def _address(request: Asked) -> str:
    return request.client.host if request.client else ""


def web_router(centre: Centre, clock: Callable[[], int], counting: Counting, resources: Path) -> Router:
    """The routes of the pages."""
    web = Web(centre, clock, counting, Pages(resources), Shown())
    handlers = [*_office_routes(web), *_public_routes(web)]

    # A function and no method: the framework copies what handlers hold, and a database can not be copied.
    def on_fault(request: Asked, error: Exception) -> Answered:
        return web.on_fault(request, error)

    faults = (HTTPException, sa.exc.OperationalError, sa.exc.TimeoutError, Exception)
    handled: dict[int | type[Exception], Callable[[Asked, Any], Answered]] = dict.fromkeys(faults, on_fault)
    return Router("/", route_handlers=handlers, exception_handlers=handled, request_max_body_size=LONGEST_FORM)


def _office_routes(web: Web) -> list[Any]:

    @get("/", sync_to_thread=False)
    def root() -> Answered:
        return Response(b"", status_code=303, headers={**HEADERS, "Location": _HOME})

    @get(_HOME, sync_to_thread=True)
    def office(request: Asked) -> Answered:
        return web.office(request)

    @get("/masuk", sync_to_thread=True)
    def way_in(request: Asked) -> Answered:
        return web.form(request, "masuk.html")

    @post("/masuk", sync_to_thread=True)
    def come_in(request: Asked, body: RawBody) -> Answered:
        return web.sign_in(request, body)

    @get("/kode", sync_to_thread=True)
    def code_form(request: Asked) -> Answered:
        return web.form(request, "kode.html")

    @post("/kode", sync_to_thread=True)
    def take_code(request: Asked, body: RawBody) -> Answered:
        return web.set_passphrase(request, body)

    @post("/keluar", sync_to_thread=True)
    def leave(request: Asked, body: RawBody) -> Answered:
        return web.sign_out(request, body)

    return [root, office, way_in, come_in, code_form, take_code, leave]


def _public_routes(web: Web) -> list[Any]:
    @get("/umum/{regency:str}", sync_to_thread=True)
    def public(request: Asked, regency: FromPath[str]) -> Answered:
        return web.public(request, regency)

    @post("/umum/{regency:str}", sync_to_thread=True)
    def ask_public(request: Asked, regency: FromPath[str], body: RawBody) -> Answered:
        return web.public(request, regency, body)

    @get("/gaya.css", sync_to_thread=False)
    def style() -> Answered:
        return web.style()

    return [public, ask_public, style]
