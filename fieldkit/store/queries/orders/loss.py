"""Whose data a laptop may hold: people by village, from which lists, and whether reasons of health are among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fieldkit.domain.areas import AreaCode, is_health_side, plain_side
from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True)
class HeldVillage:
    """How many people of a village, as far as this laptop knows them."""

    village: str
    people: int
    on_lists: int


@dataclass(frozen=True, slots=True)
class HeldList:
    """A list, its date, and how many of its people are in the areas."""

    name: str
    as_of: str
    people: int
    is_reduced: bool


@dataclass(frozen=True, slots=True)
class Held:
    """Whose data are in some areas."""

    villages: tuple[HeldVillage, ...] = ()
    lists: tuple[HeldList, ...] = ()
    needs: int = 0
    """Of how many people a reason of health may be there (F-P3)."""
    has_health: bool = False

    @property
    def people(self) -> int:
        """Of all villages."""
        return sum(each.people for each in self.villages)


def held_in(database: Database, areas: Iterable[str]) -> Held:
    """What stands in these areas now; the health side counts where it was given."""
    named = sorted(set(areas))
    plain = [each for each in named if not is_health_side(each)]
    health = [plain_side(AreaCode(each)) for each in named if is_health_side(each)]
    if not plain:
        return Held(has_health=bool(health))
    where, values = _within("r.village", plain)
    villages = database.rows(
        f"SELECT r.village, count(*), count(r.list_id) FROM resident r WHERE {where} GROUP BY 1 ORDER BY 1", *values
    )
    lists = database.rows(
        "SELECT l.name, l.as_of, count(*), l.reduced FROM resident r JOIN target_list l ON l.id = r.list_id "
        f"WHERE {where} GROUP BY l.id ORDER BY l.as_of DESC, l.name",
        *values,
    )
    return Held(
        tuple(HeldVillage(*row) for row in villages),
        tuple(HeldList(name, as_of, people, bool(reduced)) for name, as_of, people, reduced in lists),
        _needs(database, health),
        bool(health),
    )


def _needs(database: Database, health: list[AreaCode]) -> int:
    """How many people were said to need a visit there: this laptop need not know why."""
    if not health:
        return 0
    where, values = _within("area", health)
    return int(database.value(f"SELECT count(DISTINCT resident_id) FROM visit_request WHERE {where}", *values) or 0)


def _within(column: str, areas: Iterable[str]) -> tuple[str, list[str]]:
    """A condition on codes, so that an index on them is used."""
    named = list(areas)
    parts = [f"({column} = ? OR ({column} >= ? AND {column} < ?))" for _ in named]
    return " OR ".join(parts), [bound for area in named for bound in (area, f"{area}.", f"{area}/")]
