"""Setting something right by hand: a correction is an observation too, and is superseded by what is said later."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dealbot.app.desk import Desk, the_deal
from dealbot.app.state import state_of, summarise
from dealbot.domain.changes import Change, changes_between
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.deal import DealState
from dealbot.domain.evidence import Span
from dealbot.domain.names import fold, may_mean
from dealbot.domain.observation import CorrectedField, Correction
from dealbot.domain.phase import DealPhase
from dealbot.domain.principal import Principal
from dealbot.domain.stakeholder import BuyingRole, Function, Side, Stance
from dealbot.domain.title import canonical_title
from dealbot.errors import BadInput, UnknownNote
from dealbot.store.books import Books
from dealbot.store.values import CorrectionIn, KeptNote

_CLOSED: Mapping[CorrectedField, tuple[str, ...]] = {
    CorrectedField.STANCE: tuple(Stance),
    CorrectedField.ROLE_ADDED: tuple(BuyingRole),
    CorrectedField.ROLE_REMOVED: tuple(BuyingRole),
    CorrectedField.FUNCTION: tuple(Function),
    CorrectedField.SIDE: tuple(Side),
    CorrectedField.PHASE: tuple(DealPhase),
    CorrectedField.CONCERN: (*ConcernStatus, "none"),
    CorrectedField.GONE: ("yes", "no"),
}
_INTRODUCES = frozenset({CorrectedField.TITLE, CorrectedField.FUNCTION, CorrectedField.SIDE})
_OF_PERSONS = frozenset(CorrectedField) - {
    CorrectedField.PHASE,
    CorrectedField.CONCERN,
    CorrectedField.HOLDER,
    CorrectedField.STEP,
    CorrectedField.STEP_DUE,
}


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was set right in a deal and what changed by it."""

    deal: str
    changes: tuple[Change, ...]


def correct(
    desk: Desk, principal: Principal, target: str, settings: Sequence[str], on: date | None = None
) -> Corrected:
    """Set right what KEY=VALUE pairs say, in a note (dated as its call) or in a deal (dated `on` or today).

    Keys are PERSON.stance|role|not_role|title|function|side|name|alias|is|reports_to|email|gone, PERSON.TOPIC, TOPIC,
    TOPIC.holder and phase. Raises BadInput for anything else, UnknownDeal.
    """
    corrections = tuple(parse(setting) for setting in settings)
    with desk.writing(principal) as books:
        note = _note(books, target)
        deal = books.deals.by_id(note.deal) if note is not None else the_deal(books.deals, target)
        before = state_of(books, deal.id, desk.today())
        known = state_of(books, deal.id, date.max)
        day = note.note.on if note is not None else on or desk.today()
        for correction in corrections:
            _check_subject(correction, known)
            key = note.key if note is not None else None
            books.ledger.append_correction(CorrectionIn(deal.id, correction, day, desk.now(), key))
        summarise(books, deal.id, desk.today())
        after = state_of(books, deal.id, desk.today())
    return Corrected(deal.name, changes_between(before, after))


def parse(setting: str) -> Correction:
    """Read one KEY=VALUE pair; raises BadInput with the words that are allowed."""
    key, equals, value = setting.partition("=")
    subject, _, last = key.strip().rpartition(".")
    value, last = value.strip(), last.strip().casefold()
    if not equals or not value or not last:
        raise BadInput(f"'{setting}' is not KEY=VALUE, such as \"Dana Ruiz.stance=supportive\".")
    field, topic = _field(last, subject)
    if topic is None and subject.casefold() in tuple(ConcernTopic):
        topic, subject = ConcernTopic(subject.casefold()), ""
    allowed = _CLOSED.get(field)
    if allowed is not None and value.casefold() not in allowed:
        raise BadInput(f"'{last}' is one of {', '.join(allowed)}, not '{value}'.")
    value = value.casefold() if allowed is not None else value
    return Correction(field, value, subject.strip() or None, Span(setting, 0, len(setting)), topic)


def _field(last: str, subject: str) -> tuple[CorrectedField, ConcernTopic | None]:
    if last in tuple(ConcernTopic):
        return CorrectedField.CONCERN, ConcernTopic(last)
    names: tuple[StrEnum, ...] = tuple(CorrectedField)
    if last not in names or last in {CorrectedField.STEP, CorrectedField.STEP_DUE, CorrectedField.CONCERN}:
        known = ", ".join(sorted(field for field in _OF_PERSONS))
        raise BadInput(f"'{last}' cannot be set: use {known}, a concern's topic, or phase.")
    field = CorrectedField(last)
    if field in _OF_PERSONS and not subject.strip():
        raise BadInput(f'Whose {last}? Write it as "Dana Ruiz.{last}=...".')
    return field, None


def _note(books: Books, target: str) -> KeptNote | None:
    try:
        return books.notes.get(target)
    except UnknownNote:
        return None


def _check_subject(correction: Correction, known: DealState) -> None:
    """Nobody is brought in by a slip of the pen; a title or function may bring in somebody new."""
    if correction.field not in _OF_PERSONS or correction.subject is None or correction.field in _INTRODUCES:
        return
    if any(_goes_by(person.name, person.title, correction.subject) for person in known.people):
        return
    near = difflib.get_close_matches(correction.subject, [person.label for person in known.people], 2)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise BadInput(f"Nobody in this deal is called '{correction.subject}'.{hint}")


def _goes_by(name: str | None, title: str | None, subject: str) -> bool:
    named = name is not None and may_mean(fold(subject), fold(name))
    return named or (title is not None and canonical_title(title) == canonical_title(subject))
