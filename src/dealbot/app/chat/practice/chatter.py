"""Telling words to us, about oneself or the conversation, from an answer: only to ask, never to decide."""

import re

from dealbot.app.common_words import COMMON
from dealbot.app.patterns import alternatives
from dealbot.app.words import words_of
from dealbot.domain.practice.card import Card

_SAYS = re.compile(
    r"\b(?:"
    + alternatives(r"""
        brb|be right back|bbl|ttyl|afk|bear with me|hang on|hold on|one (?:sec|second|moment|minute|min)
        (?:just )?an? (?:sec|second|moment|minute|min)(?: please)?|give me (?:a|one|two|five|ten|\d+)
        back in (?:an?|one|two|five|ten|\d+|half)|(?:i['\u2019]?ll|will) be (?:right )?back
        need (?:a|some) (?:coffee|break)
        (?:gotta|got to|have to|need to|must) (?:go|run|jump|hop|dash|leave|take|step|grab|drop|pick|board|drive)
        (?:jump|hop|get)(?:ping|ting)? (?:on|off|into) (?:an?|the|my|another) (?:call|meeting|train|plane|flight|bus)
        (?:i['\u2019]?m|i am) (?:on|in|at) (?:the|my|an?) (?:train|bus|plane|car|taxi|uber|airport|lobby|meeting|phone)
        my (?:boss|manager|wife|husband|partner|kids?|dog|phone|battery|train|bus|flight|ride|uber|lunch|next meeting)
        some(?:one|body)(?:['\u2019]s| is) (?:at the door|calling)|talk (?:soon|later)
        (?:do|finish|answer) (?:it|this|that) later
        sorry (?:about|for) (?:that|the (?:delay|wait)|being)|let me think|where (?:was|were) (?:i|we)
        (?:this|that) (?:one )?is (?:hard|tough|tricky|a (?:hard|tough|tricky|good|great) (?:one|question))|no worries
        wrong (?:chat|window|channel|person)|(?:that|this) was (?:meant )?for|ignore (?:that|this|my last)|lol|haha+|omg
        (?:really |so |very |a bit )?(?:tired|hungry|nervous|swamped|slammed)|thanks|thank you
        good (?:morning|evening|night)
    """)
    + r")\b",
    re.IGNORECASE,
)
_SHORT = 6
_LETTERS = 4


def is_chatter(text: str, card: Card | None) -> bool:
    """Whether words read like an aside: few, or of nothing that the question and its answer speak of."""
    if _SAYS.search(text) is None:
        return False
    return len(words_of(text)) <= _SHORT or not _speaks_of(text, card)


def _speaks_of(text: str, card: Card | None) -> bool:
    if card is None:
        return False
    return bool(_told(text) & _told(" ".join((card.prompt, *card.points, *card.choices, *card.accepted))))


def _told(text: str) -> set[str]:
    return {word.folded for word in words_of(text) if len(word.folded) >= _LETTERS and word.folded not in COMMON}
