"""`policy`: notes on rules added and listed, and the deals that one of them affects."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from dealbot.app.desk import the_deal
from dealbot.app.policies.added import beside_others
from dealbot.app.policies.impact import DealImpact, Moment, impact_of
from dealbot.app.policies.letters import one_pager
from dealbot.app.policies.notes import AddedPolicy, Policy, add_policy, policies_on, policies_to_come, the_policy
from dealbot.app.policies.words import (
    impact_text,
    most_are_open,
    named_policy,
    policy_lines,
    reasons,
    review_first,
    standing,
    table_to_fill,
)
from dealbot.cli.call import Call, command
from dealbot.domain.policy_match import Verdict
from dealbot.knowledge.library import bytes_of

policy_app = typer.Typer(no_args_is_help=True, help="Policy notes: added, listed, held against the deals.")
Wanted = Annotated[str, typer.Argument(help="Its id, its document number, or a part of its title.")]


@policy_app.command("add")
@command
def add(call: Call, file: Annotated[Path, typer.Argument(help="A note as in knowledge/policies.")]) -> None:
    """Add a policy note, or a newer version of one; an analyst or an admin may."""
    added = add_policy(call.desk, call.principal, file.name, bytes_of(file.name, file))
    what = "Added" if added.new else "Already there"
    today = call.desk.today()
    head = f"{what}: {named_policy(added.policy)} · {standing(added.policy, today)}"
    call.answer(_added_shape(added, today), "\n".join([head, *beside_others(added, today)]))


@policy_app.command("list")
@command
def list_policies(call: Call) -> None:
    """List the policy notes, the latest first, what is to be published before them."""
    today = call.desk.today()
    with call.desk.reading(call.principal) as books:
        found = (*policies_to_come(books, today), *policies_on(books, today))
    call.answer([_shape(each, today) for each in found], policy_lines(found, today))


@policy_app.command("affected")
@command
def affected(call: Call, policy: Wanted) -> None:
    """Tell which deals a policy affects, which it may affect and what is missing, and which it does not."""
    today = call.desk.today()
    with call.desk.reading(call.principal) as books:
        impact = impact_of(the_policy(books, policy, today), books, Moment(today, today))
    shape = {verdict.value: [_deal(each, today) for each in impact.of(verdict)] for verdict in Verdict}
    table = f"\n{table_to_fill(impact, room=None)}" if most_are_open(impact) else ""
    call.answer(shape, impact_text(impact) + table)


@policy_app.command("brief")
@command
def brief(call: Call, policy: Wanted, deal: Annotated[str, typer.Option("--deal", help="The deal's name.")]) -> None:
    """Write a page on a policy that may be handed to the account: the note and the account's own facts alone."""
    today = call.desk.today()
    with call.desk.reading(call.principal) as books:
        found, record = the_policy(books, policy, today), the_deal(books.deals, deal)
        (each,) = impact_of(found, books, Moment(today, today), [record]).deals
    page = one_pager(found, each, record.name, today)
    shape = {"policy": found.note.id, "deal": record.name, "to_review": found.note.to_review, "text": page}
    call.answer(shape, "\n\n".join(part for part in (review_first(found), page) if part))


def _added_shape(added: AddedPolicy, today: date) -> dict[str, Any]:
    return _shape(added.policy, today) | {
        "new": added.new,
        "replaces": _shape(added.before, today) if added.before else None,
        "supersedes": [each.note.id for each in added.supersedes],
        "unknown": [{"id": name, "nearest": list(near)} for name, near in added.unknown],
    }


def _deal(each: DealImpact, today: date) -> dict[str, Any]:
    if each.match.verdict is Verdict.POSSIBLY:
        return {"deal": each.deal.name, "missing": list(each.match.missing)}
    return {"deal": each.deal.name, "reasons": list(reasons(each.match, today))}


def _shape(policy: Policy, today: date) -> dict[str, Any]:
    note, kept = policy.note, policy.kept
    return {
        "id": note.id,
        "title": note.title,
        "document_number": note.document_number,
        "status": note.status.value,
        "standing": standing(policy, today),
        "published": note.published_on.isoformat(),
        "effective": note.effective_on.isoformat() if note.effective_on else None,
        "superseded_by": policy.successor.id if policy.successor else None,
        "added_by": kept.author if kept else None,
        "added_at": kept.at.isoformat() if kept else None,
        "version": kept.version if kept else None,
    }
