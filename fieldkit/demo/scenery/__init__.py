"""What the screenshots show: the stage, and the scenes that play on it."""
