"""Laptops that meet a restored centre together offer it the same rows: each is kept once, and nobody is turned away."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa
from field_pens import JATI, PROBOLINGGO, Ground, new_id

from fieldkit.records.wire import LEADING_COLUMNS, LostRows, TablePage
from fieldkit.server.database import reading, writing
from fieldkit.server.devices.laptops import Device, devices
from fieldkit.server.intake.lost_rows import take_lost_rows
from fieldkit.server.schema import LOST_ROW, REGENCY, RESTORE_POINT
from tests.patience import PATIENCE_S, until
from tests.server.test_push_concurrency import waiting_for_locks


def offered(row: str, version: int) -> LostRows:
    values: list[str | int | None] = [row, PROBOLINGGO, JATI, version, "SRI WAHYUNI"]
    return LostRows(epoch=0, tables=[TablePage(table="resident", columns=[*LEADING_COLUMNS, "name"], rows=[values])])


def kept(ground: Ground) -> list[tuple[str, int]]:
    with reading(ground.centre.engine) as connection:
        return [tuple(row) for row in connection.execute(sa.select(LOST_ROW.c.row, LOST_ROW.c.version))]


def enrolled(ground: Ground) -> Device:
    ground.laptop()
    return devices(ground.centre, PROBOLINGGO)[0]


def test_a_row_that_two_laptops_offer_at_once_is_kept_as_the_newer_had_it(postgres_ground: Ground) -> None:
    ground, row = postgres_ground, new_id()
    device = enrolled(ground)
    with writing(ground.centre.engine) as connection:
        connection.execute(RESTORE_POINT.insert(), {"regency": PROBOLINGGO, "epoch": 0, "head": 5})
    other = {"regency": PROBOLINGGO, "table": "resident", "row": row, "area": JATI, "epoch": 0, "version": 7}
    with ThreadPoolExecutor(1) as pool:
        with writing(ground.centre.engine) as connection:
            connection.execute(sa.select(REGENCY.c.regency).with_for_update())
            connection.execute(LOST_ROW.insert(), {**other, "fields": "{}", "device_id": "another"})
            answer = pool.submit(take_lost_rows, ground.centre, device, offered(row, 9))
            until(lambda: waiting_for_locks(ground) == 1)
        assert answer.result(PATIENCE_S).kept == 1
    assert kept(ground) == [(row, 9)]
