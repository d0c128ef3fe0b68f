"""The store's side of a sync: what goes out, what was answered, what came in, and what leaves."""
