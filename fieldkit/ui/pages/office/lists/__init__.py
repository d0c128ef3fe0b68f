"""By-name lists come in."""
