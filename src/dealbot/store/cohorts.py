"""Cohorts and checks: enablement makes them and reads their answers, a manager sees their own people's standing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, delete, exists, false, or_, select, true, update
from sqlalchemy.orm import Session as Transaction

from dealbot.domain.practice.cohort import Check, Cohort, Scorecard, Signed
from dealbot.domain.practice.review import Claim, KeptReview
from dealbot.domain.practice.session import Mode
from dealbot.domain.principal import Principal, Role
from dealbot.domain.record import fold_deal as fold
from dealbot.errors import BadInput
from dealbot.store.cohort_ends import close_sessions, end_checks, end_cohort, ended_checks, ended_cohorts
from dealbot.store.cohort_rows import check_of, cohort_of, scorecard_of, signed_of
from dealbot.store.practice_rows import claim_row, is_key, kept_reviews
from dealbot.store.practice_tables import (
    CheckDayRow,
    CheckRow,
    CohortMemberRow,
    CohortRow,
    HandedInRow,
    InvitedRow,
    ReviewRow,
    ScorecardRow,
    SignedRow,
)
from dealbot.store.teams import OfSomebody, same_team

TRAINERS = frozenset({Role.ENABLEMENT, Role.ADMIN})


class Cohorts:
    """The cohorts of the workspace: all for enablement, for others those that they, or people of their team, are in."""

    def __init__(self, session: Transaction, principal: Principal) -> None:
        """Work inside the session's transaction, for the principal."""
        self._session = session
        self._principal = principal

    @property
    def trains(self) -> bool:
        """Whether the principal makes cohorts, reads answers of checks and signs."""
        return bool(TRAINERS & self._principal.roles)

    def all(self) -> tuple[Cohort, ...]:
        """Give the cohorts, the latest first and those ended last, each with the people visible to the principal."""
        rows = self._session.scalars(select(CohortRow).where(self._visible()).order_by(CohortRow.id.desc())).all()
        members, ended = self._members(row.id for row in rows), ended_cohorts(self._session, self._principal)
        found = (cohort_of(row, members[row.id], ended.get(row.id)) for row in rows)
        return tuple(sorted(found, key=lambda each: each.ended_on is not None))

    def mine(self) -> tuple[Cohort, ...]:
        """Give the cohorts under way that the principal is in, the latest first."""
        under_way = (cohort for cohort in self.all() if cohort.ended_on is None)
        return tuple(cohort for cohort in under_way if self._principal.user in cohort.members)

    def find(self, name: str) -> Cohort:
        """Find a cohort by name, or by its only start; raises BadInput."""
        every = self.all() if fold(name) else ()
        same = [each for each in every if fold(each.name) == fold(name)]
        found = same or [each for each in every if fold(each.name).startswith(fold(name))]
        if len(found) != 1:
            several = " or ".join(f"'{each.name}'" for each in found)
            raise BadInput(f"'{name}' may be {several}: which one?" if found else f"There is no cohort '{name}'.")
        return found[0]

    def get(self, key: int) -> Cohort:
        """Give a cohort by its id; raises BadInput."""
        found = next((each for each in self.all() if each.id == key), None)
        if found is None:
            raise BadInput("There is no such cohort.")
        return found

    def make(self, cohort: Cohort, at: datetime) -> Cohort:
        """Keep a new cohort; raises BadInput where the name is taken."""
        by = self._principal
        taken = exists().where(CohortRow.workspace == by.workspace, CohortRow.folded == fold(cohort.name))
        if self._session.scalar(select(taken)):
            raise BadInput(f"There already is a cohort '{cohort.name}'. Name it otherwise.")
        row = CohortRow(workspace=by.workspace, name=cohort.name, folded=fold(cohort.name), made_at=at)
        row.decks, row.due_on, row.made_by = list(cohort.decks), cohort.due_on, by.user
        self._session.add(row)
        self._session.flush()
        self.join(row.id, cohort.members)
        return cohort_of(row, cohort.members)

    def join(self, cohort: int, people: Sequence[str]) -> None:
        """Put people into a cohort; who is in it stays."""
        for person in people:
            self._session.merge(CohortMemberRow(cohort_id=cohort, person=person, workspace=self._principal.workspace))
        self._session.flush()

    def leave(self, cohort: int, people: Sequence[str]) -> None:
        """Take people out of a cohort; what they answered and what was signed stays, what they began is over."""
        close_sessions(self._session, self._principal, [check.id for check in self.checks(cohort)], people)
        mine = CohortMemberRow.workspace == self._principal.workspace, CohortMemberRow.cohort_id == cohort
        self._session.execute(delete(CohortMemberRow).where(*mine, CohortMemberRow.person.in_(people)))
        self._session.flush()

    def change(self, cohort: Cohort) -> Cohort:
        """Keep by when people of a cohort are to be ready and from which decks, and give it as now."""
        mine = CohortRow.workspace == self._principal.workspace, CohortRow.id == cohort.id
        values = {"due_on": cohort.due_on, "decks": list(cohort.decks)}
        self._session.execute(update(CohortRow).where(*mine).values(values))
        self._session.flush()
        return self.get(cohort.id)

    def move(self, cohort: int, due_on: date, at: datetime) -> None:
        """Append that the checks of a cohort are to be answered by another day."""
        by = self._principal
        for check in self.checks(cohort):
            row = CheckDayRow(workspace=by.workspace, recorded_at=at, check_id=check.id, due_on=due_on)
            row.moved_by = by.user
            self._session.add(row)
        self._session.flush()

    def end_checks(self, cohort: int, at: datetime) -> None:
        """Append that the checks of a cohort are ended: nothing more is asked of them, what was answered stays."""
        live = [check.id for check in self.checks(cohort) if not check.ended]
        end_checks(self._session, self._principal, live, at)

    def end(self, cohort: int, at: datetime) -> None:
        """Append that a cohort is ended, and its checks with it."""
        self.end_checks(cohort, at)
        end_cohort(self._session, self._principal, cohort, at)

    def assign(self, check: Check, at: datetime) -> Check:
        """Keep a new check and that its people are told of it."""
        by = self._principal
        row = CheckRow(workspace=by.workspace, recorded_at=at, cohort_id=check.cohort, cards=list(check.cards))
        row.due_on, row.made_by = check.due_on, by.user
        self._session.add(row)
        self._session.flush()
        for person in check.people:
            self._session.add(InvitedRow(workspace=by.workspace, recorded_at=at, check_id=row.id, person=person))
        self._session.flush()
        return check_of(row, check.people, row.due_on)

    def checks(self, cohort: int | None = None) -> tuple[Check, ...]:
        """Give the checks of visible people, of one cohort or all, the latest first."""
        of = CheckRow.cohort_id == cohort if cohort is not None else true()
        invited = exists().where(InvitedRow.check_id == CheckRow.id, self._sees(InvitedRow))
        here = CheckRow.workspace == self._principal.workspace
        rows = self._session.scalars(select(CheckRow).where(here, of, invited).order_by(CheckRow.id.desc())).all()
        people, days = self._invited(row.id for row in rows), self._days()
        ended = ended_checks(self._session, self._principal)
        found = (check_of(row, people[row.id], days.get(row.id, row.due_on)) for row in rows)
        return tuple(replace(check, ended=check.id in ended) for check in found)

    def my_checks(self) -> tuple[Check, ...]:
        """Give the checks that the principal is to answer, the latest first."""
        return tuple(check for check in self.checks() if self._principal.user in check.people)

    def answers(self, *checks: int) -> tuple[KeptReview, ...]:
        """Read the answers of checks, oldest first: enablement everybody's, whoever answered their own."""
        return kept_reviews(self._session, ReviewRow.check_id.in_(checks), self._readable())

    def my_answers(self, check: int) -> tuple[KeptReview, ...]:
        """Read the principal's own answers of a check."""
        mine = ReviewRow.person == self._principal.user
        return kept_reviews(self._session, ReviewRow.check_id == check, mine, self._readable())

    def answer(self, key: int) -> KeptReview:
        """Find one answer of a check; raises BadInput for what is not to be read."""
        found = kept_reviews(self._session, ReviewRow.id == key, self._readable()) if is_key(key) else ()
        if not found:
            raise BadInput(f"There is no answer #{key} of a check.")
        return found[0]

    def rule(self, key: int, claim: Claim, at: datetime) -> KeptReview:
        """Append enablement's word on the mark of an answer of a check; raises BadInput."""
        self._session.add(claim_row(self.answer(key).id, claim, self._principal, at))
        self._session.flush()
        return self.answer(key)

    def answered(self, check: int) -> dict[str, frozenset[str]]:
        """Tell which cards each visible person answered of a check: that is announced, the answers are not."""
        rows = self._session.execute(
            select(ReviewRow.person, ReviewRow.card)
            .where(self._of_checks(), ReviewRow.check_id == check, self._sees(ReviewRow))
            .distinct()
        )
        found: dict[str, set[str]] = defaultdict(set)
        for person, card in rows:
            found[person].add(card)
        return {person: frozenset(cards) for person, cards in found.items()}

    def hand_in(self, check: int, at: datetime) -> bool:
        """Append that the principal handed a check in; false where they had."""
        by = self._principal
        if by.user in self.handed_in(check):
            return False
        self._session.add(HandedInRow(workspace=by.workspace, recorded_at=at, check_id=check, person=by.user))
        self._session.flush()
        return True

    def handed_in(self, check: int) -> dict[str, datetime]:
        """Tell which visible people handed a check in, and when."""
        return self.handed_in_of([check])[check]

    def handed_in_of(self, checks: Iterable[int]) -> dict[int, dict[str, datetime]]:
        """Tell the same of each of several checks."""
        found: dict[int, dict[str, datetime]] = {check: {} for check in checks}
        mine = HandedInRow.workspace == self._principal.workspace, HandedInRow.check_id.in_(list(found))
        for row in self._session.scalars(select(HandedInRow).where(*mine, self._sees(HandedInRow))):
            found[row.check_id][row.person] = row.recorded_at
        return found

    def sign(self, cohort: int, signed: Signed) -> None:
        """Append a verdict on a person."""
        by = self._principal
        row = SignedRow(workspace=by.workspace, recorded_at=signed.at, cohort_id=cohort, person=signed.person)
        row.verdict, row.note, row.signed_by = signed.verdict.value, signed.note, by.user
        self._session.add(row)
        self._session.flush()

    def signed(self, cohort: int) -> dict[str, Signed]:
        """Give the verdict that counts on each visible person of a cohort."""
        mine = (SignedRow.workspace == self._principal.workspace, SignedRow.cohort_id == cohort)
        rows = self._session.scalars(select(SignedRow).where(*mine, self._sees(SignedRow)).order_by(SignedRow.id))
        return {row.person: signed_of(row) for row in rows}

    def score(self, cohort: int, card: Scorecard) -> None:
        """Append how somebody did in a live mock."""
        by = self._principal
        row = ScorecardRow(workspace=by.workspace, recorded_at=card.at, cohort_id=cohort, person=card.person)
        row.scores, row.words, row.given_by = dict(card.scores), card.words, by.user
        self._session.add(row)
        self._session.flush()

    def scorecards(self, cohort: int) -> tuple[Scorecard, ...]:
        """Give the scorecards of a cohort: all to enablement, to others their own."""
        by = self._principal
        own = true() if self.trains else ScorecardRow.person == by.user
        mine = (ScorecardRow.workspace == by.workspace, ScorecardRow.cohort_id == cohort, own)
        rows = self._session.scalars(select(ScorecardRow).where(*mine).order_by(ScorecardRow.id))
        return tuple(scorecard_of(row) for row in rows)

    def _members(self, cohorts: Iterable[int]) -> dict[int, tuple[str, ...]]:
        mine = CohortMemberRow.cohort_id.in_(list(cohorts)), self._sees(CohortMemberRow)
        rows = self._session.scalars(select(CohortMemberRow).where(*mine).order_by(CohortMemberRow.person))
        found: dict[int, tuple[str, ...]] = defaultdict(tuple)
        for row in rows:
            found[row.cohort_id] += (row.person,)
        return found

    def _invited(self, checks: Iterable[int]) -> dict[int, tuple[str, ...]]:
        mine = InvitedRow.check_id.in_(list(checks)), self._sees(InvitedRow)
        rows = self._session.scalars(select(InvitedRow).where(*mine).order_by(InvitedRow.person))
        found: dict[int, tuple[str, ...]] = defaultdict(tuple)
        for row in rows:
            found[row.check_id] += (row.person,)
        return found

    def _days(self) -> dict[int, date]:
        """The day of each check that was moved, the newest."""
        mine = CheckDayRow.workspace == self._principal.workspace
        moved = select(CheckDayRow).where(mine).order_by(CheckDayRow.id)
        return {row.check_id: row.due_on for row in self._session.scalars(moved)}

    def _visible(self) -> ColumnElement[bool]:
        here = CohortRow.workspace == self._principal.workspace
        member = exists().where(CohortMemberRow.cohort_id == CohortRow.id, self._sees(CohortMemberRow))
        return here if self.trains else and_(here, member)

    def _readable(self) -> ColumnElement[bool]:
        """An answer of a check: anybody's for enablement, one's own; never one that was given in private."""
        anybody = true() if self.trains else false()
        return and_(self._of_checks(), or_(anybody, ReviewRow.person == self._principal.user))

    def _of_checks(self) -> ColumnElement[bool]:
        here = ReviewRow.workspace == self._principal.workspace
        return and_(here, ReviewRow.check_id.is_not(None), ReviewRow.mode == Mode.CHECK.value)

    def _sees(self, row: OfSomebody) -> ColumnElement[bool]:
        """Tell whether somebody is visible: to enablement all, to a manager their team, to all themselves."""
        by = self._principal
        if self.trains:
            return row.workspace == by.workspace
        team = [same_team(row, by)] if Role.MANAGER in by.roles else []
        return and_(row.workspace == by.workspace, or_(row.person == by.user, *team))
