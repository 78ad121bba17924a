"""Friday for enablement: how a cohort is doing, what it misses, which question is suspect, what stands in no guide."""

import re

from dealbot.app.card import short
from dealbot.app.chat.of_enabling import StandingShown
from dealbot.app.practice.report_text import as_of
from dealbot.app.practice.reports import PersonStanding
from dealbot.app.wording import listed, weekday
from dealbot.domain.practice.readiness import Stage
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import Block, actions, button, escape, section, spoken

_TITLE, _PROMPT, _POINT, _TOPIC, _NAME = 40, 46, 60, 40, 24
_MOST_NAMES = 3
_QUOTING = re.compile(r"^(?P<lead>[^\"“]{8,})[\"“](?P<said>[^\"”]+)")
_QUOTED_FIRST = re.compile(r"^[\"“](?P<said>[^\"”]+)[\"”] (?P<lead>Which .+)$")
_LEADS = (("mistake", "Mistake"), ("not do", "Mistake"), ("follow", "Follow-up"), ("answered", "Ask back"))
_ALL_NAMES = 8
_WORDS = (
    (Stage.READY, "ready"),
    (Stage.TO_READ, "for you to read"),
    (Stage.NOT_HANDED_IN, "answered, not handed in"),
    (Stage.UNDER_WAY, "under way"),
    (Stage.NOT_YET, "not yet"),
)


def standing_shown(reply: StandingShown) -> Message:
    """Message 8: ten lines at most, the taps below."""
    standing = reply.standing
    cohort = standing.cohort
    head = f"Cohort {short(cohort.name, _TITLE)}, week {standing.week} of {standing.weeks}"
    due = f"due {weekday(cohort.due_on, reply.on)}"
    if cohort.ended_on is not None:
        head, due = f"Cohort {short(cohort.name, _TITLE)}", f"ended {weekday(cohort.ended_on, reply.on)}"
    lines = _by_name(reply) if reply.names else [_counts(reply), *_weak(reply)]
    taps = _taps(reply) if reply.trains else []
    said = section("\n".join([f"*{escape(head)}* · {escape(due)}", *map(escape, lines)]))
    return Message(spoken(f"{head} · {due}", *lines), (said, actions(taps)) if taps else (said,))


def _counts(reply: StandingShown) -> str:
    parts = [
        f"{_word(words, reply)} {len(found)}"
        for stage, words in _WORDS
        if (found := reply.standing.of(stage)) or stage is Stage.READY
    ]
    idle, waiting = _unstarted(reply), _waiting(reply)
    parts += [f"not answered: {_names(left, _MOST_NAMES)}"] if (left := _left_out(reply)) else []
    parts += [f"not started: {_names(idle, _MOST_NAMES)}"] if idle else []
    parts += [f"no check yet: {_names(waiting, _MOST_NAMES)}"] if waiting else []
    return " · ".join([parts[0].capitalize(), *parts[1:]])


def _by_name(reply: StandingShown) -> list[str]:
    """Every stage with the names of who is at it."""
    told = [(words, reply.standing.of(stage)) for stage, words in _WORDS]
    told += [("not started", _unstarted(reply)), ("no check yet", _waiting(reply))]
    told += [("not answered", _left_out(reply))]
    lines = [f"{_word(words, reply).capitalize()}: {_names(found, _ALL_NAMES)}" for words, found in told if found]
    return lines if reply.standing.of(Stage.READY) else ["Nobody is ready yet.", *lines]


def _word(words: str, reply: StandingShown) -> str:
    """What a stage is called: only enablement reads answers."""
    return words if reply.trains else words.replace("for you to read", "handed in")


def _names(people: tuple[PersonStanding, ...], most: int) -> str:
    """First names; whole ones where two share one."""
    first = [each.name.split()[0] for each in people]
    told = [name if first.count(name) == 1 else each.name for name, each in zip(first, people, strict=True)]
    return listed([short(name, _NAME) for name in told], most, ", ")


def _unstarted(reply: StandingShown) -> tuple[PersonStanding, ...]:
    return tuple(each for each in reply.standing.of(Stage.NOT_STARTED) if each.asked)


def _waiting(reply: StandingShown) -> tuple[PersonStanding, ...]:
    over = reply.standing.cohort.ended_on is not None
    return () if over else tuple(each for each in reply.standing.of(Stage.NOT_STARTED) if not each.asked)


def _left_out(reply: StandingShown) -> tuple[PersonStanding, ...]:
    """Of a cohort that was ended, who answered nothing."""
    return reply.standing.of(Stage.NOT_STARTED) if reply.standing.cohort.ended_on is not None else ()


def _weak(reply: StandingShown) -> list[str]:
    prompts = dict(reply.cards)
    lines = []
    if (missed := reply.missed) is not None and missed.card in prompts:
        where = "" if missed.in_check else f", in practice{as_of(missed.on)}"
        lines.append(
            f"Most missed: “{_line(prompts[missed.card])}”: {missed.missed} of {missed.people} miss"
            f" “{short(missed.point, _POINT)}”{where}"
        )
    if (suspect := reply.suspect) is not None and suspect.card in prompts:
        lines.append(f"Suspect question: “{_line(prompts[suspect.card])}”: {suspect.pressed} pressed “I did say that”")
    if reply.gap is not None:
        topic, askers = reply.gap
        lines.append(f"In no guide: {short(topic, _TOPIC)}, asked by {askers}")
    return lines


def _line(prompt: str) -> str:
    """A question in a line: of one that quotes another what is quoted, since how it begins is the same for many."""
    found = _QUOTED_FIRST.match(prompt) or _QUOTING.match(prompt)
    if found is None or len(prompt) <= _PROMPT:
        return short(prompt.strip('"“” '), _PROMPT)
    lead = next((f"{called}: " for word, called in _LEADS if word in found["lead"].casefold()), "")
    return short(f"{lead}{found['said']}", _PROMPT)


def _taps(reply: StandingShown) -> list[Block]:
    key = {"cohort": reply.standing.cohort.id}
    to_read = len(reply.standing.of(Stage.TO_READ))
    idle, waiting = _unstarted(reply), _waiting(reply)
    prompts = dict(reply.cards)
    taps = [button(f"Review {to_read}", "review_check", key, "primary")] if to_read else []
    taps += [button(f"Send to {len(waiting)}", "send_check", key)] if waiting else []
    taps += [button(f"Remind {_names(idle, 1)}", "remind_check", key)] if idle else []
    if reply.suspect is not None and reply.suspect.card in prompts:
        taps.append(button("Edit question", "see_card", {"card": reply.suspect.card}))
    taps += [button("Write guide", "write_guide", {"topic": reply.gap[0]})] if reply.gap else []
    taps += [button("Sign-off list", "sign_off_list", key)]
    return taps if reply.standing.cohort.ended_on is not None else [*taps, button("End", "ask_end_cohort", key)]
