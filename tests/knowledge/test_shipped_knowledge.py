"""The knowledge that comes with dealbot: complete, dated, traceable, and without claims about rules in doubt."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from dealbot.domain.knowledge import Document, PartKind
from dealbot.domain.policy import PolicyKind, PolicyNote, PolicyStatus
from dealbot.knowledge.library import knowledge_folder, load

ROOT = knowledge_folder()
LIBRARY = load([ROOT])
PLAYBOOKS = {found.path: found for found in LIBRARY.documents if found.questions}
NOTES = {found.path: found for found in LIBRARY.documents if found.policy}
EVERY_PART = {
    PartKind.ANSWER,
    PartKind.OUTCOME,
    PartKind.PITFALL,
    PartKind.BEST_PRACTICE,
    PartKind.FOLLOW_UP,
}


def listed(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def policy(found: Document) -> PolicyNote:
    assert found.policy
    return found.policy


def test_it_lies_beside_the_environment_where_there_is_no_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("dealbot.knowledge.library.__file__", str(tmp_path / "lib" / "dealbot" / "knowledge" / "a.py"))
    assert knowledge_folder().parts[-3:] == ("share", "dealbot", "knowledge")


def test_every_file_is_a_playbook_or_a_policy_note() -> None:
    assert not LIBRARY.refused
    assert PLAYBOOKS.keys() | NOTES.keys() == {found.path for found in LIBRARY.documents}
    assert (len(PLAYBOOKS), len(NOTES)) == (16, 27)


@pytest.mark.parametrize("path", PLAYBOOKS)
def test_a_playbook_has_six_to_ten_questions_each_with_every_part(path: str) -> None:
    questions = PLAYBOOKS[path].questions
    assert 6 <= len(questions) <= 10
    assert [{part.kind for part in each.parts} for each in questions] == [EVERY_PART] * len(questions)


@pytest.mark.parametrize("path", PLAYBOOKS)
def test_a_playbook_says_whom_it_is_for_and_of_when_it_is(path: str) -> None:
    about = PLAYBOOKS[path].about
    assert about.title
    assert about.description
    assert about.audience
    assert about.tags
    assert about.modified_on


@pytest.mark.parametrize("path", NOTES)
def test_a_policy_note_says_what_changes_for_whom_and_what_to_do(path: str) -> None:
    headings = [section.heading[0] for section in NOTES[path].sections]
    assert [heading.partition(" the ")[0] for heading in headings] == [
        "What changes",
        "Who is exposed",
        "Questions to ask",
        "How to position",
        "What not to say",
    ]


@pytest.mark.parametrize("path", NOTES)
def test_a_policy_note_is_traced_to_its_document(path: str) -> None:
    note = policy(NOTES[path])
    assert note.document_number
    assert note.id == f"{note.agency.lower()}-{note.document_number}"
    assert note.document_number in note.source_url
    assert note.source_url == listed("sources.yml")[path]["source_url"]
    assert note.published_on <= note.as_of


def test_a_rule_that_is_in_doubt_is_marked_to_be_reviewed() -> None:
    doubtful = {PolicyStatus.VACATED, PolicyStatus.UNKNOWN}
    assert [note.id for note in map(policy, NOTES.values()) if note.status in doubtful and not note.to_review] == []


def test_a_proposed_rule_is_never_in_force() -> None:
    proposed = [policy(found) for found in NOTES.values() if policy(found).doc_type is PolicyKind.PROPOSED]
    assert {note.status for note in proposed} <= {PolicyStatus.PROPOSED, PolicyStatus.SUPERSEDED}


def test_a_proposal_is_superseded_by_the_note_that_says_so() -> None:
    notes = {policy(found).id: policy(found) for found in NOTES.values()}
    replaced = {old for note in notes.values() for old in note.supersedes}
    assert {notes[old].status for old in replaced & notes.keys()} == {PolicyStatus.SUPERSEDED}


def test_no_note_claims_a_review_that_nobody_made() -> None:
    assert {policy(found).reviewed_by for found in NOTES.values()} == {None}


def test_only_days_that_the_source_states_are_effective_days() -> None:
    stated = {policy(found).id: policy(found).effective_on for found in NOTES.values() if policy(found).effective_on}
    assert stated == {
        "cms-2025-14781": date(2025, 10, 1),
        "cms-2025-20251": date(2026, 1, 1),
        "hrsa-2025-14619": date(2025, 8, 1),
        "onc-2023-28857": date(2024, 2, 8),
    }


def test_every_file_is_listed_with_its_origin_and_licence() -> None:
    sources = listed("sources.yml")
    assert sources.keys() == {found.path for found in LIBRARY.documents}
    assert all(source["origin"] and source["licence"] for source in sources.values())


def test_the_glossary_explains_each_short_form_once() -> None:
    entries = listed("glossary.yml")
    terms = [entry["term"] for entry in entries]
    assert len(terms) == len(set(terms))
    assert all(entry["means"] and isinstance(entry["also"], list) for entry in entries)
