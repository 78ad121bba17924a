"""The text of a PDF, page by page."""

import zlib
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from dealbot.errors import BadInput

# What pypdf lets through from files that break its expectations.
_BROKEN = (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)


def text_of_pdf(data: bytes) -> str:
    """The text under a heading for each page; raises BadInput for a file that is locked, damaged or only pictures."""
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise BadInput("it is encrypted: save it without a password")
        pages = [page.extract_text().strip() for page in reader.pages]
    except (*_BROKEN, zlib.error) as error:
        raise BadInput("it is damaged or no PDF") from error
    if not any(pages):
        raise BadInput("its pages hold no text, perhaps only pictures of it")
    return "\n\n".join(f"## Page {number}\n\n{page}" for number, page in enumerate(pages, 1) if page)
