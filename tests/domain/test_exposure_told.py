"""Which values the words of a note tell of the exposure, and which words only seem to."""

from time import process_time

import pytest

from dealbot.domain.exposure import ExposurePart
from dealbot.domain.exposures.told import parts_in, values_in, words_on


def told(words: str) -> dict[str, object]:
    return {each.key.value: each.value for each in values_in(words)}


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("45% Medicare", {"medicare_ffs": 45}),
        ("We're sixty-one percent Medicare", {"medicare_ffs": 61}),
        ("fifteen percent Medicaid", {"medicaid": 15}),
        (
            "we're 45% Medicare, 20% Medicaid and about half commercial",
            {"medicare_ffs": 45, "medicaid": 20, "commercial": 50},
        ),
        ("Medicare 45% Medicaid 20% commercial 30%", {"medicare_ffs": 45, "medicaid": 20, "commercial": 30}),
        ("payer mix: Medicare 45, Medicaid 20, self-pay 5", {"medicare_ffs": 45, "medicaid": 20, "self_pay": 5}),
        ("45% Medicare/20% Medicaid", {"medicare_ffs": 45, "medicaid": 20}),
        ("Medicare 45% and 20% Medicaid", {"medicare_ffs": 45, "medicaid": 20}),
        ("45% of our net revenue comes from Medicare", {"medicare_ffs": 45}),
        ("they get 45% of revenue from Medicare", {"medicare_ffs": 45}),
        ("fell from 60% to 45% Medicare", {"medicare_ffs": 45}),
        ("Medicare Advantage is about 18 percent", {"medicare_advantage": 18}),
        ("20% MA, 30% traditional Medicare", {"medicare_advantage": 20, "medicare_ffs": 30}),
        ("70% fee for service, 30% value-based", {"ffs_share": 70, "vbc_share": 30}),
        ("half their revenue is shared savings now", {"vbc_share": 50}),
        ("about a third Medicaid", {"medicaid": 33}),
        ("two thirds of patients are on Medicaid", {"medicaid": 67}),
        ("55 percent outpatient", {"outpatient_share": 55}),
        ("outpatient is 55% of revenue", {"outpatient_share": 55}),
        ("two MSSP contracts", {"risk_contracts": {"mssp"}}),
        ("ACO REACH and a commercial risk deal", {"risk_contracts": {"aco_reach", "commercial"}}),
        ("they have no risk contracts", {"risk_contracts": frozenset()}),
        ("they aren't in any value-based arrangements", {"risk_contracts": frozenset()}),
        ("they are self-insured", {"self_insured": True}),
        ("they are not self-insured", {"self_insured": False}),
        ("a 340B hospital with two ASCs", {"program_340b": True, "settings": {"asc"}}),
        ("a teaching hospital", {"teaching": True}),
        ("critical access, 25 beds", {"critical_access": True}),
        ("we're in Texas and Oklahoma", {"states": {"TX", "OK"}}),
        ("they operate in TX, OK and NM", {"states": {"TX", "OK", "NM"}}),
    ],
)
def test_figures_and_names_become_values(words: str, values: dict[str, object]) -> None:
    assert told(words) == values


@pytest.mark.parametrize(
    "words",
    [
        "not 45% Medicare",
        "if they were 45% Medicare we would care",
        "probably 45% Medicare",
        "is it 45% Medicare?",
        "they will be 50% value-based by 2028",
        "used to be 60% Medicare",
        "the competitor is 60% Medicare",
        "nationally 45% of patients are on Medicare",
        "61% Medicaid + Medicare",
        "45-50% Medicare",
        "45% to 50% Medicare",
        "over 45% Medicare",
        "at least half commercial",
        "Medicare 45% or more",
        "3.4% Medicare cut",
        "CMS cuts Medicare 3%",
        "losing 2% on Medicare",
        "Medicare denials 12%",
        "commercial pays 180% of Medicare",
        "120% Medicare",
        "70% of the kids are on AHCCCS",
        "mostly fee-for-service",
        "they dropped out of MSSP",
        "considering ACO REACH next year",
        "they worry about the 340B rule",
        "critical access to the chart",
        "if we're in Texas and Oklahoma",
        "two surgery centers nearby would close",
    ],
)
def test_what_is_denied_supposed_bounded_past_or_of_others_is_no_value(words: str) -> None:
    assert told(words) == {}


def test_how_sure_and_how_whole_a_value_is_stands_with_it() -> None:
    (share,) = values_in("nearly half commercial")
    assert share.about
    (contracts,) = values_in("two MSSP contracts")
    assert contracts.partial
    (exact,) = values_in("45% Medicare")
    assert (exact.about, exact.partial) == (False, False)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("mostly fee-for-service", {ExposurePart.PAYMENT_MODEL}),
        ("61% Medicaid + Medicare", {ExposurePart.PAYER_MIX}),
        ("they dropped out of MSSP", {ExposurePart.RISK_CONTRACTS}),
        ("we're in Texas", {ExposurePart.CARE}),
        ("probably 45% Medicare", set()),
        ("the competitor is 60% Medicare", set()),
    ],
)
def test_the_parts_that_words_tell_of_as_a_fact(words: str, parts: set[ExposurePart]) -> None:
    assert parts_in(words) == parts


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("60% Medicare, mostly fee-for-service", "mostly fee-for-service"),
        ("she talks of the budget", "she talks of the budget"),
    ],
)
def test_of_a_text_the_clause_is_shown_that_tells_of_the_part(text: str, clause: str) -> None:
    assert words_on(ExposurePart.PAYMENT_MODEL, text) == clause


@pytest.mark.parametrize(
    "piece",
    [
        "45% Medicare ",
        "45% Medicare, ",
        "about half commercial and ",
        "not 45% Medicaid, ",
        "11",
        "two MSSP contracts, ",
    ],
)
def test_long_sentences_take_time_in_step_with_their_length(piece: str) -> None:
    """Four times the sentence takes four times as long, and not sixteen times."""
    text = piece * (2400 // len(piece))
    assert min(_seconds(text * 4) for _ in range(2)) < 8 * min(_seconds(text) for _ in range(3))


def _seconds(text: str) -> float:
    values_in.cache_clear()
    began = process_time()
    values_in(text)
    parts_in(text)
    return process_time() - began
