"""A plain reply that sets something right, read into what is to be changed."""
