"""What screens and papers show of cards."""
