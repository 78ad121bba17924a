"""What is known of the exposure to reimbursement: which parts the words tell of, the latest of each."""

from dealbot.domain.exposure import ExposurePart, exposure_known
from tests.domain.builders import a_signal, a_state, said


def test_each_part_is_known_by_the_latest_words_that_tell_of_it() -> None:
    state = a_state(
        said(a_signal("exposure", "payer mix is 60% Medicare"), "03-10"),
        said(a_signal("exposure", "payer mix is 55% Medicare now"), "05-10"),
        said(a_signal("exposure", "mostly fee-for-service, two risk contracts"), "04-10"),
        said(a_signal("ehr", "Epic for value-based care"), "04-10"),
    )
    known = exposure_known(state.signals)
    assert {part: signal.detail for part, signal in known.items()} == {
        ExposurePart.PAYMENT_MODEL: "mostly fee-for-service, two risk contracts",
        ExposurePart.PAYER_MIX: "payer mix is 55% Medicare now",
        ExposurePart.RISK_CONTRACTS: "mostly fee-for-service, two risk contracts",
    }


def test_of_an_account_nobody_told_of_nothing_is_known() -> None:
    assert exposure_known(()) == {}


def test_the_self_insured_are_known() -> None:
    known = exposure_known(a_state(said(a_signal("exposure", "they are self-insured"))).signals)
    assert list(known) == [ExposurePart.SELF_INSURED]
