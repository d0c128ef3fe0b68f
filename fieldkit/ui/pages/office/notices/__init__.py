"""The desk of notices: who waits to be told that the card is ready."""
