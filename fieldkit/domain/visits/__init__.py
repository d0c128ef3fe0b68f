"""People who can not come."""
