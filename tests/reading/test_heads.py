from dealbot.reading.features import LETTERS, WORDS, rarity, words_and_letters
from dealbot.reading.heads import Guess


def test_a_guess_tells_the_likeliest_of_all_or_of_some() -> None:
    guess = Guess(("a", "b", "c"), (0.2, 0.5, 0.3))
    assert (guess.best, guess.among(("a", "c")), guess.of("c")) == ("b", "c", 0.3)


def test_case_and_kind_of_quote_make_no_difference_to_the_features() -> None:
    assert words_and_letters("She WON’T sign") == words_and_letters("she won't sign")


def test_features_stay_within_their_columns() -> None:
    words, letters = words_and_letters("Maria Ochoa (CFO) won't sign before the 50% pilot is done, will she?")
    assert max(words) < WORDS
    assert max(letters) < LETTERS


def test_a_word_of_few_texts_weighs_more() -> None:
    weights = rarity(["budget pilot", "budget", "budget"])
    (common,) = words_and_letters("budget")[0]
    (rare,) = words_and_letters("pilot")[0]
    assert weights[rare] > weights[common]
