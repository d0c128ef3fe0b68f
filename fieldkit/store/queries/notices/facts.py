"""The rule of the notices, what was said of each message, and the numbers that want none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from fieldkit.domain.notices.messages import Message, NoticeStep, messages
from fieldkit.domain.notices.rule import NoticeRule, rule_on
from fieldkit.domain.notices.way import stopped
from fieldkit.domain.zones import zone_of
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta


def notice_rule(database: Database, day: date) -> NoticeRule:
    """The rule that holds on a day; of two for one day the one that was written later."""
    settings: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for key, value, since in database.rows(
        "SELECT key, value, coalesce(valid_from, '') FROM setting WHERE key LIKE 'notice\\_%' ESCAPE '\\' "
        "ORDER BY id DESC"
    ):
        settings[key].append((date.fromisoformat(since) if since else date.min, value))
    return rule_on(settings, day)


def messages_of(database: Database, requests: Collection[str], rule: NoticeRule) -> dict[str, list[Message]]:
    """The messages about the cards of these requests; none where nothing was said."""
    found = notice_steps(database, requests)
    return {request: messages(said, rule) for request, said in found.items()}


def notice_steps(database: Database, requests: Collection[str]) -> dict[str, list[NoticeStep]]:
    """All that was said of notices about these cards, on the days of the office's clock."""
    zone = office_clock(database)
    found: dict[str, list[NoticeStep]] = {request: [] for request in requests}
    wanted = msgspec.json.encode(list(found)).decode()
    for request, reference, sequence, state, at, id_, cause in database.rows(_STEPS, wanted) if found else ():
        day = datetime.fromisoformat(at).astimezone(zone).date()
        found[request].append(NoticeStep(reference, sequence, state, day, id_, cause))
    return found


def stopped_numbers(database: Database) -> set[str]:
    """Numbers that want no messages."""
    return stopped(database.rows("SELECT id, phone, coalesce(undoes_id, '') FROM notice_stop"))


def office_clock(database: Database) -> ZoneInfo:
    """The clock by which the days of notices are counted."""
    return ZoneInfo(zone_of(Meta(database).regency))


STANDING: Final = (
    "n.sequence > 0 AND n.state <> 'undone' AND NOT EXISTS (SELECT 1 FROM notice_step u "
    "WHERE u.request_id = n.request_id AND u.state = 'undone' AND u.cause = n.id)"
)
"""Of a row n of notice_step: it tells of the card, and nobody took it back."""
HEARD: Final = (
    f"{STANDING} AND n.state IN ('accepted', 'delivered', 'told_by_phone', 'told_by_rt') "
    "AND NOT (n.state = 'accepted' AND EXISTS (SELECT 1 FROM notice_step f WHERE f.request_id = n.request_id "
    "AND f.reference = n.reference AND f.state IN ('rejected', 'failed', 'expired')))"
)
"""The same: somebody heard of the card by it."""
_STEPS: Final = (
    "SELECT request_id, coalesce(reference, request_id || '-' || sequence), sequence, state, at, id, "
    "coalesce(cause, '') FROM notice_step WHERE request_id IN (SELECT value FROM json_each(?)) ORDER BY at, id"
)
