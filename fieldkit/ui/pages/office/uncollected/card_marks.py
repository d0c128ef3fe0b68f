"""Cards of batches that were marked while they were counted: kept as drafts until the receipt is signed."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QObject

from fieldkit.domain.cards.batches import Difference
from fieldkit.store.drafts import draft
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drafts import DraftKeeper
from fieldkit.ui.forms.drawer_form import decoded


class _Marked(msgspec.Struct, frozen=True):
    cards: dict[str, Difference] = {}


class CardMarks(QObject):
    """Which cards of which batch are missing or damaged, as far as they were counted."""

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context
        self._known: dict[str, dict[str, Difference]] = {}
        self._keepers: dict[str, DraftKeeper] = {}

    def of(self, batch_id: str) -> Mapping[str, Difference]:
        """The marks of a batch, by card."""
        return self._of(batch_id)

    def turn(self, batch_id: str, card_id: str, difference: Difference) -> None:
        """Mark a card, or take the mark away."""
        marked = self._of(batch_id)
        if marked.pop(card_id, None) is None:
            marked[card_id] = difference
        keeper = self._keeper(batch_id)
        keeper.touch()
        keeper.flush()

    def forget(self, batch_id: str) -> None:
        """They are signed for."""
        self._known.pop(batch_id, None)
        self._keeper(batch_id).drop()

    def _of(self, batch_id: str) -> dict[str, Difference]:
        if batch_id not in self._known:
            store, user = self._context.store, self._context.user.id
            self._known[batch_id] = dict(decoded(store.query(draft, user, _kind(batch_id)), _Marked).cards)
        return self._known[batch_id]

    def _keeper(self, batch_id: str) -> DraftKeeper:
        if batch_id not in self._keepers:
            self._keepers[batch_id] = DraftKeeper(
                self._context, _kind(batch_id), lambda: msgspec.json.encode(_Marked(self._of(batch_id))).decode(), self
            )
        return self._keepers[batch_id]


def _kind(batch_id: str) -> str:
    return f"batch_marks {batch_id}"
