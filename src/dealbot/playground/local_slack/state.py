"""The workspace's records and how they hang together."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dealbot.playground.local_slack.records import (
    Channel,
    Choices,
    Delivery,
    File,
    Message,
    Prompts,
    ResponseUrl,
    Scheduled,
    Seen,
    Session,
    Setting,
    Stack,
    User,
    View,
)
from dealbot.playground.local_slack.seed import Seed
from dealbot.playground.local_slack.shelf import Log, Shelf


def new_id(letter: str) -> str:
    """Make an id as Slack's look: a letter for the kind, then capitals and digits."""
    return f"{letter}0{secrets.token_hex(5).upper()}"


class State:
    """All that is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._log = log = Log(folder)
        self.users = Shelf(User, log)
        self.channels = Shelf(Channel, log)
        self.messages = Shelf(Message, log)
        self.views = Shelf(View, log)
        self.stacks = Shelf(Stack, log)
        self.choices = Shelf(Choices, log)
        self.response_urls = Shelf(ResponseUrl, log)
        self.seen = Shelf(Seen, log)
        self.prompts = Shelf(Prompts, log)
        self.sessions = Shelf(Session, log)
        self.files = Shelf(File, log)
        self.scheduled = Shelf(Scheduled, log)
        self.deliveries = Shelf(Delivery, log)
        self.settings = Shelf(Setting, log)

    def plant(self, seed: Seed, bot_name: str, created: int) -> None:
        """Add what the seed has and the folder has not."""
        app = seed.app
        users = [User(each.id, each.name, each.title, each.timezone, each.email) for each in seed.people]
        for user in [*users, User(app.user, bot_name, bot=True)]:
            if self.users.get(user.id) is None:
                self.users.put(user)
        rooms = [Channel(each.id, each.name, each.kind, each.members, each.topic) for each in seed.rooms]
        direct = [Channel(direct_id(user.id), bot_name, "im", (user.id, app.user)) for user in users]
        for channel in [*rooms, *direct]:
            if self.channels.get(channel.id) is None:
                self.channels.put(replace(channel, created=created))

    def visible(self, user: str) -> list[Channel]:
        """The channels a user finds: all public ones, and those they are in."""
        return [each for each in self.channels if each.kind == "public" or user in each.members]

    def said_in(self, channel: str) -> Iterator[Message]:
        """The messages of a channel, ephemeral ones too, oldest first."""
        return iter(sorted((each for each in self.messages if each.channel == channel), key=lambda each: each.ts))

    def message(self, channel: str, ts: str) -> Message | None:
        """Find a message."""
        return self.messages.get(f"{channel}/{ts}")

    def top_view(self, user: str) -> View | None:
        """The modal on top of a user's stack."""
        stack = self.stacks.get(user)
        return self.views.get(stack.views[-1]) if stack and stack.views else None

    def home(self, user: str) -> View | None:
        """The home the app published for a user."""
        return self.views.get(home_id(user))

    def close(self) -> None:
        """Keep no more."""
        self._log.close()


def direct_id(user: str) -> str:
    """The id of a user's direct messages with the bot."""
    return f"D{user[1:]}"


def home_id(user: str) -> str:
    """The id of a user's home."""
    return f"V0HOME{user}"
