"""Home visits as screens show them: who waits, the route of a day, what may be seen of the reasons."""
