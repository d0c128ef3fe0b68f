"""Charts: painted from the tokens, figures beside shapes, and the same words for whoever listens."""
