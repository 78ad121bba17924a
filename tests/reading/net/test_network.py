import numpy as np
import pytest

from dealbot.reading.net.cues import CUES
from dealbot.reading.net.looks import LOOKS
from dealbot.reading.net.network import ClauseShares, Network, PersonShares
from dealbot.reading.net.ties import TIES, TRAITS
from dealbot.reading.net.weights import load_network
from dealbot.retrieval.engine import DIMENSIONS


@pytest.fixture(scope="module")
def network() -> Network:
    """The network as it ships."""
    return load_network()


def read(network: Network, clauses: int, people: int) -> tuple[ClauseShares, PersonShares]:
    """What the network makes of states that mean nothing."""
    drawn = np.random.default_rng(7)

    def some(*shape: int) -> np.ndarray:
        return drawn.normal(size=shape).astype(np.float32)

    cues, traits, ties = some(clauses, CUES), some(people, TRAITS), some(people, clauses, TIES)
    return network.read(some(clauses, DIMENSIONS), cues, some(people, DIMENSIONS), traits, ties)


@pytest.mark.parametrize("people", [0, 1, 3])
def test_there_are_shares_for_every_clause_and_person(network: Network, people: int) -> None:
    said, stands = read(network, 4, people)
    assert said.topic.shape == said.which.shape == (4, 11)
    assert said.signal.shape == (4, 13)
    assert said.holder.shape == said.owner.shape == (4, 1 + people)
    assert (stands.stance.shape, stands.roles.shape, stands.tells.shape) == ((people, 6), (people, 8), (people, 4))


def test_classes_that_exclude_each_other_share_one(network: Network) -> None:
    said, stands = read(network, 5, 2)
    for shares in (said.which, said.status, said.side, said.stance, said.scope, said.holder, said.owner):
        np.testing.assert_allclose(shares.sum(axis=1), 1, rtol=1e-5)
    for shares in (stands.stance, stands.function, stands.side, stands.tells, stands.viewed.T):
        np.testing.assert_allclose(shares.sum(axis=1), 1, rtol=1e-5)


def test_a_word_has_a_share_of_every_tag(network: Network) -> None:
    tags = network.tags(np.zeros((3, DIMENSIONS), np.float32), np.zeros((3, LOOKS), np.float32))
    assert tags.shape == (3, 5)
    np.testing.assert_allclose(tags.sum(axis=1), 1, rtol=1e-5)
