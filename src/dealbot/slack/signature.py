"""Whether a request is from Slack: its signature on the raw bytes, and its age."""

import hashlib
import hmac
import re
from collections.abc import Mapping

WINDOW_S = 300
_SECONDS = re.compile(rb"[0-9]{1,12}")


def genuine(secret: str, headers: Mapping[bytes, bytes], body: bytes, now: float) -> bool:
    """Tell whether Slack signed these bytes within five minutes; headers by their names in small letters."""
    stamp = headers.get(b"x-slack-request-timestamp", b"")
    given = headers.get(b"x-slack-signature", b"")
    if not _SECONDS.fullmatch(stamp) or abs(now - int(stamp)) > WINDOW_S:
        return False
    return hmac.compare_digest(signature(secret, stamp, body), given)


def signature(secret: str, stamp: bytes, body: bytes) -> bytes:
    """The signature that Slack gives to these bytes at that second."""
    return b"v0=" + hmac.new(secret.encode(), b"v0:" + stamp + b":" + body, hashlib.sha256).hexdigest().encode()
