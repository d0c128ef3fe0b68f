"""From the print queue to the hand of the owner."""
