"""Coverage, targets and the schedule, on paper and as files."""
