"""Decisions written down as they are made, and that a deal was reviewed: "decided: bring Lee to P&T"."""

import re
from dataclasses import dataclass, replace

from dealbot.app.chat.replies import Fixed, Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.chat.which_deal import deal_of
from dealbot.app.correct import Corrected, correct
from dealbot.app.deal_names import names_of
from dealbot.app.patterns import alternatives
from dealbot.app.picture import asks_for_picture
from dealbot.app.understand.bounds import asks_for_letter
from dealbot.app.understand.lead_questions import asks_for_leads
from dealbot.app.understand.slots import asks_for_monday
from dealbot.app.words import words_of
from dealbot.domain.corrected_field import CorrectedField
from dealbot.store.books import Books

_FOR = r"^\W*(?:(?P<deal>[^:\n]{2,60}?)\s*:\s*)?"
_DECIDED = re.compile(
    _FOR
    + r"(?:(?:we|i)(?:['\u2019]ve| have)? )?(?:just )?(?:decided|decisions?|what we decided)(?: today)?"
    + r"\s*:\s*(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_REVIEWED = re.compile(
    _FOR
    + r"(?:"
    + alternatives(r"""
        (?:(?:we|i) )?(?:have )?(?:just )?reviewed(?: (?:it|this|the deal))?
        (?:(?:the|our) )?review (?:is |was )?(?:done|held|over|finished)|done reviewing(?: (?:it|this|the deal))?
    """)
    + r")(?: today)?\W*$",
    re.IGNORECASE,
)
_EVERY = re.compile(
    _FOR + r"(?:we )?review (?:it |this |the deal )?(?:every (?P<every>month|quarter)|(?P<ly>month|quarter)ly)\W*$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:please |let['\u2019]?s |can you |do )?(?:the |a |our )?(?:(?:monthly|quarterly|account) )*review"
    r" (?:of |for )?(?P<what>[^:.;\n]{2,60}?)(?: please)?\W*$",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"^\W*(?:(?:i|we)(?:['\u2019]m|['\u2019]re| am| are) )?(?:seeing|meeting(?: with)?|calling|visiting) [^,;\n]{2,50}"
    r" (?:at (?:noon|\d{1,2}(?:[:.]\d\d)?)|in (?:\d+|an?|half an) ?\w*|today|tonight|tomorrow|tmrw|tmw|soon|now"
    r"|this \w+)"
    r" ?(?:[ap]\.?m\.?)?\W*$",
    re.IGNORECASE,
)
_THIS = frozenset({"it", "this", "this deal", "the deal", "queue"})
_APART = re.compile(r"\s*(?:\n+|;)\s*(?:[-*\u2022]+\s*|\d+[.)]\s*)?")
_BULLET = re.compile(r"^\s*(?:[-*\u2022]+|\d+[.)])\s*")
_WHICH = 'Which deal was that decided for? Write it as "Lakeshore: decided: ...".'


def asks_outright(turn: Turn) -> bool:
    """Whether a message asks for a review, brief, letter, picture, leads or Monday: "seeing Dana at 2" is no note."""
    if turn.said.overheard:
        return False
    if any(asks(turn.said.text) for asks in (asks_for_picture, asks_for_monday, asks_for_leads)):
        return True
    if asks_for_letter(turn.said.text, turn.memory.talk):
        return True
    found = _ASKS.match(turn.said.text)
    if found is None:
        return _MEETS.match(turn.said.text) is not None
    words = words_of(found["what"])
    named = names_of(turn.deals()).in_text(words, lambda _, __: False)
    return found["what"].casefold() in _THIS or (len(named) == 1 and named[0].end - named[0].start == len(words))


@dataclass(frozen=True, slots=True)
class OfReview:
    """What a message says of a review, as KEY=VALUE pairs, and the name before it."""

    pairs: tuple[str, ...]
    named: str | None


def keep_review(turn: Turn) -> bool:
    """Keep what a message says was decided, or that the deal was reviewed; false where it says neither."""
    found = of_review(turn.said.text)
    if found is None or turn.said.to_others:
        return False
    deal, _ = deal_of(turn, f"{found.named}: it" if found.named else "it")
    if deal is None:
        turn.only_say(turn.memory, Plain(_WHICH))
        return True

    def told(books: Books, corrected: Corrected) -> None:
        memory = replace(turn.memory.about(corrected.deal), fixed=corrected.keys)
        turn.say(books, memory, Fixed(corrected, shared=turn.said.shared))

    correct(turn.then(told), turn.principal, deal, found.pairs)
    return True


def of_review(text: str) -> OfReview | None:
    """Tell what a message says of a review; None where it says nothing of one."""
    decided, reviewed, every = (pattern.match(text) for pattern in (_DECIDED, _REVIEWED, _EVERY))
    if decided is not None:
        parts = (_BULLET.sub("", part).strip() for part in _APART.split(decided["what"]))
        pairs = tuple(f"{CorrectedField.DECISION}={part}" for part in parts if part)
        return OfReview(pairs, decided["deal"])
    if reviewed is not None:
        return OfReview((f"{CorrectedField.REVIEWED}=yes",), reviewed["deal"])
    if every is not None:
        rhythm = (every["every"] or every["ly"]).casefold()
        return OfReview((f"{CorrectedField.REVIEW_EVERY}={rhythm}",), every["deal"])
    return None
