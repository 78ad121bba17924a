"""What somebody asked us for, in the notes' own words: sentences in which they want, need or ask for something."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dealbot.app.answer import Deal
from dealbot.app.patterns import alternatives
from dealbot.app.sayings import Sayings, asks, sayings_of
from dealbot.app.wording import QUOTE_WORDS
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence, Span
from dealbot.domain.force import Force, force

_WANTS = re.compile(
    r"\b(?:"
    + alternatives(r"""
        wants?|wanted|asked (?:for|to see|us for|whether)|asks for|needs? (?:to see|a|an|the|more|proof|numbers|data)
        would (?:like|love|want)|looking for|expects?|hopes? (?:for|to)|cares? (?:most )?about|insists? on
    """)
    + r") +(?P<what>[^.;!?\n]+)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[\s,]+(?:because|before|until|while|which|but|(?:and|so) (?:he|she|they|we|i|it|is|was|will|said|asked|wants?))"
    r"\b.*$|,\s+(?:he|she|they|we|i|it|which|so)\b.*$",
    re.IGNORECASE,
)


def wants_of(deal: Deal, person: Stakeholder, sayings: Sayings) -> tuple[tuple[str, Evidence], ...]:
    """What a person wants, the latest first: at most eight words each, with the sentence they stand in."""
    found = {words.casefold(): (words, told) for words, told in _wants(deal, person, sayings)}
    return tuple(sorted(found.values(), key=lambda each: (each[1].on, each[1].span.start), reverse=True))


def _wants(deal: Deal, person: Stakeholder, sayings: Sayings) -> Iterator[tuple[str, Evidence]]:
    said = (saying for note in sayings.notes for saying in sayings_of(note, deal.state.people))
    for saying in (each for each in said if each.by == {person.key} and not asks(each.text)):
        for match in _WANTS.finditer(saying.text):
            if force(saying.text, match.start()) is not Force.DENIED:
                yield _short(match["what"]), _quoted(saying.evidence, match)


def _quoted(sentence: Evidence, match: re.Match[str]) -> Evidence:
    """The words of a wish, within the sentence that tells it."""
    start = sentence.span.start + match.start()
    return replace(sentence, span=Span(match.group(), start, start + len(match.group())))


def _short(words: str) -> str:
    """The thing wanted, cut where the sentence goes on."""
    first = _GOES_ON.sub("", words).strip(" \"'\u201c\u201d")
    return " ".join(first.split()[:QUOTE_WORDS])
