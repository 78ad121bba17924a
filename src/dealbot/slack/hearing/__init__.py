"""What a worker does with an arrival: from what Slack sent to what was said or done, and the replies to postings."""
