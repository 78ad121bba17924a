"""Cards with a key: gaps, short forms, certifications and what a guide names as an example."""

import pytest

from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.cloze import GAP
from tests.domain.practice.guides import asked, cards

CREDENTIALS = """## Overview of Certifications and Educational Background

### Educational Background
- **Bachelor's Degree**: Typically required in Nursing, Business, or another related field.
- **Bachelor's Degree in Law**: A Master is better than this one is typically.
- **Master's Degree**: An MBA or a Master in Bed Administration (MBA2) can be advantageous for senior roles.
- **Master's Degree or PhD**: Of advantage for those who want to lead a ward.
- **Master's Degree in Beds**: Advanced degrees can be an advantage in leadership roles here.
- **Bachelor's Degree in Arts**: A good base for work at night in a ward.
- **Years of sleep**: Ten at least.
- Anything else.

### Certifications
- **Certified Bed Seller (CBS)**: Focuses on the selling of beds that can be moved.
- **Certified Nurse Manager (CNM)**: Useful for people who lead wards at night.
- **Professional Pillow Maker (PPM)** - Covers feathers, foam and the care of both.
- **Licensed Sheet Folder (LSF)**: Highly respected in the whole trade of beds.

"""


def facts(body: str, beginning: str) -> dict[str, Card]:
    return {card.prompt: card for card in cards(body, CardKind.FACT) if card.prompt.startswith(beginning)}


def test_a_short_form_that_a_guide_spells_out_is_asked_for() -> None:
    answer = """- **Answer**: We use RTOS (Real-Time Operating System) and exploratory data analysis (EDA).
  OPPS is the outpatient prospective payment system. Electronic Health Records (EHR) are old. The lamp (LED) is on.
  A thing (THG), a VPN (Some Other Words) and Certified In Beds (CB)."""
    found = facts(asked("How do you care for beds?", answer), "What does")
    assert {prompt.split()[2]: card.accepted for prompt, card in found.items()} == {
        "RTOS": ("Real-Time Operating System",),
        "EDA": ("exploratory data analysis",),
        "OPPS": ("outpatient prospective payment system",),
        "EHR": ("Electronic Health Records", "Electronic Health Record"),
        "CB": ("Certified In Beds", "Certified In Bed"),
    }


def test_no_more_than_twelve_short_forms_are_asked_for() -> None:
    spelled = " ".join(f"Alpha {letter}eta ({'A' + letter})." for letter in "BCDEFGHIJKLMNOPQR")
    assert len(facts(asked("How do you care for beds?", f"- **Answer**: {spelled}"), "What does")) == 12


def test_a_certification_is_known_by_what_a_guide_says_of_it() -> None:
    found = facts(CREDENTIALS + asked("Why sleep?"), "Which certification")
    assert [(card.accepted, sorted(card.choices)) for card in found.values()] == [
        (("CBS",), ["CBS", "CNM", "LSF", "PPM"]),
        (("CNM",), ["CBS", "CNM", "LSF", "PPM"]),
        (("PPM",), ["CBS", "CNM", "LSF", "PPM"]),
    ]


def test_a_degree_is_known_by_what_only_a_guide_says_of_it() -> None:
    found = facts(CREDENTIALS + asked("Why sleep?"), "Which degree")
    assert [card.accepted for card in found.values()] == [("Bachelor's degree", "Bachelor's", "Bachelor")]


def test_either_of_two_things_fills_a_gap() -> None:
    (card,) = facts(CREDENTIALS + asked("Why sleep?"), "Which does the guide name under").values()
    assert card.accepted == ("MBA", "Master in Bed Administration", "MBA2") or card.accepted[0] == "MBA"
    assert f"{GAP} can be advantageous for senior roles" in card.prompt


def test_what_a_guide_names_as_examples_is_asked_for_and_any_one_is_right() -> None:
    answer = """- **Answer**: I read industry newsletters like Bed Weekly, and attend conferences such as BEDCON. I work
  with record platforms like Epic and Cerner and follow laws such as HIPAA. I like tools such as Hammer."""
    found = cards(asked("How do you care for beds?", answer), CardKind.FACT)
    where = 'at "How do you care for beds?"'
    assert {card.prompt: card.accepted for card in found} == {
        f"Which example of industry newsletters does the guide give {where}": ("Bed Weekly",),
        f"Which example of conferences does the guide give {where}": ("BEDCON",),
        f"Name one of the record platforms that the guide gives as examples {where}": ("Epic", "Cerner"),
        f"Which example of laws does the guide give {where}": ("HIPAA",),
    }
    assert not any(card.choices for card in found)


def test_a_request_that_ends_with_no_question_ends_with_a_full_stop() -> None:
    (card,) = cards(asked("Care for beds.", "- **Answer**: I follow laws such as HIPAA and HITECH."), CardKind.FACT)
    assert card.prompt == 'Name one of the laws that the guide gives as examples at "Care for beds".'


def test_a_short_form_has_every_meaning_that_a_guide_gives_it_first_the_first() -> None:
    answer = "- **Answer**: Bed Care Engineering (BCE) is a trade. Bed Care Engineers (BCE) oil beds."
    body = asked("How do you care for beds?", answer)
    (card,) = cards(body, CardKind.FACT, title="Bed Care Expert (BCE)")
    assert card.accepted == ("Bed Care Engineering", "Bed Care Engineers", "Bed Care Engineer", "Bed Care Expert")


@pytest.mark.parametrize(
    ("question", "sentence", "prompt", "accepted"),
    [
        (
            "What do OPPS and CAH stand for?",
            "OPPS is the outpatient prospective payment system: what Medicare pays hospitals for outpatient care.",
            f"{GAP}: what Medicare pays hospitals for outpatient care.",
            ("OPPS", "outpatient prospective payment system", "hospital outpatient payment"),
        ),
        (
            "What do DSH and CAH stand for?",
            "A DSH is a disproportionate share hospital, which treats many people with low income.",
            f"A(n) {GAP} treats many people with low income.",
            ("DSH", "disproportionate share hospital"),
        ),
        (
            "What does a redline mean?",
            "A redline is a draft with the changes of the other side in it.",
            f"A(n) {GAP} is a draft with the changes of the other side in it.",
            ("redline",),
        ),
        (
            "How do rules change a deal?",
            "When the 21st Century Cures Act introduced new rules for data, I told every client about it.",
            f"When the {GAP} introduced new rules for data, I told every client about it.",
            ("21st Century Cures Act", "Cures Act"),
        ),
        (
            "What is a GPO and a CAH?",
            "A GPO is a group purchasing organization: it negotiates prices for many hospitals at once.",
            f"{GAP}: it negotiates prices for many hospitals at once.",
            ("GPO", "group purchasing organization"),
        ),
        (
            "What is a BAA and a CAH?",
            "BAA is a contract about data that a hospital signs, and CAH is a small hospital.",
            f"{GAP} is a contract about data that a hospital signs.",
            ("BAA", "business associate agreement"),
        ),
        (
            "What is a RTOS, and when is it used?",
            "A RTOS (Real-Time Operating System) is built for work that must be done in time.",
            f"A(n) {GAP} is built for work that must be done in time.",
            ("RTOS", "Real-Time Operating System"),
        ),
    ],
)
def test_a_term_is_left_out_where_the_rest_tells_it(
    question: str, sentence: str, prompt: str, accepted: tuple[str, ...]
) -> None:
    (card,) = cards(asked(question, f"- **Answer**: {sentence}"), CardKind.CLOZE)
    assert card.prompt == f"Which word or name is missing? {prompt}"
    assert card.accepted == accepted


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What is a bed?", "A bed is crucial for all who want to sleep at night."),
        ("What is a bed?", "A bed is warm."),
        ("What is a bed?", "This is a draft with the changes of the other side in it."),
        (
            "What do DSH and CAH stand for?",
            "A DSH is a disproportionate share hospital, in which a DSH treats many people.",
        ),
        ("What does a redline mean?", "A redline is a draft in which one redline more may be drawn by each side."),
        ("What does a redline mean?", "A redline is a draft that receives and forwards such messages to all."),
        ("How do you sleep?", "A redline is a draft with the changes of the other side in it."),
        ("What is about beds?", "About beds is a draft with the changes of the other side in it."),
        ("What is a comment period?", "A comment period is the time in which anybody may write to them about it."),
        ("How do you sleep?", "Our sales grew by 30% in the year after the new beds came."),
    ],
)
def test_nothing_is_left_out_where_that_is_unfair(question: str, sentence: str) -> None:
    assert not cards(asked(question, f"- **Answer**: {sentence}"), CardKind.CLOZE)


def test_a_term_is_left_out_once_in_a_guide() -> None:
    twice = "A redline is a draft with all changes in it. A redline is a text with another color in it."
    assert len(cards(asked("What does a redline mean?", f"- **Answer**: {twice}"), CardKind.CLOZE)) == 1
