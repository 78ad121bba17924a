"""The text of a Word file as Markdown: headings, lists, bold and tables, by their styles."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from dealbot.errors import BadInput

_LARGEST = 100_000_000
_LIST_STYLE = re.compile(r"list (?P<kind>bullet|number)(?: (?P<level>\d))?", re.IGNORECASE)
_HEADING_STYLE = re.compile(r"(?:title|heading (?P<level>[1-6]))", re.IGNORECASE)


def text_of_word(data: bytes) -> str:
    """The Markdown; raises BadInput for what Word would not open either."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise BadInput(f"it unpacks to more than {_LARGEST // 1_000_000} MB")
        return "\n\n".join(_blocks(Document(BytesIO(data))))
    except (BadZipFile, OpcError, SyntaxError, LookupError, ValueError, OSError, AttributeError) as error:
        raise BadInput("it is damaged or no DOCX") from error


def _blocks(document: WordDocument) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        elif block.text.strip():
            yield _paragraph(block)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = [" ".join(cell.text.split()) for cell in row.cells]
        yield " | ".join(dict.fromkeys(filter(None, cells)))


def _paragraph(paragraph: Paragraph) -> str:
    style = (paragraph.style.name if paragraph.style else None) or ""
    if heading := _HEADING_STYLE.fullmatch(style):
        return f"{'#' * int(heading['level'] or 1)} {' '.join(paragraph.text.split())}"
    text = "".join(map(_run, paragraph.runs or [])).strip() or paragraph.text.strip()
    text = "\n".join(line.strip() for line in text.replace("****", "").splitlines())
    if listed := _LIST_STYLE.fullmatch(style):
        mark = "-" if listed["kind"].lower() == "bullet" else "1."
        return f"{'   ' * (int(listed['level'] or 1) - 1)}{mark} {text}"
    level = _numbering_level(paragraph)
    return text if level is None else f"{'   ' * level}- {text}"


def _run(run: Run) -> str:
    words = run.text
    if not run.bold or not words.strip():
        return words
    start, end = len(words) - len(words.lstrip()), len(words.rstrip())
    return f"{words[:start]}**{words[start:end]}**{words[end:]}"


def _numbering_level(paragraph: Paragraph) -> int | None:
    """How deep in a list a paragraph is that Word numbers without saying so in its style."""
    element = paragraph._p  # noqa: SLF001 -- python-docx shows numbering by the XML alone
    if not element.xpath("./w:pPr/w:numPr"):
        return None
    return next(map(int, element.xpath("./w:pPr/w:numPr/w:ilvl/@w:val")), 0)
