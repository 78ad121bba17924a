"""Where a cohort stands, what is missed most, and what teams know: of groups, and of persons only by their checks."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from dealbot.app.practice.room import LaidOut, PracticeRoom
from dealbot.domain.practice.card import Card
from dealbot.domain.practice.cohort import Check, Cohort, Scorecard, Signed
from dealbot.domain.practice.missed import MissedPoint, Suspect, in_order, missed_in_checks, suspects_in_checks
from dealbot.domain.practice.readiness import Proposal, Stage, propose, stage
from dealbot.domain.practice.review import KeptReview
from dealbot.domain.practice.schedule import fingerprint
from dealbot.domain.principal import Principal, Role
from dealbot.errors import NotAllowed
from dealbot.store.books import Books
from dealbot.store.cohorts import TRAINERS
from dealbot.store.figures import CardFigures

_SUSPICIOUS = 3
_MAY_READ = TRAINERS | {Role.MANAGER}


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """Where somebody of a cohort is; what the bot proposes is told to enablement alone, once all is handed in.

    `signer` is the name of who signed, or their id where no name is known.
    """

    person: str
    name: str
    stage: Stage
    answered: int
    asked: int
    signed: Signed | None = None
    proposal: Proposal | None = None
    signer: str = ""


@dataclass(frozen=True, slots=True)
class CohortStanding:
    """Where a cohort is: its people, each by their checks, which were announced."""

    cohort: Cohort
    people: tuple[PersonStanding, ...]
    week: int
    weeks: int

    def of(self, wanted: Stage) -> tuple[PersonStanding, ...]:
        """Those who are at a stage."""
        return tuple(each for each in self.people if each.stage is wanted)


@dataclass(frozen=True, slots=True)
class CohortReport:
    """Where a cohort stands, what is missed most and which questions are suspect; `cards` are those named."""

    standing: CohortStanding
    missed: tuple[MissedPoint, ...]
    suspects: tuple[Suspect, ...]
    cards: dict[str, Card]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A row of the picture of mastery: what part of a topic's cards is known, by how many in how many answers.

    `on` is the earlier day as of which it is told, if it is not told anew.
    """

    guide: str
    topic: str
    share: float
    people: int
    answers: int
    on: date | None = None


def cohort_standing(room: PracticeRoom, principal: Principal, cohort: str) -> CohortStanding:
    """Tell where the people of a cohort are: all to enablement, their team to a manager, oneself to others."""
    with room.desk.reading(principal) as books:
        found, there = books.cohorts.find(cohort), room.laid_out(principal, books).cards
        return _standing(books, found, _answers(books, found), there, room.desk.today())


def cohorts_of(room: PracticeRoom, principal: Principal) -> tuple[CohortStanding, ...]:
    """Tell where every cohort is that the principal may see, the latest first."""
    with room.desk.reading(principal) as books:
        today, there = room.desk.today(), room.laid_out(principal, books).cards
        return tuple(
            _standing(books, each, _answers(books, each), there, today)
            for each in books.cohorts.all()
            if each.ended_on is None
        )


def scorecards_of(room: PracticeRoom, principal: Principal, cohort: str) -> tuple[Scorecard, ...]:
    """The scorecards of live mocks: all to enablement, to others their own."""
    with room.desk.reading(principal) as books:
        return books.cohorts.scorecards(books.cohorts.find(cohort).id)


def cohort_report(room: PracticeRoom, principal: Principal, cohort: str) -> CohortReport:
    """Report on a cohort to enablement; raises BadInput, NotAllowed."""
    if not TRAINERS & principal.roles:
        raise NotAllowed("Only enablement or an admin may read what a cohort misses.")
    with room.desk.writing(principal) as books:
        laid_out = room.laid_out(principal, books)
        found = books.cohorts.find(cohort)
        answers = _answers(books, found)
        figures = tuple(_of_cards_there(books.figures.cards(*_moment(room)), laid_out))
        missed = (*missed_in_checks(answers), *in_order(_missed_in_practice(figures, laid_out)))
        suspects = (*suspects_in_checks(answers), *_suspects_in_practice(figures))
        suspects = tuple(each for each in suspects if each.pressed >= _SUSPICIOUS)
        standing = _standing(books, found, answers, laid_out.cards, room.desk.today())
        return CohortReport(standing, missed, suspects, dict(laid_out.cards))


def mastery_by_topic(room: PracticeRoom, principal: Principal) -> tuple[TopicRow, ...]:
    """Tell what is known of each topic: of everybody to enablement, of the team to its manager; raises NotAllowed.

    Topics that fewer than three people practised, whoever may read figures left out, are not told.
    """
    _must_be_told(principal)
    with room.desk.writing(principal) as books:
        topics: dict[tuple[str, str], list[str]] = defaultdict(list)
        for deck in room.laid_out(principal, books).decks:
            for card in deck.cards:
                topics[deck.title, card.category].append(card.id)
        found = books.figures.topics(topics, *_moment(room))
        return tuple(TopicRow(*each.topic, each.share, each.people, each.answers, each.on) for each in found)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of all people of a cohort: their checks, how much of each is answered, and what was signed."""

    checks: tuple[Check, ...]
    there: Container[str]
    given: Mapping[int, Mapping[str, Collection[str]]]
    handed_in: Mapping[int, Container[str]]
    signed: dict[str, Signed]
    answers: dict[str, list[KeptReview]]
    names: Mapping[str, str]

    def standing(self, person: str) -> PersonStanding:
        """Where one of them is; a verdict counts until another check is assigned."""
        mine = [check for check in self.checks if person in check.people]
        given = [(check, self.given[check.id].get(person, ())) for check in mine]
        asked = sum(check.asked(self.there, cards) for check, cards in given)
        answered = sum(len(cards) for _, cards in given)
        newest = max((check.made_at for check in mine if check.made_at), default=None)
        signed = self.signed.get(person)
        signed = signed if signed is not None and (newest is None or signed.at >= newest) else None
        last = tuple(_last(self.answers.get(person, ())))
        # Of checks that were ended the rest counts as not answered, unless another is under way.
        over = all(check.ended for check in mine)
        whole = sum((replace(check, ended=False) if over else check).asked(self.there, cards) for check, cards in given)
        handed_in = all(check.ended or person in self.handed_in[check.id] for check in mine)
        proposal = propose(last, whole) if last and answered >= asked and handed_in else None
        where = stage(answered, asked, signed.verdict if signed is not None else None, handed_in=handed_in)
        signer = self._name(signed.by) if signed is not None else ""
        return PersonStanding(person, self._name(person), where, answered, asked, signed, proposal, signer)

    def _name(self, person: str) -> str:
        return self.names.get(person, person)


def _answers(books: Books, cohort: Cohort) -> tuple[KeptReview, ...]:
    """What was answered in the checks of a cohort, for those who may read it."""
    return (
        books.cohorts.answers(*(check.id for check in books.cohorts.checks(cohort.id))) if books.cohorts.trains else ()
    )


def _last(answers: Iterable[KeptReview]) -> Iterable[KeptReview]:
    """The last answer to each card of each check, oldest first: what was added to stands in one answer with it."""
    return {(kept.review.check, kept.review.card): kept for kept in answers}.values()


def _standing(
    books: Books, cohort: Cohort, read: Iterable[KeptReview], there: Container[str], today: date
) -> CohortStanding:
    checks = books.cohorts.checks(cohort.id)
    answers: dict[str, list[KeptReview]] = defaultdict(list)
    cards: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kept in read:
        answers[kept.person].append(kept)
        cards[kept.review.check or 0][kept.person].add(kept.review.card)
    trains = books.cohorts.trains  # who may read the answers needs not to count them once more
    given = {check.id: cards[check.id] if trains else books.cohorts.answered(check.id) for check in checks}
    handed_in = books.cohorts.handed_in_of(check.id for check in checks)
    names = {user.id: user.name for user in books.users.all()}
    told = _Told(checks, there, given, handed_in, books.cohorts.signed(cohort.id), answers, names)
    people = [told.standing(person) for person in cohort.members]
    made_on = cohort.made_on or today
    weeks = max(1, -(-((cohort.due_on - made_on).days) // 7))
    week = min(weeks, (today - made_on).days // 7 + 1)
    return CohortStanding(cohort, tuple(sorted(people, key=lambda each: each.name.casefold())), week, weeks)


def _of_cards_there(figures: Iterable[CardFigures], laid_out: LaidOut) -> Iterator[CardFigures]:
    """The figures of cards that are still there with the points that were asked for."""
    for each in figures:
        card = laid_out.cards.get(each.card)
        if card is not None and each.points in {fingerprint(card.points), fingerprint(())}:
            yield each


def _missed_in_practice(figures: Iterable[CardFigures], laid_out: LaidOut) -> Iterator[MissedPoint]:
    for each in figures:
        for point, missed in zip(laid_out.cards[each.card].points, each.missed, strict=False):
            if missed:
                yield MissedPoint(each.card, point, missed, each.people, in_check=False, on=each.on)


def _suspects_in_practice(figures: Iterable[CardFigures]) -> Iterator[Suspect]:
    for each in sorted(figures, key=lambda one: (-one.claimed, one.card)):
        yield Suspect(each.card, each.claimed, each.people, in_check=False, on=each.on)


def _moment(room: PracticeRoom) -> tuple[datetime, date]:
    return room.desk.now(), room.desk.today()


def _must_be_told(principal: Principal) -> None:
    if not _MAY_READ & principal.roles:
        raise NotAllowed("Figures of practice are for enablement and managers: `progress` tells your own.")
