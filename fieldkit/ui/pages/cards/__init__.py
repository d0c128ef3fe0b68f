"""Cards: the print queue, where each card lies, and who received it."""

from fieldkit.ui.pages.cards.page import CardsPage

__all__ = ["CardsPage"]
