"""The file itself: opened, backed up, restored, and wiped at the end."""
