"""The only place that picks implementations: settings in, working parts out, each opened when first needed."""

from functools import cache, partial

from dealbot import clock
from dealbot.app.ask import Answering
from dealbot.app.desk import Desk
from dealbot.reading.ports import NoteReader
from dealbot.retrieval.embeddings import MiniLm
from dealbot.retrieval.remembered import Remembered
from dealbot.settings import Settings
from dealbot.store.database import open_database


@cache
def open_encoder() -> MiniLm:
    """Open the embedded sentence encoder."""
    return MiniLm()


@cache
def open_reader(settings: Settings) -> NoteReader:
    """Open the note reader: the built-in one, or a model's with the built-in one behind it."""
    from dealbot.reading.builtin import BuiltinReader
    from dealbot.reading.heads import load_heads

    return BuiltinReader(open_encoder(), load_heads())


@cache
def open_answering(settings: Settings) -> Answering:
    """Open what understands questions and finds words in notes."""
    from dealbot.app.understand.builtin import BuiltinQuestions

    return Answering(BuiltinQuestions(), Remembered(open_encoder()))


def open_desk(settings: Settings) -> Desk:
    """Open the ledger and lay out the tools."""
    return Desk(
        database=open_database(settings.ledger_url),
        reader=partial(open_reader, settings),
        now=clock.now,
        today=partial(clock.today, settings.zone),
    )
