"""What is told of a policy note that was added: which one it replaces or supersedes, and what it names in vain."""

from collections.abc import Iterator
from datetime import date

from dealbot.app.policies.notes import AddedPolicy, Policy
from dealbot.app.policies.words import named_policy
from dealbot.app.wording import day, listed
from dealbot.domain.policy import PolicyNote
from dealbot.domain.policy_shelf import supersedes_from

_MOST = 3


def beside_others(added: AddedPolicy, today: date) -> tuple[str, ...]:
    """What an added note is to the others, a line each."""
    return tuple(_lines(added, today))


def _lines(added: AddedPolicy, today: date) -> Iterator[str]:
    if added.before is not None:
        yield _replaces(added.before, today)
    yield from (_supersedes(added.policy.note, each, today) for each in added.supersedes)
    for unknown, near in added.unknown:
        meant = f"did you mean {' or '.join(near)}?" if near else "is it spelled right?"
        yield f"It supersedes '{unknown}', but no note has that id: {meant}"
    if added.alike:
        yield f"Its number is that of {listed(added.alike, _MOST)} too: ask for it as {added.policy.note.id}."


def _replaces(before: Policy, today: date) -> str:
    kept = before.kept
    if kept is None:
        return f"It replaces the note that comes with dealbot: {named_policy(before)}."
    return f"It replaces version {kept.version} by {kept.author}, {day(kept.at.date(), today)}: {named_policy(before)}."


def _supersedes(note: PolicyNote, other: Policy, today: date) -> str:
    as_written = other.document.policy or other.note  # by the shelf it may stand as superseded already
    since = supersedes_from(note, as_written)
    if since is None:
        return f"A proposal supersedes nothing, so this stays as it is: {named_policy(other)}."
    begins = "" if since <= today else f" from {day(since, today)}"
    return f"It supersedes{begins}: {named_policy(other)}."
