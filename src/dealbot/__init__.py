"""A Slack assistant for healthcare enterprise sales teams."""
