"""Laptops at this centre: enrolled, granted areas, heard of, and shut out."""
