"""What ties a clause to a person, as numbers: named in it, its subject or speaker, or how long ago last named."""

from collections.abc import Sequence

import numpy as np

from dealbot.domain.stakeholder import Function, Side
from dealbot.reading.features import Floats
from dealbot.reading.people import Person
from dealbot.reading.subjects import About

TIES = 14
TRAITS = len(Function) + 1 + len(Side) + 6
HERE, OF_ANOTHER = 0, TIES - 1  # named in it; it is about somebody else
_FEW = 4


def ties_of(people: Sequence[Person], abouts: Sequence[About]) -> Floats:
    """What ties each person to each clause, shape (people, clauses, TIES)."""
    rows = [_ties(person, abouts) for person in people]
    return np.array(rows, dtype=np.float32).reshape(len(people), len(abouts), TIES)


def _ties(person: Person, abouts: Sequence[About]) -> list[list[bool]]:
    rows = []
    first = min(person.places)[0]
    named = subject = None
    for place, about in enumerate(abouts):
        here = any(other is person for other in about.mentioned)
        named = place if here else named
        since = None if named is None else place - named
        is_subject = about.subject is person
        rows.append(
            [
                here,
                is_subject,
                about.speaker is person,
                about.reported_by is person,
                since == 1,
                since == 2,
                since is not None and 2 < since <= _FEW,
                since is not None and since > _FEW,
                since is None,
                here and len(about.mentioned) == 1,
                here and about.mentioned[0] is person,
                not is_subject and subject is not None and place - subject == 1,
                about.clause.start <= first < about.clause.end,
                about.subject is not None and not is_subject,
            ]
        )
        subject = place if is_subject else subject
    return rows


def traits_of(people: Sequence[Person]) -> Floats:
    """What the words at a person's name tell of them, shape (people, TRAITS)."""
    rows = [
        [
            *(person.function is function for function in Function),
            person.function is None,
            *(person.side is side for side in Side),
            person.name is None,
            person.title is not None,
            person.sure,
            *(len(person.places) == count for count in (1, 2)),
            len(person.places) > 2,
        ]
        for person in people
    ]
    return np.array(rows, dtype=np.float32).reshape(-1, TRAITS)
