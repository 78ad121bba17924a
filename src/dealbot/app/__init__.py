"""One module for each thing a person can ask: read, load, decide, save, say."""
