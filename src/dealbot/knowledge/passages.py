"""Documents cut into passages that an embedding sees whole, each with the headings it stands under."""

import re
from collections.abc import Callable, Iterator, Sequence

from dealbot.domain.evidence import Span
from dealbot.domain.knowledge import Document, Passage, searched, stable_id

Count = Callable[[str], int]

# After a sentence or a line, then after a word. A word that is too long alone, an address, is cut anywhere.
_BOUNDS = (re.compile(r"(?<=[.!?])[\"'”’)\]*_]*\s+(?=\S)|\n+"), re.compile(r"\s+"))
_LETTERS = 40
_BREADCRUMB_SHARE = 0.5


def passages_of(document: Document, count: Count, most: int) -> tuple[Passage, ...]:
    """Cut a document; `count` tells how many word pieces a text has, and no passage has more than `most`.

    A section is one passage where it fits. Else it is cut between blocks, between sentences of a block that is too
    long alone, only then between words, and within a word last; every passage repeats where it stands. An id lasts
    while the path, the headings and the passage's place below them do.
    """
    seen: dict[tuple[str, ...], int] = {}
    passages = []
    for section in document.sections:
        breadcrumb = _shortened((document.about.title, *section.heading), count, int(most * _BREADCRUMB_SHARE))
        pieces = _Cutting(document.text, breadcrumb, count, most)
        for start, end in pieces.cut([(span.start, span.end) for span in section.blocks]):
            number = seen[section.heading] = seen.get(section.heading, 0) + 1
            name = stable_id(document.path, *section.heading, str(number))
            span = Span(document.text[start:end], start, end)
            passages.append(Passage(name, document.path, section.heading, breadcrumb, span))
    return tuple(passages)


def _shortened(breadcrumb: tuple[str, ...], count: Count, most: int) -> tuple[str, ...]:
    """The headings that leave room for the text: the outer ones go first, then the end of the innermost."""
    while len(breadcrumb) > 1 and count(searched(breadcrumb, "")) > most:
        breadcrumb = breadcrumb[1:]
    while count(searched(breadcrumb, "")) > most and len(breadcrumb[0]) > 1:
        shorter = breadcrumb[0][: len(breadcrumb[0]) * 3 // 4]
        breadcrumb = (shorter.rpartition(" ")[0] or shorter,)
    return breadcrumb


class _Cutting:
    def __init__(self, text: str, breadcrumb: tuple[str, ...], count: Count, most: int) -> None:
        self._text = text
        self._breadcrumb = breadcrumb
        self._count = count
        self._most = most

    def cut(self, spans: Sequence[tuple[int, int]], finer: int = 0) -> Iterator[tuple[int, int]]:
        """Put neighbouring spans together while they fit; cut one that alone does not at the next finer bounds."""
        start = end = None
        for first, last in spans:
            if start is not None and self._fits(start, last):
                end = last
                continue
            if start is not None and end is not None:
                yield start, end
            start, end = first, last
            if not self._fits(first, last) and finer <= len(_BOUNDS):
                yield from self.cut(list(self._finer(first, last, finer)), finer + 1)
                start = end = None
        if start is not None and end is not None:
            yield start, end

    def _finer(self, start: int, end: int, finer: int) -> Iterator[tuple[int, int]]:
        if finer == len(_BOUNDS):
            yield from ((at, min(end, at + _LETTERS)) for at in range(start, end, _LETTERS))
            return
        at = start
        for bound in _BOUNDS[finer].finditer(self._text, start, end):
            gap = bound.end() - len(bound[0]) + len(bound[0].rstrip())
            yield at, gap
            at = bound.end()
        yield at, end

    def _fits(self, start: int, end: int) -> bool:
        return self._count(searched(self._breadcrumb, self._text[start:end])) <= self._most
