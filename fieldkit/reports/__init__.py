"""Documents: rows in, Excel and HTML out."""
