"""Sheets of a by-name list, and work lists that national data give."""
