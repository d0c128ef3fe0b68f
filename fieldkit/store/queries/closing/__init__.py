"""What a shift is closed with, what was signed, what came later, and what the other tables handed over."""
