"""Reads shaped for one screen each: a function of the database that returns frozen dataclasses."""
