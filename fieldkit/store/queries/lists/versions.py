"""Versions of the by-name lists: which is active, since when and by whom, and who stands on an older one only."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.lists.version import VersionStep, in_order, standings, versions_of
from fieldkit.records.list_steps import version_step
from fieldkit.store.database import Database
from fieldkit.store.queries.lists.imported import ImportedList, imported_lists


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step in words of the list: what became of it, when, by whom, and the name of the other version."""

    state: str
    at: str
    user_name: str
    other_name: str


@dataclass(frozen=True, slots=True)
class ListVersion:
    """A list as it came in, and what became of it. `people` stand on it now, and on no later one."""

    list: ImportedList
    state: str
    people: int
    steps: tuple[StepTold, ...]
    versions: int

    @property
    def id(self) -> str:
        """That of the list."""
        return self.list.id


def version_steps(database: Database) -> list[VersionStep]:
    """All steps of all lists, as they were written."""
    rows = database.rows("SELECT id, list_id, state, at, coalesce(note, '') FROM list_step")
    return in_order(version_step(*row) for row in rows)


def list_versions(database: Database) -> list[ListVersion]:
    """Every list, newest first."""
    lists, steps = imported_lists(database), version_steps(database)
    names = {each.id: each.name for each in lists}
    states = standings(names, steps)
    users = dict(database.rows("SELECT id, name FROM app_user"))
    people = dict(database.rows("SELECT list_id, count(*) FROM resident WHERE list_id IS NOT NULL GROUP BY list_id"))
    return [
        ListVersion(
            each,
            states[each.id],
            people.get(each.id, 0),
            tuple(
                StepTold(step.state, step.at, users.get(step.user_id, ""), names.get(step.other_id, ""))
                for step in steps
                if step.list_id == each.id
            ),
            len(versions_of(each.id, steps)),
        )
        for each in lists
    ]


def people_on(database: Database, list_id: str) -> set[str]:
    """Everybody who stands on a list now."""
    return {row[0] for row in database.rows("SELECT id FROM resident WHERE list_id = ?", list_id)}
