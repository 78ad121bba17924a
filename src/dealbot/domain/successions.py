"""Who came to whose seat, from the seats as replayed."""

from collections.abc import Iterable, Sequence

from dealbot.domain.deal import Stakeholder
from dealbot.domain.succession import Succession


def successions(came: Iterable[tuple[str, frozenset[str]]], people: Sequence[Stakeholder]) -> tuple[Succession, ...]:
    """Tell of each seat that changed hands who left it last; `came` are newcomers with all who sat there before."""
    known = {person.key: person for person in people}
    told: set[Succession] = set()
    for heir, before in came:
        gone = [known[key] for key in sorted(before - {heir}) if key in known]
        left = [(said.on, person.key, person, said) for person in gone if (said := person.gone) is not None]
        if heir in known and left:
            _, key, person, said = max(left, key=lambda each: each[:2])
            told.add(Succession(heir, key, person.stance, said))
    return tuple(sorted(told, key=lambda each: (each.told.on, each.heir, each.before)))
