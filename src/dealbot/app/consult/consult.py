"""A question that the built-in reader is not sure of, answered with a model's help: our own answer, or cited sentences.

Whatever goes wrong, and whatever a model says that the facts do not carry, the built-in answer stands.
"""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from dealbot.app.answer import Answer, Json, each_once, evidence_json
from dealbot.app.consult.facts import Fact, Found
from dealbot.app.consult.look import Look, LookUp, SearchNotes, Show
from dealbot.app.consult.verify import Sentence, verified
from dealbot.app.learned import LONGEST
from dealbot.app.question import Intent, Question, Talk
from dealbot.app.wording import cited
from dealbot.errors import DealbotError
from dealbot.reading.consulting import Consult, Consultation, Told, Tool
from dealbot.reading.pseudonyms import Known

_SEVERAL = re.compile(r"\?[\s\"')]*\w.*\?", re.DOTALL)
_NOT_FOR_A_MODEL = frozenset({Intent.LOG_NOTE, Intent.NEED_DEAL, Intent.HELP})
_LONGEST_LINE = 160
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look-up gave, and who is known in it."""

    question: Question
    answer: Answer
    known: Known


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a question: whom it may be about, what was talked of, and how the asker looks things up."""

    known: Known
    talk: Talk
    today: date
    look: Callable[[Look], Looked]


def unsure(question: Question, answer: Answer) -> bool:
    """Whether a model may read a question better: a guess, several in one, or one that the notes tell nothing of."""
    if question.intent in _NOT_FOR_A_MODEL:
        return False
    found_nothing = question.intent is Intent.LEARNED and not answer.answered and question.named is None
    return question.guessed or found_nothing or _SEVERAL.search(question.text) is not None


def consulted(consult: Consult, question: Question, answer: Answer, around: Around) -> tuple[Question, Answer]:
    """Answer with a model's help, or as answered already."""
    found = Found()
    try:
        words = consult(Consultation(_inputs(question, around), around.known, _tools(found, around)))
    except DealbotError as error:
        _log.info("a question was answered without the model: %s", error.code)
        return question, answer
    if found.shown is not None:
        return found.shown
    sentences, dropped = verified(words, found.facts)
    _log.info("a model's answer: %d facts, %d sentences, %d dropped", len(found.facts), len(sentences), dropped)
    if not sentences:
        return question, answer
    return replace(question, intent=Intent.LEARNED, guessed=False), _written(sentences, around.today)


def _inputs(question: Question, around: Around) -> dict[str, str]:
    return {
        "question": question.text,
        "today": f"{around.today:%A}, {around.today.isoformat()}",
        "deal": question.deal or "none named",
        "talk": around.talk.intent.value if around.talk.intent else "nothing",
    }


def _tools(found: Found, around: Around) -> tuple[Tool, ...]:
    def look(given: Look) -> Told:
        try:
            looked = around.look(given)
        except DealbotError as error:
            return Told([f"not known: {error}"])
        return Told(found.keep(looked.question, looked.answer), looked.known)

    def show(given: Show) -> Told:
        found.shown = found.answers.get(given.answer)
        return Told(["shown" if found.shown else "There is no such answer."])

    return Tool("look_up", LookUp, look), Tool("search_notes", SearchNotes, look), Tool("show", Show, show, ends=True)


def _written(sentences: tuple[Sentence, ...], today: date) -> Answer:
    """As many sentences as a phone shows, each with the line or the words it rests on."""
    texts = [f"{one.text}\n  {_shown(one.facts[0], today)}" for one in sentences]
    fits = sum(len("\n".join(texts[: count + 1])) <= LONGEST for count in range(len(texts)))
    shown = sentences[: max(fits, 1)]
    told: list[Json] = [{"text": one.text, "evidence": [evidence_json(each) for each in one.evidence]} for one in shown]
    sources = each_once(each for one in shown for each in one.evidence)
    text = "\n".join(texts[: len(shown)])
    return Answer(Intent.LEARNED, answered=True, text=text, data={"sentences": told}, sources=sources)


def _shown(fact: Fact, today: date) -> str:
    if fact.quotes:
        return cited(fact.quotes[0], today)
    return fact.line if len(fact.line) <= _LONGEST_LINE else f"{fact.line[:_LONGEST_LINE].rstrip()}…"
