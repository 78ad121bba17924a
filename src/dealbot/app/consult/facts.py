"""What was looked up in one consultation: answers with ids, and their lines, each with its evidence, as facts."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dealbot.app.answer import Answer
from dealbot.app.question import Question
from dealbot.app.wording import short_quote
from dealbot.domain.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of an answer, the deals it is of, and the evidence that it rests on; `quotes` are those it shows."""

    id: str
    line: str
    deals: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    quotes: tuple[Evidence, ...] = ()

    @property
    def text(self) -> str:
        """All that a sentence citing it may say: the line, whose deal it is of, its quotes, who wrote them and when."""
        said = (f"{one.quote}\n{one.author or ''}, {one.on:%A} {one.on.day} {one.on:%B %Y}" for one in self.quotes)
        return "\n".join((self.line, *self.deals, *said))


@dataclass(slots=True)
class Found:
    """What the look-ups of one consultation returned, and the answer that is to be shown as it is, if one is."""

    answers: dict[str, tuple[Question, Answer]] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    shown: tuple[Question, Answer] | None = None

    def keep(self, question: Question, answer: Answer) -> list[str]:
        """Keep an answer and give its lines with their ids; what has no evidence has none."""
        if not answer.answered:
            return [f"not known: {line}" for line in answer.text.splitlines()]
        name = f"a{len(self.answers) + 1}"
        self.answers[name] = question, answer
        of = f" of {', '.join(question.all_deals)}" if question.all_deals else ""
        return [f"{name}: {question.intent.value}{of}", *self._lines(question, answer)]

    def _lines(self, question: Question, answer: Answer) -> Iterator[str]:
        for line in _lines(answer.text):
            fact = self._fact(line, question.all_deals, answer.said) if answer.said else None
            yield f"{fact.id}: {line}" if fact else line

    def _fact(self, line: str, deals: tuple[str, ...], sources: tuple[Evidence, ...]) -> Fact:
        quotes = tuple(one for one in sources if _shows(line, one))
        new = Fact(f"e{len(self.facts) + 1}", line, deals, quotes or sources, quotes)
        fact = next((one for one in self.facts.values() if replace(one, id=new.id) == new), new)
        self.facts[fact.id] = fact
        return fact


def _lines(text: str) -> Iterator[str]:
    """The lines of an answer; an indented one with the line that it belongs to."""
    lines = text.splitlines()
    head = ""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("  "):
            yield f"{head} {line.strip()}"
            continue
        head = line
        if line.strip() and not after.startswith("  "):
            yield line.strip()


def _shows(line: str, evidence: Evidence) -> bool:
    """Whether a line shows the words of a piece of evidence, whole or cut short."""
    return " ".join(evidence.quote.split()) in line or f'"{short_quote(evidence.quote)}"' in line
