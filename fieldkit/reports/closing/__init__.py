"""The papers of a closed shift."""
