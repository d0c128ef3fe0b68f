"""What goes out: the rows above a cursor, and the sums by which both ends compare."""
