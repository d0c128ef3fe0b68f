"""Page Blangko: who has what, how long it lasts, what is on its way, and every movement of it."""

from fieldkit.ui.pages.stock.page import StockPage

__all__ = ["StockPage"]
