"""Kunjungan: who waits for somebody to come, the route, and what came of it."""
