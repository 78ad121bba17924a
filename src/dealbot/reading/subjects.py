"""Who each clause is about: its own subject, a pronoun's antecedent, or the one who is speaking."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dealbot.domain.names import fold, may_mean
from dealbot.domain.stakeholder import Side
from dealbot.reading.layout import LineKind
from dealbot.reading.lexicon import subjects as lexicon
from dealbot.reading.people import Person
from dealbot.reading.text import Clause


@dataclass(slots=True)
class About:
    """A clause with the person it is about (None: nobody in particular) and everybody in it."""

    clause: Clause
    subject: Person | None
    mentioned: list[Person] = field(default_factory=list)
    reported_by: Person | None = None
    speaker: Person | None = None


def subjects_of(note: str, clauses: Sequence[Clause], people: Sequence[Person]) -> list[About]:
    """Work out whom every clause is about, in order."""
    result: list[About] = []
    last: Person | None = None
    previous: About | None = None
    for clause in clauses:
        about = _about(note, clause, people, previous, last)
        result.append(about)
        buyer = about.subject is not None and about.subject.side is Side.BUYER
        last = about.subject if buyer and about.subject is not about.speaker else last
        previous = about
    return result


def speaker_of(clause: Clause, people: Sequence[Person]) -> Person | None:
    """Find who says the clause; None is the note's author."""
    if clause.speaker is None:
        return None
    spoken = fold(clause.speaker)
    for person in people:
        name = fold(person.name or person.title or "")
        if name == spoken or may_mean(spoken, name) or may_mean(name, spoken):
            return person
    return None


def _about(note: str, clause: Clause, people: Sequence[Person], previous: About | None, last: Person | None) -> About:
    places = sorted(
        (place, index)
        for index, person in enumerate(people)
        for place in person.places
        if clause.start <= place[0] < clause.end
    )
    mentioned = list(dict.fromkeys(index for _, index in places))
    named = [people[index] for index in mentioned]
    speaker = speaker_of(clause, people)
    acting = [(place, people[index]) for place, index in places if not _is_object(note, clause, place)]
    subject = acting[0][1] if acting else None
    reporter = _reporter(note, acting)
    if reporter is not None:
        return About(clause, acting[1][1], named, reporter, speaker)
    if (
        subject is not None
        and acting[0][0][0] > clause.start + 2
        and lexicon.PRONOUN.match(clause.text)
        and last is not None
    ):
        subject = last
    if subject is None:
        subject = _carried(clause, named, speaker, previous, last)
    return About(clause, subject, named, None, speaker)


def _is_object(note: str, clause: Clause, place: tuple[int, int]) -> bool:
    before = note[max(clause.start, place[0] - 34) : place[0]]
    return lexicon.OBJECT_BEFORE.search(before) is not None and lexicon.MET.search(before) is None


def _reporter(note: str, acting: list[tuple[tuple[int, int], Person]]) -> Person | None:
    """Who reports it: what Priya says of the CFO is about the CFO."""
    if len(acting) < 2 or acting[0][1] is acting[1][1]:
        return None
    between = note[acting[0][0][1] : acting[1][0][0]]
    return acting[0][1] if lexicon.REPORTS.search(between) else None


def _carried(
    clause: Clause, named: list[Person], speaker: Person | None, previous: About | None, last: Person | None
) -> Person | None:
    if lexicon.PRONOUN.match(clause.text) or lexicon.GUESSED.match(clause.text):
        return last
    if speaker is not None and (lexicon.FIRST.search(clause.text) or not named):
        return speaker
    same_line = previous is not None and previous.clause.block == clause.block
    if previous is None or not same_line or previous.subject is None:
        return named[0] if len(named) == 1 and clause.kind is LineKind.FIELD else None
    same_sentence = previous.clause.sentence == clause.sentence
    if lexicon.OTHERS.match(clause.text) and not same_sentence:
        return None
    return previous.subject if not named or same_sentence else None
