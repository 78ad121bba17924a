"""The client of Slack's Web API: no retries of its own, for the outbox knows better when to try again."""

from slack_sdk import WebClient

Client = WebClient
TIMEOUT_S = 5


def open_client(token: str, api_url: str) -> WebClient:
    """Give a client of Slack, or of what stands in for it at that address."""
    return WebClient(token=token, base_url=api_url, timeout=TIMEOUT_S, retry_handlers=[])
