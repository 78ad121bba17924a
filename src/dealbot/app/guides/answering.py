"""A question answered from the knowledge: sentences as they stand there, each with where; or that there is nothing."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from dealbot.app.answer import Answer
from dealbot.app.guides.search import LOOKED_THROUGH, Searcher, Wanted
from dealbot.app.guides.sentences import Sentence, sentences_of
from dealbot.app.guides.sharpening import AS_ASKED, Sharpener, asks_further
from dealbot.app.guides.specialists import about_ourselves, specialist_for, step_to_ask, subject_of
from dealbot.app.question import Intent
from dealbot.app.stems import stems_of
from dealbot.app.wording import day
from dealbot.domain.knowledge import PartKind
from dealbot.domain.policy_words import standing_of
from dealbot.domain.search import Citation, Found, Hit, dated
from dealbot.knowledge.labels import kind_of

_RERANKED = 8
_SOURCES = 3
_SENTENCES = 3
_NEAR = 0.4
_CHANGES = ("What changes",)  # as every note on a rule has it
_ASKS_HOW_TO_TALK = re.compile(
    r"\b(?:ask\w*|say\w*|said|tell|told|talk\w*|position\w*|pitch\w*|answer\w*|avoid\w*|questions|who|exposed|affect\w*|hit|for)\b",
    re.IGNORECASE,
)
_ASKS_WHAT_TO_AVOID = re.compile(
    r"\b(?:(?:should|must|can|may|do)(?: (?:i|we|you))? (?:not|never)|shouldn'?t|not to|avoid\w*|pitfalls?"
    r"|mistakes?)\b",
    re.IGNORECASE,
)
_ASKS_WHETHER_IT_HOLDS = re.compile(
    r"\b(?:final|finali[sz]ed|in (?:force|effect)|effective|takes? effect|still (?:valid|holds?|stands?|law)|proposed"
    r"|proposal|vacated|superseded|replaced|withdrawn|struck down|valid|when (?:does|do|did|will))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence that answers, and the hit it stands in."""

    hit: Hit
    sentence: Sentence

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands: the document, and where in it."""
        return self.hit.document.path, self.sentence.span.start


@dataclass(frozen=True, slots=True)
class Before:
    """What was asked before in a talk, and how often more of it was asked."""

    question: str
    further: int = 0


class GuideAnswers:
    """Answers from the knowledge, in its own words only."""

    def __init__(self, searcher: Searcher, sharpener: Sharpener = AS_ASKED) -> None:
        """Answer with what is found; the sharpener may put a model's reading of the question before that."""
        self._searcher = searcher
        self._sharpener = sharpener

    def answer(self, question: str, on: date, before: Before | None = None, workspace: str | None = None) -> Answer:
        """Answer one question as of a day, for somebody of a workspace; `before` was asked before it in the talk.

        Who asks for more of that is told what else the guides say, as long as there is anything near.
        """
        further = before.further + 1 if before and asks_further(question) else 0
        asked = self._asked(question, before, further)
        found = self._searcher.search(asked, Wanted(LOOKED_THROUGH, on=on, workspace=workspace))
        nearest = _what_it_says_first(asked, found.hits)[:_RERANKED]
        order = self._sharpener.order(asked, [hit.passage.searched for hit in nearest])
        hits = [nearest[place] for place in order]
        further_on = [*hits, *(hit for hit in found.hits if hit not in nearest)]
        quoted = next(islice(self._in_turn(asked, further_on), further, None), [])
        if not quoted:
            return _no_more() if further and hits else _nothing(asked, found)
        return Answer(
            Intent.KNOWLEDGE,
            answered=True,
            text=_text(asked, quoted, on),
            data={"passages": [_shape(hit) for hit in hits], **_routed(asked if about_ourselves(asked) else "")},
            sources=tuple(Citation.of(each.hit, each.sentence.span) for each in quoted),
        )

    def _asked(self, question: str, before: Before | None, further: int) -> str:
        """The question as it would be asked without the one before."""
        if before is None:
            return question
        return before.question if further else self._sharpener.standalone(question, before.question)

    def _in_turn(self, question: str, hits: Sequence[Hit]) -> Iterator[list[Quoted]]:
        """What answers, which may be nothing, then the rest of the first hit, and of the others what is near."""
        rest, told = list(hits), set[tuple[str, int]]()
        while rest:
            quoted = self._chosen(question, rest[:_SOURCES], hits[0], told)
            if quoted or not told:
                yield quoted
            told |= {each.place for each in quoted}
            rest = [hit for hit in rest if any(each.place not in told for each in _each_once([hit]))]
            rest = rest if quoted else rest[_SOURCES:]

    def _chosen(self, question: str, hits: Sequence[Hit], lead: Hit, told: Collection[tuple[str, int]]) -> list[Quoted]:
        """The nearest sentences of the first hit, and the nearest one of each other where it is near.

        Who asks what to avoid is told what these guides warn of.
        """
        every = [each for each in _each_once(hits) if each.place not in told]
        candidates = _rows_asked(question, every)
        # Where another passage has the row that is asked for, that one leads.
        leading = candidates[0].hit if every and every[0].hit is lead else None
        warnings = [each for each in candidates if _warns(each)] if _ASKS_WHAT_TO_AVOID.search(question) else []
        likeness = self._likeness(question, warnings or candidates)
        chosen: list[Quoted] = []
        for hit in hits:
            own = [scored for scored in likeness if scored[0].hit is hit]
            first = hit is leading
            best = own[: _SENTENCES if first else 1]
            chosen += [each for each, cosine in best if first or warnings or cosine >= _NEAR]
        return sorted(chosen, key=lambda each: (hits.index(each.hit), each.sentence.span.start))

    def _likeness(self, question: str, candidates: Sequence[Quoted]) -> list[tuple[Quoted, float]]:
        """How near each sentence is to the question, the nearest first."""
        if not candidates:
            return []
        vectors = self._searcher.encode([question, *(each.sentence.says for each in candidates)])
        scored = zip(candidates, (vectors[1:] @ vectors[0]).tolist(), strict=True)
        return sorted(scored, key=lambda one: (-one[1], one[0].sentence.span.start))


def _each_once(hits: Sequence[Hit]) -> list[Quoted]:
    """The sentences of all hits; a row that two passages share is of the first."""
    found: dict[tuple[str, int], Quoted] = {}
    every = (Quoted(hit, sentence) for hit in hits for sentence in sentences_of(hit.passage, hit.document.text))
    for each in every:
        found.setdefault(each.place, each)
    return list(found.values())


def _rows_asked(question: str, candidates: Sequence[Quoted]) -> list[Quoted]:
    """The sentences, and of the rows below one heading those that have most words of the question."""
    asked, most = stems_of(question), dict[tuple[str, ...], int]()
    counted = [(each, _place(each.hit), len(asked & stems_of(each.sentence.told))) for each in candidates]
    for _, place, shared in counted:
        most[place] = max(most.get(place, 0), shared)
    return [each for each, place, shared in counted if not each.sentence.told or shared == most[place]]


def _place(hit: Hit) -> tuple[str, ...]:
    return (hit.document.path, *hit.passage.heading)


def _what_it_says_first(question: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits; where a rule comes first and nobody asks what to say of it, what it changes comes before all else."""
    if not hits or hits[0].document.policy is None or _ASKS_HOW_TO_TALK.search(question):
        return list(hits)
    says = [hit for hit in hits if hit.document.path == hits[0].document.path and hit.passage.heading[-1:] == _CHANGES]
    return [*says, *(hit for hit in hits if hit not in says)]


def _warns(quoted: Quoted) -> bool:
    """Whether a sentence stands under what is to be avoided: its label says so, or its heading."""
    heading = quoted.hit.passage.heading[-1:]
    return any(kind_of(label) is PartKind.PITFALL for label in (quoted.sentence.label, *heading))


def _text(question: str, quoted: Sequence[Quoted], on: date) -> str:
    first = quoted[0].hit.document
    lines, told = ["From the guides:"], set[str]()
    if first.policy is not None and _ASKS_WHETHER_IT_HOLDS.search(question):
        lines = [f"{first.about.title}: {standing_of(first.policy, on)}."]
        told.add(first.path)
    for _, group in groupby(quoted, key=lambda each: each.hit.passage.id):
        several = list(group)
        hit = several[0].hit
        lines += [*(_line(each.sentence) for each in several), _where(hit, on, again=hit.document.path in told)]
        told.add(hit.document.path)
    if first.policy is not None and first.policy.to_review is not None:
        lines.append(f"Before you rely on it: {first.policy.to_review.strip().rstrip('.')}.")
    who = specialist_for(question)
    if who is not None and about_ourselves(question):
        lines.append(f"What our own product has or does, the guides do not tell: ask our {who}.")
    return "\n".join(lines)


def _line(sentence: Sentence) -> str:
    if sentence.told:  # its headers stand elsewhere: no quotation marks
        return f"• {sentence.told}"
    label = f"{sentence.label}: " if sentence.label else ""
    return f"• {label}“{sentence.says}”"


def _where(hit: Hit, on: date, *, again: bool) -> str:
    """Where it stands: the title, the headings, the day, and of a rule whether it holds, unless that was told."""
    document = hit.document
    of = dated(document)
    parts = [" › ".join((document.about.title, *hit.passage.heading)), "no date" if of is None else day(of, on)]
    if document.policy is not None:
        parts[1] = f"published {parts[1]}" + ("" if again else f"; {standing_of(document.policy, on)}")
    return f"({', '.join(parts)})"


def _nothing(question: str, found: Found) -> Answer:
    """Say that there is nothing, what comes nearest, and whom to ask."""
    who = specialist_for(question)
    nearest = f" Nearest: {'; '.join(found.nearest)}." if found.nearest else ""
    text = f"Nothing in the guides about that, and I make nothing up.{nearest}"
    if who is not None:
        text += f"\nOur {who} can tell. To keep it as a next step, log: “{step_to_ask(who, subject_of(question, who))}”"
    data = {"passages": [], "nearest": list(found.nearest), **_routed(question)}
    return Answer(Intent.KNOWLEDGE, answered=False, text=text, data=data)


def _no_more() -> Answer:
    """Say that what was asked before is answered as far as the guides go."""
    text = "That is all the guides say about it."
    return Answer(Intent.KNOWLEDGE, answered=False, text=text, data={"passages": [], "nearest": [], "route": None})


def _routed(question: str) -> dict[str, str | None]:
    """Who is to be asked what the guides do not tell, and about what."""
    who = specialist_for(question)
    return {"route": who.value, "subject": subject_of(question, who)} if who else {"route": None}


def _shape(hit: Hit) -> dict[str, str]:
    return {"document": hit.document.path, "heading": " > ".join(hit.passage.heading)}
