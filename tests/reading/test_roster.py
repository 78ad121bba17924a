from datetime import date

import pytest

from dealbot.domain.evidence import Span
from dealbot.domain.lesson import Lesson, LessonKind
from dealbot.domain.principal import User
from dealbot.domain.reconcile import replay
from dealbot.domain.stakeholder import Side
from dealbot.reading.ports import KnownPerson
from dealbot.reading.roster import mentioned_in, our_people, roster_of
from tests.builders import a_person, an_observation

DANA = (KnownPerson(("Dana Ruiz-Lindt",)), KnownPerson(("Al Xu",)))


def test_a_deals_named_people_are_known_by_name_only() -> None:
    people = [a_person("Dana Ruiz", "CFO"), a_person(None, "CIO")]
    state = replay([an_observation(person) for person in people], date(2026, 11, 23))
    assert roster_of(state) == (KnownPerson(("Dana Ruiz",)),)


def test_the_names_that_a_person_gave_somebody_are_known_too() -> None:
    alias = Lesson(LessonKind.ALIAS, None, "Dana Ruiz", Span("Dr R", 0, 4))
    told = [an_observation(a_person("Dana Ruiz")), an_observation(a_person("Dana")), an_observation(alias)]
    assert roster_of(replay(told, date(2026, 11, 23))) == (KnownPerson(("Dana Ruiz", "Dr R")),)


def test_registered_users_are_on_our_side() -> None:
    assert our_people([User("U1", "Sam Hill")]) == (KnownPerson(("Sam Hill",), side=Side.US),)


@pytest.mark.parametrize("text", ["ask Dana", "DANA?", "what of ruiz-lindt", "Dana's view", "Dána"])
def test_a_text_with_a_word_of_a_name_mentions_somebody(text: str) -> None:
    assert mentioned_in(text, DANA)


@pytest.mark.parametrize("text", ["", "ask Danaher", "al", "who else?"])
def test_a_text_with_no_whole_word_of_a_name_mentions_nobody(text: str) -> None:
    assert not mentioned_in(text, DANA)
