"""What enablement may say, and what it is taken for."""

from dataclasses import replace
from datetime import date

import pytest

from dealbot.app.chat.enabling.asked import (
    About,
    AskAnswers,
    AskCohort,
    Asked,
    AskGaps,
    AskPerson,
    AskReady,
    AskTeam,
    Change,
    ChangeCohort,
    MakeCohort,
    RemindPerson,
    ScoreMock,
    ShowCard,
    ShowCards,
)
from dealbot.app.chat.enabling.cohorts import day_in, decks_in
from dealbot.app.chat.enabling.drafts import completed
from dealbot.app.chat.enabling.parse import asked_in, commanded
from dealbot.app.chat.enabling.people import one_person, people_in
from dealbot.domain.practice.card import Deck
from dealbot.domain.principal import User

TOM, TOMAS, ANA = User("U0TOM", "Tom Reyes", team="west"), User("U0TOMAS", "Tom Hardy"), User("U0ANA", "Ana Gomez")
USERS = (TOM, TOMAS, ANA, User("U0BO", "Bo Li", team="west"))
CFO = Deck("guides/meeting-the-cfo.md", "Meeting the chief financial officer", (), ("CFO",), ("CFO",))
HIPAA = Deck("guides/hipaa.md", "HIPAA and the BAA", (), ("HIPAA",))
RULE = Deck("policies/hipaa-rule.md", "HIPAA security, proposed rule", (), (), ("CFO",))
PRICING = Deck("guides/pricing.md", "Pricing and undercutting", (), ("Pricing",))
DECKS = (CFO, HIPAA, RULE, PRICING)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "make a cohort November with @Tom @Ana, due 4 Dec, decks meeting the CFO and HIPAA",
            MakeCohort("November", "@Tom @Ana", "4 Dec", "meeting the CFO and HIPAA"),
        ),
        ("please create a cohort called “Spring”: Tom, Ana; due by 4 Dec", MakeCohort("Spring", "Tom, Ana", "4 Dec")),
        ("new cohort Spring", MakeCohort("Spring")),
        ("end the November cohort", AskCohort(About.END, "November")),
        ("please close cohort Q1", AskCohort(About.END, "Q1")),
        ("end November", AskCohort(About.END, "November", sure=False)),
        ("end it", None),
        ("cancel the November check", AskCohort(About.CANCEL, "November")),
        ("cancel the check", AskCohort(About.CANCEL)),
        ("review the November cohort", AskCohort(About.REVIEW, "November")),
        ("move the November cohort to 12 December", ChangeCohort(Change.DUE, "12 December", "November")),
        ("move November’s due date to 12 December", ChangeCohort(Change.DUE, "12 December", "November")),
        ("push the November check to Friday", ChangeCohort(Change.DUE, "Friday", "November")),
        ("add Dana to the November cohort", ChangeCohort(Change.JOIN, "Dana", "November")),
        ("take Ray out of the November cohort", ChangeCohort(Change.LEAVE, "Ray", "November")),
        ("make cohort Q1", MakeCohort("Q1")),
        ("make a cohort for Q1 with Tom", MakeCohort("Q1", "Tom")),
        (
            "set up a cohort for my eight new hires, Ben Zoe Omar Lucy",
            MakeCohort("", "Ben Zoe Omar Lucy"),
        ),
        ("how is the cohort doing?", AskCohort(About.STANDING)),
        ("how's the November cohort doing", AskCohort(About.STANDING, "November")),
        ("where does cohort November stand?", AskCohort(About.STANDING, "November")),
        ("how is November doing?", AskCohort(About.STANDING, "November", sure=False)),
        ("who is ready?", AskCohort(About.READY, sure=False)),
        ("sign-off list", AskCohort(About.SIGN_OFFS)),
        ("send me the sign off list of November as csv", AskCohort(About.SIGN_OFFS, "November")),
        ("what is there for me to read?", AskCohort(About.REVIEW)),
        ("send November's check", AskCohort(About.SEND, "November")),
        ("send the check to November", AskCohort(About.SEND, "November")),
        ("draw mastery by topic", AskCohort(About.MASTERY)),
        ("add Ana and Bo to November", ChangeCohort(Change.JOIN, "Ana and Bo", "November")),
        ("add the decks HIPAA to November", ChangeCohort(Change.DECKS, "HIPAA", "November")),
        ("remove Tom from the cohort", ChangeCohort(Change.LEAVE, "Tom")),
        ("move the due day of November to 11 Dec", ChangeCohort(Change.DUE, "11 Dec", "November")),
        ("show me the cards of HIPAA", ShowCards("HIPAA")),
        ("look through the questions of November", ShowCards("November")),
        ("switch off the card “Where does the money appear?”", ShowCard("Where does the money appear")),
        ("score Tom’s mock", ScoreMock("Tom")),
        ("how is my team doing in practice?", AskTeam()),
        ("how is Tom doing in practice?", AskPerson("Tom")),
        ("what did Tom answer in the drill?", AskPerson("Tom")),
        ("show me Tom's practice answers", AskPerson("Tom")),
        ("list the practice answers of Tom", AskPerson("Tom")),
        ("what is asked and stands in no guide?", AskGaps()),
        ("what do people ask that no guide answers?", AskGaps()),
        ("what are the gaps?", AskGaps(sure=False)),
        ("gaps", AskGaps(sure=False)),
        ("team mastery", AskCohort(About.MASTERY)),
        ("report", AskCohort(About.STANDING, sure=False)),
        ("who missed what most?", AskCohort(About.STANDING, sure=False)),
        ("which questions are bad?", AskCohort(About.STANDING)),
        ("how many did their check?", AskCohort(About.STANDING)),
        ("what do my people not know?", AskTeam()),
        ("remind the others", AskCohort(About.REMIND, sure=False)),
        ("remind everyone who hasn't started", AskCohort(About.REMIND, sure=False)),
        ("remind Eva", RemindPerson("Eva")),
        ("review ben", AskAnswers("ben")),
        ("show me Ben's answers", AskAnswers("Ben")),
        ("open Lucy's answers", AskAnswers("Lucy")),
        ("ben is ready", AskAnswers("ben")),
        ("sign zoe as ready", AskAnswers("zoe")),
        ("sign off Zoe", AskAnswers("Zoe")),
        ("how did Ben do?", AskReady("Ben")),
        ("is Ben ready?", AskReady("Ben")),
    ],
)
def test_whole_messages_of_enablement_are_understood(text: str, asked: Asked) -> None:
    assert asked_in(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "where does Lakeshore stand?",
        "who is the champion?",
        "what did Dana say about the budget?",
        "met Dana, she wants a sign-off for the pilot",
        "get legal sign-off for Lakeshore",
        "my objection drill",
        "x" * 2_000,
    ],
)
def test_what_is_said_of_deals_is_none_of_it(text: str) -> None:
    assert asked_in(text) is None


def test_the_command_makes_a_cohort_of_a_name_with_people() -> None:
    assert commanded("cohort November with Tom, due 4 Dec") == MakeCohort("November", "Tom", "4 Dec")
    assert commanded("cohort November") == AskCohort(About.STANDING, "November")
    assert commanded("CFO") is None


def test_people_are_meant_by_mention_name_and_team() -> None:
    mentioned = (("U0TOM", "Tom Reyes"), ("U0NEW", "Zed New"))

    meant = people_in("Tom Reyes Zed New, ana and me", mentioned, USERS, "U0BO")

    assert [user.name for user in meant.users] == ["Tom Reyes", "Zed New", "Ana Gomez", "Bo Li"]
    assert [user.id for user in people_in("the west team", (), USERS, "").users] == ["U0TOM", "U0BO"]
    assert [user.id for user in people_in("Reyes Ana", (), USERS, "").users] == ["U0TOM", "U0ANA"]


def test_who_is_unknown_or_not_clear_is_named() -> None:
    assert people_in("Tom, Zed", (), USERS, "").wrong == (
        "Tom may be Tom Reyes or Tom Hardy.",
        "I know nobody called Zed.",
    )
    assert one_person("Ana and Bo", (), USERS, "").wrong == ("One person at a time: Ana and Bo is 2.",)
    assert one_person("Ana", (), USERS, "").users == (ANA,)


def test_decks_are_meant_by_title_role_and_part_and_a_guide_before_rules() -> None:
    assert decks_in("meeting the CFO and HIPAA", DECKS) == ((CFO, HIPAA), ())
    assert decks_in("pricing and undercutting, the CFO", DECKS) == ((PRICING, CFO), ())
    assert decks_in("parking", DECKS) == ((), ("There is no guide parking.",))
    assert decks_in("", DECKS) == ((), ())


def test_a_deck_that_may_be_several_is_asked_for() -> None:
    several = (replace(HIPAA, name="guides/baa.md"), Deck("guides/hipaa-2.md", "HIPAA for sales", (), ("HIPAA",)))

    assert decks_in("HIPAA", several) == ((), ("HIPAA may be HIPAA and the BAA or HIPAA for sales.",))


def test_a_day_is_read_as_people_write_it() -> None:
    on = date(2026, 11, 23)

    assert day_in("4 Dec", on) == date(2026, 12, 4)
    assert day_in("2026-12-04", on) == date(2026, 12, 4)
    assert (day_in("soonish", on), day_in("", on)) == (None, None)


def test_what_is_missing_of_a_cohort_may_be_said_alone() -> None:
    draft = MakeCohort("Spring", "U0TOM", "", "guides/hipaa.md")

    assert completed(draft, "due 4 Dec", ("due",)) == MakeCohort("Spring", "U0TOM", "4 Dec", "guides/hipaa.md")
    assert completed(draft, "4 Dec", ("due",)) == MakeCohort("Spring", "U0TOM", "4 Dec", "guides/hipaa.md")
    assert completed(draft, "with Ana", ("due",)) == MakeCohort("Spring", "U0TOM, Ana", "", "guides/hipaa.md")
    assert completed(draft, "where does Lakeshore stand?", ("people", "due")) is None
    assert completed(draft, "Lakeshore: ROI due Friday", ("people", "due")) is None
    assert completed(MakeCohort("", "U0TOM"), "Spring", ("name", "due")) == MakeCohort("Spring", "U0TOM")
