"""A question is kept with nobody's name in it."""

import pytest

from dealbot.reading.lexicon.names import capital_first_names, first_names
from dealbot.reading.nameless import nameless, unusual_words
from dealbot.reading.pseudonyms import Known

KNOWN = Known((("Dana Ruiz",),), (("Lakeshore Health", "LKS"),), first_names() | capital_first_names())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("what does dana think of Oracle Health limits?", "what does … think of Oracle Health limits?"),
        ("Does Dr. Ortiz need SOC 2 for $2.4M and 450 beds?", "Does Dr. … need SOC 2 for … and … beds?"),
        ("where does Lakeshore's CFO stand on HITRUST?", "where does …'s CFO stand on HITRUST?"),
        ("ruiz says our 30% discount is too low", "… says our … discount is too low"),
        ("mail raj.patel@mercy.org about HL7", "mail … about HL7"),
        ("call 555-123-4567 about the BAA", "call … about the BAA"),
        ("how do Grace and Will handle objections?", "how do … and … handle objections?"),
        ("what of Ana, Raj and Dana Ruiz?", "what of … and …?"),
        ("what does LKS need for HIPAA?", "what does … need for HIPAA?"),
        ("what does grace period mean?", "what does grace period mean?"),
    ],
)
def test_people_organisations_addresses_and_figures_are_taken_out(text: str, kept: str) -> None:
    assert nameless(text, KNOWN) == kept


@pytest.mark.parametrize(
    "text",
    [
        "What are the limits of Oracle Health?",
        "What is TEFCA?",
        "Cogito versus Caboodle",
        "what changed for 340B in 2026?",
        "what does Part 11 ask of us?",
        "what is a union of nurses?",
    ],
)
def test_products_short_forms_and_rules_stay(text: str) -> None:
    assert nameless(text, KNOWN) == text


def test_what_may_tell_of_a_patient_is_not_kept_at_all() -> None:
    assert nameless("patient John Smith was admitted 3/4, is that covered?", KNOWN) is None
    assert nameless("is MRN 4410982 covered?", KNOWN) == "is MRN … covered?"


def test_words_that_are_no_everyday_words_may_be_names() -> None:
    assert unusual_words("what does Dana's team think of Epic limits?") == {"dana"}
