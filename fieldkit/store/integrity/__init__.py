"""Whether somebody wrote past FieldKit: into rows, or into the journal."""
