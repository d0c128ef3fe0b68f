"""Requests about personal data, and everything that is kept of a person."""
