"""Nobody sees or touches a deal of another team or workspace: every way in, tried with a canary behind it."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from dealbot.domain.lesson import LessonState
from dealbot.domain.observation import Reading, Visibility
from dealbot.domain.principal import LOCAL_WORKSPACE, Principal, Role, User
from dealbot.domain.stakeholder import Stance
from dealbot.errors import DealbotError
from dealbot.store.deals import Deals
from dealbot.store.ledger import Ledger
from dealbot.store.lessons import Lessons
from dealbot.store.notes import Notes
from dealbot.store.summaries import Summaries
from dealbot.store.users import Users
from dealbot.store.values import CorrectionIn, NoteIn
from tests.store.book import ADMIN, DAY, MAYA, PRIYA, SAM, START, STRANGER, Book, alias, person, stance_of

CANARY = "canary"
ENABLEMENT = Principal(LOCAL_WORKSPACE, "U-EVE", "Eve", frozenset({Role.ENABLEMENT}))
OUTSIDERS = [SAM, MAYA, ENABLEMENT, STRANGER]


class Planted:
    """Priya's deal, full of canaries, in a workspace where others have deals as well."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.deal: int = book.deal(f"{CANARY} deal", by=PRIYA)
        saved = book.log(self.deal, "n1", person(CANARY, words=CANARY), by=PRIYA)
        self.note, self.version = saved.note, saved.version
        with book.database.write() as session:
            named = Reading(DAY, (person(CANARY),))
            Ledger(session, PRIYA).append_introductions(self.version, named, [Visibility.FACT], book.tick())
        self.correction = book.correct(self.deal, stance_of(CANARY, Stance.OPPOSED), by=PRIYA)
        self.lesson = book.correct(self.deal, alias(CANARY, CANARY), saved.note, by=PRIYA)
        book.save(self.deal, "n3", CANARY, by=PRIYA)
        book.place(book.save(self.deal, "n2", CANARY, by=PRIYA).note, None)
        with book.database.write() as session:
            Deals(session, PRIYA).alias(self.deal, f"{CANARY} alias")
            Deals(session, PRIYA).bind(self.deal, f"C-{CANARY}")
            Summaries(session, PRIYA).put(self.deal, DAY, None, {"says": CANARY})
            for user, team in ((PRIYA, "east"), (SAM, "west"), (MAYA, "west"), (ENABLEMENT, "east")):
                Users(session, ADMIN).add(User(user.user, user.name, user.roles, team))
        for other in (SAM, STRANGER):
            book.deal(f"Mine, {other.name}", by=other)


Act = Callable[[Session, Principal, Planted], object]
READS: dict[str, Act] = {
    "all deals": lambda s, p, _: Deals(s, p).all(),
    "deal by id": lambda s, p, on: Deals(s, p).by_id(on.deal),
    "deal by channel": lambda s, p, _: Deals(s, p).by_channel("C-canary"),
    "deal by name": lambda s, p, _: Deals(s, p).find("canary deal"),
    "deal by alias": lambda s, p, _: Deals(s, p).find("canary alias"),
    "nearest names": lambda s, p, _: Deals(s, p).nearest("canary"),
    "readers": lambda s, p, on: Deals(s, p).readers(on.deal),
    "observations": lambda s, p, on: Ledger(s, p).observations(on.deal),
    "observations as known": lambda s, p, on: Ledger(s, p).observations(on.deal, on.book.now),
    "corrections": lambda s, p, on: Ledger(s, p).corrections(on.deal),
    "notes": lambda s, p, on: Notes(s, p).of_deal(on.deal),
    "notes as known": lambda s, p, on: Notes(s, p).of_deal(on.deal, on.book.now, to_read=True),
    "note": lambda s, p, _: Notes(s, p).get("n1"),
    "note taken back": lambda s, p, _: Notes(s, p).get("n2"),
    "introductions": lambda s, p, on: Ledger(s, p).introductions(on.deal),
    "versions": lambda s, p, on: Notes(s, p).versions(on.note),
    "unread notes": lambda s, p, _: Notes(s, p).unread(),
    "summaries": lambda s, p, _: Summaries(s, p).get_all(),
    "lessons": lambda s, p, _: Lessons(s, p).all(),
    "lesson": lambda s, p, on: Lessons(s, p).get(on.lesson),
}
WRITES: dict[str, Act] = {
    "save": lambda s, p, on: Notes(s, p).save(NoteIn("n1", on.deal, "other", DAY, START)),
    "place": lambda s, p, on: Notes(s, p).place(on.note, None, START),
    "reading": lambda s, p, on: Ledger(s, p).append_reading(on.version, Reading(DAY), [], START),
    "failure": lambda s, p, on: Ledger(s, p).append_failure(on.version, "r", START),
    "introductions": lambda s, p, on: Ledger(s, p).append_introductions(on.version, Reading(DAY), [], START),
    "correction": lambda s, p, on: Ledger(s, p).append_correction(
        CorrectionIn(on.deal, stance_of("x", Stance.OPPOSED), DAY, START)
    ),
    "withdraw": lambda s, p, on: Ledger(s, p).withdraw(on.correction, START),
    "lesson": lambda s, p, on: Lessons(s, p).decide(on.lesson, LessonState.WORKSPACE, START),
    "lesson taken back": lambda s, p, on: Ledger(s, p).withdraw(on.lesson, START),
    "hold": lambda s, p, on: Deals(s, p).hold(on.deal),
    "rename": lambda s, p, on: Deals(s, p).rename(on.deal, "x"),
    "alias": lambda s, p, on: Deals(s, p).alias(on.deal, "x"),
    "bind": lambda s, p, on: Deals(s, p).bind(on.deal, "C"),
    "own": lambda s, p, on: Deals(s, p).own(on.deal, p.user),
    "join": lambda s, p, on: Deals(s, p).join(on.deal, p.user),
    "leave": lambda s, p, on: Deals(s, p).leave(on.deal, PRIYA.user),
    "change": lambda s, p, on: Deals(s, p).change(on.deal, amount=1),
    "merge": lambda s, p, on: Deals(s, p).merge(Deals(s, p).add("mine", START).id, on.deal, START),
    "summary": lambda s, p, on: Summaries(s, p).put(on.deal, DAY, None, {}),
}


def told(planted: Planted, principal: Principal, way: str) -> str:
    """What a principal is told, refusals included."""
    try:
        with planted.book.database.read() as session:
            return repr(READS[way](session, principal, planted))
    except DealbotError as error:
        return str(error)


@pytest.fixture
def planted(book: Book) -> Planted:
    return Planted(book)


def test_every_way_in_leads_to_the_canary_for_its_own_team(planted: Planted) -> None:
    silent = {way for way in READS if way != "readers" and CANARY not in told(planted, PRIYA, way)}

    assert silent == set()


@pytest.mark.parametrize("outsider", OUTSIDERS, ids=lambda principal: principal.user)
def test_no_way_in_leads_outsiders_to_the_canary(planted: Planted, outsider: Principal) -> None:
    leaks = {way for way in READS if CANARY in told(planted, outsider, way)}

    assert leaks == set()
    assert PRIYA.user not in told(planted, outsider, "readers")


@pytest.mark.parametrize("outsider", OUTSIDERS, ids=lambda principal: principal.user)
def test_no_outsider_can_change_anything(planted: Planted, outsider: Principal) -> None:
    for write in WRITES.values():
        with pytest.raises(DealbotError), planted.book.database.write() as session:
            write(session, outsider, planted)


def test_what_cannot_be_seen_is_refused_as_what_is_not_there(planted: Planted) -> None:
    assert told(planted, SAM, "note") == "There is no note called 'n1'."
    assert told(planted, SAM, "deal by id") == f"There is no deal called '#{planted.deal}'."


@pytest.mark.parametrize("outsider", OUTSIDERS, ids=lambda principal: principal.user)
def test_no_outsider_learns_where_a_note_is(planted: Planted, outsider: Principal) -> None:
    with planted.book.database.read() as session:
        assert Notes(session, PRIYA).where("n1", planted.deal) == planted.deal
        assert Notes(session, outsider).where("n1", planted.deal) is None


def test_a_manager_sees_the_deals_their_people_own(planted: Planted) -> None:
    with planted.book.database.write() as session:
        Users(session, ADMIN).change(MAYA.user, team="east")

    assert CANARY in told(planted, MAYA, "observations")
    assert CANARY not in told(planted, ENABLEMENT, "observations")


def test_somebody_put_on_the_team_sees_the_deal_until_taken_off(planted: Planted) -> None:
    with planted.book.database.write() as session:
        Deals(session, PRIYA).join(planted.deal, SAM.user)
    assert CANARY in told(planted, SAM, "observations")

    with planted.book.database.write() as session:
        Deals(session, PRIYA).leave(planted.deal, SAM.user)
    assert CANARY not in told(planted, SAM, "observations")


def test_a_note_moved_to_another_deal_is_seen_there_only(planted: Planted) -> None:
    with planted.book.database.read() as session:
        theirs = Deals(session, SAM).all()[0].id
    planted.book.place(planted.note, theirs)

    assert CANARY in repr(planted.book.told(theirs, SAM))
    assert told(planted, PRIYA, "note") == "There is no note called 'n1'."


def test_a_private_observation_is_told_to_who_logged_it_alone(planted: Planted) -> None:
    book, deal = planted.book, planted.deal
    saved = book.save(deal, "n9", by=PRIYA)
    book.read(saved, person("secret"), by=ADMIN, private=True)

    assert "secret" in repr(book.told(deal, PRIYA))
    assert "secret" in repr(book.told(deal, PRIYA, book.now))
    assert "secret" not in repr(book.told(deal, PRIYA, private=False))
    assert "secret" not in repr(book.told(deal, ADMIN))
