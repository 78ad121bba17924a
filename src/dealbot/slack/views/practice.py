"""The messages of practice: questions, what waits, how far somebody is, checks; marks and role-plays stand beside."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from dealbot.app.card import short
from dealbot.app.chat.of_practice import (
    AnswerOrElse,
    CardsDue,
    CheckMarks,
    DueToday,
    HandedIn,
    HowFar,
    Kept,
    Marked,
    MarkStands,
    OfficerSays,
    OfPractice,
    Over,
    Posed,
    PracticeSaid,
    Recounted,
    RoleOver,
    ToHandIn,
    Waits,
    WhichOfficer,
    WhichPlayer,
    WhichPoint,
    Whole,
)
from dealbot.app.practice.asking import Asked
from dealbot.app.wording import counted
from dealbot.domain.practice.officer import is_seat
from dealbot.domain.practice.session import Mode, Session
from dealbot.domain.title import function_of
from dealbot.slack.views.enabling import announced
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import Block, actions, button, context, escape, section, sections, spoken
from dealbot.slack.views.practice_checks import check_marks, handed_in, mark_stands, to_hand_in
from dealbot.slack.views.practice_marks import kept_of_check, marked, recounted, which_point, whole
from dealbot.slack.views.practice_parts import (
    CALLED,
    LETTERS,
    built,
    called,
    go_on,
    month,
    quoted,
)
from dealbot.slack.views.practice_plays import officer_says, role_over, which_officer, which_player

BETWEEN_US = "Practice is between us: I wrote you a direct message."
_ASKS = re.compile(r"^The (?P<who>[^:\n]{1,80}) asks: (?P<what>.+)$", re.DOTALL)
_OF_TOPICS = frozenset({Mode.INTERVIEW, Mode.FACTS})
_MOST_TOPICS = 5
_MOST_CHECKS = 3
_A_DAY = 3
_SEAT = 60
_TYPE = "Type or dictate; only you see this."
_READ = "Check · Enablement reads this. Type or dictate."


def shown_of_practice(reply: OfPractice) -> Message:
    """How a reply of practice looks."""
    return _SHOWN[type(reply)](reply)


def _posed(reply: Posed) -> Message:
    asked, session = reply.asked, reply.asked.session
    check = session.mode is Mode.CHECK
    prompt, seat = _put(asked)
    told = f"the {seat} asks:" if seat else called(session)
    head = f"{asked.number} of {asked.of} · {told}"
    lines = [prompt]
    lines += [f"{LETTERS[at]}) {choice}" for at, choice in enumerate(asked.card.choices)]
    below = _READ if check else _TYPE
    shown = [f"*{escape(head)}*", *map(escape, lines)]
    why = [context(escape(asked.why))] if asked.why else []
    blocks = (*why, section("\n".join(shown)), actions(_taps(reply)), context(escape(below)))
    return Message(spoken(f"Practice: question {asked.number} of {asked.of}", asked.why, head, *lines, below), blocks)


def _put(asked: Asked) -> tuple[str, str]:
    """What is asked, and the seat that asks it where it is what somebody says."""
    found = _ASKS.match(asked.prompt)
    what = found["what"] if found else asked.prompt
    spoken_by = asked.session.title if what.startswith(('"', "“")) and _is_seat(asked) else ""
    return what, short(spoken_by, _SEAT)


def _is_seat(asked: Asked) -> bool:
    title = asked.session.title
    return title != asked.card.source.title and is_seat(title) and function_of(title) is not None


def _taps(reply: Posed) -> list[Block]:
    asked = reply.asked
    value = {"session": asked.session.id, "card": asked.card.id}
    letters = LETTERS[: len(asked.card.choices)]
    taps = [button(letter, f"practice_choice_{at}", value | {"letter": letter}) for at, letter in enumerate(letters)]
    taps += [button("Skip", "practice_skip", value)] if asked.session.mode is not Mode.CHECK else []
    taps += [button("Pause", "practice_pause", {"session": asked.session.id})]
    left = reply.left
    back = [button(f"Back to {left.number} of {left.of}", "practice_go_on", {"session": left.id})] if left else []
    return [*taps, *back]


def _over(reply: Over) -> Message:
    name = reply.title or CALLED[reply.mode]
    topic = reply.title and reply.mode in _OF_TOPICS and not reply.stopped
    name = f"That's all on {short(name, _SEAT)}" if topic else name
    if not reply.answered:
        taps = [_after(reply)] if topic else []
        return built("Practice is over", [f"{name}: nothing was answered."], taps=taps, bold=False)
    head = f"{name}: {reply.known} of {reply.answered} well covered"
    again = [f"Look at again: {'; '.join(quoted(each, 60) for each in reply.again)}"] if reply.again else []
    lines = [head, *again, *_due(reply), *_suggestion(reply)]
    return built("Practice is over", lines, taps=[_after(reply)])


def _due(reply: Over) -> list[str]:
    if reply.due_at is None:
        return []
    days = (reply.due_at.date() - reply.today).days
    when = "today" if days <= 0 else "tomorrow" if days == 1 else f"on {month(reply.due_at.date())}"
    return [f"Next due {when}: ask “what is due?”."]


def _suggestion(reply: Over) -> list[str]:
    match reply.mode:
        case Mode.OBJECTIONS:
            return ["Now against an officer? “Role-play the CFO”."]
        case Mode.WARM_UP:
            return ["After the meeting, write me what was said."]
        case Mode.INTERVIEW | Mode.FACTS if not reply.due:
            return ["Try an “objection drill”: five questions."]
        case _:
            return []


def _after(reply: Over) -> list[Block]:
    match reply.mode:
        case Mode.OBJECTIONS:
            return [button("Role-play", "practice_officer", {})]
        case Mode.INTERVIEW | Mode.FACTS:
            due = button("Go on with what is due", "practice_begin", {"mode": Mode.DRIP.value}, "primary")
            drill = button("Objection drill", "practice_begin", {"mode": Mode.OBJECTIONS.value})
            stop = [button("Stop", "practice_done", {})] if reply.title and not reply.stopped else []
            return [due if reply.due else drill, *stop]
        case _:
            return []


def _waits(reply: Waits) -> Message:
    where = f" at {reply.session.number} of {reply.session.of}" if reply.session is not None else ""
    head = f"Paused{where}. “Resume” goes on." if reply.paused else f"Your practice waits{where}."
    if reply.idle and reply.session is not None:
        head = f"Nothing is running. {called(reply.session)} waits{where}."
    return built(head, [head], taps=[[go_on(reply.session)]], bold=False)


def _answer_or_else(reply: AnswerOrElse) -> Message:
    if reply.plain or reply.check:
        return _is_answer(reply)
    note, asking = button("It's a note", "practice_note"), button("I'm asking", "practice_question")
    others = [note, asking] if reply.either else [asking] if reply.asks else [note]
    told = "a note, or a question" if reply.either else "a question to me" if reply.asks else "a note to keep"
    head = f"Is that your answer, or {told}? Nothing is saved yet."
    taps = [button("It's my answer", "practice_answer"), *others]
    return built(head, [head], taps=[taps], bold=False)


def _is_answer(reply: AnswerOrElse) -> Message:
    """Asks whether something is an answer at all, which others may read."""
    head = "Is that your answer? Nothing is saved yet."
    other = [button("I'm asking", "practice_question") if reply.asks else button("It's a note", "practice_note")]
    yes, no = button("Yes, it is", "practice_answer"), button("No", "practice_not_answer")
    return built(head, [head], taps=[[yes, *([] if reply.plain else other), no]], bold=False)


def _how_far(reply: HowFar) -> Message:
    progress = reply.progress
    session, topics = progress.session, sorted(progress.topics, key=lambda each: (each.share, each.topic))
    if session is None and not topics:
        lines = ["Nothing practised yet.", "“Interview prep” asks ten questions, “objection drill” five."]
        return built("Your practice", lines, taps=[[_start(Mode.INTERVIEW)]])
    due = f"{counted(progress.due_today, 'card')} due today" if progress.due_today else "nothing due today"
    lines = [f"Your practice: {due}", *_session(session)]
    lines += [f"• {each.guide}, {each.topic}: {each.known} of {each.cards} known" for each in topics[:_MOST_TOPICS]]
    more = len(topics) - _MOST_TOPICS
    lines += [f"and {counted(more, 'more topic')}"] if more > 0 else []
    lines += [f"Interview on {month(progress.choice.interview_on)}."] if progress.choice.interview_on else []
    taps = [go_on(session)] if session is not None else []
    taps += [_start(Mode.DRIP)] if progress.due_today else []
    return built("Your practice", lines, taps=[taps], below=["Only you see this."])


def _session(session: Session | None) -> list[str]:
    return [f"Open: {called(session)}, {session.number} of {session.of}"] if session is not None else []


def _cards_due(reply: CardsDue) -> Message:
    due = f"{counted(reply.due, 'card')} {'is' if reply.due == 1 else 'are'} due"
    if reply.daily:
        more = f" ({counted(reply.due, 'card')} due in all)" if reply.due > _A_DAY else ""
        head = f"Your three cards of today{more}."
        return built("Your cards of today", [head], taps=[[_start(Mode.DRIP)]], bold=False)
    if not reply.due:
        return built(
            "Your practice", ["Nothing is due today.", "“Interview prep” or “objection drill” asks something new."]
        )
    return built("Your practice", [f"{due} today."], taps=[[_start(Mode.DRIP)]])


def _due_today(reply: DueToday) -> Message:
    """All of it in one message: the checks first, for others wait for them."""
    shown = [announced(told, reply.on) for told in reply.reminders[:_MOST_CHECKS]]
    more = len(reply.reminders) - len(shown)
    shown += [built("More", [f"And {counted(more, 'check')} more."], bold=False)] if more > 0 else []
    shown += [_cards_due(reply.cards)] if reply.cards is not None else []
    return Message("\n".join(each.text for each in shown), tuple(block for each in shown for block in each.blocks))


def _said(reply: PracticeSaid) -> Message:
    taps = (actions([_start(Mode.INTERVIEW)]),) if reply.begin else ()
    return Message(reply.text, (*sections(escape(reply.text)), *taps))


def _start(mode: Mode) -> Block:
    return button("Start", "practice_begin", {"mode": mode.value}, "primary")


_SHOWN: Mapping[type, Callable[[Any], Message]] = {
    Posed: _posed,
    Marked: marked,
    Recounted: recounted,
    WhichPoint: which_point,
    Whole: whole,
    OfficerSays: officer_says,
    RoleOver: role_over,
    WhichOfficer: which_officer,
    WhichPlayer: which_player,
    Kept: kept_of_check,
    HandedIn: handed_in,
    ToHandIn: to_hand_in,
    CheckMarks: check_marks,
    MarkStands: mark_stands,
    Over: _over,
    Waits: _waits,
    AnswerOrElse: _answer_or_else,
    HowFar: _how_far,
    CardsDue: _cards_due,
    DueToday: _due_today,
    PracticeSaid: _said,
}
