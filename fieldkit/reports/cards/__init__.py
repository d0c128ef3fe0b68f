"""The papers of cards, and the lists by which people are told and fetch them."""
