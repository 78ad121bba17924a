"""Practice: decks from the knowledge, cards asked and marked for one person, checks that enablement reads."""
