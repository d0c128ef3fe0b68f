"""Targets, with the lists that they are held against."""
