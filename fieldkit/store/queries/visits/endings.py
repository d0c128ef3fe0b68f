"""When the visits that were asked for ended, read for the rules that laptop and centre share."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from fieldkit.domain.lists.visit_ending import Fact, Told, endings
from fieldkit.store.database import Database


def ended_at(database: Database) -> dict[str, str]:
    """The last moment at which a visit of somebody ended, under whichever row of the person; by the row that shows."""
    facts: dict[str, list[Told]] = defaultdict(list)
    for who, fact, id_, at, says, about, next_step in database.rows(_FACTS):
        facts[who].append(Told(Fact(fact), id_, at, says, about, next_step))
    last = {who: max((each.at for each in endings(told)), default="") for who, told in facts.items()}
    return {who: at for who, at in last.items() if at}


_ROWS: Final = (
    "shown AS (SELECT DISTINCT coalesce(s.shown_id, v.resident_id) AS who FROM visit_request v "
    "LEFT JOIN resident_state s ON s.resident_id = v.resident_id), "
    "held AS (SELECT who, who AS resident_id FROM shown "
    "UNION SELECT w.who, s.resident_id FROM shown w JOIN resident_state s ON s.shown_id = w.who)"
)
"""Every row of those for whom a visit was asked: the others are not read."""
_OF_REQUEST: Final = "FROM held CROSS JOIN service_request q ON q.resident_id = held.resident_id CROSS JOIN"
_FACTS: Final = (
    f"WITH {_ROWS} SELECT who, fact, id, at, says, about, next_step FROM ("
    f"SELECT who, '{Fact.ATTEMPT}' AS fact, a.id, a.at, a.seq, a.outcome AS says, "
    "coalesce(a.corrects_id, '') AS about, a.next_step "
    "FROM held CROSS JOIN visit_attempt a ON a.resident_id = held.resident_id "
    f"UNION ALL SELECT who, '{Fact.STEP}', p.id, p.at, p.seq, p.step, coalesce(p.corrects_id, ''), '' "
    f"{_OF_REQUEST} request_step p ON p.request_id = q.id "
    f"UNION ALL SELECT who, '{Fact.HANDOVER}', h.id, h.at, h.seq, '', '', '' "
    f"{_OF_REQUEST} card_handover h ON h.request_id = q.id "
    f"UNION ALL SELECT who, '{Fact.PLACE}', c.id, c.at, c.seq, c.state, coalesce(c.place, ''), '' "
    f"{_OF_REQUEST} card_place c ON c.request_id = q.id "
    f"UNION ALL SELECT who, '{Fact.PROPOSAL}', l.id, l.at, l.seq, l.kind, coalesce(l.corrects_id, ''), '' "
    "FROM held CROSS JOIN list_proposal l ON l.resident_id = held.resident_id "
    f"UNION ALL SELECT who, '{Fact.DECISION}', w.id, w.at, w.seq, w.decision, w.proposal_id, '' "
    "FROM held CROSS JOIN proposal_decision w ON w.resident_id = held.resident_id"
    ") ORDER BY at, seq"
)
