"""Slack: what comes in is kept before it is acked, what goes out is built as values and delivered once."""
