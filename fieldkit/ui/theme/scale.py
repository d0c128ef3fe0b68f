"""Sizes: every height, distance and text size, at 100 to 150 % text."""

from __future__ import annotations

from dataclasses import dataclass

PERCENTS = (100, 110, 125, 150)

FONT_PX: dict[str, tuple[int, int]] = {
    "figure": (30, 600),
    "page": (20, 600),
    "person": (19, 600),
    "search": (17, 400),
    "phone": (17, 400),
    "modal": (17, 600),
    "card": (15, 600),
    "body": (14, 400),
    "strong": (14, 600),
    "button": (14, 500),
    "button-small": (13, 500),
    "label": (13, 600),
    "second": (13, 400),
    "second-strong": (13, 600),
    "hint": (12, 400),
    "badge": (12, 600),
    "cap": (12, 600),
}
"""Role of a text: pixels at 100 % and weight."""


@dataclass(frozen=True)
class Scale:
    """Text size in percent; all lengths below are pixels at 100 %."""

    percent: int = 100

    field = 36
    small = 28
    main = 44
    choice = 36
    outcome = 32
    row = 36
    row_most = 46
    row_two = 48
    row_hit = 80
    table_head = 28
    badge = 22
    cap = 20
    rail_row = 40
    header = 56
    strip = 34
    tick = 18
    rail_width = 200
    rail_narrow = 56
    radius = 6
    card_radius = 8

    def px(self, length: float) -> int:
        """A length at this text size."""
        return round(length * self.percent / 100)

    def font_px(self, role: str) -> int:
        """Text size of a role."""
        return self.px(FONT_PX[role][0])

    def stepped(self, steps: int) -> Scale:
        """The next larger (+1) or smaller (-1) text size, within what is offered."""
        index = PERCENTS.index(self.percent) + steps
        return Scale(PERCENTS[max(0, min(index, len(PERCENTS) - 1))])


NORMAL = Scale()
