"""The signed documents of several tables as one: each part by its own rule, and none is only the first table's."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

Parts = Sequence[Any]
"""One part of the documents, a value for each table; None where a document has none."""


def merged(documents: Sequence[str]) -> dict[str, Any]:
    """One document of these tables."""
    read = [json.loads(each) for each in documents]
    told = {name: rule([each.get(name) for each in read]) for name, rule in RULES.items()}
    return {name: value for name, value in told.items() if value is not None or any(name in each for each in read)}


def _first(parts: Parts) -> Any:
    return next((part for part in parts if part), parts[0])


def _highest(parts: Parts) -> int | None:
    """What each table expected of the same day and village; None where none did."""
    return max((part for part in parts if part is not None), default=None)


def _nothing(_parts: Parts) -> str:
    """What is each table's own: the team closing names it beside the table, or has one of its own."""
    return ""


def _none(_parts: Parts) -> None:
    return None


def _letters(parts: Parts) -> str:
    return ", ".join(_once([part] if part else [] for part in parts))


def _added(parts: Parts) -> dict[str, int]:
    total: Counter[str] = Counter()
    for part in parts:
        total.update({name: number for name, number in (part or {}).items() if number is not None})
    return dict(total)


def _consumable(parts: Parts) -> dict[str, int | None] | None:
    """Ribbon or film of the tables that count it; what not all of them looked up is told of none."""
    known = [part for part in parts if part]
    names = dict.fromkeys(name for part in known for name in part)
    return {name: _sum([part.get(name) for part in known]) for name in names} or None


def _sum(parts: Parts) -> int | None:
    """The sum; None where one of them was not counted."""
    return None if None in parts else sum(parts)


def _people(parts: Parts) -> dict[str, Any]:
    counts = _added([{name: n for name, n in part.items() if isinstance(n, int)} for part in parts])
    steps: Counter[tuple[str, str]] = Counter()
    for part in parts:
        for step in part["by_step"]:
            steps[step["step"], step["state"]] += step["people"]
    by_step = [{"step": step, "state": state, "people": people} for (step, state), people in sorted(steps.items())]
    return {**counts, "by_step": by_step, "by_reason": _pairs([part["by_reason"] for part in parts])}


def _village(parts: Parts) -> dict[str, int]:
    """The list as all tables together know it: what stood before them, and whom each of them recorded.

    A table that had synced since knew some of the others' already; nobody is counted twice for that.
    """
    most = {name: max(part.get(name, 0) for part in parts) for part in parts for name in part}
    here = [part.get("recorded_here", 0) for part in parts]
    before = min(part["recorded"] - own for part, own in zip(parts, here, strict=True))
    recorded = max(most["recorded"], before + sum(here))
    left = most["total"] - most.get("approved", 0) - most.get("away", 0) - recorded
    return {**most, "recorded": recorded, "recorded_here": sum(here), "left": max(left, 0)}


def _pairs(parts: Parts) -> list[list[Any]]:
    total: Counter[str] = Counter()
    for part in parts:
        for name, number in part or ():
            total[name] += number
    return [[name, number] for name, number in sorted(total.items())]


def _uploads(parts: Parts) -> list[dict[str, Any]] | None:
    """By set, also where two tables tell the same number of one; None where nobody looked."""
    known = [part for part in parts if part is not None]
    total = _added([{one["set"]: one["waiting"]} for part in known for one in part])
    return [{"set": name, "waiting": waiting} for name, waiting in total.items()] if known else None


def _each(parts: Parts) -> list[Any]:
    return _once(part or () for part in parts)


def _once(parts: Iterable[Iterable[Any]]) -> list[Any]:
    found: list[Any] = []
    for part in parts:
        found += [item for item in part if item not in found]
    return found


def _present(parts: Parts) -> list[dict[str, Any]]:
    """Everybody once, as the first table that names them does."""
    by_name: dict[str, dict[str, Any]] = {}
    for part in parts:
        for person in part:
            by_name.setdefault(person["name"].casefold(), person)
    return list(by_name.values())


def _shift(parts: Parts) -> dict[str, Any]:
    """The lead's own opening, from when the first table was open."""
    return {**parts[0], "opened_at": min(part["opened_at"] for part in parts)}


RULES: Final[Mapping[str, Callable[[Parts], Any]]] = {
    "format": _first,
    "shift": _shift,
    "office": _first,
    "place": _first,
    "people": _people,
    "people_count": _added,
    "stock": _added,
    "cards": _added,
    "card_count": _added,
    "village": _village,
    "village_target": _highest,
    "present": _present,
    "incidents": _each,
    "visits": _sum,
    "visits_by_outcome": _pairs,
    "visits_planned": _highest,
    "sets": _each,
    "ribbon": _consumable,
    "film": _consumable,
    "uploads": _uploads,
    "letter_number": _nothing,
    "assignment_letter": _letters,
    "held_counted": _sum,
    "counted": _sum,
    "difference": _sum,
    "reason": _nothing,
    "note": _nothing,
    "remarks": _nothing,
    "other_products": _added,
    "settlement": _nothing,
    "replaces": _none,
}
"""A rule for every part of a table's document."""
