"""What laptops still hold of what a restored centre lost: kept here, and counted once the office has entered it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec
import sqlalchemy as sa

from fieldkit.domain.areas import regency_of
from fieldkit.records.tables import BY_NAME, CASE_FILE
from fieldkit.records.wire import LEADING_COLUMNS, LostRows, LostRowsReply, TablePage
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.devices.laptops import Device
from fieldkit.server.keeping.restoration import restore_points
from fieldkit.server.merge.authority import Sender, sender_of
from fieldkit.server.merge.proposals import is_name
from fieldkit.server.regencies import epoch_of
from fieldkit.server.schema import LOST_ROW, REGENCY
from fieldkit.server.scope import regency_named
from fieldkit.server.trouble import malformed, too_large

_MOST_OF_A_DEVICE: Final = 200_000
"""As many as a laptop may hold rows of a list."""


ENTERED: Final = ""
"""In place of the fields of a row that the office has entered: of that nothing older is wanted any more."""
_MOST_VERSIONS: Final = 1 << 60


class LostRow(NamedTuple):
    """A row as a laptop held it, with the version that it had there."""

    regency: str
    table: str
    row: str
    area: str
    epoch: int
    version: int
    fields: str


def take_lost_rows(centre: Centre, device: Device, lost: LostRows) -> LostRowsReply:
    """Keep of each row what was newest on any laptop; TroubleError where it is unsound, or more than one can hold."""
    rows = {each[:3]: each for page in lost.tables for each in _rows(page, lost.epoch)}
    with reading(centre.engine) as connection:
        sender, heads = sender_of(connection, device), _heads(connection, device, rows.values())
    wanted = [each for each in rows.values() if _is_lost(each, heads) and _was_given(sender, each)]
    with writing(centre.engine) as connection:
        _require_modest(connection, device, len(wanted))
        for regency, table, found in _grouped(wanted):
            _keep_newest(connection, centre, device, (regency, table), found)
    return LostRowsReply(kept=len(wanted))


def _heads(connection: sa.Connection, device: Device, rows: Iterable[LostRow]) -> Mapping[tuple[str, int], int]:
    """Up to where the backups had come, by regency and epoch.

    An epoch that was lost whole, as a backup of before it was restored, has no point. From where it began the laptop
    knows, which set aside what came after that.
    """
    epochs = {(each.regency, each.epoch) for each in rows if regency_named(each.regency) == each.regency}
    points = restore_points(connection, {regency for regency, _ in epochs})
    present = epoch_of(connection, device.regency)
    first = {point.regency: point.epoch for point in reversed(points)}
    gone = {each: 0 for each in epochs if first.get(each[0], present) < each[1] < present}
    return gone | {(point.regency, point.epoch): point.head for point in points}


def _rows(page: TablePage, epoch: int) -> Iterator[LostRow]:
    if page.table not in BY_NAME or page.table == CASE_FILE.name:
        # Cases follow from the facts.
        return
    if tuple(page.columns[: len(LEADING_COLUMNS)]) != LEADING_COLUMNS:
        raise malformed("columns")
    for values in page.rows:
        if len(values) != len(page.columns):
            raise malformed("a row")
        row = dict(zip(page.columns, values, strict=True))
        row_id, regency, area, version = (row.pop(name) for name in LEADING_COLUMNS)
        fields = msgspec.json.encode({name: value for name, value in row.items() if value is not None}).decode()
        if isinstance(version, int) and isinstance(row_id, str) and isinstance(regency, str) and isinstance(area, str):
            yield LostRow(regency, page.table, row_id, area, epoch, version, fields)
        else:
            raise malformed("a row")


def _is_lost(row: LostRow, heads: Mapping[tuple[str, int], int]) -> bool:
    """Whether the backup can not hold it; nobody offers anything to a centre that was not restored."""
    head = heads.get((row.regency, row.epoch))
    return head is not None and head < row.version < _MOST_VERSIONS and is_name(row.row)


def _was_given(sender: Sender, row: LostRow) -> bool:
    """Whether the centre can ever have given it to this laptop."""
    named = regency_named(row.area)
    if named is None:
        return False
    if row.area == row.regency or named != row.regency:
        return any(regency_of(each.area) == row.regency for each in sender.grants)
    return sender.reaches_until_ms(row.area) > 0


def _require_modest(connection: sa.Connection, device: Device, count: int) -> None:
    lost = LOST_ROW.c
    query = sa.select(sa.func.count()).where(
        lost.regency == device.regency, lost.device_id == device.id, lost.fields != ENTERED
    )
    if int(connection.execute(query).scalar_one()) + count > _MOST_OF_A_DEVICE:
        raise too_large("more rows than a laptop holds")


def _grouped(rows: Iterable[LostRow]) -> Iterator[tuple[str, str, Sequence[LostRow]]]:
    groups: dict[tuple[str, str], list[LostRow]] = defaultdict(list)
    for row in rows:
        groups[row.regency, row.table].append(row)
    for (regency, table), found in sorted(groups.items()):
        yield regency, table, found


def _keep_newest(
    connection: sa.Connection, centre: Centre, device: Device, place: tuple[str, str], rows: Sequence[LostRow]
) -> None:
    # Laptops that meet the restored centre together offer the same rows.
    connection.execute(sa.select(REGENCY.c.regency).where(REGENCY.c.regency == place[0]).with_for_update())
    lost = LOST_ROW.c
    here = sa.and_(lost.regency == place[0], lost.table == place[1])
    query = sa.select(lost.row, lost.epoch, lost.version)
    found = connection.execute(query.where(here, centre.bulk.among(lost.row, [each.row for each in rows])))
    known = {row.row: (row.epoch, row.version) for row in found}
    newer = [each for each in rows if (each.epoch, each.version) > known.get(each.row, (-1, -1))]
    if not newer:
        return
    connection.execute(LOST_ROW.delete().where(here, centre.bulk.among(lost.row, [each.row for each in newer])))
    values: list[dict[str, Any]] = [each._asdict() | {"device_id": device.id} for each in newer]
    connection.execute(LOST_ROW.insert(), values)
