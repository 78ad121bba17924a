"""Telling an answer from anything else that is written while a question of practice is open."""

import re
from enum import StrEnum

from dealbot.app.chat.fixes.lexicon import TAKE_BACK
from dealbot.app.chat.practice.chatter import is_chatter
from dealbot.app.chat.reviewing import asks_outright, of_review
from dealbot.app.chat.turn import Turn
from dealbot.app.chat.which_deal import named_in, new_name
from dealbot.app.chat.whose import deal_of_person
from dealbot.app.deal_names import names_of
from dealbot.app.understand.note_like import ASKS, MARKED, REPORTS
from dealbot.app.words import words_of
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.keyed import can_be_marked
from dealbot.domain.practice.moves import Move, move_of

_PRIVATE = re.compile(r"^\s*private\s*:", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms)\.? [A-Z][a-z]+|\b[A-Z][a-z]+(?: [A-Z][\w'\u2019-]+)?,? \(?(?:the |their |our |new |acting )*"
    r"(?:C[A-Z]{1,3}O|VP|SVP|GC|CISO|[Cc]hief|[Dd]irector|[Gg]eneral [Cc]ounsel|[Hh]ead of)\b"
)
_REPORTED = re.compile(
    r"^\W*(?:(?:just|i|we|have|had|had a|quick|good|great) )*(?:met|spoke|talked|called|got off|visited|saw|call"
    r"|meeting|lunch|coffee) (?:w/|with|to|by|at)?",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"^\W*(?:what can you do|(?:list )?my deals|(?:show (?:me )?(?:my )?)?(?:pipeline|deals))\W*$",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_CALLED = re.compile(
    r"^\W*(?:(?:hi|hello|thanks|thank you|ok|okay|so|well|look|sure|yes|no)[ ,]+)*(?:Dr\.? )?[A-Z][\w'-]+, "
)
_FOR_US = re.compile(r"^\W*(?:please )?(?:can|could|would|will|do) you (?:please )?\w+ (?:me|us)\b", re.IGNORECASE)
_PARTS_OF_A_STORY = frozenset(
    "situation task action result results answer example first second third then context outcome story me i".split()
)
_SMALL_TALK = re.compile(
    r"^\W*(?:hi|hello|hey|thanks|thank you|thx|ty|ok|okay|k|cool|nice|great|lol|haha|good (?:morning|evening)|hm+"
    r"|got it|ready)\W*$",
    re.IGNORECASE,
)
_TO_ASK = re.compile(r"\b(?:do|would|could|will|can|to) (?:you |we )?ask\b|\bquestions?\b", re.IGNORECASE)


class Meant(StrEnum):
    """What a message is while a question is open; what is unsure is asked."""

    ANSWER = "answer"
    NOTHING = "nothing"
    NO_CHOICE = "no_choice"
    ELSE = "else"
    MAYBE_NOTE = "maybe_note"
    MAYBE_QUESTION = "maybe_question"
    MAYBE_NOTHING = "maybe_nothing"


def told_apart(turn: Turn, card: Card | None, *, check: bool = False) -> Meant:
    """Tell what is written: only what is certain is done without asking, and no note is taken for an answer.

    In a check, which others read, more is asked than in practice.
    """
    text = turn.said.text
    if card is not None and card.choices and can_be_marked(card, text):
        return Meant.ANSWER
    lettered = any(letter.isalnum() for letter in text)
    if not lettered or _SMALL_TALK.match(text):
        return Meant.MAYBE_NOTHING if check and lettered else Meant.NOTHING
    if _certainly_else(turn, text):
        return Meant.ELSE
    return _of_words(turn, text, card, check=check)


def _of_words(turn: Turn, text: str, card: Card | None, *, check: bool) -> Meant:
    """What whole words are that do not say outright what they are."""
    if _is_question(text):
        found = _of_question(turn, text, card)
        of_deal = turn.memory.deal is not None or deal_of_person(turn, text) is not None
        return Meant.MAYBE_NOTHING if check and found is not Meant.ELSE and not of_deal else found
    if like_a_note(turn, text) or (check and _names_somebody(turn, text)):
        return Meant.MAYBE_NOTE
    if is_chatter(text, card):
        return Meant.MAYBE_NOTHING
    return Meant.NO_CHOICE if card is not None and card.choices else Meant.ANSWER


def is_said_to_officer(text: str) -> bool:
    """Whether a few words that would mean something to dealbot are for the officer of a role-play."""
    return _SMALL_TALK.match(text) is not None or move_of(text, "") in {
        Move.HELP,
        Move.STOP,
        Move.NOTHING,
        Move.UNCLEAR,
    }


def speaks_to_officer(text: str) -> bool:
    """Whether words of a role-play are to the one who is played, by name or by "you", and ask nothing of dealbot."""
    to_them = _SPOKEN_TO.search(text) is not None or _CALLED.match(text) is not None
    return to_them and _FOR_US.match(text) is None


def _certainly_else(turn: Turn, text: str) -> bool:
    """Whether it says outright what it is: a note by its beginning, a command, or nothing but a deal's name."""
    if says_outright(text) or TAKE_BACK.match(text) or _HELPS.match(text) or of_review(text):
        return True
    head, colon, _ = text.partition(":")
    named = colon and len(words_of(head)) <= 5 and named_in(head, turn.deals())
    return bool(named) or _only_a_deal(turn, text) or asks_outright(turn)


def says_outright(text: str) -> bool:
    """Whether a text says of itself that it is a note."""
    return _PRIVATE.match(text) is not None or MARKED.match(text) is not None


def _only_a_deal(turn: Turn, text: str) -> bool:
    words = words_of(text)
    found = names_of(turn.deals()).in_text(words, lambda _deal, _index: False)
    return any(each.start == 0 and each.end == len(words) for each in found)


def _is_question(text: str) -> bool:
    return ASKS.match(text) is not None and text.rstrip().endswith("?") and "\n" not in text.strip()


def _of_question(turn: Turn, text: str, card: Card | None) -> Meant:
    """A question about a deal is asked of us; any other may be an answer where one is to ask the buyer."""
    if named_in(text, turn.deals()):
        return Meant.ELSE
    if card is not None and is_chatter(text, card):
        return Meant.MAYBE_NOTHING
    about_talk = turn.memory.deal is not None or deal_of_person(turn, text) is not None
    to_be_asked = card is None or _TO_ASK.search(card.prompt) is not None
    return Meant.ANSWER if to_be_asked and not about_talk else Meant.MAYBE_QUESTION


def _names_somebody(turn: Turn, text: str) -> bool:
    """Whether it names a deal, or somebody of one."""
    return (
        bool(named_in(text, turn.deals())) or _NAMED.search(text) is not None or deal_of_person(turn, text) is not None
    )


def like_a_note(turn: Turn, text: str) -> bool:
    """Whether it tells of people of a deal, or of a call: by a deal's name, somebody's, or how it begins."""
    reports, named = REPORTS.search(text) is not None, _names_somebody(turn, text)
    return (reports and named) or _begins_as_note(turn, text, named=named)


def _begins_as_note(turn: Turn, text: str, *, named: bool) -> bool:
    new = new_name(text, turn.deals())
    hospital = new is not None and new.split()[0].casefold() not in _PARTS_OF_A_STORY
    return hospital or (named and _REPORTED.match(text) is not None)
