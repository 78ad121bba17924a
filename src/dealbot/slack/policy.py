"""What of all that Slack sends is dealbot's business: kept, ignored without a word, or refused."""

from dataclasses import dataclass
from enum import StrEnum

from dealbot.slack.installation import Installation
from dealbot.slack.payload import Payload, first, is_event, part, word

EVENTS = frozenset(
    {
        "agent_session_stopped",
        "app_context_changed",
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "function_executed",
        "member_left_channel",
        "message",
        "tokens_revoked",
    }
)
_SAID = frozenset({None, "file_share", "me_message", "thread_broadcast"})
_CHANGED = frozenset({"message_changed", "message_deleted"})
_SLACKBOT = "USLACKBOT"


class Verdict(StrEnum):
    """What becomes of something that arrived."""

    KEEP = "keep"
    IGNORE = "ignore"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, why, and whether the person should be told why."""

    verdict: Verdict
    reason: str = ""
    told: str | None = None


KEEP = Judgement(Verdict.KEEP)
_SHARED = "dealbot does not speak in channels that are shared with another company: ask in a direct message instead."
_ELSEWHERE = "dealbot works for the people of its own workspace only."


def judge(payload: Payload, ours: Installation) -> Judgement:
    """Judge anything that Slack sent."""
    return _judge_event(payload, ours) if is_event(payload) else _judge_person(payload, ours)


def _judge_person(payload: Payload, ours: Installation) -> Judgement:
    team = first(word(payload, "team_id"), word(payload, "team", "id"))
    teams = {team, word(payload, "user", "team_id") or team}
    return KEEP if teams == {ours.team} else _refused("another_team", _ELSEWHERE)


def _judge_event(payload: Payload, ours: Installation) -> Judgement:
    event = part(payload, "event")
    kind = word(event, "type")
    if word(payload, "team_id") != ours.team:
        return _refused("another_team")
    if kind not in EVENTS:
        return _ignored("not_ours")
    if kind in {"message", "app_mention"} and (unheard := _unheard(event, ours)):
        return _ignored(unheard)
    if _teams(payload) - {ours.team}:
        return _refused("another_team")
    if payload.get("is_ext_shared_channel"):
        return _refused("shared_channel", _SHARED if kind == "app_mention" else None)
    return KEEP


def _teams(payload: Payload) -> set[str]:
    """Every team that has to do with it: of the channel, of who said it, of who wrote what was changed."""
    event = part(payload, "event")
    told = {word(payload, "context_team_id")}
    for said in (event, part(event, "message"), part(event, "previous_message")):
        told |= {word(said, "team"), word(said, "user_team"), word(said, "source_team")}
    return {team for team in told if team}


def _unheard(event: Payload, ours: Installation) -> str | None:
    """Why a message is none that a person of ours said to anybody."""
    subtype = event.get("subtype")
    if subtype not in _SAID | _CHANGED:
        return "subtype"
    said = {"message_changed": part(event, "message"), "message_deleted": part(event, "previous_message")}.get(
        subtype or "", event
    )
    if word(said, "bot_id") or word(said, "user") in {ours.user, _SLACKBOT} or said.get("subtype") == "bot_message":
        return "bot"
    if subtype is None and not word(event, "user"):
        return "nobody"
    if subtype == "message_changed" and _reads_the_same(event):
        return "same_words"
    return None


def _reads_the_same(event: Payload) -> bool:
    """Whether only what Slack adds to a message was changed, such as the preview of a link."""
    now, before = part(event, "message"), part(event, "previous_message")
    return now.get("subtype") != "tombstone" and "text" in before and now.get("text") == before.get("text")


def _ignored(reason: str) -> Judgement:
    return Judgement(Verdict.IGNORE, reason)


def _refused(reason: str, told: str | None = None) -> Judgement:
    return Judgement(Verdict.REFUSE, reason, told)
