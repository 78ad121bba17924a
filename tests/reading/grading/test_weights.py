"""The weights that ship are those of the examples, and decide as the trees that were learnt."""

import numpy as np

from dealbot.reading.grading.looks import Asked, look
from dealbot.reading.grading.views import answer_view, view_of
from dealbot.reading.grading.weights import load_weights, weights_of
from dealbot.wiring import open_encoder
from tools.fit_grader import LOOKS, boosted, digest, files, fit, lacking, read


def test_the_weights_are_those_of_the_examples_beside_them() -> None:
    with np.load(LOOKS) as seen:
        assert load_weights().examples == str(seen["examples"]) == digest()


def test_learnt_again_from_what_was_seen_they_are_the_same() -> None:
    with np.load(LOOKS) as seen:
        again = weights_of({name: np.asarray(value) for name, value in fit(dict(seen)).items()})
    kept = load_weights()
    assert np.array_equal(again.points.sign, kept.points.sign)
    assert np.allclose(again.points.vote, kept.points.vote)
    for name in ("pitfalls", "topic", "likeness"):
        assert np.allclose(getattr(again, name).weights, getattr(kept, name).weights, atol=1e-4)


def test_the_trees_decide_as_those_that_were_learnt() -> None:
    with np.load(LOOKS) as stored:
        seen = dict(stored)
    rows, labels, counts = lacking(seen)
    learnt = boosted().fit(rows, labels, sample_weight=counts)
    some = rows[:: len(rows) // 97]
    signs = [dict(zip(str(seen["points.names"]).split(), row, strict=True)) for row in some.tolist()]
    assert np.allclose(load_weights().points.likely(signs), learnt.predict_proba(some)[:, 1], atol=1e-6)


def test_what_was_seen_of_the_first_example_is_seen_today() -> None:
    weights, sight = load_weights(), open_encoder().states
    one = read(files()[0])[0]
    background = [view_of(text, sight, weights.rarity).pieces for text in weights.background]
    question, *points = (view_of(text, sight, weights.rarity, background) for text in (one["question"], *one["points"]))
    looks = look(Asked(question, points), answer_view(one["answer"], sight, weights.rarity), weights.rarity)
    with np.load(LOOKS) as seen:
        names = str(seen["points.names"]).split()
        for each, row in zip(looks, seen["points.signs"], strict=False):
            same = [name for name in names if name not in {"sink", "over_sink", "beside"}]
            assert np.allclose(
                [each.signs[name] for name in same], [row[names.index(name)] for name in same], atol=1e-3
            )


def test_no_signs_give_no_likelihood() -> None:
    assert load_weights().points.likely([]).tolist() == []
