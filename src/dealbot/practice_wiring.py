"""What people practise with, put together of what `wiring` picks, each opened when first needed."""

from functools import cache, partial
from typing import TYPE_CHECKING

from dealbot.app.desk import Desk
from dealbot.reading.ports import AnswerGrader
from dealbot.settings import Settings
from dealbot.wiring import open_egress, open_encoder, shared_searcher

if TYPE_CHECKING:
    from dealbot.app.guides.search import Searcher
    from dealbot.app.practice.decks import Decks
    from dealbot.app.practice.guide_questions import GuideQuestions
    from dealbot.app.practice.room import PracticeRoom
    from dealbot.domain.practice.officer_lines import OfficerLines
    from dealbot.reading.grading.builtin import BuiltinGrader
    from dealbot.reading.ports import OfficerVoice


@cache
def open_builtin_grader() -> "BuiltinGrader":
    """Open the grader of answers that needs no model."""
    from dealbot.reading.grading.builtin import BuiltinGrader
    from dealbot.reading.grading.weights import load_weights

    return BuiltinGrader(lambda: open_encoder().states, load_weights)


@cache
def open_grader(settings: Settings) -> AnswerGrader:
    """Open the grader of answers: the built-in one, or a model's with the built-in one behind it."""
    builtin = open_builtin_grader()
    return _model_grader(settings, settings.model, builtin) if settings.model else builtin


def _model_grader(settings: Settings, name: str, builtin: AnswerGrader) -> AnswerGrader:
    from dealbot.prompts import load_prompt
    from dealbot.reading.grading.checked import CheckedGrader
    from dealbot.reading.grading.model import ModelGrader

    return CheckedGrader(ModelGrader(open_egress(settings, name), load_prompt("grade_answer"), name), builtin)


def open_guide_questions(searcher: "Searcher") -> "GuideQuestions":
    """Open the questions of the guides that are taken in."""
    from dealbot.app.practice.guide_questions import GuideQuestions

    return GuideQuestions(searcher)


@cache
def open_officers() -> "OfficerLines":
    """Open what the officers of role-plays say."""
    from dealbot.knowledge.library import knowledge_folder
    from dealbot.knowledge.officers import load_officers

    return load_officers(knowledge_folder())


@cache
def open_voice(settings: Settings) -> "OfficerVoice":
    """Open the officers' voice: the script's, or a model's with the script behind it."""
    from dealbot.prompts import load_prompt
    from dealbot.reading.officer import ModelVoice, ScriptedVoice

    name = settings.model
    return ModelVoice(open_egress(settings, name), load_prompt("play_officer")) if name else ScriptedVoice()


@cache
def open_decks(settings: Settings) -> "Decks":
    """Open the decks that the knowledge gives."""
    from dealbot.app.practice.decks import Decks
    from dealbot.app.practice.kept_decks import KeptDecks, code_of
    from dealbot.knowledge.glossary import load_glossary
    from dealbot.knowledge.library import knowledge_folder
    from dealbot.retrieval.engine import model_name

    kept = KeptDecks(settings.cache_dir / "practice", cache(lambda: f"{model_name()} {code_of()}"))
    return Decks(shared_searcher(settings), cache(lambda: load_glossary(knowledge_folder())), kept)


def lay_practice(settings: Settings, desk: Desk) -> "PracticeRoom":
    """Lay out the tools of practice on a desk."""
    from dealbot.app.practice.room import PracticeRoom

    decks = cache(lambda: open_decks(settings))
    return PracticeRoom(
        desk=desk,
        shelf=lambda principal: decks().of(principal.workspace, desk.today()),
        grader=partial(open_grader, settings),
    )
