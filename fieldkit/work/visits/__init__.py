"""Home visits: asked for, put on a route, tried."""
