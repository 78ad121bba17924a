"""What is answered in practice is its person's alone: every way in, tried by people of every role."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.evidence import Span
from dealbot.domain.practice.cohort import Cohort, Criterion, Scorecard, Signed, Verdict
from dealbot.domain.practice.edits import CardEdit
from dealbot.domain.practice.mark import Mark, PitfallMark, PointMark, PointState, Rating
from dealbot.domain.practice.review import Claim, ClaimKind
from dealbot.domain.practice.schedule import Choice, Schedule, Standing
from dealbot.domain.practice.session import Item, Mode, SessionState
from dealbot.domain.practice.session import Session as Practised
from dealbot.domain.principal import LOCAL_WORKSPACE, Principal, Role, User
from dealbot.errors import BadInput, DealbotError
from dealbot.store.card_edits import CardEdits
from dealbot.store.cohorts import Cohorts
from dealbot.store.figures import Figures
from dealbot.store.practice import Practice
from dealbot.store.reminders import Reminders
from dealbot.store.users import Users
from tests.store.book import ADMIN, DAY, MAYA, PRIYA, SAM, STRANGER, Book
from tests.store.practising import EVE, MET, MISSED, answer, check, claim, mark

CANARY = "canary"
_AT = datetime(2026, 3, 11, tzinfo=UTC)
LIN = Principal(LOCAL_WORKSPACE, "U-LIN", "Lin", frozenset({Role.ANALYST}))
ALL_ROLES = Principal(LOCAL_WORKSPACE, "U-ALL", "All", frozenset(Role))
OTHERS = [SAM, MAYA, EVE, LIN, ADMIN, ALL_ROLES, STRANGER]
PEOPLE = [Principal(LOCAL_WORKSPACE, f"U-{n}", f"P{n}", frozenset({Role.AE})) for n in range(4)]

_WAYS: dict[str, Callable[[Session, Principal, int, int], object]] = {
    "an answer by its number": lambda s, who, key, _: Practice(s, who).review(key),
    "the last answers": lambda s, who, *_: Practice(s, who).reviews(),
    "the answers to the card": lambda s, who, *_: Practice(s, who).reviews(CANARY),
    "what is known of the cards": lambda s, who, *_: Practice(s, who).standings(),
    "their schedules": lambda s, who, *_: Practice(s, who).schedules(),
    "the card's schedule": lambda s, who, *_: Practice(s, who).schedule(CANARY),
    "what is due": lambda s, who, *_: Practice(s, who).due(datetime(2100, 1, 1, tzinfo=UTC)),
    "the session": lambda s, who, _, session: Practice(s, who).session(session),
    "what is running": lambda s, who, *_: Practice(s, who).open_sessions(),
    "a word on the mark": lambda s, who, key, _: Practice(s, who).claim(key, Claim(ClaimKind.SAID, 0, MET), _AT),
    "the session kept by its number": lambda s, who, _, session: Practice(s, who).keep(_left(session), _AT),
    "the answers of all checks": lambda s, who, *_: Cohorts(s, who).answers(*range(1, 9)),
    "an answer as of a check": lambda s, who, key, _: Cohorts(s, who).answer(key),
    "a ruling": lambda s, who, key, _: Cohorts(s, who).rule(key, Claim(ClaimKind.RULED, rating=Rating.AGAIN), _AT),
    "figures by card": lambda s, who, *_: Figures(s, who).cards(_AT, DAY),
    "figures by topic": lambda s, who, *_: Figures(s, who).topics({(CANARY, ""): [CANARY]}, _AT, DAY),
}


def _left(session: int) -> Practised:
    return Practised(Mode.INTERVIEW, (Item("other"),), id=session)


def practise(book: Book, who: Principal) -> tuple[int, int]:
    """Somebody answers a card in private, with traces in every table."""
    with book.database.write() as session:
        practice = Practice(session, who)
        kept = practice.keep(Practised(Mode.INTERVIEW, (Item(CANARY),), CANARY), book.tick())
        practice.plan([Schedule(Standing(CANARY, book.now, Rating.AGAIN), {"of": CANARY})])
    key = answer(book, who, card=CANARY, given=mark(MISSED), text=CANARY).id
    claim(book, who, key, Claim(ClaimKind.SAID, 0, MET))
    return key, kept.id


@pytest.mark.parametrize("who", OTHERS, ids=lambda who: who.name)
@pytest.mark.parametrize("way", list(_WAYS))
def test_nobody_of_any_role_reads_or_touches_what_somebody_else_practised(book: Book, who: Principal, way: str) -> None:
    check(book, PRIYA)
    key, session = practise(book, PRIYA)
    before = _all_rows(book)

    with book.database.write() as transaction:
        try:
            found = _WAYS[way](transaction, who, key, session)
        except DealbotError as error:
            found = str(error)

    assert CANARY not in repr(found)
    assert _all_rows(book) == before


def test_their_own_practice_is_there(book: Book) -> None:
    key, session = practise(book, PRIYA)

    with book.database.read() as transaction:
        practice = Practice(transaction, PRIYA)
        kept = practice.review(key)
        assert (kept.review.answer, kept.person, kept.mark.points[0].state) == (CANARY, PRIYA.user, MET)
        assert practice.session(session).title == CANARY
        assert practice.due(book.now) == (CANARY,)
        assert [each.id for each in practice.reviews()] == [key]
        assert practice.schedule("another") is None


def test_enablement_reads_the_answers_of_a_check_and_its_people_their_own(book: Book) -> None:
    given = check(book, PRIYA, SAM)
    key = answer(book, PRIYA, check=given.id, text="Of a check.").id
    answer(book, PRIYA, text="In private.")

    def read(who: Principal) -> list[str]:
        with book.database.read() as session:
            return [kept.review.answer for kept in Cohorts(session, who).answers(given.id)]

    assert [read(who) for who in (EVE, ADMIN, PRIYA)] == [["Of a check."]] * 3
    assert [read(who) for who in (SAM, MAYA, LIN, STRANGER)] == [[]] * 4
    with book.database.write() as session:
        ruled = Cohorts(session, EVE).rule(key, Claim(ClaimKind.RULED, rating=Rating.EASY), book.tick())
        assert ruled.mark.rating is Rating.EASY
        with pytest.raises(BadInput, match="no answer"):
            Cohorts(session, SAM).answer(key)


def test_what_enablement_rules_counts_after_what_its_person_says(book: Book) -> None:
    given = check(book, PRIYA)
    key = answer(book, PRIYA, check=given.id, given=mark(MET, MISSED)).id
    with book.database.write() as session:
        Cohorts(session, EVE).rule(key, Claim(ClaimKind.RULED, 1, MISSED), book.tick())
    claim(book, PRIYA, key, Claim(ClaimKind.SAID, 1, MET))

    with book.database.read() as session:
        kept = Practice(session, PRIYA).review(key)
    assert kept.mark.points[1].state is MISSED
    assert [each.by for each in kept.claims] == ["U-EVE", "U-PRIYA"]


def test_figures_are_told_of_three_people_and_more_the_asker_not_counted(book: Book) -> None:
    def figures(who: Principal) -> list[tuple[int, int, int, tuple[int, ...]]]:
        with book.database.write() as session:
            told = Figures(session, who).cards(book.tick(), DAY)
            return [(each.people, each.known, each.claimed, each.missed[:2]) for each in told]

    answer(book, EVE, given=mark(MISSED, MISSED))
    for who in PEOPLE[:2]:
        answer(book, who, given=mark(MET, MISSED))
    assert figures(EVE) == []

    last = answer(book, PEOPLE[2], given=mark(MISSED, MISSED, rating=Rating.GOOD))
    assert figures(EVE) == [(3, 1, 0, (1, 3))]

    claim(book, PEOPLE[2], last.id, Claim(ClaimKind.SAID, 0, MET))
    answer(book, PEOPLE[1], given=mark(MET, MET))
    assert figures(EVE) == [(3, 1, 0, (1, 3))]
    answer(book, PEOPLE[0], given=mark(MISSED, MET))
    assert figures(EVE) == [(3, 1, 1, (1, 1))]
    assert figures(PRIYA) == []


def test_answers_of_checks_are_in_no_figure_of_practice(book: Book) -> None:
    given = check(book, *PEOPLE)
    for who in PEOPLE:
        answer(book, who, check=given.id)

    with book.database.read() as session:
        assert Figures(session, EVE).cards(book.tick(), DAY) == ()


def test_a_manager_is_told_figures_of_the_own_team_alone(book: Book) -> None:
    with book.database.write() as session:
        users = Users(session, ADMIN)
        users.add(User(MAYA.user, "Maya", MAYA.roles, "west"))
        for number, who in enumerate(PEOPLE):
            users.add(User(who.user, who.name, who.roles, "west" if number < 3 else "east"))
    for who in PEOPLE[1:]:
        answer(book, who)

    def people() -> list[int]:
        with book.database.write() as session:
            told = Figures(session, MAYA).topics({("role", "one"): ["c1"]}, book.tick(), DAY)
            return [each.people for each in told]

    assert people() == []
    answer(book, PEOPLE[0])
    assert people() == [3]


def test_a_manager_sees_who_of_the_team_is_in_a_check_and_others_themselves(book: Book) -> None:
    with book.database.write() as session:
        users = Users(session, ADMIN)
        for who in (MAYA, PRIYA):
            users.add(User(who.user, who.name, who.roles, "west"))
        users.add(User(SAM.user, SAM.name, SAM.roles, "east"))
    given = check(book, PRIYA, SAM)
    answer(book, PRIYA, check=given.id)
    answer(book, SAM, check=given.id)
    with book.database.write() as session:
        for who in (PRIYA, SAM):
            Cohorts(session, EVE).sign(given.cohort, Signed(who.user, Verdict.READY, "", EVE.user, book.tick()))

    def seen(who: Principal) -> tuple[object, ...]:
        with book.database.read() as session:
            cohorts = Cohorts(session, who)
            (cohort,) = cohorts.all()
            (one,) = cohorts.checks()
            return cohort.members, one.people, cohorts.answered(one.id), tuple(cohorts.signed(cohort.id))

    assert seen(MAYA) == (("U-PRIYA",), ("U-PRIYA",), {"U-PRIYA": {"c1"}}, ("U-PRIYA",))
    assert seen(SAM) == (("U-SAM",), ("U-SAM",), {"U-SAM": {"c1"}}, ("U-SAM",))
    assert seen(EVE)[0] == ("U-PRIYA", "U-SAM")
    with book.database.read() as session:
        assert Cohorts(session, LIN).all() == ()
        assert Cohorts(session, STRANGER).all() == ()


def test_a_mark_comes_back_as_it_was_with_its_words(book: Book) -> None:
    whole = Mark(
        1 / 3,
        Rating.AGAIN,
        (PointMark("a", PointState.MET, Span("so", 0, 2)), PointMark("b", PointState.PARTLY)),
        PitfallMark("never", Span("so", 3, 5)),
        "test 1",
        doubtful=True,
    )
    key = answer(book, PRIYA, given=whole).id

    with book.database.read() as session:
        assert Practice(session, PRIYA).review(key).mark == whole


def test_a_session_comes_back_as_it_was_and_only_one_runs(book: Book) -> None:
    items = (Item("c1"), Item("c2", 3, ConcernTopic.INTEGRATION))
    first = Practised(Mode.WARM_UP, items, "CNO", position=1, again=items[0])
    with book.database.write() as session:
        kept = Practice(session, PRIYA).keep(first, book.tick())
    with book.database.write() as session:
        second = Practice(session, PRIYA).keep(Practised(Mode.DRIP, items), book.tick())
        other = Practice(session, SAM).keep(Practised(Mode.DRIP, items), book.tick())

    with book.database.read() as session:
        assert Practice(session, PRIYA).open_sessions() == (second, kept.paused)
        assert Practice(session, SAM).open_sessions() == (other,)
        assert other.state is SessionState.RUNNING


def test_due_days_are_read_in_utc_whatever_the_database_keeps(book: Book) -> None:
    due_at = datetime(2026, 3, 10, 23, 30, tzinfo=UTC)
    with book.database.write() as session:
        Practice(session, PRIYA).plan([Schedule(Standing("c1", due_at, Rating.GOOD), {}, {"before": 1})])
        Practice(session, PRIYA).plan([Schedule(Standing("c0", due_at, Rating.GOOD), {})])

    with book.database.read() as session:
        practice = Practice(session, PRIYA)
        assert practice.standings()["c1"].due_at == due_at
        assert [each.before for each in practice.schedules()] == [None, {"before": 1}]
        assert practice.due(due_at) == ("c0", "c1")
        assert practice.due(due_at, 1) == ("c0",)
        assert practice.due(due_at - timedelta(seconds=1)) == ()


def test_the_newest_edit_of_a_card_counts_in_its_workspace(book: Book) -> None:
    with book.database.write() as session:
        CardEdits(session, EVE).edit(CardEdit("c1", off=True), book.tick())
        CardEdits(session, EVE).edit(CardEdit("c1", "Why?", ("a",), ("b", "c"), ("d",), ("b", "e")), book.tick())
        CardEdits(session, STRANGER).edit(CardEdit("c1", "Theirs?"), book.tick())

    with book.database.read() as session:
        assert CardEdits(session, PRIYA).all() == (CardEdit("c1", "Why?", ("a",), ("b", "c"), ("d",), ("b", "e")),)


def test_a_card_that_is_reworded_twice_is_known_by_its_first_id(book: Book) -> None:
    with book.database.write() as session:
        edits = CardEdits(session, EVE)
        assert edits.alias("second", "first", book.tick())
        assert edits.alias("third", "second", book.tick())
        assert not edits.alias("third", "another", book.tick())
        assert not edits.alias("first", "third", book.tick())
        assert edits.aliases() == {"second": "first", "third": "first"}


def test_what_somebody_chose_is_kept_and_those_on_drip_are_told_once_a_day(book: Book) -> None:
    with book.database.write() as session:
        assert Practice(session, PRIYA).choice() == Choice()
        Practice(session, PRIYA).choose(Choice(drip=True, interview_on=DAY, drip_at=time(7, 30)))
        Practice(session, SAM).choose(Choice(drip=False))

    with book.database.write() as session:
        reminders = Reminders(session, ADMIN)
        assert Practice(session, PRIYA).choice() == Choice(drip=True, interview_on=DAY, drip_at=time(7, 30))
        assert reminders.awaited_by() == {PRIYA.user: {time(7, 30)}}
        assert reminders.keep(PRIYA.user, "drip", DAY, book.tick())
        assert not reminders.keep(PRIYA.user, "drip", DAY, book.tick())
        assert reminders.keep(PRIYA.user, "drip", DAY + timedelta(days=1), book.tick())
        assert reminders.sent(PRIYA.user, "drip")
        assert not reminders.sent(SAM.user, "drip")


def test_scorecards_are_read_by_enablement_and_by_whom_they_are_about(book: Book) -> None:
    given = check(book, PRIYA, SAM)
    card = Scorecard(PRIYA.user, ((Criterion.DISCOVERY, 4), (Criterion.OBJECTIONS, 2)), "Good.", EVE.user, book.tick())
    with book.database.write() as session:
        Cohorts(session, EVE).score(given.cohort, card)

    with book.database.read() as session:
        assert [Cohorts(session, who).scorecards(given.cohort) for who in (EVE, PRIYA, SAM, MAYA)] == [
            (card,),
            (card,),
            (),
            (),
        ]


def test_a_cohort_is_found_by_its_name_or_the_start_of_it(book: Book) -> None:
    check(book, PRIYA, name="November 1")
    check(book, PRIYA, name="November 2")

    with book.database.write() as session:
        cohorts = Cohorts(session, EVE)
        one = cohorts.find("november 1")
        assert cohorts.get(one.id) == one
        with pytest.raises(BadInput, match="which one"):
            cohorts.find("Nov")
        with pytest.raises(BadInput, match="no cohort 'Dec'"):
            cohorts.find("Dec")
        with pytest.raises(BadInput, match="no such cohort"):
            cohorts.get(99)
        with pytest.raises(BadInput, match="already is"):
            cohorts.make(Cohort("NOVEMBER 1", (), (), DAY), book.tick())


def _all_rows(book: Book) -> list[object]:
    tables = ("practice_sessions", "practice_reviews", "practice_claims", "practice_schedules", "practice_tallies")
    with book.database.read() as session:
        return [session.execute(text(f"SELECT * FROM {table}")).all() for table in tables]  # noqa: S608
