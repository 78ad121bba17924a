"""What is to happen at a time of somebody's day: once a minute an arrival is kept for whoever's hour has come.

The arrival is handled like any other, under a lease and in one transaction with what is sent; its key is of the person
and the time of the day, so that many processes may go the rounds and one message comes of it.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta, tzinfo
from threading import Event

from dealbot.domain.principal import Principal, Role
from dealbot.errors import DealbotError
from dealbot.slack.people import People
from dealbot.store.inbox import Inbox
from dealbot.store.post import Arrival

HOUR_HAS_COME = "hour_has_come"
LAST_HOUR = 18  # after it what was missed is not made up for on that day
_PACE_S = 60.0
_ZONE_HOLDS = _LATE_HOLDS = timedelta(hours=1)
_SLACK_USER = ("U", "W")
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Rounds:
    """Goes the rounds of a workspace; `awaited` tells of whom something may be due, and at what times of their day."""

    people: People
    workspace: str
    now: Callable[[], datetime]
    awaited: Callable[[Principal], Mapping[str, Iterable[time]]]
    _zones: dict[str, tuple[datetime, tzinfo]] = field(default_factory=dict)
    _kept: frozenset[str] = frozenset()

    def run(self, stop: Event) -> None:
        """Go once a minute until told to stop."""
        while not stop.is_set():
            try:
                self.go()
            except DealbotError as error:
                _log.warning("the rounds were not finished: %s", error.code)
            stop.wait(_PACE_S)

    def go(self) -> int:
        """Keep an arrival for everybody whose hour has come, once a day; tells how many. Raises StoreUnavailable."""
        now = self.now()
        come = {arrival.key: arrival for each in self._awaited() for arrival in self._arrivals(*each, now)}
        new = [arrival for key, arrival in come.items() if key not in self._kept]
        if new:
            with self.people.database.write() as session:
                inbox = Inbox(session, self.workspace)
                new = [arrival for arrival in new if inbox.keep(arrival, now)]
        self._kept = frozenset(come)
        return len(new)

    def _awaited(self) -> list[tuple[str, Iterable[time]]]:
        bot = Principal(self.workspace, "", "dealbot", frozenset({Role.ADMIN}))
        return [(user, times) for user, times in self.awaited(bot).items() if user.startswith(_SLACK_USER)]

    def _arrivals(self, user: str, times: Iterable[time], now: datetime) -> Iterable[Arrival]:
        local = now.astimezone(self._zone(user, now))
        for at in times:
            passed = local - datetime.combine(local.date(), at, local.tzinfo)
            if timedelta(0) <= passed and (local.hour < LAST_HOUR or passed < _LATE_HOLDS):
                told = {"type": "event_callback", "event": {"type": HOUR_HAS_COME, "user": user}}
                yield Arrival(f"hour:{user}:{local.date()}T{at:%H:%M}", f"hour:{user}", HOUR_HAS_COME, told)

    def _zone(self, user: str, now: datetime) -> tzinfo:
        """The zone of somebody's days, asked for once an hour."""
        kept = self._zones.get(user)
        if kept is None or abs(now - kept[0]) > _ZONE_HOLDS:
            kept = now, self.people.person(user).zone
            self._zones[user] = kept
        return kept[1]
