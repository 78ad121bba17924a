"""Setting something right by hand: a correction is an observation too, and is superseded by what is said later."""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dealbot.app.account_forms import check_buyers, formed
from dealbot.app.desk import Desk, the_deal
from dealbot.app.given_values import shaped
from dealbot.app.in_step import InStep, in_step
from dealbot.app.lessons import Learnt, teach
from dealbot.app.path_given import check_path, path_given
from dealbot.app.state import latest_day, state_now, state_of
from dealbot.app.terms import in_step_with, written
from dealbot.domain.affected import affected_by_hand
from dealbot.domain.champion import criterion_by_hand
from dealbot.domain.changes import Change, changes_between
from dealbot.domain.concern import BLOCKING, NOT_A_CONCERN, NOT_BLOCKING, ConcernStatus, ConcernTopic
from dealbot.domain.conflict import conflict_by_hand, end_by_hand
from dealbot.domain.corrected_field import (
    OF_A_PERSON,
    OF_PILOT_OR_ACCOUNT,
    OF_THE_DEAL,
    OF_THE_PATH,
    SAME_PERSON,
    CorrectedField,
)
from dealbot.domain.deal import DealState, Stakeholder
from dealbot.domain.evidence import Span
from dealbot.domain.lesson import LessonState
from dealbot.domain.names import fold, may_mean
from dealbot.domain.observation import Correction
from dealbot.domain.partnership import ActivityKind
from dealbot.domain.principal import Principal
from dealbot.domain.review import Rhythm
from dealbot.domain.stakeholder import BuyingRole, DecisionStage, Function, Side, Stance
from dealbot.domain.title import canonical_title, function_of
from dealbot.domain.visibility import visibility_of_correction
from dealbot.errors import BadInput, UnknownNote
from dealbot.store.books import Books
from dealbot.store.values import CorrectionIn, KeptNote

_CLOSED: Mapping[CorrectedField, tuple[str, ...]] = {
    CorrectedField.STANCE: tuple(Stance),
    CorrectedField.ROLE_ADDED: tuple(BuyingRole),
    CorrectedField.ROLE_REMOVED: tuple(BuyingRole),
    CorrectedField.FUNCTION: tuple(Function),
    CorrectedField.SIDE: tuple(Side),
    CorrectedField.CONCERN: (*ConcernStatus, BLOCKING, NOT_BLOCKING, NOT_A_CONCERN),
    CorrectedField.GONE: ("yes", "no"),
    CorrectedField.REQUIRED: ("yes", "no"),
    CorrectedField.STAGE: tuple(DecisionStage),
    CorrectedField.ACTIVITY: tuple(ActivityKind),
    CorrectedField.REVIEWED: ("yes",),
    CorrectedField.REVIEW_EVERY: tuple(Rhythm),
}
# Values of several parts: how each is read (None: not so), and the one form in which it is written.
_WRITTEN: Mapping[CorrectedField, tuple[Callable[[str], object | None], str]] = {
    CorrectedField.TESTED: (criterion_by_hand, "bandwidth no: swamped until March"),
    CorrectedField.CONFLICT: (conflict_by_hand, "Mona Shah over the other vendor"),
    CorrectedField.CONFLICT_ENDED: (end_by_hand, "Mona Shah by Omar Diaz"),
    CorrectedField.AFFECTED: (affected_by_hand, "yes: night charting"),
}
_INTRODUCES = frozenset({CorrectedField.TITLE, CorrectedField.FUNCTION, CorrectedField.SIDE})
_OF_A_NOTE = frozenset({CorrectedField.HOLDER, *SAME_PERSON})
_SETTLED = frozenset(
    {ConcernStatus.ADDRESSED.value, ConcernStatus.RESOLVED.value, BLOCKING, NOT_BLOCKING, NOT_A_CONCERN}
)
_SLIP = 0.75
_CHECKED = (OF_A_PERSON | {CorrectedField.CONCERN}) - _INTRODUCES - {CorrectedField.REQUIRED}


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was set right in a deal and what changed by it.

    `keys` take the corrections back with what they taught; `given` are the corrections, `learnt` the lessons; what is
    set of the deal itself counts from the day `on`.
    """

    deal: str
    changes: tuple[Change, ...]
    state: DealState
    keys: tuple[int, ...] = ()
    given: tuple[Correction, ...] = ()
    learnt: tuple[Learnt, ...] = ()
    on: date | None = None


def correct(
    desk: Desk, principal: Principal, target: str, settings: Sequence[str], on: date | None = None
) -> Corrected:
    """Set right what KEY=VALUE pairs say, in a note or a deal, as of `on`: or the day of the call, or today.

    Keys are PERSON.stance|role|not_role|title|function|side|name|alias|is|was|reports_to|email|gone, PERSON.TOPIC,
    TOPIC, TOPIC.holder, decision, reviewed, review_every and those of `path_given`; NAME.is tells who somebody is,
    NAME.was whose words theirs were.
    PERSON.required may name a seat of which nobody is known, PERSON.influence is 1 to 5 with its reason, PERSON.needs
    kinds of proof, PERSON.stage how far they are in deciding, PERSON.activity what was done with them.
    Of the deal itself, whatever note is given: amount, quarter, call, outcome, PART.health and KEY.exposure.
    For the pilot, the checklist and the EHR see `account_forms`.
    PERSON.tested, conflict, conflict_ended, affected (in the forms of `_WRITTEN`) and resistance_plan are of champions
    and resistance.
    Raises BadInput for anything else, UnknownDeal.
    """
    corrections = tuple(parse(setting) for setting in settings)

    def set_right(books: Books, step: InStep) -> Corrected:
        note = _note(books, target)
        if note is not None and note.undone:
            raise BadInput(f"The note '{target}' was taken back and counts for no deal: move it to one first.")
        deal = books.deals.by_id(note.deal) if note is not None else the_deal(books.deals, target)
        today = desk.today()
        called = note.note.on if note is not None else today
        told = books.ledger.observations(deal.id)
        latest = latest_day(told, today)
        day = on or (latest if called == today else called)
        step.watch(deal.id)
        before = state_now(books, deal.id, today)
        meant, keys = [], []
        for given in corrections:  # one by one, since the first may bring in whom the next is about
            meant.append(_meant(books, deal.id, given, note))
            of_deal = given.field in OF_THE_DEAL
            key = note.key if note is not None and not of_deal else None
            counts_on = (on or latest) if of_deal else day
            said = CorrectionIn(deal.id, meant[-1], counts_on, desk.now(), key, visibility_of_correction(meant[-1]))
            keys.append(books.ledger.append_correction(said))
        learnt = teach(desk, books, note, meant, told) if note is not None else ()
        step.settle()
        after = state_now(books, deal.id, today)
        in_step_with(books, deal, before, after)
        keys += [each.key for each in learnt]
        return Corrected(
            deal.name, changes_between(before, after), after, tuple(keys), tuple(meant), learnt, on or latest
        )

    return in_step(desk, principal, set_right)


def take_back(desk: Desk, principal: Principal, deal: str, keys: Sequence[int]) -> Corrected:
    """Take corrections of a deal back by their keys, with what they taught unless it counts in all deals.

    Raises BadInput for one that is not there.
    """

    def withdraw(books: Books, step: InStep) -> Corrected:
        found = the_deal(books.deals, deal)
        step.watch(found.id)
        before = state_now(books, found.id, desk.today())
        of_all = {kept.key for kept in books.lessons.all() if kept.state is LessonState.WORKSPACE}
        for key in keys:
            if key not in of_all:
                books.ledger.withdraw(key, desk.now())
        step.settle()
        after = state_now(books, found.id, desk.today())
        in_step_with(books, found, before, after)
        return Corrected(found.name, changes_between(before, after), after)

    return in_step(desk, principal, withdraw)


def parse(setting: str) -> Correction:
    """Read one KEY=VALUE pair; raises BadInput with the words that are allowed."""
    key, equals, value = setting.partition("=")
    subject, _, last = key.strip().rpartition(".")
    value, last = value.strip(), last.strip().casefold()
    if not equals or not value or not last:
        raise BadInput(f"'{setting}' is not KEY=VALUE, such as \"Dana Ruiz.stance=supportive\".")
    field, topic = _field(last, subject)
    if field in OF_THE_PATH:
        value, about = path_given(field, subject.strip(), value)
        return Correction(field, value, about, Span(setting, 0, len(setting)))
    if field in OF_PILOT_OR_ACCOUNT:
        return formed(field, subject.strip(), value, setting)
    if topic is None and subject.casefold() in tuple(ConcernTopic):
        topic, subject = ConcernTopic(subject.casefold()), ""
    allowed = _CLOSED.get(field)
    if allowed is not None and value.casefold() not in allowed:
        raise BadInput(f"'{last}' is one of {', '.join(allowed)}, not '{value}'.")
    reads, form = _WRITTEN.get(field, (str, ""))
    if reads(value) is None:
        raise BadInput(f"'{last}' is written as \"{subject.strip()}.{last}={form}\", not '{value}'.")
    value = value.casefold() if allowed is not None else shaped(field, value)
    if field in OF_THE_DEAL:
        subject = subject.strip().casefold()
        value = written(field, value, subject)
    return Correction(field, value, subject.strip() or None, Span(setting, 0, len(setting)), topic)


def _field(last: str, subject: str) -> tuple[CorrectedField, ConcernTopic | None]:
    if last in tuple(ConcernTopic):
        return CorrectedField.CONCERN, ConcernTopic(last)
    if last not in tuple(CorrectedField) or last in {
        CorrectedField.STEP,
        CorrectedField.STEP_DUE,
        CorrectedField.STEP_OWNER,
        CorrectedField.CONCERN,
    }:
        known = ", ".join(sorted(field for field in OF_A_PERSON))
        others = ", ".join((*sorted(OF_THE_DEAL), *sorted(OF_THE_PATH)))
        raise BadInput(f"'{last}' cannot be set: use {known}, a concern's topic, or of the deal {others}.")
    field = CorrectedField(last)
    if field in OF_A_PERSON and not subject.strip():
        raise BadInput(f'Whose {last}? Write it as "Dana Ruiz.{last}=...".')
    return field, None


def _note(books: Books, target: str) -> KeptNote | None:
    try:
        return books.notes.get(target)
    except UnknownNote:
        return None


def _meant(books: Books, deal: int, given: Correction, note: KeptNote | None) -> Correction:
    """Make sure whom and what a correction is about, so that nobody is brought in by a slip of the pen."""
    known = state_of(books, deal, date.max)
    check_buyers(known, given)
    if given.field in _OF_A_NOTE and note is None:
        raise BadInput(f"'{given.span.quote}' is set right in the note that says it: give the note's id, not a deal.")
    check_path(known, given)
    if given.field is CorrectedField.HOLDER:
        _check(known, given.value)
    for name in _others_named(given):
        _check(known, name)
    if given.field is CorrectedField.CONCERN and given.subject is None and given.value in _SETTLED:
        return replace(given, subject=_holder(known, given.topic))
    if given.field is CorrectedField.SAME_AS and note is not None and _writes(note.note.text, given.subject or ""):
        return given
    if given.subject is not None and given.field is CorrectedField.REQUIRED and function_of(given.subject) is None:
        _check(known, given.subject)
    if given.subject is not None and given.field in _CHECKED:
        new_worry = given.field is CorrectedField.CONCERN and given.value not in _SETTLED
        _check(known, given.subject, may_be_new=new_worry)
    return given


def _others_named(given: Correction) -> tuple[str, ...]:
    """Whom a correction names besides whom it is about."""
    match given.field:
        case CorrectedField.CONFLICT:
            read = conflict_by_hand(given.value)
            return read[:1] if read is not None else ()
        case CorrectedField.CONFLICT_ENDED:
            ended = end_by_hand(given.value)
            return tuple(name for name in ended if name) if ended is not None else ()
        case _:
            return ()


def _holder(known: DealState, topic: ConcernTopic | None) -> str | None:
    """Find whose worry about a topic is meant where none is named; raises BadInput for none or several."""
    holders = [concern.holder for concern in known.open_concerns if concern.topic is topic]
    if len(holders) == 1:
        return holders[0]
    if not holders:
        raise BadInput(f"There is no open worry about '{topic}' in this deal.")
    named = " or ".join(f'"{holder}.{topic}=..."' for holder in holders if holder)
    raise BadInput(f"Several have a worry about '{topic}': write {named}.")


def _check(known: DealState, subject: str, *, may_be_new: bool = False) -> None:
    """Raise BadInput for somebody nobody knows; who may be new is only refused when they look like a slip."""
    holders = [concern.holder for concern in known.concerns if concern.holder]
    if any(_goes_by(person, subject) for person in known.people):
        return
    if fold(subject) in {fold(holder) for holder in holders}:
        return
    names = dict.fromkeys([*(person.label for person in known.people), *holders])
    near = difflib.get_close_matches(subject, names, 2, _SLIP)
    if may_be_new and not near:
        return
    hint = f"Did you mean {' or '.join(near)}?" if near else f'Introduce them first: "{subject}.title=...".'
    raise BadInput(f"Nobody in this deal is called '{subject}'. {hint}")


def _writes(text: str, name: str) -> bool:
    """Whether a note has a name in it, letter for letter."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _goes_by(person: Stakeholder, subject: str) -> bool:
    folded = fold(subject)
    named = person.name is not None and may_mean(folded, fold(person.name))
    titled = person.title is not None and canonical_title(person.title) == canonical_title(subject)
    return named or titled or folded in map(fold, person.aliases)
