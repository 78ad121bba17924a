"""Practice as it is shown: short, the answer first, nothing of a mark on a lock screen, and taken by Slack."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dealbot.app.card import MOST_LETTERS, MOST_LINES
from dealbot.app.chat.of_practice import (
    AnswerOrElse,
    CardsDue,
    CheckMarks,
    HandedIn,
    HowFar,
    Kept,
    Marked,
    MarkStands,
    OfficerSays,
    OfPractice,
    Over,
    Posed,
    PracticeSaid,
    Recounted,
    ToHandIn,
    Waits,
    WhichOfficer,
    WhichPoint,
    Whole,
)
from dealbot.app.practice.answering import Answered
from dealbot.app.practice.asking import Asked
from dealbot.app.practice.handing_in import Owed
from dealbot.app.practice.keeping import Progress, TopicShare
from dealbot.domain.evidence import Span
from dealbot.domain.practice.card import Card, CardKind, CardSource
from dealbot.domain.practice.cohort import Check, Signed, Verdict
from dealbot.domain.practice.mark import Mark, PitfallMark, PointMark, PointState, Rating
from dealbot.domain.practice.officer import Officer
from dealbot.domain.practice.review import KeptReview, Review
from dealbot.domain.practice.schedule import Choice
from dealbot.domain.practice.session import Item, Mode, Session
from dealbot.slack.blockcheck import check_message
from dealbot.slack.postings import Outlet, postings_of
from dealbot.slack.views.message import Message
from dealbot.slack.views.messages import message_of
from dealbot.slack.views.parts import harmless
from dealbot.slack.views.practice_marks import words_shown

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MET, PARTLY, UNSURE, MISSED = PointState.MET, PointState.PARTLY, PointState.UNSURE, PointState.MISSED
SOURCE = CardSource("cno.md", "CNO playbook", ("Workload", "Who clicks?"), "Pilot. Count. Staff.", date(2025, 1, 10))
RECALL = Card("c1", CardKind.RECALL, "cno.md", "Workload", "“Who does the extra clicks at night?”", SOURCE, ("a", "b"))
CHOICE = replace(RECALL, kind=CardKind.CHOICE, points=(), choices=("Wait.", "Ask."), accepted=("Ask.",))
SESSION = Session(Mode.WARM_UP, (Item("c1"), Item("c2"), Item("c3")), "CNO", position=1, id=7)
OWED = Owed(Check(1, ("c1",), ("U0TOM",), date(2026, 12, 4), id=3), "Nov", 1, 0, NOW, NOW)
HOSTILE = ["<!channel>", "*Bold* `code`", "x" * 3_000, "word " * 800, "&lt;"]


def point(text: str, state: PointState, words: str | None = None) -> PointMark:
    return PointMark(text, state, Span(words, 0, len(words)) if words else None)


MARK = Mark(
    0.6,
    Rating.GOOD,
    (point("pilot ward", MET, "a pilot"), point("click count", MET), point("night staffing", MISSED)),
)


def kept(mark: Mark = MARK, card: Card = RECALL, **more: Any) -> KeptReview:
    return KeptReview(5, "U0PRIYA", Review(card.id, card.kind, card.deck, Mode.WARM_UP, mark, "a pilot", NOW, **more))


def marked(mark: Mark = MARK, card: Card = RECALL, *, last: bool = False) -> Marked:
    asked = Asked(SESSION, card, card.prompt, 2, 3)
    return Marked(Answered(kept(mark, card), card, mark, SESSION, None if last else asked))


def shown(reply: OfPractice) -> Message:
    message = message_of(reply)
    assert message is not None
    return message


def sections(message: Message) -> str:
    return "\n".join(block["text"]["text"] for block in message.blocks if block["type"] == "section")


def taps(message: Message) -> list[str]:
    rows = (block["elements"] for block in message.blocks if block["type"] == "actions")
    return [text["text"]["text"] for row in rows for each in row for text in each.get("options", [each])]


def test_a_question_is_put_by_whoever_asks_it_and_tells_no_source() -> None:
    asked = Asked(SESSION, RECALL, f"The CNO asks: {RECALL.prompt}", 2, 3, "Open at Ana Gomez, Lakeshore: workload")
    message = shown(Posed(asked, replace(SESSION, id=6, position=2)))
    assert sections(message) == "*2 of 3 · the CNO asks:*\n“Who does the extra clicks at night?”"
    assert taps(message) == ["Skip", "Pause", "Back to 3 of 3"]
    assert message.text.splitlines()[0] == "Practice: question 2 of 3"
    assert "Open at Ana Gomez, Lakeshore: workload" in message.text
    assert "playbook" not in str(message)


def test_choices_are_letters_to_tap() -> None:
    message = shown(Posed(Asked(replace(SESSION, title="", mode=Mode.FACTS), CHOICE, CHOICE.prompt, 1, 3)))
    assert sections(message).splitlines()[2:] == ["a) Wait.", "b) Ask."]
    assert taps(message) == ["a", "b", "Skip", "Pause"]


def test_a_question_of_a_check_says_who_reads_it_and_cannot_be_skipped() -> None:
    check = replace(SESSION, mode=Mode.CHECK, title="November", check=3)
    message = shown(Posed(Asked(check, RECALL, RECALL.prompt, 1, 3)))
    assert "Check · Enablement reads this." in message.text
    assert "only you" not in message.text
    assert taps(message) == ["Pause"]


def test_a_mark_tells_what_is_covered_then_what_not_with_where_it_stands() -> None:
    message = shown(marked())
    assert sections(message).splitlines() == [
        "*Covered 2 of 3*",
        "• pilot ward",
        "• click count",
        "Not yet: “night staffing”",
        "(CNO playbook, Workload, Jan 2025)",
    ]
    assert taps(message) == ["I did say that", "Try again", "Next", "Words", "The guide's answer"]
    assert [each["type"] for each in message.blocks[-1]["elements"]] == ["button", "button", "button", "overflow"]
    assert message.text.splitlines()[0] == "Your answer 1 of 3 was read"


def test_what_is_unsure_is_asked_and_a_pitfall_is_told_first() -> None:
    points = (point("pilot ward", UNSURE), point("click count", PARTLY), *(point(f"p{n}", MISSED) for n in range(3)))
    message = shown(marked(Mark(0.2, Rating.AGAIN, points, PitfallMark("Promising headcount."))))
    assert sections(message).splitlines() == [
        "*Perhaps covered: 2 of 5*",
        "That is what the guide warns of: “Promising headcount.”",
        "Partly: “click count”",
        "Not yet:",
        "• “p0”",
        "• “p1”",
        "and 1 more",
        "(CNO playbook, Workload, Jan 2025)",
        "Did you say this? “pilot ward”",
    ]
    assert taps(message) == ["Yes", "No", "Next", "I did say that", "Try again", "The guide's answer"]
    assert len(message.blocks[-1]["elements"]) == 4


def test_of_nothing_covered_it_is_said_once_and_the_points_follow() -> None:
    points = tuple(point(f"p{n}", MISSED) for n in range(5))
    lines = sections(shown(marked(Mark(0.0, Rating.AGAIN, points)))).splitlines()
    assert lines[:5] == ["*Not covered yet: 5 points*", "• “p0”", "• “p1”", "• “p2”", "and 2 more"]
    assert "\n".join(lines).casefold().count("yet") == 1


@pytest.mark.parametrize("states", [(MET, MISSED, MISSED), (PARTLY, MISSED), (UNSURE, MISSED, MISSED), (MISSED,)])
def test_not_yet_stands_once_in_a_mark_and_a_phone_shows_its_buttons_in_a_row(states: tuple[PointState, ...]) -> None:
    message = shown(marked(Mark(0.3, Rating.HARD, tuple(point(f"p{at}", each) for at, each in enumerate(states)))))
    assert sections(message).count("ot yet") <= 1
    (row,) = (block for block in message.blocks if block["type"] == "actions")
    assert len(row["elements"]) <= 4


def test_a_key_is_right_or_wrong_with_the_right_answer() -> None:
    right, wrong = Mark(1.0, Rating.GOOD), Mark(0.0, Rating.AGAIN)
    assert sections(shown(marked(right, CHOICE))).splitlines()[:2] == ["*Right*", "b) Ask."]
    assert taps(shown(marked(right, CHOICE, last=True))) == ["More"]
    assert sections(shown(marked(wrong, CHOICE))).splitlines()[:2] == ["*Not quite*", "It is: b) Ask."]
    fact = replace(CHOICE, kind=CardKind.FACT, choices=(), accepted=("ARRA",))
    assert "It is: ARRA" in sections(shown(marked(wrong, fact)))
    assert taps(shown(marked(wrong, fact)))[0] == "I did say that"
    assert "Count mine as right" in taps(shown(marked(wrong, CHOICE)))


def test_a_slip_that_was_let_pass_is_told() -> None:
    pilot = replace(CHOICE, kind=CardKind.FACT, choices=(), accepted=("a pilots",))
    assert "a pilots (you wrote “pilot”)" in sections(shown(marked(Mark(1.0, Rating.GOOD), pilot)))


def test_of_one_point_it_is_told_whether_it_was_said() -> None:
    heads = {MET: "*Right*", MISSED: "*Not quite*", PARTLY: "*Partly*", UNSURE: "*Perhaps*"}
    for state, head in heads.items():
        message = shown(marked(Mark(0.5, Rating.HARD, (point("Saying plug and play.", state),))))
        assert sections(message).splitlines()[0] == head


def test_without_a_guides_answer_its_persons_word_counts() -> None:
    message = shown(marked(Mark(0.1, Rating.AGAIN), replace(RECALL, points=())))
    assert sections(message).splitlines()[0] == "*The guide has no model answer for this one. How was it?*"
    assert taps(message) == ["Good", "Not yet", "Next"]


@pytest.mark.parametrize("text", ["Ask " + "and ask " * 60, "x" * 500])
def test_a_mark_fits_a_phone_however_long_its_points(text: str) -> None:
    points = (*(point(text, MET) for _ in range(3)), point(text, UNSURE), *(point(text, MISSED) for _ in range(2)))
    lines = sections(shown(marked(Mark(0.5, Rating.HARD, points, PitfallMark(text))))).splitlines()
    assert len(lines) <= MOST_LINES
    assert sum(map(len, lines)) <= MOST_LETTERS * 1.2  # at the narrowest, with every kind of line there is


def test_the_end_tells_how_many_what_again_and_when() -> None:
    ended = Over(Mode.INTERVIEW, "", 10, 7, ("“Who?”",), datetime(2026, 11, 27, 9, tzinfo=UTC), NOW.date())
    assert sections(shown(ended)).splitlines() == [
        "*Interview prep: 7 of 10 well covered*",
        "Look at again: “Who?”",
        "Next due on Fri 27 Nov: ask “what is due?”.",
        "Try an “objection drill”: five questions.",
    ]
    assert taps(shown(ended)) == ["Objection drill"]
    assert taps(shown(replace(ended, mode=Mode.OBJECTIONS))) == ["Role-play"]
    assert "write me what was said" in sections(shown(replace(ended, mode=Mode.WARM_UP)))
    assert taps(shown(replace(ended, mode=Mode.DRIP, due_at=None, again=()))) == []
    today = replace(ended, due_at=NOW)
    assert "Next due today" in sections(shown(today))
    assert sections(shown(replace(ended, answered=0))) == "Interview prep: nothing was answered."


def test_progress_shows_the_weakest_topics_first_and_what_can_be_done() -> None:
    topics = tuple(TopicShare("CNO playbook", f"topic {n}", n, n + 1, 8) for n in range(7))
    progress = Progress(SESSION, topics, 2, Choice(interview_on=date(2026, 12, 3)))
    message = shown(HowFar(progress))
    lines = sections(message).splitlines()
    assert lines[:3] == [
        "*Your practice: 2 cards due today*",
        "Open: CNO, 2 of 3",
        "• CNO playbook, topic 0: 0 of 8 known",
    ]
    assert lines[-2:] == ["and 2 more topics", "Interview on Thu 3 Dec."]
    assert taps(message) == ["Go on", "Start"]
    assert "Nothing practised yet." in sections(shown(HowFar(Progress(None, (), 0, Choice()))))


def test_due_cards_are_counted() -> None:
    assert sections(shown(CardsDue(1))) == "*1 card is due today.*"
    assert "Nothing is due today." in sections(shown(CardsDue(0)))
    assert sections(shown(CardsDue(2, daily=True))) == "Your three cards of today."
    assert sections(shown(CardsDue(6, daily=True))) == "Your three cards of today (6 cards due in all)."
    assert sections(shown(CardsDue(0, daily=True))) == "Your three cards of today."


def test_words_are_shown_by_point() -> None:
    done = PitfallMark("Promising.", Span("a pilot", 0, 7))
    blocks = words_shown(kept(replace(MARK, pitfall=done)))
    assert [block["text"]["text"] for block in blocks] == [
        "*pilot ward*\n>a pilot",
        "*Warned of: Promising.*\n>a pilot",
    ]
    assert "No words" in str(words_shown(kept(Mark(0, Rating.AGAIN))))


def everything(text: str) -> list[OfPractice]:
    """Every reply, with a text wherever people or guides may write one."""
    source = replace(SOURCE, title=text, heading=(text, text), quote=text)
    card = replace(RECALL, prompt=text, source=source, pitfalls=(text,))
    choice = replace(CHOICE, prompt=text, source=source, choices=(text, "b"), accepted=(text,))
    session = replace(SESSION, title=text)
    mark = Mark(0.3, Rating.HARD, (point(text, MET, text), point(text, UNSURE), point(text, MISSED)), PitfallMark(text))
    asked = Asked(session, choice, f"The {text} asks: {text}", 2, 3, text)
    signed = Signed("U0TOM", Verdict.READY, text, "U0ERIN", NOW)
    progress = Progress(session, (TopicShare(text, text, 1, 2, 3),), 1, Choice())
    return [
        Posed(asked, session),
        marked(mark, card),
        marked(Mark(0, Rating.AGAIN), choice),
        Recounted(kept(mark), over=False),
        WhichPoint(5, tuple(enumerate(mark.points))),
        Whole(card, 5, may_be_note=True),
        Whole(choice, 5),
        OfficerSays(text, text, 1, 3, opening=True, aside=text, why=text),
        WhichOfficer(tuple(Officer)),
        Kept(session, 5),
        Kept(session.stopped, 5, "Added"),
        Kept(session, 5, more=False),
        HandedIn(OWED, NOW.date()),
        HandedIn(replace(OWED, title=text, signed=signed), NOW.date(), before=True),
        HandedIn(replace(OWED, signed=replace(signed, note="")), NOW.date(), before=True),
        ToHandIn(text, 1),
        MarkStands(text, 5),
        CheckMarks(tuple((card, kept(mark)) for _ in range(10))),
        Over(Mode.INTERVIEW, text, 3, 1, (text, text, text), NOW, NOW.date()),
        Waits(session),
        Waits(None, paused=True),
        AnswerOrElse(asks=True),
        AnswerOrElse(asks=False),
        AnswerOrElse(asks=False, plain=True, check=True),
        AnswerOrElse(asks=True, check=True),
        HowFar(progress),
        CardsDue(3),
        PracticeSaid(text, begin=True),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_said_slack_takes_it(text: str) -> None:
    for reply in everything(text):
        message = shown(reply)
        told = {"channel": "D0PRIYA", "text": harmless(message.text), "blocks": list(message.blocks)}
        assert check_message(told) == (), reply
        shown_as_markup = [block for block in message.blocks if block["type"] in {"section", "context"}]
        assert "<!channel>" not in str(shown_as_markup)
        assert len(message.text.splitlines()[0]) <= 80 or isinstance(reply, PracticeSaid)


def test_all_of_it_goes_to_its_person_alone_wherever_it_was_asked_for() -> None:
    nobody: Any = None
    for outlet in (Outlet("C0OPEN", "1.2", "U0PRIYA"), Outlet("C0OPEN", None, "U0PRIYA", response_url="https://x")):
        for reply in everything("canary"):
            aside, told = postings_of(reply, outlet, nobody)
            assert "canary" not in str(aside.arguments)
            assert aside.method in {"chat.postEphemeral", "response_url"}
            assert (told.lane, told.method) == ("U0PRIYA", "chat.postMessage")
    (alone,) = postings_of(marked(), Outlet("D0PRIYA", "1.2", "U0PRIYA"), nobody)
    assert (alone.lane, alone.arguments["thread_ts"]) == ("D0PRIYA", "1.2")
