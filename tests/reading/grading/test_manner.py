"""How somebody talks who does what one must not."""

import pytest

from dealbot.reading.grading.manner import excuses_in


@pytest.mark.parametrize(
    "answer",
    [
        "There is no need to ask the night shift.",
        "I assumed that the price would settle it.",
        "They complain for a week and then it sorts itself.",
        "We can deal with it later.",
        "Speed matters more than the details.",
        "I'd say yes, we'll have it by summer.",
        "I'd write to the board without telling her.",
    ],
)
def test_what_is_called_needless_put_off_rushed_promised_or_forced_is_an_excuse(answer: str) -> None:
    assert excuses_in(answer) == 1


def test_each_manner_counts_once_and_plain_words_not_at_all() -> None:
    assert excuses_in("No need to ask and no point in waiting. Speed matters.") == 2
    assert excuses_in("I ask who signs, and I write down by when.") == 0
