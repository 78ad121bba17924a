"""The app's manifest as it ships: what Slack is told of dealbot."""

import json
import sysconfig
from pathlib import Path
from typing import Any


def manifest() -> dict[str, Any]:
    """Read it: from the checkout, or from beside the environment an installed wheel lives in."""
    checkout = Path(__file__).resolve().parents[3] / "manifest.json"
    file = checkout if checkout.is_file() else Path(sysconfig.get_path("data")) / "share" / "dealbot" / "manifest.json"
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def bot_scopes() -> frozenset[str]:
    """Tell what the bot must be allowed to do."""
    return frozenset(manifest()["oauth_config"]["scopes"]["bot"])
