"""Whether a process can be sent requests: what a balancer asks, without a token and in plain JSON."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from litestar import Response, get

from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, revision_of
from fieldkit.server.doorway.contract import HEALTH


def health_route(centre: Centre, revision: str | None) -> Any:
    """The route: 200, or 503 where the database is not there or not of this program's revision."""

    @get(HEALTH, sync_to_thread=True)
    def health() -> Response[dict[str, str]]:
        status = _status(centre, revision)
        return Response({"status": status}, status_code=200 if status == "ok" else 503)

    return health


def _status(centre: Centre, revision: str | None) -> str:
    try:
        with reading(centre.engine) as connection:
            found = revision_of(connection)
    except (sa.exc.OperationalError, sa.exc.TimeoutError):
        return "database"
    return "ok" if revision in (None, found) else "schema"
