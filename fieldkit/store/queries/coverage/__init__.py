"""How far each place is: by the counts of its people, by its list, by day; and what is handed on of it."""
