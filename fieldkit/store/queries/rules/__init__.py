"""The rules of the office, as they were written, signed, and hold."""
