"""What a reply tells besides what it sets right: much of it makes a note of it, in which nothing may get lost."""

from collections.abc import Iterator

from dealbot.app.chat.fixes import lexicon
from dealbot.app.chat.fixes.fix import Basis
from dealbot.app.chat.fixes.stances import stance_told
from dealbot.app.understand.people import people_in
from dealbot.app.understand.slots import topic_in
from dealbot.app.words import words_of
from dealbot.domain.stakeholder import Stance

_FEW = 2
_WORRIED = frozenset({Stance.CONCERNED, Stance.OPPOSED})


def clauses(text: str) -> Iterator[str]:
    """Cut a reply into what can be set right one by one."""
    return filter(None, (part.strip() for part in lexicon.CLAUSE.split(text)))


def brings_news(text: str, basis: Basis) -> bool:
    """Whether a reply that says where people stand goes on to tell what a note should keep."""
    told = [(clause, stance_told(clause)) for clause in clauses(text)]
    if not any(standing for _, standing in told):
        return False
    worries = any(
        standing and standing.stance in _WORRIED and topic_in(standing.rest.casefold()) for _, standing in told
    )
    more = sum(len(untold(standing.rest if standing else clause, basis)) for clause, standing in told)
    return worries or more > _FEW


def untold(text: str, basis: Basis) -> tuple[str, ...]:
    """The words of a text that are neither of a person's name or title nor say nothing of themselves."""
    words = words_of(text)
    named = {at for someone in people_in(words, basis.state.people) for at in range(someone.start, someone.end)}
    return tuple(word.folded for at, word in enumerate(words) if at not in named and word.folded not in lexicon.FILLERS)
