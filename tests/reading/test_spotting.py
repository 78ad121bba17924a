import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.reading.lexicon.names import capital_first_names, first_names, surnames
from dealbot.reading.ports import KnownPerson
from dealbot.reading.spotting import Spot, TitleSpot, spot_names, spot_titles

ROSTER = (KnownPerson(("Wren Xu",)), KnownPerson(("Ottoline Quarrie", "Otto")))


def names(note: str, *roster: KnownPerson, not_names: str = "") -> list[str]:
    """The written names of a note that can hardly be anything else."""
    words = frozenset(not_names.split())
    return [spot.text for spot in spot_names(note, 0, len(note), roster, words) if spot.sure]


def titles(note: str) -> list[str]:
    """The titles of a note that are somebody's."""
    return [spot.text for spot in spot_titles(note) if not spot.generic]


@given(
    st.text() | st.lists(st.sampled_from("Dr. Dana J. @tom van de Berg 's O'Neill - CFO the , (".split())).map(" ".join)
)
def test_every_name_and_title_is_the_note_between_its_offsets(note: str) -> None:
    spots: list[Spot | TitleSpot] = [*spot_names(note, 0, len(note), ROSTER, frozenset()), *spot_titles(note)]
    assert all(spot.text == note[spot.start : spot.end] != "" for spot in spots)


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Maria Ochoa joined us.", ["Maria Ochoa"]),
        ("We met Maria.", ["Maria"]),
        ("Maria's team is small.", ["Maria"]),
        ("Dr. Ochoa joined us.", ["Ochoa"]),
        ("Ms Quarrington was late.", ["Quarrington"]),
        ("A. Deshmukh was quiet.", ["A. Deshmukh"]),
        ("J.P. Ortega was quiet.", ["J.P. Ortega"]),
        ("J. P. Ortega was quiet.", ["J. P. Ortega"]),
        ("Dana R. was quiet.", ["Dana R"]),
        ("Jean-Luc Moreau was quiet.", ["Jean-Luc Moreau"]),
        ("Maria Ochoa-Lindt was quiet.", ["Maria Ochoa-Lindt"]),
        ("Siobhan O'Neill was quiet.", ["Siobhan O'Neill"]),
        ("Maria de Souza was quiet.", ["Maria de Souza"]),
        ("Ludwig van der Berg was quiet.", ["Ludwig van der Berg"]),
        ("José Nuñez was quiet.", ["José Nuñez"]),
        ("Later Maria Ochoa spoke.", ["Maria Ochoa"]),
        ("Unflappable Maria Ochoa spoke.", ["Maria Ochoa"]),
        ("Zenobe Becker was there.", ["Zenobe Becker"]),
        ("Afterwards Paul Stein spoke.", ["Paul Stein"]),
        ("Talked to @dana and @tomas.", ["dana", "tomas"]),
    ],
)
def test_a_name_is_found_in_whatever_way_it_is_written(note: str, found: list[str]) -> None:
    assert names(note) == found


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("met maria ochoa and paul today", ["maria ochoa", "paul"]),
        ("tom becker wants proof", ["tom becker"]),
        ("spoke to dr. ochoa", ["ochoa"]),
        ("maria's team is small", ["maria"]),
    ],
)
def test_a_name_is_found_in_lower_case(note: str, found: list[str]) -> None:
    assert names(note) == found


@pytest.mark.parametrize(
    "note",
    [
        "Riverside Health wants a pilot.",
        "Mercy Medical Center went live.",
        "The Baker Group helped them.",
        "They bought from Acme Solutions Inc.",
        "They run Epic and Workday.",
        "We flew to Denver and drove to Boulder.",
        "The office in Austin is closed.",
        "Next Tuesday in March we present to Legal.",
        "HIPAA and SOC 2 came up. The BAA did not.",
        "However, nothing was signed. Eventually it will be.",
        "will we hope to mark the bill by may",
        "Write to sales@maria.example or https://maria.example/paul today.",
    ],
)
def test_what_only_looks_like_a_name_is_none(note: str) -> None:
    assert names(note) == []


def test_the_words_of_the_deals_name_are_no_people() -> None:
    assert names("Marion wants a pilot.", not_names="marion") == []


def test_an_unknown_capitalised_word_is_a_person_where_it_acts_like_one() -> None:
    assert names("Quarrington said no.") == ["Quarrington"]


def test_an_unknown_capitalised_word_is_no_person_by_itself() -> None:
    assert names("They stayed at the Quarrington.") == []


def test_a_word_beside_a_name_in_a_list_is_a_name() -> None:
    assert names("Zbylut, Maria and Tomas came.") == ["Zbylut", "Maria", "Tomas"]


def test_a_word_beside_me_in_a_list_is_a_name() -> None:
    assert names("On the call: Zbylut and me") == ["Zbylut"]


def test_a_short_form_of_a_name_is_that_name() -> None:
    assert names("Zenobia Quarrington said no. Ask about Quarrington again.")[-1] == "Quarrington"


@pytest.mark.parametrize("note", ["Wren signed.", "Ask Ottoline.", "otto is in", "wren xu signed", "Quarrie signed."])
def test_a_known_person_is_found_by_every_form_of_the_name(note: str) -> None:
    assert len(names(note, *ROSTER)) == 1


def test_a_known_name_that_is_a_common_word_is_found_only_with_a_capital() -> None:
    known = KnownPerson(("Will Price",))
    assert names("Will will sign.", known) == ["Will"]


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("The CFO came.", ["CFO"]),
        ("the cfo came", ["cfo"]),
        ("Their chief nursing officer came.", ["chief nursing officer"]),
        ("The VP of Operations came.", ["VP of Operations"]),
        ("The director of revenue cycle came.", ["director of revenue cycle"]),
        ("The head of pharmacy is in.", ["head of pharmacy"]),
        ("The chief of cardiology came.", ["chief of cardiology"]),
        ("Their general counsel came.", ["general counsel"]),
        ("The nurse manager came.", ["nurse manager"]),
        ("The senior integration analyst came.", ["senior integration analyst"]),
        ("The interim CIO and the CMO came.", ["CIO", "CMO"]),
        ("The medical director came.", ["medical director"]),
    ],
)
def test_a_title_is_found_as_written(note: str, found: list[str]) -> None:
    assert [title.removeprefix("interim ") for title in titles(note)] == found


@pytest.mark.parametrize("note", ["A CFO once told me that.", "Most CIOs fear it.", "Every nurse manager fears it."])
def test_anybodys_title_is_nobodys(note: str) -> None:
    assert titles(note) == []


@pytest.mark.parametrize("note", ["The price is high.", "We need to lead.", "cro and cdo", "x@cfo.example"])
def test_what_only_looks_like_a_title_is_none(note: str) -> None:
    assert titles(note) == []


def test_a_label_that_is_a_name_elsewhere_is_a_name() -> None:
    assert names("Zbylut: likes it, says Zbylut") == ["Zbylut", "Zbylut"]


def test_a_given_name_is_a_common_word_or_it_is_not() -> None:
    for words in (first_names, capital_first_names, surnames):
        words.cache_clear()
    assert not first_names() & capital_first_names()
    assert all(name == name.casefold() for name in first_names() | capital_first_names() | surnames())
