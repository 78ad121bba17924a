"""What the officers say is whole, checked when read, and reads as speech in every scene that the guides give."""

import re
from pathlib import Path

import pytest
import yaml

from dealbot.domain.knowledge import PartKind, plain
from dealbot.domain.practice.card import Card, CardKind, CardSource, Deck
from dealbot.domain.practice.mark import Mark, PointMark, PointState, Rating
from dealbot.domain.practice.moves import Move
from dealbot.domain.practice.officer import Officer
from dealbot.domain.practice.officer_lines import WORDS
from dealbot.domain.practice.points import key_points
from dealbot.domain.practice.role_play import Turn, react
from dealbot.domain.practice.scene import Objection, objection_of, scene_of
from dealbot.errors import BadDocument
from dealbot.knowledge.library import knowledge_folder, load
from dealbot.knowledge.officers import load_officers

ROOT = knowledge_folder()
LINES = load_officers(ROOT)


def objections() -> list[Objection]:
    """What the playbooks that come with dealbot let officers ask."""
    found: list[Objection] = []
    for document in load([ROOT / "playbooks"]).documents:
        deck = Deck(document.path, document.about.title, (), personas=(document.about.title,))
        for each in document.questions:
            quote = "\n\n".join(part.span.quote for part in each.of(PartKind.ANSWER))
            source = CardSource(document.path, document.about.title, each.heading, quote)
            pitfalls = tuple(plain(part.span.quote) for part in each.of(PartKind.PITFALL))
            card = Card(
                each.id, CardKind.RECALL, document.path, each.category, each.text, source, key_points(quote), pitfalls
            )
            objection = objection_of(card, deck, LINES)
            found += [objection] if objection else []
    return found


OBJECTIONS = objections()


def test_every_officer_has_objections_in_the_guides() -> None:
    assert len(OBJECTIONS) >= 40
    assert {officer for each in OBJECTIONS for officer in each.officers} == set(Officer)


@pytest.mark.parametrize("objection", OBJECTIONS, ids=lambda each: each.card.prompt[:40])
def test_every_point_is_pressed_on_in_speech_that_gives_no_answer_away(objection: Objection) -> None:
    missed = tuple(PointMark(point, PointState.MISSED) for point in objection.card.points)
    for seed in range(5):
        scene = scene_of(objection, objection.officers[0], LINES, seed)
        turns: list[Turn] = []
        for _ in range(3):
            turn = Turn("We know that well.", Move.ANSWER, Mark(0.0, Rating.AGAIN, missed))
            turns.append(Turn(turn.said, turn.move, turn.mark, react(scene, [*turns, turn], LINES)))
        spoken = [scene.opening, *(turn.reply.text for turn in turns if turn.reply)]
        assert len(set(spoken)) == 4
        assert all(10 < len(line) <= 320 and WORDS not in line and re.search(r"[.?!]$", line) for line in spoken)
        assert not any(point.point[:40] in line for point in missed for line in spoken)


def test_a_second_time_differs() -> None:
    openings = {scene_of(OBJECTIONS[0], OBJECTIONS[0].officers[0], LINES, seed).opening for seed in range(12)}
    assert len(openings) > 3


@pytest.mark.parametrize("text", ["", "- a list", "common: {ack: [One.]}", "common: ["])
def test_lines_that_are_none_are_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "officers.yml").write_text(text)
    with pytest.raises(BadDocument, match="no collection"):
        load_officers(tmp_path)


def test_lines_that_lack_something_are_refused_with_what_it_is(tmp_path: Path) -> None:
    lines = yaml.safe_load((ROOT / "officers.yml").read_text("utf-8"))
    lines["presses"]["governance"] = ["Just one."]
    (tmp_path / "officers.yml").write_text(yaml.safe_dump(lines))
    with pytest.raises(BadDocument, match="presses lack governance"):
        load_officers(tmp_path)


def test_there_are_no_officers_without_a_file(tmp_path: Path) -> None:
    with pytest.raises(BadDocument):
        load_officers(tmp_path)
