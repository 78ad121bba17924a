"""The path of a quote out and back, over every sentence of the demo notes."""

from collections.abc import Iterator
from datetime import date

import yaml

from dealbot.domain.signal import SignalKind
from dealbot.reading.align import Page
from dealbot.reading.claims import Ground, ground_items
from dealbot.reading.ports import NoteText
from dealbot.reading.pseudonyms import Known, pseudonyms_for
from dealbot.reading.residual import residue_of
from dealbot.reading.schema import Items, SignalItem
from dealbot.reading.text import sentences_of
from tests.places import DEMO


def notes() -> Iterator[tuple[str, Known]]:
    for path in sorted(DEMO.glob("*.yaml")):
        deal = yaml.safe_load(path.read_text(encoding="utf-8"))
        for note in deal["notes"]:
            yield note["text"], Known(((note["author"],),), ((deal["name"], *deal["aliases"]),))


def test_no_note_is_held_back_and_every_mask_comes_off() -> None:
    for text, known in notes():
        names = pseudonyms_for([text], known)
        masked = names.mask(text)
        assert not residue_of(masked)
        assert names.restore(masked) == text


def test_a_masked_sentence_with_other_marks_comes_back_to_its_own_words() -> None:
    count = 0
    for text, known in notes():
        names, page = pseudonyms_for([text], known), Page(text)
        for sentence in sentences_of(text):
            quote = names.mask(sentence.text).replace("'", "\u2019").replace("\n", " ").upper()
            span = page.find(names.restore(quote))
            assert span is not None, sentence.text
            assert span.quote.strip(".,!?\"' ") in sentence.text or sentence.text.startswith(span.quote[:5])
            count += 1
    assert count > 400


def test_what_a_note_says_word_for_word_is_never_taken_for_invented() -> None:
    for text, known in notes():
        names = pseudonyms_for([text], known)
        ground = Ground(Page(text), NoteText(text, date(2026, 3, 10)), (0, len(text)), names)
        sentences = [names.mask(sentence.text) for sentence in sentences_of(text)]
        signals = [SignalItem(kind=SignalKind.EHR, detail=words, quote=words) for words in sentences]
        reading, flaws = ground_items(Items(signals=signals), ground, "model:x")
        assert not flaws
        assert len(reading.signals) == len(sentences)
