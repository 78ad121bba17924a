"""The heads of the network: from the states of a note's word pieces to shares of every class; shapes are in brackets.

Clauses and people are the mean states of their pieces. Every person is held against every clause; how much a clause
tells of a person weighs what it says of where they stand (attention, arXiv:1409.0473).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dealbot.reading.features import Floats
from dealbot.reading.net.ties import HERE, OF_ANOTHER

# How much less a clause tells of somebody whom it does not name where it is about somebody else, in powers of e.
_LESS = 1.0


@dataclass(frozen=True, slots=True)
class ClauseShares:
    """Of each clause: heads whose classes exclude each other sum to 1 along the last axis, others are shares of yes."""

    concern: Floats  # (clauses,)
    topic: Floats  # (clauses, 11), yes or no each
    which: Floats  # (clauses, 11): the topic if there is a concern
    status: Floats  # (clauses, 3)
    blocking: Floats  # (clauses,)
    step: Floats  # (clauses,)
    done: Floats  # (clauses,)
    side: Floats  # (clauses, 3)
    signal: Floats  # (clauses, 13), yes or no each
    view: Floats  # (clauses,)
    stance: Floats  # (clauses, 7), the last: none
    scope: Floats  # (clauses, 3): this deal, another customer's, nobody's
    holder: Floats  # (clauses, 1 + people), the first: nobody
    owner: Floats  # (clauses, 1 + people)


@dataclass(frozen=True, slots=True)
class PersonShares:
    """Of each person of the note."""

    stance: Floats  # (people, 6)
    roles: Floats  # (people, 8), yes or no each
    function: Floats  # (people, 16), the last: none
    side: Floats  # (people, 3)
    tells: Floats  # (people, clauses): how much each clause tells of where the person stands
    viewed: Floats  # (people, clauses): whom a guess of the author is about; sums to 1 over people


@dataclass(frozen=True, slots=True)
class Network:
    """Weights by name, as trained; `sizes` names the classes of the clause heads, pair heads and person heads."""

    weights: Mapping[str, Floats]
    sizes: Mapping[str, Mapping[str, int]]
    examples: str

    def tags(self, words: Floats, looks: Floats) -> Floats:
        """Shares of each tag for each word; `words` [words, 384], `looks` [words, LOOKS]."""
        padded = np.pad(looks, ((2, 2), (0, 0)))
        around = [padded[at : at + len(looks)] for at in range(5)]
        hidden = _gelu(self._dense("t1", np.concatenate([words, *around], axis=1)))
        return _softmax(self._dense("t2", hidden))

    def read(
        self, clauses: Floats, cues: Floats, people: Floats, traits: Floats, ties: Floats
    ) -> tuple[ClauseShares, PersonShares]:
        """Judge clauses [c, 384] with their cues, and people [p, 384] with traits and ties [p, c, TIES]."""
        hidden = _gelu(self._dense("c1", clauses) + self._dense("cf", cues))
        said = self._parts("clause", self._dense("co", hidden))
        both = self._dense("pc", np.concatenate([clauses, hidden], axis=1))[None] + self._dense("pp", people)[:, None]
        facts = np.concatenate([ties, np.broadcast_to(traits[:, None], (*ties.shape[:2], traits.shape[1]))], axis=2)
        pair = _gelu(both + self._dense("pe", facts))
        told = self._parts("pair", self._dense("po", pair))
        nobody = self._dense("null", hidden)
        return (
            _clause_shares(said, told, nobody),
            self._people(people, traits, pair, told, ties),
        )

    def _people(
        self, people: Floats, traits: Floats, pair: Floats, told: Mapping[str, Floats], ties: Floats
    ) -> PersonShares:
        tells = _softmax(told["evid"][..., 0] - _LESS * ties[..., OF_ANOTHER] * (1 - ties[..., HERE]))
        gathered = (tells[..., None] * pair).sum(axis=1)
        hidden = _gelu(self._dense("ph", np.concatenate([people, traits, gathered], axis=1)))
        own = self._parts("person", self._dense("pout", hidden))
        return PersonShares(
            stance=_softmax((tells[..., None] * told["stance"]).sum(axis=1) + own["stance"]),
            roles=_sigmoid(told["roles"].max(axis=1, initial=-np.inf) + own["roles"]),
            function=_softmax(own["function"]),
            side=_softmax(own["side"]),
            tells=tells,
            viewed=_softmax(told["viewp"][..., 0].T).T,
        )

    def _dense(self, name: str, inputs: Floats) -> Floats:
        result: Floats = inputs @ self.weights[f"{name}.weight"].T
        bias = self.weights.get(f"{name}.bias")
        return result if bias is None else result + bias

    def _parts(self, group: str, scores: Floats) -> dict[str, Floats]:
        sizes = self.sizes[group]
        ends = np.cumsum(list(sizes.values()))[:-1]
        return dict(zip(sizes, np.split(scores, ends, axis=-1), strict=True))


def _clause_shares(said: Mapping[str, Floats], told: Mapping[str, Floats], nobody: Floats) -> ClauseShares:
    return ClauseShares(
        concern=_sigmoid(said["concern"][:, 0]),
        topic=_sigmoid(said["topic"]),
        which=_softmax(said["which"]),
        status=_softmax(said["status"]),
        blocking=_sigmoid(said["blocking"][:, 0]),
        step=_sigmoid(said["step"][:, 0]),
        done=_sigmoid(said["done"][:, 0]),
        side=_softmax(said["side"]),
        signal=_sigmoid(said["signal"]),
        view=_sigmoid(said["view"][:, 0]),
        stance=_softmax(said["cstance"]),
        scope=_softmax(said["scope"]),
        holder=_softmax(np.concatenate([nobody[:, :1], told["holder"][..., 0].T], axis=1)),
        owner=_softmax(np.concatenate([nobody[:, 1:2], told["owner"][..., 0].T], axis=1)),
    )


def _sigmoid(scores: Floats) -> Floats:
    shares: Floats = (1 / (1 + np.exp(-np.clip(scores, -40, 40)))).astype(np.float32)
    return shares


def _softmax(scores: Floats) -> Floats:
    if not scores.size:
        return scores
    powers: Floats = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return result


def _gelu(values: Floats) -> Floats:
    """The usual approximation by tanh (arXiv:1606.08415)."""
    result: Floats = 0.5 * values * (1 + np.tanh(0.7978845608 * values * (1 + 0.044715 * values * values)))
    return result
