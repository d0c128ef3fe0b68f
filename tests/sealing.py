"""What the window does in moments of rest, done at once."""

from __future__ import annotations

from fieldkit.store.keeping.tampering import seal_some
from fieldkit.store.store import Store


def seal_all(store: Store) -> None:
    """Seal all that was written since."""
    while seal_some(store, most=50):
        pass
