"""What is learnt holds whatever the order, in each deal where it counts, and can be taken back without a trace."""

from collections.abc import Callable
from datetime import date
from itertools import permutations

import pytest

from dealbot.app.correct import Corrected, correct, take_back
from dealbot.app.lessons import forget, take_for_all
from dealbot.app.place_note import undo_note
from dealbot.domain.lesson import LessonState
from dealbot.errors import BadInput
from tests.app.ledger.test_laws import elsewhere
from tests.app.ledger.writing import Office

NOTES = {
    "a": "Met Lena Ortiz, CMO. She likes it.",
    "b": "LO is worried about the alerts, so is Raj Patel.",
    "c": "Call with LO: she is against it now, a hard no. Omar Lodge was there too.",
}


WORRIES = {
    "a": "Met Dana Ruiz, CFO. Dana asked who pays for the tablets on the wards, she is worried about the cost.",
    "b": "Raj Patel, CIO, likes it. Dana asked who pays for the tablets on the wards, she is worried about the cost.",
    "c": "Sam Cole, CNO, asked who pays for the tablets on the wards, he is worried about the cost.",
}


def log(office: Office, deal: str, name: str) -> None:
    office.log(deal, name, NOTES[name], date(2026, 11, 2 + "abc".index(name)))


def teach(office: Office, note: str = "b") -> Corrected:
    return correct(office.desk, office.who, note, ["LO.is=Lena Ortiz"])


def offer(office: Office, lesson: int) -> None:
    with office.desk.writing(office.who) as books:
        books.lessons.decide(lesson, LessonState.OFFERED, office.clock())


def stances(office: Office, deal: str) -> dict[str | None, str]:
    return {person.name: person.stance.value for person in office.state(deal).people}


def test_a_name_learnt_is_read_in_every_note_of_the_deal_whatever_the_order(office: Office) -> None:
    told = []
    for order in permutations("abc"):
        here = elsewhere(office)
        for name in order:
            log(here, "Lakeshore", name)
            if name == "b":
                teach(here)
        told.append((here.state("Lakeshore"), here.status("Lakeshore")))

    assert all(each == told[0] for each in told)
    assert [str(person.stance) for person in told[0][0].people if person.name == "Lena Ortiz"] == ["opposed"]


def test_a_lesson_taken_back_leaves_the_deal_as_if_only_its_note_had_been_set_right(office: Office) -> None:
    for name in "abc":
        log(office, "Lakeshore", name)
    before = office.state("Lakeshore"), office.status("Lakeshore")
    corrected = teach(office)
    (learnt,) = corrected.learnt
    assert stances(office, "Lakeshore")["Lena Ortiz"] == "opposed"

    forget(office.desk, office.who, [learnt.key])

    assert stances(office, "Lakeshore")["Lena Ortiz"] != "opposed"
    with office.desk.writing(office.who) as books:
        books.ledger.withdraw(corrected.keys[0], office.clock())
    assert (office.state("Lakeshore"), office.status("Lakeshore")) == before


def test_what_counts_in_all_deals_holds_though_its_correction_and_its_note_are_taken_back(office: Office) -> None:
    log(office, "Lakeshore", "b")
    office.log("Norton", "n-a", NOTES["a"], date(2026, 11, 2))
    office.log("Norton", "n-c", NOTES["c"], date(2026, 11, 4))
    corrected = teach(office)
    (learnt,) = corrected.learnt
    with pytest.raises(BadInput, match="is not offered for all deals"):
        take_for_all(office.desk, office.who, [learnt.key])
    offer(office, learnt.key)
    take_for_all(office.desk, office.who, [learnt.key])

    take_back(office.desk, office.who, "Lakeshore", corrected.keys)
    undo_note(office.desk, office.who, "b")
    assert stances(office, "Norton")["Lena Ortiz"] == "opposed"
    assert all(kept == replayed for kept, replayed in office.summaries())

    forget(office.desk, office.who, [learnt.key])
    assert stances(office, "Norton")["Lena Ortiz"] == "supportive"
    assert all(kept == replayed for kept, replayed in office.summaries())


def worries(office: Office, deal: str = "Lakeshore") -> list[tuple[str | None, str, str]]:
    return [(worry.holder, worry.topic.value, worry.evidence.note) for worry in office.state(deal).concerns]


def test_what_is_no_worry_in_one_note_is_none_in_others_whatever_the_order(office: Office) -> None:
    told = []
    for order in permutations("abc"):
        here = elsewhere(office)
        for name in order:
            here.log("Lakeshore", name, WORRIES[name], date(2026, 11, 2 + "abc".index(name)))
            if name == "b":
                before = worries(here)
                assert "b" in {note for _, _, note in before}
                correct(here.desk, here.who, "b", ["Dana.budget_roi=none"])
        told.append((here.state("Lakeshore"), here.status("Lakeshore")))

    assert all(each == told[0] for each in told)
    assert [concern for concern in told[0][0].open_concerns if concern.holder == "Dana Ruiz"] == []


def test_a_later_contrary_correction_counts_and_one_taken_back_no_more(office: Office) -> None:
    for name in "abc":
        office.log("Lakeshore", name, WORRIES[name], date(2026, 11, 2 + "abc".index(name)))
    before = office.state("Lakeshore")
    first = correct(office.desk, office.who, "a", ["Dana.stance=supportive"], date(2026, 11, 2))
    second = correct(office.desk, office.who, "a", ["Dana.stance=opposed"], date(2026, 11, 2))

    def dana() -> str:
        return next(str(person.stance) for person in office.state("Lakeshore").people if person.name == "Dana Ruiz")

    assert dana() == "opposed"
    take_back(office.desk, office.who, "Lakeshore", second.keys)
    assert dana() == "supportive"
    take_back(office.desk, office.who, "Lakeshore", first.keys)
    assert office.state("Lakeshore") == before


ACTS: dict[str, Callable[[Office, int], object]] = {
    "teach": lambda office, _: correct(office.desk, office.who, "Norton-c", ["LO.is=Lena Ortiz"]),
    "take for all": lambda office, lesson: take_for_all(office.desk, office.who, [lesson]),
    "forget": lambda office, lesson: forget(office.desk, office.who, [lesson]),
}


@pytest.mark.parametrize("act", ACTS)
def test_summaries_are_what_replaying_gives_and_old_answers_can_be_told_again(office: Office, act: str) -> None:
    for deal, names in (("Lakeshore", "ab"), ("Norton", "ac")):
        for name in names:
            office.log(deal, f"{deal}-{name}", NOTES[name], date(2026, 11, 2 + "abc".index(name)))
    (learnt,) = correct(office.desk, office.who, "Lakeshore-b", ["LO.is=Lena Ortiz"]).learnt
    offer(office, learnt.key)
    if act == "forget":
        take_for_all(office.desk, office.who, [learnt.key])
    then, told = office.clock.at, {deal: office.status(deal) for deal in ("Lakeshore", "Norton")}

    ACTS[act](office, learnt.key)

    assert all(kept == replayed for kept, replayed in office.summaries())
    assert {deal: office.status(deal, known_at=then) for deal in told} == told
    assert {deal: office.status(deal) for deal in told} != told
