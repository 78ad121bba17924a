"""What several people ask and no guide tells is put together, shown to enablement, and begun as a guide."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
import yaml

from dealbot.app.answer import Answer
from dealbot.app.desk import Desk
from dealbot.app.guides.answering import GuideAnswers
from dealbot.app.guides.draft import draft_of
from dealbot.app.guides.gaps import Gap, gaps, gaps_of, topic_of
from dealbot.app.guides.same_question import grouped
from dealbot.app.guides.unmet import Kept, Unfit, keep_unfit, keep_unmet, mark_of, without_names
from dealbot.app.question import Intent
from dealbot.domain.principal import Principal, Role
from dealbot.errors import NotAllowed, StoreUnavailable
from dealbot.knowledge.documents import document
from dealbot.store.database import open_database
from dealbot.store.unmet import Called, Unmet
from dealbot.wiring import open_builtin_reader, open_encoder
from tests.app.encoder import WordsEncoder
from tests.app.guides.shelf import Shelf

TODAY = date(2026, 11, 23)
EVA = Principal("local", "eva", "Eva", frozenset({Role.ENABLEMENT}))
ORACLE = ("What are the limits of Oracle Health?", "which limits has Oracle Health?", "Oracle Health limits")
ALIKE = np.ones((3, 3), dtype=np.float32)


def seller(name: str) -> Principal:
    return Principal("local", name, name, frozenset({Role.AE}))


def asked(*texts: str) -> list[Unmet]:
    return [Unmet(f"U{number}", TODAY - timedelta(days=number), text) for number, text in enumerate(texts)]


def never(_text: str) -> bool:
    return False


def never_asked(text: str) -> Answer:
    raise AssertionError(text)


def answer_of(guides: GuideAnswers, text: str) -> Answer:
    return guides.answer(text, TODAY, workspace="local")


def told(questions: Sequence[Unmet]) -> tuple[Gap, ...]:
    texts = tuple(dict.fromkeys(each.text for each in questions))
    vectors = WordsEncoder().encode(texts)
    return gaps(questions, texts, vectors @ vectors.T, never)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A ledger with nothing in it."""
    with open_database(f"sqlite:///{tmp_path}/dealbot.db") as database:
        reader = open_builtin_reader
        yield Desk(database, reader, reader, lambda: datetime(2026, 11, 23, 9, tzinfo=UTC), lambda: TODAY)


@pytest.fixture
def guides(shelf: Shelf) -> Iterator[GuideAnswers]:
    """Answers from the small shelf."""
    with closing(shelf.searcher()) as searcher:
        yield GuideAnswers(searcher)


def test_what_three_people_asked_in_other_words_is_one_gap() -> None:
    (gap,) = told(asked(*ORACLE, "What is TEFCA?"))

    assert (gap.askers, gap.latest) == (3, TODAY)
    assert set(gap.topic.split()) == {"limits", "Oracle", "Health"}
    assert gap.example in ORACLE
    assert set(gap.questions) == set(ORACLE)


def test_two_people_are_too_few_however_often_they_asked() -> None:
    questions = asked(*ORACLE)
    assert told([*questions[:2], Unmet("U0", TODAY, ORACLE[2])]) == ()


def test_what_was_asked_most_comes_first() -> None:
    tefca = [Unmet(f"V{number}", TODAY, "What is TEFCA?") for number in range(4)]
    assert [gap.askers for gap in told([*asked(*ORACLE), *tefca])] == [4, 3]


def test_what_a_guide_answers_by_now_is_no_gap() -> None:
    questions = asked(*ORACLE)
    assert gaps(questions, ORACLE, ALIKE, lambda text: text == ORACLE[0]) == ()
    (gap,) = gaps([*questions, Unmet("U9", TODAY, ORACLE[1])], ORACLE, ALIKE, lambda text: text == ORACLE[0])
    assert (gap.askers, set(gap.questions)) == (3, set(ORACLE[1:]))


def test_an_example_without_marks_is_shown_before_one_with_them() -> None:
    texts = ("does … meet Oracle Health limits", *ORACLE[1:])
    (gap,) = gaps(asked(*texts), texts, ALIKE, never)
    assert gap.example in ORACLE


def test_groups_do_not_depend_on_the_order_in_which_things_were_asked() -> None:
    texts = [*ORACLE, "What is TEFCA?", "explain TEFCA"]
    vectors = WordsEncoder().encode(texts)
    there, back = (grouped(texts[::step], (vectors @ vectors.T)[::step, ::step]) for step in (1, -1))
    assert there == back


def test_two_that_name_different_products_do_not_ask_the_same() -> None:
    texts = ["Epic limits", "Oracle Health limits"]
    assert len(grouped(texts, np.ones((2, 2), dtype=np.float32))) == 2


def test_questions_in_other_words_are_put_together_and_hardly_ever_two_things() -> None:
    same = yaml.safe_load(Path(__file__).with_name("gaps.yaml").read_text(encoding="utf-8"))
    of = {text: number for number, texts in enumerate(same) for text in texts}
    vectors = open_encoder().encode(list(of))
    groups = [[of[text] for text in group] for group in grouped(list(of), vectors @ vectors.T)]

    assert sum(len(set(group)) > 1 for group in groups) <= 1
    assert sum(len(group) >= 3 and len(set(group)) == 1 for group in groups) >= 18


@pytest.mark.parametrize(
    ("questions", "topic"),
    [
        (["Oracle Health limits?", "what are the limits of Oracle Health?"], "Oracle Health limits"),
        (["explain TEFCA"], "explain TEFCA"),
        (["what is TEFCA?"], "TEFCA"),
        (["how do … and rural hospitals pay?", "rural hospitals", "pitch for rural hospitals"], "rural hospitals"),
        (["one two three blue green red"], "one two three blue"),
    ],
)
def test_a_topic_is_words_of_the_questions_themselves(questions: list[str], topic: str) -> None:
    assert topic_of(questions) == topic


def test_questions_are_kept_without_names_and_shown_to_enablement_alone(desk: Desk, guides: GuideAnswers) -> None:
    assert gaps_of(desk, EVA, guides, WordsEncoder()) == ()
    for name, text in zip(("ann", "bob", "cy"), ORACLE, strict=True):
        assert keep_unmet(desk, seller(name), f"{text} says dana")

    (gap,) = gaps_of(desk, EVA, guides, WordsEncoder())

    assert gap.askers == 3
    assert not any("dana" in text for text in gap.questions)
    with pytest.raises(NotAllowed, match="Only enablement or an admin"):
        gaps_of(desk, seller("ann"), guides, WordsEncoder())


def test_what_the_shelf_tells_by_now_is_not_shown(desk: Desk, shelf: Shelf) -> None:
    for name in ("ann", "bob", "cy"):
        keep_unmet(desk, seller(name), "what is the warranty on infusion pumps?")
    with closing(shelf.searcher()) as searcher:
        (gap,) = gaps_of(desk, EVA, GuideAnswers(searcher), WordsEncoder())
    draft = draft_of([gap], "Eva", TODAY)

    shelf.put(f"guides/{draft.name}", draft.text)
    with closing(shelf.searcher()) as searcher:
        searcher.index.ingest()
        assert gaps_of(desk, EVA, GuideAnswers(searcher), WordsEncoder()) == (gap,)

    shelf.put(f"guides/{draft.name}", draft.text.replace("**Answer**:", "**Answer**: Two years on every pump."))
    with closing(shelf.searcher()) as searcher:
        searcher.index.ingest()
        assert gaps_of(desk, EVA, GuideAnswers(searcher), WordsEncoder()) == ()


def test_what_was_answered_with_something_else_is_a_gap_until_the_guides_say_other_words(
    desk: Desk, shelf: Shelf
) -> None:
    question = "what is the warranty on infusion pumps?"
    shelf.put("guides/pumps.md", f"# Pumps\n\n## {question}\nInfusion pumps come in three sizes.\n")
    with closing(shelf.searcher()) as searcher:
        searcher.index.ingest()
        guides = GuideAnswers(searcher)
        mark = mark_of(answer_of(guides, question))
        for name in ("ann", "bob", "cy"):
            asked = Unfit(question, mark)
            assert keep_unfit(desk, seller(name), asked, partial(answer_of, guides)) is Kept.NEW
            assert keep_unfit(desk, seller(name), asked, partial(answer_of, guides)) is Kept.BEFORE
        (gap,) = gaps_of(desk, EVA, guides, WordsEncoder())
        assert (gap.askers, gap.questions) == (3, (question,))

    shelf.put("guides/pumps.md", f"# Pumps\n\n## {question}\nTwo years of warranty on every infusion pump.\n")
    with closing(shelf.searcher()) as searcher:
        searcher.index.ingest()
        assert gaps_of(desk, EVA, GuideAnswers(searcher), WordsEncoder()) == ()


def test_of_a_question_without_its_names_the_mark_is_of_what_the_guides_say_to_that(desk: Desk) -> None:
    heard: list[str] = []

    def answer(text: str) -> Answer:
        heard.append(text)
        return Answer(Intent.KNOWLEDGE, answered=False, text="")

    assert keep_unfit(desk, EVA, Unfit("what is TEFCA, says dana", "0" * 24), answer) is Kept.NEW
    with desk.reading(EVA) as books:
        (kept,) = books.unmet.since(date.min)
    assert (heard, kept.unfit) == ([kept.text], "")
    assert "dana" not in kept.text


@pytest.mark.parametrize("text", ["private: what is TEFCA?", "does this deal need TEFCA?", "x" * 301])
def test_a_tap_keeps_no_more_than_a_question_without_an_answer_does(desk: Desk, text: str) -> None:
    assert keep_unfit(desk, EVA, Unfit(text, "0" * 24), never_asked) is Kept.NEVER


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("private: what is TEFCA?", None),
        ("and the pitfall?", "how do we answer a nurse?"),
        ("what is TEFCA? " * 30, None),
        ("who is it?", None),
        ("she wants to know what TEFCA is, what do I say?", None),
        ("does this deal need TEFCA?", None),
        ("is patient John Smith covered, admitted 3/4?", None),
    ],
)
def test_what_is_private_leans_on_something_or_says_nothing_is_not_kept(
    desk: Desk, text: str, before: str | None
) -> None:
    assert not keep_unmet(desk, EVA, text, before)
    with desk.reading(EVA) as books:
        assert books.unmet.since(date.min) == ()


@pytest.mark.parametrize(
    "text",
    [
        "does Lakeshore know TEFCA?",
        "what does lakeshore want",
        "is TEFCA for general hospital?",
        "what of Summit's BAA?",
    ],
)
def test_a_question_about_a_deal_is_not_kept(text: str) -> None:
    called = Called((("Lakeshore", "Lakeshore Health"), ("General Hospital",), ("Summit",)), ())
    assert without_names(text, called) is None
    assert without_names("how do we plan a summit of nurses?", called) == "how do we plan a summit of nurses?"


def test_a_ledger_that_cannot_be_written_keeps_no_one_from_an_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unavailable(_desk: Desk, _principal: Principal) -> None:
        raise StoreUnavailable("The ledger is locked.")

    monkeypatch.setattr(Desk, "writing", unavailable)
    assert not keep_unmet(desk, EVA, "what is TEFCA?")


def test_a_guide_begun_of_gaps_reads_as_one_of_ours_with_empty_answers() -> None:
    odd = ('what about "quotes": and #hash?', "…'s [link](x) | pipes")
    found = [Gap("Oracle Health limits", 3, TODAY, ORACLE[0], ORACLE), Gap("quotes hash", 3, TODAY, odd[0], odd)]

    draft = draft_of(found, 'Eva "E" Lee', TODAY)
    guide = document(draft.name, draft.text.encode())

    assert draft.name == "asked-and-in-no-guide.md"
    assert (guide.about.title, guide.about.author) == ("Asked and in no guide", 'Eva "E" Lee')
    assert guide.about.modified_on == TODAY
    assert guide.about.tags == ("Oracle Health limits", "quotes hash")
    assert [(q.category, q.text) for q in guide.questions] == [
        ("Oracle Health limits", "What are the limits of Oracle Health?"),
        ("Quotes hash", 'What about "quotes": and hash?'),
        ("Quotes hash", "...'s link(x) pipes?"),
    ]
    assert list(chain.from_iterable(question.parts for question in guide.questions)) == []


def test_a_guide_of_one_gap_is_named_by_its_topic() -> None:
    draft = draft_of([Gap("Oracle Health limits", 3, TODAY, ORACLE[0], ORACLE)], "Eva", TODAY)
    assert draft.name == "oracle-health-limits.md"
    assert 'term: "Oracle Health limits"' in draft.text
