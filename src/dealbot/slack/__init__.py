"""The Slack edge: listeners, views, delivery."""
