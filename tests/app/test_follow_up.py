"""The one question after a note: which of those worth asking comes first, and what it says."""

from dataclasses import replace
from datetime import date

from dealbot.app.follow_up import FollowUp, Wanted, question_after
from dealbot.domain.observation import Observation, Reading
from tests.domain.builders import a_concern, a_correction, a_person, a_signal, a_state, a_step, said

DAY = date(2026, 3, 10)
BOB = Reading(DAY, people=(a_person("Bob Hale"),), next_steps=(a_step("Send the roster"),))
KNOWN = said(a_person("Robert Hale", "CFO"), "03-01"), said(a_person("Lena Ortiz", "CMO"), "03-01")


def asked(reading: Reading, declined: str = "") -> FollowUp | None:
    """What is asked after a note in a deal that knows Robert Hale and Lena Ortiz."""
    state = a_state(*KNOWN, *(said(item, DAY) for item in reading.statements))
    return question_after(reading, state, DAY, declined.__eq__)


def test_who_is_who_is_asked_after_who_said_it_and_before_the_date_of_a_promise() -> None:
    unheld = replace(BOB, concerns=(a_concern(None),))

    assert [question.wanted for question in (asked(unheld), asked(BOB)) if question] == [Wanted.WHO, Wanted.SAME]


def test_two_of_whom_one_note_tells_are_two_and_so_are_those_who_were_said_to_be() -> None:
    both = replace(BOB, people=(*BOB.people, a_person("Robert Hale", at=20)))
    question = asked(BOB)
    assert question is not None

    after = asked(both), asked(BOB, declined=question.subject)

    assert [question.wanted for question in after if question] == [Wanted.WHEN, Wanted.WHEN]


def test_somebody_is_named_as_the_note_names_them() -> None:
    doctor = Reading(DAY, people=(a_person("O", quote="Dr. O is worried"),))
    question = asked(doctor)

    assert question is not None
    assert question.text == "Is 'Dr. O' the same as Lena Ortiz?"


def test_what_a_cpo_is_is_asked_until_somebody_says_it() -> None:
    note = Reading(DAY, people=(a_person("Mona Shah", "CPO"),))
    question = asked(note)

    assert question is not None
    assert (question.wanted, question.text) == (
        Wanted.SEAT,
        "Mona Shah's CPO: is that the Chief Pharmacy Officer, or Chief People Officer or Chief Procurement Officer?",
    )
    told = said(a_correction("title", "Chief Pharmacy Officer", "Mona Shah"), DAY, note="")
    after = question_after(note, a_state(*KNOWN, said(a_person("Mona Shah", "CPO"), DAY), told), DAY)
    assert after is not None
    assert after.wanted is not Wanted.SEAT


def test_a_question_about_two_is_the_same_whichever_of_them_is_the_fuller_name() -> None:
    one, other = (FollowUp(Wanted.SAME, "?", who=who, other=than) for who, than in (("Bo", "Bob"), ("Bob", "Bo")))

    assert one.subject == other.subject


def test_after_a_first_note_the_ehr_is_asked_for_until_somebody_names_it() -> None:
    note = Reading(DAY, people=(a_person("Lena Ortiz"),))
    queue = said(a_signal("ehr", "the interface queue is full"), DAY)
    named = said(a_signal("ehr", "they run Epic"), DAY)
    by_hand = said(a_correction("ehr", "Epic"), DAY, note="")

    after = [question_after(note, a_state(*KNOWN, *more), DAY) for more in ((), (queue,), (named,), (by_hand,))]

    assert [question.wanted for question in after if question] == [Wanted.EHR, Wanted.EHR, Wanted.REST, Wanted.REST]


EPIC = said(a_signal("ehr", "Epic"), "03-01")
LENA = a_person("Lena Ortiz", "CMO")
WORRIED = Reading(DAY, people=(LENA,), concerns=(a_concern("Lena Ortiz"),))


def asked_beside(reading: Reading, *known: Observation) -> str | None:
    """What is asked after a note where the EHR is known."""
    state = a_state(*KNOWN, EPIC, *known, *(said(item, DAY) for item in reading.statements))
    question = question_after(reading, state, DAY)
    return question.text if question is not None else None


def test_of_a_call_that_tells_nothing_both_are_asked() -> None:
    only = Reading(DAY, people=(LENA,))

    assert asked_beside(only) == "What worries Lena Ortiz, and what happens next, who and when?"


def test_of_a_worry_with_nothing_agreed_what_is_next_is_asked() -> None:
    assert asked_beside(WORRIED) == "What happens next about Lena Ortiz's money worry, who and when?"


def test_where_something_is_agreed_already_or_it_is_nobodys_nothing_is_asked() -> None:
    promised = said(a_step("Send the sums", "Sam", "03-20"), "03-05")
    nobodys = replace(WORRIED, concerns=(a_concern(None, "governance"),))
    answered = replace(WORRIED, concerns=(a_concern("Lena Ortiz", status="addressed"),))

    assert asked_beside(WORRIED, promised) is None
    assert asked_beside(nobodys) is None
    assert asked_beside(answered) is None
