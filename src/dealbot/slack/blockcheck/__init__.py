"""Checks Block Kit payloads as strictly as Slack does, so that a bad one is found before Slack refuses it."""

from dealbot.slack.blockcheck.rules import Problem
from dealbot.slack.blockcheck.whole import Surface, check_blocks, check_message, check_options, check_view, text_size

__all__ = ["Problem", "Surface", "check_blocks", "check_message", "check_options", "check_view", "text_size"]
