"""`ingest` and `search`: the knowledge taken in, and looked through."""

from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer

from dealbot.app.guides.index import Ingested
from dealbot.app.guides.search import Searcher, Wanted
from dealbot.cli.call import Call, Lines
from dealbot.cli.lines import Request, a_text, answer_lines
from dealbot.domain.knowledge import plain
from dealbot.domain.principal import LOCAL_WORKSPACE
from dealbot.domain.search import DocumentKind, Found, Hit, SearchFilter
from dealbot.errors import BadInput
from dealbot.wiring import open_searcher

_DOCUMENT = "document"
_MOST = 200
_NAMED = 10


def ingest(
    call: Call,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders (default: dealbot's own).", show_default=False)
    ] = None,
) -> None:
    """Take in guides, policy notes and other files: the index becomes exactly those."""
    with closing(open_searcher(call.settings)) as searcher:
        done = searcher.index.ingest(paths or ())
    call.answer(_shape(done), _text(done))


def search(
    call: Call,
    query: Annotated[str | None, typer.Argument(help="What is looked for.", show_default=False)] = None,
    k: Annotated[int, typer.Option("--k", min=1, max=_MOST, help="How many passages at most.")] = 5,
    no_floor: Annotated[bool, typer.Option("--no-floor", help="Show what comes nearest, however far.")] = False,  # noqa: FBT002 - as typer has flags
    kind: Annotated[list[DocumentKind] | None, typer.Option("--kind", help="Only documents of this kind.")] = None,
    role: Annotated[list[str] | None, typer.Option("--role", help="Only what is written for this role.")] = None,
    tag: Annotated[list[str] | None, typer.Option("--tag", help="Only what has this tag.")] = None,
    jsonl: Lines = None,
) -> None:
    """Search the knowledge; with `--by document` each document is found once, by its best passage."""
    by_document = call.by == _DOCUMENT
    if call.by is not None and not by_document:
        _ = call.principal  # whoever it is, the knowledge is for all
    among = SearchFilter(frozenset(kind or ()), frozenset(role or ()), frozenset(tag or ()))
    wanted = Wanted(k, by_document=by_document, floor=not no_floor, among=among, workspace=LOCAL_WORKSPACE)
    if jsonl is None and query is None:
        raise typer.BadParameter("A query is needed.")
    with closing(open_searcher(call.settings)) as searcher:
        if jsonl is not None:
            answer_lines(call, jsonl, lambda request: _found_shape(_search(searcher, request, wanted)), {})
            return
        found = _search(searcher, {"query": query}, wanted)
    call.answer({"id": None, **_found_shape(found)}, _found_text(found))


def _search(searcher: Searcher, request: Request, wanted: Wanted) -> Found:
    query = a_text(request, "query")
    if not query.strip():
        raise BadInput("The query is empty.")
    return searcher.search(query, wanted)


def _shape(done: Ingested) -> dict[str, Any]:
    return {
        "added": list(done.added),
        "changed": list(done.changed),
        "removed": list(done.removed),
        "unchanged": len(done.unchanged),
        "refused": [{"document": error.path, "reason": error.reason} for error in done.refused],
    }


def _text(done: Ingested) -> str:
    lines = [
        f"{len(paths)} {what}{f': {_named(paths)}' if what != 'unchanged' and paths else ''}"
        for what, paths in (
            ("added", done.added),
            ("changed", done.changed),
            ("removed", done.removed),
            ("unchanged", done.unchanged),
        )
    ]
    return "\n".join([*lines, *(f"Refused: {error}" for error in done.refused)])


def _named(paths: tuple[str, ...]) -> str:
    return ", ".join(paths[:_NAMED]) + (" …" if len(paths) > _NAMED else "")


def _found_shape(found: Found) -> dict[str, Any]:
    shape = {"found": bool(found.hits), "passages": [_hit(hit) for hit in found.hits]}
    return shape if found.hits else shape | {"nearest": list(found.nearest)}


def _hit(hit: Hit) -> dict[str, Any]:
    heading = " > ".join(hit.passage.heading)
    return {"document": hit.document.path, "heading": heading, "text": hit.passage.span.quote, "score": hit.score}


def _found_text(found: Found) -> str:
    if not found.hits:
        return f"Nothing found. Nearest: {'; '.join(found.nearest)}." if found.nearest else "Nothing found."
    lines = []
    for hit in found.hits:
        lines.append(f"{hit.document.path}: {' > '.join((hit.document.about.title, *hit.passage.heading))}")
        lines.append(f"    {plain(hit.passage.span.quote)}")
    return "\n".join(lines)
