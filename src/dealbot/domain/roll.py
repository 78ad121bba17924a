"""The written names of a deal: which full name a short one stands for, and when one name stands for two people."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from dealbot.domain.names import all_initials, may_mean
from dealbot.domain.stakeholder import Function, Side

_Asked = tuple[str, Function | None, Side | None]


@dataclass(slots=True)
class _Form:
    """A folded name: since when it is written, on which sides, and in which functions since when each."""

    since: date
    sides: set[Side] = field(default_factory=set)
    functions: dict[Function, date] = field(default_factory=dict)

    def fits(self, function: Function | None, side: Side | None) -> bool:
        """Whether somebody of that function and side may be meant; what is not known fits everything."""
        one_side = side is None or not self.sides or side in self.sides
        return one_side and (function is None or not self.functions or function in self.functions)


class Roll:
    """Says whom a folded name means on a day; somebody named later never takes over what was told of another before.

    Filled in replay order. A key is the fullest name, folded; a key that ends in "?" is of somebody who is not clear.
    """

    def __init__(self) -> None:
        """Start with no name known."""
        self._forms: dict[str, _Form] = {}
        self._also: dict[str, str] = {}
        self._fuller: dict[str, tuple[str, ...]] = {}
        self._since: dict[_Asked, dict[str, date]] = {}

    def tell(self, name: str, function: Function | None, side: Side, day: date) -> None:
        """Somebody is written so in a note."""
        form = self._forms.setdefault(name, _Form(day))
        form.sides.add(side)
        if function is not None and function is not Function.OTHER:
            form.functions.setdefault(function, day)

    def call(self, name: str, key: str, day: date) -> None:
        """From now on `name` is a way to write `key`, says a person."""
        self._forms.setdefault(name, self._forms.get(key) or _Form(day))
        self.join(name, key)

    def rename(self, key: str, name: str, day: date) -> None:
        """The one known by `key` is called `name`, says a person."""
        self._also.pop(name, None)
        self._forms.setdefault(name, self._forms.get(key) or _Form(day))
        self.join(self.root(key), name)

    def join(self, key: str, other: str) -> None:
        """Whoever goes by `key` is `other`, says a person; nobody is ever led back to themselves."""
        root = self.root(other)
        if key != root:
            self._also[key] = root
        self._fuller.clear()
        self._since.clear()

    def root(self, key: str) -> str:
        """Follow what people said of who is who."""
        while key in self._also:
            key = self._also[key]
        return key

    def settled(self, name: str) -> bool:
        """Whether a person said whom this name means."""
        return name in self._also

    def knows(self, name: str) -> bool:
        """Whether this name, or one that it may stand for, was ever written."""
        return name in self._forms or bool(self._fuller_than(name))

    def who(self, name: str, function: Function | None, side: Side | None, day: date) -> str:
        """Tell the key of whoever is meant: the one full name known by that day, else the first known after it."""
        if name in self._also:
            return self.root(name)
        asked = (name, None if function is Function.OTHER else function, side)
        if asked not in self._since:
            self._since[asked] = self._may_be(*asked)
        since = self._since[asked]
        known = max(day, min(since.values(), default=day))
        meant = [key for key, first in since.items() if first <= known]
        return meant[0] if len(meant) == 1 else self.root(f"{name} ?" if meant else name)

    def words(self) -> frozenset[str]:
        """All words of all names."""
        return frozenset(word for name in self._forms for word in name.replace("-", " ").split())

    def _fuller_than(self, name: str) -> tuple[str, ...]:
        if name not in self._fuller:
            may = () if all_initials(name) else self._forms
            self._fuller[name] = tuple(full for full in may if full != name and may_mean(name, full))
        return self._fuller[name]

    def _may_be(self, name: str, function: Function | None, side: Side | None) -> dict[str, date]:
        """Everybody whom the name may mean, with the day since when they are told of."""
        since: dict[str, date] = {}
        for key, first in (*self._full_names(name, function, side), *self._namesakes(name, function)):
            since[key] = min(first, since.get(key, first))
        return since

    def _full_names(self, name: str, function: Function | None, side: Side | None) -> Iterator[tuple[str, date]]:
        for full in self._fuller_than(name):
            form = self._forms[full]
            if form.fits(function, side):
                yield self.root(self.who(full, next(iter(form.functions), None), None, form.since)), form.since

    def _namesakes(self, name: str, function: Function | None) -> Iterator[tuple[str, date]]:
        """People of one short name in different functions, as far as no full name fits them."""
        form = self._forms.get(name)
        if form is None or " " in name:
            return
        fuller = [self._forms[full] for full in self._fuller_than(name)]
        apart = [part for part in form.functions if not any(full.fits(part, None) for full in fuller)]
        for part in apart:
            if function is None or function is part:
                yield (name if part is apart[0] else f"{name} ({part})"), form.functions[part]
