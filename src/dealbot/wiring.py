"""The only place that picks implementations: settings in, working parts out, each opened when first needed."""

from functools import cache, partial
from time import monotonic
from typing import TYPE_CHECKING

from dealbot import clock
from dealbot.app.ask import Answering
from dealbot.app.desk import Desk
from dealbot.domain.principal import LOCAL_WORKSPACE
from dealbot.reading.ports import NoteReader
from dealbot.retrieval.embeddings import MiniLm
from dealbot.retrieval.remembered import Remembered
from dealbot.settings import Settings
from dealbot.store.database import Database, open_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealbot.app.guides.answering import GuideAnswers
    from dealbot.app.guides.own import OwnDocuments
    from dealbot.app.guides.search import Searcher
    from dealbot.app.guides.sharpening import Sharpener
    from dealbot.app.understand.trade import Trade
    from dealbot.playground.demo import Demo
    from dealbot.reading.agent import Agent
    from dealbot.reading.breaker import Breaker
    from dealbot.reading.consulting import Consult
    from dealbot.reading.egress import Egress
    from dealbot.retrieval.langchain import KnowledgeRetriever


@cache
def open_encoder() -> MiniLm:
    """Open the embedded sentence encoder."""
    return MiniLm()


@cache
def open_builtin_reader() -> NoteReader:
    """Open the note reader that needs no model."""
    from dealbot.reading.builtin import BuiltinReader
    from dealbot.reading.net.weights import load_network
    from dealbot.reading.taught import TaughtReader
    from dealbot.retrieval.states import NoteStates

    return TaughtReader(BuiltinReader(NoteStates(), load_network()), open_encoder)


@cache
def open_reader(settings: Settings) -> NoteReader:
    """Open the note reader: the built-in one, or a model's with the built-in one behind it."""
    builtin = open_builtin_reader()
    return _with_model(settings, settings.model, builtin) if settings.model else builtin


def _with_model(settings: Settings, name: str, builtin: NoteReader) -> NoteReader:
    """Put a chat model before the built-in reader; its libraries take seconds to load."""
    from dealbot.prompts import load_prompt
    from dealbot.reading.fallback import FallbackReader
    from dealbot.reading.llm import ModelReader

    return FallbackReader(ModelReader(open_egress(settings, name), load_prompt("read_note"), name), builtin)


@cache
def open_egress(settings: Settings, name: str) -> "Egress":
    """Open the way out to a chat model."""
    from dealbot.reading.egress import Egress, Terms
    from dealbot.reading.model import open_model

    model = open_model(name, settings.model_base_url, _key(settings))
    return Egress(model, _without_identifiers, Terms(baa=settings.model_baa), _breaker(name))


@cache
def _open_agent(settings: Settings, name: str) -> "Agent":
    """Open what answers questions with a chat model; one that knows no temperature is asked without."""
    from dealbot.prompts import load_prompt
    from dealbot.reading.agent import Agent
    from dealbot.reading.egress import Terms
    from dealbot.reading.model import open_model

    models = [open_model(name, settings.model_base_url, _key(settings), steady=steady) for steady in (True, False)]
    prompt, terms = load_prompt("answer_question"), Terms(baa=settings.model_baa)
    return Agent(models, prompt, _without_identifiers, _breaker(name), terms)


def _key(settings: Settings) -> str | None:
    return settings.model_api_key.get_secret_value() if settings.model_api_key else None


@cache
def _breaker(_model: str) -> "Breaker":
    """Count a model's failures in one place, whatever it is asked."""
    from dealbot.reading.breaker import Breaker

    return Breaker(monotonic)


def _without_identifiers(text: str) -> str:
    from dealbot.reading.redaction import redact

    return redact(text).text


def open_searcher(settings: Settings, own: "OwnDocuments | None" = None) -> "Searcher":
    """Lay out what searches the knowledge; its index, and what workspaces have of their own, are opened when needed."""
    from dealbot.app.guides.building import Tools
    from dealbot.app.guides.index import KnowledgeIndex
    from dealbot.app.guides.own import OwnDocuments
    from dealbot.app.guides.roots import Roots
    from dealbot.app.guides.search import Searcher
    from dealbot.knowledge.glossary import load_glossary
    from dealbot.knowledge.library import knowledge_folder
    from dealbot.retrieval.embeddings import WORD_PIECES
    from dealbot.retrieval.engine import model_name, packaged_model, word_pieces_in

    tools = Tools(
        model_name(), open_encoder, lambda: word_pieces_in(packaged_model()), WORD_PIECES, settings.chroma_url
    )
    own = own or OwnDocuments(partial(_ledger, settings))
    roots = Roots(settings.data_dir / "knowledge.json", knowledge_folder)
    index = KnowledgeIndex(settings.cache_dir / "knowledge", roots, tools, own)
    return Searcher(index, cache(lambda: Remembered(open_encoder())), cache(lambda: load_glossary(knowledge_folder())))


def _ledger(settings: Settings) -> Database | None:
    """The ledger if there is one: to look for knowledge makes none."""
    return _opened_ledger(settings.ledger_url) if settings.has_ledger else None


@cache
def _opened_ledger(url: str) -> Database:
    return open_database(url)


@cache
def open_guides(settings: Settings) -> "GuideAnswers":
    """Open what answers from the knowledge; a model, if one is set, makes follow-ups whole and sorts what is found."""
    from dealbot.app.guides.answering import GuideAnswers

    searcher = shared_searcher(settings)
    return GuideAnswers(searcher, _sharpener(settings, settings.model)) if settings.model else GuideAnswers(searcher)


@cache
def shared_searcher(settings: Settings) -> "Searcher":
    """The searcher of all that answers and asks from the knowledge in this process."""
    return open_searcher(settings)


def open_retriever(settings: Settings, k: int = 5) -> "KnowledgeRetriever":
    """Open the search as LangChain knows retrievers."""
    from dealbot.app.guides.search import Wanted
    from dealbot.retrieval.langchain import KnowledgeRetriever

    searcher = open_searcher(settings)
    return KnowledgeRetriever(find=lambda query: searcher.search(query, Wanted(k, workspace=LOCAL_WORKSPACE)))


def _sharpener(settings: Settings, name: str) -> "Sharpener":
    from dealbot.prompts import load_prompt
    from dealbot.reading.sharpening import ModelSharpener

    return ModelSharpener(open_egress(settings, name), load_prompt("rewrite_question"), load_prompt("order_passages"))


@cache
def open_trade() -> "Trade":
    """Open the words that the guides explain: short forms and the names of rules."""
    from dealbot.app.understand.trade import Trade
    from dealbot.knowledge.glossary import load_glossary
    from dealbot.knowledge.library import knowledge_folder, load

    rules = load([knowledge_folder() / "policies"]).documents
    return Trade.of(load_glossary(knowledge_folder()), (rule.policy for rule in rules if rule.policy is not None))


@cache
def open_answering(settings: Settings) -> Answering:
    """Open what understands questions, finds words in notes, answers from the knowledge and a model, if set."""
    from dealbot.app.understand.builtin import BuiltinQuestions
    from dealbot.app.understand.likeness import Likeness, load_likeness

    questions = BuiltinQuestions(Likeness(open_encoder, load_likeness), open_trade)
    guides = partial(open_guides, settings)
    return Answering(questions, Remembered(open_encoder()), _consult(settings), guides)


def _consult(settings: Settings) -> "Consult | None":
    """What asks the model that is set; opened with the first question that needs it."""
    name = settings.model
    return (lambda consultation: _open_agent(settings, name).consult(consultation)) if name else None


def open_desk(settings: Settings) -> Desk:
    """Open the ledger and lay out the tools."""
    return lay_desk(settings, open_database(settings.ledger_url))


def lay_desk(settings: Settings, database: Database) -> Desk:
    """Lay out the tools on a ledger that is open."""
    return Desk(
        database=database,
        reader=partial(open_reader, settings),
        introducer=open_builtin_reader,
        now=clock.now,
        today=partial(clock.today, settings.zone),
        zone=settings.zone,
    )


def fill_demo(settings: Settings) -> "Iterator[str]":
    """Log the sample deals that are not there yet; gives a line for each."""
    from dealbot.playground.load import load

    with open_database(settings.ledger_url) as database:
        yield from load(lay_desk(settings, database))


def open_demo(settings: Settings, port: int) -> "Demo":
    """Lay out the demo that is kept in the data folder."""
    from dealbot.playground.demo import Demo

    return Demo(settings.data_dir, port)
