"""Every rule by itself, and phrases that no other test is sure to try."""

from datetime import date

import pytest

from dealbot.domain.when import due, find
from dealbot.domain.when.grammar import _RULES, _applied, parse
from dealbot.domain.when.scan import Rule, Setting

ON = date(2026, 3, 10)


@pytest.mark.parametrize("rule", [rule for rule, _ in _RULES], ids=lambda rule: str(getattr(rule, "__name__", "rule")))
@pytest.mark.parametrize("words", ["soup tastes salty", "of the soup", "next soup", "this soup", "March", "2"])
def test_a_rule_says_nothing_of_other_words(rule: Rule, words: str) -> None:
    found = _applied(rule, parse(words, Setting(ON)), 0)
    assert found is None or found.end > 0


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("in a week or so", date(2026, 3, 17)),
        ("in a week or two", date(2026, 3, 24)),
        ("on Christmas 2027", date(2027, 12, 25)),
        ("by Advent", date(2026, 11, 29)),
        ("the last day of the month", date(2026, 3, 31)),
        ("the second week of April", date(2026, 4, 17)),
        ("the last business day of March", date(2026, 3, 31)),
        ("the rest of the week", date(2026, 3, 13)),
        ("all of next month", date(2026, 4, 30)),
        ("Thursday or Friday of next week", date(2026, 3, 20)),
    ],
)
def test_a_promise_is_due_on_the_last_day_its_words_name(words: str, last: date) -> None:
    found = due(f"I will send it {words}.", ON)
    assert found is not None
    assert found.end == last


ODD = """
in 9999 years; 9999 years ago; March 3, 9999 or Friday; before 9999-12-31; next 9999 years; Friday of next week; Dec 30 - Jan 5
Friday 9-11am; Friday 9 - 11 am; Friday at 3p; Friday 3 p; Friday 3 p.m.; Monday at 9 to 11; Friday 9 to 10:30; Friday 12-1
in a week or; in a week or later; in a week or days; a day or so; March 3 weeks; may 10 nurses; March 3 days; by March 3 months
by Michaelmas; late tomorrow; late Friday; end of Friday; in nineteen ninety patients; in twenty twenty nurses; by two thousand nineteen beds
next Christmas; this Christmas; last Christmas; Epiphany; All Saints Day; Assumption; Candlemas; Christmas Eve; Advent; Pentecost
earlier this week; earlier in the week; earlier this month; earlier in March; earlier this year; earlier last week; earlier soup
Monday or Christmas; Friday or March; Thursday or next month; March or Friday; Christmas or Friday; Monday or Tuesday of May
in 2027 weeks; in 2027; by 2027; since 2019; Q3 - 2027; Q3 2027 weeks; spring - 2027; week of 2027; December 2027 or Friday
the last week of the year; the first half of next year; end of the year; Friday week; a week from Friday; Friday after next
tomorrow; yesterday; next week; last week; next month; last month; next quarter; next year; last year; the day after tomorrow
Sunday next week; next Friday - Sunday; Dec 31 or Jan 1; Dec 31 to Jan 2; Saturday or Sunday; this weekend; next weekend
the 31st of next month; the third Friday of the month; the last Monday; 31 December; 1 January; the week before Christmas
within 3 days; in two quarters; in 3 business days; over the next two weeks; the coming days; the last 3 weeks; by year end
""".replace("\n", ";").split(";")


@pytest.mark.parametrize("words", [words.strip() for words in ODD if words.strip()])
@pytest.mark.parametrize("on", [ON, date.min, date(1, 1, 3), date(2026, 12, 25), date(9999, 12, 30), date.max])
def test_whatever_is_found_ends_where_it_starts_or_later(words: str, on: date) -> None:
    for text in (words, f"I will send it {words}.", f"We met {words}.", f"before {words}", f"by {words} or so"):
        assert all(one.start <= one.end for one in find(text, on))
