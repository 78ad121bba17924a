"""Conversations as tables: each row is what somebody does and what is answered."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from dealbot.app.policies.notes import add_policy
from dealbot.app.practice.answering import Given, answer, said
from dealbot.app.practice.asking import Asked
from dealbot.app.practice.handing_in import hand_in
from dealbot.app.practice.keeping import current
from dealbot.app.practice.starting import Wanted, start
from dealbot.domain.practice.session import Mode
from dealbot.knowledge.library import knowledge_folder
from dealbot.playground.local_slack.faults import CallFault
from dealbot.playground.local_slack.records import Message
from tests.conversations.cast import ROOMS, ZONE, person, user_called
from tests.conversations.house import House
from tests.conversations.seen import Shown, faults, messages, views
from tests.playground.workspace import BOT, Page

_UNITS = {"minute": 60, "hour": 3_600, "day": 86_400}
_NOTHING = "nothing"
_POWERS = frozenset({"clock", "slack"})


@dataclass(frozen=True)
class Script:
    """One conversation."""

    it: str
    talk: tuple[Mapping[str, Any], ...]
    deals: tuple[str, ...] = ()
    day: str = "2026-11-23 10:00"
    also: tuple[str, ...] = ()

    @property
    def at(self) -> datetime:
        return datetime.fromisoformat(self.day).replace(tzinfo=ZoneInfo(ZONE))


@cache
def scripts() -> tuple[Script, ...]:
    """Every conversation there is."""
    files = sorted((Path(__file__).parent / "talks").glob("*.yaml"))
    return tuple(
        Script(
            each["it"],
            tuple(each["talk"]),
            tuple(each.get("deals", ())),
            str(each.get("day", Script.day)),
            tuple(each.get("also", ())),
        )
        for file in files
        for each in yaml.safe_load(file.read_text("utf-8"))
    )


@dataclass
class Stage:
    """A conversation while it goes on: who spoke last where, and what was shown so far."""

    house: House
    place: dict[str, str] = field(default_factory=dict)
    said: dict[str, tuple[str, str]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    story: list[str] = field(default_factory=list)
    known: dict[str, Shown] = field(default_factory=dict)
    last: Message | None = None

    def play(self, script: Script) -> None:
        """Play a conversation; raises AssertionError that tells the whole of it."""
        self.house.settle()
        for row in script.talk:
            self._play(row)

    def _play(self, row: Mapping[str, Any]) -> None:
        who, verb, what = _who_does_what(row)
        self.story.append(f"{who} {verb} {what!r}" + (f" ({row['in']})" if "in" in row else ""))
        self.errors = {}
        before = self._shown(who)
        _VERBS[verb](self, who, what, row)
        if not row.get("held"):
            self.house.settle()
        now = self._shown(who)
        new = [shown for key, shown in now.items() if key not in before]
        self.last = next((shown.message for shown in reversed(new) if shown.message), self.last)
        self.story += [str(shown) for shown in new] + [f"    [error] {error}" for error in self.errors.values()]
        for wrong in self._wrongs(row, new):
            raise AssertionError("\n".join([wrong, *self.house.crashes]))

    def _shown(self, who: str) -> dict[str, Shown]:
        return messages(self.house.slack) | (views(self.house.slack, user_called(who)) if who not in _POWERS else {})

    def _wrongs(self, row: Mapping[str, Any], new: Sequence[Shown]) -> Iterator[str]:
        told = "\n".join([*(shown.text for shown in new), *self.errors.values()])
        read = "\n".join([told, *(shown.message.text for shown in new if shown.message)])
        yield from (fault for shown in new for fault in faults(shown))
        yield from self._wrong_answer(_list(row.get("answer")), new, told)
        yield from (f"{unsaid!r} must not be said" for unsaid in _list(row.get("never")) if unsaid in read)
        yield from _wrong_places(row, new)
        kept = [shown.message.text for shown in messages(self.house.slack).values() if shown.message]
        yield from (f"{text!r} is still there" for text in _list(row.get("gone")) if text in "\n".join(kept))
        for deal, lines in row.get("status", {}).items():
            status = self.house.status(deal)
            yield from (f"{line!r} {wrong} the status of {deal}:\n{status}" for line, wrong in _missing(lines, status))
        yield from self.house.crashes
        if not row.get("trouble"):
            yield from (str(line) for line in self.house.slack.journal("refused"))
            yield from (str(line) for line in self.house.slack.journal("refused_to_user"))
            yield from ["something was given up"] * min(1, self.house.given_up())

    def _wrong_answer(self, expected: Sequence[str], new: Sequence[Shown], told: str) -> Iterator[str]:
        if expected == [_NOTHING]:
            yield from ["nothing should be answered"] * min(1, len(new))
        else:
            yield from (f"{text!r} is not answered" for text in expected if text not in told)

    # What people do.

    def says(self, who: str, text: str, row: Mapping[str, Any]) -> None:
        """Say something in a place, or below a card."""
        if row.get("lost"):
            self.house.slack.upset_deliveries("drop", int(row["lost"]))
        if row.get("held"):
            self.house.slack.upset_deliveries("reorder", int(row["held"]))
        channel, under = self._where(who, row)
        ts = self._page(who).say("\n".join([_typed(text)] * int(row.get("times", 1))), channel, under)
        self.said[who] = channel, ts

    def drops(self, who: str, files: Mapping[str, Any], row: Mapping[str, Any]) -> None:
        """Drop files in a place, each with its text, or as so many letters; `text` is said with them."""
        channel, under = self._where(who, row)
        given = [{"name": name, "content": b64encode(_content(content)).decode()} for name, content in files.items()]
        body = {"channel": channel, "thread_ts": under, "text": _typed(str(row.get("text", ""))), "files": given}
        self.said[who] = channel, str(self._page(who).post("messages", **body)["ts"])

    def edits(self, who: str, text: str, _row: Mapping[str, Any]) -> None:
        """Change what one said last."""
        channel, ts = self.said[who]
        self._page(who).post("edit", channel=channel, ts=ts, text=_typed(text))

    def deletes(self, who: str, _what: str, _row: Mapping[str, Any]) -> None:
        """Delete what one said last."""
        channel, ts = self.said[who]
        self._page(who).post("delete", channel=channel, ts=ts)

    def taps(self, who: str, label: str, _row: Mapping[str, Any]) -> None:
        """Tap the newest button of that name that one sees."""
        for container, blocks in self._tappable(who):
            for block in blocks:
                for element in block.get("elements", ()) if block["type"] == "actions" else ():
                    for offered in element.get("options", [element]):
                        if offered["text"]["text"] == label:
                            chosen = offered if offered is not element else None
                            self._page(who).click(container, block["block_id"], element["action_id"], chosen)
                            return
        raise AssertionError(f"there is no button {label!r}")

    def fills(self, who: str, given: Mapping[str, Any], _row: Mapping[str, Any]) -> None:
        """Fill in the form that is open, by its labels, and send it."""
        view = self.house.slack.world.state.top_view(user_called(who))
        assert view is not None, "no form is open"
        values: dict[str, dict[str, Any]] = {}
        for block in (block for block in view.body["blocks"] if block["type"] == "input"):
            label, element = block["label"]["text"], block["element"]
            if label in given:
                value = self._value(who, view.id, block, given[label])
                values[block["block_id"]] = {element["action_id"]: value}
        unknown = set(given) - {block["label"]["text"] for block in view.body["blocks"] if block["type"] == "input"}
        assert not unknown, f"the form has no {unknown}"
        self.errors = self._page(who).post("submit", view=view.id, values=values)["errors"]

    def closes(self, who: str, _what: str, _row: Mapping[str, Any]) -> None:
        """Close the form that is open."""
        view = self.house.slack.world.state.top_view(user_called(who))
        assert view is not None, "no form is open"
        self._page(who).post("close", view=view.id)

    def opens(self, who: str, what: str, _row: Mapping[str, Any]) -> None:
        """Look at the Home tab or the direct message."""
        if what == "home":
            self._page(who).get("home")
        else:
            self._page(who).post("opened", channel=_channel(who, what))

    def uses(self, who: str, shortcut: str, row: Mapping[str, Any]) -> None:
        """Use a shortcut, on one's last message if that is said."""
        shortcuts = self.house.slack.world.manifest.shortcuts.values()
        callback = next(each.callback_id for each in shortcuts if each.name == shortcut)
        channel, ts = self.said[str(row["of"])] if "of" in row else (None, None)
        self._page(who).post("shortcuts", callback_id=callback, channel=channel, ts=ts)

    def presses(self, who: str, action: str, row: Mapping[str, Any]) -> None:
        """Tap a button under another name, as one of an older version has it."""
        world, last = self.house.slack.world, self.last
        if last is None or not _has_buttons(last):
            last = self._newest_with_buttons(who)
        blocks = [{**block} for block in last.blocks or []]
        row_of_buttons = next(block for block in blocks if block["type"] == "actions")
        first = {**row_of_buttons["elements"][0], "action_id": action, "value": str(row.get("value", "{}"))}
        row_of_buttons["elements"] = [first, *row_of_buttons["elements"][1:]]
        world.state.messages.put(replace(last, blocks=blocks))
        self._page(who).click({"channel": last.channel, "ts": last.ts}, row_of_buttons["block_id"], action)

    def _newest_with_buttons(self, who: str) -> Message:
        state = self.house.slack.world.state
        rooms = {channel.id for channel in state.visible(user_called(who))}
        mine = [each for each in state.messages if each.channel in rooms and each.user == BOT and _has_buttons(each)]
        return max(mine, key=lambda each: each.ts)

    def repeats(self, _who: str, times: int, _row: Mapping[str, Any]) -> None:
        """Let Slack deliver the last event again."""
        self.house.repeat(times)

    def adds(self, who: str, given: Mapping[str, str], _row: Mapping[str, Any]) -> None:
        """Add a policy note of the knowledge on the command line, as it was while its status was another."""
        file = knowledge_folder() / "policies" / given["note"]
        text = re.sub(r"(?m)^status: .*$", f"status: {given['status']}", file.read_text("utf-8"))
        add_policy(self.house.desk, person(user_called(who)), file.name, text.encode())

    def answers(self, who: str, how: Mapping[str, Any], _row: Mapping[str, Any]) -> None:
        """Answer a check, or practise alone (`alone`): so many `well`, then so many `badly` or with these `words`.

        What is all answered is handed in, unless it is `kept` back.
        """
        learner = person(user_called(who))
        if not current(self.house.room, learner):
            mode = Mode.INTERVIEW if how.get("alone") else Mode.CHECK
            start(self.house.room, learner, Wanted(mode, guide=how.get("alone")))
        for number in range(how.get("well", 0) + how.get("badly", 0)):
            asked = current(self.house.room, learner)
            assert asked is not None, "everything is answered"
            words = how.get("words", "I do not know") if number >= how.get("well", 0) else _well(asked)
            given = answer(self.house.room, learner, Given(words))
            for _ in range(how.get("said", 0) if given.mark.points else 0):
                said(self.house.room, learner, given.review.id, 0)
        if not how.get("alone") and not how.get("kept") and not current(self.house.room, learner):
            hand_in(self.house.room, learner)

    def waits(self, _who: str, how_long: str, _row: Mapping[str, Any]) -> None:
        """Let time pass, in which old rows are forgotten."""
        number, unit = how_long.split()
        self.house.slack.advance(int(number) * _UNITS[unit.removesuffix("s")])
        self.house.sweep()

    def fails(self, _who: str, fault: Mapping[str, Any], _row: Mapping[str, Any]) -> None:
        """Let calls of a method go wrong."""
        self.house.slack.fault(CallFault(**fault))

    def _page(self, who: str) -> Page:
        return Page(self.house.slack, user_called(who))

    def _where(self, who: str, row: Mapping[str, Any]) -> tuple[str, str | None]:
        if row.get("under") == "card":
            assert self.last is not None, "there is no card yet"
            return self.last.channel, self.last.thread_ts or self.last.ts
        if row.get("under") == "mine":
            return self.said[who]
        self.place[who] = str(row.get("in", self.place.get(who, "dm")))
        return _channel(who, self.place[who]), None

    def _tappable(self, who: str) -> Iterator[tuple[dict[str, str], list[Any]]]:
        state, user = self.house.slack.world.state, user_called(who)
        view, home = state.top_view(user), state.home(user)
        for shown in (view, home):
            if shown is not None:
                yield {"view": shown.id}, shown.body["blocks"]
        rooms = {channel.id for channel in state.visible(user)}
        mine = [each for each in state.messages if each.channel in rooms and each.only_to in (None, user)]
        for message in sorted(mine, key=lambda each: each.ts, reverse=True):
            if message.user == BOT:
                yield {"channel": message.channel, "ts": message.ts}, message.blocks or []

    def _value(self, who: str, view: str, block: Any, given: Any) -> Any:
        element, text = block["element"], str(given)
        if isinstance(given, list):
            return [option for option in element["options"] if option["text"]["text"] in given]
        if "options" in element or "option_groups" in element:
            listed = (option for group in element.get("option_groups", [element]) for option in group["options"])
            return next(option for option in listed if option["text"]["text"] == text)
        if element["type"] != "external_select":
            return text
        asked = {"container": {"view": view}, "block_id": block["block_id"], "action_id": element["action_id"]}
        offered = self._page(who).post("options", **asked, query=text)
        self.story.append(f"    [menu] {[option['text'] for option in offered]}")
        return next((option for option in offered if option["text"] == text), "")


_VERBS: Mapping[str, Callable[[Stage, str, Any, Mapping[str, Any]], None]] = {
    "says": Stage.says,
    "runs": Stage.says,
    "drops": Stage.drops,
    "edits": Stage.edits,
    "deletes": Stage.deletes,
    "taps": Stage.taps,
    "fills": Stage.fills,
    "closes": Stage.closes,
    "opens": Stage.opens,
    "uses": Stage.uses,
    "presses": Stage.presses,
    "repeats": Stage.repeats,
    "adds": Stage.adds,
    "answers": Stage.answers,
    "waits": Stage.waits,
    "fails": Stage.fails,
}


def _well(asked: Asked) -> str:
    card = asked.card
    return card.accepted[0] if card.accepted else "\n".join(card.points)


def _has_buttons(message: Message) -> bool:
    return any(block["type"] == "actions" for block in message.blocks or [])


def _who_does_what(row: Mapping[str, Any]) -> tuple[str, str, Any]:
    key = next(iter(row))
    who, _, verb = key.partition(" ")
    return who, verb, row[key]


def _wrong_places(row: Mapping[str, Any], new: Sequence[Shown]) -> Iterator[str]:
    if "at" in row and not any(shown.where == row["at"] for shown in new):
        yield f"nothing is shown in {row['at']}"
    if "only" in row and any(shown.only_to != user_called(row["only"]) for shown in new if shown.kind == "message"):
        yield f"not only {row['only']} sees it"
    if "count" in row and len([shown for shown in new if shown.kind == "message"]) != row["count"]:
        yield f"there are not {row['count']} messages"


def _missing(lines: Sequence[str], status: str) -> Iterator[tuple[str, str]]:
    for line in _list(lines):
        wanted = not line.startswith("no: ")
        if wanted is not (line.removeprefix("no: ") in status):
            yield line.removeprefix("no: "), "is not in" if wanted else "is in"


def _list(given: Any) -> list[str]:
    if given is None:
        return []
    return [given] if isinstance(given, str) else list(given)


def _content(given: Any) -> bytes:
    return b"x" * given if isinstance(given, int) else str(given).encode()


def _channel(who: str, place: str) -> str:
    if place == "dm":
        return f"D{user_called(who)[1:]}"
    return next(room.id for room in ROOMS if f"#{room.name}" == place)


def _typed(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for name in ("priya", "sam", "tom", "maria"):
        escaped = escaped.replace(f"@{name}", f"<@{user_called(name)}>")
    return escaped.replace("@dealbot", f"<@{BOT}>")
