"""What enablement does with practice in a conversation: cohorts, cards, checks, sign-offs and how all are doing."""
