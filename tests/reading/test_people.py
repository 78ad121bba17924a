import pytest

from dealbot.domain.stakeholder import Function, Side
from dealbot.reading.people import Person
from dealbot.reading.ports import KnownPerson
from tests.reading.notes import a_note, one_of_us, people_by_rules


def people(text: str, author: str | None = None, *known: KnownPerson) -> dict[str, Person]:
    """Everybody in a note, by name or title."""
    return {person.label: person for person in people_by_rules(a_note(text, author, None, *known))}


def title_of(text: str) -> tuple[str | None, str | None]:
    """The name and title of the only person of a note."""
    (person,) = people(text).values()
    return person.name, person.title


@pytest.mark.parametrize(
    "note",
    [
        "Maria Ochoa, CFO, joined.",
        "Maria Ochoa (CFO) joined.",
        "Maria Ochoa - CFO - joined.",
        "Maria Ochoa, the CFO, joined.",
        "Maria Ochoa, their new CFO, joined.",
        "Maria Ochoa is the CFO.",
        "Maria Ochoa, who is their CFO, joined.",
        "Maria Ochoa, MBA, CFO",
        "Maria Ochoa starts as CFO in May.",
        "CFO Maria Ochoa joined.",
        "Their CFO, Maria Ochoa, joined.",
        "The CFO (Maria Ochoa) joined.",
        "CFO: Maria Ochoa",
        "The CFO is Maria Ochoa.",
        "Maria Ochoa\nCFO",
        "Maria Ochoa = CFO",
        "Maria Ochoa -> interim CFO",
        "Maria Ochoa made permanent CFO",
        "Maria Ochoa was promoted to CFO",
    ],
)
def test_a_title_beside_a_name_is_that_persons(note: str) -> None:
    assert title_of(note) == ("Maria Ochoa", "CFO")


@pytest.mark.parametrize("credentials", ["MD", "RN", "PharmD", "PhD, RN"])
def test_credentials_are_no_title(credentials: str) -> None:
    assert title_of(f"Maria Ochoa, {credentials}, joined.") == ("Maria Ochoa", None)


@pytest.mark.parametrize("honorific", ["Dr.", "Dr", "Mr.", "Ms.", "Mrs.", "Prof."])
def test_an_honorific_is_no_part_of_a_name(honorific: str) -> None:
    assert title_of(f"We met {honorific} Lena Ortiz.") == ("Lena Ortiz", None)


def test_a_family_name_alone_is_the_name() -> None:
    assert title_of("Dr. Ortiz asked for references.") == ("Ortiz", None)


def test_the_fullest_form_is_the_name() -> None:
    assert title_of("Ortiz came late. Dr. Lena Ortiz asked for references. Lena left early.") == ("Lena Ortiz", None)


def test_two_people_with_the_same_family_name_are_two() -> None:
    assert set(people("Lena Ortiz came. Paul Ortiz stayed away.")) == {"Lena Ortiz", "Paul Ortiz"}


def test_somebody_known_by_title_only_has_no_name() -> None:
    assert title_of("The CFO pushed back.") == (None, "CFO")


def test_a_title_written_two_ways_is_one_person() -> None:
    assert list(people("The CFO pushed back. The chief financial officer wants more.")) == ["CFO"]


def test_a_bare_title_is_that_of_whoever_bears_it() -> None:
    assert list(people("Maria Ochoa, CFO, joined. The CFO pushed back.")) == ["Maria Ochoa"]


def test_a_bare_title_right_after_a_name_is_that_persons() -> None:
    assert title_of("Met Maria Ochoa today; CFO, very direct.") == ("Maria Ochoa", "CFO")


def test_a_bare_title_further_on_in_a_sentence_is_another_person() -> None:
    assert list(people("Met Maria Ochoa and then CFO and CIO")) == ["Maria Ochoa", "CFO", "CIO"]


def test_titles_of_two_people_are_not_mixed_up() -> None:
    found = people("Lena Ortiz (CMO) and Tom Becker (CIO) joined.")
    assert {name: person.title for name, person in found.items()} == {"Lena Ortiz": "CMO", "Tom Becker": "CIO"}


def test_a_title_after_the_next_name_is_not_the_first_ones() -> None:
    assert people("Lena Ortiz, Tom Becker (CIO)")["Lena Ortiz"].title is None


@pytest.mark.parametrize("note", ["The CFO's office called.", "We need a CFO approval. The CFO level matters."])
def test_an_office_or_a_level_is_nobody(note: str) -> None:
    assert [person for person in people(note).values() if person.name] == []


@pytest.mark.parametrize(
    ("title", "function"),
    [
        ("CMO", Function.CLINICAL),
        ("CNO", Function.NURSING),
        ("head of pharmacy", Function.PHARMACY),
        ("director of quality", Function.QUALITY),
        ("COO", Function.OPERATIONS),
        ("CEO", Function.EXECUTIVE),
        ("VP of Finance", Function.FINANCE),
        ("CIO", Function.IT),
        ("CISO", Function.SECURITY),
        ("general counsel", Function.LEGAL),
        ("privacy officer", Function.COMPLIANCE),
        ("director of supply chain", Function.PROCUREMENT),
        ("board chair", Function.BOARD),
    ],
)
def test_a_title_tells_the_function(title: str, function: Function) -> None:
    assert people(f"Maria Ochoa, {title}, joined.")["Maria Ochoa"].function is function


@pytest.mark.parametrize(
    "note", ["Maria Ochoa from finance joined.", "Maria Ochoa (finance) joined.", "Finance: Maria Ochoa"]
)
def test_a_department_tells_the_function_and_is_no_title(note: str) -> None:
    person = people(note)["Maria Ochoa"]
    assert (person.function, person.title) == (Function.FINANCE, None)


def test_without_words_for_it_a_function_is_unknown() -> None:
    assert people("Maria Ochoa joined.")["Maria Ochoa"].function is None


def test_the_author_is_not_one_of_the_notes_people() -> None:
    assert list(people("Sam Hill met Maria Ochoa. Sam was early.", "Sam Hill")) == ["Maria Ochoa"]


@pytest.mark.parametrize(
    "note",
    [
        "Our sales engineer Nick Vance joined.",
        "Our SE Nick Vance joined.",
        "Nick Vance (our side) joined.",
        "Nick Vance, solutions engineer, joined.",
    ],
)
def test_whom_the_author_calls_ours_is_on_our_side(note: str) -> None:
    assert people(note)["Nick Vance"].side is Side.US


def test_a_colleague_is_on_our_side_without_words_for_it() -> None:
    assert people("Nick joined.", None, one_of_us("Nick Vance"))["Nick"].side is Side.US


@pytest.mark.parametrize(
    "note",
    [
        "Karen Wu from Epic joined.",
        "Epic's Karen Wu joined.",
        "Karen Wu, Deloitte, joined.",
        "Their consultant Karen Wu joined.",
        "Karen Wu of Huron Consulting, their consultant Karen Wu, joined.",
        "Epic account manager Karen Wu joined.",
    ],
)
def test_a_consultant_or_another_vendor_is_a_third_party(note: str) -> None:
    assert people(note)["Karen Wu"].side is Side.THIRD_PARTY


def test_whom_the_buyer_calls_ours_is_on_the_buyers_side() -> None:
    note = "From: Maria Ochoa <maria@lakeshore.example>\n\nOur general counsel, Lee Park, reads the contract."
    assert people(note)["Lee Park"].side is Side.BUYER


def test_whom_our_colleague_calls_ours_in_a_mail_is_on_our_side() -> None:
    note = "From: Sam Hill <sam@us.example>\n\nOur general counsel, Lee Park, reads the contract."
    assert people(note, None, one_of_us("Sam Hill"))["Lee Park"].side is Side.US


def test_a_signature_tells_the_title_of_who_wrote() -> None:
    note = (
        "From: Maria Ochoa <maria@lakeshore.example>\n\nWe are in.\n\nBest regards,\nMaria Ochoa\nCFO, Lakeshore Health"
    )
    assert {name: person.title for name, person in people(note).items()} == {"Maria Ochoa": "CFO"}


def test_a_signature_of_initials_above_a_title_is_the_senders() -> None:
    found = people(
        "From: Maria Ochoa\nTo: Sam Reyes\nSubject: beds\n\nNot before June.\n\nM. Ochoa, RN\nChief Nursing Officer\n"
    )
    assert found["Maria Ochoa"].title == "Chief Nursing Officer"


def test_a_speaker_tells_their_own_title() -> None:
    found = people("Maria Ochoa: I'm the CFO, nobody asked me.\nSam Reyes: True.\nMaria Ochoa: There it is.\n")
    assert found["Maria Ochoa"].title == "CFO"


def test_whom_a_mail_is_addressed_to_is_not_told_of() -> None:
    assert list(people("From: Maria Ochoa\nTo: Paul Stein\nCc: Rita Cole\n\nWe are in.")) == ["Maria Ochoa"]


def test_speakers_are_people_whatever_their_case() -> None:
    assert set(people("dana: we want it\ntom: not yet\ndana: why")) == {"dana", "tom"}


def test_in_a_conversation_a_bare_title_is_somebodys_only_where_it_is_called_theirs() -> None:
    note = "Maria Ochoa: Our CFO wants proof of it.\nTom Becker: The CIO magazine says so too.\nMaria Ochoa: Fine."
    assert list(people(note)) == ["Maria Ochoa", "CFO", "Tom Becker"]


@pytest.mark.parametrize("label", ["Host", "Rep", "Seller"])
def test_a_field_may_name_one_of_us(label: str) -> None:
    assert people(f"{label}: Nick Vance\nCustomer: Maria Ochoa")["Nick Vance"].side is Side.US


def test_people_are_in_the_order_of_their_first_mention() -> None:
    assert list(people("Rita Cole came. The CFO did not. Paul Stein did.")) == ["Rita Cole", "CFO", "Paul Stein"]
