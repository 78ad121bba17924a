"""The network in the making: MiniLM with small matrices added to every dense layer, and the heads."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dealbot.reading.net.cues import CUES
from dealbot.reading.net.looks import LOOKS
from dealbot.reading.net.spots import TAGS
from dealbot.reading.net.ties import TIES, TRAITS
from dealbot.retrieval.engine import DIMENSIONS, WEIGHTS, packaged_model
from dealbot.retrieval.states import CLOSES, OPENS, stretches
from dealbot.retrieval.tensors import Tensors
from tools.minilm_graph import EPSILON, HEADS, LAYERS
from tools.train_reader.lessons import FUNCTIONS, KINDS, ROLES, SIDES, STANCES, STATUS, TOPICS, Lesson
from tools.train_reader.statements import SCOPES

RANK = 32
SIZES = {
    "clause": {
        "topic": len(TOPICS),
        "status": len(STATUS),
        "blocking": 1,
        "step": 1,
        "done": 1,
        "side": len(SIDES),
        "signal": len(KINDS),
        "view": 1,
        "concern": 1,
        "which": len(TOPICS),
        "cstance": len(STANCES) + 1,
        "croles": len(ROLES),
        "scope": len(SCOPES),
    },
    "pair": {"holder": 1, "evid": 1, "owner": 1, "viewp": 1, "stance": len(STANCES), "roles": len(ROLES)},
    "person": {"side": len(SIDES), "function": len(FUNCTIONS) + 1, "stance": len(STANCES), "roles": len(ROLES)},
}
_RARE = {"topic": -4.0, "signal": -4.0, "step": -2.0, "done": -2.0, "view": -2.0, "concern": -2.0, "croles": -2.0}
_CLAUSE, _PAIR = 256, 192
_FORGET = 0.1
_FORGET_HEADS = 0.15
_FORGET_CUES = 0.2
LOUDER = 2.0

Scores = dict[str, Tensor]


class Dense(nn.Module):
    """A layer of MiniLM that stays as it is, and the product of two small matrices that is trained."""

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        super().__init__()
        self.register_buffer("weight", weight, persistent=False)
        self.register_buffer("bias", bias, persistent=False)
        self.down = nn.Parameter(torch.randn(RANK, weight.shape[1]) * 0.02)
        self.up = nn.Parameter(torch.zeros(weight.shape[0], RANK))

    def forward(self, inputs: Tensor) -> Tensor:
        """The layer and the product."""
        narrow = functional.linear(inputs, self.down)
        return functional.linear(inputs, self.weight, self.bias) + LOUDER * functional.linear(narrow, self.up)


class Encoder(nn.Module):
    """BERT (arXiv:1810.04805), named as in the file of weights with a dash for every dot."""

    def __init__(self) -> None:
        super().__init__()
        weights = _packaged()
        self.register_buffer("words", weights["embeddings.word_embeddings.weight"], persistent=False)
        self.register_buffer("places", weights["embeddings.position_embeddings.weight"], persistent=False)
        self.register_buffer("kind", weights["embeddings.token_type_embeddings.weight"][0], persistent=False)
        names = [name.removesuffix(".weight") for name in weights if name.endswith(".weight")]
        self.dense = nn.ModuleDict()
        self.norms = nn.ParameterDict()
        for name in names:
            weight, bias = weights[f"{name}.weight"], weights.get(f"{name}.bias")
            if "LayerNorm" in name and bias is not None:
                self.norms[_dashed(f"{name}.weight")] = nn.Parameter(weight)
                self.norms[_dashed(f"{name}.bias")] = nn.Parameter(bias)
            elif name.startswith("encoder.") and bias is not None:
                self.dense[_dashed(name)] = Dense(weight, bias)

    def forward(self, pieces: Tensor, there: Tensor | None = None) -> Tensor:
        """The states of pieces [n, length]; `there` [n, length] is false for what only fills a row."""
        state = self.words[pieces] + self.places[: pieces.shape[1]] + self.kind
        state = self._forget(self._norm("embeddings", state))
        for layer in range(LAYERS):
            state = self._layer(f"encoder.layer.{layer}", state, there)
        return state

    def _layer(self, name: str, state: Tensor, there: Tensor | None) -> Tensor:
        heard = self._dense(f"{name}.attention.output.dense", self._attend(name, state, there))
        state = self._norm(f"{name}.attention.output", state + self._forget(heard))
        wide = functional.gelu(self._dense(f"{name}.intermediate.dense", state))
        return self._norm(f"{name}.output", state + self._forget(self._dense(f"{name}.output.dense", wide)))

    def _attend(self, name: str, state: Tensor, there: Tensor | None) -> Tensor:
        """Attention written out: on a processor quicker to train than the fused one."""
        rows, length, width = state.shape
        asked, held, said = (
            self._dense(f"{name}.attention.self.{part}", state).view(rows, length, HEADS, -1).transpose(1, 2)
            for part in ("query", "key", "value")
        )
        scores = asked @ held.transpose(2, 3) / (width // HEADS) ** 0.5
        if there is not None:
            scores = scores.masked_fill(~there[:, None, None], -1e4)
        heard = torch.softmax(scores, -1, dtype=scores.dtype) @ said
        return heard.transpose(1, 2).reshape(rows, length, width)

    def _dense(self, name: str, inputs: Tensor) -> Tensor:
        return self.dense[_dashed(name)](inputs)

    def _norm(self, name: str, inputs: Tensor) -> Tensor:
        norm = _dashed(f"{name}.LayerNorm")
        return functional.layer_norm(
            inputs, (DIMENSIONS,), self.norms[f"{norm}-weight"], self.norms[f"{norm}-bias"], EPSILON
        )

    def _forget(self, state: Tensor) -> Tensor:
        """Dropout of whole columns of a row: one mask for all its pieces, cheap to draw."""
        if not self.training:
            return state
        kept = torch.rand(state.shape[0], 1, state.shape[2]) > _FORGET
        return state * (kept.to(state.dtype) / (1 - _FORGET))


class Heads(nn.Module):
    """The heads, as `dealbot.reading.net.network` computes them."""

    def __init__(self) -> None:
        super().__init__()
        facts, persons = TIES + TRAITS, DIMENSIONS + TRAITS + _PAIR
        self.t1, self.t2 = nn.Linear(DIMENSIONS + 5 * LOOKS, 128), nn.Linear(128, len(TAGS))
        self.c1, self.cf = nn.Linear(DIMENSIONS, _CLAUSE), nn.Linear(CUES, _CLAUSE, bias=False)
        self.co, self.null = nn.Linear(_CLAUSE, _width("clause")), nn.Linear(_CLAUSE, 2)
        self.pc, self.pp = nn.Linear(DIMENSIONS + _CLAUSE, _PAIR), nn.Linear(DIMENSIONS, _PAIR, bias=False)
        self.pe, self.po = nn.Linear(facts, _PAIR, bias=False), nn.Linear(_PAIR, _width("pair"))
        self.ph, self.pout = nn.Linear(persons, _PAIR), nn.Linear(_PAIR, _width("person"))
        self.forget = nn.Dropout(_FORGET_HEADS)
        with torch.no_grad():
            biases = [_RARE.get(name, 0.0) for name, size in SIZES["clause"].items() for _ in range(size)]
            self.co.bias.copy_(torch.tensor(biases))
            self.t2.bias[0] = 3.0

    def tags(self, words: Tensor, looks: Tensor) -> Tensor:
        """Scores of the tags of words."""
        padded = functional.pad(self._some(looks), (0, 0, 2, 2))
        around = [padded[at : at + len(looks)] for at in range(5)]
        return self.t2(self.forget(_gelu(self.t1(torch.cat([self.forget(words), *around], -1)))))

    def clauses(self, clauses: Tensor, cues: Tensor) -> tuple[Tensor, Scores]:
        """What is known of each clause, and its scores."""
        hidden = _gelu(self.c1(self.forget(clauses)) + self.cf(self._some(cues)))
        return hidden, _parts("clause", self.co(self.forget(hidden)))

    def pairs(self, clauses: Tensor, hidden: Tensor, people: Tensor, lesson: Lesson) -> tuple[Scores, Scores]:
        """The scores of every person with every clause, and of every person."""
        traits = torch.as_tensor(lesson.traits)
        facts = torch.cat([torch.as_tensor(lesson.ties), traits[:, None].expand(-1, len(clauses), -1)], -1)
        both = self.pc(self.forget(torch.cat([clauses, hidden], -1)))[None] + self.pp(self.forget(people))[:, None]
        pair = _gelu(both + self.pe(facts))
        told = _parts("pair", self.po(self.forget(pair)))
        tells = torch.softmax(told["evid"][..., 0], 1)
        gathered = (tells[..., None] * pair).sum(1)
        own = _parts(
            "person",
            self.pout(self.forget(_gelu(self.ph(torch.cat([self.forget(people), traits, gathered], -1))))),
        )
        own["stance"] = own["stance"] + (tells[..., None] * told["stance"]).sum(1)
        own["roles"] = own["roles"] + told["roles"].max(1).values
        return told | {"tells": tells}, own

    def _some(self, columns: Tensor) -> Tensor:
        """Columns left out at random in training, so that no cue is relied on alone."""
        kept = torch.rand(columns.shape[-1]) > _FORGET_CUES
        return columns * kept.float() if self.training else columns


class Net(nn.Module):
    """Encoder and heads."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.heads = Encoder(), Heads()

    def states(self, notes: Sequence[Sequence[int]]) -> list[Tensor]:
        """The states of the pieces of several notes, read together."""
        rows, owners = [], []
        for note, pieces in enumerate(notes):
            for first, last, begin, end in stretches(len(pieces)):
                rows.append(torch.tensor([OPENS, *pieces[first:last], CLOSES]))
                owners.append((note, 1 + begin - first, 1 + end - first))
        padded = nn.utils.rnn.pad_sequence(rows, batch_first=True)
        lengths = torch.tensor([len(row) for row in rows])
        encoded = self.encode(padded, torch.arange(padded.shape[1]) < lengths[:, None])
        parts: list[list[Tensor]] = [[] for _ in notes]
        for row, (note, begin, end) in zip(encoded, owners, strict=True):
            parts[note].append(row[begin:end])
        return [torch.cat(part) for part in parts]

    def encode(self, pieces: Tensor, there: Tensor | None = None) -> Tensor:
        """States, in training at half precision."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            return self.encoder(pieces, there).float()


def means(states: Tensor, places: Sequence[np.ndarray]) -> Tensor:
    """The mean states of some groups of pieces."""
    return torch.stack(
        [states[torch.as_tensor(place)].mean(0) if len(place) else states.new_zeros(DIMENSIONS) for place in places]
    )


def _parts(group: str, scores: Tensor) -> Scores:
    return dict(zip(SIZES[group], scores.split(list(SIZES[group].values()), -1), strict=True))


def _width(group: str) -> int:
    return sum(SIZES[group].values())


def _gelu(values: Tensor) -> Tensor:
    return functional.gelu(values, approximate="tanh")


def _dashed(name: str) -> str:
    return name.replace(".", "-")


def _packaged() -> dict[str, Tensor]:
    tensors = Tensors(packaged_model() / WEIGHTS)
    return {name: torch.from_numpy(tensors[name].copy()) for name in tensors}
