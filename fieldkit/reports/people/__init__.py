"""What is handed to a person, or about one."""
