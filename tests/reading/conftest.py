"""The built-in reader, opened once."""

import pytest

from dealbot.reading.ports import NoteReader
from dealbot.settings import Settings
from dealbot.wiring import open_reader
from tests.reading.notes import Read, a_note


@pytest.fixture(scope="session")
def reader() -> NoteReader:
    """The reader as it ships."""
    return open_reader(Settings())


@pytest.fixture(scope="session")
def read(reader: NoteReader) -> Read:
    """Read a text as a note of Tuesday, 10 March 2026."""
    return lambda text, *around: reader.read(a_note(text, *around))
