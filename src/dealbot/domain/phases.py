"""What was agreed that a phase must show, whether it does, and how the deal went from phase to phase."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.evidence import Evidence
from dealbot.domain.force import pieces
from dealbot.domain.observation import Correction, Observation, SignalStatement
from dealbot.domain.phase import BudgetLock, DealPhase, ExitCriterion, PhaseMove, PhaseTerms
from dealbot.domain.signal import SignalKind
from dealbot.domain.steps import step_words
from dealbot.domain.when import Grain, find

BECAUSE = " because "
"""Between a phase set by hand and the reason."""
_SAME = 0.6
_EXPANDS = re.compile(
    r"\b(?:decided\sto|voted\sto|agreed\sto|approved\s(?:the|an)|signed\soff\son\s(?:the|an)|chose\sto|(?:said\syes|committed)\sto)\s(?:\S+\s){0,2}"
    r"(?:expan\w+|roll(?:ing)?[- ]?out|go(?:ing)?\s(?:system|house|network)-?\s?wide)\b",
    re.IGNORECASE | re.VERBOSE,
)
_LOCK = re.compile(r"\b(?:locks?|locked|closes|freez\w+)\b", re.IGNORECASE)
_BUDGET = re.compile(r"\b(?:budgets?|capital|fy\s?['\u2019]?\d\d|list|fiscal)\b", re.IGNORECASE)
_YEAR = re.compile(r"\bfy\s?['\u2019]?(?P<year>\d\d)(?!\d)", re.IGNORECASE)


@dataclass(slots=True)
class _Course:
    """How the deal goes, as far as observations in replay order were taken in."""

    phase: DealPhase | None = None
    piloted: date | None = None
    terms: dict[DealPhase, list[ExitCriterion]] = field(default_factory=dict)
    moves: list[PhaseMove] = field(default_factory=list)

    def go(self, phase: DealPhase, evidence: Evidence, reason: str | None = None) -> None:
        """Go on to a phase, with what is left behind unmet."""
        if phase is not self.phase:
            unmet = [each.text for each in self.terms.get(self.phase, ()) if each.met is None] if self.phase else []
            self.moves.append(PhaseMove(phase, evidence, reason, tuple(unmet)))
        elif reason is not None and self.moves:
            self.moves[-1] = replace(self.moves[-1], reason=reason)
        self.phase = phase

    def set_right(self, given: Correction, evidence: Evidence) -> None:
        """Take in what a person set by hand."""
        match given.field:
            case CorrectedField.PHASE:
                phase, _, reason = given.value.partition(BECAUSE)
                self.go(DealPhase(phase), evidence, reason or None)
            case CorrectedField.EXIT:
                self._agree(DealPhase(given.subject or ""), given.value, evidence)
            case CorrectedField.MET:
                self._meet(DealPhase(given.subject or ""), given.value, evidence)
            case _:
                pass

    def hear(self, kind: SignalKind, evidence: Evidence) -> None:
        """Take in what a note tells of pilot and contract."""
        if kind is SignalKind.PILOT and _expands(evidence.quote):
            self.go(DealPhase.CONTRACTING, evidence)
        elif kind is SignalKind.PILOT:
            self.piloted = self.piloted or evidence.on
            if self.phase is not DealPhase.CONTRACTING:
                self.go(DealPhase.VALIDATION, evidence)
        elif kind is SignalKind.CONTRACT and self.piloted is not None and self.piloted < evidence.on:
            self.go(DealPhase.CONTRACTING, evidence)

    def _agree(self, phase: DealPhase, text: str, evidence: Evidence) -> None:
        """Take in a criterion, once."""
        criteria = self.terms.setdefault(phase, [])
        if criterion_meant(text, criteria) is None:
            criteria.append(ExitCriterion(text, evidence))

    def _meet(self, phase: DealPhase, text: str, evidence: Evidence) -> None:
        """Take in that a criterion is met."""
        criteria = self.terms.setdefault(phase, [])
        meant = criterion_meant(text, criteria)
        if meant is not None:
            criteria[criteria.index(meant)] = replace(meant, met=evidence)


@dataclass(frozen=True, slots=True)
class Phases:
    """The phase of a deal, the exit criteria agreed, and the moves made."""

    phase: DealPhase | None
    terms: tuple[PhaseTerms, ...]
    moves: tuple[PhaseMove, ...]


def replay_phases(counted: Iterable[Observation]) -> Phases:
    """Work out the phase from observations in replay order.

    A pilot begins validation; a contract moving after it, or the buyer's decision to expand, contracting; what a
    person says holds until then.
    """
    course = _Course()
    for observation in counted:
        match observation.item:
            case Correction() as given:
                course.set_right(given, observation.evidence)
            case SignalStatement(kind=kind):
                course.hear(kind, observation.evidence)
            case _:
                pass
    terms = tuple(PhaseTerms(phase, tuple(course.terms[phase])) for phase in DealPhase if course.terms.get(phase))
    return Phases(course.phase, terms, tuple(course.moves))


def criterion_meant(text: str, criteria: Sequence[ExitCriterion]) -> ExitCriterion | None:
    """The one criterion that words mean, which need not be all of its words."""
    said = step_words(text)
    shares = [(len(said & step_words(each.text)) / len(said), each) for each in criteria]
    best = max((share for share, _ in shares), default=0)
    meant = [each for share, each in shares if share == best]
    return meant[0] if best >= _SAME and len(meant) == 1 else None


def _expands(quote: str) -> bool:
    return any(piece.tells(_EXPANDS) is not None for piece in pieces(quote))


def budget_lock(counted: Iterable[Observation]) -> BudgetLock | None:
    """Find the last day told or set on which the budget is locked."""
    found: BudgetLock | None = None
    for observation in counted:
        match observation.item:
            case Correction(field=CorrectedField.BUDGET_LOCK, value=value):
                day, _, year = value.partition(" ")
                found = BudgetLock(date.fromisoformat(day), observation.evidence, year or None)
            case SignalStatement(kind=SignalKind.BUDGET_CHANGE):
                found = _lock(observation.evidence) or found
            case _:
                pass
    return found


@lru_cache(maxsize=8192)
def lock_told(text: str, on: date) -> tuple[date, str | None] | None:
    """The day of a budget lock that words tell, and what that budget is called."""
    for piece in pieces(text):
        if piece.supposed or not (_LOCK.search(piece.words) and _BUDGET.search(text)):
            continue
        days = [when.end for when in find(piece.words, on) if when.grain is Grain.DAY]
        if days:
            year = _YEAR.search(text)
            return days[-1], f"FY{year['year']}" if year else None
    return None


def _lock(evidence: Evidence) -> BudgetLock | None:
    told = lock_told(evidence.quote, evidence.on)
    return BudgetLock(told[0], evidence, told[1]) if told is not None else None
