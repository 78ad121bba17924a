from dealbot.domain.mentions import Mention, parties_named, people_named
from dealbot.domain.stakeholder import Function
from tests.domain.builders import a_leaver, a_person, a_state, said

PEOPLE = a_state(
    said(a_person("Amelia Lee", "CMO", "supportive", "champion", function=Function.CLINICAL)),
    said(a_person("Mona Shah", "Chief Pharmacy Officer", function=Function.PHARMACY)),
    said(a_person("Dana Ruiz", "CFO", function=Function.FINANCE)),
    said(a_person("Dana Cole", "COO", function=Function.OPERATIONS)),
).people


def labels(mentions: tuple[Mention, ...]) -> list[str]:
    return [mention.label for mention in mentions]


def test_people_are_named_by_name_half_a_name_and_title_in_the_order_of_the_words() -> None:
    assert labels(people_named("The CFO told Lee and Mona Shah", PEOPLE)) == ["Dana Ruiz", "Amelia Lee", "Mona Shah"]


def test_a_half_name_of_two_people_names_nobody() -> None:
    assert people_named("Dana was there", PEOPLE) == ()


def test_a_word_that_is_not_written_as_a_name_names_nobody() -> None:
    assert people_named("on the lee side", PEOPLE) == ()


def test_the_champion_is_named_by_the_part() -> None:
    assert labels(people_named("our champion is busy", PEOPLE)) == ["Amelia Lee"]


def test_of_two_champions_neither_is_named_by_the_part() -> None:
    two = a_state(
        said(a_person("Ana Gomez", None, "supportive", "champion")),
        said(a_person("Raj Patel", None, "supportive", "champion")),
    )
    assert people_named("our champion is busy", two.people) == ()


def test_a_part_of_the_house_is_the_one_person_known_there_or_the_part_itself() -> None:
    assert labels(parties_named("Lee against pharmacy leadership", PEOPLE)) == ["Amelia Lee", "Mona Shah"]
    (_, nursing) = parties_named("Lee against the nurses", PEOPLE)
    assert (nursing.key, nursing.label, nursing.function) == (None, "nurses", Function.NURSING)


def test_a_title_that_names_a_part_of_the_house_is_one_mention() -> None:
    assert labels(parties_named("the Chief Pharmacy Officer", PEOPLE)) == ["Mona Shah"]


def test_a_title_means_who_still_holds_it() -> None:
    state = a_state(
        said(a_person("Bea Hall", "CNO"), "01-05"),
        said(a_leaver("Bea Hall", "CNO"), "02-05"),
        said(a_person("Cyd Moss", "CNO"), "03-05"),
    )
    assert labels(people_named("the CNO agreed", state.people)) == ["Cyd Moss"]
