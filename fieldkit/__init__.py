"""FieldKit: the field day of a mobile ID-card recording team, offline first."""

__version__ = "0.1.0"
