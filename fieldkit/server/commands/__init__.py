"""The centre's commands: set up, run, look after regencies, devices and users, and keep what is there."""
