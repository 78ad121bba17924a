"""An answer from the knowledge is made of its own sentences, each with where it stands; nothing is made up."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date

import pytest

from dealbot.app.guides.answering import Before, GuideAnswers
from dealbot.app.guides.search import Searcher
from dealbot.app.guides.specialists import Specialist, about_ourselves, specialist_for
from dealbot.domain.knowledge import plain
from dealbot.domain.search import Citation
from tests.app.guides.shelf import ALARMS, RULE, Shelf

TODAY = date(2026, 11, 22)


class Reversing:
    """A sharpener that turns the order around and puts the question before in front."""

    def standalone(self, question: str, before: str) -> str:
        return f"{before} {question}"

    def order(self, question: str, passages: Sequence[str]) -> Sequence[int]:
        return range(len(passages))[::-1] if "alarm" in question else range(len(passages))


@pytest.fixture
def searcher(shelf: Shelf) -> Iterator[Searcher]:
    """A searcher of the small shelf."""
    with closing(shelf.searcher()) as opened:
        yield opened


def cited(sources: Sequence[object]) -> list[Citation]:
    """The sources, all of which are citations."""
    found = [source for source in sources if isinstance(source, Citation)]
    assert len(found) == len(sources)
    return found


@pytest.mark.parametrize(
    "question",
    ["what about a nurse and alarm fatigue?", "procurement wants a cheaper bid", "outpatient conversion factor"],
)
def test_every_sentence_stands_in_the_document_that_it_cites(shelf: Shelf, searcher: Searcher, question: str) -> None:
    answer = GuideAnswers(searcher).answer(question, TODAY)
    quoted = [line.partition("“")[2].removesuffix("”") for line in answer.text.splitlines() if line.startswith("•")]

    assert answer.answered
    assert quoted == [plain(source.quote) for source in cited(answer.sources)]
    for source in cited(answer.sources):
        text = (shelf.root / source.document).read_text()
        assert text[source.span.start : source.span.end] == source.quote


def test_document_heading_and_day_are_told(searcher: Searcher) -> None:
    answer = GuideAnswers(searcher).answer("what do I answer a nurse who complains about alarm fatigue", TODAY)

    where = "Alarms on the ward › Noise › What do you answer when a nurse complains about alarm fatigue?, 1 Oct"
    assert f"({where})" in answer.text
    assert answer.as_json()["sources"]
    assert {"document", "heading", "on", "quote", "start", "end"} <= set(answer.as_json()["sources"][0])  # type: ignore[arg-type,index]


def test_what_a_guide_warns_of_is_labelled_and_what_it_asks_in_turn_is_left_out(searcher: Searcher) -> None:
    text = GuideAnswers(searcher).answer("promising a nurse no false alarms fatigue", TODAY).text

    assert "• Pitfall to avoid: “Promising that there will be no false alarms at all.”" in text
    assert "Which ward is loudest?" not in text


def test_a_proposed_rule_is_never_worded_as_in_force(searcher: Searcher) -> None:
    text = GuideAnswers(searcher).answer("what does the outpatient conversion factor rule change", TODAY).text

    assert "published 1 Jul; proposed, not in force" in text
    assert "in force" not in text.replace("not in force", "")


def test_asked_whether_a_rule_holds_that_is_told_first(searcher: Searcher) -> None:
    text = GuideAnswers(searcher).answer("is the outpatient conversion factor rule of CMS final", TODAY).text

    assert text.startswith("Outpatient payment, proposed rule: proposed, not in force.\n• ")
    assert "published 1 Jul)" in text


def test_as_of_a_day_no_rule_is_known_that_came_later_nor_what_it_replaced(shelf: Shelf, searcher: Searcher) -> None:
    final = RULE.replace("id: test-1", "id: test-2\nsupersedes: [test-1]").replace("proposed", "final")
    shelf.put(
        "policies/final.md", final.replace("status: final", "status: in_force").replace("2026-07-01", "2026-11-01")
    )
    searcher.index.ingest()
    before, after = (
        GuideAnswers(searcher).answer("what does the outpatient conversion factor rule change", on)
        for on in (date(2026, 10, 31), TODAY)
    )

    assert {source.document for source in cited(before.sources)} == {"policies/outpatient.md"}
    assert "; proposed, not in force" in before.text
    assert cited(after.sources)[0].document == "policies/final.md"
    assert "; a proposal that was superseded, not in force" in after.text


def test_asked_of_a_rule_it_tells_what_that_changes_before_what_to_ask(shelf: Shelf, searcher: Searcher) -> None:
    asks = "\n## Questions to ask the CFO\n\nWhat is the outpatient payment rule to your outpatient payment?\n"
    shelf.put("policies/outpatient.md", RULE + asks)
    searcher.index.ingest()
    answers = GuideAnswers(searcher)

    assert answers.answer("outpatient payment rule", TODAY).text.startswith(
        "From the guides:\n• “CMS proposes to lower"
    )
    assert "“What is the outpatient" in answers.answer("what to ask on the outpatient payment rule", TODAY).text


@pytest.mark.parametrize("question", ["what is Prices and discounts?", "discounts"])
def test_a_document_is_found_by_the_words_of_its_title(searcher: Searcher, question: str) -> None:
    assert cited(GuideAnswers(searcher).answer(question, TODAY).sources)[0].document == "guides/prices.md"


def test_what_must_be_looked_at_first_is_told_once_at_the_end(shelf: Shelf, searcher: Searcher) -> None:
    shelf.put(
        "policies/outpatient.md", RULE.replace("status: proposed", "status: proposed\nto_review: A court may act.")
    )
    searcher.index.ingest()
    text = GuideAnswers(searcher).answer("what does the outpatient conversion factor rule change", TODAY).text

    assert "proposed, not in force; to be reviewed first)" in text
    assert text.endswith("\nBefore you rely on it: A court may act.")


def test_asked_what_to_avoid_it_tells_what_a_guide_warns_of(shelf: Shelf, searcher: Searcher) -> None:
    many = "Ask a nurse about alarm fatigue. Ask a nurse of alarm noise. Ask a nurse whom the alarm fatigues. "
    shelf.put("guides/alarms.md", ALARMS.replace("Ask which alarms", f"{many}Ask which alarms"))
    searcher.index.ingest()
    question = "what should I {}say to a nurse about alarm fatigue"

    assert "Pitfall to avoid: " in GuideAnswers(searcher).answer(question.format("not "), TODAY).text
    assert "Pitfall to avoid: " not in GuideAnswers(searcher).answer(question.format(""), TODAY).text


def test_a_passage_without_a_sentence_that_answers_is_no_answer(shelf: Shelf, searcher: Searcher) -> None:
    shelf.put("guides/alarms.md", "# Zebra crossing\n\n- **Follow-up**: Which zebra crossing?\n")
    searcher.index.ingest()

    assert not GuideAnswers(searcher).answer("zebra crossing", TODAY).answered


def test_an_answer_that_stands_in_the_row_of_a_table_is_that_row_with_its_headers(
    shelf: Shelf, searcher: Searcher
) -> None:
    rows = "".join(
        f"| Ward {letter} | {number} beds | The head of ward {letter}. |\n"
        for number, letter in enumerate("ABCDEFGHIJKLM")
    )
    shelf.put(
        "guides/wards.md",
        f"# Wards\n\n| Ward | Size | Signs |\n|---|---|---|\n{rows}| Zebra | 90 beds | Dr. Ortiz. Alone |\n",
    )
    searcher.index.ingest()
    answer = GuideAnswers(searcher).answer("who signs for the zebra ward", TODAY)

    assert answer.text.count("• Ward: ") == 1
    assert "\n• Ward: Zebra · Size: 90 beds · Signs: Dr. Ortiz. Alone\n" in answer.text
    assert "|" not in answer.text
    (source,) = [each for each in cited(answer.sources) if "Zebra" in each.quote]
    text = (shelf.root / source.document).read_text()
    assert text[source.span.start : source.span.end] == source.quote == "| Zebra | 90 beds | Dr. Ortiz. Alone |"


def test_nothing_is_said_where_the_guides_tell_nothing(searcher: Searcher) -> None:
    answer = GuideAnswers(searcher).answer("which beaches does Peru have", TODAY)

    assert (answer.answered, answer.sources) == (False, ())
    assert answer.text.startswith("Nothing in the guides about that, and I make nothing up. Nearest: ")


@pytest.mark.parametrize(
    ("question", "who", "subject"),
    [
        ("Is backup data encrypted in Frankfurt?", "security liaison", "backup"),
        ("do we pass FedRAMP Moderate", "security liaison", "FedRAMP"),
        ("which HL7 segments does Meditech get", "clinical engineer", "HL7"),
    ],
)
def test_no_compliance_claim_is_made_up_and_a_next_step_is_offered(
    searcher: Searcher, question: str, who: str, subject: str
) -> None:
    answer = GuideAnswers(searcher).answer(question, TODAY)

    assert not answer.answered
    assert answer.data["route"] == who
    assert f"To keep it as a next step, log: “I'll ask our {who} about {subject} by Friday.”" in answer.text


def test_what_our_own_product_has_is_left_to_who_knows(shelf: Shelf, searcher: Searcher) -> None:
    shelf.put("guides/soc.md", "# SOC 2 reports\n\nA SOC 2 Type II report covers a period of months.\n")
    searcher.index.ingest()
    text = GuideAnswers(searcher).answer("are we SOC 2 Type II certified, do we have the report", TODAY).text

    assert "“A SOC 2 Type II report covers a period of months.”" in text
    assert text.endswith("What our own product has or does, the guides do not tell: ask our security liaison.")


def test_a_sharpener_completes_the_question_and_orders_what_is_found(searcher: Searcher) -> None:
    answers = GuideAnswers(searcher, Reversing())
    followed = answers.answer("before the first night shift?", TODAY, Before("how do you test alarms"))
    plainly = GuideAnswers(searcher).answer("how do you test alarms before the first night shift?", TODAY)

    assert followed.data["passages"] == list(plainly.data["passages"])[::-1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "who", "ours"),
    [
        ("are we HIPAA compliant?", Specialist.SECURITY_LIAISON, True),
        ("what is a BAA", Specialist.SECURITY_LIAISON, False),
        ("does our product speak FHIR", Specialist.CLINICAL_ENGINEER, True),
        ("how do I answer a price objection", None, False),
    ],
)
def test_who_knows_is_told_by_the_words(question: str, who: Specialist | None, ours: object) -> None:
    assert specialist_for(question) is who
    assert about_ourselves(question) is ours


def test_who_asks_for_more_is_told_what_else_the_guides_say_until_that_is_all(shelf: Shelf, searcher: Searcher) -> None:
    many = " ".join(f"A nurse complains about alarm fatigue {number}." for number in range(7))
    shelf.put("guides/alarms.md", ALARMS.replace("Ask which alarms", f"{many} Ask which alarms"))
    shelf.put("guides/more.md", f"# Fatigue\n\n{many}\n\n## Soup\n\nSoup with noodles.\n")
    searcher.index.ingest()
    answers, question = GuideAnswers(searcher), "what do I answer a nurse who complains about alarm fatigue"
    told = [answers.answer(question, TODAY)]
    while told[-1].answered:
        told.append(answers.answer("more", TODAY, Before(question, len(told) - 1)))
    sources = [source for answer in told for source in cited(answer.sources)]

    assert len(told) > 2
    assert len(sources) == len({(source.document, source.span.start) for source in sources})
    assert told[-1].text == "That is all the guides say about it."
    assert {source.document for source in sources} >= {"guides/alarms.md", "guides/more.md"}
    assert not any("noodles" in source.quote for source in sources)
    assert answers.answer("more", TODAY, Before("which beaches does Peru have")).text.startswith(
        "Nothing in the guides"
    )
    assert answers.answer("why?", TODAY, Before(question)).text == told[0].text
