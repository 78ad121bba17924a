"""Small PDF and Word files, made where a test runs."""

from io import BytesIO

from docx import Document
from pypdf import PdfReader, PdfWriter

_OBJECTS = (
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    "<</Length {length}>>stream\n{stream}\nendstream",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
)


def pdf(*lines: str) -> bytes:
    """A page with these lines."""
    stream = "BT /F 12 Tf 50 750 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    out, places = b"%PDF-1.4\n", []
    for number, written in enumerate(_OBJECTS, 1):
        places.append(len(out))
        body = written.replace("{length}", str(len(stream))).replace("{stream}", stream)
        out += f"{number} 0 obj{body}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + tail.encode()


def locked_pdf(*lines: str) -> bytes:
    """The same behind a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(*lines))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def word(*paragraphs: tuple[str, str], cells: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A Word file of (style, text), in which text between pairs of stars is bold, and a table at the end."""
    made = Document()
    for style, text in paragraphs:
        paragraph = made.add_paragraph(style=style)
        for place, run in enumerate(text.split("**")):
            paragraph.add_run(run).bold = place % 2 == 1
    if cells:
        table = made.add_table(rows=len(cells), cols=len(cells[0]))
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    out = BytesIO()
    made.save(out)
    return out.getvalue()
