"""Versions of a by-name list: uploaded, checked, active, superseded (domain.md 4.7), each step with who and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fieldkit.domain.text import Text, text, words_of


class VersionState(StrEnum):
    """What became of a version."""

    UPLOADED = "uploaded"
    CHECKED = "checked"
    ACTIVE = "active"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class VersionStep:
    """A step of a list, as it was written: by whom, and which other version of the list it was about."""

    id: str
    list_id: str
    state: str
    at: str
    user_id: str = ""
    other_id: str = ""


def last_steps(steps: Iterable[VersionStep]) -> dict[str, VersionStep]:
    """The last word on each list; a list that came in before there were versions has none, and is active."""
    return {step.list_id: step for step in in_order(steps)}


def in_order(steps: Iterable[VersionStep]) -> list[VersionStep]:
    """Steps as they happened; a list is checked before it is active, also where both are of one instant."""
    return sorted(steps, key=lambda step: (step.at, step.state not in _BEFORE, step.id))


def state_of(step: VersionStep | None) -> str:
    """Where a list stands after its last step."""
    return step.state if step is not None else VersionState.ACTIVE


def standings(list_ids: Iterable[str], steps: Iterable[VersionStep]) -> dict[str, str]:
    """Where each list stands. Of the versions of one list that were made active without hearing of each other the one
    is in force of which that was said last; the others are superseded, in whatever order it came here."""
    known = in_order(steps)
    last = last_steps(known)
    found = {each: state_of(last.get(each)) for each in {*list_ids, *last}}
    for versions in _groups(found, known):
        active = [each for each in versions if found[each] == VersionState.ACTIVE]
        in_force = max(active, key=lambda each: _turn(last, each), default="")
        found |= {each: VersionState.SUPERSEDED.value for each in active if each != in_force}
    return found


def active_at_once(steps: Iterable[VersionStep]) -> list[tuple[str, ...]]:
    """Versions of one list that were made active on laptops that did not know of each other, by group."""
    known = in_order(steps)
    active = {each for each, step in last_steps(known).items() if step.state == VersionState.ACTIVE}
    groups = [tuple(sorted(group & active)) for group in _groups(active, known)]
    return sorted(group for group in groups if len(group) > 1)


def _groups(list_ids: Iterable[str], steps: Sequence[VersionStep]) -> set[frozenset[str]]:
    return {versions_of(each, steps) for each in list_ids}


def _turn(last: Mapping[str, VersionStep], list_id: str) -> tuple[str, str]:
    step = last.get(list_id)
    return (step.at, step.id) if step is not None else ("", list_id)


def versions_of(list_id: str, steps: Iterable[VersionStep]) -> frozenset[str]:
    """All versions of the list that this one is a version of, itself among them."""
    pairs = [(step.list_id, step.other_id) for step in steps if step.other_id]
    found = {list_id}
    while grown := {each for pair in pairs if found & set(pair) for each in pair} - found:
        found |= grown
    return frozenset(found)


def version_label(state: str) -> Text:
    """The word on the badge of a version."""
    return _LABELS.get(state) or words_of(state)


_BEFORE: Final = frozenset({VersionState.UPLOADED, VersionState.CHECKED})
_LABELS: Final[Mapping[str, Text]] = {
    VersionState.UPLOADED: text("Diunggah"),
    VersionState.CHECKED: text("Diperiksa"),
    VersionState.ACTIVE: text("Berlaku"),
    VersionState.SUPERSEDED: text("Diganti"),
}
