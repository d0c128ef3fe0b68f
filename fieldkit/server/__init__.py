"""The centre: doorway, merge, feed, scope, devices."""
