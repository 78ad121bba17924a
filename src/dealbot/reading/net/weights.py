"""The weights that ship with the package."""

import json
from importlib import resources

import numpy as np

from dealbot.reading.net.network import Network


def load_network() -> Network:
    """Load the weights that ship with the package."""
    with resources.files(__package__).joinpath("heads.npz").open("rb") as file, np.load(file) as stored:
        return Network(
            weights={name: stored[name].astype(np.float32) for name in stored.files if "." in name},
            sizes=json.loads(str(stored["sizes"])),
            examples=str(stored["examples"]),
        )
