"""A few cards to practise in the conversations, and a grader that looks for words."""

import re
from collections.abc import Sequence
from datetime import date

from dealbot.app.chat.practising import Practising
from dealbot.domain.evidence import Span
from dealbot.domain.practice.card import Card, CardKind, CardSource, Deck
from dealbot.domain.practice.mark import Mark, PitfallMark, PointMark, PointState, Rating
from dealbot.domain.practice.rubric import Rubric
from dealbot.practice_wiring import open_officers, open_voice
from dealbot.settings import Settings

_ON = date(2025, 1, 10)
_WORD = re.compile(r"[a-z]{5,}")
_BARS = ((0.8, Rating.EASY), (0.6, Rating.GOOD), (0.45, Rating.HARD))


def _card(number: int, deck: tuple[str, str], category: str, prompt: str, *points: str, **more: object) -> Card:
    name, title = deck
    quote = " ".join(points) or str(more.pop("quote", ""))
    source = CardSource(name, title, (category, prompt), quote, _ON)
    kind = more.pop("kind", CardKind.RECALL)
    given: dict[str, object] = {"points": points, "question": f"q{number}"} | more
    return Card(f"{name[:-3]}-{number}", kind, name, category, prompt, source, **given)  # type: ignore[arg-type]


_CNO = ("meeting-the-cno.md", "Meeting the CNO")
_CFO = ("meeting-the-cfo.md", "Meeting the CFO")
_AE = ("account-executive.md", "Account executive")
_PILOTS = ("pilots.md", "Pilots")
_FACTS = ("certifications.md", "Certifications")

DECKS = (
    Deck(
        *_AE,
        (
            _card(
                1,
                _AE,
                "Technical",
                "How do you learn a new health system?",
                "Read their annual report.",
                "Ask the champion about committees.",
                "Draw the influence map.",
                pitfalls=("Pitching before listening to anybody.",),
            ),
            _card(
                2, _AE, "Behavioral", "How did you rescue a stalled deal?", "Find the cause.", "Involve finance early."
            ),
            _card(
                3,
                _AE,
                "Technical",
                "Which of these is a pitfall?",
                kind=CardKind.CHOICE,
                choices=("Reading the report.", "Pitching before listening.", "Asking twice.", "Drawing a map."),
                accepted=("Pitching before listening.",),
                quote="Pitching before listening.",
            ),
        ),
        ("Interview Prep",),
    ),
    Deck(
        *_CNO,
        (
            _card(
                1,
                _CNO,
                "Workload",
                "“Who does the extra clicks at night?”",
                "Offer a pilot on one ward.",
                "Count the clicks together.",
                "Talk about night staffing.",
            ),
            _card(
                2,
                _CNO,
                "Workload",
                "“My nurses are tired of new systems.”",
                "Acknowledge the burden.",
                "Bring a reference nurse.",
                pitfalls=("Promising savings in headcount.",),
            ),
        ),
        ("CNO", "Objections"),
        ("CNO",),
    ),
    Deck(
        *_CFO,
        (
            _card(
                1,
                _CFO,
                "Price",
                "“Your competitor undercuts the price by a third.”",
                "Ask what is included.",
                "Show three-year savings.",
                "Offer a reference call.",
            ),
            _card(
                2,
                _CFO,
                "Budget",
                "“There is no money before the budget locks.”",
                "Ask when the budget locks.",
                "Tie savings to their contracts.",
            ),
        ),
        ("CFO", "Objections"),
        ("CFO",),
    ),
    Deck(
        *_FACTS,
        (
            _card(
                1,
                _FACTS,
                "Terms",
                "What does CPHIMS certify?",
                kind=CardKind.FACT,
                accepted=("health informatics",),
                quote="CPHIMS certifies health informatics.",
            ),
            _card(
                2,
                _FACTS,
                "Terms",
                "Which law is HITECH part of?",
                kind=CardKind.FACT,
                accepted=("ARRA",),
                quote="HITECH is part of ARRA.",
            ),
        ),
    ),
    Deck(
        *_PILOTS,
        (_card(1, _PILOTS, "Pilot", "What would you do if the pilot stalled?", kind=CardKind.FOLLOW_UP, quote="?"),),
    ),
)


class WordGrader:
    """Finds a key point by its longer words: all of them, some (unsure), or none."""

    version = "words 1"

    def grade(self, rubric: Rubric, answer: str) -> Mark:
        """Mark an answer by its words."""
        points = tuple(_point(point, answer) for point in rubric.points)
        worth = {PointState.MET: 1.0, PointState.UNSURE: 0.5}
        score = sum(worth.get(point.state, 0.0) for point in points) / max(len(points), 1)
        done = next((text for text in rubric.pitfalls if _share(text, answer) == 1.0), None)
        rating = next((rating for bar, rating in _BARS if score >= bar), Rating.AGAIN)
        pitfall = PitfallMark(done) if done else None
        return Mark(score, Rating.AGAIN if pitfall else rating, points, pitfall, self.version)


def _share(text: str, answer: str) -> float:
    wanted = set(_WORD.findall(text.casefold()))
    return len(wanted & set(_WORD.findall(answer.casefold()))) / len(wanted)


def _point(point: str, answer: str) -> PointMark:
    share = _share(point, answer)
    if share == 0:
        return PointMark(point, PointState.MISSED)
    words = Span(answer, 0, len(answer))
    return PointMark(point, PointState.MET if share >= 0.5 else PointState.UNSURE, words)


def practising() -> Practising:
    """What practice works with in the conversations."""

    def decks(_workspace: str, _day: date) -> Sequence[Deck]:
        return DECKS

    return Practising(decks, WordGrader, open_officers, lambda: open_voice(Settings()))
