"""How well a reader reads, on notes labelled by people: one number means one thing (READING.md's rules)."""
