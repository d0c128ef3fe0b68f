"""The replica on the laptop: encrypted SQLite, journal, search, drafts and backups."""
