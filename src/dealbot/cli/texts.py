"""The answers of the command line in words: short, the answer first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dealbot.app.lessons import lesson_line
from dealbot.domain.lesson import LessonState
from dealbot.domain.note import CallNote
from dealbot.domain.principal import User
from dealbot.domain.record import DealRecord
from dealbot.store.lessons import KeptLesson

_QUOTED = 60
_COUNTS = dict.fromkeys(LessonState, "in {}") | {LessonState.WORKSPACE: "in all deals"}


def notes_text(notes: Sequence[CallNote]) -> str:
    """A deal's notes, one line each."""
    if not notes:
        return "No notes yet."
    return "\n".join(f"{note.on.isoformat()}  {note.id}  {note.author or '?'}: {_short(note.text)}" for note in notes)


def reading_text(shape: Mapping[str, Any]) -> str:
    """What a note says, a line an item, each with its words."""
    lines = [f"Call of {shape['on']}"]
    for person in shape["people"]:
        named = ", ".join(part for part in (person["name"], person["title"]) if part)
        told = " · ".join([person["stance"] or person["side"], *person["roles"]])
        lines.append(f"• {named}: {told}{_words(person)}")
    for concern in shape["concerns"]:
        blocks = ", blocks" if concern["blocking"] else ""
        topic = concern["topic"].replace("_", " ")
        lines.append(
            f"• Worry of {concern['holder'] or 'nobody named'}: {topic} ({concern['status']}{blocks}){_words(concern)}"
        )
    for step in shape["next_steps"]:
        due = step["due"] or step["due_text"] or "no date"
        lines.append(f"• Next, {step['owner'] or step['side']}: {step['action']} ({due})")
    lines += [f"• {signal['kind'].replace('_', ' ')}: {signal['detail']}" for signal in shape["signals"]]
    lines += [f"• Your read: {view['person']} {view['stance']}{_words(view)}" for view in shape["views"]]
    return "\n".join(lines if len(lines) > 1 else [*lines, "Nothing to take from it."])


def deals_text(deals: Iterable[tuple[DealRecord, Mapping[str, Any]]]) -> str:
    """The deals, one line each: where it stands, whose it is, the money."""
    lines = [_deal_line(deal, state) for deal, state in deals]
    return "\n".join(lines) or "No deals yet."


def deal_text(deal: DealRecord) -> str:
    """One deal's settings in a line."""
    return _deal_line(deal, {})


def users_text(users: Iterable[User]) -> str:
    """The users, one line each."""
    lines = [
        f"{user.name} ({user.id}): {', '.join(sorted(user.roles)) or 'no role'}"
        + (f" · {user.team}" if user.team else "")
        + (f" · {user.timezone}" if user.timezone else "")
        for user in users
    ]
    return "\n".join(lines) or "No users yet."


def lessons_text(lessons: Iterable[KeptLesson]) -> str:
    """What was learnt, one line each, with the number that forgets it."""
    lines = [
        f"{kept.key} · {lesson_line(kept.lesson, _COUNTS[kept.state].format(kept.deal))} · {kept.by}, {kept.on}"
        for kept in lessons
    ]
    return "\n".join(lines) or "Nothing learnt yet."


def _deal_line(deal: DealRecord, state: Mapping[str, Any]) -> str:
    standing = "" if deal.outcome else str(state.get("standing", "")).replace("_", " ")
    money = f"${deal.amount / 1_000_000:g}M" if deal.amount else None
    closed = f"{deal.outcome} {deal.closed_on or ''} ({deal.cause or 'no cause'})" if deal.outcome else None
    parts = (deal.name, standing, deal.owner, money, deal.quarter, deal.call, closed)
    return " · ".join(str(part) for part in parts if part)


def _words(item: Mapping[str, Any]) -> str:
    return f' "{_short(item["quote"])}"'


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTED else f"{flat[:_QUOTED].rsplit(' ', 1)[0]} …"
