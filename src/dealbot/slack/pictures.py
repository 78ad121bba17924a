"""A picture or another file on its way to Slack: made when it is sent, uploaded with its words, found by its name."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from threading import Lock
from typing import Any

from slack_sdk import WebClient

from dealbot.app.chat.enabling.files import MadeFile, MakeFile, no_file
from dealbot.app.chat.of_enabling import FileKind
from dealbot.app.desk import Desk
from dealbot.app.picture import Wanted, draw
from dealbot.errors import DealbotError, StoreUnavailable
from dealbot.pictures.values import Picture, PictureKind
from dealbot.slack.failures import Failure, Remedy
from dealbot.slack.finding import conversation, file_name, find
from dealbot.slack.limits import FILE_ALT_TEXT
from dealbot.slack.people import People
from dealbot.store.post import Outgoing, Posting, Sent

Draw = Callable[[Mapping[str, Any]], "Picture | MadeFile | None"]
_LOOKS_S = (0, 1, 2)  # Slack shares a file a moment after it says so
_AGAIN = timedelta(seconds=10)
_MOST_ATTEMPTS = 4
_REST = "… The rest stands in the words."
_NOT_DRAWN = Failure("not_drawn", Remedy.NEVER)
_NOT_SHARED = Failure("not_shared", Remedy.LATER, _AGAIN, unsure=True)


def nothing_drawn(_arguments: Mapping[str, Any]) -> Picture | None:
    """Draw nothing, where there is nothing to draw from."""
    return None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws what a posting asks for, from the ledger as it is then and as the person it is for may read it.

    `make` makes what is no picture of a deal.
    """

    desk: Desk
    people: People
    make: MakeFile = no_file
    _alone: Lock = field(default_factory=Lock)  # what draws is not made for several threads

    def __call__(self, arguments: Mapping[str, Any]) -> Picture | MadeFile | None:
        """Draw it; None for somebody who may no longer read what it is of. Raises StoreUnavailable."""
        try:
            person = self.people.person(str(arguments["user"]))
            principal = replace(person.principal, aloud=bool(arguments["aloud"]))
            if "of" in arguments:
                kind = FileKind(arguments["kind"])
                with self._alone:
                    return self.make(self.desk.within(person.zone), principal, kind, str(arguments["of"]))
            on = arguments.get("as_of")
            wanted = Wanted(
                PictureKind(arguments["kind"]), str(arguments["deal"]), date.fromisoformat(on) if on else None
            )
            with self._alone:
                return draw(self.desk.within(person.zone), principal, wanted)
        except StoreUnavailable:
            raise
        except DealbotError:
            return None


def show(client: WebClient, draw: Draw, outgoing: Outgoing) -> Sent | Failure:
    """Upload a picture and share it in its place; raises what the client raises, and StoreUnavailable.

    Slack is known to take a file that has an alt text and never to share it: what was not shared goes without.
    """
    posting = outgoing.posting
    if outgoing.attempts > _MOST_ATTEMPTS:
        return replace(_NOT_SHARED, remedy=Remedy.NEVER)
    picture = draw(posting.arguments)
    if picture is None:
        return _NOT_DRAWN
    _upload(client, posting, picture, alt=outgoing.attempts < _MOST_ATTEMPTS)
    for pause in _LOOKS_S:
        time.sleep(pause)
        if (found := find(client, posting, outgoing.kept_at)) is not None:
            return found
    return _NOT_SHARED


def _upload(client: WebClient, posting: Posting, made: Picture | MadeFile, *, alt: bool) -> None:
    told = posting.arguments
    picture = made if isinstance(made, Picture) else None
    name, content = ("dealbot.png", made.png) if isinstance(made, Picture) else (made.name, made.content)
    client.files_upload_v2(
        filename=file_name(posting.key, name),
        content=content,
        title=str(told["title"]),
        alt_txt=within(picture.alt) if alt and picture is not None else None,
        channel=conversation(client, str(told["channel"])),
        thread_ts=told.get("thread_ts"),
        initial_comment=str(told["text"]),
    )


def within(alt: str) -> str:
    """A picture's words within what Slack takes for a file, by whole sentences."""
    if len(alt) <= FILE_ALT_TEXT:
        return alt
    kept = alt[: FILE_ALT_TEXT - len(_REST)]
    return kept[: kept.rfind(". ") + 1] + _REST
