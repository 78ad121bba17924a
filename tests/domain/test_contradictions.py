"""Two tellings of one call: kept side by side until somebody settles it."""

from dealbot.domain.contradictions import contradictions
from dealbot.domain.observation import Observation
from tests.domain.builders import a_concern, a_correction, a_person, a_state, said

SAM = "Sam Okafor"
DANA = (
    said(a_person("Dana Ruiz", "CFO", "supportive")),
    said(a_person("Dana Ruiz", "CFO", "opposed"), author=SAM),
)
WORRY = (said(a_concern("Dana Ruiz")), said(a_concern("Dana Ruiz", status="resolved"), author=SAM))


def told(*observations: Observation) -> list[tuple[str | None, str | None, list[str]]]:
    state = a_state(*observations)
    return [(each.about, each.topic, sorted(value for value, _ in each.readings)) for each in contradictions(state)]


def test_two_readings_of_where_somebody_stands() -> None:
    assert told(*DANA) == [("Dana Ruiz", None, ["opposed", "supportive"])]


def test_two_readings_of_how_a_worry_stands() -> None:
    assert told(*WORRY) == [("Dana Ruiz", "budget_roi", ["raised", "resolved"])]


def test_readings_that_say_the_same_of_it_are_none() -> None:
    assert told(WORRY[0], said(a_concern("Dana Ruiz", blocking=True), author=SAM)) == []


def test_what_somebody_settles_or_says_later_is_none() -> None:
    settled = said(a_correction("stance", "supportive", "Dana Ruiz"), note="")
    later = said(a_concern("Dana Ruiz", status="resolved"), "03-11")

    assert told(*DANA, settled) == []
    assert told(*WORRY, later) == []
