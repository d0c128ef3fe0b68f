"""Where gateways say what became of a message, and hand on what people write back; in plain text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import RawBody

from fieldkit.server.centre import Centre
from fieldkit.server.notices.reports import INBOUND, REPORT, take_inbound, take_report


def notice_routes(centre: Centre, clock: Callable[[], int]) -> list[Any]:
    """The routes: 204 where the secret is the right one, else 404."""

    @get(REPORT, sync_to_thread=True)
    def report(request: Request[Any, Any, Any]) -> Response[None]:
        return _answer(is_known=take_report(centre, dict(request.query_params.items()), clock()))

    @post(INBOUND, sync_to_thread=True)
    def inbound(request: Request[Any, Any, Any], body: RawBody) -> Response[None]:
        asked = dict(request.query_params.items())
        # The number stands in a header, since addresses of requests are logged on the way.
        asked |= {"from": request.headers.get("x-kannel-from", ""), "text": body[:200].decode(errors="replace")}
        return _answer(is_known=take_inbound(centre, asked, clock()))

    return [report, inbound]


def _answer(*, is_known: bool) -> Response[None]:
    return Response(None, status_code=204 if is_known else 404)
