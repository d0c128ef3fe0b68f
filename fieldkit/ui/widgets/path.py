"""The path of Enter through a form."""

from __future__ import annotations

from collections.abc import Sequence

from fieldkit.domain.errors import Severity
from fieldkit.ui.widgets.findings import Findings


class EnterPath:
    """Enter goes from part to part, passing over those that are settled; it never saves."""

    def __init__(self, parts: Sequence[Findings]) -> None:
        self._parts = list(parts)
        for part in self._parts:
            entered = getattr(part, "entered", None)
            if entered is not None:
                entered.connect(lambda here=part: self.go_on(here))

    def go_on(self, here: Findings) -> None:
        """Focus the next part that wants an answer; stay at the last."""
        following = self._parts[self._parts.index(here) + 1 :]
        wanting = [part for part in following if part.isVisible() and part.isEnabled() and not part.settled()]
        if wanting:
            wanting[0].focus_answer()

    def first_problem(self) -> bool:
        """Focus the first red part; False when there is none."""
        red = [part for part in self._parts if part.finding() is Severity.STOP and part.isVisible()]
        if red:
            red[0].focus_answer()
        return bool(red)
