"""The sentences of a passage, and the rows of its tables, with their offsets, each with the label it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import Passage, plain
from dealbot.knowledge.tables import Row, rows_in

_LABEL = re.compile(r"\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:(?:\*\*|__)(?P<label>[^*_\n]{2,40}?):?(?:\*\*|__)\s*:?\s*)?")
_END = re.compile(r"(?<=[.!?])[\"'”’)\]*_]*\s+(?=[\"'“‘(\[*_]*[A-Z0-9])")
_BARE = frozenset({"answer", ""})
# What the reader of a guide is asked in turn answers nothing.
_ASIDE = frozenset({"follow-up", "follow up", "follow-up points", "follow-up point"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in its document; `label` tells what it is for where it is no plain answer.

    Of the row of a table `told` is what it says with the headers that its values stand under.
    """

    label: str
    span: Span
    told: str = ""

    @property
    def says(self) -> str:
        """What it says, as it reads."""
        return self.told or plain(self.span.quote)


def sentences_of(passage: Passage, text: str) -> Iterator[Sentence]:
    """The sentences in order, of a passage of a document's text; a label holds for the rest of its line.

    A row of a table is one, whole even where the passage is not, and is told with its headers.
    """
    rows = {text.rfind("\n", 0, row.start) + 1: row for row in rows_in(text, passage.span.start, passage.span.end)}
    at = passage.span.start
    for line in passage.span.quote.splitlines(keepends=True):
        begins = text.rfind("\n", 0, at) + 1
        if begins not in rows:
            yield from _said(line, at)
        elif at == max(begins, passage.span.start):
            yield from _row(rows[begins], text)
        at += len(line)


def _row(row: Row, text: str) -> Iterator[Sentence]:
    if told := str(row):
        yield Sentence("", Span(text[row.start : row.end], row.start, row.end), told)


def _said(line: str, at: int) -> Iterator[Sentence]:
    head = _LABEL.match(line)
    start = head.end() if head else 0
    label = (head["label"] or "").strip() if head else ""
    if label.casefold() in _ASIDE:
        return
    for first, last in _cut(line, start):
        quote = line[first:last]
        if any(map(str.isalnum, quote)):
            yield Sentence("" if label.casefold() in _BARE else label, Span(quote, at + first, at + last))


def _cut(line: str, start: int) -> Iterator[tuple[int, int]]:
    end = len(line.rstrip())
    for bound in _END.finditer(line, start, end):
        stop = bound.start() + len(bound[0].rstrip())
        yield start, stop
        start = bound.end()
    if start < end:
        yield start, end
