"""The verbs of the job, a module per activity."""
