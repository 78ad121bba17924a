"""What enablement is shown, within what Slack takes and a phone shows."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dealbot.app.card import MOST_LETTERS, MOST_LINES
from dealbot.app.chat.enabling.looked import CardForm
from dealbot.app.chat.of_enabling import (
    AnswersToRead,
    CardShown,
    CheckSent,
    CohortSet,
    EndToConfirm,
    FileKind,
    FileToMake,
    GapsShown,
    LookedThrough,
    MockToScore,
    Named,
    OfEnabling,
    StandingShown,
    VerdictSigned,
    WhichCard,
    WhichCohort,
)
from dealbot.app.practice.reminding import Reminder, ReminderKind
from dealbot.app.practice.reports import CohortStanding, PersonStanding
from dealbot.domain.evidence import Span
from dealbot.domain.practice.card import Card, CardKind, CardSource
from dealbot.domain.practice.cohort import Cohort, Criterion, Verdict
from dealbot.domain.practice.mark import Mark, PitfallMark, PointMark, PointState, Rating
from dealbot.domain.practice.missed import MissedPoint, Suspect
from dealbot.domain.practice.readiness import Proposal, Stage
from dealbot.domain.practice.review import Claim, ClaimKind, KeptReview, Review
from dealbot.domain.practice.session import Mode
from dealbot.slack.blockcheck import check_message, check_view
from dealbot.slack.postings import Outlet, postings_of
from dealbot.slack.views.card_form import card_form, card_given, wrong_card
from dealbot.slack.views.enabling import announced, shown_of_enabling, verdict_told
from dealbot.slack.views.handed_in import answers_view, chosen_mark, mark_form, mock_form, note_of, scored, sign_form
from dealbot.slack.views.parts import harmless, packed

TODAY, DUE = date(2026, 11, 27), date(2026, 12, 18)
ODD = ["Nov", "<!channel>", "*Bold*", "x" * 200, "long words " * 300, "&lt;"]


def a_card(text: str = "How?", **more: Any) -> Card:
    source = CardSource("guide.md", text, (text, text), text)
    return Card(
        "c1", CardKind.RECALL, "guide.md", text, text, source, **{"points": (text,) * 6, "pitfalls": (text,)} | more
    )


def kept(text: str = "So.", *claims: Claim, number: int = 1) -> KeptReview:
    points = (PointMark(text, PointState.MET, Span(text, 0, 1)), PointMark(text, PointState.MISSED))
    mark = Mark(0.5, Rating.HARD, points, PitfallMark(text, Span(text, 0, 1)), doubtful=True)
    return KeptReview(number, "U0TOM", Review("c1", CardKind.RECALL, "d", Mode.CHECK, mark, text, _at()), claims)


def _at() -> datetime:
    return datetime(2026, 11, 27, 15, tzinfo=UTC)


def standing(name: str = "Nov", people: int = 8, **more: Any) -> StandingShown:
    stages = (*(Stage.READY,) * 3, *(Stage.TO_READ,) * 2, *(Stage.UNDER_WAY,) * 2, *(Stage.NOT_STARTED,) * (people - 7))
    told = tuple(PersonStanding(f"U{n}", f"{name} Person{n}", s, 0, 10) for n, s in enumerate(stages))
    of = CohortStanding(Cohort(name, (), (), DUE, id=1), told, 1, 4)
    given: dict[str, Any] = {
        "missed": MissedPoint("c1", f"offer a reference call {name}", 6, 8),
        "suspect": Suspect("c2", 4, 8),
        "cards": (("c1", f"“They undercut the price.” {name}"), ("c2", f"EHR downtime {name}")),
        "gap": (f"Oracle Health limits {name}", 3),
    }
    return StandingShown(of, TODAY, trains=True, **given | more)


def every(text: str) -> list[OfEnabling]:
    tom, reminder = Named("U0TOM", text), Reminder("U0TOM", ReminderKind.ANNOUNCED, 1, text, DUE, 10)
    cohort = Cohort(text, ("U0TOM",), ("d",), DUE, id=1)
    answers = tuple(kept(text, number=n) for n in range(10))
    return [
        CohortSet("Made", cohort, (tom,) * 30, (text,) * 9, 10, (tom,), TODAY, (reminder,)),
        EndToConfirm(1, text, (tom,) * 30, 1, check=True),
        EndToConfirm(1, text, (), 0, check=False),
        WhichCohort((cohort,) * 9, text),
        CardShown(a_card(text), text, "cohort:1", 1, 10, head=text),
        CardShown(a_card(text), text, "cohort:1", off=True, head=text),
        CardShown(a_card(text), text, off=True),
        CardShown(a_card(text, choices=(text, "b"), accepted=(text,)), text),
        CardShown(a_card(text, accepted=(text,), points=()), text),
        WhichCard((a_card(text),) * 5, 9),
        LookedThrough(text, 10, 1, 8),
        LookedThrough(text, 10),
        CheckSent(f"Sent: {text[:100]}\nSo.", (reminder,), 1, TODAY),
        AnswersToRead(
            1, text, tom, answers, (("c1", text),), 10, Proposal(Verdict.NOT_YET, "2 of 10 good"), 3, text[:60]
        ),
        AnswersToRead(1, text, tom, (), (), 10, None, 0),
        VerdictSigned(1, text, tom, Verdict.READY, text[:1_000], text, 2),
        VerdictSigned(1, text, tom, Verdict.NOT_YET, "", text, 0),
        MockToScore(1, text, tom),
        standing(text),
        standing(text, names=True),
        replace(standing(text), trains=False, missed=None, suspect=None, gap=None),
        GapsShown(((text, 3, text),) * 7),
        FileToMake(FileKind.SIGN_OFFS, text, f"List\n{text[:100]}"),
    ]


@pytest.mark.parametrize("text", ODD)
def test_whatever_is_in_it_slack_takes_every_message(text: str) -> None:
    messages = [shown_of_enabling(reply) for reply in every(text)]
    messages += [announced(Reminder("U0TOM", kind, 1, text, DUE, 1), TODAY) for kind in ReminderKind]
    messages += [verdict_told(reply) for reply in every(text) if isinstance(reply, VerdictSigned)]
    for message in messages:
        told = {"channel": "D0ERIN", "text": harmless(message.text), "blocks": list(message.blocks)}
        assert check_message(told) == ()
        assert "<!channel>" not in str([block for block in message.blocks if block["type"] != "actions"])


@pytest.mark.parametrize("text", ODD)
def test_whatever_is_in_it_slack_takes_every_form(text: str) -> None:
    said = (Claim(ClaimKind.SAID, 0, PointState.MET), Claim(ClaimKind.RULED, 0, PointState.MET))
    answers = [kept(text, *said, number=n) for n in range(10)]
    told = {"channel": "D0ERIN", "cohort": 1, "person": "U0TOM"}
    views = [
        card_form(told, CardForm(text, (text,) * 6)),
        card_form(told, CardForm(text, (), (text,), (text, "b"))),
        answers_view(text, answers, {"c1": text}, 5),
        answers_view(text, [], {}, 0),
        mark_form(told, answers, {"c1": text}),
        mark_form(told, [kept(text, number=n) for n in range(130)], {}, 90),
        mark_form(told, [], {}),
        sign_form(told, text, Verdict.NOT_YET),
        mock_form(told, text),
    ]
    for view in views:
        assert check_view(view) == ()
        assert "<!channel>" not in str([block for block in view["blocks"] if block["type"] != "input"])


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("names", [False, True])
def test_friday_fits_a_phone(name: str, *, names: bool) -> None:
    message = shown_of_enabling(standing(name, people=12, names=names))
    shown = message.blocks[0]["text"]["text"]
    assert len(shown.splitlines()) <= MOST_LINES
    assert len(shown.replace("_\u200b", "_")) <= MOST_LETTERS


def test_friday_reads_as_message_8() -> None:
    message = shown_of_enabling(standing(people=8))
    assert message.text.splitlines() == [
        "Cohort Nov, week 1 of 4 · due Fri 18 Dec",
        "Ready 3 · for you to read 2 · under way 2 · not started: Nov",
        "Most missed: “They undercut the price.” Nov”: 6 of 8 miss “offer a reference call Nov”",
        "Suspect question: “EHR downtime Nov”: 4 pressed “I did say that”",
        "In no guide: Oracle Health limits Nov, asked by 3",
    ]
    taps = [element["text"]["text"] for element in message.blocks[1]["elements"]]
    assert taps == ["Review 2", "Remind Nov", "Edit question", "Write guide", "Sign-off list", "End"]


def test_friday_crops_a_question_to_what_it_quotes() -> None:
    mistake = '"A competitor offers thirty per cent less." Which mistake does the guide warn of?'
    choice = "Which of these is a mistake when you hear “A competitor offers thirty per cent less”?"
    ask_back = "You have answered “Why now and not next year, when it is calm?”. What do you ask back?"
    other = "How do you speak with a chief financial officer of a hospital that has no money at all?"

    def said(prompt: str) -> str:
        reply = replace(standing(), cards=(("c2", prompt),))
        return next(line for line in shown_of_enabling(reply).text.splitlines() if line.startswith("Suspect"))

    assert "“Mistake: A competitor offers thirty per" in said(mistake)
    assert "“Mistake: A competitor offers thirty per" in said(choice)
    assert "“Ask back: Why now and not next year" in said(ask_back)
    assert "“How do you speak with a chief" in said(other)


def test_a_learner_is_told_in_their_own_messages_and_a_file_goes_to_whoever_asked() -> None:
    outlet, books = Outlet("D0ERIN", None, "U0ERIN"), Any
    replies = [each for each in every("Nov") if isinstance(each, CohortSet | CheckSent | VerdictSigned | FileToMake)]
    lanes = [[posting.lane for posting in postings_of(reply, outlet, books)] for reply in replies]  # type: ignore[arg-type]
    assert lanes == [["D0ERIN", "U0TOM"]] * 4 + [["D0ERIN", "U0ERIN"]]


def view_of(told: dict[str, Any] | None = None, **filled: dict[str, Any]) -> dict[str, Any]:
    values = {name: {name: value} for name, value in filled.items()}
    return {"callback_id": "edit_card", "private_metadata": packed(told or {}), "state": {"values": values}}


def test_what_was_filled_in_about_a_card() -> None:
    view = view_of(prompt={"value": " How \n now? "}, lines={"value": "• one\n\n- two\n"})
    assert card_given(view, keyed=False) == CardForm("How now?", ("one", "two"))
    assert card_given(view, keyed=True) == CardForm("How now?", (), ("one", "two"))
    assert wrong_card(view) is None


def test_what_is_wrong_with_a_card_is_said_beside_its_field() -> None:
    seven = {"value": "\n".join("abcdefg")}
    assert wrong_card(view_of(lines={"value": "a"})) == {"prompt": "Write the question."}
    assert wrong_card(view_of(prompt={"value": "How?"})) == {"lines": "Write at least one."}
    assert wrong_card(view_of(prompt={"value": "How?"}, lines=seven)) == {"lines": "Six at most: there are 7."}
    assert wrong_card(view_of({"keyed": True}, prompt={"value": "How?"}, lines=seven)) is None


def chosen(value: str) -> dict[str, Any]:
    return {"selected_option": {"value": value}}


def test_what_was_chosen_of_a_mark_a_verdict_and_a_mock() -> None:
    assert chosen_mark(view_of(point=chosen("7:1"), state=chosen("partly"))) == (7, 1, PointState.PARTLY, None)
    assert chosen_mark(view_of(point=chosen("7:"), state=chosen("met"))) == (7, None, None, Rating.GOOD)
    assert chosen_mark(view_of(point=chosen("x"), state=chosen("met"))) is None
    assert chosen_mark(view_of(point=chosen("7:1"), state=chosen("easy"))) is None
    assert (note_of(view_of(note={"value": "Good."})), note_of(view_of())) == ("Good.", "")
    given = scored(view_of(discovery=chosen("4"), words={"value": "calm"}))
    assert given == ({Criterion.DISCOVERY: 4}, "calm")


def test_the_options_and_pitfalls_of_a_card_are_changed_in_its_form() -> None:
    options = {"value": "a bed\n✓ beds\n* \n"}
    chosen = view_of({"keyed": True}, prompt={"value": "How?"}, options=options)
    assert card_given(chosen, keyed=True) == CardForm("How?", (), ("beds",), ("a bed", "beds"))
    assert wrong_card(chosen) is None
    worded = view_of(prompt={"value": "How?"}, lines={"value": "one"}, pitfalls={"value": "- a discount\n"})
    assert card_given(worded, keyed=False) == CardForm("How?", ("one",), pitfalls=("a discount",))
    shown = card_form({}, CardForm("How?", (), ("beds",), ("a bed", "beds")))
    assert "a bed\n✓ beds" in str(shown["blocks"][1]["element"]["initial_value"])


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("* a", "Two to six options: there is 1."),
        ("a\n* b\nc\nd\ne\nf\ng", "Two to six options: there are 7."),
        ("* a\nA", "Two options are the same."),
        ("a\nb", "Put ✓ or * before the one that is right: 0 are marked."),
        ("*a\n*b", "Put ✓ or * before the one that is right: 2 are marked."),
    ],
)
def test_what_is_wrong_with_options_is_said_beside_them(options: str, told: str) -> None:
    view = view_of({"keyed": True}, prompt={"value": "How?"}, options={"value": options})
    assert wrong_card(view) == {"options": told}


def test_every_point_of_a_long_check_can_be_marked_below_its_question_thirty_answers_a_form() -> None:
    answers = [kept(number=n) for n in range(1, 71)]
    forms = [mark_form({}, answers, {"c1": "How do you open?"}, start) for start in (0, 30, 60)]
    groups = [group for form in forms for group in form["blocks"][0]["element"]["option_groups"]]
    assert sum(len(group["options"]) for group in groups) == 210
    assert groups[59]["label"]["text"] == "60. How do you open?"
    assert "Answers 31 to 60 of 70: the others have their own button." in str(forms[1])
    assert "own button" not in str(mark_form({}, answers[:30], {}))
    shown = shown_of_enabling(AnswersToRead(1, "Nov", Named("U0TOM", "Tom"), tuple(answers), (), 70, None, 0))
    taps = [each["text"]["text"] for each in shown.blocks[-1]["elements"]]
    assert taps[2:] == ["Change a mark 1-30", "Change a mark 31-60", "Change a mark 61-70"]
