"""Practice: decks from the knowledge, answered, graded, and asked again when they are due."""
