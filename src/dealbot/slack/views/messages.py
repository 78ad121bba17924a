"""The messages: the card after a note, answers, what was set right, and the questions in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from dealbot.app.card import change_lines, fitting, headline, notices
from dealbot.app.chat.replies import (
    Answered,
    Fixed,
    NoteCard,
    NoteOrQuestion,
    NotePlaced,
    Plain,
    Reply,
    Seen,
    WhichDeal,
)
from dealbot.app.wording import counted
from dealbot.domain.changes import Change, ChangeKind
from dealbot.domain.evidence import Evidence
from dealbot.slack.views.parts import Block, actions, button, context, escape, section, spoken

_FACTS = frozenset({ChangeKind.PERSON, ChangeKind.STEP, ChangeKind.SIGNAL, ChangeKind.PHASE, ChangeKind.GONE})
_NUANCE = "Only you see this: where people stand is for the deal's team."
_HINT = "reply here to fix or add"
_MOST_SOURCES = 20
_ROOM_FOR_SOURCES = 1_500
FIRST = "Tell me about one call this week; start with the hospital's name, such as “Lakeshore: met Dana Ruiz, CFO …”."


@dataclass(frozen=True, slots=True)
class Message:
    """A message: its plain text says everything, the blocks show it; `quiet` is for the person alone."""

    text: str
    blocks: tuple[Block, ...] = ()
    about: tuple[str, ...] = ()
    quiet: bool = False


def message_of(reply: Reply) -> Message | None:
    """How a reply looks; None where nothing is said."""
    if isinstance(reply, Seen):
        return None
    if isinstance(reply, NoteCard | Answered | Fixed | NotePlaced):
        return _of_something_done(reply)
    return _asking(reply)


def _of_something_done(reply: NoteCard | Answered | Fixed | NotePlaced) -> Message:
    match reply:
        case NoteCard():
            return _card(reply)
        case Answered():
            return _answer(reply)
        case Fixed():
            return _fixed(reply)
        case NotePlaced():
            return _placed(reply)
    assert_never(reply)


def _asking(reply: WhichDeal | NoteOrQuestion | Plain) -> Message:
    match reply:
        case WhichDeal():
            return _which(reply)
        case NoteOrQuestion():
            return _note_or_question()
        case Plain():
            return _plain(reply)
    assert_never(reply)


def _card(card: NoteCard) -> Message:
    logged, question = card.logged, card.logged.question
    changes = _tellable(logged.changes, shared=card.shared)
    first = f"Saved to {logged.deal}: {counted(len(changes), 'change')}" + (", 1 question" if question else "")
    if logged.duplicate and not logged.changes:
        text = f"Already saved to {logged.deal}: nothing changed."
        return Message(text, (section(escape(text)),), (logged.note,))
    head = [headline(logged), *notices(logged)]
    foot = [question.text] if question else []
    lines = fitting(change_lines(changes, logged.state, logged.author), [*head, *foot, _HINT])
    where, _, rest = head[0].partition(" · ")
    told = [f"*{escape(where)}* · {escape(rest)}", *(escape(line) for line in (*head[1:], *lines))]
    blocks = [section("\n".join(told))]
    if question:
        blocks += [section(escape(question.text)), _choices(card)]
    blocks += [_below(card), context(_HINT)]
    return Message(spoken(first, *head, *lines, *foot), tuple(blocks), (logged.note,))


def _choices(card: NoteCard) -> Block:
    note = card.logged.note
    return actions(
        button(choice, f"choose_answer_{number}", {"note": note, "words": choice})
        for number, choice in enumerate(card.choices)
    )


def _below(card: NoteCard) -> Block:
    named = {"note": card.logged.note, "deal": card.logged.deal}
    other = "Other deal" if card.carried else "Wrong deal?"
    taps = ((other, "wrong_deal"), ("Words", "words_of_note"), ("Correct", "correct"), ("Undo", "undo_note"))
    return actions(button(text, action, named) for text, action in taps)


def _tellable(changes: Sequence[Change], *, shared: bool) -> tuple[Change, ...]:
    """The changes that may be read where this is shown: in a public channel facts only."""
    return tuple(change for change in changes if not shared or change.what in _FACTS)


def _answer(answered: Answered) -> Message:
    answer = answered.answer
    head = f"({escape(answered.deal)})" if answered.carried and answered.deal else ""
    blocks = [section("\n".join(part for part in (head, _emphasised(answer.text)) if part))]
    if answered.choices:
        blocks.append(_deals(answered.choices))
    elif answered.deal is not None and answer.sources:
        sources = {"deal": answered.deal, "said": _places(answer.sources)}
        blocks.append(actions([button("Words", "words", sources)]))
    if answered.shared:
        blocks.append(context(_NUANCE))
    notes = tuple(dict.fromkeys(source.note for source in answer.sources if source.note))
    return Message(answer.text, tuple(blocks), notes, quiet=answered.shared)


def _emphasised(text: str) -> str:
    """An answer with its first line in bold."""
    first, _, rest = text.partition("\n")
    told = f"*{escape(first)}*" if rest else escape(first)
    return "\n".join(part for part in (told, escape(rest)) if part)


def _places(sources: Sequence[Evidence]) -> list[list[Any]]:
    """Where the words stand, as short as a button needs it."""
    places: list[list[Any]] = []
    room = _ROOM_FOR_SOURCES
    for source in sources[:_MOST_SOURCES]:
        place = [source.note, source.span.start, source.span.end]
        room -= len(source.note) + 16
        if room < 0:
            break
        places.append(place)
    return places


def _fixed(fixed: Fixed) -> Message:
    corrected = fixed.corrected
    changes = _tellable(corrected.changes, shared=fixed.shared)
    lines = change_lines(changes, corrected.state)
    head = f"{'Set back' if fixed.undone else 'Changed'}, {corrected.deal}"
    if not lines:
        lines = ["It was so already, or a later statement counts." if not fixed.undone else "Nothing else changes."]
    kept = fitting(lines, [head])
    blocks = [section("\n".join([f"*{escape(head)}*", *map(escape, kept)]))]
    if corrected.keys and not fixed.undone:
        value = {"deal": corrected.deal, "keys": list(corrected.keys)}
        blocks += [actions([button("Undo", "undo_fix", value)]), context("Holds until they say otherwise.")]
    return Message(spoken(f"{head}: {counted(len(changes), 'change')}", *kept), tuple(blocks))


def _placed(reply: NotePlaced) -> Message:
    placed = reply.placed
    if placed.after is None:
        head = f"Taken back: the note no longer counts for {placed.before}."
        undo = button("Put it back", "put_back", {"note": placed.note, "deal": placed.before})
    else:
        head = f"Moved to {placed.after}. Out of {placed.before}, its answers too."
        undo = button("Undo", "move_back", {"note": placed.note, "deal": placed.before, "from": placed.after})
    return Message(head, (section(f"*{escape(head)}*"), actions([undo])))


def _which(reply: WhichDeal) -> Message:
    if reply.moving is not None:
        text = "Which deal does the note belong to?"
        value = {"note": reply.moving}
        offered = [button(deal, f"move_to_{n}", value | {"deal": deal}) for n, deal in enumerate(reply.choices)]
        return Message(text, (section(text), actions(offered)) if offered else (section(text),))
    if reply.first and reply.new is None:
        return Message(f"Kept. {FIRST}", (section(escape(f"Kept. {FIRST}")),))
    text = "Which deal is this about? It is kept until you say."
    buttons = _deal_buttons(reply.choices)
    if reply.new is not None:
        buttons.append(button(f"New deal: {reply.new}", "choose_deal_new", {"deal": reply.new}, "primary"))
    return Message(text, (section(text), actions(buttons)) if buttons else (section(text),))


def _deals(choices: Sequence[str]) -> Block:
    return actions(_deal_buttons(choices))


def _deal_buttons(choices: Sequence[str]) -> list[Block]:
    return [button(deal, f"choose_deal_{number}", {"deal": deal}) for number, deal in enumerate(choices)]


def _note_or_question() -> Message:
    text = "Is that a note to keep, or a question? Nothing is saved yet."
    return Message(text, (section(text), actions([button("Log it", "log_it"), button("I'm asking", "asking")])))


def _plain(reply: Plain) -> Message:
    blocks = [section(escape(reply.text))]
    if reply.note is not None:
        blocks.append(actions([button("Correct", "correct", {"note": reply.note})]))
    return Message(reply.text, tuple(blocks), quiet=True)
