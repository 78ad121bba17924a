"""A text is embedded once; what is remembered is what the encoder gave."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dealbot.retrieval.remembered import Remembered


class CountingEncoder:
    """Embeds a text as its length and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        self.asked += texts
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)


def test_a_text_is_embedded_once() -> None:
    encoder = CountingEncoder()
    remembered = Remembered(encoder)
    first, again = remembered.encode(["a", "bb", "a"]), remembered.encode(["bb", "a", "bb"])
    assert encoder.asked == ["a", "bb"]
    assert first.tolist() == [[1.0, 1.0], [2.0, 1.0], [1.0, 1.0]]
    assert again.tolist() == [[2.0, 1.0], [1.0, 1.0], [2.0, 1.0]]


def test_what_is_long_unused_is_forgotten() -> None:
    encoder = CountingEncoder()
    remembered = Remembered(encoder, most=1)
    remembered.encode(["a", "bb"])
    remembered.encode(["a"])
    assert encoder.asked == ["a", "bb", "a"]


def test_no_texts_are_the_encoders_to_shape() -> None:
    assert len(Remembered(CountingEncoder()).encode([])) == 0
