"""The text of a file as Markdown, whatever its format."""

from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from dealbot.domain.note import storable
from dealbot.errors import BadInput
from dealbot.knowledge.pdf import text_of_pdf
from dealbot.knowledge.word import text_of_word

LARGEST = 20_000_000
TOO_LARGE = f"it is larger than {LARGEST // 1_000_000} MB"
LONGEST = 2_000_000


def text_of(path: str, data: bytes) -> str:
    """The file's text, with plain line ends; raises BadInput where there is none to be had."""
    read = READERS.get(PurePath(path).suffix.lower())
    if read is None:
        raise BadInput(f"it is none of {', '.join(READERS)}")
    if not data:
        raise BadInput("it is empty")
    if len(data) > LARGEST:
        raise BadInput(TOO_LARGE)
    text = storable(read(data).replace("\r\n", "\n").replace("\r", "\n"))
    if not any(map(str.isalnum, text)):
        raise BadInput("it holds no text")
    if len(text) > LONGEST:
        raise BadInput(f"its text is longer than {LONGEST:,} characters")
    return text


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"it is no text in UTF-8 (byte {error.start} is the first that is not)") from error


READERS: Mapping[str, Callable[[bytes], str]] = MappingProxyType(
    {".md": _decoded, ".markdown": _decoded, ".txt": _decoded, ".pdf": text_of_pdf, ".docx": text_of_word}
)
