"""Whom somebody means: by mention, name, first name or sales team; who is unknown or not clear is named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dealbot.app.wording import listed
from dealbot.domain.principal import User

_APART = re.compile(r"\s*(?:[,;/&+\n]|\band\b|\bplus\b)\s*", re.IGNORECASE)
_TEAM = re.compile(
    r"^(?:everybody (?:in|of) |everyone (?:in|of) |all of )?(?:the )?(?:sales )?(?:team (?P<one>.+)|(?P<two>.+) team)$",
    re.IGNORECASE,
)
_SELF = frozenset({"me", "myself", "i"})


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant, each once in the order named, and what is in the way, a sentence each."""

    users: tuple[User, ...]
    wrong: tuple[str, ...] = ()


def people_in(text: str, mentioned: Iterable[tuple[str, str]], users: Sequence[User], own: str) -> Meant:
    """Tell whom a text lists; `mentioned` are ids and names in the order in which they were mentioned."""
    known = {user.id: user for user in users}
    found: list[User] = []
    rest = text
    for user_id, name in mentioned:
        at = rest.find(name)
        if at >= 0:
            found.append(known.get(user_id, User(user_id, name)))
            rest = f"{rest[:at]},{rest[at + len(name) :]}"
    wrong: list[str] = []
    for part in filter(None, (each.strip(" .@") for each in _APART.split(rest))):
        named, why = _named(part, users, own)
        found += named
        wrong += [why] if why else []
    return Meant(tuple({user.id: user for user in found}.values()), tuple(dict.fromkeys(wrong)))


def one_person(text: str, mentioned: Iterable[tuple[str, str]], users: Sequence[User], own: str) -> Meant:
    """Tell which one person a text names."""
    meant = people_in(text, mentioned, users, own)
    if meant.wrong or len(meant.users) == 1:
        return meant
    return Meant((), (f"One person at a time: {text} is {len(meant.users) or 'nobody'}.",))


def _named(part: str, users: Sequence[User], own: str) -> tuple[list[User], str]:
    team = _TEAM.match(part)
    of_team = [user for user in users if team and _same(user.team or "", team["one"] or team["two"])]
    if of_team:
        return of_team, ""
    whole = _called(part, users, own)
    if len(whole) == 1:
        return whole, ""
    if not whole:
        words = [_called(word.strip("@"), users, own) for word in part.split()]
        if len(words) > 1 and all(len(each) == 1 for each in words):
            return [each[0] for each in words], ""
        return [], f"I know nobody called {part}."
    return [], f"{part} may be {listed([user.name for user in whole], 4, ' or ')}."


def _called(name: str, users: Sequence[User], own: str) -> list[User]:
    """Everybody of that name: by id or whole name, or else by one of its words."""
    if name.casefold() in _SELF:
        return [user for user in users if user.id == own]
    same = [user for user in users if user.id == name or _same(user.name, name)]
    words = name.casefold().split()
    return same or [user for user in users if words and set(words) <= set(user.name.casefold().split())]


def _same(one: str, other: str) -> bool:
    return bool(other) and one.casefold().split() == other.casefold().split()
