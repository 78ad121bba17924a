import pytest

from dealbot.reading.layout import Line, LineKind, is_transcript, lines_of


def kinds(note: str) -> list[LineKind]:
    """What the lines of a note are."""
    return [line.kind for line in lines_of(note)]


def words(note: str, line: Line) -> str:
    """The words of a line."""
    return note[line.start : line.end]


def said(note: str) -> list[tuple[str | None, str]]:
    """Who says what in a note."""
    return [(line.speaker, words(note, line)) for line in lines_of(note) if line.kind is not LineKind.HEADER]


@pytest.mark.parametrize(
    "note",
    [
        "Dana: We want a pilot.\nTom: Not before June.\nDana: Why?",
        "Dana Ruiz: We want a pilot.\nTom Becker: Not before June.\nDana Ruiz: Why?",
        "Dana Ruiz (CFO): We want a pilot.\nTom Becker (CIO): Not before June.\nDana Ruiz (CFO): Why?",
        "[Dana] We want a pilot.\n[Tom] Not before June.\n[Dana] Why?",
        "**Dana:** We want a pilot.\n**Tom:** Not before June.\n**Dana:** Why?",
        "[10:02] Dana: We want a pilot.\n[10:03] Tom: Not before June.\n[10:04] Dana: Why?",
        "10:02 Dana: We want a pilot.\n10:03 Tom: Not before June.\n10:04 Dana: Why?",
        "Dana (10:02): We want a pilot.\nTom (10:03): Not before June.\nDana (10:04): Why?",
        "@dana: We want a pilot.\n@tom: Not before June.\n@dana: Why?",
        "dana: We want a pilot.\ntom: Not before June.\ndana: Why?",
        "Dana > We want a pilot.\nTom > Not before June.\nDana > Why?",
    ],
)
def test_a_speaker_is_known_from_the_label_in_whatever_way_it_is_written(note: str) -> None:
    turns = [line for line in lines_of(note) if line.kind is LineKind.TURN]
    assert [words(note, line) for line in turns] == ["We want a pilot.", "Not before June.", "Why?"]
    assert [(line.speaker or "").casefold().split()[0] for line in turns] == ["dana", "tom", "dana"]


def test_a_title_beside_a_speaker_is_kept() -> None:
    assert [line.label for line in lines_of("Dana (CFO): Yes.\nTom (CIO): No.")] == ["CFO", "CIO"]


def test_lines_after_a_turn_are_still_the_speakers() -> None:
    assert said("Dana: We want a pilot.\nTom: No.\nNot this year.\nDana: Why?")[2] == ("Tom", "Not this year.")


@pytest.mark.parametrize("label", ["Budget", "Next steps", "Decision process", "Pain", "Contract status", "**Risks**"])
def test_a_template_field_is_no_speaker(label: str) -> None:
    note = f"{label}: nothing new here\nTiming: June"
    assert kinds(note) == [LineKind.FIELD, LineKind.FIELD]
    assert all(line.speaker is None for line in lines_of(note))


def test_a_note_of_one_labelled_line_is_no_conversation() -> None:
    assert said("Dana: likes the pilot")[0][0] is None


def test_a_bullet_with_a_label_is_a_field() -> None:
    (line,) = lines_of("- Next step: send the contract")
    assert (line.kind, line.label) == (LineKind.FIELD, "next step")


def test_a_sentence_with_a_colon_is_no_field() -> None:
    assert kinds("It was clear from the start: nobody wants to move first") == [LineKind.TEXT]


def test_a_heading_is_told_from_text() -> None:
    assert kinds("## Call with Lakeshore\nAll went well.") == [LineKind.HEADING, LineKind.TEXT]


def test_the_headers_of_a_mail_tell_who_speaks() -> None:
    note = 'From: "Dana Ruiz" <dana@lakeshore.example>\nTo: Sam Hill\nSubject: Pilot\n\nWe are in.'
    assert kinds(note)[:3] == [LineKind.HEADER] * 3
    assert said(note) == [("Dana Ruiz", "We are in.")]


def test_a_quoted_mail_is_spoken_by_its_writer() -> None:
    wrote = "On Mon, Mar 2, 2026 at 9:14 AM Dana Ruiz <dana@lakeshore.example> wrote:"
    note = f"Fine with us.\n\n{wrote}\n> Can you start in May?"
    assert said(note) == [(None, "Fine with us."), ("Dana Ruiz", "Can you start in May?")]


@pytest.mark.parametrize(
    "closing", ["Best,", "Best regards,", "Kind regards", "Thanks!", "Cheers,", "Thx", "Talk soon"]
)
def test_what_follows_a_closing_is_a_signature(closing: str) -> None:
    note = f"We are in.\n{closing}\nDana Ruiz\nCFO"
    assert kinds(note) == [LineKind.TEXT, LineKind.SIGNATURE, LineKind.SIGNATURE]


def test_a_signature_ends_at_an_empty_line() -> None:
    assert kinds("Best,\nDana\n\nOne more thing came up.") == [LineKind.SIGNATURE, LineKind.TEXT]


def test_a_signature_ends_at_the_next_mails_headers() -> None:
    assert kinds("Best,\nDana\nFrom: Tom\nWe are in.") == [LineKind.SIGNATURE, LineKind.HEADER, LineKind.TEXT]


def test_a_wrapped_line_is_joined_to_the_one_before_it() -> None:
    note = "We spent most of the hour on the nurses' workload and on who would\nhave to train the night shift."
    (line,) = lines_of(note)
    assert words(note, line) == note


def test_a_wrapped_bullet_is_one_bullet() -> None:
    note = "- Dana wants to see how two hospitals of about their size did it,\n  and what it cost them.\n- Tom is away"
    assert kinds(note) == [LineKind.BULLET, LineKind.BULLET]


@pytest.mark.parametrize(
    "note",
    [
        "Short line\nand another",
        "We spent most of the hour on the nurses' workload and on training.\nthen we talked money",
        "We spent most of the hour on the nurses' workload and on training\n\nthen we talked money",
        "We spent most of the hour on the nurses' workload and on training\nThen we talked money",
        "We spent most of the hour on the nurses' workload and on training\n- then money",
    ],
)
def test_lines_that_stand_alone_are_not_joined(note: str) -> None:
    assert len(lines_of(note)) == 2


def test_a_note_mostly_of_turns_is_a_transcript() -> None:
    assert is_transcript(lines_of("Dana: We want a pilot.\nTom: Not before June.\nDana: Why?"))


@pytest.mark.parametrize(
    "note",
    [
        "Dana wants a pilot. Tom does not.",
        "A long talk about everything and nothing, in the course of which little was said.\nDana: Yes.\nTom: No.",
        "Dana: We want a pilot.\nDana: By June.",
    ],
)
def test_a_note_with_hardly_a_conversation_is_no_transcript(note: str) -> None:
    assert not is_transcript(lines_of(note))
