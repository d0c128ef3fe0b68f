"""What the schedule and its papers show."""
