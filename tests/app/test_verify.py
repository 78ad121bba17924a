"""What a sentence may say that cites these facts: no number, day, name or telling word more than they do."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.app.answer import Answer
from dealbot.app.consult.facts import Fact, Found
from dealbot.app.consult.verify import holds, verified
from dealbot.app.question import Intent, Question
from dealbot.domain.evidence import Evidence, Span


def said(quote: str, note: str = "n1") -> Evidence:
    return Evidence(note, date(2026, 3, 10), "Priya Nair", Span(quote, 0, len(quote)))


def a_fact(line: str, *quotes: str, of: str = "e1") -> Fact:
    shown = tuple(said(quote) for quote in quotes)
    return Fact(of, line, ("Lakeshore",), shown or (said("words elsewhere"),), shown)


CLICKS = a_fact("Priya's note, 10 Mar: Nurses fear 3 extra clicks.", "Nurses fear 3 extra clicks.")
MONEY = a_fact(
    'Dana Ruiz, CFO: money "won\'t sign above $2.4M" (Priya, 10 Mar)', "Dana won't sign above $2.4M", of="e2"
)
CROWD = a_fact("Must say yes: 2 of 5 · 40% of the pilot's units run Epic, due Fri 13 Mar", of="e3")
FACTS = {fact.id: fact for fact in (CLICKS, MONEY, CROWD)}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Nurses fear 3 extra clicks.", CLICKS),
        ("Nurses at Lakeshore fear extra clicks, Priya Nair wrote on 10 March 2026.", CLICKS),
        ("The nurses fear three extra clicks.", CLICKS),
        ("Dana Ruiz won't sign above $2.4M.", MONEY),
        ("Dana Ruiz, CFO, signs only up to $2.4M.", MONEY),
        ("2 of the 5 who must say yes did.", CROWD),
        ("40 percent of the pilot's units run Epic, due Friday, March 13.", CROWD),
    ],
)
def test_what_the_facts_say_holds_however_it_is_put(text: str, fact: Fact) -> None:
    assert holds(text, [fact])


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Nurses fear 4 extra clicks.", CLICKS),
        ("Nurses fear a dozen extra clicks.", CLICKS),
        ("Nurses fear 3% extra clicks.", CLICKS),
        ("Nurses feared 3 extra clicks on 3 March.", CLICKS),
        ("Nurses feared extra clicks in April.", CLICKS),
        ("Nurses fear 3 extra clicks on Mondays.", CLICKS),
        ("Olga Prentice fears extra clicks.", CLICKS),
        ("Nurses at Mercy fear extra clicks.", CLICKS),
        ("Nurses do not fear extra clicks.", CLICKS),
        ("Nurses love the rounding view.", CLICKS),
        ("Dana Ruiz will sign above $2.4M.", MONEY),
        ("Dana Prentice won't sign above $2.4M.", MONEY),
        ("Dana Ruiz won't sign above $4.2M.", MONEY),
        ("Dana Ruiz won't sign above 2.4% of it.", MONEY),
        ("The pilot's units run Cerner.", CROWD),
        ("Cerner runs the pilot's units.", CROWD),
        ("CMIO units run Epic.", CROWD),
        ("The pilot's units are due on 14 March.", CROWD),
        ("Lakeshore.", CROWD),
        ("", CROWD),
    ],
)
def test_what_they_do_not_say_does_not_hold(text: str, fact: Fact) -> None:
    assert not holds(text, [fact])


def test_sentences_are_taken_with_the_facts_they_cite_in_any_of_the_usual_forms() -> None:
    words = """
    - Nurses fear extra clicks. [e1]
    Nurses fear extra clicks [e1, e3]. Dana Ruiz won't sign above $2.4M. [e2]
    """
    sentences, dropped = verified(words, FACTS)
    assert [(one.text, [fact.id for fact in one.facts]) for one in sentences] == [
        ("Nurses fear extra clicks.", ["e1"]),
        ("Nurses fear extra clicks.", ["e1", "e3"]),
        ("Dana Ruiz won't sign above $2.4M.", ["e2"]),
    ]
    assert dropped == 0


@pytest.mark.parametrize("cites", ["", "[]", "[e9]", "[e1, e9]", "[a1]", "e1", "[e01]"])
def test_a_sentence_that_cites_nothing_that_was_returned_is_dropped(cites: str) -> None:
    assert verified(f"Nurses fear 3 extra clicks. {cites}", FACTS) == ((), 1)


@given(st.text(max_size=200))
def test_whatever_a_model_says_only_what_cites_and_holds_stays(words: str) -> None:
    sentences, dropped = verified(words, FACTS)
    assert dropped >= 0
    assert all(one.facts and set(one.facts) <= set(FACTS.values()) and holds(one.text, one.facts) for one in sentences)


@given(st.integers(min_value=4, max_value=10**9))
def test_no_number_comes_in_that_the_facts_do_not_have(number: int) -> None:
    known = {10, 2026}  # the day of the note
    assert holds(f"Nurses fear {number} extra clicks.", [CLICKS]) is (number in known)


@given(st.lists(st.sampled_from(["Nurses fear extra clicks.", "Dana Ruiz won't sign.", "Pilot units run Epic."])))
def test_more_facts_never_take_a_number_a_day_or_a_name_away(texts: list[str]) -> None:
    for text in texts:
        held = [holds(text, [fact]) for fact in FACTS.values()]
        assert not any(held) or holds(text, list(FACTS.values()))


def kept(found: Found, text: str, *quotes: str, answered: bool = True) -> list[str]:
    question = Question("?", Intent.CONCERNS, "Lakeshore")
    return found.keep(question, Answer(question.intent, answered, text, {}, tuple(map(said, quotes))))


def test_every_line_has_an_id_the_same_line_the_same_one() -> None:
    found = Found()
    assert kept(found, 'Two:\n  "fear of clicks" (10 Mar)\n• other', "fear of clicks", "price") == [
        "a1: concerns of Lakeshore",
        'e1: Two: "fear of clicks" (10 Mar)',
        "e2: • other",
    ]
    assert kept(found, "• other", "fear of clicks", "price")[1:] == ["e2: • other"]
    assert [one.quote for one in found.facts["e1"].evidence] == ["fear of clicks"]
    assert [one.quote for one in found.facts["e2"].evidence] == ["fear of clicks", "price"]


def test_what_has_no_evidence_or_no_answer_cannot_be_cited() -> None:
    found = Found()
    assert kept(found, "Their EHR is Epic.") == ["a1: concerns of Lakeshore", "Their EHR is Epic."]
    assert kept(found, "Nothing\nknown", "words", answered=False) == ["not known: Nothing", "not known: known"]
    assert found.facts == {}
