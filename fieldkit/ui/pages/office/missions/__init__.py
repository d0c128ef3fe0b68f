"""Mutual aid: who helps where on which days, with whose lists and blanks, and what is left to settle."""
