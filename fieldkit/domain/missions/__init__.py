"""Mutual aid: teams of another regency help for some days."""
