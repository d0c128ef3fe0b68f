"""A centre over the years: backups, what was restored, and several machines."""
