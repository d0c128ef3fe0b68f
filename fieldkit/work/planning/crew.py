"""Who goes: the people of a team, and those of one shift alone. Nobody is taken out of a table; who left is `off`."""

from __future__ import annotations

from collections.abc import Iterable

from fieldkit.domain.planning.schedule import CrewRole
from fieldkit.records.declaration import Table
from fieldkit.records.tables import PLAN_STAFF, TEAM_MEMBER
from fieldkit.store.unit import Unit

Crew = Iterable[tuple[str, str]]
"""User and role."""


def put_crew(unit: Unit, plan_id: str, crew: Crew) -> None:
    """These go on this shift; none where the team goes as it is."""
    _put(unit, PLAN_STAFF, "plan_id", plan_id, crew)


def put_members(unit: Unit, team_id: str, crew: Crew) -> None:
    """These are in the team from now on."""
    _put(unit, TEAM_MEMBER, "team_id", team_id, crew)


def _put(unit: Unit, table: Table, key: str, owner: str, crew: Crew) -> None:
    wanted = dict(crew)
    for row, user in unit.query(lambda db: db.rows(f"SELECT id, user_id FROM {table.name} WHERE {key} = ?", owner)):
        unit.update(table, row, role=wanted.pop(user, CrewRole.OFF.value))
    for user, role in wanted.items():
        unit.insert(table, unit.meta.regency, **{key: owner}, user_id=user, role=role)
