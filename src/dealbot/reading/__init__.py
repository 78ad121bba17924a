"""Reading call notes: the built-in reader, the model reader, and what both must prove."""
