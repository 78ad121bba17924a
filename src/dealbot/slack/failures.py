"""What is to be done about a call that Slack did not carry out, or of which nobody knows whether it did."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from http.client import HTTPException

from slack_sdk.errors import SlackApiError, SlackClientError

# What a call raises; the last four for an answer of another shape than Slack's.
ERRORS = (SlackClientError, OSError, HTTPException, AttributeError, LookupError, TypeError, ValueError)
AUTH = frozenset(
    {"account_inactive", "invalid_auth", "missing_scope", "not_authed", "org_login_required", "token_expired"}
    | {"token_revoked"}
)
_BLOCKS = frozenset({"invalid_attachments", "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})
_LIMITED = frozenset({"rate_limited", "ratelimited"})
_SLACKS_OWN = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable", "unreadable"})
_SO_ALREADY = frozenset({"already_pinned", "already_reacted", "no_reaction"})
_CODE = re.compile(r"[a-z][a-z0-9_]{0,60}")
_LONGEST_WAIT = timedelta(hours=1)


class Remedy(StrEnum):
    """How to go on."""

    LATER = "later"
    PLAINER = "plainer"
    NEVER = "never"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a call failed and how to go on; `unsure` if it may have been carried out all the same."""

    code: str
    remedy: Remedy
    after: timedelta | None = None
    unsure: bool = False


def failure_of(error: Exception) -> Failure:
    """Judge an error of a call."""
    if not isinstance(error, SlackApiError):
        return Failure("no_answer", Remedy.LATER, unsure=True)
    response = error.response
    return failure(response.get("error"), response.status_code, response.headers)


def failure(code: object, status: int, headers: Mapping[str, str]) -> Failure:
    """Judge an answer by its error code, its HTTP status and its headers."""
    name = code if isinstance(code, str) and _CODE.fullmatch(code) else "unreadable"
    if status == 429 or name in _LIMITED:
        return Failure("ratelimited", Remedy.LATER, _retry_after(headers))
    if status >= 500 or name in _SLACKS_OWN:
        return Failure(name, Remedy.LATER, unsure=True)
    if name in _BLOCKS:
        return Failure(name, Remedy.PLAINER)
    return Failure(name, Remedy.NOTHING if name in _SO_ALREADY else Remedy.NEVER)


def _retry_after(headers: Mapping[str, str]) -> timedelta | None:
    told = {name.lower(): value for name, value in headers.items()}.get("retry-after", "")
    return min(timedelta(seconds=int(told)), _LONGEST_WAIT) if told.isascii() and told.isdigit() else None
