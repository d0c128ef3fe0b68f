"""What came in, kept as it was written: batches, the journal, how far each origin is held, and the receipts for it."""
