"""National data that come in as files or are typed in: statuses of people, counts of places."""
