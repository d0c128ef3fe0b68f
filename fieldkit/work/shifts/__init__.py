"""A day in the field: shifts opened, who is there, what went wrong."""
