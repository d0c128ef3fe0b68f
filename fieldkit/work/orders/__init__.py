"""What an admin orders of users and laptops: signed here, obeyed by the centre when it arrives."""
