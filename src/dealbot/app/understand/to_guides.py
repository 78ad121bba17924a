"""What is read as asked of a deal, or as not ours, though the guides tell it: words of the trade, rules, objections."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dealbot.app.common_words import COMMON
from dealbot.app.guides.specialists import claims_for_us
from dealbot.app.patterns import alternatives
from dealbot.app.question import Intent, Question, Talk
from dealbot.app.understand.bounds import OFF_TOPIC, asks_for_letter
from dealbot.app.understand.follow_ups import goes_on
from dealbot.app.understand.note_like import MARKED
from dealbot.app.understand.people import SHORT_TITLES
from dealbot.app.understand.trade import Called, Named, Trade
from dealbot.app.words import Word
from dealbot.domain.ehr import names_ehr

_WHAT_IT_IS = re.compile(
    r"\b(?:means?|meaning|stands? for|short for|definition|define)\b|\bwhat(?:'s| is| are) (?!the\b|our\b|their\b)"
)
_OF_DEALS = re.compile(
    alternatives(r"""
        \b(?:deals?|accounts?|customers?|clients?|prospects?|opportunit(?:y|ies)|pipeline|book|portfolio|us|my)\b
        \b(?:who|whom|whose|which|them|they|anyone|anybody|everyone|any of|expos\w+)\b
        ^(?!when\b)(?!.*\bdo we (?:know|have)\b).*\bwe\b|\bwhat (?:now|next)\b|\bnow what\b
        \b(?:hits?|affects?|impacts?) (?:it|this|here|any)\b
    """)
)
# What a guide has parts for: asked after its answer, it is asked of the guide.
_PART = re.compile(
    alternatives(
        r"""
        ^<lead>(?:the |a |an |any |another |what is the |what are the )?<part>(?: to avoid)?(?: \?+)?$
        ^<lead>what (?:should|must|do|can) (?:i|we|you) (?:not|never|avoid)(?: (?:say\w*|do\w*|promise))?(?: \?+)?$
        """,
        {
            "lead": r"(?:so |and |ok |okay |but |now )*",
            "part": r"(?:pitfalls?|mistakes?|best practices?|follow ?up (?:questions?|points?)|examples?|outcomes?)",
        },
    )
)
_TOUCHED = re.compile(r"\b(?:hit|hits|affect(?:s|ed)?|impact(?:s|ed)?|touched|exposed)\b")
# Beside the name of a rule, or a short form: so many telling words more it is still about that, so many it may be.
_BESIDE_RULE, _BESIDE_TERM, _MOST_BESIDE = 2, 1, 4
_LONGEST_SAYING = 16
_DATED = re.compile(r"\b(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri)day|(?:last|next) (?:week|month))\b")
_OBJECTION = re.compile(
    alternatives(
        r"""
        ^(?:what|how) (?:should|can|could|do|would) (?:i|we) (?:\w+ )?<tell>\b.* <title>\b(?! at\b)
        ^<title> (?:says?|wants?|asks?|claims?|insists?|complains?|refuses?|demands?|objects?|thinks?|fears?|keeps?)\b
        ^(?:\w+ ){0,3}(?:objections?|pushback)(?: handling)?$
        ^(?:the |a )?(?:competitors?|rivals?|incumbents?|other vendors?) (?:\w+ )?(?:offers?|is|are|undercuts?)\b
        """,
        {
            "tell": "(?:ask|say|tell|show|bring|pitch|avoid|answer|reply|respond)",
            "title": r"(?:the |their |a |our )?(?:PERSON|TEAM|procurement|pharmacists?|doctors|buyer|prospect)",
        },
    )
)
_OF_SOMEBODY = re.compile(r"\b(?:open|our|their|her|his|any|history|biggest|main|all|the|my)\b.*objection")
_OF_SOMEONE = re.compile(
    r"\b(?:they|them|their|s?he|her|his|him|who|we|our|us|my|it|sa(?:y|id)|deals?)\b", re.IGNORECASE
)
_SPEAKER = re.compile(r"\s*(?:the )?(\w{2,4}) ?: ?\S")


@dataclass(frozen=True, slots=True)
class Worded:
    """How a question is worded: its text, words and shape, and whether it names a deal or somebody by name."""

    text: str
    words: Sequence[Word]
    plain: str
    names_ours: bool


def to_guides(question: Question, worded: Worded, talk: Talk, trade: Callable[[], Trade]) -> Question:
    """The question as one for the guides where it is, or marked where it may be; what names a deal stays as it is."""
    goes_with_deals = talk.intent not in {None, Intent.KNOWLEDGE} and goes_on(worded.plain)
    folded = worded.text.casefold()
    if worded.names_ours or goes_with_deals or OFF_TOPIC.search(folded):
        return question
    if talk.intent is Intent.KNOWLEDGE and _PART.search(worded.plain):
        return Question(question.text, Intent.KNOWLEDGE)
    named = trade().named(worded.words)
    if named is not None and Called.RULE in named.kinds and _who_is_touched(question, folded):
        return Question(question.text, Intent.POLICY_IMPACT, everywhere=True)
    if _is_for_guides(question, worded, talk, named):
        return Question(question.text, Intent.KNOWLEDGE)
    may_be = _may_be_for_guides(question, worded, named)
    return replace(question, perhaps_guides=may_be, of_trade=_of_trade(worded, named))


def _of_trade(worded: Worded, named: Named | None) -> bool:
    """Whether it holds words of the trade, an EHR's name too, and nothing that tells of somebody's doings."""
    holds = (named is not None and named.kinds != {Called.SEAT}) or names_ehr(worded.text)
    return holds and not _OF_SOMEONE.search(worded.text)


def _who_is_touched(question: Question, folded: str) -> bool:
    lost = question.intent in {Intent.NEED_DEAL, Intent.UNSUPPORTED, Intent.AFFECTED}
    return lost and _TOUCHED.search(folded) is not None and _OF_DEALS.search(folded) is not None


def _is_for_guides(question: Question, worded: Worded, talk: Talk, named: Named | None) -> bool:
    folded = worded.text.casefold()
    asks_what_it_is = named is not None and not named.rest and _WHAT_IT_IS.search(folded) is not None
    match question.intent:
        case Intent.POLICY_IMPACT:
            of_deals = _OF_DEALS.search(folded) or asks_for_letter(worded.text, talk)
            return not of_deals and not goes_on(worded.plain) and not _names_somewhere(worded.words, named)
        case Intent.KNOWLEDGE | Intent.HELP | Intent.PIPELINE | Intent.STALL_CAUSES | Intent.LOG_NOTE:
            return False
        case Intent.UNSUPPORTED:
            return (named is not None and _tells_enough(named)) or asks_what_it_is or claims_for_us(worded.text)
        case Intent.NEED_DEAL:
            # Which record system they have is asked of a deal by that word alone.
            alone = named is not None and not named.rest and named.kinds != {Called.SEAT}
            return (alone and question.meant is not Intent.EHR) or asks_what_it_is or claims_for_us(worded.text)
        case _:
            return asks_what_it_is or claims_for_us(worded.text)


def _tells_enough(named: Named) -> bool:
    most = _BESIDE_RULE if Called.RULE in named.kinds else _BESIDE_TERM
    return len(named.rest) <= most and named.kinds != {Called.SEAT}


def _may_be_for_guides(question: Question, worded: Worded, named: Named | None) -> bool:
    """Whether it may be: an objection, what to say to a title, or words of the trade that no deal explains."""
    match question.intent:
        case Intent.UNSUPPORTED:
            return (named is not None and len(named.rest) <= _MOST_BESIDE) or _objects(worded)
        case Intent.NEED_DEAL:
            return _objects(worded)
        case Intent.LOG_NOTE:
            noted = MARKED.match(worded.text) or _DATED.search(worded.text.casefold())
            return question.deal is None and not noted and _objects(worded)
        case _:
            return False


def _objects(worded: Worded) -> bool:
    if len(worded.words) > _LONGEST_SAYING or _OF_SOMEBODY.search(worded.plain):
        return False
    speaker = _SPEAKER.match(worded.text.casefold())
    said = speaker is not None and speaker.group(1) in SHORT_TITLES
    return said or _OBJECTION.search(worded.plain.removesuffix(" ?")) is not None


def _names_somewhere(words: Sequence[Word], named: Named | None) -> bool:
    """Whether a word inside is written like the name of a hospital that nobody knows."""
    known = {word.start for word in named.words} if named is not None else set()
    return any(
        word.capital and not word.written.isupper() and word.start not in known and word.folded not in COMMON
        for word in words[1:]
    )
