"""The local Slack: the same app in a browser, with demo deals."""
