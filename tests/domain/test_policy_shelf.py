from dataclasses import replace
from datetime import date

from dealbot.domain.policy import PolicyKind, PolicyStatus
from dealbot.domain.policy_shelf import (
    by_number,
    named,
    nearest_ids,
    shelf,
    successor_of,
    supersedes_from,
    told_apart,
)
from tests.domain.labelled_policies import notes

PROPOSED, FINAL = notes()["cms-2023-14768"], notes()["cms-2023-24293"]
LATER, EARLIER = date(2026, 3, 1), date(2023, 8, 1)


def status(day: date, *told: object) -> dict[str, PolicyStatus]:
    return {note.id: note.status for note in shelf(told or (PROPOSED, FINAL), day)}  # type: ignore[arg-type]


def test_a_proposal_is_superseded_from_the_day_of_the_final_rule_and_not_before() -> None:
    assert status(EARLIER) == {PROPOSED.id: PolicyStatus.PROPOSED}
    assert status(LATER)[PROPOSED.id] is PolicyStatus.SUPERSEDED


def test_loading_the_final_rule_supersedes_a_proposal_whatever_its_own_note_says() -> None:
    told = replace(PROPOSED, status=PolicyStatus.PROPOSED)
    assert status(LATER, told)[PROPOSED.id] is PolicyStatus.PROPOSED
    assert status(LATER, FINAL, told)[PROPOSED.id] is PolicyStatus.SUPERSEDED


def test_whether_a_final_rule_held_before_the_day_of_its_note_is_not_known() -> None:
    repealed, repeal = notes()["cms-2024-08273"], notes()["cms-2025-21792"]
    assert status(date(2025, 1, 1), repealed, repeal) == {repealed.id: PolicyStatus.UNKNOWN}
    assert status(LATER, repealed, repeal) == {repealed.id: PolicyStatus.SUPERSEDED, repeal.id: PolicyStatus.IN_FORCE}


def test_a_rule_in_force_since_a_day_was_so_before_the_day_of_its_note() -> None:
    dated = notes()["cms-2025-14781"]
    assert status(date(2025, 12, 1), dated) == {dated.id: PolicyStatus.IN_FORCE}


def test_what_was_vacated_stays_vacated_and_what_is_withdrawn_stays_superseded() -> None:
    vacated = replace(PROPOSED, status=PolicyStatus.VACATED)
    assert status(LATER, vacated, FINAL)[PROPOSED.id] is PolicyStatus.VACATED
    assert status(LATER, PROPOSED)[PROPOSED.id] is PolicyStatus.SUPERSEDED
    assert status(EARLIER, PROPOSED)[PROPOSED.id] is PolicyStatus.PROPOSED


def test_of_two_notes_of_one_id_the_later_counts_and_order_is_nothing_else() -> None:
    changed = replace(PROPOSED, title="Another title")
    assert shelf((PROPOSED, changed), LATER)[0].title == "Another title"
    assert shelf(notes().values(), LATER) == shelf(reversed(notes().values()), LATER)  # type: ignore[call-overload]


def test_the_successor_is_the_rule_that_names_it() -> None:
    assert successor_of(PROPOSED, notes().values(), LATER) == FINAL
    assert successor_of(FINAL, notes().values(), LATER) is None
    assert successor_of(PROPOSED, notes().values(), EARLIER) is None


def test_a_proposal_supersedes_no_rule_whatever_it_names() -> None:
    for unsettled in (replace(PROPOSED, supersedes=(FINAL.id,)), replace(PROPOSED, doc_type=PolicyKind.STATE)):
        proposing = replace(unsettled, id="next", status=PolicyStatus.PROPOSED, supersedes=(FINAL.id,))
        assert status(LATER, FINAL, proposing)[FINAL.id] is FINAL.status
        assert successor_of(FINAL, (proposing,), LATER) is None


def test_a_rule_holds_until_the_one_that_supersedes_it_takes_effect() -> None:
    held = replace(FINAL, status=PolicyStatus.IN_FORCE)
    repeal = replace(held, id="repeal", published_on=date(2026, 1, 5), supersedes=(FINAL.id, PROPOSED.id))
    dated = replace(repeal, effective_on=date(2026, 7, 1))
    assert status(LATER, held, dated)[FINAL.id] is PolicyStatus.IN_FORCE
    assert status(LATER, PROPOSED, dated)[PROPOSED.id] is PolicyStatus.SUPERSEDED
    assert status(date(2026, 7, 1), held, dated)[FINAL.id] is PolicyStatus.SUPERSEDED
    assert status(LATER, held, repeal)[FINAL.id] is PolicyStatus.SUPERSEDED


def test_a_rule_is_named_by_id_number_or_part_of_its_title() -> None:
    every = tuple(notes().values())
    assert named("CMS-2023-14768", every) == (PROPOSED,)
    assert named("2023-14768", every) == (PROPOSED,)
    assert named("is 2023-14768 final?", every) == (PROPOSED,)
    assert named("2099-99999", every) == ()
    assert named("home health", every) == (notes()["cms-2025-21767"],)
    assert named(PROPOSED.title, every) == (PROPOSED,)
    assert named("", every) == ()


def test_a_part_of_several_titles_means_each_of_them() -> None:
    found = named("outpatient and ambulatory surgery", tuple(notes().values()))
    assert len(found) == 4
    assert {each.doc_type for each in found} == {PolicyKind.PROPOSED, PolicyKind.FINAL}


def test_a_number_may_have_letters_and_is_found_in_any_case_and_within_words() -> None:
    texas = replace(PROPOSED, id="texas-rates", document_number="TX-2026-1")
    longer = replace(PROPOSED, id="texas-more", document_number="TX-2026-12")
    every = (*notes().values(), texas, longer)
    assert named("tx-2026-1", every) == (texas,)
    assert named("which deals does Tx-2026-12 hit?", every) == (longer,)
    assert named("does texas-rates hit us?", (*every, replace(texas, id="rates-7"))) == ()
    assert named("does rates-7 hit us?", (*every, replace(texas, id="rates-7"))) == (replace(texas, id="rates-7"),)


def test_a_number_that_may_be_a_word_or_a_year_is_found_only_by_itself() -> None:
    plain = replace(PROPOSED, document_number="2027")
    assert by_number("2027", (plain,)) == (plain,)
    assert by_number("which deals close in 2027?", (plain,)) == ()


def test_of_two_notes_of_one_number_both_are_meant_and_their_ids_tell_them_apart() -> None:
    one, other = (replace(PROPOSED, id=name, document_number="TX-2026-1") for name in ("one-1", "other-2"))
    assert by_number("is tx-2026-1 final?", (one, other, FINAL)) == (one, other)
    assert by_number("ONE-1", (one, other)) == (one,)
    unnumbered = replace(FINAL, document_number=None)
    assert told_apart((one, other, FINAL, unnumbered)) == (
        f"{one.title} (TX-2026-1, id one-1)",
        f"{one.title} (TX-2026-1, id other-2)",
        f"{FINAL.title} (2023-24293)",
        f"{FINAL.title} ({FINAL.id})",
    )


def test_a_proposal_is_superseded_from_the_day_of_the_rule_and_a_rule_from_the_first_day_of_the_next() -> None:
    later = replace(FINAL, id="later", effective_on=date(2027, 1, 1))
    assert supersedes_from(FINAL, PROPOSED) == FINAL.published_on
    assert supersedes_from(later, FINAL) == date(2027, 1, 1)
    assert supersedes_from(replace(later, effective_on=None), FINAL) == later.published_on
    assert supersedes_from(PROPOSED, FINAL) is None


def test_what_is_no_id_is_likest_to_the_ids_that_are_written_so_or_have_that_number() -> None:
    twin = replace(PROPOSED, id="twin")
    unnumbered = replace(PROPOSED, id="own-rule-2026", document_number=None)
    assert nearest_ids("2023-14768", (PROPOSED, twin, FINAL, unnumbered)) == (PROPOSED.id, "twin")
    assert nearest_ids("Own-Rlue-2026", (PROPOSED, unnumbered)) == ("own-rule-2026",)
    assert nearest_ids("gone", (PROPOSED, FINAL)) == ()
