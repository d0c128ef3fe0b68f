"""The composition root: the only place that builds the parts of the desktop app and joins them."""
