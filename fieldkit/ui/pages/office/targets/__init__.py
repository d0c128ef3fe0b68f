"""Targets: who is to be recorded where, handed to camat and lurah, and where to go next."""
