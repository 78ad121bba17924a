"""What somebody said, in the notes' own words: sentences found, never made."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dealbot.app.answer import Answer, Deal, each_once
from dealbot.app.question import Question
from dealbot.app.relevance import Scored, scored, wanted_of
from dealbot.app.sayings import Saying, Sayings, asks, sayings_of
from dealbot.app.understand.slots import topic_in
from dealbot.app.wording import day, first_name, short_title
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence
from dealbot.domain.stakeholder import Side

MOST = 4
LONGEST = 900
_OWN = 0.15
_AS_GOOD = 0.65
_SPEAKS_MOST = 2
_FRAGMENT = 4
# A sentence that begins so leans on the one before it.
_LEANS = re.compile(r"(?:it|that|this|they|those|these|so|and|but|which|then|also|not|he|she)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)


def learned(question: Question, deal: Deal, sayings: Sayings) -> Answer:
    """Answer a free question with up to four sentences of the deal's notes, or say that they tell nothing about it."""
    every = [saying for note in sayings.notes for saying in sayings_of(note, deal.state.people)]
    people = _people(question, deal, every)
    wanted = wanted_of(question.text, _names(deal, people))
    found = scored(wanted, _candidates(every, people), sayings.encoder)
    worries = _worries(question, deal, people)
    best = [
        _favoured(one, people)
        for one in found
        if one.about or (people and not wanted.stems) or any(_tells(one.saying, worry) for worry in worries)
    ]
    chosen = _chosen(sorted(best, key=lambda one: -one.score), every)
    if not chosen:
        whose = f" from {' or '.join(person.label for person in people)}" if people else ""
        text = f"Nothing in the notes of {deal.name}{whose} about that."
        return Answer(question.intent, answered=False, text=text)
    sources = each_once(saying.evidence for saying in chosen)
    return Answer(question.intent, answered=True, text=_text(deal, chosen), data={}, sources=sources)


def _people(question: Question, deal: Deal, every: Sequence[Saying]) -> tuple[Stakeholder, ...]:
    """Whose words are asked for: a pronoun's before a name's, which is then what they are about."""
    meant = _spoken_of_most(deal, every) if question.pronoun else ()
    return meant or tuple(person for person in deal.state.people if person.key in question.people)


def _worries(question: Question, deal: Deal, people: Sequence[Stakeholder]) -> list[Evidence]:
    """What of a topic that the question names worries the people it asks about, whatever words they have for it."""
    topic, keys = topic_in(question.text.casefold()), {person.key for person in people}
    return [
        evidence
        for concern in deal.state.concerns
        if concern.topic is topic and concern.holder_key in keys
        for _, evidence in concern.history
    ]


def _tells(saying: Saying, worry: Evidence) -> bool:
    return saying.evidence.note == worry.note and saying.evidence.span.overlaps(worry.span)


def _spoken_of_most(deal: Deal, every: Sequence[Saying]) -> tuple[Stakeholder, ...]:
    """Whom "he" or "she" must mean: the one of the buyer's who is heard far more than anybody else."""
    buyers = {person.key: person for person in deal.state.people if person.side is Side.BUYER}
    heard = Counter(key for saying in every for key in saying.by if key in buyers)
    first, second = (*heard.most_common(2), ("", 0), ("", 0))[:2]
    return (buyers[first[0]],) if first[1] and first[1] >= _SPEAKS_MOST * second[1] else ()


def _names(deal: Deal, people: Iterable[Stakeholder]) -> set[str]:
    names = {deal.name, deal.name.split()[0], *deal.record.aliases}
    for person in people:
        titles = (person.title, short_title(person.title)) if person.title else ()
        names |= {name for name in (person.name, *(person.name or "").split(), *titles) if name}
    return names


def _candidates(every: Sequence[Saying], people: Sequence[Stakeholder]) -> list[Saying]:
    """What is by or about the people asked about, and what some "she" says in a note that tells of them."""
    if not people:
        return list(every)
    keys = {person.key for person in people}
    notes = {saying.evidence.note for saying in every if saying.by & keys}
    return [s for s in every if s.by & keys or (s.evidence.note in notes and _somebodys(s))]


def _somebodys(saying: Saying) -> bool:
    return saying.speaker is None and not saying.named and _PRONOUN.search(saying.text) is not None


def _favoured(one: Scored, people: Sequence[Stakeholder]) -> Scored:
    own = one.saying.by & {person.key for person in people}
    return replace(one, score=one.score + _OWN) if own else one


def _chosen(best: Sequence[Scored], every: Sequence[Saying]) -> list[Saying]:
    """The best sentences, then what stands around them while there is room, the best one's note first."""
    if not best:
        return []
    good = [one.saying for one in best if one.score >= _AS_GOOD * best[0].score]
    chosen = [good[0]]
    around = (near for beside in (1, -1) for hit in good for near in _beside(hit, every, beside))
    for saying in (*_leant_on(good[0], every), *good[1:], *around):
        fits = len(chosen) < MOST and sum(len(one.text) for one in (*chosen, saying)) <= LONGEST
        if fits and saying not in chosen:
            chosen.append(saying)
    first = chosen[0].evidence.note
    return sorted(chosen, key=lambda saying: (saying.evidence.note != first, every.index(saying)))


def _leant_on(saying: Saying, every: Sequence[Saying]) -> list[Saying]:
    """What a sentence cannot be understood without: the one before it, or the two after a question or a fragment."""
    at = every.index(saying)
    if asks(saying.text):
        return _of_one_note(saying, every[at + 1 : at + 3])
    if _LEANS.match(saying.text):
        return _of_one_note(saying, every[max(at - 1, 0) : at])
    fragment = len(saying.text.split()) <= _FRAGMENT
    after = _of_one_note(saying, every[at + 1 : at + 3]) if fragment else []
    return [one for one in after if one.speaker == saying.speaker]


def _beside(saying: Saying, every: Sequence[Saying], step: int) -> list[Saying]:
    at = every.index(saying) + step
    near = _of_one_note(saying, every[at : at + 1]) if at >= 0 else []
    return [one for one in near if one.speaker == saying.speaker]


def _of_one_note(saying: Saying, near: Sequence[Saying]) -> list[Saying]:
    return [one for one in near if one.evidence.note == saying.evidence.note]


def _text(deal: Deal, chosen: Sequence[Saying]) -> str:
    lines: list[str] = []
    for saying in chosen:
        head = _head(deal, saying)
        if head not in lines:
            lines.append(head)
        lines.append(f"  {' '.join(saying.text.split())}")
    return "\n".join(lines)


def _head(deal: Deal, saying: Saying) -> str:
    on = day(saying.evidence.on, deal.state.as_of)
    speaker = next((person for person in deal.state.people if saying.speaker and person.key in saying.by), None)
    if speaker is not None:
        return f"{speaker.label}, {on}:"
    written = f"{first_name(saying.evidence.author)}'s note" if saying.evidence.author else "Note"
    return f"{written}, {on}:"
