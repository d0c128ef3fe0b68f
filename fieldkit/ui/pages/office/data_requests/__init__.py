"""The desk of requests about personal data: who asked for what, and how much is left of the three days (F-P2)."""
