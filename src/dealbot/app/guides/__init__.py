"""The knowledge people ask: taken in, searched, and quoted with where it stands."""
