"""Tim & alat: what plans are made of, kept by the planner and read by leads."""
