"""What happened to one card and to the request behind it, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from fieldkit.domain.cards.card import Placing
from fieldkit.store.database import Database
from fieldkit.store.queries.notices.facts import STANDING


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One thing that happened. `kind` says of what sort, `word` which; the rest is empty where nothing is known."""

    kind: str
    word: str
    at: str
    place: str = ""
    who: str = field(default="", repr=False)
    note: str = field(default="", repr=False)


def card_story(database: Database, request_id: str) -> list[StoryLine]:
    """The story of a card, the newest line first."""
    return [StoryLine(*row) for row in database.rows(_STORY, request_id)]


_WITHOUT_PLACE: Final = ", ".join(
    repr(str(each)) for each in (Placing.AGAIN, Placing.UNSEEN, Placing.UNCHECKED, Placing.UNDONE)
)
_STORY: Final = (
    "SELECT 'registered', q.reason, q.at AS at, coalesce(o.site_name, ''), '', q.queue_no FROM service_request q "
    "LEFT JOIN shift_opening o ON o.id = q.shift_id WHERE q.id = ?1 "
    "UNION ALL SELECT 'step', s.step, s.at, '', '', coalesce(s.note, '') FROM request_step s WHERE s.request_id = ?1 "
    "AND s.step NOT IN ('registered', 'called', 'capturing') "
    "UNION ALL SELECT 'approved', '', a.at, '', coalesce(u.name, ''), coalesce(a.reason, '') FROM print_approval a "
    "LEFT JOIN app_user u ON u.id = a.approved_by WHERE a.request_id = ?1 "
    "UNION ALL SELECT 'printed', coalesce(o.kind, 'shift'), p.at, coalesce(o.site_name, ''), '', '' FROM card_print p "
    "LEFT JOIN shift_opening o ON o.id = p.shift_id WHERE p.request_id = ?1 "
    "UNION ALL SELECT 'checked', c.result, c.at, '', '', coalesce(c.note, '') FROM card_check c "
    "WHERE c.request_id = ?1 "
    "UNION ALL SELECT 'spoiled', m.reason, m.at, '', '', coalesce(m.note, '') FROM stock_movement m "
    "WHERE m.request_id = ?1 AND m.kind = 'spoil' AND m.reason <> 'withdrawn' AND m.corrects_id IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM stock_movement later WHERE later.corrects_id = m.id) "
    "AND NOT EXISTS (SELECT 1 FROM card_check c "
    "WHERE c.request_id = ?1 AND c.result = m.reason AND substr(c.at, 1, 19) = substr(m.at, 1, 19)) "
    f"UNION ALL SELECT 'placed', l.state, l.at, iif(l.state IN ({_WITHOUT_PLACE}), '', l.place), "
    "coalesce(l.custodian, ''), coalesce(l.note, '') "
    "FROM card_place l WHERE l.request_id = ?1 "
    "UNION ALL SELECT 'handed_over', coalesce(h.relation, 'owner'), h.at, coalesce(o.site_name, ''), "
    "coalesce(h.received_by, ''), coalesce(h.identity_shown, '') FROM card_handover h "
    "LEFT JOIN shift_opening o ON o.id = h.shift_id WHERE h.request_id = ?1 "
    "UNION ALL SELECT 'told', n.state, n.at, '', n.channel, '' FROM notice_step n "
    f"WHERE n.request_id = ?1 AND {STANDING} "
    "ORDER BY at DESC"
)
