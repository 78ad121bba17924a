"""What is asked of practice in plain words, and what is not."""

from datetime import date, time

import pytest

from dealbot.app.chat.practice.asks import About, Begin, Control, DailyAt, InterviewOn
from dealbot.app.chat.practice.parse import asked_in, commanded, control_in
from dealbot.domain.practice.session import Mode

TODAY = date(2026, 11, 23)
BEGINS = {
    "interview prep": Begin(),
    "Practice": Begin(),
    "let's practise": Begin(),
    "quiz me please": Begin(),
    "prep me for my interview": Begin(),
    "objection drill": Begin(Mode.OBJECTIONS),
    "drill price objections": Begin(Mode.OBJECTIONS, "price"),
    "can you drill me on security objections now?": Begin(Mode.OBJECTIONS, "security"),
    "warm up": Begin(Mode.WARM_UP),
    "warm me up for the CNO": Begin(Mode.WARM_UP, "CNO"),
    "warm up for dana at 2": Begin(Mode.WARM_UP, "dana"),
    "Warm-up for Dana at Lakeshore tomorrow": Begin(Mode.WARM_UP, "Dana at Lakeshore"),
    "test me on HIPAA": Begin(about="HIPAA"),
    "quiz me on the pilots guide": Begin(about="the pilots guide"),
    "certification facts": Begin(Mode.FACTS),
    "quiz me on certifications": Begin(Mode.FACTS),
    "role play": Begin(Mode.ROLE_PLAY),
    "role-play the CFO": Begin(Mode.ROLE_PLAY, "CFO"),
    "be the general counsel": Begin(Mode.ROLE_PLAY, "general counsel"),
    "start my check": Begin(Mode.CHECK),
    "CFO drill": Begin(about="CFO", sure=False),
    "practice the CNO": Begin(about="CNO", sure=False),
    "hipaa quiz": Begin(about="hipaa", sure=False),
    "I've got 3 minutes, quiz me": Begin(),
    "i have an interview next week, help me prepare": Begin(),
    "seeing nora tmrw at 2, warm me up": Begin(Mode.WARM_UP, "nora"),
    "be grace, i want to practise": Begin(Mode.ROLE_PLAY, "grace"),
    "objection drill: pricing": Begin(Mode.OBJECTIONS, "pricing"),
    "switch topic to 340B": Begin(about="340B"),
    "facts": Begin(Mode.FACTS),
    "intervew prep": Begin(),
    "objecton drill": Begin(Mode.OBJECTIONS),
    "wram up for the cfo": Begin(Mode.WARM_UP, "cfo"),
}
ASKS = {
    "how am I doing?": About.PROGRESS,
    "my progress": About.PROGRESS,
    "what is due?": About.DUE,
    "whats due today": About.DUE,
    "which cards are due?": About.DUE,
    "send me three cards a day": About.DAILY,
    "stop the daily cards": About.NOT_DAILY,
    "no more daily questions": About.NOT_DAILY,
    "three cards a day at 7": DailyAt(time(7)),
    "daily cards at 8:30": DailyAt(time(8, 30)),
    "cards at 7am": DailyAt(time(7)),
    "send me three cards every day at 7.30 pm please": DailyAt(time(19, 30)),
    "move my daily cards to noon": DailyAt(time(12)),
    "set my cards to 10 daily": DailyAt(time(10)),
    "cards at 25": DailyAt(None),
    "resume": About.RESUME,
    "back to the quiz": About.RESUME,
    "my interview is over": About.NO_INTERVIEW,
    "practice help": About.HELP,
    "quiz help": About.HELP,
    "how did I do?": About.PROGRESS,
    "show my mastery": About.PROGRESS,
    "who can see my practice?": About.PRIVATE,
    "delete my practice": About.DELETE,
    "which guides are there?": About.GUIDES,
    "my interview is on 3 Dec": InterviewOn(date(2026, 12, 3)),
    "interview on Friday": InterviewOn(date(2026, 11, 27)),
}
NOT_PRACTICE = (
    "Lakeshore: met Dana Ruiz, CFO. She is worried about the budget.",
    "practice manager left",
    "Practice closed on Friday",
    "be careful with Dana",
    "meeting at 7",
    "she asked for cards at 7 vendors",
    "questions at 7",
    "play golf with Dana on Friday",
    "interview with Dana is on 3 Dec",
    "my interview is somewhere in spring or so",
    "how is Tom doing?",
    "what is due at Lakeshore?",
    "what's due for Dana?",
    "what did Dana say about the price?",
    "send Dana three cards a day\nand a note",
    "quiz me on " + "very " * 30 + "much",
)


@pytest.mark.parametrize(("said", "meant"), (BEGINS | ASKS).items())
def test_plain_words_begin_and_ask(said: str, meant: object) -> None:
    assert asked_in(said, TODAY) == meant


@pytest.mark.parametrize("said", NOT_PRACTICE)
def test_anything_else_is_no_business_of_practice(said: str) -> None:
    assert asked_in(said, TODAY) is None


@pytest.mark.parametrize(("said", "meant"), [("", None), ("help", None), ("the CFO", Begin(about="CFO"))])
def test_a_command_takes_the_same_words_or_what_to_be_asked_about(said: str, meant: object) -> None:
    assert commanded(said, TODAY) == meant
    assert commanded("objection drill", TODAY) == Begin(Mode.OBJECTIONS)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("pause", Control.PAUSE),
        ("skip this one", Control.SKIP),
        ("that's it for today", Control.STOP),
        ("next", Control.NEXT),
        ("lol ok next one pls", Control.NEXT),
        ("contineu", Control.NEXT),
        ("ask me something easier", Control.SKIP),
        ("stop quizzing me", Control.STOP),
        ("go on", Control.NEXT),
        ("try again", Control.AGAIN),
        ("I did say that", Control.SAID),
        ("show me the answer", Control.MORE),
        ("help", Control.HELP),
        ("yes", Control.YES),
        ("no", Control.NO),
        ("I don't know", None),
        ("stop the leak in night staffing", None),
        ("next I would ask who signs", None),
    ],
)
def test_only_a_whole_message_steers(said: str, meant: Control | None) -> None:
    assert control_in(said) is meant
