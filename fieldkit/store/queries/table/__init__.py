"""What the registration table shows and asks."""
