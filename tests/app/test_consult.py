"""When a model is asked, and what is made of what it says."""

from datetime import date

import pytest

from dealbot.app.answer import Answer
from dealbot.app.consult.consult import Around, Looked, consulted, unsure
from dealbot.app.consult.look import Look, LookUp, SearchNotes, Show
from dealbot.app.learned import LONGEST
from dealbot.app.question import Intent, Question, Talk
from dealbot.domain.evidence import Evidence, Span
from dealbot.errors import StoreUnavailable
from dealbot.reading.consulting import Consultation
from dealbot.reading.faults import Fault, ModelFault
from dealbot.reading.pseudonyms import Known

QUESTION = Question("what holds the nurses back?", Intent.CONCERNS, "Lakeshore", guessed=True)
BUILT_IN = Answer(Intent.CONCERNS, answered=False, text="Nothing.")
WORDS = tuple(f"nurses {fear} the rounding view {'clicks ' * 40}" for fear in ("fear", "hate", "dread", "shun"))


def said(quote: str) -> Evidence:
    return Evidence("n1", date(2026, 3, 10), "Priya Nair", Span(quote, 0, len(quote)))


def look(given: Look) -> Looked:
    question = given.question(QUESTION.text, "Lakeshore")
    answer = Answer(question.intent, answered=True, text="\n".join(WORDS), sources=tuple(map(said, WORDS)))
    return Looked(question, answer, Known())


AROUND = Around(Known(), Talk(), date(2026, 3, 20), look)


@pytest.mark.parametrize(
    ("question", "answered", "asked"),
    [
        (Question("Where does it stand?", Intent.STANDING, "Lakeshore"), True, False),
        (Question("Where does it stand?", Intent.STANDING, "Lakeshore", guessed=True), True, True),
        (Question("Who worries? And when did we last call?", Intent.CONCERNS, "Lakeshore"), True, True),
        (Question("Really??", Intent.STANDING, "Lakeshore"), True, False),
        (Question("What did they say of clicks?", Intent.LEARNED, "Lakeshore"), True, False),
        (Question("What did they say of clicks?", Intent.LEARNED, "Lakeshore"), False, True),
        (Question("What did Bob say of clicks?", Intent.LEARNED, "Lakeshore", named="Bob"), False, False),
        (Question("Tell me a joke", Intent.UNSUPPORTED), False, False),
        (Question("What is the mood?", Intent.NEED_DEAL, guessed=True), False, False),
        (Question("Met Dana. She likes it.", Intent.LOG_NOTE, guessed=True), False, False),
    ],
)
def test_a_model_is_asked_what_is_a_guess_several_questions_or_not_in_the_notes(
    question: Question,
    answered: bool,  # noqa: FBT001
    asked: bool,  # noqa: FBT001
) -> None:
    assert unsure(question, Answer(question.intent, answered, "")) is asked


def test_a_look_is_a_question_of_ours_with_its_limits() -> None:
    given = LookUp(kind=Intent.NEXT_STEPS, person="Dana", since="last week")
    assert given.question("q", "Lakeshore", ("p1",)) == Question(
        "q", Intent.NEXT_STEPS, "Lakeshore", people=("p1",), since="last week"
    )
    assert given.question("q", "Lakeshore").named == "Dana"
    assert LookUp(kind=Intent.PIPELINE).everywhere
    assert SearchNotes(words="clicks").question("q", "Lakeshore") == Question("clicks", Intent.LEARNED, "Lakeshore")


def test_no_more_sentences_are_told_than_a_phone_shows() -> None:
    def model(consultation: Consultation) -> str:
        consultation.tools[1].look(SearchNotes(words="nurses"))
        return "\n".join(f"{' '.join(words.split()[:30])}. [e{at}]" for at, words in enumerate(WORDS, 1))

    question, answer = consulted(model, QUESTION, BUILT_IN, AROUND)
    assert (question.intent, question.guessed, answer.answered) == (Intent.LEARNED, False, True)
    assert len(answer.text) <= LONGEST
    sentences = answer.data["sentences"]
    assert isinstance(sentences, list)
    assert 1 < len(sentences) == len(answer.sources) < len(WORDS)


def test_an_answer_that_the_model_shows_is_told_as_it_is() -> None:
    def model(consultation: Consultation) -> str:
        consultation.tools[0].look(LookUp(kind=Intent.ROLES))
        consultation.tools[2].look(Show(answer="a1"))
        return ""

    question, answer = consulted(model, QUESTION, BUILT_IN, AROUND)
    assert (question.intent, answer.text) == (Intent.ROLES, "\n".join(WORDS))


@pytest.mark.parametrize("error", [ModelFault(Fault.LATE), StoreUnavailable("locked")])
def test_whatever_goes_wrong_the_built_in_answer_stands(error: Exception) -> None:
    def model(_: Consultation) -> str:
        raise error

    assert consulted(model, QUESTION, BUILT_IN, AROUND) == (QUESTION, BUILT_IN)
