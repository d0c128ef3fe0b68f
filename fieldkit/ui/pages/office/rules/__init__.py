"""The rules of the office: written, signed by its head, read by everybody."""
