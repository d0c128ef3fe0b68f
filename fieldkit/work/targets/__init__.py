"""Targets of districts and villages: set, shared out, signed."""
