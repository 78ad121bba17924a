"""The conversation: what somebody says to dealbot, told apart, acted on and replied to; nothing here knows Slack."""
