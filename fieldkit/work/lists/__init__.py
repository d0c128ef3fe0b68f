"""By-name lists that come in as files: reading, column mapping, checking by row. Writes nothing."""
