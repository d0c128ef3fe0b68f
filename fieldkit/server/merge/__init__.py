"""What becomes of a change: read, checked, decided, and met with the row as it stands."""
