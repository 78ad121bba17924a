"""A role-play small enough for a table: lines that name what they are for, and a grader that looks for words."""

from dealbot.domain.concern import ConcernTopic
from dealbot.domain.evidence import Span
from dealbot.domain.practice.card import Card, CardKind, CardSource
from dealbot.domain.practice.mark import Mark, PitfallMark, PointMark, PointState, Rating
from dealbot.domain.practice.moves import move_of
from dealbot.domain.practice.officer import Officer
from dealbot.domain.practice.officer_lines import OfficerLines, Say, Situation, Theme
from dealbot.domain.practice.role_play import SCRIPTED, Turn, all_said, carried, react
from dealbot.domain.practice.rubric import Rubric
from dealbot.domain.practice.scene import Scene

MONEY = ConcernTopic.BUDGET_ROI
ANSWER = "Ask for the reason first. Build the model with finance. Begin with a pilot on one ward."
SOURCE = CardSource("playbooks/cfo.md", "Meeting the CFO", ("Business case", "No budget"), ANSWER)
CARD = Card(
    "c1",
    CardKind.RECALL,
    "playbooks/cfo.md",
    "Business case",
    '"There is no budget this year."',
    SOURCE,
    ("Ask for the reason first.", "Build the model with finance.", "Begin with a pilot on one ward."),
    ("Offering a discount.",),
)
LINES = OfficerLines(
    common={say: (f"<{say} {{words}}>" if say.takes_words else f"<{say}>",) * 2 for say in Say},
    officers={},
    worries={
        "any": {topic: (f"<worry {topic}>",) * 2 for topic in ConcernTopic},
        Officer.CNO: {ConcernTopic.WORKFLOW_BURDEN: ("<worry of nurses>",) * 2},
    },
    presses={topic: (f"<press {topic}>",) * 2 for topic in ConcernTopic},
    answers={topic: (f"<behind {topic}>",) * 2 for topic in ConcernTopic},
    hints={topic: f"<hint {topic}>" for topic in ConcernTopic},
    topics={MONEY: ("budget", "money"), ConcernTopic.GOVERNANCE: ("committee",)},
    themes=(
        Theme("asks", ("ask",), "ask first", ("<you asked nothing>",) * 2, asks=True),
        Theme("model", ("model", "finance"), "whose figures?", ("<whose figures>",) * 2),
        Theme("pilot", ("pilot",), "how small?", ("<how small>",) * 2, topics=(ConcernTopic.GOVERNANCE,)),
    ),
    situations=(
        Situation("price undercut", MONEY, (Officer.CFO,), ("undercut",), ("They are cheaper.",) * 2),
        Situation("hesitancy", ConcernTopic.OTHER, (Officer.CNO, Officer.CMO), ("hesitant",), ("Why now?",) * 2),
    ),
)
SCENE = Scene(Officer.CFO, MONEY, "There is no budget this year.", "<greet> There is no budget this year.", CARD)
_MARKERS = {"reason": 0, "finance": 1, "pilot": 2}


class WordGrader:
    """Sees a point where its word is said, is unsure after "maybe", and sees the pitfall in "discount"."""

    version = "words 1"

    def __init__(self) -> None:
        self.graded: list[str] = []

    def grade(self, rubric: Rubric, answer: str) -> Mark:
        """Mark by the words."""
        self.graded.append(answer)
        points = tuple(_point(point, at, answer) for at, point in enumerate(rubric.points))
        met = sum(point.state is PointState.MET for point in points) / max(len(points), 1)
        pitfall = PitfallMark(rubric.pitfalls[0], _sentence("discount", answer)) if "discount" in answer else None
        return Mark(met, Rating.GOOD if met > 0.5 else Rating.AGAIN, points, pitfall, self.version)


def _point(point: str, at: int, answer: str) -> PointMark:
    word = next(word for word, number in _MARKERS.items() if number == at)
    if word not in answer:
        return PointMark(point, PointState.MISSED)
    words = _sentence(word, answer)
    return PointMark(point, PointState.UNSURE if "maybe" in words.quote else PointState.MET, words)


def _sentence(word: str, answer: str) -> Span:
    line = next(line for line in answer.split("\n") if word in line)
    return Span(line, answer.index(line), answer.index(line) + len(line))


def play(*said: str, scene: Scene = SCENE, most: int = SCRIPTED) -> list[Turn]:
    """Play a scene as far as it goes."""
    turns: list[Turn] = []
    grader = WordGrader()
    for each in said:
        last = turns[-1].reply if turns else None
        turn = Turn(each, move_of(each, last.text if last else scene.opening), Mark(0.0, Rating.AGAIN))
        mark = grader.grade(scene.card.rubric, all_said([*turns, turn]))
        mark = carried(turns[-1].mark, mark) if turns else mark
        turn = Turn(each, turn.move, mark)
        turns.append(Turn(each, turn.move, mark, react(scene, [*turns, turn], LINES, most)))
        reply = turns[-1].reply
        if reply is not None and reply.ending is not None:
            break
    return turns


def answered(turns: list[Turn]) -> list[str]:
    """What the officer said to each."""
    return [turn.reply.text for turn in turns if turn.reply is not None]
