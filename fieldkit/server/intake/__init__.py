"""Work that comes in: pushes, USB bundles, and what waits until it can be decided."""
