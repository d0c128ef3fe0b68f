"""A shift is closed: its figures, what is signed by a table and by the whole team, and how it is opened again."""
