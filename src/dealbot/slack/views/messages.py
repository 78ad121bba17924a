"""The messages: the card after a note, answers, what was set right, and the questions in between."""

from collections.abc import Sequence
from typing import assert_never

from dealbot.app.card import LINE, change_lines, day_text, fitting, headline, notices, short
from dealbot.app.chat.first_run import FIRST
from dealbot.app.chat.of_enabling import OfEnabling
from dealbot.app.chat.of_practice import OfPractice
from dealbot.app.chat.replies import (
    Answered,
    CallSeen,
    ChampionLost,
    ExposuresSet,
    Fixed,
    ManagerTold,
    NoteCard,
    NoteDated,
    NoteOrQuestion,
    NotePlaced,
    OfChampions,
    OfFiles,
    Plain,
    QuestionsSent,
    Reply,
    Seen,
    Settling,
    SeveralCalls,
    WhichDeal,
)
from dealbot.app.lessons import lesson_line
from dealbot.app.set_right import done_words, holds_for_now, lines_of
from dealbot.app.wording import counted
from dealbot.domain.changes import Change, ChangeKind
from dealbot.domain.signal import SignalKind
from dealbot.slack.views.answers import answer_shown, deal_buttons
from dealbot.slack.views.asking_owners import to_asker
from dealbot.slack.views.champions import shown_of_champions
from dealbot.slack.views.drops import shown_of_files
from dealbot.slack.views.enabling import shown_of_enabling
from dealbot.slack.views.exposures import exposures_set
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import Block, actions, button, context, escape, section, spoken
from dealbot.slack.views.practice import shown_of_practice
from dealbot.slack.views.settling import settling

_FACTS = frozenset({ChangeKind.PERSON, ChangeKind.STEP, ChangeKind.PHASE, ChangeKind.PATH})
_KEPT_BACK = "Where people stand is kept for the deal's team."
_HINT = "reply here to fix or add"
_HOLDS = "Until they say otherwise."
_AGREED = "Two people set this right the same way: use it for all deals?"


def message_of(reply: Reply) -> Message | None:
    """How a reply looks; None where nothing is said."""
    if isinstance(reply, Seen):
        return None
    if isinstance(reply, QuestionsSent):
        return to_asker(reply.asks, ())
    if isinstance(reply, Settling | OfFiles | OfPractice | OfEnabling):
        return _of_its_own(reply)
    if isinstance(reply, NoteCard | Answered | Fixed | ExposuresSet | NotePlaced | NoteDated):
        return _of_something_done(reply)
    if isinstance(reply, ChampionLost | ManagerTold):
        return _champions(reply)
    return _asking(reply)


def _of_its_own(reply: Settling | OfFiles | OfPractice | OfEnabling) -> Message:
    if isinstance(reply, OfPractice):
        return shown_of_practice(reply)
    if isinstance(reply, OfEnabling):
        return shown_of_enabling(reply)
    return settling(reply) if isinstance(reply, Settling) else shown_of_files(reply)


def _champions(reply: OfChampions) -> Message:
    lost = reply.lost if isinstance(reply, ManagerTold) else reply
    note = lost.loss.told.note
    return Message(*shown_of_champions(reply), (note,) if note else (), quiet=lost.shared)


def _of_something_done(reply: NoteCard | Answered | Fixed | ExposuresSet | NotePlaced | NoteDated) -> Message:
    match reply:
        case NoteCard():
            return _card(reply)
        case Answered():
            return answer_shown(reply)
        case Fixed():
            return _fixed(reply)
        case ExposuresSet():
            return exposures_set(reply)
        case NotePlaced():
            return _placed(reply)
        case NoteDated():
            return _dated(reply)
    assert_never(reply)


def _asking(reply: WhichDeal | SeveralCalls | NoteOrQuestion | Plain) -> Message:
    match reply:
        case WhichDeal():
            return _which(reply)
        case SeveralCalls():
            return _several(reply)
        case NoteOrQuestion():
            return _note_or_question()
        case Plain():
            return _plain(reply)
    assert_never(reply)


def _card(card: NoteCard) -> Message:
    logged, question = card.logged, card.logged.question
    changes = _tellable(logged.changes, shared=card.shared)
    first = f"Saved to {logged.deal}: {counted(len(changes), 'change')}" + (", 1 question" if question else "")
    if not logged.changes and (logged.duplicate or card.again):
        text = f"{'Read again' if card.again else 'Already saved'}, {logged.deal}: nothing changed."
        return Message(text, (section(escape(text)),), (logged.note,))
    head = [headline(logged), *notices(logged)]
    foot = [_KEPT_BACK] if len(changes) < len(logged.changes) else []
    foot += [question.text] if question else []
    lines = fitting(change_lines(changes, logged.state, logged.author), [*head, *foot, _HINT])
    lines += foot[:1] if len(changes) < len(logged.changes) else []
    where, _, rest = head[0].partition(" · ")
    told = [f"*{escape(where)}* · {escape(rest)}", *(escape(line) for line in (*head[1:], *lines))]
    blocks = [section("\n".join(told))]
    if question:
        blocks += [section(escape(question.text)), _choices(card)]
    blocks += [_below(card), context(_HINT)]
    asked = (question.text, " / ".join(card.choices)) if question else ()
    return Message(spoken(first, *head, *lines, *asked), tuple(blocks), (logged.note,))


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
    day = (("Change day", "change_day"),) if card.dated else ()
    return actions(button(text, action, named) for text, action in (*taps, *day))


def _tellable(changes: Sequence[Change], *, shared: bool) -> tuple[Change, ...]:
    """The changes that may be read where this is shown: in a public channel facts only."""
    return tuple(change for change in changes if not shared or change.what in _FACTS or _is_ehr(change))


def _is_ehr(change: Change) -> bool:
    return change.what is ChangeKind.SIGNAL and (change.after or "").startswith(f"{SignalKind.EHR}:")


def _fixed(fixed: Fixed) -> Message:
    corrected = fixed.corrected
    head = f"{'Set back' if fixed.undone else done_words(corrected)}, {corrected.deal}"
    lines = lines_of(corrected) or change_lines(corrected.changes, corrected.state) or ["It is as it was before."]
    kept = fitting([f"• {line.removeprefix('• ')}" for line in lines], [head, _HOLDS])
    kept += [lesson_line(each.lesson) for each in corrected.learnt]
    blocks = [section("\n".join([f"*{escape(head)}*", *map(escape, kept)]))]
    if corrected.keys and not fixed.undone:
        value = {"deal": corrected.deal, "keys": list(corrected.keys)}
        lessons = {"keys": [each.key for each in corrected.learnt]}
        learnt = [button("Don't", "dont_learn", lessons)] if corrected.learnt else []
        blocks.append(actions([button("Undo", "undo_fix", value), *learnt]))
        blocks += [context(_HOLDS)] if holds_for_now(corrected) else []
    offered = [each.key for each in corrected.learnt if each.offered]
    blocks += _for_all(offered) if offered else []
    asked = [_AGREED] if offered else []
    return Message(spoken(head, *kept, *asked), tuple(blocks), quiet=fixed.shared)


def _for_all(lessons: Sequence[int]) -> list[Block]:
    value = {"keys": list(lessons)}
    return [section(_AGREED), actions([button("Yes", "for_all_deals", value), button("No", "for_this_deal", value)])]


def _placed(reply: NotePlaced) -> Message:
    placed = reply.placed
    if placed.after is None:
        head = f"Taken back: the note no longer counts for {placed.before}."
        undo = [button("Put it back", "put_back", {"note": placed.note, "deal": placed.before})]
    elif placed.after == placed.before:
        head, undo = f"Put back: the note counts for {placed.after} again.", []
    else:
        head = f"Moved to {placed.after}. Out of {placed.before}, its answers too."
        undo = [button("Undo", "move_back", {"note": placed.note, "deal": placed.before, "from": placed.after})]
    said = section(f"*{escape(head)}*")
    elsewhere = placed.after is not None and placed.after != placed.before
    return Message(head, (said, actions(undo)) if undo else (said,), quiet=reply.shared or elsewhere)


def _dated(reply: NoteDated) -> Message:
    dated = reply.dated
    before, after = (day_text(day, dated.state.as_of) for day in (dated.before, dated.after))
    head = f"{'Set back' if reply.undone else 'Changed'}, {dated.deal}: call of {after}, not {before}"
    lines = fitting(change_lines(dated.changes, dated.state), [head])
    blocks = [section("\n".join([f"*{escape(head)}*", *map(escape, lines)]))]
    if not reply.undone:
        value = {"note": dated.note, "deal": dated.deal, "on": dated.before.isoformat()}
        blocks.append(actions([button("Undo", "undo_day", value)]))
    return Message(spoken(head, *lines), tuple(blocks), (dated.note,), quiet=reply.shared)


def _several(reply: SeveralCalls) -> Message:
    deals = list(dict.fromkeys(call.deal for call in reply.calls))
    where = f", {short(deals[0], 40)}" if len(deals) == 1 and deals[0] else ""
    head = f"{len(reply.calls)} calls in one message{where}"
    ask = "Save each on its own day? Nothing is saved yet."
    named = [call.deal if len(deals) > 1 else None for call in reply.calls]
    lines = [_call(call, deal) for call, deal in zip(reply.calls, named, strict=True)]
    value = {"note": reply.note}
    taps = [button("Save all", "save_all", value, "primary"), button("One note", "one_note", value)]
    said = section("\n".join([f"*{escape(head)}*", *map(escape, lines), ask]))
    return Message(spoken(head, *lines, ask, "Save all / One note"), (said, actions(taps)))


def _call(call: CallSeen, deal: str | None) -> str:
    day = f"{call.on:%a} {call.on.day} {call.on:%b}"
    return short(" · ".join(part for part in (f"• {day}", deal, ", ".join(call.who[:2])) if part), LINE)


def _which(reply: WhichDeal) -> Message:
    if reply.moving:
        return _asking_which("Which deal does the note belong to?", _move_buttons(reply))
    if reply.first and reply.new is None:
        text = f"It is kept, but which hospital is it? {FIRST}"
        return Message(text, (section(escape(text)),))
    buttons = deal_buttons(reply.choices, reply.note)
    if reply.new is not None:
        value = {"deal": reply.new, "note": reply.note}
        buttons.append(button(f"New deal: {reply.new}", "choose_deal_new", value, "primary"))
    return _asking_which("Which deal is this about? It is kept until you say.", buttons)


def _asking_which(text: str, buttons: Sequence[Block]) -> Message:
    offered = " / ".join(made["text"]["text"] for made in buttons)
    said = section(text)
    return Message(spoken(text, offered), (said, actions(buttons)) if buttons else (said,))


def _move_buttons(reply: WhichDeal) -> list[Block]:
    return [
        button(deal, f"move_to_{number}", {"note": reply.note, "deal": deal})
        for number, deal in enumerate(reply.choices)
    ]


def _note_or_question() -> Message:
    text = "Is that a note to keep, or a question? Nothing is saved yet."
    return Message(text, (section(text), actions([button("Log it", "log_it"), button("I'm asking", "asking")])))


def _plain(reply: Plain) -> Message:
    blocks = [section(escape(reply.text))]
    if reply.note is not None:
        blocks.append(actions([button("Correct", "correct", {"note": reply.note})]))
    return Message(reply.text, tuple(blocks), quiet=True)
