"""What the national data say, for the office's desk and for the table."""
