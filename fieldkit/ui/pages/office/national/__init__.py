"""The desk of national data: files of the centre, counts side by side, and the work that they give."""
