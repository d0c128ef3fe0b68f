"""10,000 cards lie ready: the notices about them are planned, and written down as steps, on a durable PostgreSQL."""

from __future__ import annotations

import tempfile
from pathlib import Path

from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.notices.planner import plan
from fieldkit.server.office.writing import OfficeRow, put_office_rows
from fieldkit.server.regencies import add_regency
from tests.bench.figures import Figure, at_most, timed
from tests.postgres_cluster import durable_cluster
from tests.server.field_pens import AT, JATI, NOW_MS, PROBOLINGGO, new_id, request_for, resident

NOTICES = 10_000
_BATCH = 2_500


def notices_figures(_folder: Path) -> list[Figure]:
    """Seconds until all of them stand in the queue."""
    with tempfile.TemporaryDirectory(prefix="fieldkit-pg-") as place, durable_cluster(Path(place)) as cluster:
        centre = open_centre(cluster.fresh_database().render_as_string(hide_password=False))
        add_regency(centre, PROBOLINGGO, "Kota Probolinggo")
        for first in range(0, NOTICES, _BATCH):
            _lay_ready(centre, first)
        planned: list[int] = []
        seconds = timed(lambda: planned.append(plan(centre, PROBOLINGGO, NOW_MS, has_gateway=True)))
        centre.close()
    if planned != [NOTICES]:
        raise RuntimeError(f"planned {planned}, not {NOTICES}")
    return [at_most("notices", seconds, "s", 5)]


def _lay_ready(centre: Centre, first: int) -> None:
    rows = []
    for number in range(first, first + _BATCH):
        person, asked = new_id(), new_id()
        request = request_for(person, sms_consent=1, receipt_ref=f"K{number:09d}")
        card = {"request_id": asked, "state": "ready", "place": "Kel. Jati", "custodian": "Rina", "at": AT}
        rows += [
            OfficeRow("resident", JATI, person, resident(phone=f"0812{number:08d}")),
            OfficeRow("service_request", JATI, asked, request),
            OfficeRow("card_place", JATI, new_id(), card),
        ]
    put_office_rows(centre, PROBOLINGGO, rows, now_ms=NOW_MS)
