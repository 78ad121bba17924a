"""A free question is answered in the notes' own words, by whom it asks about, or not at all."""

from datetime import date

import pytest

from dealbot.app.answer import Answer, Deal
from dealbot.app.deal_names import DealName
from dealbot.app.learned import learned
from dealbot.app.question import Asking, Intent, Question
from dealbot.app.reply import reply
from dealbot.app.sayings import ReadNote, Sayings, sayings_of
from dealbot.app.understand.builtin import BuiltinQuestions
from dealbot.domain.concern import ConcernTopic
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import Stance
from tests.app.encoder import WordsEncoder
from tests.builders import a_concern, a_deal, a_person, an_observation

TRANSCRIPT = """\
# Call with Orchard Valley

**[SAM]** Thanks for making time. What eats most of your week?

**[NADIA]** Honestly, credentialing. We check every travel nurse by hand, and half of them twice.

It takes three people. Nobody likes it.

**[SAM]** And if you could change one thing about the vendors you buy from, what would it be?

**[NADIA]** I'd love to see one contract instead of six. I'd love a price per bed that I can explain to my board.

And I'd love to hear about outages before my nurses do.

But most of all I want somebody to call at night.

**[SAM]** Why did the last rollout slip?

**[NADIA]** It slipped because the badge readers came late. Two months late.

**[SAM]** What about your competitors?

**[NADIA]** We don't talk about those.
"""
MEMO = """\
Dana Ruiz, CFO, 40 min
- training has to fit into one shift, she says
- wants three years of savings shown
Raj Patel joined late
- the interface queue is full until February
- security has no open points
"""


def orchard() -> Deal:
    return a_deal(
        an_observation(
            a_person("Nadia Prentiss", "Chief Nursing Officer", Stance.SUPPORTIVE, "somebody to call"), "11-02"
        )
    )


def lakeshore() -> Deal:
    return a_deal(
        an_observation(a_person("Dana Ruiz", "CFO", Stance.CONCERNED, "wants three years of savings shown"), "11-16"),
        an_observation(a_person("Raj Patel", "CIO", Stance.CONCERNED, "the interface queue is full"), "11-16"),
    )


def notes(text: str, on: date = date(2026, 11, 2)) -> Sayings:
    return Sayings((ReadNote.of("n1", on, "Sam Okafor", text),), WordsEncoder())


def ask(text: str, deal: Deal, sayings: Sayings) -> Answer:
    question = BuiltinQuestions().read(text, Asking((DealName(deal.name),), lambda _: deal.state.people))
    return reply(question, deal, lambda: sayings)


def test_what_somebody_wants_is_told_in_their_words() -> None:
    answer = ask("what does she want from vendors?", orchard(), notes(TRANSCRIPT))
    assert (answer.intent, answer.answered) == (Intent.LEARNED, True)
    assert "I'd love to see one contract instead of six." in answer.text
    assert "I'd love a price per bed that I can explain to my board." in answer.text
    assert answer.text.startswith("Nadia Prentiss, 2 Nov:\n")


def test_why_something_happened_is_told_with_its_reason() -> None:
    answer = ask("why did the rollout slip?", orchard(), notes(TRANSCRIPT))
    assert "It slipped because the badge readers came late." in answer.text


def test_a_sentence_that_leans_on_its_neighbour_brings_it_along() -> None:
    answer = ask("how many people does credentialing take?", orchard(), notes(TRANSCRIPT))
    assert "We check every travel nurse by hand, and half of them twice." in answer.text
    assert "It takes three people." in answer.text


@pytest.mark.parametrize("text", ["what did she say about sepsis?", "why did the merger fail?"])
def test_what_the_notes_do_not_tell_is_not_answered(text: str) -> None:
    answer = ask(text, orchard(), notes(TRANSCRIPT))
    assert (answer.answered, answer.sources) == (False, ())
    assert answer.text.startswith("Nothing in the notes of Lakeshore Health")


def test_who_is_asked_about_is_who_is_quoted() -> None:
    answer = ask("what did Raj say about the interface queue?", lakeshore(), notes(MEMO))
    assert "the interface queue is full until February" in answer.text
    assert "three years" not in answer.text


def test_what_another_said_is_not_put_in_somebodys_mouth() -> None:
    answer = ask("what did Dana say about the interface queue?", lakeshore(), notes(MEMO))
    assert (answer.answered, answer.text) == (
        False,
        "Nothing in the notes of Lakeshore Health from Dana Ruiz about that.",
    )


def test_what_somebody_wants_needs_no_subject() -> None:
    answer = ask("what does Dana want?", lakeshore(), notes(MEMO))
    assert "wants three years of savings shown" in answer.text


def test_an_answer_has_at_most_four_sentences_of_bearable_length() -> None:
    long = "\n".join(f"- training plan {number} " + "and so on " * 40 for number in range(9))
    answer = ask("what was said about the training plan?", lakeshore(), notes(long))
    assert 1 <= len(answer.sources) <= 4
    assert len(answer.text) <= 1000


def test_every_source_is_the_note_at_its_offsets() -> None:
    answer = ask("what does she want from vendors?", orchard(), notes(TRANSCRIPT))
    assert answer.sources
    for source in answer.sources:
        assert isinstance(source, Evidence)
        assert TRANSCRIPT[source.span.start : source.span.end] == source.quote
        assert (source.note, source.on, source.author) == ("n1", date(2026, 11, 2), "Sam Okafor")


def test_of_two_people_heard_alike_a_pronoun_means_neither() -> None:
    answer = ask("what does he want?", lakeshore(), notes("Dana wants savings.\nRaj wants a date."))
    assert "from" not in answer.text.split("\n", maxsplit=1)[0] or not answer.answered


def test_a_worry_is_found_by_what_it_is_about_whatever_its_words() -> None:
    text = "Dana Ruiz says nobody signs anything before the merger closes."
    worry = a_concern("Dana Ruiz", ConcernTopic.BUDGET_ROI, text)
    deal = a_deal(
        an_observation(a_person("Dana Ruiz", "CFO"), "11-02", note="n1"), an_observation(worry, "11-02", note="n1")
    )
    assert text in ask("what did Dana Ruiz say about the budget?", deal, notes(text)).text
    assert not ask("what did Dana Ruiz say about training?", deal, notes(text)).answered


@pytest.mark.parametrize(
    ("after", "whose"),
    [
        ("Wants three references.", {"dana ruiz"}),
        ("She wants three references.", {"dana ruiz"}),
        ("I send three references.", set()),
        ("Legal wants their own paper.", set()),
        ("And procurement wants a discount.", set()),
        ("Their IT team wants a test.", {"raj patel"}),
        ("Raj wants finance to pay.", {"raj patel"}),
    ],
)
def test_a_sentence_goes_on_with_whoever_was_named_unless_it_has_somebody_of_its_own(
    after: str, whose: set[str]
) -> None:
    note = notes(f"Dana Ruiz is worried. {after}").notes[0]
    assert sayings_of(note, lakeshore().state.people)[-1].by == whose


def test_no_notes_tell_nothing() -> None:
    answer = learned(Question("why?", Intent.LEARNED, "Lakeshore Health"), lakeshore(), Sayings((), WordsEncoder()))
    assert not answer.answered


def test_a_long_note_is_sifted_and_still_found() -> None:
    text = "\n\n".join(f"They walked through ward {number} and looked at beds." for number in range(400))
    answer = ask(
        "what did they say about the badge readers?", lakeshore(), notes(text + "\n\nThe badge readers broke.")
    )
    assert "The badge readers broke." in answer.text


def test_a_reply_knows_the_question_it_answers() -> None:
    sayings = sayings_of(notes(TRANSCRIPT).notes[0], orchard().state.people)
    reply_to = {saying.text: saying.asked for saying in sayings}
    assert reply_to["It slipped because the badge readers came late."] == "Why did the last rollout slip?"
    assert reply_to["But most of all I want somebody to call at night."].startswith("And if you could change one thing")


def test_what_was_read_of_the_account_falls_back_on_the_notes_words() -> None:
    answer = ask("which competitors are there?", orchard(), notes("They talk to two competitors besides us."))
    assert (answer.intent, answer.answered) == (Intent.COMPETITION, True)
    assert "They talk to two competitors besides us." in answer.text
