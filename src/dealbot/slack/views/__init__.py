"""How dealbot looks in Slack: values to Block Kit, pure."""
