import hashlib
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

import dealbot.reading
from dealbot.domain.concern import ConcernStatus, ConcernTopic
from dealbot.domain.signal import SignalKind
from dealbot.domain.stakeholder import BuyingRole, Side, Stance
from dealbot.reading.features import LETTERS, WIDTH, WORDS, rarity, words_and_letters
from dealbot.reading.heads import Guess, Heads, load_heads
from dealbot.retrieval.embeddings import MiniLm
from tools.train_heads import Example, TrainedHead, main, read_examples, train


@pytest.fixture(scope="module")
def heads() -> Heads:
    """The heads as they ship."""
    return load_heads()


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    """What they were trained on."""
    return read_examples()[0]


def stored(heads: Heads, name: str) -> TrainedHead:
    """One head of those that ship."""
    names = list(heads.names)
    start = sum(len(heads.names[other]) for other in names[: names.index(name)])
    columns = slice(start, start + len(heads.names[name]))
    return TrainedHead(heads.names[name], heads.weights[:, columns], heads.bias[columns])


def test_the_weights_are_those_of_the_examples_beside_them(heads: Heads) -> None:
    folder = Path(str(resources.files(dealbot.reading))) / "examples"
    files = sorted(folder.glob("*.jsonl"))
    assert heads.examples == hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def test_the_rarity_of_words_is_that_of_the_examples(heads: Heads, examples: list[Example]) -> None:
    np.testing.assert_allclose(heads.rarity, rarity([example["text"] for example in examples]), atol=1e-5)


def test_training_again_gives_the_weights_that_ship(heads: Heads, examples: list[Example], minilm: MiniLm) -> None:
    for name, head in train(examples, minilm, ("status", "blocking")).items():
        shipped = stored(heads, name)
        assert head.classes == shipped.classes
        np.testing.assert_allclose(head.weights, shipped.weights, atol=0.02)
        np.testing.assert_allclose(head.bias, shipped.bias, atol=0.02)


def test_every_label_is_one_of_the_closed_sets(examples: list[Example]) -> None:
    sets = {
        "concern": {None, *ConcernTopic},
        "status": {None, *ConcernStatus},
        "blocking": {True, False},
        "step": {None, "done", *Side},
        "signal": {None, *SignalKind},
        "stance": {None, *Stance},
        "view": {True, False},
        "scope": {"deal", "other", "generic"},
    }
    wrong = [
        (key, example[key], example["text"])
        for example in examples
        for key, allowed in sets.items()
        if example[key] not in allowed
    ]
    assert wrong == []


def test_every_role_is_one_of_the_closed_set(examples: list[Example]) -> None:
    assert {role for example in examples for role in example["roles"]} <= set(BuyingRole)


def test_a_concern_and_only_a_concern_has_a_status(examples: list[Example]) -> None:
    assert [example["text"] for example in examples if bool(example["concern"]) != bool(example["status"])] == []


def test_only_a_concern_blocks(examples: list[Example]) -> None:
    assert [example["text"] for example in examples if example["blocking"] and not example["concern"]] == []


def test_there_is_a_head_for_every_role_and_question(heads: Heads) -> None:
    questions = {"concern", "topic", "status", "blocking", "step", "signal", "stance", "view", "scope"}
    assert set(heads.names) == questions | set(BuyingRole)


def test_the_weights_have_a_row_for_each_feature_and_a_column_for_each_class(heads: Heads) -> None:
    assert heads.weights.shape == (WIDTH, sum(len(classes) for classes in heads.names.values()))


def test_the_shares_of_a_guess_add_up_to_one(heads: Heads, minilm: MiniLm) -> None:
    texts = ["", "Maria likes it.", "日本語 😀"]
    for guesses in heads.guess(texts, minilm.encode(texts)):
        assert all(sum(guess.shares) == pytest.approx(1) for guess in guesses.values())


def test_a_text_is_guessed_the_same_alone_and_among_others(heads: Heads, minilm: MiniLm) -> None:
    texts = ["Maria likes it.", "They run Epic.", "I'll send the plan."]
    together = heads.guess(texts, minilm.encode(texts))
    alone = heads.guess(texts[1:2], minilm.encode(texts[1:2]))
    assert together[1]["signal"].shares == pytest.approx(alone[0]["signal"].shares, abs=1e-4)


def test_a_guess_tells_the_likeliest_of_all_or_of_some() -> None:
    guess = Guess(("a", "b", "c"), (0.2, 0.5, 0.3))
    assert (guess.best, guess.among(("a", "c")), guess.of("c")) == ("b", "c", 0.3)


def test_case_and_kind_of_quote_make_no_difference_to_the_features() -> None:
    assert words_and_letters("She WON’T sign") == words_and_letters("she won't sign")


def test_features_stay_within_their_columns() -> None:
    words, letters = words_and_letters("Maria Ochoa (CFO) won't sign before the 50% pilot is done, will she?")
    assert max(words) < WORDS
    assert max(letters) < LETTERS


def test_a_word_of_few_texts_weighs_more() -> None:
    weights = rarity(["budget pilot", "budget", "budget"])
    (common,) = words_and_letters("budget")[0]
    (rare,) = words_and_letters("pilot")[0]
    assert weights[rare] > weights[common]


def test_what_is_trained_can_be_loaded(
    tmp_path: Path, minilm: MiniLm, examples: list[Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = _some_of_each(examples)
    monkeypatch.setattr("tools.train_heads.read_examples", lambda: (few, "0" * 64))
    main(minilm, tmp_path / "heads.npz", ("status", "blocking"))
    monkeypatch.setattr("dealbot.reading.heads.resources.files", lambda _: tmp_path)
    loaded = load_heads()
    assert loaded.examples == "0" * 64
    assert loaded.names == {"status": ("addressed", "raised", "resolved"), "blocking": ("no", "yes")}
    assert loaded.weights.shape == (WIDTH, 5)


def _some_of_each(examples: list[Example]) -> list[Example]:
    """The first example of every label of every head."""
    kept: dict[tuple[str, str], list[Example]] = {}
    for example in examples:
        for key in example:
            values = example[key] if isinstance(example[key], list) else [example[key]]
            for value in values if key != "text" else []:
                kept.setdefault((key, str(value)), []).append(example)
    chosen = {example["text"]: example for group in kept.values() for example in group[:1]}
    return list(chosen.values())
