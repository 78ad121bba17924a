"""The one place that asks what time it is; everything else is told."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dealbot.errors import BadInput


def now() -> datetime:
    """Tell the instant, in UTC."""
    return datetime.now(UTC)


def today(zone: ZoneInfo) -> date:
    """Tell the day it is in a time zone."""
    return datetime.now(zone).date()


def a_zone(name: str) -> ZoneInfo:
    """Find a time zone by its IANA name; raises BadInput."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError) as error:  # a folder of zones such as "America" is an OSError
        raise BadInput(f"'{name}' is no time zone: write one such as America/Chicago.") from error
