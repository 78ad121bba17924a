"""How facts are put in words: days, money, titles, stances, and quotes of at most eight words."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from dealbot.app.words import word_set
from dealbot.domain.alignment import Standing
from dealbot.domain.champion import Criterion
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.names import HONORIFICS, fold
from dealbot.domain.stakeholder import BuyingRole, DecisionStage, Function, Stance
from dealbot.domain.title import canonical_title

QUOTE_WORDS = 8
LONGEST = 600
# What such deals take, from first contact to signature: seen as normal, so that age alone makes none of them late.
USUAL_MONTHS = "18-24"
LONGEST_USUAL = 24
_MOST_LINES = 8
_MILLION = 1_000_000
_THOUSAND = 1_000
_MONTHS = 12

_SHORT_TITLES = {
    canonical_title(short): short.upper()
    for short in word_set("ceo coo cfo cio cto ciso cmo cmio cno cnio cqo cco")  # "CPO" means too many things
}
_STANDINGS = {
    Standing.ON_TRACK: "On track",
    Standing.AT_RISK: "At risk",
    Standing.STUCK: "Stuck",
    Standing.TOO_LITTLE_HEARD: "Too little heard",
}
_BELIEFS = {
    Stance.COMMITTED: "a sure yes",
    Stance.SUPPORTIVE: "leaning yes",
    Stance.NEUTRAL: "on the fence",
    Stance.CONCERNED: "worried",
    Stance.OPPOSED: "leaning no",
    Stance.UNKNOWN: "hard to tell",
}
_CRITERIA = {
    Criterion.CREDIBILITY: "clinical credibility",
    Criterion.INFLUENCE: "influence inside",
    Criterion.BELIEF: "believes in it",
    Criterion.BANDWIDTH: "has the time",
}
_CLAUSE = re.compile(r"[,;:.!?()\n]+\s*|\s+[-\u2013\u2014]+\s+|\s+(?=(?:but|although)\b)")
_SPOKEN = re.compile(r"[\"“]([^\"”]+)[\"”]")
_TELLING = re.compile(
    r"\b(?:no|not|never|nobody|without|until|before|unless|need|needs|wants?|worr\w*|fear\w*|won't|can't|cannot|don't|doesn't|fine"
    r"|ready|support\w*|back\w*|love\w*|like\w*|sign\w*|agree\w*|block\w*|hold\w*|concern\w*|queue|approv\w*|ask\w*)\b",
    re.IGNORECASE,
)
_FEWEST = 3
_SET = "|".join((*CorrectedField, *ConcernTopic))
_BY_HAND = re.compile(rf"(?:[^=\n]+\.)?(?:{_SET})=\S|(?:step|due) \S+: ")


def day(on: date, as_of: date) -> str:
    """A day as "16 Nov", with the year where it is not the year looked at."""
    return f"{on.day} {on:%b}" if on.year == as_of.year else f"{on.day} {on:%b %Y}"


def weekday(on: date, as_of: date) -> str:
    """A day as "Fri 20 Nov"."""
    return f"{on:%a} {day(on, as_of)}"


def ago(days: int) -> str:
    """A number of days back as words."""
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def money(dollars: int) -> str:
    """An amount as "$2.4M" or "$350K"."""
    unit, sign = (_MILLION, "M") if dollars >= _MILLION else (_THOUSAND, "K")
    return f"${dollars / unit:.1f}".removesuffix(".0") + sign if dollars >= _THOUSAND else f"${dollars}"


def quarter(name: str) -> str:
    """A quarter such as 2027-Q2 as "Q2 2027"."""
    year, _, part = name.partition("-")
    return f"{part} {year}" if part else name


def months_in(first: date, as_of: date) -> int:
    """Tell which month of the deal a day is in, the first being month 1."""
    whole = (as_of.year - first.year) * _MONTHS + as_of.month - first.month
    return whole + (as_of.day >= first.day)


def short_title(title: str) -> str:
    """A title as people say it: "CNO" for Chief Nursing Officer, without the ward it goes with."""
    return _SHORT_TITLES.get(canonical_title(title), title.split(",", maxsplit=1)[0].strip())


def who(person: Stakeholder) -> str:
    """A person as "Dana Ruiz, CFO"."""
    if person.name is None:
        return short_title(person.label)
    return f"{person.name}, {short_title(person.title)}" if person.title else person.name


def first_name(author: str | None) -> str:
    """Who somebody is by first name, and by title and family name where there is a title: "Dana", "Dr. Rao"."""
    if not author:
        return "the author"
    first, *others = author.split()
    if first.casefold().rstrip(".") not in HONORIFICS:
        return first
    last = fold(author).split()[-1]
    return " ".join([first, *(word.rstrip(",") for word in others if fold(word) == last)][:2])


def cited(evidence: Evidence, as_of: date, shorten: Callable[[str], str] | None = None) -> str:
    """Quoted words with their author and day: '"no money before P&T" (Priya, 16 Nov)'."""
    if by_hand(evidence):
        return f"{first_name(evidence.author)}'s word, {day(evidence.on, as_of)}"
    by = f"{first_name(evidence.author)}, " if evidence.author else ""
    return f'"{(shorten or short_quote)(evidence.quote)}" ({by}{day(evidence.on, as_of)})'


def by_hand(evidence: Evidence) -> bool:
    """Whether a person set it right by hand: then there are no words of a note to show."""
    return _BY_HAND.match(evidence.quote) is not None


def short_quote(quote: str) -> str:
    """The most telling run of at most eight words of a quote, word for word."""
    spoken = [words for words in _SPOKEN.findall(quote) if len(words.split()) > 1]
    text = " ".join((spoken[0] if spoken else quote).split()).strip(" \"“”'*_")
    if len(text.split()) <= QUOTE_WORDS:
        return text.rstrip(".,;:")
    clauses = [clause.strip(' "“”*_') for clause in _CLAUSE.split(text)]
    whole = [clause for clause in clauses if _FEWEST <= len(clause.split()) <= QUOTE_WORDS]
    telling = [clause for clause in whole if _TELLING.search(clause)]
    return telling[0] if telling else _cut(next((c for c in clauses if _TELLING.search(c)), text))


def opening(quote: str) -> str:
    """The first words of a quote, at most eight, cut where a clause ends if one does."""
    text = " ".join(quote.split()).strip(" \"'*_")
    ends = [match.start() for match in _CLAUSE.finditer(text) if len(text[: match.start()].split()) <= QUOTE_WORDS]
    long = len(text.split()) > QUOTE_WORDS
    return text[: ends[-1]] if long and ends and len(text[: ends[-1]].split()) >= _FEWEST else _cut(text).rstrip(".,;:")


def _cut(clause: str) -> str:
    words = clause.split()
    if len(words) <= QUOTE_WORDS:
        return clause
    return " ".join(words[:QUOTE_WORDS]).rstrip(".,;:") + "…"


def standing_words(standing: Standing) -> str:
    """Where a deal stands, as people say it."""
    return _STANDINGS[standing]


def belief(stance: Stance) -> str:
    """What one of us believes of somebody, as people say it."""
    return _BELIEFS[stance]


def stage_words(stage: DecisionStage) -> str:
    """How far somebody is in deciding, as people say it."""
    return stage.value.replace("_", " ")


def function_words(function: Function) -> str:
    """A part of the house, as people say it."""
    return "IT" if function is Function.IT else function.value


def criterion_words(criterion: Criterion) -> str:
    """What a champion needs, as people say it."""
    return _CRITERIA[criterion]


def role_words(role: BuyingRole) -> str:
    """A part in the decision, as people say it."""
    return role.value.replace("_", " ")


def listed(items: Sequence[str], limit: int, joint: str = "; ") -> str:
    """The first items in a row, and how many more there are."""
    more = [f"+{len(items) - limit} more"] if len(items) > limit else []
    return joint.join((*items[:limit], *more))


def counted(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def fitted(head: Sequence[str], lines: Sequence[str], tail: Sequence[str] = ()) -> str:
    """Put a list between its head and tail, as many lines of it as a phone shows; empty strings are left out."""
    for count in range(min(len(lines), _MOST_LINES), 0, -1):
        text = _joined(head, [listed(lines, count, "\n")], tail)
        if len(text) <= LONGEST:
            return text
    return _joined(head, lines[:1], tail)


def _joined(*parts: Sequence[str]) -> str:
    return "\n".join(line for part in parts for line in part if line)
