"""Blanks and their consumables: what the stock keeper and each table do with them."""
