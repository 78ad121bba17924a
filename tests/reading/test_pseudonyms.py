"""Masking hides who is meant, and can be taken back to the letter."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbot.reading.pseudonyms import Known, Masks, pseudonyms_for

NOTE = """From: June Park-Ellis <june.pe@seller.example>
Bayview Medical Center, second call; BMC is Epic, hosted. Dr. Lena Ortiz (CMO) brought D. Ruiz.
LENA: "I like it." Ruiz's worry is price, and ruiz won't sign in June. Dana Ruiz signs by May 4.
Will Grant will grant us time. Price is fine. Bill said no. VP of Operations asked. Ask @okafor, <@U02AB3>
call (251) 555-0142 or +44 20 7946 0958, see https://bayview.org/ruiz?x=1
"""
KNOWN = Known((("Dana Ruiz", "Dana"), ("June Park-Ellis",)), (("Bayview",),))


def test_names_mails_numbers_and_links_are_hidden_and_titles_stay() -> None:
    masked = pseudonyms_for([NOTE], KNOWN).mask(NOTE)
    for secret in ("Park", "Ellis", "seller.example", "Bayview", "BMC", "Lena", "Ortiz", "Ruiz", "okafor", "U02AB3"):
        assert secret.casefold() not in masked.casefold()
    for secret in ("555", "7946", "bayview.org", "Will Grant", "Bill"):
        assert secret not in masked
    for kept in (
        "CMO",
        "Epic",
        "VP of Operations",
        "will grant us time",
        "Price is fine",
        "in June",
        "by May 4",
        "Dr.",
    ):
        assert kept in masked


def test_all_forms_of_one_person_share_a_stem() -> None:
    tokens = pseudonyms_for([NOTE], KNOWN).tokens
    stems = {form: re.sub(r"[b-z]*$", "", token) for form, token in tokens.items()}
    assert stems["Dana Ruiz"] == stems["D. Ruiz"] == stems["Ruiz"] == stems["ruiz"] == stems["Dana"]
    assert stems["Lena Ortiz"] == stems["LENA"] != stems["Dana"]
    assert stems["Bayview"] == stems["Bayview Medical Center"] == stems["BMC"] == "ORG1"
    assert len(set(tokens.values())) == len(tokens)


def test_a_first_name_of_two_people_is_nobodys() -> None:
    text = "Sam Okafor and Sam Delacroix met. Sam paid."
    tokens = pseudonyms_for([text], Known()).tokens
    stems = {re.sub(r"[b-z]*$", "", tokens[form]) for form in ("Sam Okafor", "Sam Delacroix", "Sam")}
    assert len(stems) == 3


def test_lower_case_names_are_hidden_where_they_are_known() -> None:
    text = "met dr alton breaux, then paula renner and dana. grace period over"
    known = Known((("Dana Ruiz",),), first_names=frozenset({"paula", "grace"}))
    masked = pseudonyms_for([text], known).mask(text)
    assert not [name for name in ("alton", "breaux", "paula", "renner", "dana") if name in masked]
    assert "grace period over" in masked


def test_stand_ins_avoid_what_the_text_holds() -> None:
    text = "P1 and p2b are bugs of ORG1; ask Dana Ruiz at Mercy Hospital."
    names = pseudonyms_for([text], Known())
    assert not {"P1", "P2", "ORG1"} & set(names.tokens.values())
    assert names.restore(names.mask(text)) == text


def test_restoring_takes_any_case_and_possessives() -> None:
    names = pseudonyms_for(["Dana Ruiz likes it."], Known())
    assert names.restore("p1's view; P1b agrees; P17 is nobody") == "Dana Ruiz's view; Dana agrees; P17 is nobody"


def test_readings_try_the_other_forms_of_a_person() -> None:
    names = pseudonyms_for(["Dana Ruiz came. Dana likes it."], Known())
    assert "Dana likes it" in list(names.readings("P1 likes it"))


def test_everyday_words_are_left_alone() -> None:
    text = (
        "Next Steps: Security Review, Steering Committee. Follow-up on the BAA with Legal by Friday. Q2 Pilot. I'm in."
    )
    assert pseudonyms_for([text], Known()).mask(text) == text


NAMES = st.sampled_from(
    ["Dana Ruiz", "Ruiz", "P1", "ORG2b", "Dr. X", "Mercy General", "June", "will", "José", "mail1", ""]
)
WORDS = st.sampled_from(
    (
        *("Dana", "Ruiz", "RUIZ", "dana", "P1", "p1b", "N1", "ORG1", "mail1@example.invalid", "a.b@c.org", "PHONE1"),
        *(
            "Mercy General Hospital",
            "(251) 555-0142",
            "555-0142",
            "https://x.org/a",
            "<@U1>",
            "@ruiz",
            "June",
            "in",
            "5",
        ),
        *("said", "'s", " ", "\n", "-", ".", ",", "_", "\u0130", "\xdf", "\xe9", "\u0301"),
    )
)
PEOPLE = st.lists(st.lists(NAMES | st.text(max_size=6), min_size=1, max_size=3).map(tuple), max_size=3).map(tuple)


@given(st.lists(WORDS, max_size=14).map("".join), PEOPLE, PEOPLE)
def test_masking_can_be_taken_back_from_name_like_text(
    text: str, people: tuple[tuple[str, ...], ...], organisations: tuple[tuple[str, ...], ...]
) -> None:
    names = pseudonyms_for([text], Known(people, organisations, frozenset({"dana"})))
    assert names.restore(names.mask(text)) == text


@given(st.lists(st.text(max_size=60), min_size=1, max_size=3), PEOPLE)
def test_masking_can_be_taken_back_from_any_text(texts: list[str], people: tuple[tuple[str, ...], ...]) -> None:
    names = pseudonyms_for(texts, Known(people))
    assert [names.restore(names.mask(text)) for text in texts] == texts


@pytest.mark.parametrize("text", ["", " ", "....", "@", "<@>", "+", "(555)"])
def test_texts_without_names_stay_as_they_are(text: str) -> None:
    assert pseudonyms_for([text], Known()).mask(text) == text


@given(st.lists(st.lists(WORDS, max_size=8).map("".join), min_size=2, max_size=3), PEOPLE)
def test_what_has_a_stand_in_keeps_it_when_more_is_read(texts: list[str], people: tuple[tuple[str, ...], ...]) -> None:
    masks = Masks(texts[:1], Known(people))
    for text in texts[1:]:
        before = masks.names
        after = masks.meet([text], Known(organisations=people))
        assert before.tokens.items() <= after.tokens.items()
        sent = before.mask(texts[0])
        assert after.restore(sent) == texts[0]
