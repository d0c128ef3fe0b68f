"""Rows of frozen records, in tables and painted lists."""
