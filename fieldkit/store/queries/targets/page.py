"""What the desk of targets shows in one look: lists, places, targets, plans, and how fast people are recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from fieldkit.domain.lists.ranking import KnownSite
from fieldkit.domain.lists.targets import APPROVAL_KIND, Target
from fieldkit.domain.lists.team_days import TeamPace
from fieldkit.domain.planning.schedule import PlanState
from fieldkit.domain.planning.site import Surroundings
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.approvals import SignedApproval, last_approval
from fieldkit.store.queries.planning.register import VOTE_DAY
from fieldkit.store.queries.shifts import site_zone
from fieldkit.store.queries.targets.lists import Stretch, stretches_of_villages
from fieldkit.store.queries.targets.targets import targets_in_force


@dataclass(frozen=True, slots=True)
class TargetsView:
    """All of it; what stands by place names villages, targets also districts."""

    regency: str
    time_zone: str
    lists: tuple[Stretch, ...]
    sites: Mapping[str, tuple[KnownSite, ...]]
    targets: Mapping[str, Target]
    next_plans: Mapping[str, date]
    recorded: Mapping[date, int]
    """People of the lists by the day on which they were recorded."""
    team_days: TeamPace
    vote_day: date | None
    approval: SignedApproval | None


def targets_view(database: Database, today: str) -> TargetsView:
    """The desk on a day."""
    meta = Meta(database)
    worked = database.rows(_RECORDED)
    recorded = {date.fromisoformat(day): people for day, people, _ in worked}
    vote = database.value("SELECT value FROM setting WHERE key = ? ORDER BY id DESC LIMIT 1", VOTE_DAY)
    return TargetsView(
        meta.regency,
        site_zone(database),
        stretches_of_villages(database),
        _sites(database),
        targets_in_force(database),
        {village: date.fromisoformat(day) for village, day in database.rows(_NEXT_PLANS, today)},
        recorded,
        TeamPace(sum(recorded.values()), sum(teams for _, _, teams in worked)),
        date.fromisoformat(vote) if vote else None,
        last_approval(database, APPROVAL_KIND, meta.regency),
    )


def _sites(database: Database) -> Mapping[str, tuple[KnownSite, ...]]:
    found: dict[str, list[KnownSite]] = defaultdict(list)
    for village, name, *said in database.rows(_SITES):
        found[village].append(KnownSite(name, Surroundings(*said)))
    return {village: tuple(sites) for village, sites in found.items()}


_SITES: Final = (
    "SELECT village, name, coalesce(network, ''), coalesce(power, ''), coalesce(access, '') FROM site "
    "ORDER BY village, name, id"
)
_NEXT_PLANS: Final = (
    "SELECT village, min(day) FROM shift_plan WHERE day >= ? "
    f"AND coalesce(state, '{PlanState.PUBLISHED}') IN ('{PlanState.PLANNED}', '{PlanState.PUBLISHED}') GROUP BY village"
)
_RECORDED: Final = (
    "SELECT o.day, count(DISTINCT coalesce(s.shown_id, q.resident_id)), count(DISTINCT o.lead_id) "
    "FROM request_state q JOIN shift_opening o ON o.id = q.shift_id JOIN resident r ON r.id = q.resident_id "
    "LEFT JOIN resident_state s ON s.resident_id = r.id "
    "WHERE q.state = 'recorded' AND r.list_id IS NOT NULL "
    "AND r.regency = (SELECT value FROM meta WHERE key = 'regency') GROUP BY o.day"
)
"""A team is whoever one lead leads on a day: two tables in one hall, and two shifts of a day, are one team-day."""
