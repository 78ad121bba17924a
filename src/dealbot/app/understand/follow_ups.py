"""Questions that go on from the one before: what they keep of it, and what "why?" or "and who isn't?" make of it."""

import re
from dataclasses import replace

from dealbot.app.patterns import alternatives
from dealbot.app.question import Intent, Question, Talk
from dealbot.app.understand.bounds import CONTINUES

_LEAD = r"^(?:so |and |ok |okay |but |now )*"
# Asks for more of the same answer.
_MORE = re.compile(
    _LEAD
    + "(?:"
    + alternatives(r"""
        why(?: (?:not|is that|so|that))?|how come|since when|says who|who says(?: (?:so|that))?
        according to (?:who|whom)
        how do (?:you|we) know(?: (?:that|this|it))?|who agreed to (?:that|it|this)|who said (?:that|so|it)
        explain(?: that| it)?
        (?:show me |what is )?(?:the |your |any )?(?:words|evidence|proof|sources?|reasons?)
        what makes you (?:say|think) (?:so|that)
        based on what|tell me more|more(?: details?)?|details|go on|elaborate|which ones|who exactly|who else|what else
        any(?:thing|one|body) else|are you sure|in what way|is that (?:all|new|right)|for how long|how long already
        what (?:would|could) (?:change|move|raise|improve|help|speed up|lower) (?:that|it|this)(?: (?:the )?most)?
        who (?:is|are) (?:that|they|those)|what do you mean|what is behind (?:that|it)|what drives (?:that|it)
    """)
    + r")(?: \?+)?$"
)
_NEGATED = re.compile(
    _LEAD + r"(?:who|which ones?|which of them)(?: \w+)? (?:is|are|do|does|has|have|was|were) not\b(?: \w+)?(?: \?+)?$"
)
_AFFIRMED = re.compile(_LEAD + r"(?:who|which ones?|which of them) (?:is|are|does|do|has|have)(?: \?+)?$")
_WHEN = re.compile(_LEAD + r"(?:by |until |till )?(?:when|what date)(?: (?:is that|will that be|then))?(?: \?+)?$")
_DATED = frozenset({Intent.LIKELIHOOD, Intent.STANDING, Intent.ALIGNED, Intent.TO_CONVINCE})
_POINTS_BACK = re.compile(r"\b(?:that|those|them|ones?|it|too|as well|same|instead|either)\b")
_FEW_WORDS = 4
# A lead that goes on, and then only names (blotted out) and small words.
_NOTHING_NEW = re.compile(
    r"^(?:and|so|ok|okay|her too|him too|them too|what about|how about|same(?: question| thing| again)?|what of|now)\b"
    r"(?:[ ,]*(?:_+(?:'?s)?|and|what|about|how|was|is|did|it|that|this|look|with|at|in|on|for|the|over|her|him|them"
    r"|their|our|then|same|back|in|of|too|please|pls|now|there)\b)*[ ,?.!]*$"
)


def goes_on(plain: str) -> bool:
    """Whether a question by its words goes on from the one before, whatever it asks."""
    return CONTINUES.match(plain) is not None


def may_go_on(plain: str) -> bool:
    """Whether a question may lean on the one before: it says so, points back, or is only a few words."""
    return goes_on(plain) or _POINTS_BACK.search(plain) is not None or len(plain.split()) <= _FEW_WORDS


def asks_for_more(plain: str) -> bool:
    """Whether a question only asks for more of the answer before: "why?", "since when?"."""
    return _MORE.match(plain) is not None


def turned(plain: str, undated: str, talk: Talk) -> Intent | None:
    """What a few words make of the question before, or None where they ask something of their own.

    `undated` is the question without its names and days: "and a month ago?", "what about Raj?" leave nothing to ask.
    """
    if talk.intent is None:
        return None
    if asks_for_more(plain) or _NOTHING_NEW.match(undated.casefold()):
        return talk.intent
    if _WHEN.match(plain):
        return Intent.TIMELINE if talk.intent in _DATED else talk.intent
    if talk.intent is Intent.ALIGNED and _NEGATED.match(plain):
        return Intent.TO_CONVINCE
    if talk.intent is Intent.TO_CONVINCE and _AFFIRMED.match(plain):
        return Intent.ALIGNED
    return None


def kept(question: Question, plain: str, talk: Talk) -> Question:
    """A question that goes on, with the limits of the one before that its own words do not replace."""
    if asks_for_more(plain) and not question.people and question.function is None:
        return replace(
            question,
            people=talk.people,
            function=talk.function,
            topic=talk.topic,
            role=talk.role,
            focus=question.focus or talk.focus,
            as_of=question.as_of or talk.as_of,
            since=question.since or talk.since,
        )
    if question.intent is not talk.intent or not goes_on(plain):
        return question
    elsewhere = question.deal != talk.deal
    narrowed = question.people or question.function is not None
    dated = question.as_of or question.since
    return replace(
        question,
        people=question.people or (() if elsewhere or narrowed else talk.people),
        function=question.function or (talk.function if not narrowed else None),
        topic=question.topic or talk.topic,
        role=question.role or (talk.role if not narrowed else None),
        as_of=question.as_of or (None if dated else talk.as_of),
        since=question.since or (None if dated else talk.since),
    )
