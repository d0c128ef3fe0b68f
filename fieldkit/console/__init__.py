"""FieldKit without the window: what a script, or a hand at a terminal, does on a laptop's data. Knows no Qt."""
