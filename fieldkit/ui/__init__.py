"""The window. The only package, with app and demo, that knows Qt."""
