"""What enablement is shown of cohorts, cards and checks, and what those are told who are in one."""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from dealbot.app.card import short
from dealbot.app.chat.of_enabling import (
    AnswersToRead,
    CardShown,
    CheckSent,
    CohortSet,
    EndToConfirm,
    FileToMake,
    GapsShown,
    LookedThrough,
    MockToScore,
    OfEnabling,
    StandingShown,
    VerdictSigned,
    WhichCard,
    WhichCohort,
)
from dealbot.app.practice.reminding import Reminder, ReminderKind
from dealbot.app.wording import counted, listed, weekday
from dealbot.slack.views.cohort_standing import standing_shown
from dealbot.slack.views.handed_in import answers_shown
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import Block, actions, button, escape, section, spoken
from dealbot.slack.views.practice_parts import hand_in_taps

_PROMPT, _POINT, _SOURCE, _TITLE, _NAME = 400, 160, 120, 60, 60
_MOST_NAMES, _MOST_DECKS, _MOST_COHORTS = 8, 4, 5
_LONGEST = 250


def shown_of_enabling(reply: OfEnabling) -> Message:
    """How a reply to enablement looks."""
    match reply:
        case AnswersToRead():
            return answers_shown(reply)
        case StandingShown():
            return standing_shown(reply)
        case EndToConfirm() | WhichCohort():
            return _about_cohort(reply)
        case CohortSet() | CardShown() | WhichCard() | LookedThrough():
            return _before_a_check(reply)
        case VerdictSigned() | CheckSent() | MockToScore() | GapsShown() | FileToMake():
            return _short(reply)
    assert_never(reply)


def _about_cohort(reply: EndToConfirm | WhichCohort) -> Message:
    if isinstance(reply, EndToConfirm):
        return _end(reply)
    taps = [
        button(short(each.name, _TITLE), f"which_cohort_{at}", {"cohort": each.id, "text": reply.text[:_LONGEST]})
        for at, each in enumerate(reply.cohorts[:_MOST_COHORTS])
    ]
    return message("Which cohort?", [], taps)


def _end(reply: EndToConfirm) -> Message:
    """What happens when a cohort or its check is ended, before it does."""
    title = short(reply.title, _TITLE)
    head = f"Cancel the check of {title}?" if reply.check else f"End the cohort {title}?"
    names = listed([short(each.name, _NAME) for each in reply.people], _MOST_NAMES, ", ")
    lines = [f"Open questions close, with a word to {names}." if reply.people else "No questions are open."]
    lines += [f"What was answered{' and signed' if reply.signed else ''} stays, reminders stop."]
    lines += ["The cohort stays: send it another check any time." if reply.check else "It can be read, not changed."]
    name, act = ("Cancel the check", "cancel_check") if reply.check else ("End it", "end_cohort")
    key = {"cohort": reply.cohort}
    return message(head, lines, [button(name, act, key, "danger"), button("Keep it", "cohort_standing", key)])


def _before_a_check(reply: CohortSet | CardShown | WhichCard | LookedThrough) -> Message:
    match reply:
        case CohortSet():
            return _cohort(reply)
        case CardShown():
            return _card(reply)
        case WhichCard():
            return _which_card(reply)
        case LookedThrough():
            return _looked_through(reply)
    assert_never(reply)


def _short(reply: VerdictSigned | CheckSent | MockToScore | GapsShown | FileToMake) -> Message:
    match reply:
        case VerdictSigned():
            return _signed(reply)
        case CheckSent():
            head, *lines = reply.head.split("\n")
            return message(head, lines, [button("How is it going?", "cohort_standing", {"cohort": reply.cohort})])
        case MockToScore():
            value = {"cohort": reply.cohort, "person": reply.person.id}
            head = f"{short(reply.person.name, _NAME)}, {short(reply.title, _TITLE)}: live mock"
            taps = [button("Score", "score_mock", value, "primary")]
            return message(head, ["Four things, 1 to 5, and your words."], taps)
        case GapsShown():
            return _gaps(reply)
        case FileToMake():
            head, *lines = reply.text.split("\n")
            return message(head, lines, [])
    assert_never(reply)


def _cohort(reply: CohortSet) -> Message:
    cohort, key = reply.cohort, {"cohort": reply.cohort.id, "key": f"cohort:{reply.cohort.id}"}
    due = weekday(cohort.due_on, reply.on)
    head = f"{reply.head}: cohort {short(cohort.name, _TITLE)} · due {due}"
    names = listed([short(each.name, _NAME) for each in reply.people], _MOST_NAMES, ", ")
    lines = [f"{counted(len(reply.people), 'person', 'people')}: {names}"]
    lines += [f"From: {listed([short(title, _TITLE) for title in reply.decks], _MOST_DECKS, ', ')}"]
    if reply.waiting:
        some = listed([short(each.name, _NAME) for each in reply.waiting], _MOST_NAMES, ", ")
        unsent = "Nothing is sent yet" if len(reply.waiting) == len(reply.people) else f"Not sent yet to: {some}"
        lines += [f"{counted(reply.questions, 'question')} each. {unsent}."]
    moved = [each for each in reply.told if each.kind is not ReminderKind.ENDED]
    lines += [f"Told of the new day: {len(moved)}."] if moved else []
    lines += [f"Told that nothing more is asked: {len(reply.told) - len(moved)}."] if moved != list(reply.told) else []
    taps = [button("Look through", "look_through", key)]
    taps += [button(f"Send to {len(reply.waiting)}", "send_check", key, "primary")] if reply.waiting else []
    taps += [button("End", "ask_end_cohort", key)]
    return message(head, lines, taps)


def _card(reply: CardShown) -> Message:
    card = reply.card
    place = f"{reply.number} of {reply.total} · " if reply.number else ""
    head = f"{place}{short(reply.of, _TITLE)}" + (f" · {short(card.category, _TITLE)}" if card.category else "")
    told = [reply.head] if reply.head else []
    asks = [short(card.prompt, _PROMPT)]
    if reply.off and reply.head:
        return message(reply.head, asks, [button("Back on", "card_on", _value(reply))])
    source = " › ".join((card.source.title, *card.source.heading[:1]))
    lines = [*told, *asks, *_answer(reply), f"From: {short(source, _SOURCE)}"]
    lines += ["Switched off: nobody is asked it."] if reply.off else []
    return message(head, lines, _card_taps(reply))


def _which_card(reply: WhichCard) -> Message:
    lines = [f"{at}. {short(card.prompt, _POINT)}" for at, card in enumerate(reply.cards, 1)]
    taps = [button(str(at), f"see_card_{at}", {"card": card.id}) for at, card in enumerate(reply.cards, 1)]
    return message(f"Which of these {reply.found}? Tap it, or say more of its words.", lines, taps)


def _answer(reply: CardShown) -> list[str]:
    card = reply.card
    if card.choices:
        return [f"{'✓' if each in card.accepted else '•'} {short(each, _POINT)}" for each in card.choices]
    if card.accepted:
        return [f"Answer: {short(' / '.join(card.accepted), _POINT)}"]
    points = [f"• {short(point, _POINT)}" for point in card.points]
    head = ["A good answer:"] if points else []
    return [*head, *points, *(f"Pitfall: {short(each, _POINT)}" for each in card.pitfalls[:2])]


def _value(reply: CardShown) -> dict[str, str]:
    return {"card": reply.card.id, "key": reply.key}


def _card_taps(reply: CardShown) -> list[Block]:
    value = _value(reply)
    if reply.off:
        return [button("Back on", "card_on", value)]
    taps = [button("Edit", "edit_card", value), button("Switch off", "card_off", value)]
    return [button("OK", "keep_card", value, "primary"), *taps] if reply.number else taps


def _looked_through(reply: LookedThrough) -> Message:
    head = f"That was all: {counted(reply.total, 'card')} of {short(reply.of, _TITLE)}."
    taps = []
    if reply.cohort is not None and reply.waiting:
        taps = [button(f"Send to {reply.waiting}", "send_check", {"cohort": reply.cohort}, "primary")]
    return message(head, [], taps)


def _signed(reply: VerdictSigned) -> Message:
    head = f"Signed: {short(reply.person.name, _NAME)}, {reply.verdict.words}. They are told."
    key = {"cohort": reply.cohort}
    taps = [button(f"Next to read ({reply.left})", "review_check", key, "primary")] if reply.left else []
    taps += [button("How is it going?", "cohort_standing", key)]
    return message(head, [f"Your word to them: “{reply.note}”"] if reply.note else [], taps)


def _gaps(reply: GapsShown) -> Message:
    shown = reply.gaps[:5]
    lines = [f"• {short(topic, _TITLE)}, asked by {askers}: “{short(example, 90)}”" for topic, askers, example in shown]
    taps = [
        button(short(f"Write: {topic}", 70), f"write_guide_{number}", {"topic": topic})
        for number, (topic, _, _) in enumerate(shown)
    ]
    return message(f"Asked and in no guide: {counted(len(reply.gaps), 'topic')}", lines, taps)


def announced(told: Reminder, on: date) -> Message:
    """A check as it is announced to somebody who is to answer it, or reminded of."""
    due = f", due {weekday(told.due_on, on)}" if told.due_on is not None else ""
    title, count = short(told.cohort, _TITLE), counted(told.left, "question")
    if told.kind is ReminderKind.ENDED:
        lines = ["Nothing more is asked of it. What you handed in stays, and what was signed."]
        return message(f"Your check {title} was ended by enablement", lines, [])
    if told.kind is ReminderKind.ANNOUNCED:
        head = f"A check for you: {title}{due}"
        lines = [f"{count}. Enablement reads your answers and signs ready or not yet."]
        lines += ["Your own practice stays private: nobody else reads it."]
    else:
        head = f"Still open: your check {title}{due}"
        lines = [f"{count} to go. You can stop and go on any time."]
    if not told.left:
        return message(head, ["All is answered, not handed in."], hand_in_taps(told.check))
    return message(head, lines, [button("Start", "practice_check", {"check": told.check}, "primary")])


def verdict_told(told: VerdictSigned) -> Message:
    """A verdict as the one is told who was signed."""
    ready = told.verdict.words == "ready"
    head = f"{told.verdict.words.capitalize()}: {short(told.title, _TITLE)}, signed by {short(told.by, _NAME)}"
    lines = [f"“{told.note}”"] if told.note else []
    lines += [] if ready else ["Practise on your own as much as you like: that stays private."]
    return message(head, lines, [])


def message(head: str, lines: Sequence[str], taps: Sequence[Block]) -> Message:
    """A message of a bold headline, lines and a row of buttons."""
    said = section("\n".join([f"*{escape(head)}*", *map(escape, lines)]))
    return Message(spoken(head, *lines), (said, actions(taps)) if taps else (said,))
