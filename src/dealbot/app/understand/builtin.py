"""The built-in reader of questions: no model, the same words always read the same."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from dealbot.app.deal_names import nearest
from dealbot.app.question import Asking, Focus, Intent, Question
from dealbot.app.understand.bounds import OF_A_DEAL, OFF_TOPIC, asks_for_letter
from dealbot.app.understand.dates import dates_in, masked, without_days
from dealbot.app.understand.follow_ups import kept, turned
from dealbot.app.understand.intents import Asks, asked_of
from dealbot.app.understand.lead_questions import asks_for_leads
from dealbot.app.understand.likeness import Likeness
from dealbot.app.understand.note_like import ASKS, MARKED, is_note
from dealbot.app.understand.people import Someone, people_in
from dealbot.app.understand.scope import lacking
from dealbot.app.understand.shape import Shape, shape_of
from dealbot.app.understand.slots import focus_in, role_in, team_in, topic_in
from dealbot.app.understand.strangers import somebody_unknown, somewhere_unknown
from dealbot.app.understand.to_guides import Worded, to_guides
from dealbot.app.understand.trade import NO_TRADE, Trade
from dealbot.app.understand.which_deal import Choice, choose_deal
from dealbot.app.words import Word, words_of
from dealbot.domain.stakeholder import BuyingRole, Function
from dealbot.domain.title import function_of

# Nobody asks at greater length; of a note sent instead, the beginning tells what it is.
_LONGEST = 4_000
_SHORT_NOTE = 30
_FEWEST_OF_A_NOTE = 5
_LIKE_A_NOTE, _MUST_BE_A_NOTE = 0.2, 0.6
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers)\b")
_ABOUT = re.compile(r"\b(?:about|regarding|re) (?P<words>[^?.!;]+)", re.IGNORECASE)
_FOCUS = {
    Intent.NEXT_STEPS: frozenset({Focus.LATE, Focus.THEIRS, Focus.OURS}),
    Intent.CONCERNS: frozenset({Focus.BLOCKING}),
    Intent.ENGAGEMENT: frozenset({Focus.UNHEARD, Focus.QUIET}),
    Intent.ROLES: frozenset({Focus.CONFLICTS, Focus.SUCCESSORS}),
}
_OVER_ALL = frozenset(focus for focus in Focus if focus.of_all_deals)
_OF_TOPIC = frozenset({Intent.CONCERNS, Intent.CONCERN_HISTORY})
# Their words name an item of a list or a subject, so that a title or a topic in them is no limit.
_OF_NO_ONE = frozenset({Intent.QUALIFICATION, Intent.KNOWLEDGE, Intent.HELP})
# Answered with words of the notes or before one meeting: of one deal at a time.
_OF_ITS_WORDS = frozenset({Intent.LEARNED, Intent.BRIEF, Intent.LOG_NOTE})
# Clinicians are who a pilot is for: they limit nothing.
_OF_A_PILOT = frozenset({Intent.PILOT_CRITERIA, Intent.PILOT_INDICATORS})


@dataclass(frozen=True, slots=True)
class _Heard:
    """What was worked out of the words of one question."""

    text: str
    words: tuple[Word, ...]
    choice: Choice
    people: tuple[Someone, ...]
    shape: Shape
    function: Function | None

    @property
    def masked(self) -> str:
        """The text without its names."""
        named = [(mention.start, mention.end) for mention in self.choice.mentions]
        named += [(someone.start, someone.end) for someone in self.people]
        return masked(self.text, ((self.words[a].start, self.words[b - 1].end) for a, b in named))

    def worded(self, asking: Asking) -> Worded:
        """How it is worded, for telling what the guides are asked."""
        ours = bool(self.choice.mentions and self.choice.unknown is None) or self.choice.everywhere
        ours = ours or self.choice.somebody or asking.given is not None or any(one.named for one in self.people)
        return Worded(self.text, self.words, self.shape.plain, ours)

    def said(self, first: int, last: int) -> str:
        """The words from `first` to before `last` as written."""
        written = self.text[self.words[first].start : self.words[last - 1].end]
        return re.sub(r"['\u2019]s$", "", written)


class BuiltinQuestions:
    """Reads questions by rules, and what no rule foresees by its likeness to known ones; implements QuestionReader."""

    def __init__(self, likeness: Likeness | None = None, trade: Callable[[], Trade] = lambda: NO_TRADE) -> None:
        """Read by rules alone where no likeness is given; `trade` opens the words that the guides explain."""
        self._likeness = likeness
        self._trade = trade

    def read(self, text: str, asking: Asking) -> Question:
        """Read one question."""
        asking = replace(asking, people_of=cache(asking.people_of))
        written = text[:_LONGEST].replace("%", " percent ")
        words = words_of(written)
        if not words:
            return Question(text, Intent.UNSUPPORTED)
        heard = _hear(written, words, asking)
        over_all = _over_all(heard, asking)
        if over_all is not None:
            return Question(text, Intent.REVIEW, everywhere=True, focus=over_all)
        if asks_for_leads(text):
            as_of = dates_in(heard.masked, asking.today, Intent.PIPELINE).as_of
            return Question(text, Intent.PIPELINE, everywhere=True, focus=Focus.LEADS, as_of=as_of)
        asks = _asked(heard, asking, self._likeness)
        question = _with_slots(Question(text, asks.intent, heard.choice.deal), heard, asking)
        question = replace(_checked(question, heard, asking), guessed=asks.guessed)
        return to_guides(question, heard.worded(asking), asking.talk, self._trade)


def _hear(text: str, words: tuple[Word, ...], asking: Asking) -> _Heard:
    choice = choose_deal(words, asking)
    known = asking.people_of(choice.deal) if choice.deal else ()
    taken = {index for mention in choice.mentions for index in range(mention.start, mention.end)}
    people = tuple(someone for someone in people_in(words, known) if someone.start not in taken)
    shape = shape_of(words, choice.mentions, people)
    shape, function = team_in(shape)
    return _Heard(text, words, choice, people, shape, function)


def _over_all(heard: _Heard, asking: Asking) -> Focus | None:
    """What is asked that only all deals together can answer; a deal that is named is asked about alone."""
    named = heard.choice.mentions or asking.given is not None
    return None if named else focus_in(heard.shape.plain, _OVER_ALL)


def _asked(heard: _Heard, asking: Asking, likeness: Likeness | None) -> Asks:
    if not asking.sure and _reports(heard, likeness):
        return Asks(Intent.LOG_NOTE)
    if asks_for_letter(heard.text, asking.talk):
        return Asks(Intent.POLICY_IMPACT)
    if OFF_TOPIC.search(heard.text.casefold()):
        return Asks(Intent.UNSUPPORTED)
    plain = heard.shape.plain
    choice = heard.choice
    known = bool(choice.deal or choice.mentions or choice.everywhere or choice.somebody)
    ours = known or OF_A_DEAL.search(plain) is not None
    rootless = choice.deal is None and not choice.mentions
    bent = turned(plain, " ".join(without_days(heard.masked, asking.today).split()), asking.talk)
    found = Asks(bent) if bent else asked_of(plain, asking.talk, likeness, rootless=rootless)
    return found if ours or found.intent is not Intent.LEARNED else replace(found, intent=Intent.UNSUPPORTED)


def _reports(heard: _Heard, likeness: Likeness | None) -> bool:
    """Whether it plainly is a note; a short one must also be like one."""
    reports, asks = is_note(heard.text), ASKS.match(heard.text) is not None or "?" in heard.text
    if likeness is None or MARKED.match(heard.text) or len(heard.words) > _SHORT_NOTE:
        return reports
    if not reports and (asks or len(heard.words) < _FEWEST_OF_A_NOTE):
        return False
    return likeness.shares(heard.shape.plain)[Intent.LOG_NOTE] >= (_LIKE_A_NOTE if reports else _MUST_BE_A_NOTE)


def _with_slots(question: Question, heard: _Heard, asking: Asking) -> Question:
    plain, intent, choice = heard.shape.plain, question.intent, heard.choice
    absent = next((someone for someone in heard.people if not someone.keys), None)
    about = _words(_ABOUT, heard.text)
    meant = _meant(heard, asking)
    dates = dates_in(heard.masked, asking.today, intent)
    question = replace(
        question,
        people=meant,
        named=heard.said(absent.start, absent.end) if absent else None,
        function=_function(heard, intent, absent),
        topic=topic_in(plain) if intent in _OF_TOPIC else None,
        role=_role(intent, plain),
        focus=focus_in(plain, _FOCUS.get(intent, frozenset())),
        about=about if intent in {Intent.CONCERNS, Intent.LEARNED} else None,
        pronoun=_PRONOUN.search(plain) is not None and (not meant or asking.talk.person not in meant),
        as_of=dates.as_of,
        since=dates.since,
        deals=choice.several,
        everywhere=choice.everywhere,
        lacking=choice.everywhere and lacking(heard.words),
    )
    return kept(question, plain, asking.talk)


def _function(heard: _Heard, intent: Intent, absent: Someone | None) -> Function | None:
    """The part of the house asked about; over several deals also whose title is named."""
    if heard.choice.deal is None and absent is not None:
        return function_of(heard.said(absent.start, absent.end).removesuffix("s"))
    if intent in _OF_A_PILOT and heard.function is Function.CLINICAL:
        return None
    return heard.function


def _role(intent: Intent, plain: str) -> BuyingRole | None:
    if intent is Intent.OWNER:
        return BuyingRole.OWNER
    return role_in(plain) if intent is Intent.ROLES else None


def _meant(heard: _Heard, asking: Asking) -> tuple[str, ...]:
    keys = tuple(sorted({key for someone in heard.people for key in someone.keys}))
    if keys or asking.talk.person is None or not _PRONOUN.search(heard.shape.plain):
        return keys
    return (asking.talk.person,) if heard.choice.deal == asking.talk.deal else ()


def _words(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match.group("words").strip() if match else None


def _checked(question: Question, heard: _Heard, asking: Asking) -> Question:
    """A name that nobody goes by is said back; without a deal the question stays open."""
    question = _limited(question)
    if not question.intent.of_one_deal:
        return _of_no_deal(question, heard)
    unknown = heard.choice.unknown
    elsewhere = heard.said(unknown.start, unknown.end) if unknown else _elsewhere(question, heard)
    if elsewhere is not None:
        near = nearest(elsewhere, asking.deals)
        return _open(replace(question, deal=None, deals=(), everywhere=False, named=elsewhere), near)
    if question.deal is not None:
        return _with_stranger(question, heard)
    if question.deals or (question.everywhere and question.intent not in _OF_ITS_WORDS):
        return replace(question, named=None)
    every = tuple(sorted((deal.name for deal in asking.deals), key=str.casefold)) if question.everywhere else ()
    return _open(replace(question, everywhere=False), heard.choice.candidates or every)


def _limited(question: Question) -> Question:
    """Without the limits that its words only seem to set."""
    if question.intent in {Intent.LOG_NOTE, Intent.UNSUPPORTED}:
        return Question(question.text, question.intent, question.deal, question.deals, people=question.people)
    if question.intent in _OF_NO_ONE:
        return replace(question, people=(), named=None, function=None, topic=None, role=None)
    return question


def _with_stranger(question: Question, heard: _Heard) -> Question:
    """With the name of somebody whom nobody of the deal is, if it asks about one."""
    if question.people or question.named is not None or question.intent in {Intent.LOG_NOTE, *_OF_NO_ONE}:
        return question
    unknown = somebody_unknown(heard.shape, heard.words, question.intent)
    return replace(question, named=heard.said(*unknown) if unknown else None)


def _of_no_deal(question: Question, heard: _Heard) -> Question:
    """What needs no deal keeps one that is named; of what is not ours also whom and what it is about."""
    if question.intent is Intent.UNSUPPORTED:
        return replace(question, named=None, everywhere=False)
    choice = heard.choice
    named = choice.deal if choice.mentions else None
    plain = Question(question.text, question.intent, as_of=question.as_of, since=question.since)
    if question.intent in {Intent.KNOWLEDGE, Intent.HELP}:
        return plain
    return replace(plain, deal=named, deals=choice.several, everywhere=named is None and not choice.several)


def _elsewhere(question: Question, heard: _Heard) -> str | None:
    if heard.choice.mentions or heard.choice.everywhere or question.intent is Intent.LOG_NOTE:
        return None
    place = somewhere_unknown(heard.shape, heard.words, question.intent)
    return heard.said(*place) if place else None


def _open(question: Question, candidates: tuple[str, ...]) -> Question:
    if question.intent is Intent.LOG_NOTE:
        return replace(question, candidates=candidates)
    return replace(question, intent=Intent.NEED_DEAL, meant=question.intent, candidates=candidates)
