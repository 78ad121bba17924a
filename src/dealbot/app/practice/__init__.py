"""Practice: decks from the knowledge, asked and marked for one person, checks that enablement reads, and figures."""
