import pytest

from tests.cli.running import Program

DOCTOR = "Dr O is against it now, a hard no."


@pytest.fixture
def taught(dealbot: Program) -> Program:
    """A deal in which somebody said who Dr O is."""
    dealbot.log(text="Met Lena Ortiz, CMO. She likes it.", name="n1")
    dealbot.log(text=DOCTOR, name="n2", on="2026-03-11")
    said = dealbot("correct", "n2", "Dr O.is=Lena Ortiz").out
    assert "From now on 'Dr O' = Lena Ortiz, in this deal (lesson " in said
    return dealbot


def stances(dealbot: Program) -> dict[str, str]:
    shape = dealbot("status", "Lakeshore", "--json").json
    return {p["name"]: p["stance"] for key in ("aligned", "to_convince", "unknown", "gone") for p in shape[key]}


def test_a_lesson_is_listed_with_who_taught_it_and_where_it_counts(taught: Program) -> None:
    (shape,) = taught("lessons", "list", "--json").json

    assert {name: value for name, value in shape.items() if name not in {"id", "on"}} == {
        "kind": "alias",
        "words": "Dr O",
        "from": None,
        "to": "Lena Ortiz",
        "by": "operator",
        "deal": "Lakeshore",
        "note": "n2",
        "state": "deal",
    }
    assert taught("lessons", "list").out.startswith(
        f"{shape['id']} · From now on 'Dr O' = Lena Ortiz, in Lakeshore · operator, {shape['on']}"
    )


def test_a_lesson_forgotten_is_one_no_more_and_what_was_set_right_stays(taught: Program) -> None:
    taught.log(text=DOCTOR, name="n3", on="2026-03-12")
    assert stances(taught) == {"Lena Ortiz": "opposed"}
    lesson = str(taught("lessons", "list", "--json").json[0]["id"])

    assert taught("lessons", "forget", lesson).out == "Forgotten: 'Dr O'. What was set right in Lakeshore stays.\n"

    assert stances(taught) == {"Lena Ortiz": "opposed", "O": "opposed"}
    assert taught("lessons", "list").out == "Nothing learnt yet.\n"
    assert (
        taught("lessons", "forget", lesson).sentence == f"Lesson #{lesson} was taken back already: nothing was changed."
    )
    assert taught("lessons", "forget", "99").sentence == "There is no lesson #99."


def test_whose_words_they_were_is_set_right_in_one_note_and_teaches_nothing(taught: Program) -> None:
    taught.log(text="Raj Patel, CIO, is fine with it.", name="n3", on="2026-03-12")

    assert "From now on" not in taught("correct", "n2", "Dr O.was=Raj Patel").out
    assert stances(taught)["Lena Ortiz"] == "supportive"


def test_a_name_that_the_note_does_not_have_is_a_slip(taught: Program) -> None:
    assert "Nobody in this deal is called 'Dr Q'" in taught("correct", "n2", "Dr Q.is=Lena Ortiz").sentence
