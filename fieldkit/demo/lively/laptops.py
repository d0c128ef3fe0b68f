"""The office's laptops as a centre would tell of them, one of them lost, and two requests about personal data."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.demo.lively.planning import PLANNER
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.orders.laptop import LaptopState
from fieldkit.domain.privacy.data_request import DataRequestKind, DataRequestWay
from fieldkit.records.orders import Filed, HeldArea, filed_areas
from fieldkit.records.tables import DEVICE_FILE
from fieldkit.store.unit import Unit
from fieldkit.work.data_requests.requests import AskData, ask_data
from fieldkit.work.instants import instant

REGENCY: Final = "35.74"
_JATI: Final = "35.74.03.1004"
_BEGINS: Final = "2019-01-07T01:00:00.000Z"
_LAPTOPS: Final = (
    ("P1", "Kantor", LaptopState.ACTIVE, {REGENCY: 0, "35.74+": 0}, 0, 2),
    ("P2", "Meja Jati 1", LaptopState.ACTIVE, {_JATI: 2, "35.74.03.1002": 0}, 3, 41),
    ("P3", "Meja Jati 2", LaptopState.MISSING, {_JATI: 5}, 9, 1_560),
    ("P4", "Kunjungan rumah", LaptopState.ACTIVE, {"35.74.04": 0, "35.74+.04": 9}, 0, 75),
    ("P5", "Meja Wonoasih", LaptopState.ENROLLED, {"35.74.02": 0}, 0, 0),
)
"""Prefix, name, state, areas with the days until they end (0: no end), what was unsent, minutes since it reported."""


def tell_of_laptops(laptop: PracticeLaptop) -> None:
    """As if the centre had told."""
    store = laptop.store
    store.execute(_files)
    planner = store.query(lambda database: database.value("SELECT id FROM app_user WHERE name = ?", PLANNER))
    people = store.query(lambda database: database.rows("SELECT id, name FROM resident ORDER BY name LIMIT 2"))
    with store.acting(UserId(str(planner))):
        for (person, name), kind in zip(people, DataRequestKind, strict=True):
            store.execute(ask_data, AskData(person, kind, name.title(), DataRequestWay.COUNTER))


def _files(unit: Unit) -> None:
    for prefix, name, state, areas, unsent, minutes in _LAPTOPS:
        seen = unit.now_utc - timedelta(minutes=minutes)
        held = tuple(HeldArea(area, _BEGINS, _until(unit.now_utc, days)) for area, days in areas.items())
        missing = instant(unit.now_utc - timedelta(hours=21)) if state is LaptopState.MISSING else ""
        filed = Filed(held, instant(seen) if minutes else "", 214 if minutes else 0, unsent, missing)
        unit.insert(
            DEVICE_FILE,
            REGENCY,
            device_id=f"laptop-{prefix}",
            name=name,
            prefix=prefix,
            state=state,
            areas=filed_areas(filed),
            enrolled_at=_BEGINS,
            changed_at=instant(unit.now_utc),
        )


def _until(now: datetime, days: int) -> str:
    """The end of a day in Probolinggo, seven hours ahead."""
    if not days:
        return ""
    return instant((now + timedelta(days=days)).replace(hour=17, minute=0, second=0, microsecond=0))
