"""What dealbot shows, as a person reads it, and what holds of everything it shows."""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dealbot.app.card import MOST_LETTERS, MOST_LINES
from dealbot.playground.local_slack.records import Message
from dealbot.playground.local_slack.server import LocalSlack
from tests.playground.workspace import BOT

_MOST_FIRST = 81  # what a lock screen shows, and the end of a line


@dataclass(frozen=True)
class Shown:
    """A message, a reaction or a view that was shown."""

    kind: str
    where: str
    text: str
    only_to: str | None = None
    message: Message | None = None

    def __str__(self) -> str:
        alone = f", only {self.only_to}" if self.only_to else ""
        return "\n".join([f"    [{self.kind} in {self.where}{alone}]", *(f"    | {line}" for line in self.lines)])

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


def messages(slack: LocalSlack) -> dict[str, Shown]:
    """Every message and reaction of dealbot's, by what changes when it does."""
    shown = {}
    for message in slack.world.state.messages:
        channel = slack.world.state.channels.get(message.channel)
        place = "dm" if channel is None or channel.kind == "im" else f"#{channel.name}"
        where = f"{place}, thread" if message.thread_ts and message.thread_ts != message.ts else place
        if message.user == BOT:
            text = "\n".join([readable(message.blocks or [], message.text), *_pictures(slack, message)]).strip()
            told = Shown("message", where, text, message.only_to, message)
            shown[f"{message.key}/{message.edited}"] = told
        for name, users in message.reactions.items():
            if BOT in users:
                shown[f"{message.key}/{name}"] = Shown("reaction", where, f":{name}:")
    return shown


def _pictures(slack: LocalSlack, message: Message) -> Iterator[str]:
    """The files of a message: of a picture what it says to who cannot see it, of any other its name and words."""
    for file in (slack.world.state.files.get(id_) for id_ in message.files):
        assert file is not None
        assert file.content is not None
        content = base64.b64decode(file.content)
        if not file.name.endswith(".png"):
            yield f"(file) {re.sub(r'-[0-9a-f]{16}(?=[.])', '', file.name)}\n{content.decode()}"
            continue
        assert content.startswith(b"\x89PNG"), "it is no picture"
        assert file.alt, "a picture without words"
        yield f"(picture) {message.text}\n{file.alt}"


def views(slack: LocalSlack, user: str) -> dict[str, Shown]:
    """The modal that is open for somebody, and their Home tab."""
    shown = {}
    for kind, view in (("modal", slack.world.state.top_view(user)), ("home", slack.world.state.home(user))):
        if view is not None:
            shown[f"{view.id}/{view.hash}"] = Shown(kind, "front", readable(view.body["blocks"], ""), user)
    for prompts in slack.world.state.prompts:
        offered = "\n".join(prompt["message"] for prompt in prompts.prompts)
        shown[f"prompts/{prompts.key}/{offered}"] = Shown("prompts", "dm", offered)
    return shown


def readable(blocks: list[Any], text: str) -> str:
    """Blocks as lines; what is tapped in brackets."""
    return "\n".join(line for block in blocks for line in _lines(block)) or plain(text)


def _lines(block: Any) -> Iterator[str]:
    match block["type"]:
        case "section" | "header":
            yield plain(block["text"]["text"])
        case "context":
            yield from (plain(element["text"]) for element in block["elements"])
        case "actions":
            yield " ".join(f"[{plain(label)}]" for label in map(_label, block["elements"]))
        case "input":
            element = block["element"]
            offered = " ".join(f"({option['text']['text']})" for option in _offered(element))
            first = element.get("initial_value") or element.get("initial_date") or ""
            yield f"{block['label']['text']}: {offered}{first}"
        case _:
            yield f"({block['type']})"


def _label(element: Any) -> str:
    """What a button says, or a menu behind three dots offers."""
    if element["type"] == "overflow":
        return f"⋯ {' · '.join(option['text']['text'] for option in element['options'])}"
    return str(element["text"]["text"])


def _offered(element: Any) -> Iterator[Any]:
    """The choices of a menu, in groups or not."""
    for group in element.get("option_groups", [element]):
        yield from group.get("options", ())


def plain(text: str) -> str:
    """A text as it reads once Slack has shown it."""
    return text.replace("*", "").replace("_\u200b", "_").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _bare(text: str) -> str:
    signs = str.maketrans({"\u2217": "*", "\u02cb": "`", "\u223c": "~"})
    return re.sub(r"[\s*_>`~]+", " ", plain(text).translate(signs)).strip()


def faults(shown: Shown) -> Iterator[str]:
    """What is wrong with a message, whatever it says."""
    message = shown.message
    if message is None:
        return
    said = _bare(message.text)
    if not said:
        yield "there is no text to read out"
    sections = [block["text"]["text"] for block in message.blocks or [] if block["type"] == "section"]
    for line in (line for section in sections for line in section.splitlines()):
        if _bare(line) not in said:
            yield f"not read out: {line!r} is not in {message.text!r}"
    if "Saved to" in message.text:
        yield from _faults_of_card(message)


def _faults_of_card(message: Message) -> Iterator[str]:
    shown = [line for block in message.blocks or [] if block["type"] != "actions" for line in _lines(block)]
    lines = "\n".join(shown).splitlines()
    if len(lines) > MOST_LINES or sum(map(len, lines)) > MOST_LETTERS:
        yield f"a card of {len(lines)} lines and {sum(map(len, lines))} letters"
    if sum(line.rstrip("*_ ").endswith("?") for line in lines) > 1:
        yield "more than one question"
    if len(message.text.splitlines()[0]) > _MOST_FIRST:
        yield "the first line is too long for a lock screen"
