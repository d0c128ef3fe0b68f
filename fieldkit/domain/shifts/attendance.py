"""Who of the team is there, from when to when, read from facts that are only ever added (TL-2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter


@dataclass(frozen=True, slots=True, repr=False)
class AttendanceFact:
    """Somebody is there, or was until an instant. Instants are texts that sort; `until` is empty while present."""

    id: str
    user_id: str
    name: str
    role: str
    until: str
    at: str


@dataclass(frozen=True, slots=True, repr=False)
class Presence:
    """Somebody of the team in a shift; `fact_id` is the last fact about the person."""

    fact_id: str
    user_id: str
    name: str
    role: str
    since: str
    until: str

    @property
    def is_here(self) -> bool:
        """Whether the person has not left."""
        return not self.until


def presences(facts: Iterable[AttendanceFact]) -> tuple[Presence, ...]:
    """Each person once, first come first. Whoever left at the moment of coming was noted by mistake."""
    by_person: dict[str, list[AttendanceFact]] = {}
    for fact in sorted(facts, key=attrgetter("at", "id")):
        by_person.setdefault(person_key(fact.user_id, fact.name), []).append(fact)
    found = [_presence(of_person) for of_person in by_person.values()]
    there = [one for one in found if one.is_here or one.until > one.since]
    return tuple(sorted(there, key=attrgetter("since", "name", "fact_id")))


def person_key(user_id: str, name: str) -> str:
    """What tells people of a team apart: who signs in by the user, anybody else by the name."""
    return user_id or " ".join(name.split()).casefold()


def _presence(facts: Sequence[AttendanceFact]) -> Presence:
    """Since the person came after a mistake, if there was one; until the last fact says."""
    last, since = facts[-1], ""
    for fact in facts:
        since = since or fact.at
        if fact.until and fact.until <= since:
            since = ""
    return Presence(last.id, last.user_id, last.name, last.role, since or last.until, last.until)
