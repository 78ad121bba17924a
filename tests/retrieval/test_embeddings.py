import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from langchain_core.vectorstores import InMemoryVectorStore

from dealbot.retrieval.embeddings import MiniLm
from dealbot.retrieval.engine import DIMENSIONS, GRAPH, SHA256, DamagedModelError, packaged_model
from tools.minilm_graph import graph

NOTE = "The CFO will not sign before the security review is done. Dr. Lee wants a pilot in two clinics. " * 30


def similarities(minilm: MiniLm, *texts: str) -> list[float]:
    """How close the first text is to each of the others."""
    first, *others = minilm.encode(texts)
    return [float(first @ other) for other in others]


def test_similarities_are_those_that_sentence_transformers_documents_for_this_model(minilm: MiniLm) -> None:
    sunny, driven, lovely = "It's so sunny outside!", "He drove to the stadium.", "The weather is lovely today."
    assert similarities(minilm, lovely, sunny, driven) == pytest.approx([0.6660, 0.1046], abs=1e-4)
    assert similarities(minilm, sunny, driven) == pytest.approx([0.1411], abs=1e-4)


def test_similarities_of_sales_talk_stay_as_recorded(minilm: MiniLm) -> None:
    finance = "The CFO is worried about the budget for this year."
    same = "Finance fears there is no money left in 2026."
    other = "Nurses do not want another screen."
    assert similarities(minilm, finance, same, other) == pytest.approx([0.4492, 0.1717], abs=1e-4)


def test_vectors_have_the_length_one(minilm: MiniLm) -> None:
    vectors = minilm.encode(["", "a", "Ünïcödé 日本語 😀", NOTE])
    assert vectors.shape == (4, DIMENSIONS)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, rtol=1e-6)


def test_a_text_means_the_same_alone_and_among_others(minilm: MiniLm) -> None:
    texts = [f"{word} signs {'very ' * (number % 5)}soon" for number, word in enumerate(NOTE.split()[:90])]
    together = minilm.encode(texts)
    alone = np.vstack([minilm.encode([text]) for text in texts])
    np.testing.assert_allclose(together, alone, atol=1e-6)


def test_a_long_text_is_read_up_to_256_word_pieces(minilm: MiniLm) -> None:
    words = "budget " * 254
    assert minilm.embed_query(words) == minilm.embed_query(words + "security")
    assert minilm.embed_query(words[:-7]) != minilm.embed_query(words[:-7] + "security")


def test_half_a_character_is_no_error(minilm: MiniLm) -> None:
    assert minilm.embed_query("ok \ud83d") == minilm.embed_query("ok ?")


def test_no_texts_give_no_vectors(minilm: MiniLm) -> None:
    assert minilm.encode([]).shape == (0, DIMENSIONS)


def test_langchain_can_use_it(minilm: MiniLm) -> None:
    store = InMemoryVectorStore(minilm)  # type: ignore[arg-type] # the same methods, without the base class
    store.add_texts(["Legal redlines the contract.", "The pilot starts in two clinics."])
    (found,) = store.similarity_search("Where does the pilot begin?", k=1)
    assert found.page_content == "The pilot starts in two clinics."


def test_weights_other_than_the_pinned_ones_are_refused(tmp_path: Path) -> None:
    for name in SHA256:
        (tmp_path / name).write_bytes((packaged_model() / name).read_bytes()[:-1])
    with pytest.raises(DamagedModelError, match=r"model\.safetensors is damaged"):
        MiniLm(tmp_path).embed_query("anything")


def test_the_graph_is_the_one_its_tool_makes() -> None:
    assert GRAPH.read_bytes() == graph()


def test_the_engine_loads_when_first_used_and_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    script = """
import sys
from dealbot.retrieval.embeddings import MiniLm
assert "onnxruntime" not in sys.modules
MiniLm().embed_query("hello")
assert "onnxruntime" in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], env={"HOME": str(tmp_path)}, check=True)
    assert not list(tmp_path.iterdir())
