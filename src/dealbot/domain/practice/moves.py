"""What somebody does in a role-play with what they write: answers, asks, wants help, insults, stops, or nothing."""

import re
from enum import StrEnum

from dealbot.domain.knowledge import fold


class Move(StrEnum):
    """Kinds of what is written."""

    ANSWER = "answer"
    QUESTION = "question"
    UNCLEAR = "unclear"
    NOTHING = "nothing"
    HELP = "help"
    INSULT = "insult"
    STOP = "stop"


_STOP = re.compile(
    r"(?:please )?(?:stop|end|quit|exit|cancel|abort|leave|finish)(?: (?:it|here|now|this|the)*(?: ?role ?play)?)?"
    r"|(?:i am|i'm|im) (?:done|out)|(?:that's )?enough(?: for (?:now|today))?|no more|i have to go.{0,20}"
    r"|(?:let's|lets) (?:stop|end|leave it).{0,20}|i (?:want|need) to stop.{0,20}|stop (?:this|the) .{0,20}"
)
_HELP = re.compile(
    r"(?:please )?(?:(?:can|could) (?:you|i) )?(?:please )?(?:give|have|get|need|want)? ?(?:me )?(?:a |some |any )?"
    r"(?:hints?|tips?|help)(?: me)?(?: please)?"
    r"|i need (?:a hint|help|some help)|help me(?: out)?|(?:i am|i'm|im) (?:stuck|lost)(?: .{0,20})?"
    r"|(?:what|how) (?:should|would|do|could) i (?:say|answer|respond|reply)(?: (?:here|now|to (?:that|this|him|her)))?"
)
_INSULT = re.compile(
    r"\b(?:f\w*ck|f\*+\w*) (?:you|off)|\bgo to hell\b|\bscrew you\b|\bshut up\b|\bpiss off\b|\bbite me\b"
    r"|\b(?:you(?:'re| are)?|u r|ur) (?:an? |such an? |all |just an? |a total |so |really |fucking )*"
    r"(?:idiots?|morons?|stupid|dumb|asshole|bastard|bitch|jerk|clown|fool|loser|incompetent|useless)\b",
    re.IGNORECASE,
)
_UNCLEAR = re.compile(
    r"(?:sorry |wait |hm+ )?(?:what(?: do you mean| does (?:that|this) mean)(?: .{0,25})?|come again|pardon(?: me)?"
    r"|what|huh|sorry|i (?:don't|dont|do not|didn't|did not) (?:understand|get)(?: .{0,25})?"
    r"|(?:please )?(?:can|could) you (?:please )?(?:explain|clarify|repeat|rephrase|say)\b.{0,25}"
    r"|(?:please )?(?:repeat|explain|clarify)(?: .{0,25})?)"
)
_EMPTY = re.compile(
    r"(?:i )?(?:really )?(?:don't|dont|do not) (?:really )?know(?: (?:what to say|that|yet))?|no idea|not sure|idk"
    r"|(?:let me|i'd have to|i have to|i need to|i'd need to|i'll) (?:think(?: about (?:it|that))?|get back).{0,20}"
    r"|give me a (?:moment|second|minute)|(?:pass|skip|next|dunno|ok|okay|sure|yes|yeah|no|right|well|hm+|u[hm]+|er+m?"
    r"|hello|hi|hey|test|thanks|thank you|good question|i see|fine|great|maybe|agreed?|of course)(?: .?)?"
)
_WHOLE = {Move.STOP: _STOP, Move.HELP: _HELP, Move.UNCLEAR: _UNCLEAR, Move.NOTHING: _EMPTY}
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_LISTENS = re.compile(
    r"(?:i (?:hear|understand|see|get)|understood|fair|thanks?|ok(?:ay)?|right|sure|of course|got it"
    r"|that makes sense)\b",
    re.IGNORECASE,
)
_LONGEST_NOD = 6
_LETTERS = re.compile(r"[^\W\d_]")
_SHORTEST = 2


def move_of(said: str, heard: str = "") -> Move:
    """Tell what somebody does; `heard` is what they were told last: to repeat it is to say nothing."""
    if _INSULT.search(said):
        return Move.INSULT
    words = fold(said)
    plain = next((move for move, pattern in _WHOLE.items() if pattern.fullmatch(words)), None)
    if plain is not None:
        return plain
    if _tells_nothing(said, words, heard):
        return Move.NOTHING
    return Move.QUESTION if _only_asks(said) else Move.ANSWER


def _tells_nothing(said: str, words: str, heard: str) -> bool:
    if not _LETTERS.search(said) or len(words.split()) < _SHORTEST:
        return True
    return words in fold(heard)


def _only_asks(said: str) -> bool:
    """Whether nothing but questions is said, if after a nod: "I hear you. What happened then?"."""
    sentences = [each.strip() for each in _SENTENCE.findall(said) if _LETTERS.search(each)]
    told = [each for each in sentences if not each.endswith("?")]
    return len(told) < len(sentences) and all(_nods(each) for each in told)


def _nods(sentence: str) -> bool:
    return _LISTENS.match(sentence) is not None and len(sentence.split()) <= _LONGEST_NOD
