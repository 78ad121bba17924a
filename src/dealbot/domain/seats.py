"""Who holds a titled seat on a given day: "the CFO" before and after a change of person."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from dealbot.domain.stakeholder import Movement


@dataclass(frozen=True, slots=True)
class _Holder:
    key: str
    since: date
    arriving: bool


class Seats:
    """The people said to hold each title, by the day they were first named with it. Filled in replay order."""

    def __init__(self) -> None:
        """Start with no seat known."""
        self._holders: dict[str, list[_Holder]] = defaultdict(list)
        self._departures: dict[str, date] = {}
        self._titles: set[str] = set()

    def knows(self, title: str) -> bool:
        """Whether this canonical title was ever written as somebody's."""
        return title in self._holders or title in self._titles

    def take(self, title: str, key: str, day: date, movement: Movement | None) -> None:
        """A named person is given with this title."""
        if movement is not Movement.LEAVING and all(holder.key != key for holder in self._holders[title]):
            if movement is Movement.ARRIVING:
                self._replace(title, day)
            self._holders[title].append(_Holder(key, day, movement is Movement.ARRIVING))
        elif all(holder.key != key for holder in self._holders[title]):
            self._holders[title].append(_Holder(key, day, arriving=False))

    def mention(self, title: str, day: date, movement: Movement | None) -> None:
        """Somebody is known by this title only; a new one without a name empties the seat."""
        self._titles.add(title)
        if movement is Movement.ARRIVING:
            self._replace(title, day)
            self._holders[title].append(_Holder(_seat_key(title, day), day, arriving=True))
        elif movement is Movement.LEAVING:
            self.leave(self.holder(title, day), day)

    def leave(self, key: str, day: date) -> None:
        """A person was said to leave; the first such day stands."""
        self._departures.setdefault(key, day)

    def departed_on(self, key: str) -> date | None:
        """Tell the day a person was said to leave or be replaced, or None."""
        return self._departures.get(key)

    def holder(self, title: str, day: date, movement: Movement | None = None) -> str:
        """Tell the key of whoever holds the title on that day; a key of the seat itself where nobody is named."""
        holders = self._holders.get(title, [])
        if movement is Movement.ARRIVING:
            holders = [holder for holder in holders if holder.arriving and holder.since == day]
        if movement is Movement.LEAVING:
            leaving = [holder for holder in holders if self._departures.get(holder.key) == day]
            if len(leaving) == 1:
                return leaving[0].key
        there = [holder for holder in holders if holder.since <= day and not self._gone(holder, day)]
        there = there or [holder for holder in holders if holder.since > day and not holder.arriving]
        return self._named(title, there) if there else f"title:{title}"

    def _named(self, title: str, there: list[_Holder]) -> str:
        """Prefer the one named person; two at once are nobody in particular."""
        named = sorted({holder.key for holder in there if not holder.key.startswith("title:")})
        if len(named) == 1:
            return named[0]
        if named:
            return f"title:{title}"
        return self._successor(title, there[-1])

    def _successor(self, title: str, seat: _Holder) -> str:
        """An arrival without a name is whoever was first named with the title from that day on."""
        after = [
            holder
            for holder in self._holders[title]
            if holder.since >= seat.since and not holder.key.startswith("title:")
        ]
        return after[0].key if after else seat.key

    def _gone(self, holder: _Holder, day: date) -> bool:
        left = self._departures.get(holder.key)
        return left is not None and left < day

    def _replace(self, title: str, day: date) -> None:
        for holder in self._holders[title]:
            self._departures.setdefault(holder.key, day)


def _seat_key(title: str, day: date) -> str:
    return f"title:{title}@{day.isoformat()}"
