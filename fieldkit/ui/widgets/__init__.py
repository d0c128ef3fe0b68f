"""Building blocks that pages are composed of."""
