"""The sentences of a passage with their offsets, each with the label it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import Passage

_LABEL = re.compile(r"\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:(?:\*\*|__)(?P<label>[^*_\n]{2,40}?):?(?:\*\*|__)\s*:?\s*)?")
_END = re.compile(r"(?<=[.!?])[\"'”’)\]*_]*\s+(?=[\"'“‘(\[*_]*[A-Z0-9])")
_BARE = frozenset({"answer", ""})
# What the reader of a guide is asked in turn answers nothing.
_ASIDE = frozenset({"follow-up", "follow up", "follow-up points", "follow-up point"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in its document; `label` tells what it is for where it is no plain answer."""

    label: str
    span: Span


def sentences_of(passage: Passage) -> Iterator[Sentence]:
    """The sentences in order; a label holds for the rest of its line."""
    at = passage.span.start
    for line in passage.span.quote.splitlines(keepends=True):
        head = _LABEL.match(line)
        start = head.end() if head else 0
        label = (head["label"] or "").strip() if head else ""
        if label.casefold() in _ASIDE:
            at += len(line)
            continue
        for first, last in _cut(line, start):
            quote = line[first:last]
            if any(map(str.isalnum, quote)):
                yield Sentence("" if label.casefold() in _BARE else label, Span(quote, at + first, at + last))
        at += len(line)


def _cut(line: str, start: int) -> Iterator[tuple[int, int]]:
    end = len(line.rstrip())
    for bound in _END.finditer(line, start, end):
        stop = bound.start() + len(bound[0].rstrip())
        yield start, stop
        start = bound.end()
    if start < end:
        yield start, end
