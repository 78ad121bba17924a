"""How a marked answer looks: what it covers, what not yet and where that stands; within what a phone shows."""

from collections.abc import Mapping, Sequence
from typing import Any

from dealbot.app.card import short
from dealbot.app.chat.of_practice import Kept, Marked, Recounted, WhichPoint, Whole
from dealbot.app.practice.answering import Answered
from dealbot.app.practice.mark_text import NO_MODEL_ANSWER, covered_words
from dealbot.domain.knowledge import plain
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.keyed import slip_in
from dealbot.domain.practice.mark import Mark, PointMark, PointState
from dealbot.domain.practice.review import KeptReview
from dealbot.domain.practice.schedule import KNOWN
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import Block, actions, button, escape, menu, section, sections, spoken
from dealbot.slack.views.practice_parts import LETTERS, built, fitting_wide, hand_in_taps, quoted, source_words

_WIDE = 140
_MOST_COVERED = 3
_BUTTON = 60
_MOST_MISSED = 2
_OWN = ("I did say that", "Count mine as right")
_Entry = tuple[str, str, Mapping[str, Any]]
_WHOLE = 2_400


def marked(reply: Marked) -> Message:
    """An answer as it was marked."""
    answered = reply.answered
    session, kept = answered.session, answered.review
    where = f" {session.position} of {session.of}" if session is not None else ""
    lines = fitting_wide(lambda width: _lines(answered, width))
    following = _next(kept.id) if answered.then is not None else []
    return built(f"Your answer{where} was read", lines, taps=[_taps(answered.card, kept, following)])


def recounted(reply: Recounted) -> Message:
    """A mark after its person's own word."""
    kept, points = reply.review, reply.review.mark.points
    head = f"Counted: covered {len(kept.mark.of(PointState.MET))} of {len(points)}" if points else _counted_whole(kept)
    asked = next((each for each in points if each.state is PointState.UNSURE), None)
    lines = [head, *([f"Did you say this? {quoted(asked.point, _WIDE)}"] if asked else [])]
    return built("Your word is counted", lines, taps=[[*_unsure(kept), *([] if reply.over else _next(kept.id))]])


def _counted_whole(kept: KeptReview) -> str:
    if kept.mark.rating not in KNOWN:
        return "Counted as not yet: it comes again soon"
    return "Counted as right" if kept.review.kind.keyed else "Counted as good: it comes again later"


def which_point(reply: WhichPoint) -> Message:
    """Asks which point was said after all."""
    head = "Which one did you say?"
    lines = [f"{number}. {quoted(each.point, 110)}" for number, (_, each) in enumerate(reply.points, 1)]
    taps = [
        button(f"{number}. {short(each.point, _BUTTON)}", f"practice_point_{number - 1}", _point(reply.review, at))
        for number, (at, each) in enumerate(reply.points, 1)
    ]
    return built(head, [head, *lines], taps=[taps])


def kept_of_check(reply: Kept) -> Message:
    """An answer of a check was kept: neither mark nor source."""
    session = reply.session
    head = f"{reply.word}: {session.position} of {session.of}"
    if session.current is None:
        return built(head, [head, "That was the last. Hand it in?"], taps=[hand_in_taps(session.check)], bold=False)
    more = "Write on right away to add to it. " if reply.more else ""
    below = [f"{more}Marks come once all is handed in."]
    taps = [[button("Next", "practice_next", {"review": reply.review}, "primary"), _pause(session.id)]]
    return built(head, [head], taps=taps, below=below)


def whole(reply: Whole) -> Message:
    """The guide's whole answer."""
    card = reply.card
    told = _right(card) if card.keyed else plain(card.source.quote)
    careful = [f"Careful: {quoted(each, _WIDE)}" for each in card.pitfalls]
    lines = [short(told, _WHOLE), *careful, source_words(card.source)]
    blocks = sections("\n".join(["*The guide's answer*", *(escape(line) for line in lines)]))
    note = [button("It was a note", "practice_was_note", {"review": reply.review})] if reply.may_be_note else []
    return Message(spoken("The guide's answer", *lines), (*blocks, *([actions(note)] if note else ())))


def words_shown(kept: KeptReview) -> list[Block]:
    """The words of an answer that show each point, for a dialog."""
    found = [each for each in kept.mark.points if each.words is not None]
    told = [f"*{escape(short(each.point, 200))}*\n>{escape(_quote(each))}" for each in found]
    if kept.mark.pitfall is not None and kept.mark.pitfall.words is not None:
        done = kept.mark.pitfall
        told.append(f"*Warned of: {escape(short(done.text, 200))}*\n>{escape(done.words.quote if done.words else '')}")
    return [section(each) for each in told] or [section("No words of your answer were matched.")]


def _quote(point: PointMark) -> str:
    return " ".join(point.words.quote.split())[:400] if point.words is not None else ""


def _lines(answered: Answered, width: int) -> list[str]:
    card, mark = answered.card, answered.mark
    if card.keyed:
        return [*_of_key(answered, width), source_words(card.source)]
    if not mark.points:
        return [NO_MODEL_ANSWER, source_words(card.source)]
    met, unsure = mark.of(PointState.MET), mark.of(PointState.UNSURE)
    warned = [f"That is what the guide warns of: {quoted(mark.pitfall.text, width)}"] if mark.pitfall else []
    told = [f"• {short(each.point, width)}" for each in met[:_MOST_COVERED]] if len(mark.points) > 1 else []
    asked = [f"Did you say this? {quoted(unsure[0].point, width)}"] if unsure else []
    return [covered_words(mark), *warned, *told, *_left(mark, width), source_words(card.source), *asked]


def _of_key(answered: Answered, width: int) -> list[str]:
    card, told = answered.card, short(_right(answered.card), 2 * width)
    if answered.mark.rating not in KNOWN:
        return ["Not quite", f"It is: {told}"]
    slip = slip_in(card, answered.review.review.answer)
    return ["Right", f"{told} (you wrote “{short(slip, width)}”)" if slip else told]


def _left(mark: Mark, width: int) -> list[str]:
    """What is partly covered or not yet; without a word for it where the head has said so of all."""
    partly, missed = mark.of(PointState.PARTLY), mark.of(PointState.MISSED)
    if len(mark.points) == 1:
        return [f"The guide: {quoted(each.point, 2 * width)}" for each in missed or partly]
    if len(missed) == len(mark.points):
        return _listed(missed, width, _MOST_COVERED)
    lines = [f"Partly: {quoted(each.point, width)}" for each in partly[:1]]
    lines += [f"and {len(partly) - 1} more"] if len(partly) > 1 else []
    if len(missed) == 1:
        return [*lines, f"Not yet: {quoted(missed[0].point, width)}"]
    return [*lines, *(["Not yet:", *_listed(missed, width, _MOST_MISSED)] if missed else [])]


def _listed(points: Sequence[PointMark], width: int, most: int) -> list[str]:
    rest = len(points) - most
    lines = [f"• {quoted(each.point, width)}" for each in points[:most]]
    return [*lines, f"and {rest} more"] if rest > 0 else lines


def _right(card: Card) -> str:
    at = next((number for number, choice in enumerate(card.choices) if choice in card.accepted), None)
    return f"{LETTERS[at]}) {card.choices[at]}" if at is not None else card.accepted[0]


def _unsure(kept: KeptReview) -> Sequence[Block]:
    """Yes and no to the first point that the marker is not sure of."""
    at = next((at for at, each in enumerate(kept.mark.points) if each.state is PointState.UNSURE), None)
    if at is None:
        return ()
    value = _point(kept.id, at)
    return (button("Yes", "practice_yes", value), button("No", "practice_no", value))


def _taps(card: Card, kept: KeptReview, following: Sequence[Block]) -> list[Block]:
    """The few that are tapped most, as a phone shows them in a row; the rest stands behind three dots."""
    value, mark = {"review": kept.id}, kept.mark
    if not card.gradable:
        return [button("Good", "practice_good", value), button("Not yet", "practice_not_yet", value), *following]
    own: list[_Entry] = [(_OWN[card.kind is CardKind.CHOICE], "practice_said", value)]
    again: list[_Entry] = [("Try again", "practice_again", value)]
    words: list[_Entry] = [("Words", "practice_words", value)] if any(each.words for each in mark.points) else []
    behind: list[_Entry] = [*words, ("The guide's answer", "practice_more", value)]
    if not _lacks(mark, card):
        return [*following, _behind(behind)]
    unsure = _unsure(kept)
    if unsure:
        return [*unsure, *following, _behind([*own, *again, *behind])]
    return [*(button(*each) for each in (*own, *again)), *following, _behind(behind)]


def _behind(entries: Sequence[_Entry]) -> Block:
    """What stands behind three dots; a single one is a button."""
    return menu(entries) if len(entries) > 1 else button("More", *entries[0][1:])


def _next(review: int) -> list[Block]:
    return [button("Next", "practice_next", {"review": review}, "primary")]


def _lacks(mark: Mark, card: Card) -> bool:
    """Whether there is something that its person may say otherwise of."""
    if card.keyed or not mark.points:
        return mark.rating not in KNOWN
    return any(each.state is not PointState.MET for each in mark.points)


def _pause(session: int) -> Block:
    return button("Pause", "practice_pause", {"session": session})


def _point(review: int, at: int | None) -> dict[str, int | None]:
    return {"review": review, "point": at}
