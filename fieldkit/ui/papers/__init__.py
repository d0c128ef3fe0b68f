"""How papers leave the window: to a printer, or as files."""
