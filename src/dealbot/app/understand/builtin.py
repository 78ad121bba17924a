"""The built-in reader of questions: no model, the same words always read the same."""

import re
from dataclasses import dataclass, replace
from functools import cache

from dealbot.app.deal_names import nearest
from dealbot.app.question import Asking, Focus, Intent, Question
from dealbot.app.understand.bounds import BARE, CONTINUES, OF_A_DEAL, OFF_TOPIC, QUESTION
from dealbot.app.understand.likeness import Likeness
from dealbot.app.understand.note_like import is_note
from dealbot.app.understand.people import Someone, people_in
from dealbot.app.understand.rules import intent_of
from dealbot.app.understand.shape import Shape, shape_of
from dealbot.app.understand.slots import focus_in, role_in, team_in, topic_in
from dealbot.app.understand.strangers import somebody_unknown, somewhere_unknown
from dealbot.app.understand.which_deal import Choice, choose_deal
from dealbot.app.words import Word, words_of
from dealbot.domain.stakeholder import BuyingRole, Function

# Nobody asks at greater length; of a note sent instead, the beginning tells what it is.
_LONGEST = 4_000
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his)\b")
_AS_OF = re.compile(r"\b(?:as of|back in) (?P<words>[^?.,;]+)", re.IGNORECASE)
_SINCE = re.compile(r"\bsince (?!we\b|last (?:time|contact)\b)(?P<words>[^?.,;]+)", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|regarding|re) (?P<words>[^?.!;]+)", re.IGNORECASE)
_FOCUS = {
    Intent.NEXT_STEPS: frozenset({Focus.LATE, Focus.THEIRS, Focus.OURS}),
    Intent.CONCERNS: frozenset({Focus.BLOCKING}),
    Intent.ENGAGEMENT: frozenset({Focus.UNHEARD, Focus.QUIET}),
    Intent.ROLES: frozenset({Focus.CONFLICTS, Focus.SUCCESSORS}),
}


@dataclass(frozen=True, slots=True)
class _Heard:
    """What was worked out of the words of one question."""

    text: str
    words: tuple[Word, ...]
    choice: Choice
    people: tuple[Someone, ...]
    shape: Shape
    function: Function | None

    def said(self, first: int, last: int) -> str:
        """The words from `first` to before `last` as written."""
        written = self.text[self.words[first].start : self.words[last - 1].end]
        return re.sub(r"['\u2019]s$", "", written)


class BuiltinQuestions:
    """Reads questions by rules, and what no rule foresees by its likeness to known ones; implements QuestionReader."""

    def __init__(self, likeness: Likeness | None = None) -> None:
        """Read by rules alone where no likeness is given."""
        self._likeness = likeness

    def read(self, text: str, asking: Asking) -> Question:
        """Read one question."""
        asking = replace(asking, people_of=cache(asking.people_of))
        words = words_of(text[:_LONGEST])
        if not words:
            return Question(text, Intent.UNSUPPORTED)
        heard = _hear(text, words, asking)
        intent = _intent(heard, asking, self._likeness)
        question = _with_slots(Question(text, intent, heard.choice.deal), heard, asking)
        return _checked(question, heard, asking)


def _hear(text: str, words: tuple[Word, ...], asking: Asking) -> _Heard:
    choice = choose_deal(words, asking)
    known = asking.people_of(choice.deal) if choice.deal else ()
    taken = {index for mention in choice.mentions for index in range(mention.start, mention.end)}
    people = tuple(someone for someone in people_in(words, known) if someone.start not in taken)
    shape = shape_of(words, choice.mentions, people)
    shape, function = team_in(shape)
    return _Heard(text, words, choice, people, shape, function)


def _intent(heard: _Heard, asking: Asking, likeness: Likeness | None) -> Intent:
    if not asking.sure and is_note(heard.text):
        return Intent.LOG_NOTE
    if OFF_TOPIC.search(heard.text[:_LONGEST].casefold()):
        return Intent.UNSUPPORTED
    plain = heard.shape.plain
    ours = bool(heard.choice.deal or heard.choice.mentions or OF_A_DEAL.search(plain))
    found = intent_of(plain) or _unforeseen(plain, asking, likeness)
    return found if ours or found is not Intent.LEARNED else Intent.UNSUPPORTED


def _unforeseen(plain: str, asking: Asking, likeness: Likeness | None) -> Intent:
    """What no rule knows: going on from the last question, a bare name, a likeness, or what the notes may tell."""
    if CONTINUES.match(plain) and asking.talk.intent is not None:
        return asking.talk.intent
    if BARE.search(plain):
        return Intent.STANDING
    like = likeness.intent_of(plain) if likeness is not None else None
    return like or (Intent.LEARNED if QUESTION.match(plain) else Intent.UNSUPPORTED)


def _with_slots(question: Question, heard: _Heard, asking: Asking) -> Question:
    plain, intent = heard.shape.plain, question.intent
    if intent is Intent.LOG_NOTE:
        return question
    absent = next((someone for someone in heard.people if not someone.keys), None)
    about = _words(_ABOUT, heard.text)
    meant = _meant(heard, asking)
    return replace(
        question,
        people=meant,
        named=heard.said(absent.start, absent.end) if absent else None,
        function=heard.function,
        topic=topic_in(plain) if intent is Intent.CONCERNS else None,
        role=_role(intent, plain),
        focus=focus_in(plain, _FOCUS.get(intent, frozenset())),
        about=about if intent in {Intent.CONCERNS, Intent.LEARNED} else None,
        pronoun=_PRONOUN.search(plain) is not None and (not meant or asking.talk.person not in meant),
        as_of=_words(_AS_OF, heard.text),
        since=_words(_SINCE, heard.text),
    )


def _role(intent: Intent, plain: str) -> BuyingRole | None:
    if intent is Intent.OWNER:
        return BuyingRole.OWNER
    return role_in(plain) if intent is Intent.ROLES else None


def _meant(heard: _Heard, asking: Asking) -> tuple[str, ...]:
    keys = tuple(sorted({key for someone in heard.people for key in someone.keys}))
    if keys or asking.talk.person is None or not _PRONOUN.search(heard.shape.plain):
        return keys
    return (asking.talk.person,)


def _words(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match.group("words").strip() if match else None


def _checked(question: Question, heard: _Heard, asking: Asking) -> Question:
    """A name that nobody goes by is said back; without a deal the question stays open."""
    if not question.intent.of_one_deal:
        return Question(question.text, question.intent)
    unknown = heard.choice.unknown
    elsewhere = heard.said(unknown.start, unknown.end) if unknown else _elsewhere(question, heard)
    if elsewhere is not None:
        near = nearest(elsewhere, asking.deals)
        return _open(replace(question, deal=None, named=elsewhere), near)
    if question.deal is None:
        return _open(question, heard.choice.candidates)
    if not question.people and question.named is None and question.intent is not Intent.LOG_NOTE:
        unknown_one = somebody_unknown(heard.shape, heard.words, question.intent)
        return replace(question, named=heard.said(*unknown_one) if unknown_one else None)
    return question


def _elsewhere(question: Question, heard: _Heard) -> str | None:
    if heard.choice.mentions or question.intent is Intent.LOG_NOTE:
        return None
    place = somewhere_unknown(heard.shape, heard.words, question.intent)
    return heard.said(*place) if place else None


def _open(question: Question, candidates: tuple[str, ...]) -> Question:
    if question.intent is Intent.LOG_NOTE:
        return replace(question, candidates=candidates)
    return replace(question, intent=Intent.NEED_DEAL, meant=question.intent, candidates=candidates)
