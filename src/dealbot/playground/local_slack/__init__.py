"""The local Slack: a server on 127.0.0.1 that answers, refuses and delivers as Slack does."""
