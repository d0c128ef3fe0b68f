"""The office rules: a version is written, signed by the head, and taken back before its day."""
