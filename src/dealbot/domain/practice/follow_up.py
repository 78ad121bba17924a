"""Cards that ask what may come after a question: what an interviewer asks next, or what to ask the buyer next."""

import re

from dealbot.domain.knowledge import Document, PartKind, Question, plain
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.making import asked_card, items_of, sentences_of
from dealbot.domain.practice.personas import Persona, personas_of
from dealbot.domain.practice.points import key_points
from dealbot.domain.practice.wording import quoted

_SPEAKER = re.compile(r"^(?:the |an? )?interviewer\s*:\s*", re.IGNORECASE)
_MAY_ASK = re.compile(
    r"^(?:the|an)? ?interviewers? (?:might|may|could|can|will) (?:also )?(?:ask|inquire)(?: you)?"
    r" (?P<what>(?:how|what|which|why|whether|when|where|who|if|about)\b .+?)\.?$",
    re.IGNORECASE,
)
_READY = re.compile(r"^be (?:ready|prepared) to ", re.IGNORECASE)
_TOLD = re.compile(
    r"^(?:discuss|explain|describe|explore|provide|share|justify|mention|highlight|outline)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"^(?:how|what|which|why|who|when|where|can|could|do|does|is|are|if|tell|in what|would)\b", re.IGNORECASE
)
_ASKED_OF_SELLER = re.compile(
    r"^(?:what (?:do|would) you (?:do|say|show)\b|how (?:do|would) you\b|what if\b|what is the difference\b"
    r"|when is\b|tell me)"
    r"(?!.*\b(?:your|our|us|want)\b)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:that (?!you|they|it|is|the)|these|those|this|either)\b", re.IGNORECASE)
_SAID = re.compile(r"[\"“].+[\"”]", re.DOTALL)
_SEATS = {
    Persona.CIO_CISO: "CIO",
    Persona.PHARMACY: "chief pharmacy officer",
    Persona.GENERAL_COUNSEL: "general counsel",
}
_FEWEST_WORDS = 4


def follow_up_card(document: Document, question: Question) -> Card | None:
    """The first follow-up of a question that can be asked; None where there is none."""
    for part in question.of(PartKind.FOLLOW_UP):
        for item in items_of(part.span.quote):
            first, *rest = sentences_of(item)
            asked = _asked(_SPEAKER.sub("", first), document, question)
            if asked is not None:
                prompt, points = asked
                points = points or key_points(_answering(rest))
                return asked_card(document, question, CardKind.FOLLOW_UP, prompt, item, points=points)
    return None


def _answering(rest: list[str]) -> str:
    """What a follow-up says of its own answer."""
    return "\n\n".join(sentence for sentence in rest if not sentence.endswith("?"))


def _asked(item: str, document: Document, question: Question) -> tuple[str, tuple[str, ...]] | None:
    """The prompt for a follow-up, with its key point if it is itself what is to be said."""
    if len(item.split()) < _FEWEST_WORDS:
        return None
    after = f"Follow-up to {quoted(question.text)}"
    if item.endswith("?") and _ASKS.match(item):
        if _POINTS_BACK.search(item):
            return None
        if for_interviews(document) or _ASKED_OF_SELLER.match(item):
            return f"{after}: {item}", ()
        return _asks_back(document, question), (f'Ask: "{item}"',)
    told = _imperative(item)
    return (f"{after}: {told}.", ()) if told is not None else None


def _asks_back(document: Document, question: Question) -> str:
    """What is asked of a seller who is to go on with a question: after the buyer's words, or on a matter."""
    words = quoted(question.text)
    stop = "" if words[-2] in ".?!" else "."
    whom = personas_of(document)
    who = _SEATS.get(whom[0], whom[0]) if len(whom) == 1 else "buyer"
    if not _SAID.fullmatch(plain(question.text).rstrip(".")):
        return f"You know your answer to {words}{stop} You sit with the {who}: which question opens that up?"
    verb = "asks" if words[-2] == "?" else "says"
    return f"The {who} {verb} {words}{stop} You have answered. What do you ask back?"


def _imperative(item: str) -> str | None:
    told = _READY.sub("", item).rstrip(". ")
    if _TOLD.match(told):
        return told[0].lower() + told[1:]
    found = _MAY_ASK.match(item)
    if found is None:
        return None
    what = found["what"]
    what = re.sub(r"^if\b", "whether", what)
    return f"talk {what}" if what.startswith("about") else f"say {what}"


def for_interviews(document: Document) -> bool:
    """Whether a guide prepares for an interview, in which a follow-up is asked of whoever reads it."""
    words = " ".join((document.about.title, *document.about.tags))
    return "interview" in plain(words).casefold()
