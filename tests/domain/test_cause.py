"""Why deals stall: a closed set, and the words that people put it in."""

import pytest

from dealbot.domain.cause import ROOTS, Cause, cause_in


def test_there_are_four_causes_and_each_closer_one_belongs_to_one() -> None:
    assert [cause.value for cause in ROOTS] == ["champion_lost", "org_change", "budget", "reimbursement"]
    assert Cause.MERGER.root is Cause.ORG_CHANGE
    assert {cause.root for cause in Cause} == set(ROOTS)


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("budget", "budget"),
        ("champion lost", "champion_lost"),
        ("Budget.freeze", "budget.freeze"),
        ("our champion left for Houston", "champion_lost.left"),
        ("the sponsor was reassigned", "champion_lost.reassigned"),
        ("her champion stepped back", "champion_lost.stepped_back"),
        ("they are being acquired", "org_change.merger"),
        ("they were acquired by a chain", "org_change.merger"),
        ("two sites are closing", "org_change.closure"),
        ("new CFO with other ideas", "org_change.new_executive"),
        ("a reorganisation", "org_change"),
        ("went with the incumbent", "org_change.other_vendor"),
        ("capital freeze until July", "budget.freeze"),
        ("we missed this budget cycle", "budget.missed_cycle"),
        ("capital spending cuts", "budget.cut"),
        ("too expensive", "budget.price"),
        ("CMS outpatient change", "reimbursement.cms"),
        ("Medicaid rates", "reimbursement.medicaid"),
        ("reimbursement", "reimbursement"),
        ("nobody calls back", None),
        ("", None),
    ],
)
def test_a_cause_is_told_by_its_name_or_as_people_put_it(words: str, cause: str | None) -> None:
    assert cause_in(words) == cause
