"""Where an admin asks for the code that is read back to a laptop without a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from litestar import Request, Response, post
from litestar.params import RawBody

from fieldkit.records.wire import PhoneAnswer, SignedQuestion
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.laptops import authenticate
from fieldkit.server.doorway.bodies import answer, read_body
from fieldkit.server.keeping.restoration import require_open
from fieldkit.server.office.telephone import tell_signed
from fieldkit.server.regencies import epoch_of
from fieldkit.server.tokens import bearer_token
from fieldkit.server.trouble import revoked


def telephone_route(centre: Centre, clock: Callable[[], int]) -> Any:
    """The route: for a laptop of the office that may work, at a centre that knows who was shut out."""

    @post("/v1/telephone", sync_to_thread=True)
    def telephone(request: Request[Any, Any, Any], body: RawBody) -> Response[bytes]:
        with reading(centre.engine) as connection:
            device = authenticate(connection, bearer_token(request.headers.get("authorization", "")))
            if device.is_revoked:
                raise revoked({}, epoch_of(connection, device.regency))
            require_open(connection, device.regency)
        told = tell_signed(centre, device, read_body(body, SignedQuestion), clock())
        return answer(PhoneAnswer(code=told.code))

    return telephone
