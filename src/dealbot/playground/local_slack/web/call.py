"""One call of a method: its arguments, and what it needs of the workspace."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from dealbot.playground.local_slack.records import Channel, Message, User
from dealbot.playground.local_slack.refused import Refused
from dealbot.playground.local_slack.state import direct_id
from dealbot.playground.local_slack.world import World
from dealbot.slack.blockcheck import check_blocks, text_size
from dealbot.slack.limits import BLOCKS_TEXT, MARKDOWN_TEXT, MESSAGE_TEXT

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """The arguments of a call, and the world it is made in."""

    world: World
    method: str
    arguments: Json

    def get(self, name: str) -> Any:  # noqa: ANN401 -- what the app sent
        """An argument, or None."""
        return self.arguments.get(name)

    def text(self, name: str) -> str:
        """A string that has to be there; raises Refused."""
        value = self.get(name)
        if not isinstance(value, str) or not value:
            raise Refused.because("invalid_arguments", [f"[ERROR] missing required field: {name}"])
        return value

    def flag(self, name: str) -> bool:
        """A boolean, also as a form writes it."""
        return str(self.get(name)).lower() in {"true", "1"}

    def needs(self, *scopes: str) -> None:
        """Raise Refused unless the app has one of these scopes."""
        provided = self.world.manifest.scopes
        if not provided.intersection(scopes):
            raise Refused("missing_scope", needed=scopes[0], provided=",".join(sorted(provided)))

    def channel(self, name: str = "channel") -> Channel:
        """The channel an argument names, if the app may know of it; raises Refused."""
        state, wanted = self.world.state, self.get(name)
        if not isinstance(wanted, str) or not wanted:
            raise Refused("channel_not_found")
        found = state.channels.get(wanted) or state.channels.get(direct_id(wanted))
        if found is None:
            plain = wanted.removeprefix("#")
            found = next((each for each in state.channels if each.kind != "im" and each.name == plain), None)
        bot = self.world.app.user
        if found is None or (found.kind != "public" and bot not in found.members):
            raise Refused("channel_not_found")
        return found

    def joined_channel(self, name: str = "channel") -> Channel:
        """A channel the bot is in and may write to; raises Refused."""
        channel = self.channel(name)
        if channel.archived:
            raise Refused("is_archived")
        if self.world.app.user not in channel.members:
            raise Refused("not_in_channel")
        return channel

    def message(self, channel: Channel, ts: str) -> Message:
        """A message everybody in the channel can see; raises Refused."""
        found = self.world.state.message(channel.id, ts)
        if found is None or found.only_to:
            raise Refused("message_not_found")
        return found

    def user(self, name: str = "user") -> User:
        """The user an argument names; raises Refused."""
        found = self.world.state.users.get(str(self.get(name)))
        if found is None:
            raise Refused("user_not_found")
        return found

    def blocks(self) -> list[Json] | None:
        """The blocks, checked as Slack checks them; raises Refused."""
        blocks = self.get("blocks")
        if not blocks:
            return None
        if not isinstance(blocks, list):
            raise Refused("invalid_blocks_format")
        if text_size(blocks) > BLOCKS_TEXT:
            raise Refused("msg_blocks_too_long")
        if problems := check_blocks(blocks, "message"):
            raise Refused.because("invalid_blocks", problems)
        return blocks

    def words(self) -> str:
        """The text; raises Refused if there is neither text nor blocks, or too much."""
        text, markdown = self.get("text") or "", self.get("markdown_text") or ""
        if not isinstance(text, str) or not isinstance(markdown, str):
            raise Refused("invalid_arguments")
        if markdown and (text or self.get("blocks")):
            raise Refused("markdown_text_conflict")
        if not (text + markdown).strip() and not self.get("blocks"):
            raise Refused("no_text")
        if len(text) > MESSAGE_TEXT or len(markdown) > MARKDOWN_TEXT:
            raise Refused("msg_too_long")
        return text or markdown


Handler = Callable[[Call], Json]


def page_of(call: Call, items: list[Any], most: int = 1_000) -> tuple[list[Any], Json]:
    """One page of a list, by `limit` and `cursor`, and what the answer says of the next; raises Refused."""
    try:
        limit, start = int(call.get("limit") or 100), int(call.get("cursor") or 0)
    except (OverflowError, TypeError, ValueError) as error:
        raise Refused("invalid_cursor") from error
    if not 0 < limit <= most:
        raise Refused("invalid_limit")
    end = start + limit
    following = str(end) if end < len(items) else ""
    return items[start:end], {"response_metadata": {"next_cursor": following}}


def csv(value: object) -> Iterable[str]:
    """What a comma-separated argument lists."""
    return [each.strip() for each in str(value or "").split(",") if each.strip()]
