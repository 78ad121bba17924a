"""The one place that asks what time it is; everything else is told."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """Tell the instant, in UTC."""
    return datetime.now(UTC)


def today(zone: ZoneInfo) -> date:
    """Tell the day it is in a time zone."""
    return datetime.now(zone).date()
