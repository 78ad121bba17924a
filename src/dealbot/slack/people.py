"""Who somebody in Slack is to dealbot, and who may read a channel; asked of Slack once in a while."""

import time
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from dealbot.clock import a_zone
from dealbot.domain.principal import LOCAL_OPERATOR, Principal, Role, User
from dealbot.errors import BadInput
from dealbot.store.books import identify, writing
from dealbot.store.database import Database
from dealbot.store.users import Users

_REMEMBERED_S = 300.0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks to dealbot, and the zone their days are in."""

    principal: Principal
    zone: tzinfo

    def day(self, at: datetime) -> date:
        """The day it is for them at a moment."""
        return at.astimezone(self.zone).date()


@dataclass(slots=True)
class People:
    """The users and channels of the one workspace; `elsewhere` is the zone of whom no zone is known of."""

    database: Database
    client: WebClient
    workspace: str
    elsewhere: tzinfo = UTC
    _known: dict[str, tuple[float, User]] = field(default_factory=dict)
    _open: dict[str, tuple[float, bool]] = field(default_factory=dict)

    def person(self, user: str) -> Person:
        """Tell who a user is; one who is new is registered as an account executive. Raises BadInput."""
        try:
            principal = identify(self.database, self.workspace, user)
        except BadInput:
            principal = self._register(user)
        return Person(principal, self._zone(principal))

    def name(self, user: str) -> str:
        """What a user is called, or the id where Slack does not tell."""
        return self._told(user).name

    def is_public(self, channel: str) -> bool:
        """Whether everybody in the workspace may read a channel; what Slack does not tell is taken for public."""
        kept = self._open.get(channel)
        if kept is None or time.monotonic() - kept[0] > _REMEMBERED_S:
            kept = time.monotonic(), self._is_public(channel)
            self._open[channel] = kept
        return kept[1]

    def _told(self, user: str) -> User:
        """What Slack tells of a user."""
        kept = self._known.get(user)
        if kept is None or time.monotonic() - kept[0] > _REMEMBERED_S:
            kept = time.monotonic(), self._ask(user)
            self._known[user] = kept
        return kept[1]

    def _is_public(self, channel: str) -> bool:
        try:
            told = self.client.conversations_info(channel=channel)["channel"]
        except (SlackApiError, OSError):
            return True
        return not (told.get("is_private") or told.get("is_im"))

    def _ask(self, user: str) -> User:
        try:
            told = self.client.users_info(user=user)["user"]
        except (SlackApiError, OSError):
            return User(user, user)
        profile = told.get("profile") or {}
        name = profile.get("real_name") or told.get("real_name") or told.get("name") or user
        return User(user, str(name), frozenset({Role.AE}), timezone=told.get("tz"))

    def _register(self, user: str) -> Principal:
        new = replace(self._told(user), timezone=None)  # they may travel: only what is set by hand is kept
        admin = Principal(self.workspace, LOCAL_OPERATOR.user, LOCAL_OPERATOR.name, LOCAL_OPERATOR.roles)
        with writing(self.database, admin) as books:
            if all(known.id != user for known in books.users.all()):
                books.users.add(new)
        return identify(self.database, self.workspace, user)

    def _zone(self, principal: Principal) -> tzinfo:
        """The zone that somebody's days are in: as set for them by hand, or else as Slack tells it."""
        with self.database.read() as session:
            name = Users(session, principal).find(principal.user).timezone or self._told(principal.user).timezone
        try:
            return a_zone(name) if name else self.elsewhere
        except BadInput:
            return self.elsewhere
