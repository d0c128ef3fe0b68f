"""The desk of people: who signs in, as what, and by which code a PIN is set."""
