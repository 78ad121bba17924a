"""Pieces of an answer that are told together."""

from dealbot.domain.practice.pieces import Piece, fewer, leaning_together, short_together


def pieces(*texts: str, item: int = 0, under: tuple[str, ...] = ()) -> list[Piece]:
    return [Piece(text, item, under) for text in texts]


def texts(found: list[Piece]) -> list[str]:
    return [piece.text for piece in found]


def test_what_leans_on_the_one_before_is_told_with_it() -> None:
    told = leaning_together(pieces("Old beds creak at night.", "Both sides are oiled.", "I count them."))
    assert texts(told) == ["Old beds creak at night. Both sides are oiled.", "I count them."]


def test_one_of_what_was_told_before_leans_on_it() -> None:
    told = leaning_together(
        pieces("Treat an early test as a warning.", "One in May may be late.", "One nurse is enough.")
    )
    assert texts(told) == ["Treat an early test as a warning. One in May may be late.", "One nurse is enough."]


def test_what_goes_on_about_a_label_is_told_with_it() -> None:
    told = leaning_together(pieces("Old bed: A bed of wood.", "Suitable for those who sleep well."))
    assert texts(told) == ["Old bed: A bed of wood. Suitable for those who sleep well."]


def test_what_leans_on_a_piece_of_another_item_or_a_long_one_stays() -> None:
    apart = [*pieces("Old beds creak at night."), *pieces("Both sides are oiled.", item=1)]
    assert texts(leaning_together(apart)) == ["Old beds creak at night.", "Both sides are oiled."]
    long = " ".join(["bed"] * 50)
    assert texts(leaning_together(pieces(long, "Both sides are oiled."))) == [long, "Both sides are oiled."]


def test_what_is_said_for_each_of_some_is_told_with_them_or_not_at_all() -> None:
    heaps = "I make two heaps of beds."
    told = leaning_together(pieces(heaps, "For the first, I pay.", "For the second, I wait.", "I rest."))
    assert texts(told) == ["I make two heaps of beds; for the first, I pay; for the second, I wait", "I rest."]
    long = f"For the second, I wait {' '.join(['long'] * 30)}."
    assert texts(leaning_together(pieces(heaps, "For the first, I pay.", long, "I rest."))) == [heaps, "I rest."]


def test_very_short_pieces_are_told_together_within_a_list() -> None:
    assert texts(short_together(pieces("Ask first.", "Count the beds by ward."))) == [
        "Ask first. Count the beds by ward."
    ]
    apart = [*pieces("Count the beds by ward."), *pieces("Ask first.", item=1, under=("Chairs",))]
    assert texts(short_together(apart)) == ["Count the beds by ward.", "Ask first."]


def test_too_many_pieces_are_first_joined_within_their_item_then_within_their_list() -> None:
    found = [
        *pieces("Count the beds.", item=0, under=("Beds",)),
        *pieces("Sort the beds of the ward.", "Sell the old ones of them.", item=1, under=("Beds",)),
        *pieces("Count the chairs.", item=2, under=("Chairs",)),
    ]
    assert texts(fewer(found, 3)) == [
        "Count the beds.",
        "Sort the beds of the ward. Sell the old ones of them.",
        "Count the chairs.",
    ]
    assert texts(fewer(found, 2)) == [
        "Count the beds; Sort the beds of the ward. Sell the old ones of them.",
        "Count the chairs.",
    ]
    assert len(fewer(found, 1)) == 1


def test_long_pieces_of_a_list_are_joined_before_those_of_two_lists() -> None:
    long = " ".join(["bed"] * 30)
    found = [*pieces(long, long, under=("Beds",)), *pieces("A chair of wood.", item=1, under=("Chairs",))]
    assert texts(fewer(found, 2))[1] == "A chair of wood."


def test_a_piece_without_a_full_stop_is_joined_with_a_semicolon() -> None:
    assert texts(fewer(pieces("Count the beds", "Sort the beds"), 1)) == ["Count the beds; Sort the beds"]
