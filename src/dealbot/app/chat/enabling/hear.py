"""Hearing what enablement, a manager or anybody asks about cohorts, checks and other people's practice."""

import re
from dataclasses import replace
from typing import assert_never

from dealbot.app.chat.enabling import reporting
from dealbot.app.chat.enabling.asked import (
    About,
    AskAnswers,
    AskCohort,
    Asked,
    AskGaps,
    AskPerson,
    AskReady,
    AskTeam,
    ChangeCohort,
    MakeCohort,
    OfPerson,
    RemindPerson,
    ScoreMock,
    ShowCard,
    ShowCards,
)
from dealbot.app.chat.enabling.cohorts import WHOLE, change, complete, make
from dealbot.app.chat.enabling.ending import ask_to_end
from dealbot.app.chat.enabling.lexicon import HOW
from dealbot.app.chat.enabling.looking import look_through, show_card
from dealbot.app.chat.enabling.parse import asked_in, commanded
from dealbot.app.chat.enabling.people import one_person
from dealbot.app.chat.enabling.reading import mock, review
from dealbot.app.chat.enabling.sending import remind, send
from dealbot.app.chat.enabling.steering import steered
from dealbot.app.chat.enabling.tools import SeveralCohorts, cohort_named, no_cohort, refuse, say, trains
from dealbot.app.chat.of_enabling import Named, WhichCohort
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn
from dealbot.domain.practice.cohort import Cohort
from dealbot.domain.principal import Role

_SAID = re.compile(r"\b(?:cohorts?|checks?|sign[ -]?offs?|mocks?|cards?|decks?|mastery|practi[cs]e)\b", re.IGNORECASE)
_COHORT = re.compile(r"\bcohorts?\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|new|second|next) (?:check|questions)\b", re.IGNORECASE)
SAY_AGAIN = "Say it again with the cohort's whole name."
_ALONE = "Practice is told in our direct message only: ask me there."


def enable(turn: Turn) -> bool:
    """Do what a message asks of cohorts, checks, cards or others' practice; false for any other message."""
    if turn.said.overheard:
        return False
    if steered(turn):
        return True
    found = asked_in(turn.said.text)
    if found is None and trains(turn) and not turn.principal.aloud and HOW.match(turn.said.text):
        return say(turn, Plain(WHOLE))
    if found is None:
        return trains(turn) and not turn.principal.aloud and complete(turn)
    return do(turn, found)


def command(turn: Turn) -> bool:
    """Do what the command asks of cohorts, checks, cards or others' practice; false for anything else."""
    found = commanded(turn.said.text)
    return found is not None and do(turn, found)


def do(turn: Turn, found: Asked) -> bool:
    """Do what is asked; false where it may be about something else. Of several cohorts one is chosen by a tap."""
    try:
        return _do(turn, found)
    except SeveralCohorts as several:
        return say(turn, WhichCohort(several.cohorts, turn.said.text))


def of_cohort(turn: Turn, text: str, cohort: int) -> None:
    """Do what was asked in a text, of one of the cohorts that may have been meant."""
    with turn.reading() as books:
        name = books.cohorts.get(cohort).name
    found = asked_in(text)
    said = replace(turn, said=replace(turn.said, text=text))
    match found:
        case AskCohort() | ChangeCohort():
            _do(said, replace(found, cohort=name))
        case ShowCards():
            _do(said, ShowCards(name))
        case AskAnswers():
            review(said, cohort)
        case _:
            say(turn, Plain(SAY_AGAIN))


def _do(turn: Turn, found: Asked) -> bool:
    sure = _SAID.search(turn.said.text) is not None
    if turn.principal.aloud:
        return say(turn, Plain(_ALONE)) if sure or _names_cohort(turn, found) else False
    if isinstance(found, AskTeam):
        return reporting.team(turn)
    if isinstance(found, AskPerson):
        return reporting.person(turn, found.person)
    if isinstance(found, OfPerson):
        return _of_learner(turn, found)
    if not trains(turn):
        return _of_others(turn, found)
    return _of_enablement(turn, found, sure=sure)


def _names_cohort(turn: Turn, found: Asked) -> bool:
    """Whether enablement names a cohort that there is, outside of the direct message."""
    named = found.cohort if isinstance(found, AskCohort) else ""
    return bool(named) and trains(turn) and _cohort(turn, named) is not None


def _of_learner(turn: Turn, found: OfPerson) -> bool:
    """Do what is asked of somebody by their check; false for whoever is in no cohort: that may be a buyer."""
    if not (trains(turn) or (Role.MANAGER in turn.principal.roles and isinstance(found, AskReady))):
        return False
    with turn.reading() as books:
        meant = one_person(found.person, turn.said.mentioned, books.users.all(), "")
        who = meant.users[0].id if len(meant.users) == 1 else ""
        cohort = next((each for each in books.cohorts.all() if who in each.members), None)
    if cohort is None:
        return _review_of(turn, found)
    match found:
        case AskReady():
            return reporting.person(turn, found.person)
        case RemindPerson():
            remind(turn, cohort.id, who)
            return True
        case AskAnswers():
            return review(turn, cohort.id, who)
    assert_never(found)


def _review_of(turn: Turn, found: OfPerson) -> bool:
    """Open the review of a cohort whose name is taken for a person's; false where there is none."""
    named = _cohort(turn, found.person) if isinstance(found, AskAnswers) and found.person else None
    return named is not None and review(turn, named.id)


def _of_others(turn: Turn, found: Asked) -> bool:
    """A manager is told of their own people's checks; whatever else there is, who may is told."""
    if isinstance(found, AskCohort) and Role.MANAGER in turn.principal.roles:
        if found.about is About.MASTERY:
            return reporting.mastery(turn)
        cohort = _cohort(turn, found.cohort)
        bare = not found.cohort and not found.sure and found.about is About.STANDING
        if cohort is not None and not bare and found.about in {About.STANDING, About.READY}:
            return reporting.standing(turn, cohort.name, names=found.about is About.READY)
    if isinstance(found, AskCohort) and found.about is About.READY and _bare(turn, found):
        return reporting.own_standing(turn)
    outright = isinstance(found, MakeCohort | ScoreMock) or (isinstance(found, AskGaps) and found.sure)
    of_cohort = isinstance(found, AskCohort) and found.about in {About.SIGN_OFFS, About.SEND, About.REVIEW}
    names_it = _COHORT.search(turn.said.text) is not None
    return refuse(turn) if outright or names_it or (of_cohort and _says_check(turn)) else False


def _bare(turn: Turn, found: AskCohort) -> bool:
    """Whether nobody and nothing is named, nor a deal spoken of, whose people may be ready or not."""
    return not found.cohort and turn.memory.deal is None


def _says_check(turn: Turn) -> bool:
    return re.search(r"\bcheck\b|\bsign[ -]?off list\b", turn.said.text, re.IGNORECASE) is not None


def _of_enablement(turn: Turn, found: Asked, *, sure: bool) -> bool:
    match found:
        case MakeCohort() | ChangeCohort() | AskCohort():
            return _about_cohort(turn, found, sure=sure)
        case ShowCards():
            return look_through(turn, found.of, sure=sure)
        case ShowCard():
            return show_card(turn, found.words)
        case ScoreMock():
            return _mock(turn, found.person)
        case _:
            return isinstance(found, AskGaps) and reporting.gaps(turn)


def _about_cohort(turn: Turn, found: MakeCohort | ChangeCohort | AskCohort, *, sure: bool) -> bool:
    match found:
        case MakeCohort():
            return make(turn, found)
        case ChangeCohort():
            names_it = _COHORT.search(turn.said.text) is not None
            return (bool(found.cohort) or names_it) and change(turn, found, sure=names_it)
        case AskCohort():
            return _of_cohort(turn, found, sure=sure and found.sure)
    assert_never(found)


def _of_cohort(turn: Turn, found: AskCohort, *, sure: bool) -> bool:
    if found.about is About.MASTERY:
        return reporting.mastery(turn)
    cohort = _cohort(turn, found.cohort)
    if cohort is None:
        with turn.reading() as books:
            told = no_cohort(books, found.cohort)
        ready = found.about is About.READY and _bare(turn, found)
        return say(turn, Plain(told)) if sure or ready else False
    if found.about in {About.END, About.CANCEL}:
        return ask_to_end(turn, cohort.id, check=found.about is About.CANCEL)
    return _with_cohort(turn, cohort, found.about)


def _with_cohort(turn: Turn, cohort: Cohort, about: About) -> bool:
    match about:
        case About.STANDING | About.READY:
            return reporting.standing(turn, cohort.name, names=about is About.READY)
        case About.SIGN_OFFS:
            return reporting.sign_offs(turn, cohort.name)
        case About.REVIEW:
            return review(turn, cohort.id)
        case About.REMIND:
            remind(turn, cohort.id)
            return True
        case About.SEND:
            return send(turn, cohort.id, another=_ANOTHER.search(turn.said.text) is not None)
        case _:
            return reporting.mastery(turn)


def _cohort(turn: Turn, name: str) -> Cohort | None:
    with turn.reading() as books:
        return cohort_named(books, name)


def _mock(turn: Turn, named: str) -> bool:
    with turn.reading() as books:
        meant = one_person(named, turn.said.mentioned, books.users.all(), turn.principal.user)
    if len(meant.users) != 1:
        return say(turn, Plain("\n".join(meant.wrong)))
    return mock(turn, Named(meant.users[0].id, meant.users[0].name))
