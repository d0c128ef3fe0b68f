"""Two rows of one person: linked by facts that are only ever added; the smallest id shows, nothing is rewritten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fieldkit.domain.people.names import same_sound

_NIK_LENGTH = 16


class LinkRule(StrEnum):
    """Why two rows are said to be one person, or that they are not."""

    SAME_NUMBER = "same_number"
    """The centre found the same NIK, birth date and sound of the name."""
    BY_HAND = "by_hand"
    MOVED = "moved"
    """One went to another regency, and goes on there as the other."""
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Link:
    """A fact: these two rows are one person; or, where it names a link, that this link does not hold."""

    id: str
    resident_id: str
    other_id: str
    undoes_id: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """The two rows, whichever was named first."""
        return frozenset((self.resident_id, self.other_id))


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """What tells whether two rows are one person; empty where it is not known."""

    id: str
    nik: str
    name: str
    birth_date: str


def active_links(links: Iterable[Link]) -> list[Link]:
    """The links that nobody has undone. To link again is a new fact, not the undoing of an undoing."""
    known = list(links)
    undone = {link.undoes_id for link in known if link.undoes_id}
    return [link for link in known if not link.undoes_id and link.id not in undone]


def shown_ids(links: Iterable[Link]) -> dict[str, str]:
    """For each linked row the smallest id of its person; links in a circle or in any order say the same."""
    heads: dict[str, str] = {}

    def head(row: str) -> str:
        while (above := heads.get(row, row)) != row:
            row = above
        return row

    for link in active_links(links):
        first, second = sorted((head(link.resident_id), head(link.other_id)))
        heads[second] = first
        heads.setdefault(link.resident_id, first)
        heads.setdefault(link.other_id, first)
    return {row: head(row) for row in heads}


def links_by_rule(people: Iterable[Identity]) -> list[tuple[str, str]]:
    """Pairs (row, smallest row) that have the same NIK and birth date, and names that sound alike."""
    pairs = []
    for group in _by_nik(people).values():
        for index, person in enumerate(group):
            same = next((each for each in group[:index] if _is_same(person, each)), None)
            if same is not None:
                pairs.append((person.id, same.id))
    return pairs


def disagreeing(people: Iterable[Identity]) -> list[tuple[str, ...]]:
    """The rows of each NIK that names different people: another birth date, or a name that sounds otherwise."""
    groups = _by_nik(people).values()
    return [tuple(each.id for each in group) for group in groups if any(_differs(group[0], other) for other in group)]


def disputed(links: Iterable[Link]) -> list[tuple[str, ...]]:
    """The facts about each pair of rows that somebody says is one person and somebody else says is not."""
    known = list(links)
    holding = {link.id for link in active_links(known)}
    pairs: dict[frozenset[str], list[Link]] = defaultdict(list)
    for link in known:
        pairs[link.pair].append(link)
    return [
        tuple(sorted(link.id for link in said))
        for said in pairs.values()
        if any(link.undoes_id for link in said) and any(link.id in holding for link in said)
    ]


def _by_nik(people: Iterable[Identity]) -> Mapping[str, Sequence[Identity]]:
    groups: dict[str, list[Identity]] = defaultdict(list)
    for person in sorted(people, key=lambda each: each.id):
        if len(person.nik) == _NIK_LENGTH and person.nik.isdigit():
            groups[person.nik].append(person)
    return groups


def _is_same(one: Identity, other: Identity) -> bool:
    return bool(one.birth_date) and one.birth_date == other.birth_date and same_sound(one.name, other.name)


def _differs(one: Identity, other: Identity) -> bool:
    dates = {one.birth_date, other.birth_date} - {""}
    return len(dates) > 1 or not same_sound(one.name, other.name)
