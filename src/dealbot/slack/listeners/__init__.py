"""What Bolt calls: one module for each kind of thing that Slack tells."""
