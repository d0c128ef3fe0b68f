"""A day in full swing for the pictures, made by the real verbs: a module for each part of the work."""
