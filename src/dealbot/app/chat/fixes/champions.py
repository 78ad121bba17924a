"""What a plain reply sets right of champions and resistance: a criterion, two at odds, who is affected, a plan."""

import re
from collections.abc import Iterator, Sequence

from dealbot.app.chat.fixes.fix import Basis, SetRight
from dealbot.domain.champions import shown_in
from dealbot.domain.conflict_words import end_told, fight_told
from dealbot.domain.mentions import people_named

_AFFECTED = re.compile(
    r"\b(?P<no>(?:is|are)(?: not|n['\u2019]?t) |not )?(?:is |are )?affected\b(?: by (?P<how>.+))?", re.IGNORECASE
)
_PLAN = re.compile(
    r"^\W*(?:our |the )?(?:resistance )?plan for (?P<who>[^:,]{2,40})[:,]\s*(?P<plan>\S.{2,200})$",
    re.IGNORECASE | re.DOTALL,
)


def of_two(text: str, basis: Basis) -> SetRight | None:
    """Two people at odds, or no longer; or a plan for one of them."""
    planned = _PLAN.match(text)
    if planned is not None:
        named = people_named(planned["who"], basis.state.people)
        return SetRight((f"{named[0].label}.resistance_plan={planned['plan'].strip()}",)) if len(named) == 1 else None
    labels = [mention.label for mention in people_named(text, basis.state.people)]
    pairs = tuple(_pairs(text, labels, basis)) if len(labels) > 1 else ()
    return SetRight(pairs) if pairs else None


def _pairs(text: str, labels: Sequence[str], basis: Basis) -> Iterator[str]:
    fight = fight_told(text, basis.on)
    open_ones = [conflict for conflict in basis.state.conflicts if conflict.open]
    if fight is not None:
        yield f"{labels[0]}.conflict={labels[1]}" + (f" over {fight.cause}" if fight.cause else "")
    elif end_told(text):
        for conflict in open_ones:
            one, other = conflict.one.label, conflict.other.label
            others = [label for label in labels if label not in {one, other}]
            if {one, other} <= set(labels):
                yield f"{one}.conflict_ended={other}" + (f" by {others[0]}" if others else "")


def of_one(clause: str, label: str) -> tuple[str, ...]:
    """What a clause says of one person as a champion, or of whether the change affects them."""
    affected = _AFFECTED.search(clause)
    if affected is not None:
        how = f": {affected['how'].strip()}" if affected["how"] and not affected["no"] else ""
        return (f"{label}.affected={'no' if affected['no'] else 'yes'}{how}",)
    return tuple(f"{label}.tested={one} {'yes' if met else 'no'}: {clause}" for one, met in shown_in(clause).items())
