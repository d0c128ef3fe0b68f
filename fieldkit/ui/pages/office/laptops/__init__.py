"""The desk of laptops: where each stands, what it holds until when, and what is done about one that is lost."""
