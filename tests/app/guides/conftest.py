"""The shelf that tests of the knowledge work on."""

from pathlib import Path

import pytest

from tests.app.guides.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A knowledge folder with two guides and a rule, not taken in yet."""
    return Shelf(tmp_path)
