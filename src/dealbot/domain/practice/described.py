"""Cards of the lists of certifications and degrees: which of them a guide says something of."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dealbot.domain.knowledge import Document, fold, plain
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.fact import in_drawn_order
from dealbot.domain.practice.making import card_id, source_of
from dealbot.domain.practice.short_forms import short_forms_in

_SECTION = re.compile(r"\b(?:certificat|credential|qualification|educat|licen[sc]e|degree)", re.IGNORECASE)
_ITEM = re.compile(
    r"^\s*(?:[-*]\s+)?(?:\*\*|__)(?P<term>[^*_:\n]{2,90}?)(?::(?:\*\*|__)|(?:\*\*|__)\s*(?::|\s[–—-]\s))\s*(?P<says>\S.+)$",
    re.DOTALL,
)
_NAMED = re.compile(
    r"\bcertifi|\bcharter|\blicens|\bdiploma|\b(?:professional|associate|practitioner)\b", re.IGNORECASE
)
_SHORT = re.compile(r"\((?P<short>[A-Z][\w+-]{1,9})\)\s*$")
_MERE_PRAISE = re.compile(
    r"\b(?:highly (?:regarded|recommended|respected|valued)|recognized|credibility|competitive edge|advantageous"
    r"|valuable|globally|prestigious|desirable|preferred|optional|essential|important)\b",
    re.IGNORECASE,
)
_DEGREES = {
    "Bachelor's degree": (r"bachelor", r"\b(?:typically|usually|often|minimum|required)\b"),
    "Master's degree": (r"master|\bMBA\b", r"\b(?:advanta\w+|senior|leadership|strategic)\b"),
}
_ANY_DEGREE = re.compile(
    r"^(?:this|these|it|they)\b|\bin these\b|\b(?:bachelor|master|mba|mha|ph\.?d|doctora\w+)", re.IGNORECASE
)
_SEVERAL = re.compile(r"\b(?:or|and)\b|/|^advanced degrees", re.IGNORECASE)
_EITHER = re.compile(
    r"^An? (?P<first>[A-Z]{2,6}) or an? (?P<second>[A-Z][^.,;]{2,70}?) (?P<rest>(?:can|may|is|are) .+)$"
)
_FEWEST_WORDS, _MOST_WORDS = 6, 45
_OPTIONS = 4
_STEM = 5
_TELLS_NOTHING = frozenset(
    word[:_STEM]
    for word in """certification certified professional focuses useful those these which ability validates demonstrates
    knowledge skills understanding roles working professionals provides management manager relevant beneficial
    recommended expertise industry candidates offers through other""".split()
)


class _Item(NamedTuple):
    term: str
    short: str
    says: str
    heading: tuple[str, ...]
    text: str


def described_cards(document: Document) -> list[Card]:
    """Which certification and which degree a guide describes, from its lists of them."""
    items = list(_items(document))
    named = [item for item in items if item.short and _NAMED.search(item.term)]
    cards = [_certification(document, item, named) for item in named]
    cards += [_degree(document, item) for item in items]
    cards += [_either(document, item) for item in items]
    return [card for card in cards if card is not None]


def _items(document: Document) -> Iterator[_Item]:
    for section in document.sections:
        if not any(map(_SECTION.search, section.heading)) or any(
            section.heading[-1] == question.text for question in document.questions
        ):
            continue
        for block in section.blocks:
            found = _ITEM.match(block.quote)
            if found is not None:
                term = plain(found["term"])
                short = _SHORT.search(term)
                says = plain(found["says"])
                yield _Item(term, short["short"] if short else "", says, section.heading[-2:], block.quote)


def _certification(document: Document, item: _Item, named: Sequence[_Item]) -> Card | None:
    says = _sentence(item.says)
    others = [other for other in named if other.short != item.short and not _may_be_meant(other, says)]
    others = list({other.short: other for other in others}.values())
    spelled = re.search(rf"(?<!\w){re.escape(item.short)}(?!\w)", says)
    if len(others) < 2 or spelled or not _tells(says) or any(other.short in says for other in others):
        return None
    seed = card_id(document, CardKind.FACT, "described", item.short)
    chosen = sorted(others, key=lambda other: in_drawn_order([item.short, other.short], seed))[: _OPTIONS - 1]
    options = in_drawn_order([item.short, *(other.short for other in chosen)], seed)
    prompt = f'Which certification does the guide describe like this: "{says}"?'
    source = source_of(document, item.heading, item.text)
    return Card(
        seed, CardKind.FACT, document.path, item.heading[-1], prompt, source, choices=options, accepted=(item.short,)
    )


def _sentence(says: str) -> str:
    return re.split(r"(?<=[.])\s+(?=[A-Z])", says)[0].rstrip(".")


def _tells(says: str) -> bool:
    """Whether a description tells one certification from another, and does not just praise it."""
    return _FEWEST_WORDS <= len(says.split()) <= _MOST_WORDS and not _MERE_PRAISE.search(says)


def _may_be_meant(other: _Item, says: str) -> bool:
    """Whether a description might be meant of another certification: they share more than one telling word."""
    return len(_stems(says) & _stems(f"{other.term} {other.says}")) > 1


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that tell something."""
    return frozenset(word[:_STEM] for word in fold(text).split() if len(word) >= _STEM) - _TELLS_NOTHING


def _degree(document: Document, item: _Item) -> Card | None:
    says = _sentence(item.says)
    for name, (pattern, telling) in _DEGREES.items():
        if not re.match(pattern, item.term, re.IGNORECASE) or _ANY_DEGREE.search(says):
            continue
        if _SEVERAL.match(says) or (_SEVERAL.search(item.term) and len(_ANY_DEGREE.findall(item.term)) > 1):
            continue
        if len(says.split()) >= _FEWEST_WORDS and re.search(telling, says):
            prompt = f'Which degree does the guide say this of: "{says}"?'
            word = name.split("'")[0]
            return Card(
                card_id(document, CardKind.FACT, "degree", name),
                CardKind.FACT,
                document.path,
                item.heading[-1],
                prompt,
                source_of(document, item.heading, item.text),
                accepted=(name, f"{word}'s", word),
            )
    return None


def _either(document: Document, item: _Item) -> Card | None:
    """A card that asks for either of two things of which a list says the same."""
    found = _EITHER.match(_sentence(item.says))
    if found is None:
        return None
    second = re.sub(r"\s*\([^)]*\)$", "", found["second"])
    also = [form.short for form in short_forms_in(found["second"])]
    return Card(
        card_id(document, CardKind.FACT, "either", item.term),
        CardKind.FACT,
        document.path,
        item.heading[-1],
        f'Which does the guide name under "{item.term}": "____ {found["rest"]}"? One is enough.',
        source_of(document, item.heading, item.text),
        accepted=(found["first"], second, *also),
    )
