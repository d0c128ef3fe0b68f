"""The other tables of the hall: the bundles and closings that they handed over, and their keys."""
