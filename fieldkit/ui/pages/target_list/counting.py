"""How many people each filter would show, given all the others that are set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fieldkit.store.queries.lists.listing import NOT_LEFT_PARTS, Facet, ListFilter, Sieve


@dataclass(frozen=True, slots=True)
class Tally:
    """People by what each filter can be set to; an answer that nobody would be left with is not in it."""

    parts: Counter[str]
    rws: Counter[str]
    rts: Counter[str]
    sexes: Counter[str]
    bands: Counter[str]
    voters: int


def tally(facets: Iterable[Facet], sieve: Sieve) -> Tally:
    """Count along each filter, narrowed by the others but not by itself."""
    known = list(facets)

    def along(value: Callable[[Facet], str], *free: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for facet in known:
            if _passes(facet, sieve, free):
                found[value(facet)] += facet.people
        return found

    by_part = along(lambda facet: facet.part, "part")
    return Tally(
        Counter({str(part): _in_part(by_part, part) for part in ListFilter}),
        along(lambda facet: facet.rw, "rw", "rt"),
        along(lambda facet: facet.rt, "rt"),
        along(lambda facet: facet.sex, "sex"),
        along(lambda facet: facet.band, "band"),
        along(lambda facet: "voter" if facet.is_voter else "", "only_voters")["voter"],
    )


def left_by_rt(facets: Iterable[Facet]) -> list[tuple[str, str, int, int]]:
    """RW, RT, who is left there and how many of those the field has explained; most left first."""
    left: Counter[tuple[str, str]] = Counter()
    proposed: Counter[tuple[str, str]] = Counter()
    for facet in facets:
        if facet.part not in NOT_LEFT_PARTS:
            left[facet.rw, facet.rt] += facet.people
            proposed[facet.rw, facet.rt] += facet.people if facet.part == ListFilter.PROPOSED else 0
    ranked = sorted(left.items(), key=lambda item: (-item[1], item[0]))
    return [(rw, rt, people, proposed[rw, rt]) for (rw, rt), people in ranked]


def _in_part(by_part: Counter[str], part: ListFilter) -> int:
    if part is ListFilter.ALL:
        return sum(by_part.values())
    if part is ListFilter.LEFT:
        return sum(people for name, people in by_part.items() if name not in NOT_LEFT_PARTS)
    return by_part[part]


def _passes(facet: Facet, sieve: Sieve, free: tuple[str, ...]) -> bool:
    equal = all(
        name in free or getattr(sieve, name) in ("", getattr(facet, name)) for name in ("rw", "rt", "sex", "band")
    )
    votes = "only_voters" in free or not sieve.only_voters or facet.is_voter
    return equal and votes and ("part" in free or _is_in(facet, sieve.part))


def _is_in(facet: Facet, part: ListFilter) -> bool:
    if part is ListFilter.ALL:
        return True
    return facet.part not in NOT_LEFT_PARTS if part is ListFilter.LEFT else facet.part == part
