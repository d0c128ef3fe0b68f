"""The verbs of cards: printed, checked, placed, handed over; who comes first, and who may print."""
