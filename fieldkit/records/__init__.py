"""The tables that travel, declared once, and their wire form."""
