"""A policy note says what a rule changes, in front matter that is checked to the last key."""

from datetime import date

import pytest

from dealbot.domain.policy import Direction, Payer, PolicyKind, PolicyNote, PolicyStatus, Setting
from dealbot.errors import BadDocument
from dealbot.knowledge.documents import document

NOTE = """---
id: cms-2030-00001
title: A rule about outpatient visits
agency: CMS
doc_type: final
status: in_force
document_number: 2030-00001
published: 2030-01-05
effective: null
as_of: 2030-02-01
source_url: https://example.org/rule
supersedes: [cms-2029-00009]
topics: [opps_asc]
affects: {payers: [medicare_ffs], settings: [hospital_outpatient, asc], models: [ffs], states: [US]}
direction: mixed
to_review: A court is looking at it.
reviewed_by: null
---
## What changes
Visits are paid by length.
## Questions to ask the CFO
- How long is your average visit?
"""


def note(text: str) -> PolicyNote:
    found = document("policies/visits.md", text.encode()).policy
    assert found
    return found


def changed(old: str, new: str) -> str:
    assert old in NOTE
    return NOTE.replace(old, new)


def test_a_policy_note_says_whom_it_reaches_and_since_when() -> None:
    found = note(changed("effective: null", "effective: 2030-03-01"))
    assert (found.doc_type, found.status, found.direction) == (
        PolicyKind.FINAL,
        PolicyStatus.IN_FORCE,
        Direction.MIXED,
    )
    assert (found.published_on, found.effective_on) == (date(2030, 1, 5), date(2030, 3, 1))
    assert found.affects.payers == {Payer.MEDICARE_FFS}
    assert found.affects.settings == {Setting.HOSPITAL_OUTPATIENT, Setting.ASC}
    assert (found.supersedes, found.to_review) == (("cms-2029-00009",), "A court is looking at it.")


@pytest.mark.parametrize("unknown", ["effective: null", "effective: unknown", "effective:", "topics: [a]"])
def test_an_unknown_day_stays_unknown(unknown: str) -> None:
    text = changed("effective: null\n", "").replace("topics: [opps_asc]", unknown)
    assert note(text).effective_on is None


def test_its_sections_are_searched_and_give_no_questions() -> None:
    found = document("policies/visits.md", NOTE.encode())
    assert [section.heading for section in found.sections] == [("What changes",), ("Questions to ask the CFO",)]
    assert (found.about.title, found.questions) == ("A rule about outpatient visits", ())


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("agency: CMS\n", "", "its agency: field required"),
        ("topics:", "topic:", "its topic is no key of a policy note: write topics"),
        ("effective: null", "efective: null", "its efective is no key of a policy note: write effective"),
        ("published: 2", "published_on: 2", "its published_on is no key of a policy note: write published"),
        ("effective: null", "colour: red", "its colour is no key of a policy note, which has only id, title, agency, "),
        ("effective: null", "1: red", "its 1 is no key of a policy note, which has only "),
        ("{payers:", "{payer:", "its affects.payer is no key of a policy note: write affects.payers"),
        ("[US]", "[ZZ]", "its affects.states has 'ZZ', which is no state: write codes or names, as in [TX, Ohio], or"),
        ("[US]", "Texas", "its affects.states is no list: write codes or names, as in [TX, Ohio], or US for all"),
        ("[US]", "[US], attributes: {outpatient_share: hihg}", "its affects.attributes.outpatient_share is 'hihg': "),
        ("[US]", "[US], attributes: {outpatient_shar: high}", "its affects.attributes.outpatient_shar is no attribute"),
        ("[US]", "[US], attributes: [high]", "its affects.attributes: input should be names with values, as in {"),
        ("affects: {", "affects: [US]\nother: {", "its other is no key of a policy note"),
        ("[hospital_outpatient, asc]", "[outpatient]", "its affects.settings.0: input should be 'hospital_inpatient'"),
        ("[ffs]", "[ffs, vbc]", "its affects.models.1: input should be 'ffs' or 'value_based', not 'vbc'"),
        ("direction: mixed", "direction: up", "its direction: input should be 'cut', 'increase', 'mixed' or 'unknown'"),
        ("https://", "ftp://", "its source_url is no web address: write the whole of it, from https:// on"),
        ("https://example.org", "https://", "its source_url is no web address: "),
        ("https://example.org/rule", "the Register", "its source_url is no web address: "),
        ("https://example.org/rule", "https://[example", "its source_url is no web address: "),
        (
            "id: cms-2030-00001",
            "id: ../../evil",
            "its id is '../../evil': write small letters, digits and single hyphens",
        ),
        ("id: cms-2030-00001", "id: CMS 1", "its id is 'CMS 1': write small letters, digits and single hyphens"),
        ("[cms-2029-00009]", "[cms-2030-00001]", "its supersedes names the note itself: write the ids of other notes"),
        ("document_number: 2030-00001", "document_number: 7", "its document_number: input should be a text: put it in"),
        ("[cms-2029-00009]", "cms-2029-00009", "its supersedes: input should be a list, as in [cms-2029-00009]"),
        ("[medicare_ffs]", "[medicare]", "its affects.payers.0: input should be 'medicare_ffs'"),
        ("doc_type: final", "doc_type: law", "its doc_type: input should be 'final'"),
        ("doc_type: final", "doc_type: proposed", "its status is in_force, which a proposed rule never is"),
        ("published: 2030-01-05", "published: January", "its published is no date as in 2026-01-31: January"),
        ("published: 2030-01-05\n", "", "its published: field required"),
        ("effective: null", "effective: 2030", "its effective is no date as in 2026-01-31: 2030"),
    ],
)
def test_what_is_wrong_in_it_is_named(old: str, new: str, reason: str) -> None:
    with pytest.raises(BadDocument) as refused:
        note(changed(old, new))
    assert refused.value.reason.startswith(reason)


def test_affects_that_is_no_mapping_is_refused() -> None:
    text = NOTE.replace(next(line for line in NOTE.splitlines() if line.startswith("affects")), "affects: [TX]")
    with pytest.raises(BadDocument, match="its affects: input should be names with values, as in "):
        note(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [("Texas", {"TX"}), ("tx, ' new  mexico '", {"TX", "NM"}), ("us", {"US"}), ("United States", {"US"}), ("", set())],
)
def test_a_state_goes_by_its_code_or_its_name(written: str, read: set[str]) -> None:
    assert note(changed("[US]", f"[{written}]")).affects.states == read


def test_an_attribute_may_be_a_plain_yes_and_one_that_no_exposure_tells_is_kept() -> None:
    text = changed("[US]", "[US], attributes: {participates_340b: yes, in_the_model_area: maybe, teaching: 'No'}")
    read = {"participates_340b": "yes", "in_the_model_area": "maybe", "teaching": "No"}
    assert note(text).affects.attributes == read


def test_a_rule_that_is_published_later_is_a_note_all_the_same() -> None:
    assert note(changed("published: 2030-01-05", "published: 2999-01-05")).published_on == date(2999, 1, 5)


def test_front_matter_in_the_folder_of_policies_is_a_policy_notes() -> None:
    with pytest.raises(BadDocument, match="agency: field required"):
        note("---\nid: a\ntitle: B\n---\nText.")


def test_a_plain_text_in_the_folder_of_policies_is_a_plain_document() -> None:
    assert document("policies/readme.md", b"How we keep these notes.").policy is None
