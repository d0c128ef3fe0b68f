"""Who goes together: a user and everybody who is in a team with them now."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from fieldkit.domain.planning.schedule import CrewRole
from fieldkit.store.database import Database


def mates_of(database: Database, user_id: str) -> frozenset[str]:
    """The user, and who is in a team of theirs; neither who has left it, nor anybody of a team that was dissolved."""
    return frozenset([user_id, *(row[0] for row in database.rows(f"{MATES} WHERE mine.user_id = ?", user_id))])


def teams_by_user(database: Database) -> dict[str, frozenset[str]]:
    """The teams of everybody who is in one now."""
    teams: dict[str, set[str]] = defaultdict(set)
    for user, team in database.rows(f"SELECT m.user_id, m.team_id FROM team_member m WHERE {_IS_IN.format('m')}"):
        teams[user].add(team)
    return {user: frozenset(found) for user, found in teams.items()}


_IS_IN: Final = (
    f"{{0}}.role <> '{CrewRole.OFF}' AND NOT EXISTS (SELECT 1 FROM team t WHERE t.id = {{0}}.team_id AND t.active = 0)"
)
MATES: Final = (
    "SELECT DISTINCT theirs.user_id FROM team_member mine JOIN team_member theirs ON theirs.team_id = mine.team_id "
    f"AND {_IS_IN.format('mine')} AND {_IS_IN.format('theirs')}"
)
