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
def open_builtin_reader() -> NoteReader:
    """Open the note reader that needs no model."""
    from dealbot.reading.builtin import BuiltinReader
    from dealbot.reading.heads import load_heads

    return BuiltinReader(Remembered(open_encoder()), load_heads())


@cache
def open_reader(settings: Settings) -> NoteReader:
    """Open the note reader: the built-in one, or a model's with the built-in one behind it."""
    builtin = open_builtin_reader()
    return _with_model(settings, settings.model, builtin) if settings.model else builtin


def _with_model(settings: Settings, name: str, builtin: NoteReader) -> NoteReader:
    """Put a chat model before the built-in reader; its libraries take seconds to load."""
    from dealbot.prompts import load_prompt
    from dealbot.reading.egress import Egress, Terms
    from dealbot.reading.fallback import FallbackReader
    from dealbot.reading.llm import ModelReader
    from dealbot.reading.model import open_model
    from dealbot.reading.redaction import redact

    key = settings.model_api_key.get_secret_value() if settings.model_api_key else None
    model = open_model(name, settings.model_base_url, key)
    egress = Egress(model, lambda text: redact(text).text, Terms(baa=settings.model_baa))
    return FallbackReader(ModelReader(egress, load_prompt("read_note"), name), builtin)


@cache
def open_answering() -> Answering:
    """Open what understands questions and finds words in notes."""
    from dealbot.app.understand.builtin import BuiltinQuestions
    from dealbot.app.understand.likeness import Likeness, load_likeness

    return Answering(BuiltinQuestions(Likeness(open_encoder, load_likeness)), Remembered(open_encoder()))


def open_desk(settings: Settings) -> Desk:
    """Open the ledger and lay out the tools."""
    return Desk(
        database=open_database(settings.ledger_url),
        reader=partial(open_reader, settings),
        introducer=open_builtin_reader,
        now=clock.now,
        today=partial(clock.today, settings.zone),
    )
