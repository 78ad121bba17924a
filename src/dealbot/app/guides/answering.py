"""A question answered from the knowledge: sentences as they stand there, each with where; or that there is nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dealbot.app.answer import Answer
from dealbot.app.guides.search import Searcher, Wanted
from dealbot.app.guides.sentences import Sentence, sentences_of
from dealbot.app.guides.sharpening import AS_ASKED, Sharpener
from dealbot.app.guides.specialists import about_ourselves, specialist_for
from dealbot.app.question import Intent
from dealbot.domain.knowledge import plain
from dealbot.domain.policy_words import standing_of
from dealbot.domain.search import Citation, Found, Hit, dated

_RERANKED = 8
_SOURCES = 3
_SENTENCES = 3
_NEAR = 0.4


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence that answers, and the hit it stands in."""

    hit: Hit
    sentence: Sentence


class GuideAnswers:
    """Answers from the knowledge, in its own words only."""

    def __init__(self, searcher: Searcher, sharpener: Sharpener = AS_ASKED) -> None:
        """Answer with what is found; the sharpener may put a model's reading of the question before that."""
        self._searcher = searcher
        self._sharpener = sharpener

    def answer(self, question: str, today: date, before: str | None = None, workspace: str | None = None) -> Answer:
        """Answer one question for somebody of a workspace; `before` is the question asked before it in the talk."""
        asked = self._sharpener.standalone(question, before) if before else question
        found = self._searcher.search(asked, Wanted(_RERANKED, workspace=workspace))
        if not found.hits:
            return _nothing(asked, found)
        order = self._sharpener.order(asked, [hit.passage.searched for hit in found.hits])
        hits = [found.hits[place] for place in order]
        quoted = self._chosen(asked, hits[:_SOURCES])
        return Answer(
            Intent.KNOWLEDGE,
            answered=True,
            text=_text(asked, quoted, today),
            data={"passages": [_shape(hit) for hit in hits]},
            sources=tuple(Citation.of(each.hit, each.sentence.span) for each in quoted),
        )

    def _chosen(self, question: str, hits: Sequence[Hit]) -> list[Quoted]:
        """The nearest sentences of the first hit, and the nearest one of each other where it is near."""
        candidates = [Quoted(hit, sentence) for hit in hits for sentence in sentences_of(hit.passage)]
        vectors = self._searcher.encode([question, *(plain(each.sentence.span.quote) for each in candidates)])
        likeness = dict(zip(map(id, candidates), (vectors[1:] @ vectors[0]).tolist(), strict=True))
        chosen = []
        for hit in hits:
            own = [each for each in candidates if each.hit is hit]
            best = sorted(own, key=lambda each: (-likeness[id(each)], each.sentence.span.start))
            chosen += (
                best[:_SENTENCES] if hit is hits[0] else [each for each in best[:1] if likeness[id(each)] >= _NEAR]
            )
        return sorted(chosen, key=lambda each: (hits.index(each.hit), each.sentence.span.start))


def _text(question: str, quoted: Sequence[Quoted], today: date) -> str:
    lines, told = ["From the guides:"], set[str]()
    for _, group in groupby(quoted, key=lambda each: each.hit.passage.id):
        several = list(group)
        lines += [_line(each.sentence) for each in several]
        document = several[0].hit.document
        lines.append(_where(several[0].hit, None if document.path in told else today))
        told.add(document.path)
    who = specialist_for(question)
    if who is not None and about_ourselves(question):
        lines.append(f"What our own product has or does, the guides do not tell: ask our {who}.")
    return "\n".join(lines)


def _line(sentence: Sentence) -> str:
    label = f"{sentence.label}: " if sentence.label else ""
    return f"• {label}“{plain(sentence.span.quote)}”"


def _where(hit: Hit, today: date | None) -> str:
    """Where it stands: the title, the headings, the day, and of a rule whether it holds; not where no day is given."""
    document = hit.document
    on = dated(document)
    day = "no date" if on is None else on.isoformat()
    parts = [" › ".join((document.about.title, *hit.passage.heading)), day]
    if document.policy is not None:
        parts[1] = f"published {day}" if today is None else f"published {day}; {standing_of(document.policy, today)}"
    return f"({', '.join(parts)})"


def _nothing(question: str, found: Found) -> Answer:
    """Say that there is nothing, what comes nearest, and whom to ask."""
    who = specialist_for(question)
    nearest = f" Nearest: {'; '.join(found.nearest)}." if found.nearest else ""
    text = f"Nothing in the guides about that, and I make nothing up.{nearest}"
    if who is not None:
        text += f"\nOur {who} can tell. To keep it as a next step, log: “I ask our {who} about this by Friday.”"
    data = {"passages": [], "nearest": list(found.nearest), "route": who.value if who else None}
    return Answer(Intent.KNOWLEDGE, answered=False, text=text, data=data)


def _shape(hit: Hit) -> dict[str, str]:
    return {"document": hit.document.path, "heading": " > ".join(hit.passage.heading)}
