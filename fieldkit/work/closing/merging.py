"""The signed documents of several tables as one: counts are added, names and incidents stand once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

_COUNTS: Final = ("people_count", "card_count", "stock", "cards", "other_products")
_SUMS: Final = ("visits", "counted", "difference")
_MAYBE_COUNTS: Final = ("ribbon", "film")
_LISTS: Final = ("incidents", "uploads", "sets")


def merged(documents: Sequence[str]) -> dict[str, Any]:
    """One document with the sums of these; what is not counted, such as the place, is the first one's."""
    read = [json.loads(each) for each in documents]
    first = read[0]
    told = {**first, "people": _people([each["people"] for each in read])}
    told |= {name: _added(each.get(name) or {} for each in read) for name in _COUNTS}
    told |= {name: _sum(each.get(name) for each in read) for name in _SUMS}
    told |= {
        name: _added(parts) for name in _MAYBE_COUNTS if (parts := [each[name] for each in read if each.get(name)])
    }
    told |= {name: _once(item for each in read for item in each.get(name) or ()) for name in _LISTS}
    told["visits_by_outcome"] = _pairs(each.get("visits_by_outcome") or () for each in read)
    told["present"] = _people_present(read)
    told["shift"] = {**first["shift"], "opened_at": min(each["shift"]["opened_at"] for each in read)}
    return {**told, "reason": "", "note": "", "settlement": ""}


def _people(parts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    counts = _added({name: n for name, n in part.items() if isinstance(n, int)} for part in parts)
    steps: Counter[tuple[str, str]] = Counter()
    for part in parts:
        for step in part["by_step"]:
            steps[step["step"], step["state"]] += step["people"]
    by_step = [{"step": step, "state": state, "people": people} for (step, state), people in sorted(steps.items())]
    return {**counts, "by_step": by_step, "by_reason": _pairs(part["by_reason"] for part in parts)}


def _added(parts: Iterable[dict[str, int | None]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for part in parts:
        total.update({name: number for name, number in part.items() if number is not None})
    return dict(total)


def _sum(values: Iterable[int | None]) -> int | None:
    """The sum; None where one of them was not counted."""
    known = list(values)
    return None if None in known else sum(value or 0 for value in known)


def _pairs(parts: Iterable[Iterable[Sequence[Any]]]) -> list[list[Any]]:
    total: Counter[str] = Counter()
    for part in parts:
        for name, number in part:
            total[name] += number
    return [[name, number] for name, number in sorted(total.items())]


def _once(items: Iterable[Any]) -> list[Any]:
    found: list[Any] = []
    for item in items:
        if item not in found:
            found.append(item)
    return found


def _people_present(read: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Everybody once, as the first table that names them does."""
    by_name: dict[str, dict[str, Any]] = {}
    for each in read:
        for person in each["present"]:
            by_name.setdefault(person["name"].casefold(), person)
    return list(by_name.values())
