"""One module per thing a person can ask: read, load, decide, save, say."""
