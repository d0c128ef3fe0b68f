"""By-name lists: what was imported, who stands on the list of a village, and what its page shows."""
