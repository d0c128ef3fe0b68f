"""The centre's pages: the office's figures for whoever leads, and the day's stock for everybody."""
