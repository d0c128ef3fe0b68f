"""Requests about personal data: opened, answered, corrected, refused, within three days (F-P2)."""
