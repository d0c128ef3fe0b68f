"""How this laptop stands, for a command and for a page: all findings, and a file for whoever helps. No Qt."""
