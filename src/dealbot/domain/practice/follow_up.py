"""Cards that ask what an interviewer asks next, where whoever knows the guide can tell.

What to ask a buyer back is no card: many questions would be good ones, and a guide has just one of them.
"""

import re

from dealbot.domain.knowledge import Document, PartKind, Question, plain
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.making import asked_card, items_of, sentences_of
from dealbot.domain.practice.points import key_points
from dealbot.domain.practice.wording import quoted

_SPEAKER = re.compile(r"^(?:the |an? )?interviewer\s*:\s*", re.IGNORECASE)
_MAY_ASK = re.compile(
    r"^(?:the|an)? ?interviewers? (?:might|may|could|can|will) (?:also )?(?:ask|inquire)(?: you)?"
    r" (?P<what>(?:how|what|which|why|whether|when|where|who|if|about)\b .+?)\.?$",
    re.IGNORECASE,
)
_READY = re.compile(r"^be (?:ready|prepared) to ", re.IGNORECASE)
# What is to be told has a question in it, or ways to do something; that a matter is important is neither.
_TOLD = re.compile(
    r"^(?:discuss|explain|describe|outline) (?:how\b|what\b|why\b|the (?:differences?|trade-?offs?) between\b"
    r"|(?:\w+ )?(?:strategies|methods|techniques|metrics|ways|steps|measures) (?:for|to)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:how (?:do|does|would|will|should|can|could|might)|what (?:do|would|will|should|if|steps|strategies|methods"
    r"|metrics|is|are)|why (?:is|are|do|does|would)|can you (?:explain|describe)|when (?:would|should|is))\b",
    re.IGNORECASE,
)
_ASKED_OF_SELLER = re.compile(
    r"^(?:what (?:do|would) you (?:do|say|show)\b|how (?:do|would) you\b|what if\b|what is the difference\b)"
    r"(?!.*\b(?:your|our|us|want)\b)",
    re.IGNORECASE,
)
# Only somebody who had told their story first could answer.
_OF_THE_STORY = re.compile(
    r"\b(?:that (?!you|they|it|is|the|are|your)|these|those|this|either|did|was|were|had|have you"
    r"|didn['’]t|similar|any|(?<!user )experiences?|examples?|instances?|lessons?|projects? you|outcomes?|past"
    r"|(?:the|such) (?:new process|situation|challenges?|incident|decision|change|conflict|project|feedback|outcome"
    r"|results?|initiative)\b(?! of| in| when| where))\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4


def follow_up_card(document: Document, question: Question) -> Card | None:
    """The first follow-up of a question that can be asked; None where there is none."""
    for part in question.of(PartKind.FOLLOW_UP):
        for item in items_of(part.span.quote):
            first, *rest = sentences_of(item)
            prompt = _asked(_SPEAKER.sub("", first), document, question)
            if prompt is not None:
                points = key_points(_answering(rest))
                return asked_card(document, question, CardKind.FOLLOW_UP, prompt, item, points=points)
    return None


def _answering(rest: list[str]) -> str:
    """What a follow-up says of its own answer."""
    return "\n\n".join(sentence for sentence in rest if not sentence.endswith("?"))


def _asked(item: str, document: Document, question: Question) -> str | None:
    """The prompt for a follow-up; None where the question before it does not tell what it is about."""
    if len(item.split()) < _FEWEST_WORDS or _OF_THE_STORY.search(item):
        return None
    after = f"Follow-up to {quoted(question.text)}"
    if item.endswith("?"):
        asks = _ASKS if for_interviews(document) else _ASKED_OF_SELLER
        return f"{after}: {item}" if asks.match(item) else None
    told = _imperative(item)
    return f"{after}: {told}." if told is not None else None


def _imperative(item: str) -> str | None:
    told = _READY.sub("", item).rstrip(". ")
    if _TOLD.match(told):
        return told[0].lower() + told[1:]
    found = _MAY_ASK.match(item)
    if found is None or found["what"].startswith("about"):
        return None
    return "say " + re.sub(r"^if\b", "whether", found["what"])


def for_interviews(document: Document) -> bool:
    """Whether a guide prepares for an interview, in which a follow-up is asked of whoever reads it."""
    words = " ".join((document.about.title, *document.about.tags))
    return "interview" in plain(words).casefold()
