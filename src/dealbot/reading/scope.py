"""Which clauses are about this deal: anecdotes of other customers and general remarks are not."""

from collections import Counter
from collections.abc import Sequence

from dealbot.reading.layout import LineKind
from dealbot.reading.lexicon import scope as lexicon
from dealbot.reading.said import Said
from dealbot.reading.text import Clause

_SURE = 0.75
_LONG_TURN = 320
_LONG_TALK = 4_000
_MOSTLY = 0.4


def outside(clauses: Sequence[Clause], said: Sequence[Said]) -> list[bool]:
    """Tell for each clause whether it is about somebody else's deal or nobody's.

    A story goes on to the end of its sentence, and through a long turn of a transcript. Where most of a conversation is
    about others, only what is said to the other one counts.
    """
    result = _by_sentence(clauses, said)
    told = {clause.block for clause, elsewhere in zip(clauses, result, strict=True) if elsewhere}
    turns: Counter[int] = Counter()
    for clause in clauses:
        if clause.kind is LineKind.TURN:
            turns[clause.block] += len(clause.text)
    talk = sum(turns.values())
    general = talk > _LONG_TALK and sum(turns[block] for block in told) > _MOSTLY * talk
    return [
        elsewhere
        or (clause.block in told and turns[clause.block] > _LONG_TURN)
        or (general and not (turns[clause.block] and lexicon.TO_YOU.search(clause.text)))
        for clause, elsewhere in zip(clauses, result, strict=True)
    ]


def _by_sentence(clauses: Sequence[Clause], said: Sequence[Said]) -> list[bool]:
    result: list[bool] = []
    story: tuple[int, int] | None = None
    for clause, share in zip(clauses, said, strict=True):
        elsewhere = lexicon.ANECDOTE.search(clause.text) is not None or share.elsewhere > _SURE
        if elsewhere:
            story = clause.sentence
        elif story is not None and (story != clause.sentence or lexicon.BACK.match(clause.text)):
            story = None
        general = lexicon.GENERIC.search(clause.text) is not None or share.general > _SURE
        result.append(elsewhere or story == clause.sentence or general)
    return result
