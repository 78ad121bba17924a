"""The conflicts of a deal, replayed: opened and ended by words of notes or by hand, opened again if told again."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import groupby

from dealbot.domain.conflict import Conflict, Party, conflict_by_hand, end_by_hand
from dealbot.domain.conflict_words import ENDED, FIGHT, end_told, fight_told, plainly_ended
from dealbot.domain.corrected_field import CorrectedField
from dealbot.domain.deal import Stakeholder
from dealbot.domain.evidence import Evidence, Span
from dealbot.domain.identity import Identities
from dealbot.domain.mentions import Mention, parties_named, people_named
from dealbot.domain.observation import Correction, Observation, ViewStatement

_BY_HAND = frozenset({CorrectedField.CONFLICT, CorrectedField.CONFLICT_ENDED})
_Pair = frozenset[str]
_AND = len(" and ")


def conflicts(
    observations: Iterable[Observation], identities: Identities, people: Sequence[Stakeholder]
) -> tuple[Conflict, ...]:
    """Every conflict told of, in the order they began; observations come in replay order.

    One goes on until words or a person end it, or until one of the two has left.
    """
    every = list(observations)
    telling = [o for o in every if _tells(o)]
    replayed = _Replay(people, _spans(every, {o.origin.note for o in telling}))
    for note, group in groupby(
        telling, key=lambda o: (o.origin.said_on, o.origin.note, isinstance(o.item, Correction))
    ):
        said = list(group)
        if note[2]:
            _set_by_hand(replayed, said, identities)
        else:
            _read(replayed, said)
    return replayed.all()


def _spans(observations: Iterable[Observation], notes: Collection[str]) -> Mapping[str, Sequence[Span]]:
    """The places of everything these notes tell."""
    found: dict[str, list[Span]] = {note: [] for note in notes}
    for o in observations:
        if o.origin.note in found and not isinstance(o.item, Correction | ViewStatement):
            found[o.origin.note].append(o.item.span)
    return found


def _tells(observation: Observation) -> bool:
    match observation.item:
        case Correction(field=wanted):
            return wanted in _BY_HAND
        case ViewStatement():
            return False
        case item:
            return _may_tell(item.span.quote)


@lru_cache(maxsize=8192)
def _may_tell(quote: str) -> bool:
    return FIGHT.search(quote) is not None or ENDED.search(quote) is not None


@dataclass(slots=True)
class _Replay:
    """The conflicts so far, by who is in them; the last of a pair may be open."""

    people: Sequence[Stakeholder]
    spans: Mapping[str, Sequence[Span]]
    of: dict[_Pair, list[Conflict]] = field(default_factory=dict)

    def begin(self, parties: tuple[Party, Party], since: date, said: Evidence, cause: str | None) -> None:
        """Two are told to be in conflict; told again, it is the same one."""
        pair = _pair(*parties)
        told = self.of.setdefault(pair, [])
        if told and told[-1].open:
            told[-1] = replace(told[-1], cause=told[-1].cause or cause, since=min(told[-1].since, since))
        else:
            earliest = max((one.ended.on for one in told if one.ended), default=date.min)
            told.append(Conflict(*parties, max(since, earliest), said, cause))

    def end(self, pairs: Iterable[_Pair], said: Evidence, by: str | None) -> None:
        """These are told to be over."""
        for pair in pairs:
            told = self.of.get(pair, [])
            if told and told[-1].open:
                told[-1] = replace(told[-1], ended=said, settled_by=by)

    def open_of(self, names: frozenset[str]) -> list[_Pair]:
        """The open conflicts of whoever is named: of both of a pair if both are, else of the one."""
        still = [pair for pair, told in self.of.items() if told[-1].open and pair & names]
        return [pair for pair in still if pair <= names] or still

    def all(self) -> tuple[Conflict, ...]:
        """Every conflict, ended where one of the two left since."""
        gone = {person.key: person.gone for person in self.people if person.gone is not None}
        every = (_left(conflict, gone) for told in self.of.values() for conflict in told)
        return tuple(sorted(every, key=lambda each: (each.since, each.one.label, each.other.label)))


def _left(conflict: Conflict, gone: Mapping[str, Evidence]) -> Conflict:
    left = [gone[key] for key in sorted(conflict.keys) if key in gone]
    return replace(conflict, ended=left[0], left=True) if left and conflict.open else conflict


def _pair(one: Party, other: Party) -> _Pair:
    return frozenset({_name(one), _name(other)})


def _name(party: Party) -> str:
    return party.key or f"part:{party.function or party.label}"


def _read(replayed: _Replay, said: Sequence[Observation]) -> None:
    """What one note tells: first what began, then what ended, and who ended it."""
    quotes = {o.item.span.quote: o for o in reversed(said)}
    ends = [o for quote, o in quotes.items() if end_told(quote)]
    for quote, observation in sorted(quotes.items(), key=lambda each: each[1].order):
        fight = fight_told(quote, observation.origin.said_on)
        parties = _parties(observation, replayed)
        if fight is not None and parties is not None:
            on = observation.origin.said_on
            replayed.begin(parties, fight.since or on, observation.evidence, fight.cause)
    if ends:
        _end(replayed, sorted(ends, key=lambda o: o.order))


def _end(replayed: _Replay, ends: Sequence[Observation]) -> None:
    named = [mention for o in ends for mention in parties_named(o.item.span.quote, replayed.people)]
    names = frozenset(_name(_party(mention)) for mention in named)
    meant = replayed.open_of(names)
    if len(meant) == 1 and (meant[0] <= names or any(plainly_ended(o.item.span.quote) for o in ends)):
        others = [m for m in named if m.key is not None and _name(_party(m)) not in meant[0]]
        stepped_in = [m.label for m in others if any(_acts(o, m, replayed.people) for o in ends)]
        replayed.end(meant, ends[0].evidence, stepped_in[0] if stepped_in else None)


def _acts(observation: Observation, mention: Mention, people: Sequence[Stakeholder]) -> bool:
    """Whether somebody is named in a quote before the words that end a conflict."""
    quote = observation.item.span.quote
    match = ENDED.search(quote)
    before = people_named(quote[: match.start()], people) if match is not None else ()
    return any(each.key == mention.key for each in before)


def _parties(observation: Observation, replayed: _Replay) -> tuple[Party, Party] | None:
    """The first two parties that a quote names, or the one and whom it was cut from at "and"; None for fewer."""
    span = observation.item.span
    named = parties_named(span.quote, replayed.people)
    if len(named) == 1:
        named = (*_cut_off(span, replayed, observation.origin.note), *named)
    return (_party(named[0]), _party(named[1])) if len(named) > 1 else None


def _cut_off(span: Span, replayed: _Replay, note: str) -> tuple[Mention, ...]:
    """Whoever ends the quote that stands an "and" before this one."""
    last = sorted(other.quote.rpartition(" ")[2] for other in replayed.spans[note] if other.end + _AND == span.start)
    return people_named(last[0], replayed.people) if last else ()


def _party(mention: Mention) -> Party:
    return Party(mention.key, mention.label, mention.function)


def _set_by_hand(replayed: _Replay, said: Iterable[Observation], identities: Identities) -> None:
    for observation in said:
        for one, other, rest in _hands(observation, identities, replayed.people):
            item = observation.item
            if isinstance(item, Correction) and item.field is CorrectedField.CONFLICT:
                replayed.begin((one, other), observation.origin.said_on, observation.evidence, rest)
            else:
                replayed.end([_pair(one, other)], observation.evidence, rest)


def _hands(
    observation: Observation, identities: Identities, people: Sequence[Stakeholder]
) -> Iterator[tuple[Party, Party, str | None]]:
    """The two people a correction is about, and its cause or who settled it."""
    item, origin = observation.item, observation.origin
    if not isinstance(item, Correction) or item.subject is None:
        return
    read = (conflict_by_hand if item.field is CorrectedField.CONFLICT else end_by_hand)(item.value)
    if read is None:
        return
    one, other = (
        _known(identities.key(name, origin.said_on, origin.note), name, people) for name in (item.subject, read[0])
    )
    if _name(one) != _name(other):
        yield one, other, read[1]


def _known(key: str, name: str, people: Sequence[Stakeholder]) -> Party:
    person = next((each for each in people if each.key == key), None)
    return Party(key, person.label if person else name, person.function if person else None)
