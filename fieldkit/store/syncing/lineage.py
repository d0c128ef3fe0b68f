"""From which backups a centre came, and which versions this laptop held in each epoch that it belonged to.

A version means one thing up to the point where two lines of restores part. What this laptop held above that point, in
whatever epoch, a centre of the other line can not hold.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from fieldkit.records.tables import TABLES
from fieldkit.records.wire import RestorePoint
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta

OVER: Final = -1
"""Version of a row that came in an epoch that is over: it is the centre's, and below whatever the centre says now."""
_LINEAGE: Final = "lineage."
_VERSIONS: Final = "versions."


def know_lineage(database: Database, epoch: int, restores: Sequence[RestorePoint]) -> None:
    """Remember from which backups the centre of an epoch came."""
    meta, told = Meta(database), msgspec.json.encode(restores).decode()
    if meta.get(f"{_LINEAGE}{epoch}") != told:
        meta.put(f"{_LINEAGE}{epoch}", told)


def end_versions(database: Database) -> None:
    """The present epoch is over: what it gave is remembered with its versions, which claim nothing any more."""
    epoch = Meta(database).epoch
    for table in (table.name for table in TABLES):
        # What came anew since then has its newer version.
        database.run(_FORGET.format(table=table), f"{_VERSIONS}%.{table}", OVER)
        database.run(_REMEMBER.format(table=table), versions_key(epoch, table))
    database.run("DELETE FROM meta WHERE key LIKE ? || '%' AND value = '{}'", _VERSIONS)
    for name in (*(table.name for table in TABLES), "base_row"):
        database.run(f"UPDATE {name} SET version = ? WHERE version <> 0", OVER)


def remembered_epochs(database: Database) -> list[int]:
    """The epochs that are over and of which something here was not given again since."""
    keys = database.rows("SELECT key FROM meta WHERE key LIKE ? || '%'", _VERSIONS)
    return sorted({int(key.split(".")[1]) for (key,) in keys})


def versions_key(epoch: int, table: str) -> str:
    """Meta key of the versions that the rows of a table had when an epoch ended, by row."""
    return f"{_VERSIONS}{epoch}.{table}"


def parted_at(database: Database, epoch: int, restores: Sequence[RestorePoint]) -> dict[str, int]:
    """Up to which version of an epoch that is over a restored centre holds all, by regency."""
    own = _by_regency(msgspec.json.decode(Meta(database).get(f"{_LINEAGE}{epoch}", "[]"), type=list[RestorePoint]))
    heads = {
        regency: _common_head({**own.get(regency, {}), epoch: sys.maxsize}, points, epoch)
        for regency, points in _by_regency(restores).items()
    }
    return {regency: head for regency, head in heads.items() if head is not None}


def _common_head(own: Mapping[int, int], theirs: Mapping[int, int], epoch: int) -> int | None:
    if shared := own.keys() & theirs.keys():
        return min(own[max(shared)], theirs[max(shared)])
    # A program that did not remember from where the epoch came.
    return max(((each, head) for each, head in theirs.items() if each < epoch), default=(0, None))[1]


def _by_regency(points: Sequence[RestorePoint]) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for point in points:
        found.setdefault(point.regency, {})[point.epoch] = point.head
    return found


_REMEMBER: Final = (
    "INSERT OR REPLACE INTO meta (key, value) SELECT ?, json_group_object(id, version) FROM {table} WHERE version > 0"
)
_FORGET: Final = (
    "UPDATE meta SET value = (SELECT json_group_object(held.key, held.value) FROM json_each(meta.value) held "
    "CROSS JOIN {table} t ON t.id = held.key WHERE t.version = ?2) WHERE key LIKE ?1"
)
