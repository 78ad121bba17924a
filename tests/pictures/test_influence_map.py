"""The influence map in shapes, words and a table: all say the same."""

import csv
import io

import pytest

from dealbot.domain.stakeholder import BuyingRole, Stance
from dealbot.pictures.influence_map import MOST_SEATS, draw_influence_map, influence_scene
from dealbot.pictures.influence_words import alt_text, to_csv
from dealbot.pictures.palette import LOOKS
from dealbot.pictures.scene import Mark, Panel, Scene, Shape, Stroke, Words
from dealbot.pictures.telling import MOST_LETTERS
from dealbot.pictures.values import InfluenceMap, Tie, TieKind
from tests.pictures.samples import a_gap, a_map, a_seat, ago, large_map, small_map, usual_map


def words(shown: InfluenceMap) -> list[str]:
    return [shape.text for shape in influence_scene(shown).shapes if isinstance(shape, Words)]


def shapes_of(scene: Scene, kind: type[Shape]) -> list[Shape]:
    return [shape for shape in scene.shapes if isinstance(shape, kind)]


def place(shown: InfluenceMap, text: str) -> Words:
    return next(shape for shape in influence_scene(shown).shapes if isinstance(shape, Words) and shape.text == text)


def test_each_stance_has_a_word_a_form_and_a_colour_of_its_own() -> None:
    assert set(LOOKS) == set(Stance)
    for part in ("word", "form", "color"):
        assert len({getattr(look, part) for look in LOOKS.values()}) == len(Stance)


def test_a_card_says_name_title_when_last_heard_and_which_parts() -> None:
    told = words(small_map())
    for line in ("Dana Ruiz", "CFO", "blocks: money", "economic buyer"):
        assert any(line in text for text in told)
    assert any(text.startswith("7 d ago") for text in told)


def test_the_unknown_stand_apart_from_the_neutral() -> None:
    shown = a_map(a_seat("a", "Ana", None, stance=Stance.NEUTRAL), a_seat("b", "Bea", None))
    grounds = [p for p in influence_scene(shown).shapes if isinstance(p, Panel) and p.y < place(shown, "Bea").y]
    assert place(shown, "Neutral").y < place(shown, "Ana").y < place(shown, "Unknown").y < place(shown, "Bea").y
    assert any(ground.y > place(shown, "Ana").y and ground.width > 1000 for ground in grounds)


def test_whoever_sways_others_stands_left_of_who_does_not() -> None:
    shown = a_map(a_seat("a", "Ana", None), a_seat("b", "Bea", None, sways=True))
    assert place(shown, "Bea").x < place(shown, "Ana").x
    assert place(shown, "Bea").x < place(shown, "Not known to sway others").x <= place(shown, "Ana").x


def test_where_nobody_sways_others_all_the_room_is_for_the_rest() -> None:
    told = words(a_map(a_seat("a", "Ana", None), a_seat("b", "Bea", None)))
    assert "Sways others" not in told
    assert "Not known to sway others" in told


def test_a_seat_of_nobody_is_dashed_and_says_so() -> None:
    scene = influence_scene(a_map(a_gap("CISO")))
    dashed = [shape for shape in scene.shapes if isinstance(shape, Panel) and shape.dashed]
    assert len(dashed) == 1
    assert {"CISO", "not identified"} <= set(words(a_map(a_gap("CISO"))))
    assert "CISO: not identified" in alt_text(a_map(a_gap("CISO")))


def test_who_must_say_yes_has_a_thicker_frame() -> None:
    must, free = (influence_scene(a_map(a_seat(must_say_yes=must))) for must in (True, False))
    assert max(p.thickness for p in must.shapes if isinstance(p, Panel)) > max(
        p.thickness for p in free.shapes if isinstance(p, Panel)
    )


def test_a_title_alone_is_not_abbreviated_like_a_name() -> None:
    assert "General counsel" in words(a_map(a_seat("gc", None, "General counsel")))


def test_a_line_of_command_has_an_arrow_and_one_of_conflict_dashes_and_a_cross() -> None:
    seats = a_seat("a", "Ana", None), a_seat("b", "Bea", None, sways=True)
    reports = influence_scene(a_map(*seats, ties=(Tie(TieKind.REPORTS_TO, "a", "b"),)))
    conflict = influence_scene(a_map(*seats, ties=(Tie(TieKind.CONFLICT, "a", "b", "who pays"),)))
    assert any(isinstance(shape, Stroke) and shape.arrow for shape in reports.shapes)
    assert any(isinstance(shape, Stroke) and shape.dashed for shape in conflict.shapes)
    assert any(isinstance(shape, Mark) and shape.form == "cross" for shape in conflict.shapes)


def test_a_conflict_is_also_told_with_its_cause() -> None:
    told = " ".join(words(usual_map()))
    assert "in conflict with Kenji Mori, Director of" in told
    assert "pharmacy's other vendor, 4 months" in told


def test_lines_that_would_only_confuse_are_counted_and_stand_in_the_table() -> None:
    shown = large_map()
    drawn = (
        sum(isinstance(shape, Stroke) and shape.arrow for shape in influence_scene(shown).shapes) - 1
    )  # the legend's
    reports = sum(tie.kind is TieKind.REPORTS_TO for tie in shown.ties)
    assert f"In the list beside: {reports - drawn} more lines between people." in words(shown)
    assert sum(bool(row["reports_to"]) for row in csv.DictReader(io.StringIO(to_csv(shown)))) == reports


def test_of_very_many_people_the_most_pressing_are_drawn_and_the_others_counted() -> None:
    shown = large_map(MOST_SEATS + 9)
    assert any("9 more people" in text for text in words(shown))
    assert len(list(csv.DictReader(io.StringIO(to_csv(shown))))) == MOST_SEATS + 9


def test_the_head_counts_who_must_say_yes_and_does() -> None:
    blocked = a_seat("b", "Bea", "CNO", stance=Stance.SUPPORTIVE, must_say_yes=True, blocks="workload")
    shown = a_map(a_seat(stance=Stance.COMMITTED, must_say_yes=True), blocked, a_gap("CISO"))
    assert "1 of 3 who must say yes do" in words(shown)
    assert "Nobody is set yet who must say yes" in words(a_map(a_seat()))


@pytest.mark.parametrize("shown", [small_map(), usual_map(), large_map(20)], ids=["3", "10", "20"])
def test_the_alt_text_names_everybody(shown: InfluenceMap) -> None:
    assert all(seat.label in alt_text(shown) for seat in shown.seats)
    assert "more." not in alt_text(shown)


def test_an_alt_text_that_is_too_long_ends_with_how_many_more_there_are() -> None:
    shown = a_map(*(a_seat(f"p{at}", f"{at:02} {'N' * 76}", "CFO") for at in range(40)))
    text = alt_text(shown)
    named = sum(seat.label in text for seat in shown.seats)
    assert 0 < named < 40
    assert text.endswith(f"And {40 - named} more.")
    assert len(text) <= MOST_LETTERS


def test_the_alt_text_begins_with_the_count_and_whoever_must_say_yes_and_does_not() -> None:
    text = alt_text(usual_map())
    assert text.startswith("Influence map of Lakeshore Health, 23 Nov 2026. 2 of 6 who must say yes do. Dana Ruiz, CFO")
    assert text.index("Dana Ruiz") < text.index("Kenji Mori") < text.index("in conflict with") < text.index("Ana Gomez")


def test_the_alt_text_says_all_that_a_card_says() -> None:
    seat = a_seat(
        stance=Stance.CONCERNED,
        roles=(BuyingRole.ECONOMIC_BUYER, BuyingRole.VETO),
        sways=True,
        must_say_yes=True,
        last_heard=ago(7),
        blocks="money",
        decision_stage="needs evidence",
    )
    facts = "concerned, blocks money, must say yes, sways others, economic buyer, can veto, needs evidence, 7 d ago"
    assert f"Dana Ruiz, CFO: {facts}." in alt_text(a_map(seat))


def test_who_left_is_told_in_picture_and_words() -> None:
    assert "Left: Carl Brandt, CFO (2 Mar 2026)." in words(usual_map())
    assert "Carl Brandt, CFO left 2 Mar 2026." in alt_text(usual_map())


def test_the_table_has_a_row_for_each_seat_with_what_is_known() -> None:
    rows = {row["name"] or row["title"]: row for row in csv.DictReader(io.StringIO(to_csv(usual_map())))}
    assert len(rows) == len(usual_map().seats)
    assert rows["Raj Patel"]["reports_to"] == "Dana Ruiz, CFO"
    assert rows["Kenji Mori"]["in_conflict_with"] == "Dr. Hannah Lee, CMO"
    assert rows["Dr. Hannah Lee"]["in_conflict_with"] == "Kenji Mori, Director of Pharmacy"
    assert (rows["CISO"]["identified"], rows["CISO"]["stance"], rows["CISO"]["must_say_yes"]) == (
        "no",
        "unknown",
        "yes",
    )
    assert (rows["Raj Patel"]["last_heard"], rows["Raj Patel"]["days_since"]) == ("2026-11-16", "7")


def test_what_leaves_the_team_holds_no_nuance() -> None:
    table = to_csv(usual_map(), nuances=False)
    assert table.splitlines()[0] == "name,title,function,identified,reports_to"
    assert not any(stance.value in table.replace("opposed", "") for stance in (Stance.CONCERNED, Stance.COMMITTED))
    assert "detractor" not in table


def test_a_picture_is_png_svg_words_and_table() -> None:
    picture = draw_influence_map(small_map())
    assert picture.png.startswith(b"\x89PNG")
    assert "<svg" in picture.svg
    assert "<title>Influence map of Lakeshore Health</title>" in picture.svg
    assert f"<desc>{picture.alt}</desc>" in picture.svg
    assert picture.csv == to_csv(small_map())


def test_influence_and_open_worries_are_told_on_the_card_in_words_and_in_the_table() -> None:
    shown = a_map(a_seat("a", "Ana", None, stance=Stance.SUPPORTIVE, must_say_yes=True, influence=5, worries=1))
    assert any("influence 5" in text for text in words(shown))
    assert "influence 5, 1 open worry" in alt_text(shown)
    (row,) = csv.DictReader(io.StringIO(to_csv(shown)))
    assert (row["influence"], row["worries"]) == ("5", "1")
    assert not shown.seats[0].says_yes
    assert "0 of 1 who must say yes do" in alt_text(shown)
