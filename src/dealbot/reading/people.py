"""The people of one note: written names and titles put together, one entry per person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dealbot.domain.names import fold, may_mean
from dealbot.domain.stakeholder import Function, Side
from dealbot.domain.title import canonical_title, function_of
from dealbot.reading.layout import Line, LineKind, is_transcript, lines_of
from dealbot.reading.lexicon import people as wording
from dealbot.reading.lexicon.titles import OUR_TITLES
from dealbot.reading.ports import NoteText
from dealbot.reading.spotting import Spot, TitleSpot

_SIGNATURE = 6


@dataclass(slots=True)
class Person:
    """Somebody of a note while it is read: all written forms with their places, title, function and side."""

    name: str | None
    title: str | None
    function: Function | None
    side: Side
    places: list[tuple[int, int]] = field(default_factory=list)
    sure: bool = True

    @property
    def label(self) -> str:
        """The name, or the title of somebody known by title only."""
        return self.name or self.title or ""


def people_of(note: NoteText, names: Sequence[Spot], titles: Sequence[TitleSpot]) -> list[Person]:
    """Put written names and titles together: one entry per person, in order of first mention."""
    text = note.text
    lines = lines_of(text)
    people: list[Person] = []
    used: set[int] = set()
    for name in names:
        near = [title for title in titles if title.start not in used and not _turn_between(lines, name, title)]
        title = _title_of(text, name, near, names)
        if title is not None:
            used.add(title.start)
        _add_named(people, _person(note, name, title), name)
    people = [person for person in people if person.sure]
    for title in titles:
        if title.start in used:
            continue
        owner = _own_title_of(text, lines, people, title)
        if owner is not None:
            _give(owner, title)
        elif _stands_for_somebody(text, title) and _told_of_us(text, lines, title):
            _add_titled(note, people, title)
    _add_author_side(note, people)
    return sorted((person for person in people if person.places), key=lambda person: min(person.places))


def _turn_between(lines: Sequence[Line], name: Spot, title: TitleSpot) -> bool:
    """Whether what is said begins between a name and a title: "Dana: our CFO" is no title of Dana's."""
    return any(line.kind is LineKind.TURN and name.end <= line.start <= title.start for line in lines)


def _own_title_of(text: str, lines: Sequence[Line], people: Sequence[Person], title: TitleSpot) -> Person | None:
    """Whose title it is by their own words: a speaker's ("I'm General Counsel") or a signature's of two lines."""
    turn = _turn_at(lines, title.start)
    if turn is not None and wording.IS_ONESELF.search(text[max(turn.start, title.start - 30) : title.start]):
        return next((one for one in people if one.name and fold(one.name) == fold(turn.speaker or "")), None)
    above, _, before = text[: title.start].rpartition("\n")
    after = text[title.end :].partition("\n")[0].strip()
    name = fold(above.rpartition("\n")[2]).split()
    if before.strip(" >") or (after and after[0] not in ",|-\u2013\u2014&@(") or len(name) > _SIGNATURE:
        return None
    return next((one for one in people if one.name and " " in one.name and fold(one.name).split()[-1] in name), None)


def _turn_at(lines: Sequence[Line], at: int) -> Line | None:
    """The speaker's turn around an offset."""
    return next((line for line in lines if line.kind is LineKind.TURN and line.start <= at < line.end), None)


def _give(person: Person, title: TitleSpot) -> None:
    """Give somebody a title; whoever has one keeps it."""
    person.title = person.title or title.text
    person.function = person.function or function_of(title.text)
    person.places.append((title.start, title.end))


def _told_of_us(text: str, lines: Sequence[Line], title: TitleSpot) -> bool:
    """Whether a bare title is somebody's of the deal: in a transcript only "our CFO" and "your CFO" are."""
    if not lines or not is_transcript(tuple(lines)):
        return True
    own = wording.OWN_BEFORE.search(text[max(0, title.start - 12) : title.start]) is not None
    return own and _turn_at(lines, title.start) is not None


def _title_of(text: str, name: Spot, titles: Sequence[TitleSpot], names: Sequence[Spot]) -> TitleSpot | None:
    for title in titles:
        if title.start >= name.end and title.start - name.end <= 40:
            between = text[name.end : title.start]
            crossed = _loose(text, name, between) or any(name.end <= other.start < title.start for other in names)
            if not crossed and wording.NAME_THEN_TITLE.fullmatch(
                between.replace("\n", "," if _signed(text, name, title) else "\n\n")
            ):
                return title
        if name.start >= title.end and name.start - title.end <= 12:
            between = text[title.end : name.start]
            if "\n" not in between and wording.TITLE_THEN_NAME.fullmatch(between):
                return title
    return None


def _loose(text: str, name: Spot, between: str) -> bool:
    """Whether only "the" and a title make a name of a word that opens a sentence ("Like, the CFO")."""
    opens = not text[: name.start].rstrip(' \t*-•"') or text[: name.start].rstrip(' \t*-•"')[-1] in ".!?:\n"
    return not name.sure and opens and " the " in f"{between} "


def _signed(text: str, name: Spot, title: TitleSpot) -> bool:
    """Whether a title on the line below a name is that of a signature."""
    above = text[text.rfind("\n", 0, name.start) + 1 : name.start].strip(" -*>_")
    below = text[text.rfind("\n", 0, title.start) + 1 : title.start].strip(" -*>_")
    return not above and not below


def _person(note: NoteText, name: Spot, title: TitleSpot | None) -> Person:
    text = note.text
    written = title.text if title else None
    function = function_of(written) if written else _area(text, name)
    return Person(name.text, written, function, _side(note, name, title), [], name.sure or title is not None)


def _area(text: str, name: Spot) -> Function | None:
    after = wording.AREA_AFTER.match(text, name.end)
    before = wording.AREA_BEFORE.search(text[max(0, name.start - 30) : name.start])
    match = after or before
    return function_of(match.group("area")) if match else None


def _side(note: NoteText, name: Spot, title: TitleSpot | None) -> Side:
    before = note.text[max(0, name.start - 40) : name.start]
    led = note.text[max(0, title.start - 24) : title.start] if title is not None else before
    if not wording.THIRD_BEFORE.search(led) and (_is_ours(note, name.text) or _called_ours(note, name, title, before)):
        return Side.US
    vendors = (wording.THIRD_BEFORE.search(words) for words in (before, led))
    return Side.THIRD_PARTY if any(vendors) or wording.THIRD_AFTER.match(note.text, name.end) else Side.BUYER


def _called_ours(note: NoteText, name: Spot, title: TitleSpot | None, before: str) -> bool:
    """Whether a label, "our" or a title of our trade says so; "our" in a buyer's mouth is theirs."""
    text = note.text
    line = next((line for line in lines_of(text) if line.start <= name.start < line.end), None)
    if line is not None and line.label in wording.OUR_LABELS:
        return True
    said_ours = wording.OURS.search(before)
    if title is not None:
        said_ours = said_ours or wording.OURS.search(text[max(0, title.start - 12) : title.start])
    trade = title is not None and OUR_TITLES.search(title.text)
    ours = said_ours is not None and not _buyer_speaks(note, name.start)
    return bool(trade) or ours or wording.US_AFTER.match(text, name.end) is not None


def _add_named(people: list[Person], person: Person, spot: Spot) -> None:
    place = (spot.start, spot.end)
    folded = fold(person.name or "")
    for other in people:
        if other.name is None or not _same(other, person, folded):
            continue
        other.places.append(place)
        if len(folded.split()) > len(fold(other.name).split()):
            other.name = person.name
        other.title = other.title or person.title
        other.function = other.function or person.function
        other.sure = other.sure or person.sure
        if person.side is not Side.BUYER and other.side is Side.BUYER:
            other.side = person.side
        return
    person.places.append(place)
    people.append(person)


def _same(other: Person, person: Person, folded: str) -> bool:
    theirs = fold(other.name or "")
    alike = may_mean(folded, theirs) or may_mean(theirs, folded)
    titles = (
        other.title is None or person.title is None or canonical_title(other.title) == canonical_title(person.title)
    )
    whole = folded == theirs and " " in folded
    return whole or (alike and titles)


def _stands_for_somebody(text: str, title: TitleSpot) -> bool:
    """A bare title is a person unless it is anybody's."""
    if title.generic:
        return False
    following = text[title.end : title.end + 14]
    return not re.match(
        r"\s*(?:office|team|group|level|role|seat|position|approval|sign-?off|dashboard|search|'s office|types?)\b",
        following,
        re.IGNORECASE,
    )


def _add_titled(note: NoteText, people: list[Person], title: TitleSpot) -> None:
    seat = canonical_title(title.text)
    holders = [person for person in people if person.title and canonical_title(person.title) == seat]
    if holders:
        holders[0].places.append((title.start, title.end))
        return
    untitled = _untitled_before(note.text, people, title)
    if untitled is not None:
        untitled.title, untitled.function = title.text, function_of(title.text) or untitled.function
        untitled.places.append((title.start, title.end))
        return
    ours = OUR_TITLES.search(title.text) or wording.OURS.search(note.text[max(0, title.start - 8) : title.start])
    side = Side.US if ours and not _buyer_speaks(note, title.start) else Side.BUYER
    people.append(Person(None, title.text, function_of(title.text), side, [(title.start, title.end)]))


def _untitled_before(text: str, people: list[Person], title: TitleSpot) -> Person | None:
    """A bare title that opens a sentence is that of the one untitled person just named."""
    if title.definite:
        return None
    near = [
        (place[1], person)
        for person in people
        for place in person.places
        if 0 <= title.start - place[1] <= 60 and "\n" not in text[place[1] : title.start]
    ]
    if not near or not re.search(r"[.;,(-]\s*$", text[max(0, title.start - 4) : title.start]):
        return None
    person = max(near, key=lambda pair: pair[0])[1]
    return person if person.title is None and person.name is not None and person.side is Side.BUYER else None


def _buyer_speaks(note: NoteText, at: int) -> bool:
    """Whether the words at an offset are those of a speaker who is not one of us."""
    speaker = next((line.speaker for line in lines_of(note.text) if line.start <= at < line.end), None)
    return speaker is not None and not _is_ours(note, speaker)


def _is_ours(note: NoteText, name: str) -> bool:
    """Whether a name is the author's or one of our people's."""
    ours = [form for person in note.roster if person.side is Side.US for form in person.names]
    return any(may_mean(fold(name), fold(form)) for form in [*ours, *filter(None, [note.author])])


def _add_author_side(note: NoteText, people: list[Person]) -> None:
    """The author's own name in a header, signature or speaker label is not one of the note's people."""
    if note.author is None:
        return
    author = fold(note.author)
    people[:] = [p for p in people if p.name is None or not (may_mean(fold(p.name), author) or fold(p.name) == author)]
