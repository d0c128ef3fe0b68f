"""The practice day: a real centre, a real laptop and invented people, in a folder of its own."""
