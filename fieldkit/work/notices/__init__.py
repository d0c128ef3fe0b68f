"""Telling people by hand that their card is ready. Nothing here sends a message: that is the centre's alone."""
