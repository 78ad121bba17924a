"""Which clauses are about this deal: anecdotes of other customers and general remarks are not."""

import re
from collections.abc import Sequence

from dealbot.reading.heads import Guess
from dealbot.reading.text import Clause

_ANECDOTE = re.compile(
    r"\b(?:another|other|different)\s+(?:customer|client|hospital|system|health system|account|site|place|prospect)s?\b|\bwe (?:have|had) a (?:customer|client|prospect|deal|system|situation|big deal)\b|"
    r"\b(?:customer|client|prospect|system|hospital|place|friend|cousin|guy|buddy|cfo|cio|cmo|cno|shop|account)s?\s+(?:of ours|of mine|i know|we know|i used to|in|out in|up in|down in|over in|at a)\b.{0,40}\b(?:had|told|did|went|took|lost|loved|hated|threw|bought|did)\b|"
    r"\breminds? me of\b|\bsame (?:thing|story|cut|kind of thing|song) (?:happened |as )?(?:at|with|in)\b|\b(?:like|as) (?:we saw |we did |happened )?(?:at|with) (?:that|the) (?:other|last)\b|"
    r"\b(?:at|over at|back at|out at) [A-Z]\w+(?: [A-Z]\w+)?,? (?:which is another|a different|another|they|their|the (?:cfo|coo|cio|cmo|cno))\b|\bone of our (?:customers|clients|sites|hospitals)\b|\blast (?:year|spring|fall) (?:at|with) (?:a|another)\b|\bfor example, we\b|\blet me give you an example\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:usually|typically|in general|in healthcare|in my experience|health systems|most (?:hospitals|systems|cfos|cios|cmos|buyers)|these people|hospitals (?:always|never|tend)|(?:cfos|cios|cmos|cnos|nurses|doctors|lawyers) (?:always|never|love|hate|want|tend)|"
    r"you(?:'ve|’ve) got|you have to|some people|a (?:cfo|cmo|cno|cio|chief \w+ officer) (?:wants|cares|will|is going))\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:anyway|back to|as for (?:us|them|our)|here (?:at|in)|at this one|meanwhile|so,? next|next steps?|but (?:here|at))\b",
    re.IGNORECASE,
)
_SURE = 0.75


def outside(clauses: Sequence[Clause], guesses: Sequence[dict[str, Guess]]) -> list[bool]:
    """Tell for each clause whether it is about somebody else's deal or nobody's."""
    result: list[bool] = []
    story: tuple[int, int] | None = None
    for clause, guess in zip(clauses, guesses, strict=True):
        scope = guess["scope"]
        elsewhere = _ANECDOTE.search(clause.text) is not None or scope.of("other") > _SURE
        if elsewhere:
            story = clause.sentence
        elif story is not None and (story != clause.sentence or _BACK.match(clause.text)):
            story = None
        general = _GENERIC.search(clause.text) is not None or scope.of("generic") > _SURE
        result.append(elsewhere or story == clause.sentence or general)
    return result
