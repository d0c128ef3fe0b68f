"""What the lead has added to the figures of the open shift so far, kept as a draft until it is signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.stock.movements import Product
from fieldkit.store.database import Database
from fieldkit.store.drafts import draft
from fieldkit.store.queries.closing.figures import stock_figures
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.queries.stock.balances import balance_of, table_holder

CLOSING_DRAFT: Final = "close_shift"
"""Kind of the draft."""
OLDER_DRAFT: Final = "close_older_shift"
"""Of an older shift that is closed again, beside that of the present one."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the lead adds. `counted_at` is when the blanks were counted, UTC; `products` are those that were counted."""

    shift_id: str = ""
    counted: int | None = None
    counted_at: str = ""
    reason: str = ""
    note: str = ""
    remarks: str = ""
    products: tuple[tuple[str, int], ...] = ()
    consumables: tuple[tuple[str, int], ...] = ()
    not_uploaded: int | None = None
    letter_number: str = ""
    assignment_letter: str = ""
    held: int | None = None
    """Cards in hand, counted."""

    @property
    def explained(self) -> bool:
        """Whether a difference of blanks has its reason and its story."""
        return bool(self.reason.strip() and self.note.strip())


def kept_answers(database: Database, user: UserId, shift_id: str, kind: str = CLOSING_DRAFT) -> Answers:
    """The answers as this user left them; none where they are about another shift."""
    content = draft(database, user, kind)
    try:
        found = msgspec.json.decode(content, type=Answers) if content else Answers(shift_id)
    except msgspec.DecodeError:
        return Answers(shift_id)
    return found if found.shift_id == shift_id else Answers(shift_id)


def unexplained_blanks(database: Database, user: UserId) -> int:
    """Blanks of the open shift that are missing, or below 0 too many, as this user counted them and explained none."""
    shift = current_shift(database)
    answers = kept_answers(database, user, shift.id) if shift is not None else Answers()
    if shift is None or answers.counted is None or answers.explained:
        return 0
    holder = table_holder(database)
    stock = stock_figures(database, holder, shift.id, balance_of(database, holder, Product.BLANK))
    return stock.counted(answers.counted).difference or 0
