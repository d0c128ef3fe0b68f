"""Fields about stock that several pages ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.errors import Severity
from fieldkit.domain.shifts.shift import check_blanks
from fieldkit.domain.stock.movements import OF_CARDS, MovementKind, SpoilReason, spoil_reason_label
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.choices import Choice
from fieldkit.ui.widgets.entries import NumberField

_MOST_PIECES: Final = 99_999


@dataclass(frozen=True, slots=True)
class LoanWith:
    """With this the stock page is asked for, to borrow blanks of a partner or to give them back."""

    kind: MovementKind
    partner: str
    quantity: int


def pieces_field(label: str, *, hint: str = "") -> NumberField:
    """How many."""
    return NumberField(label, hint=hint, high=_MOST_PIECES)


def blanks_hint(on_record: int) -> str:
    """Beside the blanks that a session begins with: all that lie in the box are counted, also the rest on record."""
    return tr("tercatat {n} di meja ini", n=count(on_record)) if on_record > 0 else tr("keping")


def warn_of_blanks(field: NumberField, on_record: int) -> None:
    """Amber where fewer were counted than are on record; nothing stops."""
    if field.finding() is Severity.WARN:
        field.clear_finding()
    counted = field.number()
    for problem in check_blanks(counted, on_record) if counted is not None else ():
        field.show_problem(problem)


def spoil_reasons() -> list[Choice]:
    """Why blanks are spoiled, as choices."""
    return [Choice(reason, say(spoil_reason_label(reason))) for reason in SpoilReason if reason not in OF_CARDS]
