import numpy as np
import pytest

from dealbot.retrieval.engine import DIMENSIONS, WEIGHTS, open_engine, packaged_model
from dealbot.retrieval.states import AROUND, AT_ONCE, CLOSES, OPENS, TRAINED, NoteStates, stretches, trained
from dealbot.retrieval.tensors import Tensors


@pytest.fixture(scope="module")
def encoder() -> NoteStates:
    """The encoder as it ships."""
    return NoteStates()


def test_every_piece_has_its_place_and_state(encoder: NoteStates) -> None:
    text = "Dana Ruiz, CFO: \u201cno budget\u201d \U0001f480"
    states = encoder.of(text)
    assert states.vectors.shape == (len(states.starts), DIMENSIONS)
    pieces = [text[start:end] for start, end in zip(states.starts, states.ends, strict=True)]
    assert pieces[:6] == ["Dana", "Ruiz", ",", "CF", "O", ":"]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_has_no_pieces(encoder: NoteStates, text: str) -> None:
    assert encoder.of(text).vectors.shape == (0, DIMENSIONS)


def test_half_a_character_is_no_error(encoder: NoteStates) -> None:
    assert len(encoder.of("ok \ud83d then").starts) == len(encoder.of("ok ? then").starts)


def test_a_long_text_is_read_to_its_end(encoder: NoteStates) -> None:
    text = "The CFO wants a pilot. " * 200
    states = encoder.of(text)
    assert states.ends[-1] == len(text.rstrip())
    assert np.isfinite(states.vectors).all()


@pytest.mark.parametrize(
    ("words", "is_kept"), [(3, True), (40, True), (450, False)], ids=["short", "long", "longer than any note"]
)
def test_what_is_read_again_is_kept_unless_it_is_very_long(encoder: NoteStates, words: int, *, is_kept: bool) -> None:
    text = f"{'x' * 149} " * words
    assert (encoder.of(text) is encoder.of(text)) is is_kept


@pytest.mark.parametrize("count", [0, 1, AT_ONCE, AT_ONCE + 1, 3 * AT_ONCE + 17])
def test_stretches_keep_every_piece_once_with_what_is_around(count: int) -> None:
    kept = [at for _, _, begin, end in stretches(count) for at in range(begin, end)]
    assert kept == list(range(count))
    for first, last, begin, end in stretches(count):
        assert last - first <= AT_ONCE
        assert first == 0 or begin - first == AROUND
        assert last == count or last - end == AROUND


def test_the_layers_that_training_changed_are_the_packaged_ones_and_a_product_of_thin_matrices() -> None:
    changed, packaged = trained(packaged_model(), TRAINED), Tensors(packaged_model() / WEIGHTS)
    name = "encoder.layer.0.attention.self.query.weight"
    with np.load(TRAINED) as stored:
        thin = [stored[name.replace("weight", part)].astype(np.float32) for part in ("up", "down")]
    np.testing.assert_array_equal(changed[name], packaged[name] + thin[0] @ thin[1])
    assert set(changed) <= set(packaged)


def test_a_session_runs_with_the_changed_weights(encoder: NoteStates) -> None:
    unchanged = open_engine(packaged_model())
    pieces = [[OPENS, *unchanged.tokenizer.encode("The CFO wants a pilot.", add_special_tokens=False).ids, CLOSES]]
    difference = np.abs(unchanged.states(pieces)[0][1:-1] - encoder.of("The CFO wants a pilot.").vectors)
    assert difference.max() > 0.1
