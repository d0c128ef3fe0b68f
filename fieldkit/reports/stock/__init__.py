"""The papers of the stock."""
