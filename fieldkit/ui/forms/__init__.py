"""What is asked in a drawer: drafts, fields that several pages share, and what is signed."""
