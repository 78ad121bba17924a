"""People named in a plain reply: whose worry it was, where they stand, who they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dealbot.app.chat.fixes import lexicon
from dealbot.app.chat.fixes.champions import of_one, of_two
from dealbot.app.chat.fixes.fix import Basis, SetRight
from dealbot.app.chat.fixes.news import clauses, untold
from dealbot.app.chat.fixes.stances import stance_told
from dealbot.app.common_words import COMMON
from dealbot.app.understand.people import people_in
from dealbot.app.understand.slots import topic_in
from dealbot.app.words import words_of
from dealbot.domain.concern import BLOCKING, NOT_BLOCKING, ConcernTopic
from dealbot.domain.deal import Stakeholder
from dealbot.domain.names import all_initials, fold, may_mean
from dealbot.domain.spelling import is_slip
from dealbot.domain.stakeholder import Side
from dealbot.domain.title import canonical_title, function_of

_TITLE = re.compile(
    r"\b(?:is|was|'s|\u2019s|s|as|are|not|called) +(?:(?:actually|really|now|just|the|their|our|a|an|only) +)*"
    r"(?P<title>[A-Za-z&/ -]{2,40})",
    re.IGNORECASE,
)
_NOT_TITLE = re.compile(r"\s+(?:not|instead|by the way|btw|at|for|of the|,|and|but)\b.*$", re.IGNORECASE)
_SHORT = frozenset("ceo coo cfo cio cto ciso cmo cmio cno cnio cpo cqo cco gc vp svp evp".split())
_LONGEST_TITLE = 5


@dataclass(frozen=True, slots=True)
class _Clause:
    """One clause of a reply and whom it is about."""

    text: str
    person: Stakeholder | None
    named: bool


def of_people(text: str, basis: Basis) -> Iterator[SetRight]:
    """Tell what each clause says of somebody, the last person named being meant by "she" or "he"."""
    named = _renamed(text, basis) or _same(text, basis) or of_two(text, basis)
    if named is not None:
        yield named
        return
    person: Stakeholder | None = None
    for words in clauses(text):
        found = people_named(words, basis)
        meant = found[0] if found else None
        if meant is None and (lexicon.PRONOUN.search(words) or _no_subject(words)):
            meant = person or _only(basis)
        person = meant or person
        yield from _of_clause(_Clause(words, meant, bool(found)), basis)


def _of_clause(clause: _Clause, basis: Basis) -> Iterator[SetRight]:
    for part in (_worry, _moved_worry, _movement, _champion, _role, _title, _stance):
        pairs = part(clause, basis)
        if pairs:
            yield SetRight(pairs, in_note=part is _moved_worry)
            return


def people_named(words: str, basis: Basis) -> tuple[Stakeholder, ...]:
    """The people whom some words name, each name of one person only."""
    keys = [someone.keys[0] for someone in people_in(words_of(words), basis.state.people) if len(someone.keys) == 1]
    people = (basis.state.person(key) for key in keys)
    return tuple(person for person in people if person is not None)


def _no_subject(words: str) -> bool:
    return words.partition(" ")[0].casefold() in {
        "is",
        "isn't",
        "isnt",
        "not",
        "still",
        "just",
        "only",
        "has",
        "hasn't",
        "wants",
    }


def _only(basis: Basis) -> Stakeholder | None:
    """The one person of the buyer's side whom the note speaks of, or the one with a worry in it."""
    said = {item.label for item in basis.people if item.side is Side.BUYER}
    holders = {item.holder for item in basis.concerns if item.holder}
    for labels in (said, holders):
        people = [person for person in basis.state.people if labels & {person.label, *person.written}]
        if len(people) == 1:
            return people[0]
    return None


def _worry(clause: _Clause, basis: Basis) -> tuple[str, ...]:
    """A worry that blocks or does not, is none, or is settled."""
    for pattern, value in _WORRIES:
        if pattern.search(clause.text):
            return _of_worry(clause, basis, value)
    return ()


_WORRIES = (
    (lexicon.NOT_BLOCKING, NOT_BLOCKING),
    (lexicon.BLOCKING, BLOCKING),
    (lexicon.NO_WORRY, "none"),
    (lexicon.SETTLED, "resolved"),
)


def _of_worry(clause: _Clause, basis: Basis, value: str) -> tuple[str, ...]:
    topic = topic_in(clause.text.casefold())
    worries = [concern for concern in basis.state.open_concerns if topic in {None, concern.topic}]
    if clause.person is not None:
        worries = [concern for concern in worries if concern.holder_key == clause.person.key]
    else:
        noted = {concern.topic for concern in basis.concerns}
        worries = [concern for concern in worries if concern.topic in noted] or worries
    if value == NOT_BLOCKING:
        worries = [concern for concern in worries if concern.blocking] or worries
    if len(worries) != 1:
        return ()
    concern = worries[0]
    return (f"{concern.holder}.{concern.topic}={value}" if concern.holder else f"{concern.topic}={value}",)


def _moved_worry(clause: _Clause, basis: Basis) -> tuple[str, ...]:
    """Somebody else's worry: "no that was Raj"."""
    person = clause.person
    said = clause.text.casefold()
    bare = not _says_of_them(said) and not untold(clause.text, basis)
    if person is None or not clause.named or not (lexicon.THEIRS.search(said) or bare):
        return ()
    if _titled(clause) is not None and not re.search(r"\b(?:that|it|this|worry|concern)\b", said):
        return ()
    topics = _topics_of_others(person, basis, topic_in(said))
    if topics:
        return tuple(f"{topic}.holder={person.label}" for topic in topics)
    others = [
        item for item in basis.people if item.side is Side.BUYER and item.label not in {person.label, *person.written}
    ]
    return (f"{others[0].label}.was={person.label}",) if len(others) == 1 and not _says_stance(said) else ()


def _topics_of_others(person: Stakeholder, basis: Basis, topic: ConcernTopic | None) -> tuple[ConcernTopic, ...]:
    held = [
        concern.topic
        for concern in basis.concerns
        if concern.holder not in {person.label, *person.written} and topic in {None, concern.topic}
    ]
    return tuple(dict.fromkeys(held)) if len(set(held)) == 1 else ()


def _movement(clause: _Clause, _basis: Basis) -> tuple[str, ...]:
    if clause.person is None:
        return ()
    if lexicon.STAYS.search(clause.text):
        return (f"{clause.person.label}.gone=no",)
    return (f"{clause.person.label}.gone=yes",) if lexicon.GONE.search(clause.text) else ()


def _champion(clause: _Clause, _basis: Basis) -> tuple[str, ...]:
    return of_one(clause.text, clause.person.label) if clause.person is not None else ()


def _role(clause: _Clause, _basis: Basis) -> tuple[str, ...]:
    if clause.person is None:
        return ()
    field = "not_role" if lexicon.NEGATED.search(clause.text) else "role"
    return tuple(f"{clause.person.label}.{field}={role}" for role, said in lexicon.ROLES if said.search(clause.text))


def _title(clause: _Clause, _basis: Basis) -> tuple[str, ...]:
    title = _titled(clause)
    return (f"{clause.person.label}.title={title}",) if clause.person is not None and title is not None else ()


def _titled(clause: _Clause) -> str | None:
    """The title a clause gives somebody: "Ortiz is the CNO, not the CMO"."""
    for found in _TITLE.finditer(clause.text):
        if found.group().casefold().startswith("not"):
            continue
        title = _NOT_TITLE.sub("", found["title"]).strip()
        words = title.split()
        if words and words[0].casefold() in _SHORT:
            title = words[0]
        if title and len(words) <= _LONGEST_TITLE and _is_title(title) and not _says_stance(title):
            return title.upper() if title.casefold() in _SHORT else title
    return None


def _is_title(words: str) -> bool:
    known = function_of(words) is not None and canonical_title(words) != words.casefold()
    return known or words.casefold() in _SHORT


def _says_of_them(words: str) -> bool:
    """Whether words say of somebody where they stand, which part they play, or that they go or stay."""
    parts = (lexicon.GONE, lexicon.STAYS, *(said for _, said in lexicon.ROLES))
    return _says_stance(words) or any(said.search(words) for said in parts)


def _says_stance(words: str) -> bool:
    return stance_told(words) is not None


def _stance(clause: _Clause, _basis: Basis) -> tuple[str, ...]:
    if clause.person is None:
        return ()
    standing = stance_told(clause.text)
    return (f"{clause.person.label}.stance={standing.stance}",) if standing is not None else ()


def _same(text: str, basis: Basis) -> SetRight | None:
    """Who is who: "Dr O is Lena Ortiz"."""
    found = lexicon.SAME.match(text)
    whom = people_named(found["other"], basis) if found is not None else ()
    if found is None or len(whom) != 1 or whom[0].name is None or _titled(_Clause(text, None, named=False)):
        return None
    name, full = found["one"].strip(), whom[0].name
    somebodys_half = any(
        may_mean(fold(name), fold(person.label)) and fold(name) != person.key and not all_initials(fold(name))
        for person in basis.state.people
    )
    no_name = function_of(name) is not None or fold(name) in COMMON
    return None if somebodys_half or no_name else SetRight((f"{name}.is={full}",), in_note=True)


def _renamed(text: str, basis: Basis) -> SetRight | None:
    found = lexicon.RENAME.search(text)
    if found is None:
        return None
    new = found["new"].strip()
    people = [person for person in people_named(text, basis) if fold(person.label) != fold(new)]
    person = people[0] if people else _like(new, basis)
    known = any(
        fold(other.label) == fold(new) or may_mean(fold(new), fold(other.label)) for other in basis.state.people
    )
    if person is None or person.name is None or known:
        return None
    whole = new if " " in new or " " not in person.name else f"{person.name.rsplit(' ', 1)[0]} {new}"
    return SetRight((f"{person.label}.name={whole}",))


def _like(name: str, basis: Basis) -> Stakeholder | None:
    """Whose name is written nearly so."""
    last = fold(name).split()[-1]
    near = [p for p in basis.state.people if p.name and any(_slip(last, part) for part in fold(p.name).split())]
    return near[0] if len(near) == 1 else None


def _slip(one: str, other: str) -> bool:
    return one != other and is_slip(one, other)
