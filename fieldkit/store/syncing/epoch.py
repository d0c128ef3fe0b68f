"""A centre that was restored gives its versions a second time: those of an epoch that is over tell nothing any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from fieldkit.domain.areas import regency_of
from fieldkit.domain.people.same_person import LinkRule
from fieldkit.records.tables import CASE_FILE, SAME_PERSON_LINK
from fieldkit.records.wire import RestorePoint
from fieldkit.store.database import Database
from fieldkit.store.incarnation import own_origins
from fieldkit.store.meta import Meta
from fieldkit.store.replica import Replica
from fieldkit.store.syncing.leaving import drop
from fieldkit.store.syncing.lineage import OVER, end_versions, know_lineage, remembered_epochs
from fieldkit.store.syncing.loads import forget_loads
from fieldkit.store.syncing.lost import set_aside
from fieldkit.store.unit import Touched

DOUBTED_ORIGINS: Final = "doubted_origins"
"""Meta key of the own origins of which the centre may have lost what it signed for in an epoch that is over."""


def begin_epoch(database: Database, epoch: int, restores: Sequence[RestorePoint] = ()) -> None:
    """Belong to an epoch from now on; everything is asked for again, and compared with no version of before."""
    meta = Meta(database)
    know_lineage(database, epoch, restores)
    if meta.epoch == epoch:
        return
    if meta.epoch > 0:
        meta.put(DOUBTED_ORIGINS, " ".join(own_origins(database)))
        end_versions(database)
        set_aside(database, remembered_epochs(database), restores)
    meta.put("epoch", epoch)
    database.run("DELETE FROM cursor")
    forget_loads(database)


def drop_old_findings(database: Database, areas: Iterable[str], touched: Touched) -> None:
    """Let go of cases and links by rule of an epoch that is over, in areas of which all has come.

    They follow from the facts: a restored centre found those that still are, cases maybe under another id. The other
    cases nobody could ever settle, and the other links nobody else has. A link of a row that the centre has lost as
    well stays as long as that does, so it is looked at again each time.
    """
    if database.value(_IS_ANY_OLD, OVER) is None:
        return
    for area in areas:
        for table, sql in _OLD.items():
            old = [row for (row,) in database.rows(sql, OVER, area, regency_of(area))]
            for row in old:
                drop(database, Replica(database), table, row)
            if old:
                touched.add(table, old)


_IS_ANY_OLD: Final = (
    "SELECT 1 FROM case_file WHERE version = ?1 UNION ALL SELECT 1 FROM same_person_link WHERE version = ?1 LIMIT 1"
)
_IN_AREA: Final = "version = ?1 AND (area IN (?2, ?3) OR area LIKE ?2 || '.%')"
_OLD: Final = {
    CASE_FILE.name: f"SELECT id FROM case_file WHERE {_IN_AREA}",
    SAME_PERSON_LINK.name: (
        f"SELECT id FROM same_person_link l WHERE {_IN_AREA} AND rule = '{LinkRule.SAME_NUMBER}' "
        "AND NOT EXISTS (SELECT 1 FROM resident r WHERE r.id IN (l.resident_id, l.other_id) AND r.version = ?1)"
    ),
}
