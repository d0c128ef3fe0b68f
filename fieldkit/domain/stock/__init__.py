"""Blanks, ribbon and film: who holds them, lots on their way, loans, and how long they last."""
