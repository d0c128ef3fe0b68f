"""A session in the field from its readiness to its closing."""
