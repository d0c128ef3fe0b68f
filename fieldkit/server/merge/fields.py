"""What becomes of a field when an edit meets what the centre holds (design.md, section 3, table of classes)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from fieldkit.records.declaration import Merge
from fieldkit.records.journal import Seen
from fieldkit.server.merge.rows import Mark


class Fate(Enum):
    """How one edited field fares."""

    EQUAL = "equal"
    """It holds this value already."""
    TAKEN = "taken"
    """Nobody else touched it since it was seen."""
    WON = "won"
    """Somebody else touched it, earlier: this value stands, the other goes into history."""
    LOST = "lost"
    """Somebody else touched it, later: the other stands, this value goes into history."""
    CONTESTED = "contested"
    """Somebody else gave a weighty field another value: that one stands until the office decides."""
    DENIED = "denied"
    """The field belongs to the office, and the user does not."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Who edits, when, and which version of the row was on screen (0: none of this epoch)."""

    origin: str
    stamp: int
    known_version: int
    is_of_office: bool
    number: int = 0
    """Of the change in its origin."""
    lineage: Mapping[str, int] = field(default_factory=dict)
    """Earlier origins of the editor, each with the last number that is the editor's own."""
    is_signed: bool = False
    """Whether nobody's later word stands against it."""

    def wrote(self, mark: Mark) -> bool:
        """Whether the editor itself wrote what is marked."""
        return mark.origin == self.origin or mark.number <= self.lineage.get(mark.origin, -1)


def known_version(seen: Seen, epoch: int) -> int:
    """The version that was seen; what was seen in an epoch that is over may have been lost with it."""
    return seen.version if seen.epoch == epoch else 0


def is_touched(mark: Mark | None, edit: Edit) -> bool:
    """Whether somebody else touched the field since the editor saw it. An origin never conflicts with itself."""
    if mark is None or mark.version <= edit.known_version:
        return False
    return not edit.wrote(mark) or mark.is_shared


def is_overtaken(mark: Mark | None, edit: Edit) -> bool:
    """Whether the editor itself wrote the field again since: the edit was held, and is decided only now."""
    return mark is not None and mark.origin == edit.origin and mark.number > edit.number


def fate(merge: Merge, current: Any, value: Any, mark: Mark | None, edit: Edit) -> Fate:
    """How an edited field fares."""
    if value == current:
        return Fate.EQUAL
    if merge is Merge.OFFICE and not edit.is_of_office:
        return Fate.DENIED
    if is_overtaken(mark, edit):
        return Fate.LOST
    if mark is None or not is_touched(mark, edit):
        return Fate.TAKEN
    if merge is Merge.WEIGHTY:
        return Fate.CONTESTED
    return Fate.WON if edit.is_signed or _is_later(edit, mark) else Fate.LOST


def mark_after(outcome: Fate, mark: Mark | None, edit: Edit, version: int) -> Mark | None:
    """The mark of the field afterwards."""
    if outcome in (Fate.TAKEN, Fate.WON):
        # Whoever saw a value writes after it, whatever the clocks say.
        return Mark(version, max(edit.stamp, mark.stamp + 1 if mark else 0), edit.origin, number=edit.number)
    if outcome is Fate.EQUAL and mark is not None:
        stamp, origin = max((edit.stamp, edit.origin), (mark.stamp, mark.origin))
        numbers = {mark.origin: mark.number}
        numbers[edit.origin] = max(edit.number, numbers.get(edit.origin, 0))
        return Mark(mark.version, stamp, origin, mark.is_shared or is_touched(mark, edit), numbers[origin])
    return mark


def _is_later(edit: Edit, mark: Mark) -> bool:
    return (edit.stamp, edit.origin) > (mark.stamp, mark.origin)
