import pytest

from dealbot.reading.net.looks import words_of
from dealbot.reading.net.spots import TAGS, spots_of


def spotted(text: str, tags: str) -> tuple[list[str], list[str]]:
    """The names and titles that tags mark, one letter a word: n, N (goes on), t, T (goes on), . (none)."""
    places = [".nNtT".index(letter) for letter in tags]
    names, titles = spots_of(text, words_of(text), places)
    assert all(text[name.start : name.end] == name.text for name in names)
    assert all(text[title.start : title.end] == title.text for title in titles)
    return [name.text for name in names], [title.text for title in titles]


def test_there_is_a_letter_for_each_tag() -> None:
    assert len(TAGS) == len(".nNtT")


@pytest.mark.parametrize(
    ("text", "tags", "names", "titles"),
    [
        ("met Dana Ruiz today", ".nN.", ["Dana Ruiz"], []),
        ("Dana Ruiz, VP of Finance", "nNtTT", ["Dana Ruiz"], ["VP of Finance"]),
        ("Dana, Raj and Lena", "nn.n", ["Dana", "Raj", "Lena"], []),
        ("ok with Mike D. now", "..nN.", ["Mike D."], []),
        ("El-Amin said no", ".n..", ["El-Amin"], []),
        ("T-Boy came", "n..", ["T-Boy"], []),
        ("saw O'Dell", ".nn", ["O'Dell"], []),
        ("Ruiz, Dana called", "nN.", ["Ruiz, Dana"], []),
        ("Dana\nRuiz", "nN", ["Dana", "Ruiz"], []),
        ("St. John called", "nN.", ["St. John"], []),
        ("the Director, Quality & Safety", ".tTT", [], ["Director, Quality & Safety"]),
        ("their CFO\nCIO out", ".tT.", [], ["CFO", "CIO"]),
        ("N goes on alone", ".N..", ["goes"], []),
        ("Dana's worry, Bao’s too", "nN.nN.", ["Dana", "Bao"], []),
        ("Lena Ortiz, RN", "nNt", ["Lena Ortiz"], []),
        ("x", "t", [], []),
        ("", "", [], []),
    ],
)
def test_tagged_words_become_names_and_titles(text: str, tags: str, names: list[str], titles: list[str]) -> None:
    assert spotted(text, tags) == (names, titles)


def test_a_title_with_an_article_is_somebodys() -> None:
    text = "the CFO and some CIO"
    _, titles = spots_of(text, words_of(text), [0, 3, 0, 0, 3])
    assert [title.definite for title in titles] == [True, False]
