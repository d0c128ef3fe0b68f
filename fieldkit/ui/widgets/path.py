"""The path of Enter through a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fieldkit.domain.errors import Severity
from fieldkit.ui.widgets.findings import Findings


class EnterPath:
    """Enter goes from part to part, first to those that still want an answer; it never saves."""

    def __init__(self, parts: Sequence[Findings], end: Callable[[], object] | None = None) -> None:
        """`end` is where the last part leads: to the filled button, or what Enter means where it is the key of it."""
        self._parts, self._end = list(parts), end
        for part in self._parts:
            entered = getattr(part, "entered", None)
            if entered is not None:
                entered.connect(lambda here=part: self.go_on(here))

    def go_on(self, here: Findings) -> None:
        """To the next part that wants an answer; where none does to the next one, its answer selected, or to the end.

        What is typed after Enter never goes behind an answer that stands there already.
        """
        following = self._parts[self._parts.index(here) + 1 :]
        in_sight = [part for part in following if part.isVisible() and part.isEnabled()]
        wanting = [part for part in in_sight if not part.settled()]
        if in_sight:
            (wanting or in_sight)[0].focus_selected()
        elif self._end is not None:
            self._end()

    def first_problem(self) -> bool:
        """Focus the first red part; False when there is none."""
        red = [part for part in self._parts if part.finding() is Severity.STOP and part.isVisible()]
        if red:
            red[0].focus_answer()
        return bool(red)
