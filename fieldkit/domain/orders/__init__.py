"""What an admin orders of users and laptops, and where a laptop stands."""
