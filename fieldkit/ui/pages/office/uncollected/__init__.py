"""Cards that nobody fetches: by district, in batches, and who never heard of theirs."""
