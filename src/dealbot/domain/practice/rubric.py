"""What an answer is graded by: what a good one does, and what it must not do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rubric:
    """A question with the behaviours that a good answer shows and the pitfalls that it avoids.

    `reference` is the model answer that the key points were cut from, empty where only points are given.
    """

    question: str
    points: tuple[str, ...]
    pitfalls: tuple[str, ...] = ()
    reference: str = ""
