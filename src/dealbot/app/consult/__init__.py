"""Questions that the built-in reader is not sure of, put to a model that looks things up: its claims, verified."""
