"""What a laptop knows of notices: rule, messages, whom to tell, and by which way."""
