"""What is ours to answer: marks of a question, of one that goes on, and of one that no ledger of deals can tell."""

import re

from dealbot.app.patterns import alternatives
from dealbot.app.question import Intent, Talk
from dealbot.domain.policy import DOCUMENT_NUMBER

OFF_TOPIC = re.compile(
    alternatives(r"""
        weather|how tall|how much does .* weigh|\bbonus\b|\belection\b
        temperature outside|salar|stock (?:price|market)|share price|earnings|bitcoin|crypto|horoscope
        how much (?:does|do|is|did) .*\b(?:make|earn|paid)\b|compensation package|\bmarried\b|\bdivorced|\bbirthday
        how old (?:is|are) (?!the|this|that|these|their)|home address|where does .* live|politic(?:al|s) (?:view|party)
        \bjokes?\b|\bpoem|\bsong|lyrics|\brecipe|restaurant|\bflight|\bhotel|movie|football|baseball|super bowl|who won
        president of the (?:us|united)|prime minister|capital of|translate|in spanish|what time is it|what day is it
        \b\d+ (?:times|plus|minus|divided by|x) \d+|square root|python (?:code|script)|meaning of life|religio
        write (?:me )?(?:a|an|some) (?:poem|song|story|essay|code|python|script|letter)|system prompt
        (?:wife|husband|spouse|girlfriend|boyfriend|honeymoon)\b
        ^(?:please |can you |could you )?(?:compose|steal|hack|leak|forge|fake|sing|bribe|invent|draft an? law)\b
        (?:\bpatients?'? names?|names of (?:the )?patients)\b|\binflation\b|interest rates
        how many kids|hold up in court|legally (?:pay|binding|enforce)|\benforceable|\bsue (?:us|them)|kick ?back
        (?:chart|diagnosis|records?|labs|file|name) of (?:the |a |that |this |his |her )?patient\b
        patient'?s? (?:chart|diagnosis|file)
        (?:the|a|that|this|his|her) patient .*operated|are you (?:human|real|alive|conscious)
        ignore (?:all|your|previous)
    """)
)

# Asks for words to somebody, about a rule or, where one is talked of, of any kind: no other letter is ours.
# "Draft outpatient rule: does it hit us?" asks for none.
_WORDS_TO = r"message|e?mail|letter|one"
_DRAFT_RULE = (
    rf"(?! (?:(?!(?:to|for|on|about|the|an?|{_WORDS_TO})\b)[\w-]+ ){{0,3}}"
    rf"(?:rules?|regulations?|polic(?:y|ies))\b(?! (?:{_WORDS_TO})\b))"
)
_WRITE = rf"^(?:please |can you |could you |now |and |then )*(?:write|compose|reword|reposition|draft{_DRAFT_RULE})\b"
_RULE = rf"rules?|regulation|polic(?:y|ies)|opps|ipps|fee schedule|340b|{DOCUMENT_NUMBER.pattern}"
_WRITES = re.compile(_WRITE)
_LETTER = re.compile(rf"{_WRITE}.*\b(?:{_WORDS_TO})\b")
_POLICY_LETTER = re.compile(rf"{_WRITE}.*\b(?:{_RULE})\b")

# Words that make a question without a deal one of ours all the same.
OF_A_DEAL = re.compile(
    r"\b(?:pilot|contract|deal|they|their|them|he|she|him|her|champion|committee|hospital|vendor|demo|PERSON|TEAM)\b"
)
# Nothing but names: "Lakeshore?", "dana".
BARE = re.compile(r"^(?:(?:DEAL|PERSON|TEAM|please|and|the|on|for|about|hey|\?+)(?: |$))+$")
# Goes on from the question before: "and legal?", "what about Raj?".
CONTINUES = re.compile(
    r"^(?:and|so|ok|okay|what about|how about|same(?: question| thing| again)? (?:for|at|with)|what of|now)\b"
)

_LEAD = r"(?:so |and |ok |okay |hey |but |please |just |quick question )*"
_FIRST = alternatives(r"""
    who|what|where|when|why|how|which|whom|is|are|am|was|were|do|does|did|has|have|had|can|could|should|would|will|any
    anyone|anybody|anything|tell|show|give|list|find|remind|explain|summar\w*|compare|recap|catch
""")
QUESTION = re.compile(rf"^{_LEAD}(?:{_FIRST})\b")


def writes(text: str) -> bool:
    """Whether a question about a rule asks for words to somebody: "draft" is a verb there, and no word for proposed."""
    return _WRITES.search(text.casefold()) is not None


def without_verb(text: str) -> str:
    """The words of a question without the one that asks to write."""
    return _WRITES.sub("", text.casefold())


def asks_for_letter(text: str, talk: Talk) -> bool:
    """Whether words to somebody are asked for that a rule calls for, which it names or which is talked of."""
    folded = text.casefold()
    talked_of = talk.intent is Intent.POLICY_IMPACT
    return _POLICY_LETTER.search(folded) is not None or (talked_of and _LETTER.search(folded) is not None)
