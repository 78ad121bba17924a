"""Cards with a gap: a term or a law, where the rest of its sentence is enough to know it; never a story's figures."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dealbot.domain.glossary import Glossary, name_words
from dealbot.domain.knowledge import Document, PartKind, Question, fold
from dealbot.domain.practice.card import Card, CardKind
from dealbot.domain.practice.making import card_id, sentences_of, source_of
from dealbot.domain.practice.short_forms import short_forms_in, stands_for
from dealbot.domain.practice.telling import telling

GAP = "____"
_PARTS = (PartKind.ANSWER, PartKind.REASONING)
_DEFINES = re.compile(
    r"^(?P<article>(?:An? |The )?)(?P<term>[A-Za-z0-9&][\w&’'/-]*(?: [\w&’'/-]+){0,3}?)(?P<aside> \([^)]*\))?"
    r" (?P<says>(?:is|are|means|refers to|stands for) .+)$"
)
_IS_SAME = re.compile(r"^(?:is|are|means|stands for) (?:an? |the )?(?P<means>[^:,;.]+)(?P<mark>[:,]) (?P<rest>.+)$")
_AND_ANOTHER = re.compile(r", (?:and|while) (?:an? )?[A-Z][A-Z0-9&]+ (?:is|are|means)\b.*$")
_LAW = re.compile(
    r"\b(?P<law>(?:[A-Z0-9][\w’'-]* (?:(?:of|and|for|the) )*)+(?:Act|Rule))\b"
    r"(?= (?:introduced|requires?|required|governs?|regulates?|mandates?|protects?|limits?))"
)
_BEFORE_LAW = re.compile(r"^(?:(?:When|After|Since|Before|Because|If|As|Under|The) )?(?:the )?")
_DEFINING = re.compile(r"\b(?:what (?:is|are|do|does)|stand for|mean|define|difference)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:such (?!as\b)|these|those|this)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:is|are|means) (?:(?:\w+ ){0,2}(?:crucial|essential|important|key|vital|critical)|about|where|why|how"
    r"|when)\b",
    re.IGNORECASE,
)
_NO_TERM = frozenset("this that it these those there here what which answer first second all each our my your".split())
_SMALL = frozenset(
    "a about an and as at be by for from he her his in is no not of on or our she so the to with you".split()
)
_DANGLES = re.compile(r"\babout (?:it|them)[.;:,]*$")
_ANOTHER = re.compile(r"(?<=[a-z)])\. (?=[A-Z0-9]).*$")
_FEWEST_WORDS = 7
_MOST_WORDS = 60


class _Gap(NamedTuple):
    sentence: str
    names: tuple[str, ...]


def cloze_cards(document: Document, glossary: Glossary) -> list[Card]:
    """The gaps of all answers, each term once."""
    cards: dict[str, Card] = {}
    for question in document.questions:
        for sentence in _sentences(question):
            gap = _gap(sentence, question, glossary)
            if gap is not None and _is_fair(gap):
                cards.setdefault(fold(gap.names[0]), _card(document, question, sentence, gap))
    return list(cards.values())


def _sentences(question: Question) -> Iterator[str]:
    parts = (part for part in question.parts if part.kind in _PARTS)
    return (sentence for part in parts for sentence in sentences_of(part.span.quote))


def _card(document: Document, question: Question, sentence: str, gap: _Gap) -> Card:
    return Card(
        card_id(document, CardKind.CLOZE, gap.names[0]),
        CardKind.CLOZE,
        document.path,
        question.category,
        f"Which word or name is missing? {gap.sentence}",
        source_of(document, question.heading, sentence),
        accepted=gap.names,
        question=question.id,
    )


def _gap(sentence: str, question: Question, glossary: Glossary) -> _Gap | None:
    found = _LAW.search(sentence)
    return _law_gap(sentence, found["law"]) if found is not None else _term_gap(sentence, question, glossary)


def _law_gap(sentence: str, law: str) -> _Gap:
    law = _BEFORE_LAW.sub("", law)
    names = (law, law.removeprefix("21st Century "))
    return _Gap(sentence.replace(law, GAP), tuple(dict.fromkeys(names)))


def _term_gap(sentence: str, question: Question, glossary: Glossary) -> _Gap | None:
    found = _DEFINES.match(sentence)
    if found is None or not _is_term(found["term"], question, glossary):
        return None
    if _DANGLES.search(found["says"]):
        return None
    names = _names(found["term"], f"{found['term']}{found['aside'] or ''}", glossary)
    says = _AND_ANOTHER.sub(".", _ANOTHER.sub(".", found["says"]))
    same = _IS_SAME.match(says)
    if same is not None and stands_for(found["term"], same["means"]):
        names = tuple(dict.fromkeys((*names, same["means"])))
    if same is not None and fold(same["means"]) in map(fold, names):
        rest = same["rest"]
        if same["mark"] == ":":
            return _Gap(f"{GAP}: {rest}", names)
        whose = rest.startswith("which ")
        return _Gap(f"{_any_article(found['article'])}{GAP} {rest.removeprefix('which ')}", names) if whose else None
    return _Gap(f"{_any_article(found['article'])}{GAP} {says}", names)


def _any_article(article: str) -> str:
    """The article before a gap, without the letter that tells how the word begins."""
    return "A(n) " if article in {"A ", "An "} else article


def _is_term(term: str, question: Question, glossary: Glossary) -> bool:
    """Whether it is a term that tells: one of the trade, or one that the question asks for by name."""
    folded = fold(term)
    words = folded.split()
    if not _NO_TERM.isdisjoint(words) or not _SMALL.isdisjoint({words[0], words[-1]}):
        return False
    known = any(folded in map(name_words, entry.names) for entry in glossary.terms)
    return known or bool(_DEFINING.search(question.text) and f" {folded} " in f" {fold(question.text)} ")


def _names(term: str, written: str, glossary: Glossary) -> tuple[str, ...]:
    """All names of a term: as written, what a bracket after it says, and those of the glossary."""
    spelled = (name for form in short_forms_in(written) for name in form)
    words = fold(term)
    known = (name for entry in glossary.terms if words in map(name_words, entry.names[:2]) for name in entry.names)
    return tuple(dict.fromkeys((term, *spelled, *known)))


def _is_fair(gap: _Gap) -> bool:
    """Whether a sentence with a gap says enough to fill it, and does not hold what is missing."""
    rest = f" {fold(gap.sentence.replace(GAP, ' '))} "
    given_away = any(f" {fold(name)} " in rest or f" {fold(name)}s " in rest for name in gap.names)
    told = telling(rest)
    half_told = any(len(told & telling(name)) * 2 >= len(telling(name)) > 0 for name in gap.names[:2])
    opening = " ".join(gap.sentence.split()[:5])
    return (
        not (given_away or half_told or _POINTS_BACK.search(gap.sentence))
        and _FEWEST_WORDS <= len(rest.split()) <= _MOST_WORDS
        and not _VAGUE.search(opening)
    )
