"""Users and laptops of the office, as its desks show them, and what an order would meet."""
