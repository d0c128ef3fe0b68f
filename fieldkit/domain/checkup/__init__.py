"""How a laptop stands: what is found, how bad that is, and what a user is told of it."""
