"""What titles tell: the function, the seat, whether one person sits there at a time."""

import pytest

from dealbot.domain.gate_words import body_label
from dealbot.domain.stakeholder import Function, Movement
from dealbot.domain.title import canonical_title, function_of, held_by_one, is_helper, movement_told, seats_meant

TOLD = {
    Function.CLINICAL: [
        "CMO",
        "Chief Medical Officer",
        "CMIO",
        "chief medical information officer",
        "VPMA",
        "medical director",
        "department head",
        "dept head, cardiology",
        "physician researcher",
        "chief of surgery",
        "Chief of Staff",
        "chair of medicine",
        "hospitalist",
        "ED director",
        "PICU director",
        "chief resident",
        "influential clinician",
    ],
    Function.NURSING: ["CNO", "chief nurse", "CNE", "ACNO", "nurse manager", "charge nurse", "DON", "CNIO"],
    Function.PHARMACY: ["CPO", "Chief Pharmacy Officer", "CPhO", "chief pharmacist", "head of pharmacy", "pharm dir"],
    Function.QUALITY: ["CQO", "VP Quality", "patient safety lead", "infection control"],
    Function.OPERATIONS: ["COO", "VP of Operations", "V.P. of Ops", "practice manager", "practice mgr"],
    Function.EXECUTIVE: ["CEO", "president", "chief exec", "executive director", "President and CEO"],
    Function.FINANCE: ["CFO", "SVP & CFO", "VP Finance", "VP fin", "director of revenue cycle", "controller"],
    Function.IT: ["CIO", "CTO", "IT director", "integration lead", "analytics", "apps mgr", "interface analyst"],
    Function.SECURITY: ["CISO", "security lead", "infosec", "privacy engineering"],
    Function.LEGAL: ["GC", "General Counsel", "general council", "in-house counsel", "atty", "contracts manager"],
    Function.COMPLIANCE: ["CCO", "compliance officer", "privacy officer", "Chief Privacy Officer", "HIPAA officer"],
    Function.PROCUREMENT: ["purchasing", "strategic sourcing", "supply chain", "procurement", "senior buyer"],
    Function.BOARD: ["board chair", "trustee", "board treasurer", "county commissioner"],
    Function.OTHER: ["CHRO", "risk manager"],
}


@pytest.mark.parametrize(("function", "title"), [(function, title) for function in TOLD for title in TOLD[function]])
def test_a_title_tells_the_function(function: Function, title: str) -> None:
    assert function_of(title) is function


@pytest.mark.parametrize(
    "title", ["VP", "vice president", "Chief Product Officer", "Chief People Officer", "Don", "boss"]
)
def test_a_title_that_does_not_tell_is_not_guessed(title: str) -> None:
    assert function_of(title) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CFO", "the Chief Financial Officer"),
        ("CFO", "chief finance officer"),
        ("CFO", "Chief Financial Officer (CFO)"),
        ("CFO", "Senior Vice President & CFO"),
        ("CFO", "their interim CFO"),
        ("CFO's", "CFO"),
        ("CPO", "chief pharmacist"),
        ("CNO", "SVP, Chief Nurse Executive"),
        ("GC", "chief legal officer"),
        ("COO", "chief operations officer"),
        ("VP Finance", "Vice President of Finance"),
        ("V.P. of Ops", "operations vice president"),
        ("head of pharmacy", "pharmacy director"),
        ("Director, Pharmacy", "dir. of pharm"),
        ("outgoing CIO", "CIO"),
        ("incoming CIO", "CIO"),
    ],
)
def test_two_ways_to_write_a_title_are_one_seat(one: str, other: str) -> None:
    assert canonical_title(one) == canonical_title(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CFO", "former CFO"),
        ("CFO", "CIO"),
        ("CPO", "Chief Product Officer"),
        ("CMO", "associate CMO"),
        ("nurse manager", "nursing director"),
        ("system CFO", "CFO"),
        ("?", "!"),
    ],
)
def test_two_seats_stay_two(one: str, other: str) -> None:
    assert canonical_title(one) != canonical_title(other)


ROLES: dict[str, tuple[Function | None, str | None, tuple[str, ...]]] = {
    "chief medical officer": (Function.CLINICAL, None, ("CMO", "the Chief Medical Officer", "acting CMO")),
    "chief nursing officer": (Function.NURSING, None, ("CNO", "Chief Nursing Officer", "chief nurse executive")),
    "chief pharmacy officer": (Function.PHARMACY, None, ("Chief Pharmacy Officer", "CPhO", "chief pharmacist")),
    "chief financial officer": (Function.FINANCE, None, ("CFO", "chief finance officer", "SVP & CFO")),
    "chief information officer": (Function.IT, None, ("CIO", "Chief Information Officer", "their interim CIO")),
    "security officer": (Function.SECURITY, None, ("CISO", "Chief Information Security Officer")),
    "general counsel": (Function.LEGAL, None, ("General Counsel", "GC", "chief legal officer")),
    "compliance": (Function.COMPLIANCE, None, ("compliance officer", "CCO", "head of compliance")),
    "operations": (Function.OPERATIONS, None, ("VP of Operations", "VP Ops", "V.P. of Ops")),
    "department head": (Function.CLINICAL, None, ("department head", "dept head, cardiology")),
    "physician researcher": (Function.CLINICAL, None, ("physician researcher", "physician-researcher")),
    "influential clinician": (Function.CLINICAL, None, ("influential clinician", "hospitalist")),
    "procurement": (Function.PROCUREMENT, None, ("head of procurement", "purchasing", "supply chain")),
    "P&T": (None, "P&T", ("P&T", "P&T chair", "pharmacy and therapeutics")),
    "MEC": (None, "Medical Executive Committee", ("MEC", "chair of the MEC", "Medical Executive Committee")),
    "board": (Function.BOARD, "Board", ("board chair", "Board")),
    "EHR vendor": (Function.IT, None, ("EHR vendor", "EHR vendor rep")),
    "IT": (Function.IT, None, ("IT", "IT director")),
}


def test_eighteen_roles_are_told_from_forty_ways_to_write_them() -> None:
    told = [(role, written) for role, (_, _, ways) in ROLES.items() for written in ways]

    assert (len(ROLES), len(told) >= 40) == (18, True)
    for role, written in told:
        function, body, _ = ROLES[role]
        assert function is None or function_of(written) is function, written
        assert body is None or body_label(written.removesuffix(" chair")) == body or role == "board", written


def test_a_title_that_may_be_several_seats_is_none_of_them_without_asking() -> None:
    assert seats_meant("their CPO")[0] == "Chief Pharmacy Officer"
    assert {function_of(seat) for seat in seats_meant("CPO")[1:]} == {None, Function.PROCUREMENT}
    assert all(canonical_title("CPO") != canonical_title(seat) for seat in seats_meant("CPO")[1:])
    assert not any(seats_meant(title) for title in ("CFO", "Chief Pharmacy Officer", ""))


@pytest.mark.parametrize(
    "title", ["CFO", "general counsel", "president", "VP Finance", "director of pharmacy", "board chair"]
)
def test_some_seats_hold_one_person_at_a_time(title: str) -> None:
    assert held_by_one(canonical_title(title))


@pytest.mark.parametrize(
    "title", ["VP", "SVP", "nurse manager", "hospitalist", "medical director", "associate CMO", "director", "analyst"]
)
def test_other_titles_are_held_by_several(title: str) -> None:
    assert not held_by_one(canonical_title(title))


@pytest.mark.parametrize(
    ("title", "movement"),
    [
        ("incoming CFO", Movement.ARRIVING),
        ("former CIO", Movement.LEAVING),
        ("outgoing CMO", Movement.LEAVING),
        ("ex-CNO", Movement.LEAVING),
        ("CFO", None),
    ],
)
def test_a_title_may_tell_that_its_holder_comes_or_goes(title: str, movement: Movement | None) -> None:
    assert movement_told(title) is movement


@pytest.mark.parametrize(
    "title",
    ["assistant", "exec assistant", "assistant to the CFO", "EA to the CFO", "OR scheduler", "secretary", "admin"],
)
def test_helpers_arrange_and_pass_on_for_others(title: str) -> None:
    assert is_helper(title)


@pytest.mark.parametrize(
    "title", ["Physician Assistant", "Assistant VP", "assistant director of nursing", "board secretary", "CFO", ""]
)
def test_not_every_assistant_is_a_helper(title: str) -> None:
    assert not is_helper(title)
