"""Who holds what, how it came there, and what is on its way."""
