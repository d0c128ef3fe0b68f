"""What the office's page shows, without a browser."""

from __future__ import annotations

from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.heartbeats import reports_in
from fieldkit.server.web.accounts import Reader
from fieldkit.server.web.sessions import begin, look_with
from fieldkit.server.web.sums import kept_sums
from fieldkit.server.web.view import OfficeView, office_view


def view_of(centre: Centre, regency: str, now_ms: int, user_id: str) -> OfficeView:
    """The page as somebody of the office gets it."""
    token = begin(centre, Reader(regency, user_id, ""), now_ms)
    with reading(centre.engine) as connection:
        look, kept = look_with(connection, token, now_ms), kept_sums(connection, regency)
        assert look is not None
        return office_view(look, kept.sums if kept else None, reports_in(connection, regency), now_ms)
