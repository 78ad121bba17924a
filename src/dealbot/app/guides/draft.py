"""A guide begun of what stands in none: its questions as headings, the answers left to who knows them."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from dealbot.app.guides.gaps import Gap
from dealbot.app.stems import stems_of
from dealbot.reading.nameless import GONE

_HEADINGS = 5
_LABELS = ("Answer", "Pitfall to avoid", "Follow-up")


@dataclass(frozen=True, slots=True)
class DraftGuide:
    """A guide to be filled in and dropped in chat; `name` is for its file."""

    name: str
    text: str


def draft_of(gaps: Sequence[Gap], author: str, on: date) -> DraftGuide:
    """Begin a guide in the layout of the playbooks, a section for each gap, with every answer empty."""
    topics = [_one_line(gap.topic) for gap in gaps]
    title = topics[0] if len(topics) == 1 else "Asked and in no guide"
    lines = ["---", *_head(title, topics, author, on), "---", "", "## Questions and answers"]
    numbers = count(1)
    for gap, topic in zip(gaps, topics, strict=True):
        lines += ["", f"### {_capital(topic)}"]
        for question in _apart(gap.questions)[:_HEADINGS]:
            lines += ["", f"#### {next(numbers)}. {question}", *(f"- **{label}**:" for label in _LABELS)]
    return DraftGuide(f"{'-'.join(re.findall(r'[a-z0-9]+', title.casefold()))}.md", "\n".join((*lines, "")))


def _head(title: str, topics: Sequence[str], author: str, on: date) -> Iterator[str]:
    values = {
        "term": _capital(title),
        "description": f"Asked and in no guide: {', '.join(topics)}.",
        "category": "Topic",
        "vertical": "Healthcare",
        "pubDate": on.isoformat(),
        "modDate": on.isoformat(),
        "author": author,
        "tags": topics,
    }
    # What JSON writes is YAML too, however a question is written.
    return (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())


def _apart(questions: Iterable[str]) -> list[str]:
    """The wordings as headings that ask, without those that ask in the same telling words as one before."""
    apart: dict[frozenset[str], str] = {}
    for question in questions:
        asked = _one_line(question).rstrip(" ?.!")
        apart.setdefault(stems_of(asked), f"{_capital(asked)}?")
    return list(apart.values())


def _one_line(text: str) -> str:
    """A text that makes one heading: none of the signs that Markdown reads otherwise."""
    return " ".join(text.replace(GONE, "...").translate(str.maketrans("", "", "#*_`<>[]|\\")).split())


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
