"""The centre over HTTP: routes, bodies and their limits, who may ask how often, and the processes that listen."""
