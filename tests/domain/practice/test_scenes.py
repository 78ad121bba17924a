"""Who asks what by which card, how a scene opens, and what a role-play comes to."""

from dataclasses import replace

import pytest

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.evidence import Evidence
from dealbot.domain.practice.card import CardKind, Deck
from dealbot.domain.practice.mark import Mark, PointMark, PointState, Rating
from dealbot.domain.practice.moves import Move, move_of
from dealbot.domain.practice.officer import Officer, is_seat, officer_for, officers_named
from dealbot.domain.practice.officer_lines import Say, choose
from dealbot.domain.practice.role_card import Change, role_card
from dealbot.domain.practice.scene import Objection, Worry, nearest, objection_of, scene_of, scene_of_worry
from dealbot.domain.practice.spoken import few_words, quoted_in
from dealbot.domain.stakeholder import Function
from tests.builders import AS_OF, a_span
from tests.domain.practice.played import CARD, LINES, MONEY, SCENE, SOURCE, play

DECK = Deck("playbooks/cfo.md", "Meeting the CFO", (CARD,), personas=("CFO",))
NOWHERE = replace(DECK, personas=())


def asked(prompt: str, deck: Deck = NOWHERE, quote: str = "It depends.") -> Objection | None:
    return objection_of(replace(CARD, prompt=prompt, source=replace(SOURCE, quote=quote)), deck, LINES)


def worry(quote: str, topic: ConcernTopic = MONEY) -> Worry:
    return Worry(1, "Lakeshore", "k", "Dana Ruiz", "CFO", topic, Evidence("n", AS_OF, "Priya", a_span(quote)))


@pytest.mark.parametrize(
    ("prompt", "quote", "topic", "officers", "lines"),
    [
        ('"There is no budget this year."', "", MONEY, [Officer.CFO], ["There is no budget this year."]),
        ('A CNO says: "Who pays for this?" Now?', "", ConcernTopic.OTHER, [Officer.CNO], ["Who pays for this?"]),
        ('"Does the committee agree?"', "", ConcernTopic.GOVERNANCE, [Officer.CMO], ["Does the committee agree?"]),
        ("A competitor undercuts you. And now?", "", MONEY, [Officer.CFO], ["They are cheaper."] * 2),
        ("A client is hesitant.", "", ConcernTopic.OTHER, [Officer.CNO, Officer.CMO], ["Why now?"] * 2),
        (
            "Tell me of a challenge.",
            "They were hesitant.",
            ConcernTopic.OTHER,
            [Officer.CNO, Officer.CMO],
            ["Why now?"] * 2,
        ),
    ],
)
def test_a_card_lets_officers_ask(
    prompt: str, quote: str, topic: ConcernTopic, officers: list[Officer], lines: list[str]
) -> None:
    found = asked(prompt, quote=quote)
    assert found is not None
    assert (found.topic, list(found.officers), list(found.lines)) == (topic, officers, lines)


@pytest.mark.parametrize(
    "prompt", ["How do you plan your week?", "Tell me of a success.", 'What does "Budget of next year" say?']
)
def test_a_card_that_tells_of_no_worry_is_not_played(prompt: str) -> None:
    assert asked(prompt, quote="They were hesitant.") is None


def test_only_cards_answered_in_words_are_played() -> None:
    assert not CARD.keyed
    assert objection_of(replace(CARD, kind=CardKind.FACT), DECK, LINES) is None
    assert objection_of(replace(CARD, points=()), DECK, LINES) is None


def test_a_deck_tells_who_asks_where_the_card_does_not() -> None:
    found = asked('"We are on hold for now."', replace(DECK, personas=("Chief Pharmacy Officer", "Board")))
    assert found is not None
    assert found.officers == (Officer.CPO,)


def test_a_scene_opens_with_the_concern() -> None:
    found = objection_of(CARD, DECK, LINES)
    assert found is not None
    scene = scene_of(found, Officer.CFO, LINES, 3)
    assert (scene.opening, scene.concern, scene.card, scene.deal) == (SCENE.opening, SCENE.concern, CARD, None)


@pytest.mark.parametrize(
    ("quote", "officer", "topic", "concern", "opening"),
    [
        (
            'Dana: "no money before P&T", flat out',
            Officer.CFO,
            MONEY,
            "no money before P&T.",
            "<known_words no money before P&T>",
        ),
        ("worried about money", Officer.CFO, MONEY, "<worry budget_roi>", "<known> <worry budget_roi>"),
        ("clicks", Officer.CNO, ConcernTopic.WORKFLOW_BURDEN, "<worry of nurses>", "<known> <worry of nurses>"),
    ],
)
def test_a_worry_of_a_deal_is_raised_in_its_own_words_where_they_are_quoted(
    quote: str, officer: Officer, topic: ConcernTopic, concern: str, opening: str
) -> None:
    told = worry(quote, topic)
    scene = scene_of_worry(told, officer, Objection(CARD, MONEY, (Officer.CFO,), ("x",)), LINES, 0)
    assert (scene.concern, scene.opening, scene.deal) == (concern, opening, told)


def test_the_card_for_a_worry_is_of_its_topic_the_officers_own_then_the_nearest_in_words() -> None:
    def card(key: str, quote: str, officer: Officer, topic: ConcernTopic = MONEY) -> Objection:
        return Objection(replace(CARD, id=key, source=replace(SOURCE, quote=quote)), topic, (officer,), ("x",))

    other = card("a", "the committee meets", Officer.CFO, ConcernTopic.GOVERNANCE)
    far, near = card("b", "sort the savings", Officer.CFO), card("c", "the committee releases money", Officer.CFO)
    elsewhere = card("d", "no money before the committee", Officer.GC)
    told = worry("no money before the committee")
    assert nearest([other, far, near, elsewhere], told, Officer.CFO) is near
    assert nearest([other], told, Officer.CFO) is None


@pytest.mark.parametrize(
    ("function", "topic", "officer"),
    [
        (Function.SECURITY, MONEY, Officer.CIO),
        (Function.EXECUTIVE, MONEY, Officer.CFO),
        (None, ConcernTopic.WORKFLOW_BURDEN, Officer.CNO),
    ],
)
def test_the_officer_nearest_to_somebody(function: Function | None, topic: ConcernTopic, officer: Officer) -> None:
    assert officer_for(function, topic) is officer


def test_every_topic_has_an_officer_and_every_officer_a_name() -> None:
    assert all(officer_for(None, topic) for topic in ConcernTopic)
    assert all(officers_named(officer.words) == (officer,) for officer in Officer)


@pytest.mark.parametrize(
    ("said", "move"),
    [
        ("We would start with one ward.", Move.ANSWER),
        ("I hear you. What could be dropped?", Move.QUESTION),
        ("I hear you.", Move.ANSWER),
        ("I see that nurses have enough to do already. What could be dropped?", Move.ANSWER),
        ("We start with one ward. Would that help?", Move.ANSWER),
        ("What could be dropped? And who decides?", Move.QUESTION),
        ("What do you mean by that?", Move.UNCLEAR),
        ("sorry, can you repeat that?", Move.UNCLEAR),
        ("", Move.NOTHING),
        ("👍👍", Move.NOTHING),
        ("...", Move.NOTHING),
        ("ok", Move.NOTHING),
        ("I don't know", Move.NOTHING),
        ("I’d have to think about it", Move.NOTHING),
        ("Give me a hint", Move.HELP),
        ("help", Move.HELP),
        ("what should I say?", Move.HELP),
        ("I'm stuck", Move.HELP),
        ("You're an idiot.", Move.INSULT),
        ("That rule was stupid, so we changed it.", Move.ANSWER),
        ("Stop", Move.STOP),
        ("let's stop here", Move.STOP),
        ("We stop the old system in May.", Move.ANSWER),
        ("The help desk is ours.", Move.ANSWER),
    ],
)
def test_what_somebody_does_with_what_they_write(said: str, move: Move) -> None:
    assert move_of(said) is move


@pytest.mark.parametrize(
    ("quote", "few"),
    [
        ("We would start on 4 West only.", "we would start on 4 West only"),
        ("Okay, and then we offer a pilot on one ward, with your nurses", "we offer a pilot on one ward"),
        (
            "Fine. Two things: the current version as a document that can be edited",
            "the current version as a document that can be edited",
        ),
        (
            "We return one long round of comments and questions with reasons for every one of them",
            "we return one long round of comments and questions",
        ),
        ("If it works, your own finance team builds the model", "your own finance team builds the model"),
        ("I explain what our lawyers have told me we are", ""),
        ("short one", ""),
        ("", ""),
        ('Our lead said "we check twice" to me', "our lead said 'we check twice' to me"),
        ("that's what my people would do first", "that's what my people would do first"),
        (
            "Somebody here reads everything twice daily before breakfast at home and at work",
            "Somebody here reads everything twice daily before breakfast at home",
        ),
        ("Some few very odd little green men dance every single night", ""),
        ("We go there early alone to meet nurses every single night", "we go there early alone"),
    ],
)
def test_a_few_words_that_can_be_said_back(quote: str, few: str) -> None:
    assert few_words(quote) == few


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('she said "no money before P&T." twice', "no money before P&T"),
        ("“Not this year, sorry”", "Not this year, sorry"),
        ('the "soft" savings', ""),
        ("no money", ""),
    ],
)
def test_what_a_note_quotes(text: str, quoted: str) -> None:
    assert quoted_in(text) == quoted


def test_variants_are_used_up_before_one_comes_again_and_another_seed_begins_elsewhere() -> None:
    lines = ["One.", "Two {words}.", "Three."]
    first = choose(lines, 1)
    rest = [line for line in lines if line != first]
    assert choose(lines, 1, first.rpartition("{words}")[2]) in rest
    assert choose(["One."], 1, "One.") == "One."
    assert len({choose(lines, seed) for seed in range(20)}) == 3


def test_an_officer_has_own_lines_beside_those_of_all() -> None:
    lines = replace(LINES, officers={Officer.CFO: {Say.STRONG: ("Good.",)}})
    assert lines.of(Officer.CFO, Say.STRONG) == ("Good.", "<strong>", "<strong>")
    assert lines.of(Officer.CNO, Say.STRONG) == ("<strong>", "<strong>")


def test_what_lines_lack_is_told() -> None:
    assert not LINES.flaws
    lacking = replace(
        LINES,
        common={**LINES.common, Say.ACK: ("Good {words}.",), Say.ACK_WORDS: ("Good.", "x" * 161)},
        worries={Officer.CFO: {MONEY: ("",)}},
        presses={MONEY: ("{words}", "x" * 161)},
        hints={},
        situations=(replace(LINES.situations[0], cues=()),),
    )
    told = "; ".join(lacking.flaws)
    for flaw in (
        "cfo has under two lines for ack",
        "worries of any lack budget_roi",
        "presses lack governance",
        "hints lack other",
        "price undercut lacks cues",
        "'Good {words}.' does not fit ack",
        "'Good.' does not fit ack_words",
        "'{words}' is too long, empty, or quotes",
        "'' is too long, empty, or quotes",
    ):
        assert flaw in told


def test_a_topic_is_told_by_the_question_more_than_by_its_answer() -> None:
    assert LINES.topic("Who decides on the budget?", "The committee.") is MONEY
    assert LINES.topic("Who decides?", "The committee.") is ConcernTopic.GOVERNANCE
    assert LINES.topic("Who?", "Nobody.") is ConcernTopic.OTHER
    assert replace(LINES, topics={}).topic("budget", "") is ConcernTopic.OTHER


def test_the_outcome_tells_what_was_made_and_missed_and_a_better_sentence_with_its_source() -> None:
    turns = play("I want to hear the reason first", "maybe with finance", "You get a discount from us")
    card = role_card(SCENE, turns, turns[-1].mark)
    assert [(each.point, each.words.quote if each.words else "") for each in card.made] == [
        ("Ask for the reason first.", "I want to hear the reason first")
    ]
    assert [each.point for each in card.unsure] == ["Build the model with finance."]
    assert card.missed == ("Begin with a pilot on one ward.",)
    assert card.better is not None
    assert (card.better.text, card.better.source) == ("Begin with a pilot on one ward.", SOURCE)
    assert card.pitfall is not None
    assert card.pitfall.text == "Offering a discount."
    assert card.ending is not None
    assert card.change is None


def test_a_better_sentence_is_never_made_up() -> None:
    card = replace(CARD, points=("Something that stands nowhere",))
    mark = Mark(0.0, Rating.AGAIN, (PointMark("Something that stands nowhere", PointState.MISSED),))
    assert role_card(replace(SCENE, card=card), (), mark).better is None
    bare = replace(card, source=replace(SOURCE, quote=""))
    assert role_card(replace(SCENE, card=bare), (), mark).better is None
    assert role_card(SCENE, (), mark).ending is None


def test_the_change_against_last_time_is_told_by_points() -> None:
    before = play("We build it with your finance people", "stop")[-1].mark
    turns = play("I want to hear the reason first", "stop")
    assert role_card(SCENE, turns, turns[-1].mark, before).change == Change(
        ("Ask for the reason first.",), ("Build the model with finance.",), 1 / 3
    )


def test_points_that_are_no_longer_asked_are_not_lost() -> None:
    before = Mark(1.0, Rating.GOOD, (PointMark("Something that the guide said then", PointState.MET),))
    turns = play("stop")
    assert role_card(SCENE, turns, turns[-1].mark, before).change == Change((), (), 1.0)


@pytest.mark.parametrize(
    ("holder", "title", "called"),
    [
        ("Dana Ruiz", "VP Finance", "Dana Ruiz, VP Finance"),
        ("Dana Ruiz", None, "Dana Ruiz, CFO"),
        ("CFO", "CFO", "CFO"),
    ],
)
def test_whoever_speaks_is_called_by_name_and_title(holder: str, title: str | None, called: str) -> None:
    whose = replace(worry("too much"), holder=holder, title=title)

    assert replace(SCENE, deal=whose).speaker == called
    assert replace(SCENE, deal=None).speaker == "CFO"


@pytest.mark.parametrize(
    ("words", "seat"), [("the CFO", True), ("chief nursing officer", True), ("budget", False), ("revenue cycle", False)]
)
def test_a_seat_is_told_from_what_is_spoken_of(words: str, *, seat: bool) -> None:
    assert is_seat(words) is seat
