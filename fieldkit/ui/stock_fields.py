"""Fields about stock that several pages ask for."""

from __future__ import annotations

from typing import Final

from fieldkit.domain.stock.movements import SpoilReason, spoil_reason_label
from fieldkit.ui.language import say
from fieldkit.ui.widgets.choices import Choice
from fieldkit.ui.widgets.entries import NumberField

_MOST_PIECES: Final = 99_999


def pieces_field(label: str, *, hint: str = "") -> NumberField:
    """How many."""
    return NumberField(label, hint=hint, high=_MOST_PIECES)


def spoil_reasons() -> list[Choice]:
    """Why cards are spoiled, as choices."""
    return [Choice(reason, say(spoil_reason_label(reason))) for reason in SpoilReason]
