"""What a running bot writes down: its own lines, which hold ids and counts; of its libraries only where they spoke."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

_OURS = "dealbot"


class Discreet(logging.Formatter):
    """Leaves out what libraries say, which may be the words of a note or a token."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        where = record.name if record.name.startswith(_OURS) else f"{record.name} {record.module}:{record.lineno}"
        error = record.exc_info[0].__qualname__ if record.exc_info and record.exc_info[0] else ""
        said = record.getMessage() if record.name.startswith(_OURS) else ""
        words = (self.formatTime(record), record.levelname, where, said, error)
        return " ".join(word for word in words if word)


@contextmanager
def logging_to(stream: TextIO) -> Iterator[None]:
    """Write warnings, and what goes wrong, to a stream as long as the block lasts."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet())
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
