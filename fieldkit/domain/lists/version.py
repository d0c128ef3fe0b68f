"""Versions of a by-name list: uploaded, checked, active, superseded (domain.md 4.7), each step with who and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
