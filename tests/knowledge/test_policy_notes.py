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
        ("topics:", "topic:", "its topic: unexpected keyword argument"),
        ("{payers:", "{payer:", "its affects.payer: unexpected keyword argument"),
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


def test_front_matter_in_the_folder_of_policies_is_a_policy_notes() -> None:
    with pytest.raises(BadDocument, match="agency: field required"):
        note("---\nid: a\ntitle: B\n---\nText.")


def test_a_plain_text_in_the_folder_of_policies_is_a_plain_document() -> None:
    assert document("policies/readme.md", b"How we keep these notes.").policy is None
