"""What the office writes at the centre itself: its rows, and the cases that follow from facts."""
