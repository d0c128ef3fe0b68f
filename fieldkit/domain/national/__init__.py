"""What the national authority says: statuses of people, counts of places, and what follows from them here."""
