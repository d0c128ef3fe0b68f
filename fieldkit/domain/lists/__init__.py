"""Who is on a list, what is proposed about them, and how much is left."""
