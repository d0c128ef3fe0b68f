"""How far this laptop knows the rows of its areas."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from fieldkit.domain.areas import regency_of
from fieldkit.records.wire import FeedRun, PushReply
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta


def move_cursors(database: Database, cursors: Mapping[str, int]) -> None:
    """Everything up to these versions is known."""
    database.run_many("INSERT OR REPLACE INTO cursor (area, version) VALUES (?, ?)", list(cursors.items()))


def cursors_after(database: Database, reply: PushReply, regencies: Collection[str]) -> dict[str, int]:
    """The cursors after a push, where its own changes are all that happened since them: nothing is left to be fetched.

    That is so if every number of the feed above the cursors belongs to one of the changes, and the centre says that
    their rows stand as they were sent. Empty where it is not so, or not known: then a pull tells (invariant 7).
    """
    heads = {each.area: each.head for each in reply.heads}
    if not reply.as_sent or not heads or {regency_of(area) for area in heads} != set(regencies):
        return {}
    known = dict(database.rows("SELECT area, version FROM cursor"))
    starts = {known.get(each.area, 0) if known.get(each.area, 0) >= each.floor else 0 for each in reply.heads}
    is_ours = len(regencies) == len(starts) == 1 and reply.receipt.epoch == Meta(database).epoch
    start = min(starts)
    return heads if is_ours and start and _end_of(reply.feed, start) == max(heads.values()) else {}


def _end_of(feed: Iterable[FeedRun], start: int) -> int:
    """How far these runs lead on from a version without a gap."""
    end = start
    for run in sorted(feed, key=lambda run: run.version):
        if run.version > end + 1:
            break
        end = max(end, run.version + run.count - 1)
    return end
