"""Which clauses are about this deal: anecdotes of other customers and general remarks are not."""

from collections import Counter
from collections.abc import Sequence

from dealbot.reading.heads import Guess
from dealbot.reading.layout import LineKind
from dealbot.reading.lexicon import scope as lexicon
from dealbot.reading.text import Clause

_SURE = 0.75
_LONG_TURN = 320


def outside(clauses: Sequence[Clause], guesses: Sequence[dict[str, Guess]]) -> list[bool]:
    """Tell for each clause whether it is about somebody else's deal or nobody's.

    A story goes on to the end of its sentence; a long turn of a transcript that tells one is all story.
    """
    result = _by_sentence(clauses, guesses)
    told = {clause.block for clause, elsewhere in zip(clauses, result, strict=True) if elsewhere}
    length: Counter[int] = Counter()
    for clause in clauses:
        length[clause.block] += len(clause.text)
    return [
        elsewhere or (clause.kind is LineKind.TURN and clause.block in told and length[clause.block] > _LONG_TURN)
        for clause, elsewhere in zip(clauses, result, strict=True)
    ]


def _by_sentence(clauses: Sequence[Clause], guesses: Sequence[dict[str, Guess]]) -> list[bool]:
    result: list[bool] = []
    story: tuple[int, int] | None = None
    for clause, guess in zip(clauses, guesses, strict=True):
        scope = guess["scope"]
        elsewhere = lexicon.ANECDOTE.search(clause.text) is not None or scope.of("other") > _SURE
        if elsewhere:
            story = clause.sentence
        elif story is not None and (story != clause.sentence or lexicon.BACK.match(clause.text)):
            story = None
        general = lexicon.GENERIC.search(clause.text) is not None or scope.of("generic") > _SURE
        result.append(elsewhere or story == clause.sentence or general)
    return result
