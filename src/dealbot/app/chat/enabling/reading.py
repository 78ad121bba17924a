"""Reading what people handed in, and signing: ready, not yet, a mark changed, a mock scored."""

from collections.abc import Callable, Mapping

from dealbot.app.chat.enabling.looked import shown
from dealbot.app.chat.enabling.tools import room_of, say
from dealbot.app.chat.of_enabling import AnswersToRead, MockToScore, Named, VerdictSigned
from dealbot.app.chat.replies import Plain
from dealbot.app.chat.turn import Turn
from dealbot.app.practice.reports import CohortStanding, PersonStanding, cohort_standing
from dealbot.app.practice.signing import Learner, Ruling, rule, score_mock, sign, to_be_read
from dealbot.domain.practice.cohort import Criterion, Scorecard, Signed, Verdict
from dealbot.domain.practice.readiness import Stage
from dealbot.domain.practice.review import KeptReview
from dealbot.errors import BadInput
from dealbot.store.books import Books

_NOTHING = "Nothing to read in {}: nobody has answered all questions since you signed last."
_KEPT_BACK = "{}: answered, not handed in. You read the answers once they are."
_NOT_IN = "That is no longer in a cohort of yours."


def review(turn: Turn, key: int, person: str | None = None, head: str = "") -> bool:
    """Show what the next person of a cohort handed in, or a certain one."""
    with turn.reading() as books:
        name = books.cohorts.get(key).name
    standing = cohort_standing(room_of(turn), turn.principal, name)
    to_read = standing.of(Stage.TO_READ)
    chosen = [each for each in standing.people if each.person == person] if person else to_read[:1]
    if not chosen:
        return say(turn, Plain(_NOTHING.format(name)))
    if chosen[0].stage is Stage.NOT_HANDED_IN:
        return say(turn, Plain(_KEPT_BACK.format(chosen[0].name)))
    with turn.writing() as books:
        turn.say(books, turn.memory, _to_read(turn, books, standing, chosen[0], head))
    return True


def _to_read(turn: Turn, books: Books, standing: CohortStanding, chosen: PersonStanding, head: str) -> AnswersToRead:
    cohort = standing.cohort
    cards = room_of(turn).laid_out(turn.principal, books).cards
    answers = answers_of(books, cohort.id, chosen.person)
    asked = {kept.review.card for kept in answers}
    for card in asked & cards.keys():
        shown(books, cards[card], turn.desk.now())
    prompts = tuple((card, cards[card].prompt) for card in sorted(asked & cards.keys()))
    left = sum(each.person != chosen.person for each in standing.of(Stage.TO_READ))
    named = Named(chosen.person, chosen.name)
    return AnswersToRead(cohort.id, cohort.name, named, answers, prompts, chosen.asked, chosen.proposal, left, head)


def answers_of(books: Books, cohort: int, person: str) -> tuple[KeptReview, ...]:
    """What somebody handed in, or had answered when it was ended, each question once, as far as one may read it."""
    read = books.cohorts.answers(*to_be_read(books, cohort, person))
    last = {kept.review.card: kept for kept in read if kept.person == person}
    return tuple(last.values())


def sign_as(turn: Turn, key: int, person: str, verdict: Verdict, note: str) -> None:
    """Sign somebody of a cohort, and tell them; the same again does nothing."""
    with turn.reading() as books:
        cohort = books.cohorts.get(key)
        who = next((user for user in books.users.all() if user.id == person), None)
    standing = cohort_standing(room_of(turn), turn.principal, cohort.name)
    before = next((each for each in standing.people if each.person == person), None)
    if who is None or before is None:
        say(turn, Plain(_NOT_IN))
        return
    if before.signed is not None and (before.signed.verdict, before.signed.note) == (verdict, " ".join(note.split())):
        say(turn, Plain(f"{who.name} is signed already: {verdict.words}."))
        return
    left = sum(each.person != person for each in standing.of(Stage.TO_READ))

    def told(books: Books, signed: Signed) -> None:
        named, by = Named(person, who.name), turn.principal.name
        turn.say(books, turn.memory, VerdictSigned(key, cohort.name, named, verdict, signed.note, by, left))

    _done(turn, lambda: sign(room_of(turn, told), turn.principal, Learner(cohort.name, person), verdict, note))


def change_mark(turn: Turn, key: int, answer: int, ruling: Ruling) -> None:
    """Keep enablement's word on an answer of a check, and show what it makes of the whole."""
    with turn.reading() as books:
        kept = books.cohorts.answer(answer)
        cohort = next((c.cohort for c in books.cohorts.checks() if c.id == kept.review.check), None)
    if cohort != key:
        say(turn, Plain(_NOT_IN))
        return
    if _is_so(kept, ruling):
        review(turn, key, kept.person, "It is marked so already.")
        return
    rule(room_of(turn), turn.principal, answer, ruling)
    review(turn, key, kept.person, "Changed: your word counts.")


def _is_so(kept: KeptReview, ruling: Ruling) -> bool:
    if ruling.point is None:
        return kept.mark.rating is ruling.rating
    return ruling.point < len(kept.mark.points) and kept.mark.points[ruling.point].state is ruling.state


def mock(turn: Turn, person: Named, cohort: str = "") -> bool:
    """Offer the form in which a live mock of somebody is scored."""
    with turn.reading() as books:
        live = [each for each in books.cohorts.all() if each.ended_on is None and person.id in each.members]
        mine = [each for each in live if cohort in {"", each.name}]
    if not mine:
        return say(turn, Plain(f"{person.name} is in no cohort: add them to one first."))
    return say(turn, MockToScore(mine[0].id, mine[0].name, person))


def score(turn: Turn, key: int, person: str, scores: Mapping[Criterion, int], words: str) -> None:
    """Keep how somebody did in a live mock."""
    with turn.reading() as books:
        cohort = books.cohorts.get(key)
        names = {user.id: user.name for user in books.users.all()}
        again = any(
            (each.person, dict(each.scores), each.words) == (person, dict(scores), words.strip())
            for each in books.cohorts.scorecards(key)
        )
    average = sum(scores.values()) / max(1, len(scores))
    head = f"{names.get(person, person)}’s mock: {average:.1f} of 5. It stands in the sign-off list of {cohort.name}."
    if again:
        say(turn, Plain(head))
        return

    def told(books: Books, _card: Scorecard) -> None:
        turn.say(books, turn.memory, Plain(head))

    learner = Learner(cohort.name, person)
    _done(turn, lambda: score_mock(room_of(turn, told), turn.principal, learner, scores, words))


def _done(turn: Turn, act: Callable[[], object]) -> None:
    try:
        act()
    except BadInput as error:
        say(turn, Plain(str(error)))
