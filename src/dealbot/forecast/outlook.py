"""The forecast of a deal: `forecast(path, today, priors)`."""

from datetime import date, timedelta

from dealbot.domain.deal_path import DealPath
from dealbot.domain.forecast import Ending, Forecast, Outlook
from dealbot.forecast.course import course_of
from dealbot.forecast.evidence import missing, without_calendar
from dealbot.forecast.levers import critical_path, drivers
from dealbot.forecast.path import drawn
from dealbot.forecast.priors import Priors
from dealbot.forecast.timeline import Reader


def forecast(path: DealPath, today: date, priors: Priors) -> Forecast:
    """Say how likely a deal is and when, or what is lacking to say so; the same on each run and machine.

    "What if" is a forecast of `path.as_if(...)`: what is not changed keeps its draws.
    """
    lacking = missing(path, today, priors.floor)
    outlook = None if lacking else outlook_of(path, today, priors)
    return Forecast(outlook, lacking, without_calendar(path))


def outlook_of(path: DealPath, today: date, priors: Priors) -> Outlook:
    """Work out the figures, whatever they rest on."""
    found = drawn(path, today, priors)
    course = course_of(found)
    horizon = today + timedelta(days=priors.simulation.horizon_days)
    reader = Reader(today, horizon, path.target, found.shock)
    signed = reader.timeline(course.signed)
    return Outlook(
        aligned=reader.timeline(course.aligned),
        signed=signed,
        critical_path=critical_path(found, course, reader),
        drivers=drivers(found, course, reader),
        misses_budget_lock=_misses(signed.p50, path.budget_lock),
    )


def endings(path: DealPath, today: date, priors: Priors) -> tuple[Ending, ...]:
    """When each item of the path is over, whatever that rests on."""
    found = drawn(path, today, priors)
    reader = Reader(today, today + timedelta(days=priors.simulation.horizon_days), path.target, found.shock)
    return tuple(
        Ending(item, *(reader.quantile(days, share) for share in (0.1, 0.5, 0.9)))
        for item, days in course_of(found).ends.items()
    )


def _misses(p50: date | None, lock: date | None) -> bool | None:
    if lock is None:
        return None
    return p50 is None or p50 > lock
