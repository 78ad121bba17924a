"""An invented workspace: people, channels and messages for the page to show."""

from typing import Any

NORA = "U0NORA"
OMAR = "U0OMAR"
BOT = "U0BOT"
DEAL = "C0CEDAR"
GENERAL = "C0GENERAL"
DIRECT = "D0NORA"
START = 1_795_000_000


def workspace() -> dict[str, Any]:
    return {
        "team": {"id": "T0", "name": "Harbor Health Tech"},
        "you": NORA,
        "users": [
            {"id": NORA, "name": "Nora Lindqvist", "title": "account executive", "initials": "NL", "color": "#7c4d8b"},
            {"id": OMAR, "name": "Omar Haddad", "title": "sales manager", "initials": "OH", "color": "b45309"},
        ],
        "app": {
            "id": "A0",
            "user": BOT,
            "name": "dealbot",
            "commands": [
                {"command": "/deal", "usage": "status | log | next", "description": "Ask about a deal"},
                {"command": "/practice", "usage": "topic", "description": "Warm up for a meeting"},
            ],
            "shortcuts": [
                {"callback_id": "log_call", "name": "Log a call", "type": "global"},
                {"callback_id": "log_message", "name": "Log this as a note", "type": "message"},
            ],
            "prompts": [
                {"title": "What moved this week?", "message": "what moved this week?"},
                {"title": "Who is against Cedar Ridge?", "message": "who is against Cedar Ridge?"},
            ],
        },
        "hints": ["Log a call in your own words", "Ask where Cedar Ridge stands", "Become Omar, the manager"],
    }


def channels() -> list[dict[str, Any]]:
    return [
        channel(DEAL, "deal-cedar-ridge", "private", topic="Cedar Ridge Medical Center, nurse scheduling"),
        channel(GENERAL, "general", "public"),
        {**channel(DIRECT, "dealbot", "im"), "members": [NORA, BOT]},
        {**channel("D0OMAR", "dealbot", "im"), "members": [OMAR, BOT]},
    ]


def channel(name_id: str, name: str, kind: str, topic: str = "") -> dict[str, Any]:
    return {"id": name_id, "name": name, "kind": kind, "topic": topic, "members": [NORA, OMAR, BOT], "unread": 0}


def message(number: int, text: str, **rest: Any) -> dict[str, Any]:
    """The message of that minute; the bot's if it says so."""
    user = rest.pop("user", NORA)
    names = {NORA: "Nora Lindqvist", OMAR: "Omar Haddad", BOT: "dealbot"}
    ts = f"{START + 60 * number}.000100"
    where = rest.get("channel", DEAL)
    plain = {
        "ts": ts,
        "channel": DEAL,
        "user": user,
        "name": names[user],
        "bot": user == BOT,
        "text": text,
        "blocks": None,
        "thread_ts": None,
        "replies": 0,
        "edited": False,
        "ephemeral": False,
        "reactions": [],
        "permalink": f"https://harbor.example/archives/{where}/p{ts.replace('.', '')}",
    }
    return {**plain, **rest}


def of_bot(number: int, *blocks: dict[str, Any], **rest: Any) -> dict[str, Any]:
    """A message of the bot made of blocks."""
    named = [{"block_id": f"b{index}", **block} for index, block in enumerate(blocks)]
    return message(number, "what the blocks say", user=BOT, blocks=named, **rest)


def messages() -> dict[str, list[dict[str, Any]]]:
    return {
        DEAL: [
            message(0, "Ellen Novak runs nursing there", user=OMAR),
            message(1, "Saw her today. She wants the rota before Easter."),
            message(2, "And she dislikes the price."),
        ],
        GENERAL: [message(0, "Good morning", user=OMAR, channel=GENERAL)],
        DIRECT: [],
        "D0OMAR": [],
    }


def view(*blocks: dict[str, Any], **rest: Any) -> dict[str, Any]:
    """A modal with a button to submit it."""
    plain = {
        "id": "V1",
        "type": "modal",
        "callback_id": "edit",
        "title": "Set a date",
        "submit": "Save",
        "close": "Cancel",
        "blocks": list(blocks),
    }
    return {**plain, **rest}


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def marked(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def option(text: str, value: str | None = None) -> dict[str, Any]:
    return {"text": plain(text), "value": value or text.lower()}


def text_input(block_id: str, label: str, **rest: Any) -> dict[str, Any]:
    element = {"type": "plain_text_input", "action_id": "typed", **rest}
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": element}
