"""The draws of a simulation: each a function of the deal, the item and its number, and of nothing else."""

from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_MANTISSA = 53


def uniforms(deal: str, item: str, count: int) -> Floats:
    """Draw numbers of 0..1, 1 excluded; the generator counts, so that more draws leave the first as they were.

    Raw words of Philox are the same in every release of numpy and on every machine; so is everything made of them here,
    since it adds, multiplies, divides and compares only.
    """
    key = blake2b(f"{len(deal)} {deal} {item}".encode(), digest_size=16).digest()
    words = np.random.Philox(key=int.from_bytes(key, "little")).random_raw(count)
    return (words >> np.uint64(64 - _MANTISSA)).astype(np.float64) * 2.0**-_MANTISSA


def mixed(common: Floats, own: Floats, share: float) -> Floats:
    """Join two uniforms into one that rises with both: the weighted sum, made uniform again by its own distribution.

    `share` of at most 0.5 is the weight of the common one.
    """
    total = share * common + (1 - share) * own
    corner = 2 * share * (1 - share)
    below, above = total * total / corner, 1 - (1 - total) ** 2 / corner
    between = (total - share / 2) / (1 - share)
    return np.where(total < share, below, np.where(total > 1 - share, above, between))


@dataclass(frozen=True, slots=True)
class Streams:
    """The draws of one deal; `shock` is what all its items share: the higher, the slower the house."""

    deal: str
    count: int
    share: float
    shock: Floats = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shock", uniforms(self.deal, "shared", self.count))

    def of(self, item: str) -> Floats:
        """The draws of an item of the deal's own, the higher the worse."""
        return mixed(self.shock, self.alone(item), self.share)

    def alone(self, item: str) -> Floats:
        """The draws of what befalls a deal from outside."""
        return uniforms(self.deal, f"item {item}", self.count)
