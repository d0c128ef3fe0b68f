"""Telling people that their card is ready: planned, handed to a gateway, and settled by what it reports."""
