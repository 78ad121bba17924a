"""What may be tapped below what a policy means for a deal: a message for each role, and to let the deal rest."""

from collections.abc import Mapping, Sequence

from dealbot.app.answer import Answer
from dealbot.app.policies.letters import ROLES
from dealbot.domain.cause import Cause
from dealbot.domain.record import Outcome
from dealbot.domain.stakeholder import Function
from dealbot.slack.views.parts import Block, button


def of_policy(answer: Answer, deal: str) -> list[Block]:
    """A button for each role that may be written to, and one that pauses the deal; none where it is not touched."""
    policy, roles = answer.data.get("policy"), answer.data.get("roles")
    if not isinstance(policy, Mapping) or not isinstance(roles, Sequence):
        return []
    named = {"deal": deal, "policy": policy["id"]}
    drafts = [
        button(f"Write to {ROLES[Function(str(role))].title}", f"draft_letter_{number}", {**named, "role": role})
        for number, role in enumerate(roles)
    ]
    if answer.data.get("paused"):
        return drafts
    rests = {"deal": deal, "outcome": Outcome.PAUSED.value, "cause": Cause.REIMBURSEMENT.value}
    rests["reason"] = str(policy["document_number"] or policy["id"])
    until = answer.data.get("revisit_on")
    return [*drafts, button("Pause", "end_deal_0", rests | ({"until": until} if until else {}))]
