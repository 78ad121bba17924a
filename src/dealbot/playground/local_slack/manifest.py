"""The app's manifest, as far as it decides what Slack does."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command."""

    command: str
    description: str
    usage: str
    url: str | None
    escapes: bool = False


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut of the workspace or of a message."""

    callback_id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the app is, may do and wants to hear of."""

    name: str
    scopes: frozenset[str]
    events: frozenset[str]
    commands: dict[str, Command]
    shortcuts: dict[str, Shortcut]
    prompts: tuple[dict[str, str], ...]
    is_agent: bool
    sockets: bool
    events_url: str | None
    interactivity_url: str | None
    options_url: str | None


def read_manifest(raw: dict[str, Any]) -> Manifest:
    """Read a manifest as Slack's app configuration takes it."""
    features, settings = raw.get("features", {}), raw.get("settings", {})
    scopes = raw.get("oauth_config", {}).get("scopes", {})
    subscribed, interactivity = settings.get("event_subscriptions", {}), settings.get("interactivity", {})
    agent = features.get("agent_view") or features.get("assistant_view") or {}
    name = features.get("bot_user", {}).get("display_name") or raw.get("display_information", {}).get("name", "app")
    return Manifest(
        name=name,
        scopes=frozenset([*scopes.get("bot", ()), *scopes.get("bot_optional", ())]),
        events=frozenset(subscribed.get("bot_events", ())),
        commands={command.command: command for command in _commands(features.get("slash_commands", ()))},
        shortcuts={shortcut.callback_id: shortcut for shortcut in _shortcuts(features.get("shortcuts", ()))},
        prompts=tuple(agent.get("suggested_prompts", ())),
        is_agent="agent_view" in features,
        sockets=bool(settings.get("socket_mode_enabled")),
        events_url=subscribed.get("request_url"),
        interactivity_url=interactivity.get("request_url"),
        options_url=interactivity.get("message_menu_options_url"),
    )


def _commands(raw: Iterable[dict[str, Any]]) -> Iterable[Command]:
    for each in raw:
        words = each["command"], each.get("description", ""), each.get("usage_hint", "")
        yield Command(*words, each.get("url"), bool(each.get("should_escape")))


def _shortcuts(raw: Iterable[dict[str, Any]]) -> Iterable[Shortcut]:
    for each in raw:
        yield Shortcut(each["callback_id"], each["name"], each["type"])
