"""Practice: cards asked and marked for one person, checks that enablement reads, and figures of groups."""
