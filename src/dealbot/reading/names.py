"""Names of a note by rules and lists: what stands like one, and the labels of speakers."""

import re
from collections.abc import Iterator

from dealbot.domain.names import fold
from dealbot.reading.layout import LineKind, lines_of
from dealbot.reading.lexicon import people as wording
from dealbot.reading.lexicon.names import HONORIFIC
from dealbot.reading.ports import NoteText
from dealbot.reading.spotting import Spot, spot_names


def names_of(note: NoteText) -> list[Spot]:
    """Find what looks like a name, sure or not, in order."""
    spots: list[Spot] = []
    organisations = " ".join(match.group("org") for match in wording.ORG_AFTER.finditer(note.text))
    not_names = frozenset(fold(f"{note.deal or ''} {organisations}").split()) - {""}
    for line in lines_of(note.text):
        if line.kind is LineKind.HEADING or (line.kind is LineKind.HEADER and line.label != "from"):
            continue
        spots.extend(spot_names(note.text, line.start, line.end, note.roster, not_names))
    spots.extend(_speakers(note))
    return sorted(set(spots), key=lambda spot: spot.start)


def told_names(note: NoteText) -> list[Spot]:
    """Find the names by which a person said that somebody goes, letter for letter, whatever they look like."""
    forms = {form for person in note.roster for form in person.names[1:]}
    return [spot for form in sorted(forms) for spot in _written(note.text, form)]


def _written(text: str, form: str) -> Iterator[Spot]:
    """Where a form stands, without its Dr or Ms."""
    honoured = HONORIFIC.match(form)
    first = honoured.end() if honoured is not None else 0
    for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
        yield Spot(form[first:], found.start() + first, found.end(), sure=True)


def _speakers(note: NoteText) -> list[Spot]:
    """Labels of speaker turns are names whatever their case."""
    spots = []
    for line in lines_of(note.text):
        if line.kind is LineKind.TURN and line.speaker:
            at = note.text.rindex(line.speaker, 0, line.start)
            spots.append(Spot(line.speaker, at, at + len(line.speaker), sure=True))
    return spots
