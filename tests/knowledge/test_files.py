"""PDF and Word files become the same documents as Markdown, and broken ones say why not."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import OxmlElement

from dealbot.domain.knowledge import PartKind
from dealbot.errors import BadDocument
from dealbot.knowledge.documents import document
from tests.knowledge.files import locked_pdf, pdf, word


def test_a_pdf_is_read_page_by_page() -> None:
    found = document("a.pdf", pdf("Our hosting is in one country.", "Backups are too."))
    assert [(section.heading, section.blocks[0].quote.splitlines()) for section in found.sections] == [
        (("Page 1",), ["Our hosting is in one country.", "Backups are too."])
    ]


def test_a_pdf_may_be_a_guide() -> None:
    found = document("a.pdf", pdf("1. Who pays for the pilot?", "Answer: You do.", "Pitfall: Saying maybe."))
    assert [(each.text, [part.kind for part in each.parts]) for each in found.questions] == [
        ("Who pays for the pilot?", [PartKind.ANSWER, PartKind.PITFALL])
    ]


def test_a_word_file_is_read_by_its_styles() -> None:
    found = document(
        "a.docx",
        word(
            ("Title", "Nursing"),
            ("Heading 2", "Workload"),
            ("Normal", "It **saves** clicks."),
            ("Normal", ""),
            ("List Bullet", "On nights"),
            ("List Bullet 2", "and weekends"),
            cells=(("Ward", "Clicks"), ("4 West", "12")),
        ),
    )
    assert found.about.title == "Nursing"
    assert [(section.heading, [span.quote for span in section.blocks]) for section in found.sections] == [
        (("Workload",), ["It **saves** clicks.", "On nights", "and weekends", "Ward | Clicks", "4 West | 12"])
    ]


def test_a_word_file_may_be_a_guide() -> None:
    made = word(
        ("Heading 2", "Technical Questions"),
        ("List Number", "**How do you stage a rollout?**"),
        ("Normal", "**Answer**: Ward by ward."),
        ("Normal", "**Pitfall**: All at once."),
        ("List Number", "**What do you do first?**"),
        ("Normal", "Train nights."),
    )
    assert [
        (each.number, each.text, [part.span.quote for part in each.parts])
        for each in document("a.docx", made).questions
    ] == [
        (1, "How do you stage a rollout?", ["Ward by ward.", "All at once."]),
        (2, "What do you do first?", ["Train nights."]),
    ]


def test_a_list_that_word_numbers_without_a_style_is_a_list() -> None:
    made = Document()
    for level in (0, 1):
        numbering = made.add_paragraph(f"Level {level}")._p.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = level
    made.add_paragraph("Unlevelled")._p.get_or_add_pPr().append(OxmlElement("w:numPr"))
    out = BytesIO()
    made.save(out)
    assert document("a.docx", out.getvalue()).text == "- Level 0\n\n   - Level 1\n\n- Unlevelled"


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        ("a.pdf", locked_pdf("Secret."), "it is encrypted: save it without a password"),
        ("a.pdf", b"no PDF at all", "it is damaged or no PDF"),
        ("a.pdf", pdf("Cut off.")[:200], "it is damaged or no PDF"),
        ("a.pdf", pdf(), "its pages hold no text, perhaps only pictures of it"),
        ("a.pdf", b"", "it is empty"),
        ("a.docx", b"PK no zip", "it is damaged or no DOCX"),
        ("a.docx", b"\xd0\xcf\x11\xe0 an old .doc", "it is damaged or no DOCX"),
        ("a.docx", word(("Normal", "Cut off."))[:-300], "it is damaged or no DOCX"),
        ("a.docx", word(), "it holds no text"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(path: str, data: bytes, reason: str) -> None:
    with pytest.raises(BadDocument) as refused:
        document(path, data)
    assert refused.value.reason == reason


@pytest.mark.parametrize("inside", [{"a.txt": b"no Word"}, {"[Content_Types].xml": b"<broken"}])
def test_another_archive_is_no_word_file(inside: dict[str, bytes]) -> None:
    with pytest.raises(BadDocument, match="damaged or no DOCX"):
        document("a.docx", archive(inside))


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked() -> None:
    with pytest.raises(BadDocument, match="unpacks to more than 100 MB"):
        document("a.docx", archive({"word/document.xml": b" " * 100_000_001}))


def archive(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()
