"""What somebody handed in: a line for each answer and a proposal to sign; every word of it in a dialog."""

from collections.abc import Mapping, Sequence
from typing import Any

from dealbot.app.card import short
from dealbot.app.chat.of_enabling import AnswersToRead
from dealbot.domain.evidence import Span
from dealbot.domain.practice.cohort import Criterion, Verdict
from dealbot.domain.practice.mark import PointState, Rating
from dealbot.domain.practice.review import KeptReview
from dealbot.domain.practice.schedule import KNOWN
from dealbot.slack.payload import Payload, part, word
from dealbot.slack.views.forms import filled, form
from dealbot.slack.views.message import Message
from dealbot.slack.views.parts import (
    Block,
    actions,
    button,
    context,
    escape,
    field,
    option,
    plain_text,
    section,
    select,
    spoken,
)

READ, MARK, SIGN, MOCK = "read_answers", "change_mark", "sign_check", "score_mock"
PAGE = 3
_TITLE, _NAME, _PROMPT, _POINT, _WORDS = 40, 60, 48, 150, 120
_ANSWER = 1_800
_QUESTION = 250
MARKED_AT_ONCE = 30  # so that their points fit one form, which takes 12,000 letters
_ROOM, _WIDEST, _NARROWEST = 11_000, 74, 30
_SIGNS = {PointState.MET: "✓", PointState.PARTLY: "½", PointState.UNSURE: "?", PointState.MISSED: "✗"}
_CRITERIA = {
    Criterion.DISCOVERY: "Discovery: asks before telling",
    Criterion.KNOWLEDGE: "Knowledge: right, and theirs",
    Criterion.OBJECTIONS: "Objections: hears, finds the cause",
    Criterion.NEXT_STEP: "Next step: agreed, dated",
}
_GONE = "A question that is no longer asked"


def answers_shown(reply: AnswersToRead) -> Message:
    """One person's answers, a line each, with what the bot would sign and why."""
    told = reply.proposal
    head = f"{short(reply.person.name, _NAME)} · {short(reply.title, _TITLE)}"
    prompts = dict(reply.prompts)
    proposed = (
        f"I propose to sign “{told.verdict.words}”: {told.reason}."
        if told is not None
        else "Not all is answered and handed in yet."
    )
    first = [reply.head] if reply.head else []
    lines = [*first, proposed, *(_line(number, kept, prompts) for number, kept in enumerate(reply.answers, 1))]
    said = section("\n".join([f"*{escape(head)}*", *map(escape, lines)]))
    return Message(spoken(head, *lines), (said, *_taps(reply)))


def _line(number: int, kept: KeptReview, prompts: Mapping[str, str]) -> str:
    mark = kept.mark
    sign = "✓" if mark.rating in KNOWN else "✗"
    covered = f", {len(mark.of(PointState.MET))} of {len(mark.points)}" if mark.points else ""
    pitfall = ", does the pitfall" if mark.pitfall is not None else ""
    own = f", {kept.by_own_word} by their own word" if kept.by_own_word > 0 else ""
    look = ", look at it" if mark.doubtful else ""
    asked = short(prompts.get(kept.review.card, _GONE).strip('"“” '), _PROMPT)
    return f"{sign} {number}. {asked}{covered}{own}{pitfall}{look}"


def _taps(reply: AnswersToRead) -> list[Block]:
    of = {"cohort": reply.cohort, "person": reply.person.id}
    pages = range(0, len(reply.answers), PAGE)
    read = [
        button(_page_name(start, len(reply.answers)), f"{READ}_{number}", of | {"from": start})
        for number, start in enumerate(pages)
    ]
    taps = [button("Ready", f"{SIGN}_0", of | {"verdict": Verdict.READY.value}, "primary")]
    taps += [button("Not yet", f"{SIGN}_1", of | {"verdict": Verdict.NOT_YET.value})]
    taps += [
        button(f"Change a mark{_of_many(start, len(reply.answers))}", f"{MARK}_{number}", of | {"from": start})
        for number, start in enumerate(range(0, len(reply.answers), MARKED_AT_ONCE))
    ]
    return [*([actions(read)] if read else []), actions(taps)]


def _of_many(start: int, total: int) -> str:
    """Which answers a button is for, where there are more than one form takes."""
    return f" {start + 1}-{min(start + MARKED_AT_ONCE, total)}" if total > MARKED_AT_ONCE else ""


def _page_name(start: int, total: int) -> str:
    if total <= PAGE:
        return "Read the answers"
    end = min(start + PAGE, total)
    return f"Read {start + 1}-{end}" if end > start + 1 else f"Read {end}"


def answers_view(name: str, answers: Sequence[KeptReview], prompts: Mapping[str, str], start: int) -> Block:
    """Three answers in full: the question, the words, and what the grader says of each point with the words for it."""
    blocks: list[Block] = []
    for number, kept in enumerate(answers[start : start + PAGE], start + 1):
        asked = short(prompts.get(kept.review.card, _GONE), _QUESTION)
        said = "\n".join(f">{escape(line)}" for line in kept.review.answer[:_ANSWER].splitlines() if line.strip())
        cut = "\n>…" if len(kept.review.answer) > _ANSWER else ""
        blocks += [section(f"*{number}. {escape(asked)}*"), section((said or ">(nothing)") + cut)]
        blocks.append(context("\n".join(map(escape, _marked(kept)))))
    if not blocks:
        blocks = [section("Nothing of a check is handed in.")]
    view: Block = {
        "type": "modal",
        "callback_id": READ,
        "title": plain_text("Answers", 24),
        "close": plain_text("Close", 24),
        "blocks": [context(f"{escape(short(name, _NAME))}, handed in for a check."), *blocks],
    }
    return view


def _marked(kept: KeptReview) -> list[str]:
    """The mark that counts, a line for each point."""
    mark = kept.mark
    lines = [f"{_SIGNS[each.state]} {short(each.point, _POINT)}{_words(each.words)}" for each in mark.points]
    if not mark.points:
        lines = ["✓ right" if mark.rating in KNOWN else "✗ not right"]
    if mark.pitfall is not None:
        lines.append(f"Pitfall: {short(mark.pitfall.text, _POINT)}{_words(mark.pitfall.words)}")
    ruled = " Your word counts." if any(claim.kind.value == "ruled" for claim in kept.claims) else ""
    said = " They pressed “I did say that”." if any(claim.kind.value == "said" for claim in kept.claims) else ""
    return [*lines, f"Together: {mark.rating.value}.{said}{ruled}"]


def _words(span: Span | None) -> str:
    return f": “{short(span.quote, _WORDS)}”" if span is not None and span.quote.strip() else ""


def mark_form(told: dict[str, Any], answers: Sequence[KeptReview], prompts: Mapping[str, str], start: int = 0) -> Block:
    """Which point of which answer is to be marked otherwise, and how; the points stand below their question."""
    numbered = list(enumerate(answers, 1))[start : start + MARKED_AT_ONCE]
    if not numbered:
        return form(MARK, "Change a mark", None, told, [section("Nothing of a check is handed in.")])
    states = [option("met", "met"), option("partly", "partly"), option("not met", "missed")]
    shown = f"Answers {numbered[0][0]} to {numbered[-1][0]} of {len(answers)}: the others have their own button."
    blocks = [
        field("point", "Which point", _points(numbered, prompts)),
        field("state", "It is", select("state", "Choose", states)),
        context("Your word counts more than mine and theirs."),
        *([context(shown)] if len(numbered) < len(answers) else []),
    ]
    return form(MARK, "Change a mark", "Change", told, blocks)


def _points(numbered: Sequence[tuple[int, KeptReview]], prompts: Mapping[str, str]) -> Block:
    """The points of answers, a group for each, as wide as a form has room for."""
    count = sum(len(kept.mark.points) + 2 for _, kept in numbered)
    width = max(_NARROWEST, min(_WIDEST, _ROOM // count))
    groups = [
        {
            "label": plain_text(short(f"{number}. {prompts.get(kept.review.card, _GONE)}", width), 75),
            "options": _options(number, kept, width),
        }
        for number, kept in numbered
    ]
    menu: Block = {"type": "static_select", "action_id": "point", "option_groups": groups}
    return menu | {"placeholder": plain_text("Choose a point", 150)}


def _options(number: int, kept: KeptReview, width: int) -> list[Block]:
    points = kept.mark.points
    whole = option(f"{number}. the whole answer", f"{kept.id}:")
    return [whole] + [
        option(short(f"{number}. {_SIGNS[each.state]} {each.point}", width), f"{kept.id}:{index}")
        for index, each in enumerate(points)
    ]


def chosen_mark(view: Payload) -> tuple[int, int | None, PointState | None, Rating | None] | None:
    """The answer, the point of it and its state, or the rating of the whole where it has no points."""
    state = filled(view)
    where = word(state, "point", "point", "selected_option", "value") or ""
    how = word(state, "state", "state", "selected_option", "value") or ""
    answer, _, point = where.partition(":")
    if not answer.isdigit() or how not in {"met", "partly", "missed"}:
        return None
    if not point.isdigit():
        ratings = {"met": Rating.GOOD, "partly": Rating.HARD, "missed": Rating.AGAIN}
        return int(answer), None, None, ratings[how]
    return int(answer), int(point), PointState(how), None


def sign_form(told: dict[str, Any], name: str, verdict: Verdict) -> Block:
    """A verdict on somebody, with a word for them."""
    note: Block = {"type": "plain_text_input", "action_id": "note", "multiline": True, "max_length": 1_000}
    blocks = [
        section(f"*{escape(short(name, _NAME))}: {verdict.words}*"),
        field("note", "A word for them", note, optional=True, hint="They are told the verdict and your words."),
    ]
    return form(SIGN, "Sign", "Sign", told, blocks)


def note_of(view: Payload) -> str:
    """The word for whoever is signed."""
    return word(filled(view), "note", "note", "value") or ""


def mock_form(told: dict[str, Any], name: str) -> Block:
    """A live mock: four things from 1 to 5, and words."""
    words: Block = {"type": "plain_text_input", "action_id": "words", "multiline": True, "max_length": 2_000}
    scale = [option(str(number), str(number)) for number in range(1, 6)]
    blocks = [section(f"*{escape(short(name, _NAME))}*")]
    blocks += [field(each.value, label, select(each.value, "1 to 5", scale)) for each, label in _CRITERIA.items()]
    blocks.append(field("words", "In your words", words, optional=True))
    return form(MOCK, "Score a mock", "Keep", told, blocks)


def scored(view: Payload) -> tuple[dict[Criterion, int], str]:
    """The scores that were filled in, and the words."""
    state = filled(view)
    given = {each: word(part(state, each.value, each.value), "selected_option", "value") for each in Criterion}
    scores = {each: int(score) for each, score in given.items() if score and score.isdigit()}
    return scores, word(state, "words", "words", "value") or ""
