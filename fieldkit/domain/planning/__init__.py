"""Where and when teams go, and what clashes."""
