"""A question and a mark in plain words."""

from dealbot.app.practice.answering import Answered
from dealbot.app.practice.asking import Asked
from dealbot.domain.practice.mark import Mark, PointState
from dealbot.domain.practice.session import Mode

_READ = "a check: enablement reads your answers"
_PRIVATE = "only you see this"
_KEPT = "Kept. Marks come once all is handed in."
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
        return ["Right." if mark.score >= 1 else f"Not quite: {key}."]
    met = len(mark.of(PointState.MET))
    head = f"Covered {met} of {len(mark.points)}" if mark.points else "Nothing to weigh"
    pitfall = [f"This is what the guide warns of: {mark.pitfall.text}"] if mark.pitfall is not None else []
    return [head, *pitfall, *_points(mark)]


def _points(mark: Mark) -> list[str]:
    words = {
        PointState.MET: "covered",
        PointState.PARTLY: "partly",
        PointState.UNSURE: "unsure, you say",
        PointState.MISSED: "not yet",
    }
    return [f"{number}. {words[each.state]}: {each.point}" for number, each in enumerate(mark.points, 1)]
