"""Which facts contradict each other, among those that are new in a regency and those about the same things."""
