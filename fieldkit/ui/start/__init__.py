"""The screens before sign-in: key of the database, opening it, enrolment, first sync."""
