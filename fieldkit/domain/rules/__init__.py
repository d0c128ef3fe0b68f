"""What an office rules for itself: dated, in words, and where it is policy signed by its head (HO-3)."""
