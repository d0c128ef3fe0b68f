"""The registration table: who is taken in, what became of them, and who looked at what."""
