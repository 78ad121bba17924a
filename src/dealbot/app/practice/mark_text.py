"""A question and a mark in plain words."""

from dealbot.app.practice.answering import Answered
from dealbot.app.practice.asking import Asked
from dealbot.domain.practice.keyed import slip_in
from dealbot.domain.practice.mark import Mark, PointState
from dealbot.domain.practice.review import KeptReview
from dealbot.domain.practice.schedule import KNOWN
from dealbot.domain.practice.session import Mode

_READ = "a check: enablement reads your answers"
_PRIVATE = "only you see this"
_KEPT = "Kept. Marks come once all is handed in."
NO_MODEL_ANSWER = "The guide has no model answer for this one. How was it?"
_LAST = "That was the last: `dealbot quiz hand-in` hands it in."
_LETTERS = "abcdefghij"


def asked_text(asked: Asked) -> str:
    """The question with its number, and who reads the answer."""
    who = _READ if asked.session.mode is Mode.CHECK else _PRIVATE
    lines = [f"{asked.number} of {asked.of} · {who}", asked.why, asked.prompt]
    lines += [f"{letter}) {choice}" for letter, choice in zip(_LETTERS, asked.card.choices, strict=False)]
    return "\n".join(line for line in lines if line)


def answered_text(answered: Answered) -> str:
    """What was covered and what not yet, then the source; then what comes next."""
    if answered.closed:
        return "\n".join([_KEPT, "", asked_text(answered.then) if answered.then is not None else _LAST])
    source, mark = answered.card.source, answered.mark
    where = ", ".join((source.title, *source.heading[-1:]))
    lines = [*_mark_lines(answered), f"Source: {where}", f"“{source.quote.strip()}”"]
    if any(point.state is not PointState.MET for point in mark.points):
        lines.append(f"Said it after all? dealbot quiz said {answered.review.id} POINT")
    following = ["", asked_text(answered.then)] if answered.then is not None else []
    ended = ["That was the last one."] if answered.session is not None and answered.then is None else []
    return "\n".join([*lines, *following, *ended])


def _mark_lines(answered: Answered) -> list[str]:
    mark = answered.mark
    if answered.card.keyed:
        key = " / ".join(answered.card.accepted).rstrip(".")
        slip = slip_in(answered.card, answered.review.review.answer)
        right = f"Right: {key} (you wrote “{slip}”)." if slip else "Right."
        return [right if mark.score >= 1 else f"Not quite: {key}."]
    if not mark.points:
        return [_own_word(answered.review)]
    head = covered_words(mark)
    pitfall = [f"This is what the guide warns of: {mark.pitfall.text}"] if mark.pitfall is not None else []
    return [head, *pitfall, *_points(mark)]


def covered_words(mark: Mark) -> str:
    """How much of the key points an answer covers, as somebody would say it."""
    of, met = len(mark.points), len(mark.of(PointState.MET))
    perhaps, partly = len(mark.of(PointState.UNSURE)), len(mark.of(PointState.PARTLY))
    if of == 1:
        one = {PointState.MET: "Right", PointState.PARTLY: "Partly", PointState.UNSURE: "Perhaps"}
        return one.get(mark.points[0].state, "Not quite")
    if met:
        return f"Covered {met} of {of}"
    if perhaps or partly:
        return f"{'Perhaps' if perhaps else 'Partly'} covered: {perhaps + partly} of {of}"
    return f"Not covered yet: {of} points"


def _own_word(kept: KeptReview) -> str:
    if kept.claims:
        return "Counted as good." if kept.mark.rating in KNOWN else "Counted as not yet."
    return f"{NO_MODEL_ANSWER}\nGood: dealbot quiz said {kept.id} · not yet: dealbot quiz said {kept.id} --missed"


def _points(mark: Mark) -> list[str]:
    words = {
        PointState.MET: "covered",
        PointState.PARTLY: "partly",
        PointState.UNSURE: "unsure, you say",
        PointState.MISSED: "not yet",
    }
    return [f"{number}. {words[each.state]}: {each.point}" for number, each in enumerate(mark.points, 1)]
