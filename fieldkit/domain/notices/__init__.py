"""Telling people that their card is ready: the rule, the plan, the message, and what became of it (domain.md 4.6)."""
