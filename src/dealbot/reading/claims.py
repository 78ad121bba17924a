"""A model's items as statements: each with its words found in the note, or rejected and counted.

Where only the wording of a step or signal says more than the note, the note's own words take its place.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from dealbot.domain.evidence import Span
from dealbot.domain.observation import (
    ConcernStatement,
    PersonStatement,
    Reading,
    SignalStatement,
    StepStatement,
    ViewStatement,
)
from dealbot.domain.stakeholder import Side, Stance
from dealbot.domain.title import function_of
from dealbot.reading.align import Page, Window, words_in
from dealbot.reading.concern_rules import leans
from dealbot.reading.flaws import Flaw, FlawKind
from dealbot.reading.grounding import due_of, unbacked, written, written_name
from dealbot.reading.namelike import ambiguous, plain
from dealbot.reading.ports import NoteText
from dealbot.reading.pseudonyms import Pseudonyms
from dealbot.reading.schema import ConcernItem, Items, PersonItem, SignalItem, StepItem, ViewItem

_MAX_WORDING = 160
_ARTICLE = re.compile(r"^(?:the|their|our|his|her)\s+", re.IGNORECASE)
Item = PersonItem | ConcernItem | StepItem | SignalItem | ViewItem
AnyItem = TypeVar("AnyItem", bound=Item)


@dataclass(frozen=True, slots=True)
class Ground:
    """What claims are held against: the note, the part of it that was asked about, the pseudonyms it was sent under."""

    page: Page
    note: NoteText
    window: Window
    names: Pseudonyms
    sentinels: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Claims:
    """Checks items one by one and keeps what is wrong with them."""

    ground: Ground
    flaws: list[Flaw] = field(default_factory=list)

    def people(self, items: Iterable[tuple[str, PersonItem, Span]]) -> Iterator[PersonStatement]:
        for where, item, span in items:
            name, title = self._who(item)
            if name is None and title is None:
                self._flaw(FlawKind.INVENTED_NAME, where, "this person is not written in the note")
                continue
            stance = item.stance if item.side is Side.BUYER else None
            roles = frozenset(item.roles)
            yield PersonStatement(name, title, item.function, item.side, roles, stance, span, item.said_by)

    def concerns(self, items: Iterable[tuple[str, ConcernItem, Span]]) -> Iterator[ConcernStatement]:
        for where, item, span in items:
            holder = self._holder(where, item.holder)
            leaning = leans(item.status, span.quote)
            yield ConcernStatement(holder, item.topic, item.status, item.blocking, span, item.said_by, leaning)

    def steps(self, items: Iterable[tuple[str, StepItem, Span]]) -> Iterator[StepStatement]:
        page, note = self.ground.page, self.ground.note
        for where, item, span in items:
            due_text = self._as_written(item.due_text)
            due = due_of(item.due, due_text, note)
            if item.due and due is None:
                self._flaw(FlawKind.UNBACKED_DUE, where, "no words of the note tell this due date")
            owner = self._holder(where, item.owner)
            action = self._wording(where, item.action, span, unbacked(page, self._shown(item.action), note, due))
            yield StepStatement(action, owner, item.side, due, due_text, span)

    def signals(self, items: Iterable[tuple[str, SignalItem, Span]]) -> Iterator[SignalStatement]:
        page, note = self.ground.page, self.ground.note
        for where, item, span in items:
            detail = self._wording(where, item.detail, span, unbacked(page, self._shown(item.detail), note))
            yield SignalStatement(item.kind, detail, span, item.said_by)

    def views(self, items: Iterable[tuple[str, ViewItem, Span]]) -> Iterator[ViewStatement]:
        for where, item, span in items:
            person = self._holder(where, item.person)
            if person is not None and item.stance is not Stance.UNKNOWN:
                yield ViewStatement(person, item.stance, span)

    def quoted(self, key: str, items: Iterable[AnyItem]) -> Iterator[tuple[str, AnyItem, Span]]:
        """Items with the place of their quote; those without one, and leaks of the prompt's examples, are left out."""
        for number, item in enumerate(items):
            where = f"{key}[{number}]"
            span = next(filter(None, map(self._find, dict.fromkeys(self.ground.names.readings(item.quote)))), None)
            if self._leaks(item):
                self._flaw(FlawKind.LEAKED, where, "this comes from the examples, not from the note")
            elif span is None:
                self._flaw(FlawKind.NOT_QUOTED, where, f"not copied from the note: {item.quote[:80]}")
            else:
                yield where, item, span

    def _who(self, item: PersonItem) -> tuple[str | None, str | None]:
        """Name and title as the note writes them; a title given as a name is a title; neither for somebody invented."""
        name, title = self._name(item.name), self._as_written(item.title)
        if item.name and name is None:
            return None, None
        words = (name or "").casefold().split()
        if name is not None and function_of(name) and all(plain(word) or ambiguous(word) for word in words):
            return None, title or name
        return name, title

    def _find(self, quote: str) -> Span | None:
        return self.ground.page.find(quote, self.ground.window)

    def _leaks(self, item: Item) -> bool:
        words = {word for value in item.model_dump().values() if isinstance(value, str) for word in words_in(value)}
        return bool(words & self.ground.sentinels - self.ground.page.vocabulary)

    def _name(self, name: str | None) -> str | None:
        shown = _ARTICLE.sub("", self._shown(name or ""))
        return written_name(self.ground.page, shown) if shown else None

    def _holder(self, where: str, holder: str | None) -> str | None:
        """A person, title or body as the note writes it; somebody invented is nobody."""
        if not holder:
            return None
        found = self._name(holder) or self._as_written(holder)
        if found is None:
            self._flaw(FlawKind.INVENTED_NAME, where, f"not written in the note: {holder[:60]}")
        return found

    def _as_written(self, words: str | None) -> str | None:
        return written(self.ground.page, self._shown(words), self.ground.window) if words else None

    def _wording(self, where: str, words: str, span: Span, flaw: FlawKind | None) -> str:
        if flaw is not None:
            self._flaw(flaw, where, f"says more than the note: {words[:80]}")
        shown = self._shown(words)
        return shown if shown and flaw is None else _tidy(span.quote)

    def _shown(self, words: str) -> str:
        return _tidy(self.ground.names.restore(words))

    def _flaw(self, kind: FlawKind, where: str, hint: str) -> None:
        self.flaws.append(Flaw(kind, where, hint))


def ground_items(items: Items, ground: Ground, reader: str) -> tuple[Reading, tuple[Flaw, ...]]:
    """The statements the note backs, and what was wrong with the rest."""
    claims = _Claims(ground)
    reading = Reading(
        ground.note.on,
        people=tuple(claims.people(claims.quoted("people", items.people))),
        concerns=tuple(claims.concerns(claims.quoted("concerns", items.concerns))),
        next_steps=tuple(claims.steps(claims.quoted("next_steps", items.next_steps))),
        signals=tuple(claims.signals(claims.quoted("signals", items.signals))),
        views=tuple(claims.views(claims.quoted("views", items.views))),
        reader=reader,
    )
    return reading, tuple(claims.flaws)


def _tidy(words: str) -> str:
    """One line of visible characters, cut to a length a person reads."""
    visible = "".join(letter if letter.isspace() or unicodedata.category(letter)[0] != "C" else "" for letter in words)
    line = re.sub(r"\s+", " ", visible).strip()
    return line if len(line) <= _MAX_WORDING else line[:_MAX_WORDING].rpartition(" ")[0] or line[:_MAX_WORDING]
