"""The messages of a check to whoever answers it: what is to be handed in, and what is made of it."""

from dealbot.app.card import short
from dealbot.app.chat.of_practice import CheckMarks, HandedIn, MarkStands, ToHandIn
from dealbot.app.practice.handing_in import Owed
from dealbot.app.wording import counted, weekday
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.mark import Mark, PointState
from dealbot.domain.practice.schedule import KNOWN
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import button, context, escape, sections, spoken
from dealbot.slack.views.practice_parts import built, hand_in_taps, quoted, source_words

_SEAT, _NOTE = 60, 200


def handed_in(reply: HandedIn) -> Message:
    """That a check is handed in, and what comes next."""
    one = reply.owed
    title = short(one.title, _SEAT)
    on = f" on {weekday(one.handed_in.date(), reply.today)}" if reply.before and one.handed_in is not None else ""
    head = f"Handed in{on}: {title}, {counted(one.answered, 'answer')}"
    lines = [head, _next_of(one)]
    taps = [button("How I did", "practice_check_marks", {"check": one.check.id})]
    return built("Your check is handed in", lines, taps=[taps])


def _next_of(one: Owed) -> str:
    """What comes after a check was handed in."""
    if one.signed is None:
        return "Enablement reads them and signs ready or not yet; then I write you."
    note = f": “{short(one.signed.note, _NOTE)}”" if one.signed.note else "."
    return f"Enablement signed: {one.signed.verdict.words}{note}"


def to_hand_in(reply: ToHandIn) -> Message:
    """That a check is answered and waits to be handed in."""
    head = f"Your check {short(reply.title, _SEAT)} is answered, not handed in."
    return built(head, [head, "Hand it in?"], taps=[hand_in_taps(reply.check)], bold=False)


def check_marks(reply: CheckMarks) -> Message:
    """How somebody did in a check, once it is handed in."""
    lines = [
        line for number, (card, kept) in enumerate(reply.answers, 1) for line in _of_check(number, card, kept.mark)
    ]
    blocks = sections("\n".join(["*How you did*", *map(escape, lines)]))
    return Message(spoken("Your check", "How you did", *lines), (*blocks, context("Enablement's word wins.")))


def _of_check(number: int, card: Card, mark: Mark) -> list[str]:
    met = len(mark.of(PointState.MET))
    told = f"covered {met} of {len(mark.points)}" if mark.points else "right" if mark.rating in KNOWN else "not right"
    missed = [f"    Not yet: {quoted(each.point, 100)}" for each in mark.of(PointState.MISSED)[:1]]
    return [f"{number}. {quoted(card.prompt, 70)}: {told} {source_words(card.source)}", *missed]


def mark_stands(reply: MarkStands) -> Message:
    """That a mark stands though its message was changed."""
    taps = [button("Again", "practice_again", {"review": reply.review})]
    return built(reply.text, [reply.text], taps=[taps], bold=False)
