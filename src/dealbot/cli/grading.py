"""`quiz grade`: answers marked by a guide's question or by references."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from dealbot.app.practice.guide_questions import GuideQuestions
from dealbot.cli.call import Call, Lines
from dealbot.cli.lines import Request, a_text, an_optional_text, answer_lines
from dealbot.domain.note import storable
from dealbot.domain.practice.mark import Mark, PointState
from dealbot.domain.practice.points import key_points
from dealbot.domain.practice.rubric import Rubric
from dealbot.domain.principal import LOCAL_WORKSPACE
from dealbot.errors import BadInput
from dealbot.practice_wiring import open_grader, open_guide_questions
from dealbot.wiring import shared_searcher


def grade(
    call: Call,
    answer: Annotated[str | None, typer.Argument(help="The answer to mark.", show_default=False)] = None,
    guide: Annotated[str | None, typer.Option("--guide", help="A guide's file or title.")] = None,
    reference: Annotated[list[str] | None, typer.Option("--reference", help="What a good answer says.")] = None,
    question: Annotated[str | None, typer.Option("--question", help="The question: its number or words.")] = None,
    jsonl: Lines = None,
) -> None:
    """Mark answers by a guide's question, or by one or more reference answers."""
    if jsonl is None and answer is None:
        raise typer.BadParameter("An answer is needed.")
    grader = open_grader(call.settings)
    questions = open_guide_questions(shared_searcher(call.settings))

    def marked(request: Request) -> Mark:
        return grader.grade(_rubric(request, questions), a_text(request, "answer"))

    default = {"guide": guide, "question": question}
    if jsonl is not None:
        answer_lines(call, jsonl, lambda request: _shape(marked(request)), default)
        return
    given = {name: value for name, value in default.items() if value is not None}
    mark = marked({**given, "answer": answer, **({"reference": reference} if reference else {})})
    call.answer({"id": None, **_shape(mark)}, _text(mark))


def _rubric(request: Request, questions: GuideQuestions) -> Rubric:
    references = _references(request.get("reference"))
    guide = an_optional_text(request, "guide")
    if (guide is None) == (references is None):
        raise BadInput("Give either a 'guide' or a 'reference'.")
    if references is None:
        return questions.rubric(LOCAL_WORKSPACE, guide or "", _asked(request))
    asked = an_optional_text(request, "question") or ""
    if len(references) == 1:
        return Rubric(asked, key_points(references[0]), reference=references[0])
    return Rubric(asked, references)


def _asked(request: Request) -> str:
    """The question, by number or by words."""
    number = request.get("question")
    return str(number) if isinstance(number, int) and not isinstance(number, bool) else a_text(request, "question")


def _references(given: Any) -> tuple[str, ...] | None:
    if given is None:
        return None
    told = [given] if isinstance(given, str) else given
    if not isinstance(told, list) or not all(isinstance(each, str) for each in told):
        raise BadInput("'reference' is a text or a list of texts.")
    kept = tuple(storable(each) for each in told if each.strip())
    if not kept:
        raise BadInput("'reference' is empty.")
    return kept


def _shape(mark: Mark) -> Mapping[str, Any]:
    return {
        "score": round(mark.score, 4),
        "rating": mark.rating.value,
        "met": [each.point for each in mark.of(PointState.MET)],
        "missed": [each.point for each in mark.of(PointState.MISSED)],
        "unsure": [each.point for each in (*mark.of(PointState.PARTLY), *mark.of(PointState.UNSURE))],
        "pitfall": {"text": mark.pitfall.text} if mark.pitfall else None,
    }


def _text(mark: Mark) -> str:
    signs = {PointState.MET: "+", PointState.PARTLY: "~", PointState.UNSURE: "?", PointState.MISSED: "-"}
    lines = [f"{mark.rating.value.capitalize()} ({mark.score:.2f})"]
    for each in mark.points:
        words = f': "{" ".join(each.words.quote.split())}"' if each.words else ""
        lines.append(f"{signs[each.state]} {each.point}{words}")
    if mark.pitfall is not None:
        lines.append(f"! The guide warns of this: {mark.pitfall.text}")
    return "\n".join(lines)
