"""Which words of a text tell something."""

from dealbot.domain.practice.telling import telling


def test_short_words_tell_too_but_words_of_function_do_not() -> None:
    assert telling("What do you do with the GPS, and with a plan?") == {"gps", "plan"}


def test_forms_of_one_word_are_one() -> None:
    assert telling("planning plans") == telling("Planner plan")
    assert telling("glass") == {"glass"}
    assert telling("learning") == telling("Learn!")
